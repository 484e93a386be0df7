"""Every untidiness of real sheets stands somewhere in the season."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest

from data.season import Made, season
from data.season.grid import Cell, Page

_WRITTEN = {
    "full-width digits": r"[０-９]",
    "stray spaces before": r"^\s+\S",
    "stray spaces behind": r"\S[ \u3000]+$",
    "spaces inside a heading": r"^完 成 进 度$|^责 任 人$|^具 体 举 措$",
    "a line break in a heading": r"^(序\n号|任务\n编号|完成\n时限|材料\n名称)$",
    "a line break in a cell": r"\S，?,?\n\S",
    "date 2021-6-9": r"^2021-\d-\d$",
    "date 2021.06.09": r"^2021\.\d\d\.\d\d$",
    "date 2021/6/9": r"^2021/\d{1,2}/\d{1,2}$",
    "date 20210609": r"^2021\d{4}$",
    "date 2021年6月9日": r"^2021年\d{1,2}月\d{1,2}日$",
    "date without year": r"^\d{1,2}月\d{1,2}日$",
    "date in full-width digits": r"^２０２１．",
    "end of a month": r"^\d{1,2}月底$",
    "a month as a date": r"^2021年\d{1,2}月$",
    "a quarter as a date": r"^2021年[一二三四]季度$",
    "months from and to": r"^\d+月至\d+月$",
    "no date": r"^(长期坚持|长期|常年)$",
    "percent as text": r"^\d+%$",
    "percent in full-width": r"^[０-９]+％$",
    "percent in words": r"^百分之[一二三四五六七八九十]+$",
    "more than half": r"^过半$",
    "done as a percent": r"^已完成$",
    "count with 人": r"^\d+ ?人$",
    "count with 名": r"^\d+ ?名$",
    "count with 件": r"^\d+ ?件$",
    "count in words": r"^(十二|四十|六十二|十九)$",
    "about": r"^约\d+$",
    "a share from and to": r"^\d%[-~]\d%$",
    "a share at least": r"^≥\d+%$",
    "yes and no": r"^[是否]$",
    "have and have not": r"^[有无]$",
    "ticks": r"^[√×✔✘]$",
    "done and not done": r"^[已未](审核|备案|清理|公开|建立)$",
    "letters": r"^[YN]$",
    "not applicable": r"^(不适用|不涉及|无需|/|—|-)$",
    "section": r"^[一二三四]、",
    "subtotal": r"^小计$",
    "total": r"^(合计|合 计|总计)$",
    "signature": r"^填表人[:：]",
    "note": r"^(注|备注|说明)[:：]",
    "measure line": r"^单位[:：] ?[人次]$",
    "whose line": r"^填报单位[:：]",
    "when line": r"^(填报日期|统计时点|填表日期)[:：]",
    "date in the title": r"[(（]截至2021年\d+月\d+日[)）]$",
}


def _texts() -> list[str]:
    return [
        cell.value
        for made in season()
        for page in made.book.pages
        for cell in page.cells.values()
        if isinstance(cell.value, str)
    ]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return _texts()


@pytest.mark.parametrize("pattern", _WRITTEN.values(), ids=_WRITTEN.keys())
def test_it_is_written_somewhere(texts, pattern):
    found = re.compile(pattern)
    assert any(found.search(text) for text in texts)


def _any_page(holds: Callable[[Page], bool]) -> Callable[[Made], bool]:
    return lambda made: any(holds(page) for page in made.book.pages)


def _styled(style: str, at_least: int = 1) -> Callable[[Made], bool]:
    return _any_page(
        lambda page: sum(one.style == style for one in page.cells.values()) >= at_least
    )


def _header_rows(page: Page) -> int:
    rows = [row for (row, _), cell in page.cells.items() if cell.style in ("group", "head")]
    return max(rows, default=0) - min(rows, default=0) + 1


def _merged_down(page: Page) -> bool:
    return any(
        bottom > top and page.cells.get((top, left), Cell(None)).style == "body"
        for top, left, bottom, _ in page.merges
    )


def _gap_in_table(page: Page) -> bool:
    rows = sorted({row for (row, _), cell in page.cells.items() if cell.style == "body"})
    used = {row for row, _ in page.cells}
    return any(row not in used for row in range(rows[0], rows[-1])) if rows else False


def _real(value_type: type, form: str) -> Callable[[Made], bool]:
    def holds(page: Page) -> bool:
        return any(
            isinstance(one.value, value_type) and (one.number_format or "").startswith(form)
            for one in page.cells.values()
        )

    return _any_page(holds)


def _whole_points(page: Page) -> bool:
    return any(cell.value == "完成进度(%)" for cell in page.cells.values())


_LAID_OUT: dict[str, Callable[[Made], bool]] = {
    "merged title": _any_page(
        lambda page: any(top == 0 < right for top, _, _, right in page.merges)
    ),
    "header in two rows": _any_page(lambda page: _header_rows(page) == 2),
    "header in three rows": _any_page(lambda page: _header_rows(page) == 3),
    "numbering row": _styled("number", 3),
    "cells merged downwards": _any_page(_merged_down),
    "blank column on the left": _any_page(lambda page: min(page.cells)[1] > 0),
    "blank rows above": _any_page(lambda page: bool(page.cells) and min(page.cells)[0] > 1),
    "blank row in the table": _any_page(_gap_in_table),
    "several tables on a sheet": _styled("title", 2),
    "several sheets": lambda made: sum(not page.hidden for page in made.book.pages) > 3,
    "hidden sheet": _any_page(lambda page: page.hidden),
    "hidden rows": _any_page(lambda page: bool(page.hidden_rows)),
    "instructions first": lambda made: (
        bool(made.book.pages) and made.book.pages[0].name == "填报说明"
    ),
    "no title at all": lambda made: (
        made.style == "csv"
        and bool(made.meant)
        and all(cell.style != "title" for cell in made.book.pages[0].cells.values())
    ),
    "real dates": _real(dt.date, "yyyy"),
    "real percents": _real(float, "0%"),
    "percents as points": _any_page(_whole_points),
    "one unit in many sheets": lambda made: len({one.kind for one in made.meant}) > 2,
}


@pytest.mark.parametrize("holds", _LAID_OUT.values(), ids=_LAID_OUT.keys())
def test_it_is_laid_out_so_somewhere(holds):
    assert any(holds(made) for made in season())


def test_headings_are_repeated_in_a_long_table():
    def repeats(page: Page) -> bool:
        heads = [cell.value for cell in page.cells.values() if cell.style == "head"]
        return len(set(heads)) * 2 <= len(heads) and bool(heads)

    assert any(repeats(page) for made in season() for page in made.book.pages)
