"""A deadline that was put off: 调整后完成时限 beside 原完成时限 is the one that counts."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.nil import says_nil
from dashboard.intake.locate.headers import Head
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import SURE
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.patterns import lazy_pattern

_DUE = "due_on"
_NEW = lazy_pattern(
    "(?:调整|延期|延长|变更|顺延|展期|修改)(?:后|至|到|为)的?|新的?(?=完成|办结|整改|时限|期限|截止)"
)
_UNCHANGED = lazy_pattern("[未不没否同无]")
"""未延期, 不变, 同原时限."""


def take_put_off(draft: Draft, raw: dict[str, list[CellValue]]) -> None:
    """Take the new deadline in each row that has one; the old stands where it was not put off."""
    taken = draft.matched.columns.get(_DUE)
    if taken is None or _NEW.search("".join(map(key, taken.path))):
        return
    new = next((head for head in draft.matched.unmatched if _is_new(draft, head)), None)
    if new is None:
        return
    grid = draft.found.grid
    for index, row in enumerate(draft.rows):
        value = grid.value(row, new.column)
        if value is not None and not says_nil(value) and not _UNCHANGED.match(str(value).strip()):
            raw[_DUE][index] = value
            draft.moved[index, _DUE] = new.column
    draft.matched.unmatched.remove(new)


def _is_new(draft: Draft, head: Head) -> bool:
    """True for the heading of a deadline with a word for its being put off."""
    text = key("".join(head.path))
    if not _NEW.search(text):
        return False
    meanings = likeness((_NEW.sub("", text),)).get(draft.kind.view, {})
    return meanings.get(_DUE, 0.0) >= SURE
