"""创建步骤: each phase, expected against actual, its deliverables, and who is behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.choices import chosen, link
from dashboard.ui.plots.phases import date_text, phase_timeline
from dashboard.ui.prose import prose
from dashboard.ui.session import as_of, ask
from dashboard.ui.tables import (
    SEVERITY_SHAPES,
    Column,
    Row,
    badge,
    data_table,
    percent,
    source_column,
    table_html,
)
from dashboard.ui.units import unit_name

SHOWN = 8  # units that are behind in a phase before the rest is folded away
STATE_TONES = {"waiting": "grey", "running": "blue", "ended": "grey", "undated": "grey"}


def phase(one: Row, behind: Sequence[Row]) -> None:
    """One phase in a frame of its own."""
    with st.container(border=True):
        left, right = st.columns([5, 6], gap="large")
        with left:
            facts(one)
        with right:
            who_is_behind(one, behind)


def facts(one: Row) -> None:
    """Name, state, progress against what is expected, and what the plan says."""
    rows = [
        (t("phases.progress"), one["done_text"]),
        (t("phases.meaning"), t(f"phases.meaning_{one['part']}") if one["part"] else None),
        (t("phases.deliverables"), one["deliverables"]),
        (t("phases.dates"), date_text(one)),
        (t("phases.basis"), one["basis"]),
    ]
    source = source_column()
    lines = [(label, escape(str(value))) for label, value in rows if value]
    lines.append((source.label, source.html(one) if source.html else ""))
    body = "".join(f"<dt>{escape(label)}</dt><dd>{value}</dd>" for label, value in lines)
    st.html(
        f'<h2>{escape(one["name"])}</h2><p class="dudao-words">{_badges(one)}</p>{_bars(one)}'
        f'<dl class="dudao-facts">{body}</dl>'
    )


def _badges(one: Row) -> str:
    parts = [badge(STATE_TONES[one["state"]], t(f"phases.state_{one['state']}"))]
    if one["state"] == "running" and one["days_left"] is not None:
        left = t("phases.days_left", days=one["days_left"])
        parts.append(badge("grey", left if one["days_left"] else t("phases.last_day")))
    if level := one["severity"]:
        text = f"{SEVERITY_SHAPES[level]} {t(f'ui.{level}')}"
        href = link("shortfalls", rule="phase_behind", item=one["name"], unit=None)
        parts.append(f'<a href="{escape(href)}" target="_self">{badge(level, text)}</a>')
        parts.append(escape(one["gap"] or ""))
    return " ".join(parts)


def _bars(one: Row) -> str:
    """Expected over actual as two bars of one length; nothing where neither is known."""
    pairs = [("expected", one["expected"], "grey"), ("actual", one["progress"], "blue")]
    return "".join(
        f'<div class="dudao-progress"><span>{escape(t(f"phases.{name}"))}</span>'
        f'<span class="dudao-progress-track"><span class="dudao-fill-{tone}"'
        f' style="width:{min(share, 1) * 100:.1f}%"></span></span>'
        f"<b>{percent(round(share, 3))}</b></div>"
        for name, share, tone in pairs
        if share is not None and one["progress"] is not None
    )


def who_is_behind(one: Row, behind: Sequence[Row]) -> None:
    """The units that lack something in this phase."""
    said = f"<h3>{escape(t('phases.who'))}</h3>"
    mine = [row for row in behind if row["part"] == one["part"]]
    rows = _by_unit([row for row in mine if row["lack"] != "visit"])
    unvisited = [row for row in mine if row["lack"] == "visit"]
    if one["state"] == "waiting":
        st.html(said + _words(t("phases.not_begun")))
        return
    if not mine:
        st.html(said + _words(f"✓ {t('phases.nobody')}"))
        return
    table = table_html(rows[:SHOWN], _columns(one["part"])) if rows else ""
    st.html(said + table + _unvisited(unvisited))
    if len(rows) > SHOWN:
        with st.expander(t("phases.rest", count=len(rows) - SHOWN)):
            data_table(rows[SHOWN:], _columns(one["part"]))


def _words(text: str) -> str:
    return f'<p class="dudao-words">{escape(text)}</p>'


def _unvisited(rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    names = "、".join(unit_name(row) for row in rows)
    said = escape(t("phases.not_visited", count=len(rows)))
    return f'<p class="dudao-words">{said}{names}</p>'


def _by_unit(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """One row a unit with all that it lacks in words, in the order given."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["unit"]].append(row)
    return [
        {
            "unit": unit,
            "short_name": lacking[0]["short_name"],
            "lacks": "；".join(_lack(row) for row in lacking),
            "days_late": max((row["days_late"] or 0 for row in lacking), default=0),
        }
        for unit, lacking in found.items()
    ]


def _lack(row: Row) -> str:
    text = t(f"phases.lack_{row['lack']}", count=row["count_lacking"])
    if not row["items"]:
        return text
    key = "items_more" if row["count_lacking"] > len(row["items"]) else "items"
    return t(f"phases.{key}", text=text, items="、".join(row["items"]))


PAGES_OF_PARTS = {
    "kick_off": "unit",
    "supervision": "findings",
    "evidence": "evidence",
    "self_assessment": "tasks",
}  # where the rows behind a phase are


def _columns(part: str) -> list[Column]:
    def rows_behind(row: Row) -> str:
        return link(PAGES_OF_PARTS.get(part, "unit"), unit=row["unit"])

    columns = [
        Column("unit", t("phases.who_unit"), html=unit_name),
        Column("lacks", t("phases.lacks"), href=rows_behind, wide=True),
    ]
    if part == "supervision":
        columns.append(Column("days_late", t("phases.late"), show=_late))
    return columns


def _late(days: int) -> str:
    return t("phases.late_days", days=days) if days > 0 else "–"


def page() -> None:
    """Draw the page."""
    st.title(t("ui.page_phases"))
    phases, unit = ask("pages/phases_list"), chosen("unit")
    if not phases:
        st.info(t("phases.empty"))
        return
    if unit:
        st.caption(prose("phases.only_unit", unit=unit))
    charts.draw(phase_timeline(phases, as_of()), key="timeline", alt=t("phases.timeline_alt"))
    behind = ask("pages/phases_behind", unit=unit)
    for one in phases:
        phase(one, behind)


page()
