"""责任部门, or 部门, in a unit's own sheet: its 办公室 and 财务科 are none of the bureau's."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.persons import is_list_of_names
from dashboard.intake.assemble.units import Directory
from dashboard.intake.assemble.whose import Owner
from dashboard.intake.clean import clean_text
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import UNIT
from dashboard.intake.recognise.spelling import key
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_RESPONSIBLE = ("责任", "整改责任", "承办", "牵头", "落实", "主责")
_DEPARTMENTS = frozenset((
    "部门", "科室", "部门名称", "科室名称", "所在部门", "所在科室", "所属部门", "所属科室",
    "工作部门", "部门科室", "科室部门", "股室", "中队",
))  # fmt: skip
_SECTION = lazy_pattern(r"(?:科|室|处|股|部|组|办)$")
_SEVERAL = lazy_pattern("[、,;/\uff0c\uff1b]")
_SECTIONS = "section"


def set_aside_departments(
    draft: Draft, owner: Callable[[], Owner | None], directory: Directory
) -> None:
    """Take 部门 over 队领导 and 综合股 for no column of units, in the sheet of a unit that has
    departments: the directory knows few of them, and a 办公室 that it knows is another. Of a
    list of names none that is an office is the bureau's."""
    head = draft.matched.columns.get(UNIT)
    if draft.kind.collection == "plan" or head is None or key(head.path[-1]) not in _DEPARTMENTS:
        return
    named = {cell for cell in draft.found.column_values(head.column) if isinstance(cell, str)}
    known = {name for name in named if directory.match(name).how in ("exact", "near")}
    if is_list_of_names(draft):
        known = {name for name in known if not _SECTION.search(normal(name))}
    if not named or len(known) * 2 >= len(named):
        return
    whose = owner()
    if whose is not None and _has_sections(whose):
        del draft.matched.columns[UNIT]
        draft.matched.confidence.pop(UNIT, None)
        draft.matched.unmatched.append(head)


def set_aside_inner_sections(draft: Draft, raw: Raw, owner: Owner | None) -> None:
    """Take a column of responsible sections for no column of units, where the sheet is that
    of a unit which has sections of its own: they are its own, whatever they are called."""
    head = draft.matched.columns.get(UNIT)
    if head is None or owner is None or not _has_sections(owner):
        return
    if not key(head.path[-1]).startswith(_RESPONSIBLE) or not _are_sections(raw[UNIT]):
        return
    cells = raw.pop(UNIT)
    del draft.matched.columns[UNIT]
    sure = draft.matched.confidence.pop(UNIT, 0.0)
    if _SECTIONS not in raw and any(one.name == _SECTIONS for one in draft.kind.columns):
        draft.matched.columns[_SECTIONS] = head
        draft.matched.confidence[_SECTIONS] = sure
        draft.values[_SECTIONS] = [clean_text(cell).value for cell in cells]
    else:
        draft.matched.unmatched.append(head)


def _has_sections(owner: Owner) -> bool:
    known = owner.match.how in ("exact", "near")
    return known and not _SECTION.search(normal(owner.match.name))


def _are_sections(cells: list[CellValue]) -> bool:
    named = {cell for cell in cells if cell is not None}
    return bool(named) and all(
        isinstance(cell, str) and _SECTION.search(normal(part))
        for cell in named
        for part in _SEVERAL.split(str(cell))
    )
