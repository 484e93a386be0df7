"""What must be said of a sheet as a whole: hidden parts, tables of no kind, error cells."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid
from dashboard.intake.locate.heads import Head
from dashboard.intake.model import Problem, Sheet, TakenTable, address, column_letters
from dashboard.intake.recognise.common import REPORTED_ON, UNIT
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.which import Recognised
from dashboard.problems import problem

_NO_DATA = (
    "说明",
    "须知",
    "字典",
    "选项",
    "词汇",
    "下拉",
    "码表",
    "代码",
    "目录",
    "封面",
    "示例",
    "样例",
    "参数",
)
_NAMED_AT_MOST = 12


def hidden(sheet: Sheet, tables: list[TakenTable]) -> list[Problem]:
    """Warnings for a hidden sheet, hidden rows or columns of which something was taken."""
    if not tables:
        return []
    if sheet.hidden:
        return [problem("hidden_sheet", sheet=sheet.name, name=sheet.name)]
    found = []
    for table in tables:
        rows = [row for row in table.data["source_row"] if row - 1 in sheet.hidden_rows]
        if rows:
            cell = f"A{rows[0]}"
            found.append(problem("hidden_rows", sheet=sheet.name, cell=cell, rows=ranges(rows)))
    return found + _hidden_columns(sheet, tables)


def struck_out(sheet: Sheet, tables: list[TakenTable]) -> list[Problem]:
    """A warning for the rows of each table in which something that was taken is struck out."""
    if not sheet.struck_cells:
        return []
    struck = {address(*place) for place in sheet.struck_cells}
    found = []
    for table in tables:
        places: dict[int, str] = {}
        for index, row in enumerate(table.data["source_row"]):
            own = table.row_cells[index] if table.row_cells else None
            cells = own.values() if own else (f"{one}{row}" for one in table.columns.values())
            hit = next((cell for cell in cells if cell in struck), None)
            if hit is not None:
                places.setdefault(row, hit)
        if places:
            first, rows = next(iter(places.values())), ranges(places)
            found.append(problem("struck_out", sheet=sheet.name, cell=first, rows=rows))
    return found


def _hidden_columns(sheet: Sheet, tables: list[TakenTable]) -> list[Problem]:
    hidden_letters = {column_letters(column) for column in sheet.hidden_columns}
    found = []
    for table in tables if hidden_letters else ():
        letters = [one for one in dict.fromkeys(table.columns.values()) if one in hidden_letters]
        if letters and table.header_rows:
            cell = f"{letters[0]}{table.header_rows[-1]}"
            columns = "、".join(f"{one}({table.headings.get(one, '')})" for one in letters)
            found.append(problem("hidden_columns", sheet=sheet.name, cell=cell, columns=columns))
    return found


def ranges(rows: Iterable[int]) -> str:
    """Row numbers as people write them: 3-5、9."""
    parts = []
    for _, group in groupby(enumerate(sorted(set(rows))), key=lambda pair: pair[1] - pair[0]):
        run = [row for _, row in group]
        parts.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return "、".join(parts)


def unknown_tables(
    sheet: Sheet, tables: list[tuple[Found, Recognised]], grid: Grid
) -> list[Problem]:
    """An error for each table of no recognised kind; instructions and lists of words for
    drop-down cells are none."""
    if sheet.hidden or any(word in sheet.name for word in _NO_DATA):
        return []
    found = []
    for table, recognised in tables:
        if recognised.matched is not None or not _is_table(table):
            if recognised.matched is None and _is_list(table):
                found.append(_list_left_out(table))
            continue
        names = [head.written for head in table.heads if head.written]
        cell = table.grid.address(table.header_rows[-1], table.heads[0].column)
        nearest = recognised.nearest.label if recognised.nearest else "无"
        headings = "、".join(names[:_NAMED_AT_MOST])
        found.append(
            problem("unknown_kind", sheet=grid.name, cell=cell, headings=headings, nearest=nearest)
        )
    return found


def _is_list(table: Found) -> bool:
    return table.shape == "rows" and len(table.heads) == 1 and bool(table.body.rows)


def _list_left_out(table: Found) -> Problem:
    head, grid = table.heads[0], table.grid
    cell = grid.address(table.header_rows[-1], head.column)
    rows = ranges(row + 1 for row in table.body.rows)
    return problem("list_left_out", sheet=grid.name, cell=cell, heading=head.written, rows=rows)


def _is_table(table: Found) -> bool:
    if table.shape != "rows":
        return sum(_is_own_heading(head) for head in table.heads) >= 2
    return len(table.heads) >= 2 and len(table.body.rows) - len(table.body.lone) >= 1


def _is_own_heading(head: Head) -> bool:
    """True for a heading that is some kind's own, not merely 单位 or 日期 of a cover sheet."""
    return any(
        worth >= 0.9 and name not in (UNIT, REPORTED_ON) and view != "unit"
        for view, meanings in likeness(head.path).items()
        for name, worth in meanings.items()
    )


def faulty_cells_outside(grid: Grid, problems: list[Problem]) -> list[Problem]:
    """Warnings for error cells and formulas without a value that no problem names yet."""
    named = {one.cell for one in problems if one.code in ("error_cell", "formula_without_value")}
    found = []
    for (row, column), text in sorted(grid.faulty.items()):
        cell = address(row, column)
        if cell not in named:
            code = "error_cell_outside" if text else "formula_outside"
            found.append(problem(code, sheet=grid.name, cell=cell, text=text))
    return found
