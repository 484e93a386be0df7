"""How a column may be headed and written; a unit's form draws from these once and keeps to it."""

from __future__ import annotations

from dataclasses import dataclass

from data.season.grid import Raw


@dataclass(frozen=True, slots=True)
class Spec:
    """One column of a kind: its headings, manners, and what else may vary."""

    name: str
    headings: tuple[str, ...]
    manners: tuple[str, ...] = ("plain",)
    """Names within the family: DATES, PERCENTS, COUNTS, YESNO, STEPS, TEXTS or a choice."""
    family: str = "text"
    width: int = 12
    optional: bool = False
    blanks: tuple[Raw, ...] = (None,)
    """What may be typed where there is no value."""
    group: tuple[str, ...] = ()
    """The headings over it, outermost first, in forms with header groups."""
    grouped_heading: str = ""
    """Its heading under that group, where it is shorter there."""


def text(
    name: str,
    *headings: str,
    width: int = 12,
    optional: bool = False,
    manners: tuple[str, ...] = ("plain",),
    blanks: tuple[Raw, ...] = (None,),
    group: tuple[str, ...] = (),
    under: str = "",
) -> Spec:
    """A column of free text."""
    return Spec(name, headings, manners, "text", width, optional, blanks, group, under)


def date(
    name: str,
    *headings: str,
    manners: tuple[str, ...] = ("real", "real_cn", "dash", "dot", "slash", "compact", "cn", "any"),
    optional: bool = False,
    blanks: tuple[Raw, ...] = (None,),
    group: tuple[str, ...] = (),
    under: str = "",
) -> Spec:
    """A column of dates."""
    return Spec(name, headings, manners, "date", 13, optional, blanks, group, under)


def count(
    name: str,
    *headings: str,
    manners: tuple[str, ...] = ("plain",),
    group: tuple[str, ...] = (),
    under: str = "",
    optional: bool = False,
) -> Spec:
    """A column of whole numbers."""
    return Spec(name, headings, manners, "count", 11, optional, (None,), group, under)


def yesno(
    name: str,
    *headings: str,
    manners: tuple[str, ...] = ("yes", "tick", "check", "letter"),
    group: tuple[str, ...] = (),
    under: str = "",
    optional: bool = False,
) -> Spec:
    """A column of yes and no."""
    return Spec(name, headings, manners, "yesno", 9, optional, (None,), group, under)


def step(
    name: str,
    *headings: str,
    manners: tuple[str, ...] = ("yes", "tick", "have"),
    group: tuple[str, ...] = (),
) -> Spec:
    """A column of yes, no and not applicable."""
    return Spec(name, headings, manners, "step", 9, False, (None,), group)


def choice(
    name: str, *headings: str, vocabulary: str, group: tuple[str, ...] = (), width: int = 11
) -> Spec:
    """A column of one of a vocabulary; see ``words.VOCABULARIES``."""
    return Spec(name, headings, (vocabulary,), "choice", width, False, (None,), group)
