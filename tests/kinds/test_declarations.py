"""Every declared kind holds together."""

from __future__ import annotations

import pytest

from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Kind, kind, kinds
from dashboard.kinds.declare import column

EVERY = pytest.mark.parametrize("one", kinds().values(), ids=lambda one: one.view)


def test_all_seventeen_kinds_are_found() -> None:
    assert len(kinds()) == 17


@EVERY
def test_no_spelling_means_two_columns_of_one_kind(one: Kind) -> None:
    allowed = {
        ("staffing", "法律职业资格"),  # a count or a person's yes: the cells tell
        ("normative_document", "清理情况"),  # yes or a validity: the cells tell
        ("normative_document", "公布时间"),  # of issue, or of a step where another day is that
        ("normative_document", "公布日期"),
    }
    seen: dict[str, str] = {}
    for declared in one.recognised:
        for name in declared.headings:
            first = seen.setdefault(key(name), declared.name)
            assert first == declared.name or (one.view, name) in allowed, name


@EVERY
def test_every_spelling_leaves_something_to_compare(one: Kind) -> None:
    assert all(key(name) for declared in one.recognised for name in declared.headings)


@EVERY
def test_identities_name_columns_of_the_kind(one: Kind) -> None:
    names = {declared.name for declared in one.columns}
    assert all(set(identity) <= names for identity in one.identity)
    assert bool(one.identity) == (one.collection == "ledger")


@EVERY
def test_choices_have_no_word_in_common(one: Kind) -> None:
    for declared in one.columns:
        words = [word for spellings in declared.choices.values() for word in spellings]
        assert len(words) == len(set(words)), declared.name


def test_spellings_may_be_one_text() -> None:
    assert column("a", "甲", spellings="乙、丙").headings == ("甲", "乙", "丙")


def test_an_unknown_kind_names_those_that_exist() -> None:
    with pytest.raises(KeyError, match="staffing"):
        kind("nonesuch")


@EVERY
def test_what_counts_alone_is_said_of_choices_that_there_are(one: Kind) -> None:
    for declared in one.recognised:
        assert declared.alone.keys() <= declared.choices.keys()
        words = [word for words in declared.alone.values() for word in words.split("、")]
        assert len(words) == len(set(words))
        assert not {*words} & {word for words in declared.choices.values() for word in words}
