"""The labelled workbooks once more, as other programs and other hands would have left them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.utils.cell import column_index_from_string as index_of
from openpyxl.utils.cell import coordinate_from_string, get_column_letter

from dashboard.intake.read import read_bytes
from dashboard.intake.understand import understand
from tests.intake.labelled.directory import context
from tests.intake.labelled.drawing import Case, Cell, cases
from tests.intake.labelled.scoring import Score, score
from tests.intake.labelled.writing import FORMATS

CASES = list(cases(Path(__file__).parent / "workbooks"))
_OWN_FORMAT = "long_numbers"
"""Cases that are about what one format does to numbers."""
_NAMED_SHEETS = ("xlsx", "xls", "ods")


def _taken(case: Case, form: str, folder: Path) -> Score:
    path = folder / "private"
    path.write_bytes(FORMATS[form](case.sheets))
    reading = understand(read_bytes(path, name=case.file), case.file, context(case.received))
    return score(case, reading)


def _fits(case: Case, form: str) -> bool:
    """Formulas and error cells need .xlsx; names of sheets and further sheets a workbook."""
    cells = [cell for sheet in case.sheets for row in sheet.rows for cell in row]
    special = any(cell.error or cell.formula for cell in cells)
    nameless = len(case.sheets) == 1 and case.sheets[0].name.lower()[:5] in ("sheet", "csv", "tsv")
    if case.name.startswith(_OWN_FORMAT) or (special and form != "xlsx"):
        return False
    return form in _NAMED_SHEETS or nameless


def _whole(form: str, variants: Iterator[Case], folder: Path) -> Score:
    whole = Score()
    for case in variants:
        if _fits(case, form):
            one = _taken(replace(case, anywhere=form not in _NAMED_SHEETS), form, folder)
            whole.cells += one.cells
            whole.lines += one.lines
    whole.lines.insert(0, f"{whole.share:.2%} right of {dict(whole.cells)}")
    return whole


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_workbook_comes_in_alike_in_every_format(form: str, tmp_path: Path) -> None:
    whole = _whole(form, iter(CASES), tmp_path)
    assert whole.cells["wrong"] == 0, "\n".join(whole.lines)
    assert whole.share >= 0.99, "\n".join(whole.lines)


def _texts(case: Case, change: Callable[[str], str]) -> Case:
    made = deepcopy(case)
    for sheet in made.sheets:
        sheet.rows = [
            [
                replace(cell, value=change(cell.value)) if isinstance(cell.value, str) else cell
                for cell in row
            ]
            for row in sheet.rows
        ]
    return made


def _padded(case: Case) -> Case:
    return _texts(case, lambda text: f" {text}\u3000\u00a0 ")


def _spaced(case: Case) -> Case:
    def change(text: str) -> str:
        short = 2 <= len(text) <= 6 and all("\u4e00" <= letter <= "\u9fff" for letter in text)
        return " ".join(text) if short else text

    return _texts(case, change)


def _shifted(case: Case) -> Case:
    """Two rows down and a column to the right."""
    made = deepcopy(case)
    for sheet in made.sheets:
        sheet.rows = [[Cell()], [Cell()], *([Cell(), *row] for row in sheet.rows)]
        sheet.merges = [(a + 2, b + 1, c + 2, d + 1) for a, b, c, d in sheet.merges]
        sheet.hidden_rows = [row + 2 for row in sheet.hidden_rows]
    made.problems = [(_moved(cell), code) for cell, code in made.problems]
    return made


def _moved(cell: str) -> str:
    sheet, mark, place = cell.rpartition("!")
    if place == "-":
        return cell
    letters, row = coordinate_from_string(place)
    return f"{sheet}{mark}{get_column_letter(index_of(letters) + 1)}{row + 2}"


def _numbers_as_text(case: Case) -> Case:
    made = deepcopy(case)
    for sheet in made.sheets:
        sheet.rows = [
            [
                replace(cell, value=str(cell.value))
                if isinstance(cell.value, int | float) and not (cell.formula or cell.percent)
                else cell
                for cell in row
            ]
            for row in sheet.rows
        ]
    return made


@pytest.mark.parametrize("variant", [_padded, _spaced, _shifted, _numbers_as_text])
def test_a_workbook_comes_in_alike_however_its_cells_were_typed(
    variant: Callable[[Case], Case], tmp_path: Path
) -> None:
    whole = _whole("xlsx", map(variant, CASES), tmp_path)
    assert whole.cells["wrong"] == 0, "\n".join(whole.lines)
    assert whole.share >= 0.99, "\n".join(whole.lines)
