"""Workbooks made after the habits of units, through the real reader, against their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.intake.model import FileReading
from dashboard.intake.read import read_bytes
from dashboard.intake.understand import understand
from dashboard.kinds import kinds
from tests.intake.labelled.directory import context
from tests.intake.labelled.drawing import Case, cases
from tests.intake.labelled.scoring import Score, score
from tests.intake.labelled.writing import write

CASES = list(cases(Path(__file__).parent / "workbooks"))


def taken(case: Case, folder: Path) -> FileReading:
    """The case written to a real file and read the way that intake reads."""
    path = folder / "private"
    path.write_bytes(write(case))
    return understand(read_bytes(path, name=case.file), case.file, context(case.received))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_units_workbook_comes_in_as_labelled(case: Case, tmp_path: Path) -> None:
    reading = taken(case, tmp_path)
    found = score(case, reading)
    named = [(one.severity, one.code, one.sheet, one.cell, one.message) for one in reading.problems]
    assert found.lines == [], "\n".join([*found.lines, "", *map(str, named)])


def test_over_the_whole_set_99_of_100_cells_are_right_and_nothing_wrong_gets_in(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    whole = Score()
    for case in CASES:
        one = score(case, taken(case, tmp_path))
        whole.cells += one.cells
        whole.lines += one.lines
    record_property("cells", dict(whole.cells))
    whole.lines.insert(0, f"{whole.share:.2%} right of {dict(whole.cells)}")
    assert whole.cells["wrong"] == 0, "\n".join(whole.lines)
    assert whole.share >= 0.99, "\n".join(whole.lines)


def test_the_set_is_large_and_has_every_kind_and_format() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
    assert {each.kind for case in CASES for each in case.expected} == set(kinds())
    assert Counter(case.suffix for case in CASES).keys() >= {"xlsx", "xls", "ods", "csv", "tsv"}
