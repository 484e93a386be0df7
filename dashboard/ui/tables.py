"""Tables as HTML: printed, read aloud and selectable, with links from figures to rows.

``st.dataframe`` is a canvas and can do none of this. Cell text is data: everything is escaped.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from dashboard.texts import t
from dashboard.ui.choices import link

Row = Mapping[str, Any]

SEVERITY_SHAPES = {"red": "■", "amber": "▲", "blue": "●"}
"""A shape beside the colour and the word, for whoever does not see the colour."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    key: str
    label: str
    href: Callable[[Row], str | None] | None = None
    """Where a click on the cell leads."""
    show: Callable[[Any], str] | None = None
    """The value as text; default ``shown``."""
    html: Callable[[Row], str] | None = None
    """The cell as HTML of our own making, escaped by the caller; instead of ``show``."""
    wide: bool = False
    """Takes what room is left and wraps."""
    narrow: bool = False
    """One of many: heading wraps, cell is centred and close to its neighbours."""
    order: tuple[str, bool] | None = None
    """Where a click on the heading leads to have the rows in its order, and whether they are."""


def shown(value: Any) -> str:
    """A value as people write it: dates as ISO, 3 for 3.0, 是 and 否."""
    if value is None or value != value:  # noqa: PLR0124 - NaN and NaT
        return ""
    if isinstance(value, bool):
        return t("ui.yes") if value else t("ui.no")
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{value:.2f}".rstrip("0").rstrip(".")
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return str(value)


def percent(value: Any) -> str:
    """A fraction as a percentage: 0.0476 is 4.76%."""
    if value is None or value != value:  # noqa: PLR0124
        return ""
    return f"{shown(round(float(value) * 100, 2))}%"


def severity(row: Row) -> str:
    """The severity as a coloured mark with its word."""
    level = row["severity"]
    return badge(level, f"{SEVERITY_SHAPES[level]} {t(f'ui.{level}')}")


def badge(tone: str, text: str) -> str:
    """A small coloured label. ``tone``: red, amber, blue, green or grey."""
    return f'<span class="dudao-badge dudao-{tone}">{escape(text)}</span>'


def stacked(above: str, below: str) -> str:
    """Two things in one cell: HTML of our own making, and a text below it in small print."""
    return f'{above}<span class="dudao-small">{escape(below)}</span>' if below else above


def source_link(row: Row) -> str | None:
    """The address of the page that shows the cell a row came from; None without a source."""
    if row.get("submission_id") is None or row.get("source_row") is None:
        return None
    return link(
        "source",
        submission=row["submission_id"],
        sheet=row["source_sheet"],
        row=row["source_row"],
        cell=row.get("source_cell"),
    )


def source_column() -> Column:
    """The column that leads each row to its file, sheet and cell."""

    def place(row: Row) -> str:
        href = source_link(row)
        if href is None:
            return ""
        cell = row.get("source_cell") or t("ui.source_row", row=row["source_row"])
        file = escape(row["source_file"])
        place = f"{escape(cell)} · {escape(row['source_sheet'])}"
        return (
            f'<a class="dudao-source" href="{escape(href)}" target="_self"'
            f' title="{file} · {place}"><span class="dudao-file">{file.rsplit("/", 1)[-1]}</span>'
            f'<span class="dudao-file">{place}</span></a>'
        )

    return Column("source_file", t("ui.source"), html=place)


def table_html(rows: Sequence[Row], columns: Sequence[Column], caption: str = "") -> str:
    """The HTML of a table; see ``data_table``."""
    head = "".join(_heading(rows, one) for one in columns)
    body = "".join(f"<tr>{''.join(_cell(row, one) for one in columns)}</tr>" for row in rows)
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        f'<div class="dudao-scroll"><table class="dudao-table">{title}'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def data_table(rows: Sequence[Row], columns: Sequence[Column], caption: str = "") -> None:
    """Draw a table; the caller has said something better where there are no rows."""
    st.html(table_html(rows, columns, caption))


def paged_table(rows: Sequence[Row], columns: Sequence[Column], key: str, size: int = 50) -> None:
    """A long table, ``size`` rows a page."""
    pages = max(1, -(-len(rows) // size))
    page = 1
    if pages > 1:
        page = st.pagination(pages, key=key)
    first = (page - 1) * size
    part = rows[first : first + size]
    data_table(part, columns)
    if pages > 1:
        st.caption(t("ui.rows_shown", total=len(rows), first=first + 1, last=first + len(part)))


def _heading(rows: Sequence[Row], column: Column) -> str:
    """A heading stands over its figures: on the right where they do."""
    figures = any(_is_number(row.get(column.key)) for row in rows)
    names = ["dudao-number"] * figures + ["dudao-narrow"] * column.narrow
    style = f' class="{" ".join(names)}"' if names else ""
    label = escape(column.label)
    if column.order:
        href, ordered = column.order
        style += ' aria-sort="descending"' * ordered
        words = escape(t("ui.order_by", name=column.label))
        sign = " ▾" * ordered
        label = f'<a href="{escape(href)}" target="_self" title="{words}">{label}{sign}</a>'
    return f'<th scope="col"{style}>{label}</th>'


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _cell(row: Row, column: Column) -> str:
    value = row.get(column.key)
    kind = "wide" if column.wide else "narrow" if column.narrow else "text"
    if _is_number(value):
        kind = "number"
    if column.html is not None:
        return f'<td class="dudao-{kind}">{column.html(row)}</td>'
    text = escape((column.show or shown)(value))
    href = column.href(row) if column.href else None
    if href and text:
        text = f'<a href="{escape(href)}" target="_self">{text}</a>'
    return f'<td class="dudao-{kind}">{text}</td>'
