"""Vocabularies whose words may be headings: 权责清单 | 公共服务清单 over √ and ×."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Column, kinds

LEAST = 2
"""Headings that must be such words before they count as laid out across."""


class Across(NamedTuple):
    """A column that names what a row of its kind is about, and what is said of it."""

    column: Column
    answer: Column
    """The kind's yes-or-no column."""
    words: frozenset[str]
    """The keys of all words of the vocabulary."""


@cache
def vocabularies() -> tuple[Across, ...]:
    """The vocabularies that alone identify a row of their kind."""
    found = []
    for kind in kinds().values():
        answers = [column for column in kind.columns if column.type == "yesno"]
        for column in kind.columns:
            if column.type == "choice" and (column.name,) in kind.identity and answers:
                words = {key(word) for spelled in column.choices.values() for word in spelled}
                found.append(Across(column, answers[0], frozenset(filter(None, words))))
    return tuple(found)


def laid_across(texts: Iterable[str]) -> Across | None:
    """The vocabulary of which at least two of the texts are different words."""
    keys = {key(text) for text in texts}
    for one in vocabularies():
        if len(keys & one.words) >= LEAST:
            return one
    return None
