"""完成情况 that tells in sentences how far a task is, where no other column does."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.clean import clean_choice
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.spelling import key
from dashboard.text import normal

_SENTENCE = 8
"""Letters of which more than a word for a state is made: 按时序进度推进 has seven."""


def tell_of_state(draft: Draft, raw: Raw) -> None:
    """Take the sentences under 完成情况 for 进展情况 as well; a state that they name stays one."""
    head = draft.matched.columns.get("status")
    if draft.kind.view != "task_progress" or head is None or "note" in draft.matched.columns:
        return
    states = raw.get("status")
    if states is None or draft.matched.ticks or not key(head.path[-1]).endswith("情况"):
        return
    told = [value if _is_told(value) else None for value in states]
    if not any(told):
        return
    column = draft.kind.column("status")
    for index, value in enumerate(told):
        found = clean_choice(value, column)
        if found.value is None:
            states[index] = None if value is not None else states[index]
        elif found.code is None:  # the state's own word, with a remark
            told[index] = None
    if any(told):
        raw["note"] = told
        draft.matched.columns["note"] = head
        draft.matched.confidence["note"] = draft.matched.confidence["status"]


def _is_told(value: CellValue) -> bool:
    return isinstance(value, str) and len(normal(value)) >= _SENTENCE
