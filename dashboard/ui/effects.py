"""Which shortfalls began, were mended or changed on the day that a submission is about.

Every rule is judged for two days to tell that: a second, where nobody asked for them before.
So the page shows the rest first, and this when it is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.kinds import kind
from dashboard.store.statement import kinds_read
from dashboard.texts import t
from dashboard.ui.choices import choose, chosen, link
from dashboard.ui.names import unit_column
from dashboard.ui.session import ask
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import Column, Row, badge, paged_table, severity, source_column

_TONES = {"mended": "green", "better": "blue", "new": "red", "worse": "amber"}
_A_DAY = dt.timedelta(days=1)


def draw_effects(number: int) -> None:
    """Draw the shortfalls that differ from the day before, for its units and kinds."""
    claims = ask("pages/submissions_before", submission=number)
    if not claims:
        return
    st.subheader(t("submissions.effects"))
    if chosen("effects") is None:
        if st.button(t("submissions.show_effects")):
            choose(effects="1")
            st.rerun()
        return
    days: dict[dt.date, list[dict[str, Any]]] = defaultdict(list)
    for one in claims:
        days[one["reported_on"]].append(one)
    rows = [row for day, own in sorted(days.items()) for row in _effects(day, own)]
    said = "、".join(str(day) for day in sorted(days))
    if not rows:
        st.caption(t("submissions.no_effects", days=said))
        return
    st.caption(t("submissions.effects_note", days=said))
    paged_table(rows, _columns(number), key="submission_effects", size=20)


def _effects(day: dt.date, claims: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    views = {one["kind"] for one in claims}
    plan = any(kind(view).collection == "plan" for view in views)
    rules = sorted(rule for rule, read in kinds_read().items() if read & views)
    return ask(
        "pages/submissions_changes",
        as_of=day,
        before=day - _A_DAY,
        units=sorted({one["unit"] or "" for one in claims}),
        every_unit=plan,
        rules=rules or [""],
    )


def _columns(number: int) -> list[Column]:
    return [
        Column("change", t("submissions.change"), html=_change),
        Column("severity", t("work.severity"), html=severity),
        Column("rule", t("work.rule"), html=_rule, wide=True),
        unit_column(t("ui.unit")),
        Column("item", t("work.item"), wide=True),
        Column("gap_before", t("submissions.day_before"), wide=True),
        Column("gap_after", t("submissions.that_day"), wide=True),
        _source(number),
    ]


def _source(number: int) -> Column:
    """Where the row stands; only what this very submission says is named."""
    column = source_column()

    def place(row: Row) -> str:
        own = row["submission_id"] == number
        return column.html(row) if own and column.html else ""

    return Column("source_file", t("submissions.here"), html=place)


def _change(row: Row) -> str:
    return badge(_TONES[row["change"]], t(f"submissions.change_{row['change']}"))


def _rule(row: Row) -> str:
    address = escape(link("shortfalls", rule=row["rule"], unit=row["unit"]))
    return f'<a href="{address}" target="_self">{escape(rule_title(row["rule"]))}</a>'
