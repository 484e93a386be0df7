"""What a row over its rows says of them: their task, their area, what becomes of them."""

from __future__ import annotations

from bisect import bisect_right

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.full_ids import full_id
from dashboard.intake.clean import clean_choice
from dashboard.patterns import lazy_pattern
from dashboard.text import tidy

_AREA = lazy_pattern(r"^[(\uff08]?[一二三四五六七八九十]+[)\uff09、.\uff0e]*\s*")

_LABEL = lazy_pattern(r"^\s*(?:对应|所属)?(?:重点)?任务(?:编号|序号)?[:\uff1a]?\s*")
"""任务编号:4.1.2 over its rows, and 任务4.1.2 落实权责清单制度."""


def ids_from_sections(draft: Draft) -> None:
    """A row 4.1.1 深化行政审批制度改革 or 任务编号:4.1.1 over its rows gives them its number, and
    its title where the sheet has no column for it."""
    sections = [
        (row, parted)
        for row, text in sorted(draft.found.body.sections.items())
        if (parted := full_id(_LABEL.sub("", text)))
    ]
    if not sections:
        return
    ids = draft.values.setdefault("task_id", [None] * len(draft.rows))
    titles = draft.values.get("title") or [None] * len(draft.rows)
    for index, row in enumerate(draft.rows):
        above = [parted for start, parted in sections if start < row]
        if above and ids[index] is None:
            ids[index] = above[-1][0]
            titles[index] = titles[index] or above[-1][1] or None
    draft.values["title"] = titles


def areas_from_sections(draft: Draft) -> None:
    """In the plan's tasks a row (一)依法全面履行政府职能 is the area of the rows below."""
    if "area" in draft.matched.columns or not draft.found.body.sections:
        return
    areas: list[str | None] = []
    sections = sorted(draft.found.body.sections.items())
    for row in draft.rows:
        above = [text for start, text in sections if start < row]
        areas.append(_AREA.sub("", tidy(above[-1])) if above else None)
    draft.values["area"] = areas


def validities_from_sections(draft: Draft) -> None:
    """In a list of documents without a column for it, a row 一、继续有效的文件 is the validity of
    those below; a row that names none ends it."""
    sections = sorted(draft.found.body.sections.items())
    if not sections or not {"validity", "cleanup"}.isdisjoint(draft.matched.columns):
        return
    column = draft.kind.column("validity")
    named = [clean_choice(_AREA.sub("", tidy(text)), column).value for _, text in sections]
    if not any(named):
        return
    starts = [row for row, _ in sections]
    over = [bisect_right(starts, row) - 1 for row in draft.rows]
    draft.values["validity"] = [named[place] if place >= 0 else None for place in over]
