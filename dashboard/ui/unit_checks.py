"""Parts of a unit's own page: its reviewers, its case files, what supervision found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.texts import t
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import link
from dashboard.ui.labels import choice_label
from dashboard.ui.tables import Column, Row, badge, data_table, percent, shown, source_column

_STAFF = ("staff", "required", "reviewers", "missing")
_FURTHER = ("ratio", "qualified", "advisers", "certified", "base_note")


def draw_staffing(rows: Sequence[Row]) -> None:
    """Enforcement staff, reviewers needed, there and missing. Nothing for who does not enforce."""
    if not rows:
        return
    st.header(t("unit.staffing"))
    row = rows[0]
    if row["reported_on"] is None:
        st.info(t("unit.no_staffing"))
        return
    cards([_staff_card(row, name) for name in _STAFF])
    columns = [
        Column(name, t(f"unit.{name}"), show=percent if name == "ratio" else None)
        for name in _FURTHER
    ]
    data_table([row], [*columns, Column("reported_on", t("unit.reported_on")), source_column()])


def _staff_card(row: Row, name: str) -> Card:
    short = name == "missing" and bool(row["missing"])
    return Card(
        t(f"unit.{name}"),
        shown(row[name]) or "–",
        href=link("reviewers"),
        tone="red" if short else "green" if name == "missing" else "grey",
    )


def draw_cases(rows: Sequence[Row], *, enforces: bool) -> None:
    """The reviewed case files. Nothing for a unit without any that does not enforce."""
    if not rows and not enforces:
        return
    st.header(t("unit.cases"))
    if not rows:
        st.info(t("unit.no_cases"))
        return
    columns = [
        Column("case_no", t("unit.case_no"), href=lambda _: link("cases")),
        Column("cause", t("unit.cause"), wide=True),
        Column("reviewed_on", t("unit.reviewed_on")),
        Column("total", t("unit.total")),
        Column("grade", t("unit.grade"), html=_grade),
        Column("remark", t("unit.remark"), html=_remark, wide=True),
        source_column(),
    ]
    data_table(rows, columns)


def _grade(row: Row) -> str:
    label = choice_label("case_review", "grade", row["grade"])
    return badge("red", f"■ {label}") if row["grade"] == "fail" else escape(label)


def _remark(row: Row) -> str:
    marks = []
    if row["veto"]:
        marks.append(badge("red", f"■ {t('unit.veto')}") + " " + escape(row["veto"]))
    if row["wrong_case"]:
        marks.append(
            badge("red", f"■ {t('unit.wrong')}") + " " + escape(row["accountability"] or "")
        )
    if row["problem"]:
        marks.append(escape(row["problem"]))
    return "<br>".join(marks)


def draw_findings(rows: Sequence[Row], day: dt.date) -> None:
    """What supervision found, open first."""
    st.header(t("unit.findings"))
    if not rows:
        st.info(t("unit.no_findings", day=day))
        return
    columns = [
        Column("item", t("unit.finding"), href=lambda _: link("findings")),
        Column("issue", t("unit.issue"), wide=True),
        Column("found_on", t("unit.found_on")),
        Column("due_on", t("unit.finding_due")),
        Column("state", t("unit.finding_state"), html=_state),
        source_column(),
    ]
    data_table(rows, columns)


def _state(row: Row) -> str:
    if row["is_closed"]:
        return badge("green", f"✓ {t('unit.closed', day=row['closed_on'] or '').strip()}")
    if row["days_late"]:
        return badge("red", f"■ {t('unit.late', days=row['days_late'])}")
    return badge("amber", f"▲ {t('unit.open')}")
