"""A matrix as an HTML table: rows by columns, one linked sign a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

Cell = tuple[str, str, str | None]
"""Tone, text and where a click leads."""

_LEVEL_COLUMNS = 14
"""So many headings have room to be written level; more stand upright."""


def matrix(
    rows: Sequence[tuple[str, str]],
    columns: Sequence[tuple[str, str]],
    cells: Mapping[tuple[str, str], Cell],
    corner: str,
    *,
    short_rows: bool = False,
) -> None:
    """Draw a matrix. ``rows`` and ``columns`` are (key, label), ``cells`` by their keys.

    A pair without a cell stays blank. ``short_rows``: the rows are names that need no wrapping,
    which leaves the cells more room."""
    style = "dudao-table dudao-matrix" + " dudao-names" * short_rows
    style += " dudao-level" * (len(columns) <= _LEVEL_COLUMNS)
    head = "".join(f'<th scope="col"><span>{escape(label)}</span></th>' for _, label in columns)
    body = "".join(_row(key, label, columns, cells) for key, label in rows)
    st.html(
        f'<div class="dudao-scroll"><table class="{style}"><thead><tr>'
        f'<th scope="col">{escape(corner)}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _row(
    key: str,
    label: str,
    columns: Sequence[tuple[str, str]],
    cells: Mapping[tuple[str, str], Cell],
) -> str:
    drawn = "".join(_cell(cells.get((key, column))) for column, _ in columns)
    return f'<tr><th scope="row">{escape(label)}</th>{drawn}</tr>'


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>"
    tone, text, href = cell
    shown = escape(text)
    if href:
        shown = f'<a href="{escape(href)}" target="_self">{shown}</a>'
    return f'<td class="dudao-{tone}">{shown}</td>'
