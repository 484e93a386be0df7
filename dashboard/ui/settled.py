"""The list of rules that people made about how sheets are read, each to be taken back."""

from __future__ import annotations

from html import escape
from typing import Any

import streamlit as st

from dashboard.ingest import actions
from dashboard.texts import t
from dashboard.ui.choices import link
from dashboard.ui.labels import kind_label
from dashboard.ui.prose import plain
from dashboard.ui.remembering import column_label
from dashboard.ui.session import ask, workspace_root
from dashboard.ui.tables import Column, Row, paged_table, stacked
from dashboard.workspace import Workspace


def draw_settled() -> None:
    """Draw the rules in force; nothing where there are none."""
    rules = ask("pages/submissions_settled")
    if said := st.session_state.pop("rule_taken_back", None):
        st.success(plain(said))
    if not rules:
        return
    st.header(t("submissions.rules"))
    st.caption(t("submissions.rules_note"))
    paged_table(rules, _columns(), key="settled", size=20)
    _take_back(rules)


def says(row: Row) -> str:
    """What a rule says, as a sentence."""
    if row["sort"] == "header_row":
        words = "、".join(row["written"].splitlines()[:4]) if row["written"] else ""
        return t("submissions.rule_row", row=row["header_row"], words=words)
    if row["column_name"] is None:
        return t("submissions.rule_left_out", heading=row["written"])
    column = column_label(row["kind"], row["column_name"])
    return t("submissions.rule_heading", heading=row["written"], column=column)


def _where(row: Row) -> str:
    """Whose sheets it is about."""
    if row["unit"]:
        return str(row["unit"])
    if row["file"]:
        return t("submissions.rule_files", file=_plain(row["file"]), sheet=_plain(row["sheet"]))
    return t("ui.all_units")


def _plain(pattern: str) -> str:
    """A pattern of names as people read it: [[] is a bracket."""
    return pattern.replace("[[]", "[").replace("[*]", "*").replace("[?]", "?")


def _columns() -> list[Column]:
    return [
        Column("correction_id", t("submissions.number")),
        Column("written", t("submissions.rule"), html=lambda row: escape(says(row)), wide=True),
        Column("kind", t("submissions.kind"), show=kind_label),
        Column(
            "unit", t("submissions.rule_where"), html=lambda row: escape(_where(row)), wide=True
        ),
        Column("submissions", t("submissions.rule_uses"), html=_uses),
        Column("recorded_at", t("submissions.rule_since")),
    ]


def _uses(row: Row) -> str:
    count = str(row["submissions"])
    if not row["submissions"]:
        return count
    address = escape(link("submissions", submission=row["submission_id"]))
    newest = t("submissions.newest_of", number=row["submission_id"])
    return stacked(f'<a href="{address}" target="_self">{count}</a>', newest)


def _take_back(rules: list[dict[str, Any]]) -> None:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    chosen = left.selectbox(
        t("submissions.which_rule"),
        rules,
        format_func=lambda one: f"{one['correction_id']}　{says(one)}",
        key=f"rule_{len(rules)}_{rules[0]['correction_id']}",
    )
    if right.button(t("submissions.take_back")):
        with st.spinner(t("submissions.reading_anew")):
            actions.remove_correction(Workspace(workspace_root()), chosen["correction_id"])
        number = chosen["correction_id"]
        st.session_state["rule_taken_back"] = t("submissions.taken_back", number=number)
        st.rerun()
