"""数据接收: upload, the state of the inbox, every submission and what was made of it."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.ingest.scan import in_folder
from dashboard.store import StoreEmptyError
from dashboard.texts import t
from dashboard.ui.asked_table import asked_table
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import choose, chosen, link
from dashboard.ui.labels import kind_label
from dashboard.ui.problem_lists import draw_problem_lists, problem_title
from dashboard.ui.prose import prose
from dashboard.ui.session import ask, workspace_root
from dashboard.ui.settled import draw_settled
from dashboard.ui.submission import TONES, draw_submission, result_badge
from dashboard.ui.tables import Column, Row, shown, stacked
from dashboard.ui.uploads import put_into_inbox
from dashboard.workspace import Workspace


def main() -> None:
    """Draw the list, or the one submission that the address names."""
    st.title(t("ui.page_submissions"))
    number = chosen("submission")
    if number is not None:
        draw_submission(number)
        return
    try:
        counts = {row["result"]: row["submissions"] for row in ask("pages/submissions_counts")}
    except StoreEmptyError:
        counts = {}
    left, right = st.columns(2)
    with left:
        upload()
    with right:
        inbox(read_anything=bool(counts))
    if counts:
        summary(counts)
        listing()
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
        st.success(prose("submissions.uploaded", count=len(names), names="、".join(names)))


def inbox(*, read_anything: bool) -> None:
    """Where the inbox is, and what in it has not been read yet."""
    st.header(t("submissions.inbox"))
    folder = Workspace(workspace_root()).inbox
    st.write(t("submissions.inbox_note"))
    st.code(str(folder.resolve()), language=None)
    files = list(in_folder(folder))
    asked = read_anything and files
    names = [one.name for one in files]
    known = ask("pages/submissions_known", files=names) if asked else []
    read = {(row["file"], row["size"]) for row in known}
    waiting = [one.name for one in files if not {(one.name, one.size), (one.name, None)} & read]
    if waiting:
        some = "、".join(waiting[:5]) + ("…" if len(waiting) > 5 else "")
        st.info(prose("submissions.waiting", count=len(waiting), names=some))
    else:
        st.caption(t("submissions.nothing_waiting"))


def summary(counts: dict[str, int]) -> None:
    """How many files came, and how they fared."""
    everything = link("submissions", result=None)
    figures = [Card(t("submissions.received"), str(sum(counts.values())), href=everything)]
    figures += [
        Card(
            t(f"submissions.card_{name}"),
            str(counts.get(name, 0)),
            href=link("submissions", result=name),
            tone=TONES[name],
        )
        for name in ("ok", "problems", "refused")
    ]
    cards(figures)


def listing() -> None:
    """Every submission that the filters for result, unit and kind of problem let through."""
    st.header(t("submissions.list"))
    result = choose_result()
    with_problem()
    unit, code = chosen("unit"), chosen("problem")
    shown = asked_table(
        "pages/submissions_list",
        list_columns(),
        key=f"submissions_list_{result}_{unit}_{code}",
        size=20,
        result=result or None,
        unit=unit,
        code=code,
    )
    if not shown:
        st.info(t("submissions.none_such"))


def choose_result() -> str:
    """The result that submissions are filtered by, '' for all; it stands in the address."""
    result = chosen("result") if chosen("result") in TONES else ""
    picked = st.segmented_control(
        t("submissions.filter"),
        ["", *TONES],
        default=result,
        format_func=lambda one: t(f"submissions.{one}" if one else "submissions.filter_all"),
        key=f"result_{result}",
    )
    if picked is not None and picked != result:
        choose(result=picked or None)
        st.rerun()
    return result or ""


def with_problem() -> None:
    """Say that only files with one kind of problem are shown, and how to see all."""
    code = chosen("problem")
    if code is None:
        return
    left, right = st.columns([4, 1], vertical_alignment="center")
    left.info(prose("submissions.with_problem", problem=problem_title(code)))
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
        Column("status", t("submissions.result"), html=result_badge),
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
