"""Stored ids as people call them: the first spelling that a kind declares for each."""

from __future__ import annotations

from dashboard.kinds import kind, kinds
from dashboard.texts import language


def choice_label(view: str, column: str, value: str | None) -> str:
    """The label of a stored choice; '' for a blank one, the id itself where none is declared.

    English pages show the id with spaces: it is English already."""
    if value is None:
        return ""
    if language.get() == "en":
        return value.replace("_", " ")
    spellings = kind(view).column(column).choices.get(value, ())
    return spellings[0] if spellings else value


def kind_label(view: str) -> str:
    """What a kind of sheet is called."""
    if language.get() == "en":
        return view.replace("_", " ")
    return kinds()[view].label if view in kinds() else view
