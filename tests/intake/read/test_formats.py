from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.read import books

BINARY = ["xlsx", "xls", "xlsb", "ods"]


@pytest.mark.parametrize("made", [*BINARY, "csv"])
def test_every_format_gives_the_same_cells_whatever_its_name_says(read, made):
    workbook = read(getattr(books, made)(), name="填报.doc")
    assert workbook.format == made
    expected = books.TABLE
    if made == "csv":  # nothing is guessed of a text table: every value stays text
        expected = [[None if v is None else str(v) for v in row] for row in expected]
    assert workbook.sheets[0].rows == expected


@pytest.mark.parametrize("made", BINARY)
def test_types_are_those_of_the_cells(read, made):
    row = read(getattr(books, made)()).sheets[0].rows[3]
    assert [type(value) for value in row] == [str, int, float, dt.date]


@pytest.mark.parametrize("made", BINARY)
def test_merges_percents_and_what_is_hidden_are_told(read, made):
    first, second = read(getattr(books, made)()).sheets
    assert (first.name, first.hidden) == ("表一", False)
    assert first.merges == [(0, 0, 0, 3)]
    assert first.percent_cells == {(3, 2)}
    assert first.hidden_rows == {4}
    assert first.hidden_columns == {1}
    assert (second.name, second.hidden) == ("藏", True)
    assert second.rows == [[None, None], [None, "x"]]


def test_a_text_table_is_named_by_its_file(read):
    assert read(books.csv(), name="文化局 6月.csv").sheets[0].name == "文化局 6月"
