"""A sheet beside what stood before it: rows added, changed and gone."""

from __future__ import annotations

import pytest

from dashboard.differences import difference, row_name
from dashboard.kinds import kind
from dashboard.store.identity import identities


def rows(view, *given, submission=1):
    """Rows of the view sheet_row, of dicts of columns."""
    declared = kind(view)
    data = {one.name: [row.get(one.name) for row in given] for one in declared.columns}
    known = identities(declared, data, len(given))
    return [
        {
            "submission_id": submission,
            "table_no": 0,
            "source_row": number + 3,
            "identity": known[number],
            "cells": [row.get(one.name) for one in declared.columns],
        }
        for number, row in enumerate(given)
    ]


def compared(view, last, new, stood=None):
    """Names added, cells changed and names gone, as short tuples."""
    declared = kind(view)
    before = rows(view, *last)
    standing = before if stood is None else rows(view, *stood, submission=0) + before
    found = difference(declared, before, standing, rows(view, *new, submission=2))
    return (
        [row_name(declared, one) for one in found.added],
        [(row_name(declared, one.row), one.column, one.before, one.after) for one in found.changed],
        [row_name(declared, one) for one in found.gone],
    )


TASK = {"task_id": "4.1.1", "title": "甲", "measure": "一", "progress": "0.2"}
OTHER = {"task_id": "4.1.2", "title": "乙", "measure": "二"}


@pytest.mark.parametrize(
    ("last", "new", "found"),
    [
        pytest.param([TASK, OTHER], [OTHER, TASK], ([], [], []), id="only the order differs"),
        pytest.param(
            [TASK], [TASK | {"progress": "0.5"}],
            ([], [("4.1.1 甲", "progress", "0.2", "0.5")], []), id="a cell changed",
        ),
        pytest.param([TASK, OTHER], [TASK], ([], [], ["4.1.2 乙"]), id="a row gone"),
        pytest.param([TASK], [TASK, OTHER], (["4.1.2 乙"], [], []), id="a row added"),
        pytest.param(
            [TASK], [TASK | {"title": "甲项"}],
            ([], [("4.1.1 甲项", "title", "甲", "甲项")], []), id="the title reworded",
        ),
        pytest.param(
            [TASK], [TASK | {"task_id": None}],
            ([], [("甲", "task_id", "4.1.1", None)], []), id="the number left out",
        ),
        pytest.param(
            [TASK, TASK | {"measure": "三"}, TASK | {"measure": "四"}],
            [TASK | {"measure": "三"}, TASK | {"measure": "四", "progress": "0.9"}],
            ([], [("4.1.1 甲", "progress", "0.2", "0.9")], ["4.1.1 甲"]),
            id="one of several rows of a task gone",
        ),
    ],
)  # fmt: skip
def test_rows_of_a_snapshot_are_known_again_by_what_names_them(last, new, found):
    assert compared("task_progress", last, new) == found


def test_the_one_row_of_a_unit_is_compared_whatever_it_says():
    last, new = [{"enforcement_staff": "20"}], [{"enforcement_staff": "21", "base_note": "在编"}]
    added, changed, gone = compared("staffing", last, new)
    assert (added, gone) == ([], [])
    assert changed == [
        ("", "enforcement_staff", "20", "21"),
        ("", "base_note", None, "在编"),
    ]


def case(number, **more):
    return {"case_no": number} | more


def test_a_ledger_row_is_compared_with_what_stood_though_the_last_sheet_lacks_it():
    stood = [case("1", total="80"), case("1", total="85")]
    found = compared("case_review", [case("2")], [case("1", total="90"), case("2")], stood)
    assert found == ([], [("1", "total", "85", "90")], [])


def test_a_ledger_names_what_the_last_sheet_had_and_the_new_one_has_not():
    stood = [case("0")]
    assert compared("case_review", [case("1"), case("2")], [case("2")], stood) == ([], [], ["1"])


def test_ledger_rows_that_nothing_identifies_are_compared_with_the_last_sheet():
    last, new = [{"total": "80"}, {"total": "70"}], [{"total": "80"}]
    assert compared("case_review", last, new) == ([], [], [""])
