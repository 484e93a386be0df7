from __future__ import annotations

import pytest

from dashboard.intake.locate.grid import grid_of
from dashboard.intake.locate.tables import locate
from tests.intake.sheets import grid

HEAD = "|序号|单位|事项|受理日期|\n"


def body(text: str) -> dict[str, list[int]]:
    (found,) = locate(grid_of(grid(HEAD + text)))
    return {
        "rows": found.body.rows,
        "totals": found.body.totals,
        "notes": found.body.notes,
        "numbering": found.body.numbering,
        "sections": sorted(found.body.sections),
        "repeats": found.body.repeats,
    }


ROW = "|1|市图书馆|甲|2021-6-1|\n"


@pytest.mark.parametrize(
    ("text", "name", "rows"),
    [
        pytest.param("|甲|乙|1|2|\n" + ROW, "numbering", [1], id="letters, then numbers"),
        pytest.param("|1|2|3|4|\n" + ROW, "numbering", [1], id="numbers"),
        pytest.param(ROW + "|合 计||2件||\n", "totals", [2], id="total with a space in it"),
        pytest.param(ROW + "|2|小计|2件||\n", "totals", [2], id="subtotal after a number"),
        pytest.param("|一、投诉|<|<|<|\n" + ROW, "sections", [1], id="section over the width"),
        pytest.param("|一|局属单位|||\n" + ROW, "sections", [1], id="section with its ordinal"),
        pytest.param(ROW + HEAD + ROW, "repeats", [2], id="headings again"),
        pytest.param(ROW + "|注:略|<|<|<|\n", "notes", [2], id="note"),
        pytest.param(ROW + "|填表人:张三|||审核人:李四|\n", "notes", [2], id="signatures"),
        pytest.param(ROW + "|填表人|张三|审核人|李四|\n", "notes", [2], id="signatures in cells"),
        pytest.param(ROW + "|第1页|||\n" + ROW, "notes", [2], id="page number"),
    ],
)
def test_rows_are_told_apart(text: str, name: str, rows: list[int]) -> None:
    found = body(text)
    assert found[name] == rows
    assert len(found["rows"]) == text.count(ROW)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("|2|市图书馆|合计金额不符|2021-6-1|\n", id="a total in the words of a case"),
        pytest.param("|2|市图书馆|注:超时|2021-6-1|\n", id="a note in a cell of a row"),
        pytest.param("|2||乙|2021-6-1|\n", id="a blank cell"),
    ],
)
def test_what_only_looks_like_a_total_or_a_note_is_data(row: str) -> None:
    assert body(ROW + row)["rows"] == [1, 2]


def test_rows_after_a_page_number_go_on() -> None:
    assert body(ROW + "|第1页|||\n" + ROW + ROW)["rows"] == [1, 3, 4]
