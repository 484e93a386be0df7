"""变化: what changed since the last meeting, to be read out from top to bottom."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from dashboard.errors import UsageError
from dashboard.ingest import actions
from dashboard.texts import t
from dashboard.ui.cards import Card, cards
from dashboard.ui.change_words import COUNTED, change_columns, lead, read_out
from dashboard.ui.choices import choose, chosen, date_chosen, link
from dashboard.ui.meetings import FROM, keep_in_address
from dashboard.ui.past_shortfalls import say_if_not_followed
from dashboard.ui.prose import plain, prose
from dashboard.ui.session import as_of, ask, workspace_root
from dashboard.ui.tables import Row, paged_table
from dashboard.workspace import Workspace

SIZE = 60
"""Of each sort; more than that nobody reads out."""
MEETINGS = 8
"""Meetings to choose from."""


def page() -> None:
    """Draw the page."""
    st.title(t("ui.page_changes"))
    wrong = date_chosen(FROM)
    if wrong and wrong >= as_of():
        st.warning(t("changes.not_earlier", day=wrong, until=as_of()))
    before = keep_in_address()
    choose_before(before)
    unit = chosen("unit")
    counts = ask("pages/changes_counts", before=before, unit=unit)
    total = next(row for row in counts if row["grain"] == "all")
    if not any(total[f"count_{name}"] for name in COUNTED):
        st.success(t("changes.nothing", day=before, until=as_of()))
    else:
        figures(total, before)
        say_if_not_followed()
        lead(total, before)
        read_out(ask("pages/changes_list", before=before, unit=unit, size=SIZE), total)
        tables(counts, total)
    meetings()


def choose_before(before: dt.date) -> None:
    """The earlier day: typed, or one of the last meetings."""
    typed, listed, _ = st.columns([2, 3, 5], vertical_alignment="bottom")
    text = typed.text_input(t("changes.from"), value=before.isoformat(), key=f"from_{before}")
    if text.strip() != before.isoformat():
        _choose(text.strip())
    found = [row for row in ask("pages/meeting_days") if row["held_on"] < as_of()][:MEETINGS]
    words = {row["held_on"].isoformat(): _meeting(row) for row in found}
    options = list(dict.fromkeys([before.isoformat(), *words]))
    picked = listed.selectbox(
        t("changes.meetings"),
        options,
        format_func=lambda one: words.get(one, one),
        key=f"meetings_{before}",
    )
    if picked != before.isoformat():
        _choose(picked)


def _choose(text: str) -> None:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        st.error(prose("ui.not_a_date", text=text))
        return
    choose(**{FROM: day.isoformat()})
    st.rerun()


def _meeting(row: Row) -> str:
    if not row["is_recorded"]:
        return t("changes.monday", day=row["held_on"])
    return " ".join(filter(None, (row["held_on"].isoformat(), row["note"])))


def figures(total: Row, before: dt.date) -> None:
    """The key figures, each a way to where its rows are."""
    here = f"./changes?{link('changes', **{FROM: before}).partition('?')[2]}"
    cards(
        [
            Card(
                t(f"life.{name}"),
                str(total[f"count_{name}"]),
                _red(total, name),
                f"{here}#{name}" if name != "unchanged" else link("shortfalls"),
                tone if total[f"count_{name}"] else "grey",
            )
            for name, tone in (
                ("new", "red"), ("worse", "amber"), ("mended", "green"), ("better", "green"),
                ("unchanged", "grey"), ("exempt", "grey"),
            )
        ]
    )  # fmt: skip


def _red(total: Row, name: str) -> str:
    red = total.get(f"count_{name}_red")
    return t("changes.of_them_red", red=red) if red else ""


def tables(counts: list[dict[str, object]], total: Row) -> None:
    """How many changed, by unit and by rule, side by side."""
    for place, grain in zip(st.columns(2, gap="large"), ("unit", "rule"), strict=True):
        rows = [row for row in counts if row["grain"] == grain]
        with place:
            st.header(t(f"changes.by_{grain}"))
            paged_table(rows, change_columns(grain, total), key=f"by_{grain}", size=30)


def meetings() -> None:
    """Record a meeting, or take one back."""
    workspace = Workspace(workspace_root())
    with st.expander(t("changes.record")):
        with st.form("record_meeting", border=False):
            text = st.text_input(t("changes.held_on"), value=as_of().isoformat())
            note = st.text_input(t("changes.note"))
            if st.form_submit_button(t("changes.record_button")):
                record(workspace, text.strip(), note.strip())
        for row in ask("pages/meeting_days")[:MEETINGS]:
            if row["is_recorded"]:
                said, control = st.columns([6, 1], vertical_alignment="center")
                said.text(_meeting(row))
                if control.button(t("remarks.remove"), key=f"meeting_{row['held_on']}"):
                    actions.remove_meeting(workspace, row["held_on"])
                    st.rerun()


def record(workspace: Workspace, text: str, note: str) -> None:
    """Record a meeting on the day that was typed."""
    try:
        actions.record_meeting(workspace, dt.date.fromisoformat(text), note or None)
    except ValueError:
        st.error(prose("ui.not_a_date", text=text))
    except UsageError as error:
        st.error(plain(str(error)))
    else:
        st.rerun()


page()
