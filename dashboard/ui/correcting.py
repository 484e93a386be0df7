"""Saying how a table is to be read: what a heading means, in which row the headings end.

What is said is remembered for the unit and kind, and all sheets it concerns are read anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.intake.model import Correction
from dashboard.texts import t
from dashboard.ui.labels import kind_label
from dashboard.ui.naming import draw_naming
from dashboard.ui.originals import original_path
from dashboard.ui.remembering import (
    LEFT_OUT,
    SAID,
    SHOWN_ROWS,
    column_choice,
    column_label,
    ends_in,
    remember,
    row_number,
    row_rule,
    scope,
    show_rows,
    tables_now,
)
from dashboard.ui.session import ask

Table = Sequence[dict[str, Any]]
"""The columns of one table as ``pages/source_tables`` has them."""


def draw_correcting(submission: dict[str, Any], tables: Sequence[Table]) -> None:
    """Offer to say how a table is to be read, and tell what came of the last saying."""
    if said := st.session_state.pop(SAID, None):
        (st.success if said[0] else st.warning)(said[1])
    if not submission["sha256"] or not original_path(submission["sha256"]).is_file():
        return
    unread = _unread_sheets(submission["submission_id"], tables)
    if not tables and not unread:
        return
    refused = submission["status"] == "refused"
    with st.expander(t("submissions.correct"), expanded=refused):
        st.caption(t("submissions.correct_note"))
        choices = [*range(len(tables)), *unread]
        which = st.selectbox(
            t("submissions.which_table"),
            choices,
            format_func=lambda one: _table_name(tables, one),
            key=f"table_{submission['submission_id']}",
        )
        if isinstance(which, int):
            _correct_heading(submission, tables[which])
            _correct_row(submission, tables[which][0])
        else:
            draw_naming(submission, str(which))


def _unread_sheets(number: int, tables: Sequence[Table]) -> list[str]:
    """The sheets that hold something and of which no table was read."""
    read = {table[0]["sheet"] for table in tables}
    sheets = [row["sheet"] for row in ask("pages/submissions_cells", submission=number)]
    return [one for one in dict.fromkeys(sheets) if one not in read]


def _table_name(tables: Sequence[Table], which: int | str) -> str:
    if isinstance(which, str):
        return t("submissions.unread_sheet", sheet=which)
    first = tables[which][0]
    return t(
        "submissions.read_table",
        sheet=first["sheet"],
        kind=kind_label(first["kind"]),
        unit=first["unit"] or t("submissions.several_units"),
    )


def _correct_heading(submission: dict[str, Any], table: Table) -> None:
    view, unit = table[0]["kind"], table[0]["unit"]
    now = {one["heading"]: one["column_name"] for one in table if one["heading"]}
    if not now:
        return
    left, middle, right = st.columns([2, 2, 1], vertical_alignment="bottom")
    key = f"{submission['submission_id']}_{table[0]['table_no']}"
    left_out = [number for number, one in enumerate(now.values()) if one is None]
    heading = left.selectbox(
        t("submissions.this_heading"),
        list(now),
        index=left_out[0] if left_out else 0,
        key=f"heading_{key}",
    )
    taken = {one["column_name"] for one in table if one["heading"] != heading}
    is_now = now[heading] or LEFT_OUT
    column = column_choice(
        middle, t("submissions.is_column"), view, taken, is_now, f"{key}_{heading}"
    )
    if right.button(t("submissions.remember"), key=f"remember_{key}", disabled=column == is_now):
        where = scope(submission, unit, table[0]["sheet"])
        wanted = (heading, column or None)
        remember(
            [Correction("heading", view, unit, *wanted, **where)],
            lambda: wanted in {(r["heading"], r["column_name"]) for r in tables_now(submission)},
            t(
                "submissions.corrected_heading",
                heading=heading,
                column=column_label(view, column),
                unit=unit or t("submissions.such_files"),
            ),
        )


def _correct_row(submission: dict[str, Any], table: dict[str, Any]) -> None:
    left, right, _ = st.columns([2, 1, 2], vertical_alignment="bottom")
    sheet = table["sheet"]
    key = f"{submission['submission_id']}_{table['table_no']}"
    text = left.text_input(t("submissions.headings_end"), key=f"row_{key}")
    pressed = right.button(t("submissions.remember"), key=f"remember_row_{key}")
    if st.toggle(t("submissions.show_rows", rows=SHOWN_ROWS), key=f"show_{key}"):
        show_rows(submission, sheet)
    if not pressed:
        return
    row = row_number(text)
    said = row and row_rule(submission, sheet, table["kind"], table["unit"], row)
    if not row or not said:
        st.error(t("submissions.row_blank", row=row) if row else t("submissions.row_needed"))
        return
    remember(
        [said],
        lambda: ends_in(submission, sheet, table["kind"], row),
        t("submissions.corrected_row", sheet=sheet, row=row, kind=kind_label(table["kind"])),
    )
