"""数据接收: upload, the state of the inbox, every submission and what was made of it."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import streamlit as st

from dashboard.ingest.scan import in_folder
from dashboard.store import StoreEmptyError
from dashboard.texts import t
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import choose, chosen, link
from dashboard.ui.labels import kind_label
from dashboard.ui.problem_lists import draw_problem_lists, problem_title
from dashboard.ui.session import ask, workspace_root
from dashboard.ui.settled import draw_settled
from dashboard.ui.submission import draw_submission
from dashboard.ui.tables import Column, Row, badge, paged_table, shown, stacked
from dashboard.ui.uploads import put_into_inbox
from dashboard.workspace import Workspace

TONES = {"ok": "green", "problems": "amber", "refused": "red", "withdrawn": "grey"}


def main() -> None:
    """Draw the list, or the one submission that the address names."""
    st.title(t("ui.page_submissions"))
    number = chosen("submission")
    if number is not None:
        draw_submission(number)
        return
    try:
        rows = ask("pages/submissions_list")
    except StoreEmptyError:
        rows = []
    left, right = st.columns(2)
    with left:
        upload()
    with right:
        inbox(rows)
    if rows:
        summary(rows)
        listing(rows)
        draw_problem_lists()
        draw_settled()
    else:
        st.info(t("submissions.empty"))


def upload() -> None:
    """The uploader; its key changes after each upload, so that no bytes stay in memory."""
    st.header(t("submissions.upload"))
    turn = st.session_state.setdefault("upload_turn", 0)
    files = st.file_uploader(
        t("submissions.upload_label"), accept_multiple_files=True, key=f"upload_{turn}"
    )
    if files:
        folder = Workspace(workspace_root()).inbox
        names = [put_into_inbox(one, folder).name for one in files]
        st.session_state["upload_turn"] += 1
        st.session_state["uploaded"] = names
        st.rerun()
    if names := st.session_state.pop("uploaded", None):
        st.success(t("submissions.uploaded", count=len(names), names="、".join(names)))


def inbox(rows: list[dict[str, Any]]) -> None:
    """Where the inbox is, and what in it has not been read yet."""
    st.header(t("submissions.inbox"))
    folder = Workspace(workspace_root()).inbox
    st.write(t("submissions.inbox_note"))
    st.code(str(folder.resolve()), language=None)
    read = {(row["file"], row["size"]) for row in rows} | {(row["file"], None) for row in rows}
    refused = {row["file"] for row in rows if row["size"] is None}
    waiting = [
        found.name
        for found in in_folder(folder)
        if (found.name, found.size) not in read and found.name not in refused
    ]
    if waiting:
        names = "、".join(waiting[:5]) + ("…" if len(waiting) > 5 else "")
        st.info(t("submissions.waiting", count=len(waiting), names=names))
    else:
        st.caption(t("submissions.nothing_waiting"))


def status(row: Row) -> str:
    """The result of a submission; a withdrawn one is that before anything else."""
    return "withdrawn" if row["withdrawn_at"] else str(row["status"])


def summary(rows: list[dict[str, Any]]) -> None:
    """How many files came, and how they fared."""
    count = Counter(status(row) for row in rows)
    figures = [Card(t("submissions.received"), str(len(rows)))]
    figures += [
        Card(
            t(f"submissions.card_{name}"),
            str(count[name]),
            href=link("submissions", result=name),
            tone=TONES[name],
        )
        for name in ("ok", "problems", "refused")
    ]
    cards(figures)


def listing(rows: list[dict[str, Any]]) -> None:
    """Every submission that the filter lets through."""
    st.header(t("submissions.list"))
    options = ["", *TONES]
    result = chosen("result") if chosen("result") in TONES else ""
    picked = st.segmented_control(
        t("submissions.filter"),
        options,
        default=result,
        format_func=lambda one: t(f"submissions.{one}" if one else "submissions.filter_all"),
        key=f"result_{result}",
    )
    if picked is not None and picked != result:
        choose(result=picked or None)
        st.rerun()
    wanted = [row for row in rows if _wanted(row, result or "")]
    with_problem()
    paged_table(wanted, list_columns(), key="submissions_list", size=20)


def _wanted(row: Row, result: str) -> bool:
    """Whether the filters for result, unit and kind of problem let a submission through."""
    unit, code = chosen("unit"), chosen("problem")
    return (
        (not result or status(row) == result)
        and (unit is None or unit in (row["units"] or []))
        and (code is None or code in (row["codes"] or []))
    )


def with_problem() -> None:
    """Say that only files with one kind of problem are shown, and how to see all."""
    code = chosen("problem")
    if code is None:
        return
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.info(t("submissions.with_problem", problem=problem_title(code)))
    if right.button(t("submissions.every_file")):
        choose(problem=None)
        st.rerun()


def list_columns() -> list[Column]:
    """What the list shows of a submission."""
    return [
        Column("submission_id", t("submissions.number")),
        Column(
            "file",
            t("submissions.file"),
            href=lambda row: link("submissions", submission=row["submission_id"]),
            wide=True,
        ),
        Column(
            "status",
            t("submissions.result"),
            html=lambda row: badge(TONES[status(row)], t(f"submissions.{status(row)}")),
        ),
        Column("units", t("submissions.units"), show=units_shown, wide=True),
        Column("kinds", t("submissions.kinds"), show=kinds_shown, wide=True),
        Column("rows", t("submissions.rows"), narrow=True),
        Column("errors", t("submissions.errors"), narrow=True),
        Column("warnings", t("submissions.warnings"), narrow=True),
        Column("reported_on", t("submissions.dates"), html=dates),
    ]


def dates(row: Row) -> str:
    """The day that the file is about, and below it when it came."""
    received = t("submissions.received_on", at=shown(row["received_at"]))
    return stacked(escape(shown(row["reported_on"])), received)


def units_shown(units: list[str] | None) -> str:
    """The one unit, or the first of several."""
    if not units:
        return ""
    if len(units) == 1:
        return units[0]
    return t("submissions.many_units", first=units[0], count=len(units))


def kinds_shown(views: list[str] | None) -> str:
    """The kinds by their labels."""
    return "、".join(kind_label(view) for view in views or [])


main()
