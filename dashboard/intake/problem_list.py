"""The list of problems that a marked workbook got from us: units send it back with the rest."""

from __future__ import annotations

from dashboard.intake.model import CellCount, Sheet

TITLE = "问题清单"
BEGINS = f"{TITLE}：共 "
"""How its first line begins, however many problems there are."""
HEADINGS = ("序号", "程度", "工作表", "单元格", "说明")
SEVERITIES = {"error": "错误", "warning": "提醒"}
"""What a sender reads of how grave a problem is."""


def title_for(problems: int) -> str:
    """The first line of a list of so many problems."""
    return f"{BEGINS}{problems} 处，请逐一改正后重新报送。"


def is_problem_list(sheet: Sheet) -> bool:
    """True for a sheet that is such a list, and none of the unit's own."""
    if len(sheet.rows) < 2 or not sheet.rows[0]:
        return False
    title = sheet.rows[0][0]
    return (
        isinstance(title, str)
        and title.startswith(BEGINS)
        and tuple(sheet.rows[1][: len(HEADINGS)]) == HEADINGS
    )


def notes_of(sheet: Sheet) -> CellCount:
    """Its cells, all of them notes."""
    filled = sum(value is not None for row in sheet.rows for value in row)
    return CellCount(sheet.name, total=filled, note=filled)
