"""Remarks and exemptions on one shortfall: what was decided, and the controls to decide it."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import Any

import streamlit as st

from dashboard.errors import UsageError
from dashboard.ingest import actions
from dashboard.texts import t
from dashboard.ui.prose import plain, prose
from dashboard.ui.session import as_of, ask, workspace_root
from dashboard.ui.tables import badge
from dashboard.workspace import Workspace


def draw_remarks(rule: str, unit: str, item: str) -> None:
    """What was said of the shortfall, and how to say something or exempt it."""
    found = ask("pages/remarks", rule=rule, unit=unit, item=item)
    if found:
        st.header(t("remarks.title"))
    for one in found:
        _draw(one)
    left, right = st.columns(2, gap="large")
    with left, st.expander(t("remarks.exempt")):
        _exempt(rule, unit, item)
    with right, st.expander(t("remarks.remark")):
        _remark(rule, unit, item)


def _draw(one: dict[str, Any]) -> None:
    said, control = st.columns([6, 1], vertical_alignment="center")
    said.html(f'<p class="dudao-words">{_sort(one)} {escape(_told(one))}</p>')
    if control.button(t("remarks.remove"), key=f"remove_remark_{one['remark_id']}"):
        actions.remove_remark(Workspace(workspace_root()), one["remark_id"])
        st.rerun()


def _sort(one: dict[str, Any]) -> str:
    if not one["exempts"]:
        return badge("blue", t("remarks.is_remark"))
    return badge("grey", t("remarks.is_over" if one["is_over"] else "remarks.is_exempt"))


def _told(one: dict[str, Any]) -> str:
    day = f"{one['recorded_at']:%Y-%m-%d}"
    if not one["exempts"]:
        return t("remarks.told", day=day, reason=one["reason"])
    return t(
        "remarks.told_exempt",
        day=day,
        reason=one["reason"],
        basis=one["basis"] or "",
        first=one["starts_on"] or "",
        last=one["ends_on"] or "",
    )


def _exempt(rule: str, unit: str, item: str) -> None:
    with st.form("exempt", border=False):
        why = st.text_input(t("remarks.why"))
        basis = st.text_input(t("remarks.basis"))
        last = st.text_input(t("remarks.until"), placeholder=as_of().isoformat())
        if not st.form_submit_button(t("remarks.exempt_button")):
            return
    try:
        ends_on = dt.date.fromisoformat(last.strip())
    except ValueError:
        st.error(prose("ui.not_a_date", text=last))
        return
    _do(
        rule, unit, item, why, exempts=True, basis=basis.strip(), starts_on=as_of(), ends_on=ends_on
    )


def _remark(rule: str, unit: str, item: str) -> None:
    with st.form("remark", border=False):
        text = st.text_input(t("remarks.text"))
        if st.form_submit_button(t("remarks.remark_button")):
            _do(rule, unit, item, text)


def _do(rule: str, unit: str, item: str, reason: str, **more: Any) -> None:
    """Record it; what is wrong with it is said in the place where it was written."""
    try:
        actions.remark(Workspace(workspace_root()), rule, unit, item, reason, **more)
    except UsageError as error:
        st.error(plain(str(error)))
    else:
        st.rerun()
