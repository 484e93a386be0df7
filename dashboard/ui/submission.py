"""One submission on a page: its result, its problems by cell, how each table was read."""

from __future__ import annotations

from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

import streamlit as st

from dashboard.annotate import annotated
from dashboard.ingest import actions
from dashboard.kinds import kind, kinds
from dashboard.texts import t
from dashboard.ui.choices import chosen, link
from dashboard.ui.originals import original_path
from dashboard.ui.session import ask, workspace_root
from dashboard.ui.tables import Column, badge, data_table, paged_table, percent
from dashboard.workspace import Workspace


def draw_submission(number: str) -> None:
    """Draw the submission of that number, or say that there is none."""
    found = ask("pages/source_submission", submission=int(number)) if number.isdigit() else []
    back = {"as_of": chosen("as_of") or ""}
    st.page_link("submissions.py", label=t("submissions.back"), query_params=back)
    if not found:
        st.warning(t("submissions.unknown", number=number))
        return
    submission = found[0]
    st.header(_plain(submission["file"]))
    if submission["status"] == "refused":
        st.error(t("submissions.reason", reason=submission["reason"]))
    problems = ask("pages/source_problems", submission=int(number))
    downloads(submission)
    draw_problems(problems)
    draw_tables(int(number))
    draw_replaced(int(number))
    draw_cells(int(number))
    draw_withdrawal(submission)


def downloads(submission: dict[str, Any]) -> None:
    """The original, and the workbook with its faulty cells marked."""
    path = original_path(submission["sha256"] or "-")
    if not path.is_file():
        return
    name = PurePosixPath(submission["file"]).name
    left, right, _ = st.columns([1, 1, 2])
    left.download_button(t("source.download"), path.read_bytes, name)
    if submission["status"] == "problems":
        problems = ask("pages/source_problems", submission=submission["submission_id"])
        right.download_button(
            t("submissions.annotate"),
            lambda: annotated(path, name, problems),
            f"{PurePosixPath(name).stem}-批注.xlsx",
        )


def draw_problems(problems: list[dict[str, Any]]) -> None:
    """Problems by cell; each leads to its place in the sheet."""
    st.subheader(t("submissions.problem_list"))
    if not problems:
        st.success(t("submissions.no_problems"))
        return
    tones = {"error": "red", "warning": "amber"}
    columns = [
        Column(
            "severity",
            t("submissions.severity"),
            html=lambda row: badge(tones[row["severity"]], t(f"submissions.{row['severity']}")),
        ),
        Column("sheet", t("submissions.sheet")),
        Column("cell", t("submissions.cell"), href=_cell_link),
        Column("message", t("submissions.message"), wide=True),
    ]
    paged_table(problems, columns, key="submission_problems", size=30)


def _cell_link(row: dict[str, Any] | Any) -> str | None:
    if not row["cell"] or not row["sheet"]:
        return None
    return link("source", submission=row["submission_id"], sheet=row["sheet"], cell=row["cell"])


def draw_tables(number: int) -> None:
    """Which column became what, table by table."""
    rows = ask("pages/source_tables", submission=number)
    if rows:
        st.subheader(t("submissions.tables"))
    for _, group in groupby(rows, key=lambda row: row["table_no"]):
        columns = list(group)
        table = columns[0]
        label = kinds()[table["kind"]].label
        st.markdown("**" + _plain(_table_title(table, label)) + "**")
        unit = table["unit"] or t("submissions.several_units")
        by = t(f"submissions.by_{table['reported_by']}")
        st.caption(_plain(t("submissions.table_note", unit=unit, day=table["reported_on"], by=by)))
        data_table([_column_row(one) for one in columns if one["letters"]], _column_columns())


def _table_title(table: dict[str, Any], label: str) -> str:
    return t(
        "submissions.table_title",
        sheet=table["sheet"],
        kind=label,
        first=table["first_row"],
        last=table["last_row"],
        rows=table["rows"],
    )


def _plain(text: str) -> str:
    """Text of a sheet inside Markdown, so that it stays text."""
    return "".join(f"\\{one}" if one in "\\`*_{}[]()#+-.!|<>~$:&" else one for one in text)


def _column_row(row: dict[str, Any]) -> dict[str, Any]:
    name = row["column_name"]
    label = _label(row["kind"], name) if name else t("submissions.not_taken")
    return row | {"label": label}


def _label(view: str, name: str) -> str:
    declared = {one.name: one.label for one in kind(view).columns}
    return declared.get(name, t("ui.unit") if name == "unit" else name)


def _column_columns() -> list[Column]:
    return [
        Column("letters", t("submissions.letters")),
        Column("heading", t("submissions.heading"), wide=True),
        Column("label", t("submissions.column_name"), wide=True),
        Column("confidence", t("submissions.confidence"), show=percent),
    ]


def draw_replaced(number: int) -> None:
    """Beside the sheet before it: how many rows it had, and how many there are now."""
    rows = ask("pages/submissions_gone", submission=number)
    if not any(row["submission_before"] for row in rows):
        return
    st.subheader(t("submissions.replaced"))
    columns = [
        Column("kind", t("submissions.kind"), show=lambda view: kinds()[view].label),
        Column("unit", t("ui.unit")),
        Column("rows", t("submissions.rows")),
        Column("rows_before", t("submissions.rows_before")),
        Column(
            "submission_before",
            t("submissions.before"),
            href=lambda row: link("submissions", submission=row["submission_before"]),
            show=lambda value: str(value) if value else t("submissions.first_sheet"),
        ),
        Column("reported_before", t("submissions.reported_on")),
    ]
    data_table(rows, columns)


def draw_cells(number: int) -> None:
    """Every cell that holds something, by what became of it."""
    rows = ask("pages/submissions_cells", submission=number)
    if not rows:
        return
    with st.expander(t("submissions.cells")):
        st.caption(t("submissions.cells_note"))
        columns = [
            Column("sheet", t("submissions.sheet")),
            Column("sort", t("submissions.sort"), show=lambda one: t(f"submissions.cell_{one}")),
            Column("cells", t("submissions.cells_number")),
        ]
        data_table(rows, columns)


def draw_withdrawal(submission: dict[str, Any]) -> None:
    """Withdraw a wrong submission, or restore a withdrawn one."""
    workspace = Workspace(workspace_root())
    number = submission["submission_id"]
    if submission["withdrawn_at"]:
        st.warning(t("submissions.withdrawn_at", at=submission["withdrawn_at"]))
        if st.button(t("submissions.restore_button")):
            actions.restore(workspace, number)
            st.rerun()
        return
    with st.expander(t("submissions.withdraw")):
        st.caption(t("submissions.withdraw_note"))
        why = st.text_input(t("submissions.withdraw_why"), key=f"why_{number}")
        if st.button(t("submissions.withdraw_button")):
            if why.strip():
                actions.withdraw(workspace, number, why.strip())
                st.rerun()
            st.error(t("submissions.why_needed"))
