"""What a submission changed: its rows beside those that stood before it, sheet by sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.differences import Changed, row_name
from dashboard.kinds import Column as KindColumn
from dashboard.kinds import kind
from dashboard.texts import t
from dashboard.ui.choices import link
from dashboard.ui.compared import Compared, Places, compared_sheets, places
from dashboard.ui.labels import choice_label, kind_label
from dashboard.ui.names import unit_column
from dashboard.ui.prose import prose
from dashboard.ui.session import ask
from dashboard.ui.tables import Column, Row, data_table, paged_table, percent, shown

_PAGE = 20


def draw_differences(number: int) -> None:
    """Draw what the submission changed; nothing where all its sheets are the first."""
    claims = ask("pages/submissions_before", submission=number)
    if not any(one["submission_before"] for one in claims):
        return
    compared = compared_sheets(number, claims)
    st.subheader(t("submissions.replaced"))
    made = [one.difference for one in compared]
    total = {name: sum(len(getattr(one, name)) for one in made) for name in _TABLES}
    st.write(prose("submissions.difference", **total))
    for one in compared:
        if one.shrunk:
            _warn(one)
    if len(claims) > 1 or any(total.values()):
        data_table([_summary(one) for one in compared], _summary_columns())
    place = places(compared)
    for name, columns in _TABLES.items():
        rows = [row for one in compared for row in _rows(one, name, place)]
        if rows:
            st.markdown(f"**{t(f'submissions.rows_{name}', count=len(rows))}**")
            paged_table(rows, columns(rows), key=f"difference_{name}", size=_PAGE)


def _warn(one: Compared) -> None:
    kept = kind(one.claim["kind"])
    names = [_named(kept.view, row) for row in one.difference.gone]
    said = "、".join(names[:10]) + ("…" if len(names) > 10 else "")
    st.warning(
        prose(
            "submissions.ledger_shrunk",
            unit=one.claim["unit"] or "",
            kind=kind_label(kept.view),
            count=one.claim["rows_before"] - one.claim["rows"],
            names=said or t("ui.none"),
        )
    )


def _named(view: str, row: Row) -> str:
    """What names the row, choices by their labels; its unit or its place where nothing does."""
    name = row_name(kind(view), row)
    first = kind(view).columns[0]
    if first.type == "choice" and name in first.choices:
        return choice_label(view, first.name, name)
    return name or t("submissions.row_number", row=row["source_row"])


def _summary(one: Compared) -> dict[str, Any]:
    return one.claim | {name: len(getattr(one.difference, name)) for name in _TABLES}


def _summary_columns() -> list[Column]:
    return [
        Column("kind", t("submissions.kind"), show=kind_label),
        unit_column(t("ui.unit")),
        Column(
            "submission_before",
            t("submissions.before"),
            href=lambda row: link("submissions", submission=row["submission_before"]),
        ),
        Column("reported_before", t("submissions.reported_on")),
        Column("rows_before", t("submissions.rows_before"), narrow=True),
        Column("rows", t("submissions.rows"), narrow=True),
        *(Column(name, t(f"submissions.{name}"), narrow=True) for name in _TABLES),
    ]


def _rows(one: Compared, name: str, place: Places) -> list[dict[str, Any]]:
    view = one.claim["kind"]
    if name == "changed":
        return [_changed(view, cell, place) for cell in one.difference.changed]
    return [_whole(view, row, place) for row in getattr(one.difference, name)]


def _changed(view: str, cell: Changed, place: Places) -> dict[str, Any]:
    column = kind(view).column(cell.column)
    return {
        "kind": view,
        "unit": cell.row["unit"],
        "name": _named(view, cell.row),
        "column": column.label,
        "before": written(view, column, cell.before),
        "after": written(view, column, cell.after),
        "before_href": _address(cell.row_before, place(cell.row_before, cell.column)),
        "after_href": _address(cell.row, place(cell.row, cell.column)),
    }


def _whole(view: str, row: Row, place: Places) -> dict[str, Any]:
    """A row added or gone: what names it, and what else it says."""
    name = _named(view, row)
    pairs = zip(kind(view).columns, row["cells"], strict=True)
    said = [
        f"{column.label}：{text}"
        for column, cell in pairs
        if (text := written(view, column, cell)) and text not in name
    ]
    named = next((one.name for one in kind(view).columns if place(row, one.name)), "")
    return {
        "kind": view,
        "unit": row["unit"],
        "name": name,
        "said": "；".join(said),
        "href": _address(row, place(row, named)),
    }


def _address(row: Row, cell: str | None) -> str:
    return link(
        "source",
        submission=row["submission_id"],
        sheet=row["source_sheet"],
        row=row["source_row"],
        cell=cell,
    )


def written(view: str, column: KindColumn, cell: str | None) -> str:
    """A stored value, here as text, as people write it."""
    if cell is None:
        return ""
    match column.type:
        case "percent":
            return percent(cell)
        case "number" | "quantity":
            return shown(float(cell))
        case "yesno":
            return shown(cell == "true")
        case "choice" | "step":
            return choice_label(view, column.name, cell)
    return shown(dt.date.fromisoformat(cell)) if column.type == "date" else cell


def _changed_columns(rows: Sequence[Row]) -> list[Column]:
    return [
        *_same_columns(rows),
        Column("column", t("submissions.column")),
        Column("before", t("submissions.value_before"), html=_value("before"), wide=True),
        Column("after", t("submissions.value_after"), html=_value("after"), wide=True),
    ]


def _value(side: str) -> Callable[[Row], str]:
    def html(row: Row) -> str:
        text = row[side] or t("ui.blank")
        return f'<a href="{escape(row[f"{side}_href"])}" target="_self">{escape(text)}</a>'

    return html


def _whole_columns(rows: Sequence[Row]) -> list[Column]:
    said = Column("said", t("submissions.said"), wide=True)
    return [*_same_columns(rows, lambda row: row["href"]), said]


def _same_columns(
    rows: Sequence[Row], href: Callable[[Row], str | None] | None = None
) -> list[Column]:
    """Kind and unit where there are several, and what names the row."""
    columns = {
        "kind": Column("kind", t("submissions.kind"), show=kind_label),
        "unit": unit_column(t("ui.unit")),
    }
    several = [one for name, one in columns.items() if len({row[name] for row in rows}) > 1]
    return [*several, Column("name", t("submissions.row_name"), href=href, wide=True)]


_TABLES: dict[str, Callable[[Sequence[Row]], list[Column]]] = {
    "added": _whole_columns,
    "changed": _changed_columns,
    "gone": _whole_columns,
}
