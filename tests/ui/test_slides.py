"""No slide holds more than can be read from the back of the room."""

from __future__ import annotations

import pytest

from dashboard.ui.slides import ROWS, Figure, Slide, bar, slide_html, split


def slide(rows, figures=0):
    return Slide(
        "标题",
        tuple(Figure("红项", "3") for _ in range(figures)),
        ("单位", "数"),
        tuple((f"单位{number}", "1") for number in range(rows)),
    )


@pytest.mark.parametrize(
    ("rows", "figures", "sizes"),
    [
        (0, 0, [0]),
        (7, 0, [7]),
        (8, 0, [7, 1]),
        (7, 1, [7]),
        (30, 1, [7, 7]),
    ],
)
def test_a_long_slide_becomes_several(rows, figures, sizes):
    parts = split(slide(rows, figures))
    assert [len(part.rows) for part in parts] == sizes
    assert all(len(part.rows) <= ROWS for part in parts)


def test_what_does_not_fit_on_two_screens_is_counted_on_the_last():
    parts = split(slide(30, 1))
    assert parts[0].note == ""
    assert "16" in parts[1].note


def test_the_day_and_the_place_stand_on_every_slide():
    html = slide_html(slide(2), day="2021-07-09", number=2, total=6)
    assert "统计截止日 2021-07-09" in html
    assert "第 2 屏，共 6 屏" in html


def test_a_bar_shows_a_share_against_its_mark():
    html = bar(0.0488, 0.05, full=0.1, text="4.88%")
    assert "width:48.8%" in html
    assert "left:50.0%" in html
    assert ">4.88%<" in html


def test_a_slide_without_rows_says_so():
    html = slide_html(Slide("标题", empty="没有逾期任务。"), day="2021-07-09", number=1, total=1)
    assert "没有逾期任务。" in html
