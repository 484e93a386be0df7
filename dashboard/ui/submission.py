"""One submission on a page: its result, its problems, how it was read, what it changed."""

from __future__ import annotations

from html import escape
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

import streamlit as st

from dashboard.annotate import annotated
from dashboard.ingest import actions
from dashboard.texts import t
from dashboard.ui.choices import chosen
from dashboard.ui.correcting import Table, draw_correcting
from dashboard.ui.differences import draw_differences
from dashboard.ui.effects import draw_effects
from dashboard.ui.labels import kind_label
from dashboard.ui.originals import original_path
from dashboard.ui.problem_lists import cell_link, severity_badge
from dashboard.ui.prose import plain, prose
from dashboard.ui.remembering import column_label
from dashboard.ui.session import ask, workspace_root
from dashboard.ui.tables import Column, Row, badge, data_table, paged_table, percent, shown
from dashboard.workspace import Workspace

TONES = {"ok": "green", "problems": "amber", "refused": "red", "withdrawn": "grey"}
"""What may become of a submission, each with its tone."""


def result_badge(row: Row) -> str:
    """The result of a submission as HTML; a withdrawn one is that before anything else."""
    result = "withdrawn" if row["withdrawn_at"] else str(row["status"])
    return badge(TONES[result], t(f"submissions.{result}"))


def draw_submission(number: str) -> None:
    """Draw the submission of that number, or say that there is none."""
    found = ask("pages/source_submission", submission=int(number)) if number.isdigit() else []
    back = {"as_of": chosen("as_of") or ""}
    st.page_link("submissions.py", label=t("submissions.back"), query_params=back)
    if not found:
        st.warning(prose("submissions.unknown", number=number))
        return
    submission = found[0]
    st.header(plain(submission["file"]))
    facts(submission)
    if submission["status"] == "refused":
        st.error(prose("submissions.reason", reason=submission["reason"]))
    problems = ask("pages/source_problems", submission=int(number))
    downloads(submission)
    draw_problems(problems)
    draw_differences(int(number))
    draw_tables(submission)
    draw_cells(int(number))
    draw_withdrawal(submission)
    draw_effects(int(number))


def facts(submission: Row) -> None:
    """The result, and what else is to be said of the whole file, in one line."""
    told = {
        "number": submission["submission_id"],
        "reported_on": submission["reported_on"],
        "received_at": submission["received_at"],
        "rows": submission["rows"],
        "size": t("submissions.kilobytes", size=-(-(submission["size"] or 0) // 1024)),
    }
    parts = [
        f"<span><b>{escape(t(f'submissions.{name}'))}</b> {escape(shown(value))}</span>"
        for name, value in told.items()
        if value is not None
    ]
    st.html(f'<p class="dudao-line">{result_badge(submission)} {" ".join(parts)}</p>')


def downloads(submission: dict[str, Any]) -> None:
    """The original, and the workbook with its faulty cells marked."""
    path = original_path(submission["sha256"] or "-")
    if not path.is_file():
        return
    name = PurePosixPath(submission["file"]).name
    line = st.container(horizontal=True)
    line.download_button(t("source.download"), path.read_bytes, name)
    if submission["status"] == "problems":
        problems = ask("pages/source_problems", submission=submission["submission_id"])
        line.download_button(
            t("submissions.annotate"),
            lambda: annotated(path, name, problems),
            f"{PurePosixPath(name).stem}(标注).xlsx",
        )


def draw_problems(problems: list[dict[str, Any]]) -> None:
    """Problems by cell; each leads to its place in the sheet."""
    st.subheader(t("submissions.problem_list"))
    if not problems:
        st.success(t("submissions.no_problems"))
        return
    columns = [
        Column("severity", t("submissions.severity"), html=severity_badge),
        Column("sheet", t("submissions.sheet")),
        Column("cell", t("submissions.cell"), href=cell_link),
        Column("message", t("submissions.message"), wide=True),
    ]
    paged_table(problems, columns, key="submission_problems", size=30)


def draw_tables(submission: dict[str, Any]) -> None:
    """Which column became what, table by table, and where that can be put right."""
    rows = ask("pages/source_tables", submission=submission["submission_id"])
    tables: list[Table] = [list(own) for _, own in groupby(rows, key=lambda row: row["table_no"])]
    settled = ask("pages/submissions_settled")
    rules = {(one["kind"], one["unit"], one["written"]): one["correction_id"] for one in settled}
    if rows or ask("pages/submissions_cells", submission=submission["submission_id"]):
        st.subheader(t("submissions.tables"))
    for columns in tables:
        table = columns[0]
        st.markdown("**" + plain(_table_title(table, kind_label(table["kind"]))) + "**")
        unit = table["unit"] or t("submissions.several_units")
        by = t(f"submissions.by_{table['reported_by']}")
        st.caption(plain(t("submissions.table_note", unit=unit, day=table["reported_on"], by=by)))
        data_table(
            [_column_row(one, rules) for one in columns if one["letters"]], _column_columns()
        )
    draw_correcting(submission, tables)


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


def _column_row(row: Row, rules: dict[tuple[str, str | None, str], int]) -> dict[str, Any]:
    name = row["column_name"]
    label = column_label(row["kind"], name) if name else t("submissions.not_taken")
    rule = rules.get((row["kind"], row["unit"], row["heading"]))
    sure = percent(row["confidence"])
    if rule is not None:
        sure = t("submissions.by_rule", number=rule)
    return {**row, "label": label, "sure": sure}


def _column_columns() -> list[Column]:
    return [
        Column("letters", t("submissions.letters")),
        Column("heading", t("submissions.heading"), wide=True),
        Column("label", t("submissions.column_name"), wide=True),
        Column("sure", t("submissions.confidence")),
    ]


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
    """Withdraw a wrong submission, or restore a withdrawn one; what was done so far."""
    number = submission["submission_id"]
    if submission["withdrawn_at"]:
        st.warning(t("submissions.withdrawn_at", at=submission["withdrawn_at"]))
        _restore(number)
    else:
        _withdraw(number)
    done = ask("pages/submissions_withdrawals", submission=number)
    if done:
        st.subheader(t("submissions.withdrawals"))
        data_table(done, _withdrawal_columns())


def _restore(number: int) -> None:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    why = left.text_input(t("submissions.restore_why"), key=f"restore_why_{number}")
    if right.button(t("submissions.restore_button")):
        actions.restore(Workspace(workspace_root()), number, why.strip() or None)
        st.rerun()


def _withdraw(number: int) -> None:
    with st.expander(t("submissions.withdraw")):
        st.caption(t("submissions.withdraw_note"))
        why = st.text_input(t("submissions.withdraw_why"), key=f"why_{number}")
        if st.button(t("submissions.withdraw_button")):
            if why.strip():
                actions.withdraw(Workspace(workspace_root()), number, why.strip())
                st.rerun()
            st.error(t("submissions.why_needed"))


def _withdrawal_columns() -> list[Column]:
    return [
        Column("withdrawn_at", t("submissions.withdrawn_when")),
        Column("why", t("submissions.withdraw_why"), wide=True),
        Column("restored_at", t("submissions.restored_when")),
        Column("restored_why", t("submissions.restored_why"), wide=True),
    ]
