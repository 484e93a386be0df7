"""Every declared spelling of every kind in one table: which texts are headings to the letter."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from dashboard.intake.recognise.common import GENERIC, NUMBERING, REPORTED_COLUMN, UNIT_COLUMN
from dashboard.intake.recognise.spelling import DROPPED_LETTERS, key, stem
from dashboard.kinds import Column, Kind, kinds

Meanings = dict[str, list[tuple[str, str, float]]]
"""A spelling -> the views and columns that it may mean, with the worth of each."""


class Choices(NamedTuple):
    """Spellings among which like ones are looked for."""

    meanings: Meanings
    words: list[str]
    latin: list[str]
    """Those with a Latin letter: nothing else can be like a word in Latin letters."""


class Spelled(NamedTuple):
    """All spellings: by key and by stem."""

    by_key: Choices
    by_stem: Choices
    by_either: Choices
    """Both in one: most keys are their own stem, and are compared once."""
    letters: frozenset[str]
    """Every letter of a spelling or of what is levelled to one."""
    first_letters: frozenset[str]
    """Every letter by which a spelling begins, or what ``key`` and ``stem`` drop before it."""


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns that a sheet of this kind may have: declared, helpers, unit, date."""
    more: tuple[Column, ...] = ()
    if kind.collection != "plan":
        more = (UNIT_COLUMN, REPORTED_COLUMN)
    return kind.recognised + more


@cache
def spelled() -> Spelled:
    """Every declared spelling of every kind."""
    keyed: Meanings = {}
    stemmed: Meanings = {}
    for kind in kinds().values():
        for column in columns_of(kind):
            by_key: dict[str, float] = {}
            by_stem: dict[str, float] = {}
            for rank, name in enumerate((*column.headings, column.name)):
                worth = 1.0 if rank == 0 else max(0.99 - 0.002 * rank, 0.95)
                one = key(name)
                if one not in by_key:
                    by_key[one] = worth
                    by_stem.setdefault(stem(one), worth - 0.05)
            for one, worth in by_key.items():
                keyed.setdefault(one, []).append((kind.view, column.name, worth))
            for root, worth in by_stem.items():
                stemmed.setdefault(root, []).append((kind.view, column.name, worth))
    either = {one: list(meanings) for one, meanings in keyed.items()}
    for root, meanings in stemmed.items():
        either.setdefault(root, []).extend(meanings)
    firsts = {one[0] for one in (*either, *GENERIC, *NUMBERING) if one}
    return Spelled(
        _choices(keyed),
        _choices(stemmed),
        _choices(either),
        frozenset("".join(either) + "是否有无的时间期限总人数量件个次项材审查发布示网址"),
        frozenset(firsts.union(DROPPED_LETTERS)),
    )


def _choices(meanings: Meanings) -> Choices:
    return Choices(meanings, list(meanings), [one for one in meanings if _with_latin(one)])


def may_begin_heading(text: str) -> bool:
    """False where plainly no known heading begins so: one look at its first letter. None begins
    and ends with a digit."""
    first = text[:1]
    if first.isdigit() and text[-1].isdigit():
        return False
    return not "\u4e00" <= first <= "\u9fff" or first in spelled().first_letters


def _with_latin(text: str) -> bool:
    return any(map(str.isascii, text))


@lru_cache(maxsize=20_000)
def known(text: str) -> bool:
    """True where the text is, letter for letter, a heading of some kind or a generic one."""
    if len(text) > 80:
        return False
    one = key(text)
    if not one or len(one) > 20:
        return False
    words = spelled()
    if one in words.by_key.meanings or one in GENERIC or one in NUMBERING:
        return True
    if len(one) < 3 or not words.letters.issuperset(one):
        return False
    return stem(one) in words.by_stem.meanings


@lru_cache(maxsize=20_000)
def declared(text: str) -> bool:
    """True where the text is, letter for letter, a heading of some kind."""
    return len(text) <= 80 and key(text) in spelled().by_key.meanings


def is_choice(text: str) -> bool:
    """True for a word of some kind's vocabulary: 权责清单, 市级."""
    return key(text) in _choice_words()


@cache
def _choice_words() -> frozenset[str]:
    """What cells of choices hold; a row of them is no header."""
    return frozenset(
        key(word)
        for kind in kinds().values()
        for column in kind.columns
        for words in column.choices.values()
        for word in words
    )


def is_numbering(text: str) -> bool:
    """True for the heading of a column that may merely count rows: 序号, No."""
    return key(text) in NUMBERING
