"""总览: phases, counts, the worst units and what came in last, on a screen and a half."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.kinds import kinds
from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.area import title_and_area
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.counts import severity_columns
from dashboard.ui.plots.phases import phase_timeline
from dashboard.ui.rule_words import rule_words
from dashboard.ui.session import as_of, ask
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import Column, Row, badge, data_table, table_html
from dashboard.ui.trends import severity_trend
from dashboard.ui.units import unit_name

WEEK = dt.timedelta(days=7)
UNITS_SHOWN = 7
RULES_SHOWN = 7
RECENT_SHOWN = 5
LEVELS = ("red", "amber", "blue")


def key_figures(counts: Sequence[Row], unit: str | None) -> None:
    """Red, amber and blue with their change in a week, and how many units report."""
    figures = [_severity_card(level, counts) for level in LEVELS]
    cards([*figures, _report_card(unit)])


def _severity_card(level: str, counts: Sequence[Row]) -> Card:
    rows = [one for one in counts if one["severity"] == level]
    now = sum(one["count_now"] for one in rows)
    change = now - sum(one["count_before"] for one in rows)
    word = "more" if change > 0 else "fewer" if change < 0 else "same"
    # The weeks are counted over all areas.
    trend = "" if chosen("area") else severity_trend(level, chosen("unit"))
    return Card(
        t(f"overview.{level}"),
        str(now),
        note=t(f"overview.{word}", count=abs(change)),
        href=link("shortfalls", severity=level),
        tone=level,
        trend=trend,
    )


def _report_card(unit: str | None) -> Card:
    found = ask("pages/overview_reports", unit=unit)[0]
    if unit:
        return Card(
            t("overview.reported_unit"),
            str(found["count_submissions"]),
            note=t("overview.reported_last"),
            href=link("unit"),
        )
    return Card(
        t("overview.reported"),
        t("overview.reported_value", lately=found["units_lately"], units=found["units"]),
        note=t("overview.reported_note", count=found["count_submissions"]),
        href=link("submissions"),
    )


def timeline(day: dt.date) -> None:
    """The phases with what is done and what should be."""
    st.header(t("overview.timeline"))
    phases = ask("pages/phases_list")
    if phases:
        figure = phase_timeline(phases, day)
        charts.draw(figure, key="timeline", alt=t("phases.timeline_alt"))
    else:
        st.info(t("overview.no_phases"))


def tables(counts: Sequence[Row], day: dt.date, unit: str | None) -> None:
    """Worst units, rules and areas, side by side as far as there is room."""
    parts = [worst_units(day, unit), by_rule(counts), by_area(counts)]
    sections = "".join(f"<section>{one}</section>" for one in parts)
    st.html(f'<div class="dudao-grid dudao-thirds">{sections}</div>')


def worst_units(day: dt.date, unit: str | None) -> str:
    """The units with most shortfalls, in their order, as HTML."""
    rows = ask("pages/overview_units", before=day - WEEK, unit=unit, size=UNITS_SHOWN)
    if rows:
        body = table_html(rows, _unit_columns(), caption=t("ui.ranking_note"))
    elif unit:
        body = _words(t("overview.unit_not_short", unit=unit, day=day))
    else:
        body = _words(t("overview.nothing_short", day=day))
    return _headed("overview.worst", body)


def _headed(key: str, body: str) -> str:
    return f"<h2>{escape(t(key))}</h2>{body}"


def _words(text: str) -> str:
    return f'<p class="dudao-words">{escape(text)}</p>'


def _unit_columns() -> list[Column]:
    return [
        Column("short_name", t("ui.unit"), html=_placed, wide=True),
        *severity_columns(lambda row: {"unit": row["unit"]})[:2],
        Column("change_red", t("overview.change"), show=_signed),
        Column("days_overdue", t("overview.days"), show=_days),
    ]


def _placed(row: Row) -> str:
    place = escape(t("overview.place", place=row["place"]))
    return f'<span class="dudao-muted">{place}</span> {unit_name(row)}'


def _days(days: int) -> str:
    return t("overview.days_value", days=days) if days else "–"


def _signed(change: int) -> str:
    return f"↑ {change}" if change > 0 else f"↓ {-change}" if change < 0 else "–"


def by_rule(counts: Sequence[Row]) -> str:
    """Shortfalls of each rule, the worst rules first, as HTML."""
    rows = _grouped(counts, "rule")
    name = Column("rule", t("overview.rule"), href=_rule_href, show=rule_title, wide=True)
    body = _counts_table(rows[:RULES_SHOWN], name)
    if len(rows) > RULES_SHOWN:
        more = t("overview.more_rules", count=len(rows) - RULES_SHOWN)
        body += f'<p><a href="{escape(link("rules"))}" target="_self">{escape(more)}</a></p>'
    return _headed("overview.by_rule", body)


def by_area(counts: Sequence[Row]) -> str:
    """Shortfalls of each of the plan's areas, as HTML."""
    name = Column("area", t("ui.area"), href=_area_href, wide=True)
    return _headed("overview.by_area", _counts_table(_grouped(counts, "area"), name))


def _counts_table(rows: Sequence[Row], name: Column) -> str:
    if not rows:
        return _words(t("overview.nothing_counted"))
    return table_html(rows, [name, *severity_columns(lambda row: {name.key: row[name.key]})])


def _rule_href(row: Row) -> str:
    return link("shortfalls", rule=row["rule"])


def _area_href(row: Row) -> str:
    return link("shortfalls", area=row["area"])


def _grouped(counts: Sequence[Row], key: str) -> list[dict[str, Any]]:
    """Present counts by ``key``, red before amber before blue."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(LEVELS, 0))
    for one in counts:
        found[one[key]][one["severity"]] += one["count_now"]
    rows = [
        {key: name} | {f"count_{level}": count for level, count in by_level.items()}
        for name, by_level in found.items()
        if any(by_level.values())
    ]
    order: Callable[[Row], tuple[int, ...]] = lambda row: tuple(row[f"count_{x}"] for x in LEVELS)  # noqa: E731
    return sorted(rows, key=order, reverse=True)


def recent(day: dt.date, unit: str | None) -> None:
    """The submissions that came in last."""
    st.header(t("overview.recent"))
    rows = ask("pages/overview_recent", unit=unit, size=RECENT_SHOWN)
    if not rows:
        st.info(t("overview.nothing_received", day=day))
        return
    columns = [
        Column("received_at", t("overview.received_at")),
        Column("file", t("overview.file"), href=_submission_href, wide=True),
        Column("units", t("overview.units"), show=_names),
        Column("kinds", t("overview.kinds"), show=_labels, wide=True),
        Column("reported_on", t("overview.reported_on")),
        Column("count_problems", t("overview.problems"), html=_problems),
    ]
    data_table(rows, columns)


def _submission_href(row: Row) -> str:
    return link("submissions", submission=row["submission_id"])


def _names(units: list[str | None] | None) -> str:
    named = [one for one in units or [] if one]
    if len(named) > 2:
        return t("overview.many", first=named[0], count=len(named))
    return "、".join(named)


def _labels(views: list[str] | None) -> str:
    return "、".join(kinds()[one].label for one in views or [] if one in kinds())


def _problems(row: Row) -> str:
    if row["status"] == "refused":
        text = badge("red", t("overview.refused"))
    elif row["count_problems"]:
        text = badge("amber", t("overview.problem_count", count=row["count_problems"]))
    else:
        return badge("green", f"✓ {t('ui.none')}")
    return f'<a href="{escape(_submission_href(row))}" target="_self">{text}</a>'


def page() -> None:
    """Draw the page."""
    day, unit = as_of(), chosen("unit")
    counts = ask("pages/overview_counts", before=day - WEEK, unit=unit, rules=rule_words())
    areas = [one["area"] for one in (*ask("pages/areas"), *counts)]
    area = title_and_area(t("ui.page_overview"), areas)
    counts = [one for one in counts if area is None or one["area"] == area]
    key_figures(counts, unit)
    timeline(day)
    tables(counts, day, unit)
    recent(day, unit)


page()
