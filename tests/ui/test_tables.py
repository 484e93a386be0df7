"""Cell text is data: nothing of it becomes markup, and values read as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.ui.sheet_view import sheet_html, split_address
from dashboard.ui.tables import Column, percent, shown, source_column, table_html


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        (3.0, "3"),
        (2.50, "2.5"),
        (True, "是"),
        (dt.date(2021, 7, 9), "2021-07-09"),
        (dt.datetime(2021, 7, 9, 8, 5), "2021-07-09 08:05"),
    ],
)
def test_a_value_reads_as_people_write_it(value, text):
    assert shown(value) == text


@pytest.mark.parametrize(
    ("share", "text"), [(None, ""), (0.05, "5%"), (1 / 21, "4.76%"), (1, "100%")]
)
def test_a_share_reads_as_a_percentage(share, text):
    assert percent(share) == text


def test_markup_in_a_cell_stays_text():
    evil = '<img src=x onerror="alert(1)">'
    columns = [Column("title", evil), Column("note", "注", href=lambda row: f'x"{row["note"]}')]
    html = table_html([{"title": evil, "note": evil}], columns, caption=evil)
    assert "<img" not in html
    assert 'href="x&quot;&lt;img' in html


def test_a_heading_leads_to_the_order_of_its_column_and_says_which_stands():
    html = table_html([], [Column("n", "数", order=("?sort=n", True)), Column("m", "数")])
    assert 'aria-sort="descending"' in html
    assert '<a href="?sort=n" target="_self" title="按数排序">数 ▾</a>' in html
    assert html.count("aria-sort") == 1


def test_numbers_stand_right_and_links_lead_on():
    html = table_html([{"n": 3}], [Column("n", "数", href=lambda row: f"./rows?n={row['n']}")])
    assert '<td class="dudao-number"><a href="./rows?n=3" target="_self">3</a></td>' in html


@pytest.mark.parametrize(
    ("cell", "place"), [("D7", "D7 · 人员"), (None, "第 7 行 · 人员")], ids=("cell", "row")
)
def test_a_source_names_the_cell_or_else_the_row(cell, place):
    row = {
        "submission_id": 1, "source_file": "2021-06/配备表.xlsx", "source_sheet": "人员",
        "source_row": 7, "source_cell": cell,
    }  # fmt: skip
    html = table_html([row], [source_column()])
    assert f'<span class="dudao-file">配备表.xlsx</span><span class="dudao-file">{place}' in html


def test_a_sheet_is_drawn_with_letters_numbers_and_the_cell_marked():
    html = sheet_html({3: ["单位", "人数"], 9: ["甲", "<b>"]}, {"B9"}, 9, {3})
    assert '<tr class="dudao-heading"><th>3</th>' in html
    assert '<td class="dudao-marked">&lt;b&gt;</td>' in html
    assert "⋯" in html


@pytest.mark.parametrize(
    ("cell", "parts"), [("D7", ("D", 7)), ("AB12", ("AB", 12)), ("第7行", None), ("", None)]
)
def test_an_address_is_split_into_letters_and_row(cell, parts):
    assert split_address(cell) == parts
