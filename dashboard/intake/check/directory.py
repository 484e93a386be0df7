"""A list of units that would take the place of the whole directory without saying so."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.units import Directory
from dashboard.intake.recognise.common import UNIT
from dashboard.intake.recognise.which import title_words
from dashboard.text import normal

_DIRECTORY = "unit"
_NAMED_AT_MOST = 3


def check_directory(draft: Draft, directory: Directory, file: str) -> None:
    """Report the units that a list leaves out: the newest directory replaces the last, and with
    a list of liaisons of some units all others, and who of them enforces, would be gone."""
    if draft.kind.view != _DIRECTORY or not directory.units:
        return
    called = normal(f"{draft.title} {file}")
    if any(word in called for word in title_words(_DIRECTORY)):
        return
    listed = {directory.match(name).name for name in draft.values.get(UNIT, ()) if name}
    absent = [one.name for one in directory.units if one.name not in listed]
    if absent:
        names = "、".join(absent[:_NAMED_AT_MOST]) + ("等" if len(absent) > _NAMED_AT_MOST else "")
        cell = draft.header_cell()
        draft.report("directory_in_part", cell, count=len(absent), names=names)
