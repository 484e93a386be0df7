"""时间安排 over 6月1日至8月10日: one column that says when a thing begins and when it ends."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.clean import is_span

_ENDS = ("due_on", "ends_on")


def share_spans(draft: Draft, raw: Raw) -> None:
    """Take the end from the column of the beginning, where most of its cells are spans of time
    and no other column is the end."""
    head = draft.matched.columns.get("starts_on")
    if head is None or not {*_ENDS}.isdisjoint(draft.matched.columns):
        return
    end = next((one.name for one in draft.kind.columns if one.name in _ENDS), None)
    cells = [value for value in raw["starts_on"] if value is not None]
    if end is None or sum(map(is_span, cells)) * 2 <= len(cells):
        return
    raw[end] = list(raw["starts_on"])
    draft.matched.columns[end] = head
    draft.matched.confidence[end] = draft.matched.confidence["starts_on"]
