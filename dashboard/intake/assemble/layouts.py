"""Layouts of which the stored columns are made: names to be counted, steps in one cell, shares.

A layout is a function of a draft whose helper columns are typed; it fills stored columns.
``LAYOUTS`` says which kind has which.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dashboard.intake.assemble.bracketed import (
    level_behind_outlet,
    link_behind,
    number_behind_title,
)
from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.full_ids import full_id
from dashboard.intake.assemble.sections import (
    areas_from_sections,
    ids_from_sections,
    validities_from_sections,
)
from dashboard.intake.clean import ratio_range
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern
from dashboard.text import normal, tidy

_STARTS = "一二三四五六七八九十"
_NONE = frozenset(
    (
        "无",
        "否",
        "未发现",
        "未涉及",
        "没有发现",
        "不存在",
        "无此情形",
        "无。",
        "没有",
        "不涉及",
        "无需",
        "/",
        "-",
        "—",
        "——",
        "n",
        "no",
        "×",
    )
)
_STEP_WORDS: dict[str, re.Pattern[str]] = {
    "in_catalogue": lazy_pattern("目录"),
    "participation": lazy_pattern("公众|征求.{0,6}意见|征集意见|听证|公示"),
    "expert_review": lazy_pattern("专家"),
    "risk_assessment": lazy_pattern("风险"),
    "legality_reviewed": lazy_pattern("合法|法制审|法律审"),
    "collective_discussion": lazy_pattern("集体|讨论|审议|党组会|局务会|常务会"),
    "recorded": lazy_pattern("记录|归档|存档"),
    "post_evaluated": lazy_pattern("后评估"),
}
_INSIDE = lazy_pattern(r"\(([^()]*)\)")
_SPLIT = lazy_pattern(r"[、,,;;。\n/+→>|]|\s{1,}|和|及(?!时)|\d[..、)]|[①-⑩]")
_NOT_NEEDED = lazy_pattern(r"不适用|不涉及|无需|不需要|免")
_NOT_DONE = lazy_pattern(r"未|没有|尚|无|待|×|否")


def split_task_ids(draft: Draft, raw: Raw) -> None:
    """Part 4.1.1 深化行政审批制度改革 into number and title; only a full number counts."""
    titles = draft.values.get("title")
    if titles is None:
        _title_from_id(draft, raw)
        return
    ids = draft.values.setdefault("task_id", [None] * len(draft.rows))
    for index, title in enumerate(titles):
        if not isinstance(title, str) or not (title[:1].isdigit() or title[:1] in _STARTS):
            continue
        number, words = full_id(title) or ("", "")
        if words and ids[index] in (None, number):
            ids[index], titles[index] = number, words


def _title_from_id(draft: Draft, raw: Raw) -> None:
    """Where 4.4.1 加强… stands in the column of numbers and there is no title, it is both."""
    written = raw.get("task_id")
    if written is None:
        return
    titles: list[Any] = [None] * len(draft.rows)
    for index, value in enumerate(written):
        parted = full_id(value) if isinstance(value, str) else None
        if parted and parted[1]:
            titles[index] = tidy(parted[1])
    if any(titles):
        draft.values["title"] = titles


def tasks(draft: Draft, raw: Raw) -> None:
    """The plan's tasks: numbers in titles, areas as rows over their tasks."""
    split_task_ids(draft, raw)
    areas_from_sections(draft)


def by_task(draft: Draft, raw: Raw) -> None:
    """Sheets by task: numbers in titles or in rows over their rows."""
    split_task_ids(draft, raw)
    ids_from_sections(draft)


def shares(draft: Draft, raw: Raw) -> None:
    """抽查比例 2%-5% into its two bounds; 配合部门 filled means a joint inspection."""
    values = draft.values
    if "ratio" in raw:
        _bounds(draft, raw["ratio"])
    if "partners" in raw:
        joint = values.get("joint") or [None] * len(draft.rows)
        named = [_is_named(value) for value in raw["partners"]]
        values["joint"] = [
            named[i] if joint[i] is None else joint[i] for i in range(len(draft.rows))
        ]


def _is_named(value: CellValue) -> bool:
    return value is not None and normal(str(value)) not in _NONE


def _bounds(draft: Draft, raw: list[CellValue]) -> None:
    head = draft.matched.columns["ratio"]
    column, percent = head.column, draft.found.grid.percent
    hundred = any(isinstance(v, int | float) and v > 1 for v in raw) or "%" in normal(head.written)
    low: list[float | None] = []
    high: list[float | None] = []
    for index, value in enumerate(raw):
        shown = (draft.rows[index], column) in percent
        given = f"{value:g}%" if isinstance(value, int | float) and hundred and not shown else value
        if isinstance(given, str) and hundred and "%" not in normal(given) and given[-1:].isdigit():
            given += "%"
        bounds = ratio_range(given, percent_cell=shown)
        if bounds == (None, None) and value is not None and _is_named(value):
            draft.report("share_not_understood", draft.cell(index, "ratio"), text=tidy(str(value)))
            draft.fail(index, "ratio")
        low.append(bounds[0])
        high.append(bounds[1])
    for name, bound in (("ratio_min", low), ("ratio_max", high)):
        own = draft.values.get(name) or [None] * len(low)
        draft.values[name] = [b if a is None else a for a, b in zip(own, bound, strict=True)]


def steps(draft: Draft, raw: Raw) -> None:
    """决策事项程序 as a list in one cell: steps named are ``yes``, those not named ``no``."""
    listed = raw.get("steps")
    if listed is None:
        return
    for name in _STEP_WORDS:
        if name not in draft.matched.columns:
            draft.values[name] = [None] * len(draft.rows)
    for index, value in enumerate(listed):
        if value is None:
            continue
        said = _said(str(value))
        if not said and normal(str(value)) not in _NONE:
            draft.report("steps_not_understood", draft.cell(index, "steps"), text=tidy(str(value)))
            draft.fail(index, "steps")
            continue
        for name in _STEP_WORDS:
            if name not in draft.matched.columns:
                draft.values[name][index] = said.get(name, "no")


def _said(text: str) -> dict[str, str]:
    """Step -> ``yes``, ``no`` or ``na`` for each step that the text names."""
    found: dict[str, str] = {}
    for part in _SPLIT.split(_INSIDE.sub(_lift, normal(text))):
        for name, word in _STEP_WORDS.items():
            if part and word.search(part):
                answer = "na" if _NOT_NEEDED.search(part) else "yes"
                found[name] = "no" if answer == "yes" and _NOT_DONE.search(part) else answer
    return found


def _lift(match: re.Match[str]) -> str:
    """A remark in brackets belongs to the step before it, unless it names a step itself."""
    inside = match[1]
    own = any(word.search(inside) for word in _STEP_WORDS.values())
    return f"、{inside}、" if own else inside


def articles(draft: Draft, _raw: Raw) -> None:
    """Publicity: a link may stand behind a title or an outlet, the level behind the outlet."""
    link_behind(draft, "title")
    link_behind(draft, "outlet")
    level_behind_outlet(draft)


def cleanup(draft: Draft, _raw: Raw) -> None:
    """清理结果 is a validity; a document that has one from a clean-up counts as cleaned. Its
    number may stand behind its title."""
    number_behind_title(draft)
    validities_from_sections(draft)
    values = draft.values
    count = len(draft.rows)
    result = values.get("cleanup")
    validity = values.get("validity") or [None] * count
    cleaned = values.get("cleaned") or [None] * count
    if result is not None:
        values["validity"] = [own or given for own, given in zip(validity, result, strict=True)]
    elif "清理" in draft.title:
        result = validity
    if result is not None:
        values["cleaned"] = [
            True if own is None and given is not None else own
            for own, given in zip(cleaned, result, strict=True)
        ]


MADE_OF: dict[str, dict[str, tuple[str, ...]]] = {
    "inspection_item": {"ratio": ("ratio_min", "ratio_max"), "partners": ("joint",)},
    "major_decision": {"steps": tuple(_STEP_WORDS)},
    "normative_document": {"cleanup": ("validity", "cleaned")},
    "staffing": {
        "person_name": ("enforcement_staff",),
        "is_reviewer": ("legal_reviewers",),
        "has_qualification": ("qualified_reviewers",),
        "is_adviser": ("legal_advisers",),
        "certificate": ("certified_staff",),
        "ratio": (),
    },
}
"""View -> helper column -> the stored columns that are made of it."""

LAYOUTS: dict[str, Callable[[Draft, Raw], None]] = {
    "task": tasks,
    "task_progress": by_task,
    "evidence": by_task,
    "inspection_item": shares,
    "major_decision": steps,
    "normative_document": cleanup,
    "publicity": articles,
}
"""View -> what makes stored columns of its helper columns."""
