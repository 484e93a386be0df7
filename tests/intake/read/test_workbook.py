from __future__ import annotations

from dashboard.intake.model import Sheet
from dashboard.intake.read.workbook import trim


def test_merges_are_cut_at_the_edge_and_those_that_are_none_are_gone():
    sheet = Sheet("表", [["a", "b"], ["c", None], [None, None]])
    sheet.merges = [(0, 0, 9, 9), (1, 0, 0, 1), (0, 1, 1, 0), (5, 0, 6, 0), (1, 0, 1, 1)]
    assert trim(sheet).merges == [(0, 0, 1, 1), (1, 0, 1, 1)]
