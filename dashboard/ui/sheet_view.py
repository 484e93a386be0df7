"""A piece of a sheet drawn as a spreadsheet program would: letters, numbers, one cell marked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from html import escape

from dashboard.intake.model import column_letters

_ADDRESS = re.compile(r"^([A-Z]+)(\d+)$")


def split_address(cell: str) -> tuple[str, int] | None:
    """Letters and row of an address, D7 is ('D', 7); None where it is no address."""
    found = _ADDRESS.match(cell)
    return (found[1], int(found[2])) if found else None


def sheet_html(
    rows: Mapping[int, Sequence[str]], marked: Collection[str], marked_row: int, headings: set[int]
) -> str:
    """The rows as an HTML table. ``marked`` are addresses, ``headings`` 1-based rows."""
    width = max((len(cells) for cells in rows.values()), default=0)
    letters = [column_letters(column) for column in range(width)]
    head = "".join(f"<th>{one}</th>" for one in letters)
    body = []
    before = None
    for number in sorted(rows):
        if before is not None and number > before + 1:
            body.append(f'<tr><td class="dudao-gap" colspan="{width + 1}">⋯</td></tr>')
        before = number
        tone = " dudao-heading" if number in headings else ""
        tone = " dudao-marked-row" if number == marked_row else tone
        cells = "".join(
            f'<td class="{"dudao-marked" if f"{letter}{number}" in marked else ""}">'
            f"{escape(text)}</td>"
            for letter, text in zip(letters, [*rows[number], *[""] * width], strict=False)
        )
        body.append(f'<tr class="{tone.strip()}"><th>{number}</th>{cells}</tr>')
    return (
        f'<div class="dudao-scroll"><table class="dudao-sheet"><thead><tr><th></th>{head}</tr>'
        f"</thead><tbody>{''.join(body)}</tbody></table></div>"
    )
