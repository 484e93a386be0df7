"""单位档案: one unit on one page: what it sent, what it owes, what it is praised for."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.texts import t
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.counts import severity_columns
from dashboard.ui.labels import choice_label, kind_label
from dashboard.ui.prose import plain, prose
from dashboard.ui.rule_words import rule_words
from dashboard.ui.session import as_of, ask
from dashboard.ui.shortfall_detail import detail_href
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import (
    Column,
    Row,
    badge,
    data_table,
    severity,
    shown,
    source_column,
    source_link,
    table_html,
)
from dashboard.ui.trends import severity_trend
from dashboard.ui.unit_checks import draw_cases, draw_findings, draw_staffing
from dashboard.ui.unit_file import draw_tasks, owed_html, passed_rules, praise_html, sent_html
from dashboard.ui.units import unit_name

SHORTFALLS_SHOWN = 12
SENT_SHOWN = 8
LEVELS = ("red", "amber", "blue")


def all_units(rows: Sequence[Row]) -> None:
    """The units to choose from, with their counts."""
    if not rows:
        st.info(t("unit.no_units"))
        return
    st.caption(t("unit.choose", note=t("ui.ranking_note")))
    columns = [
        Column("place", t("unit.place")),
        Column("unit", t("ui.unit"), html=lambda row: unit_name({"unit": row["unit"]})),
        Column("category", t("unit.category"), show=category),
        *severity_columns(lambda row: {"unit": row["unit"]}),
        Column("days_overdue", t("unit.longest"), show=_days),
        Column("tasks", t("unit.tasks_done"), html=_tasks),
        Column("last_reported_on", t("unit.last_report"), html=_last_report),
    ]
    data_table(rows, columns)


def category(value: str | None) -> str:
    """局属单位 or 机关科室."""
    return choice_label("unit", "category", value)


def _days(days: int | None) -> str:
    return t("unit.days", days=days) if days else "–"


def _tasks(row: Row) -> str:
    text = t("unit.of", done=row["count_done"], total=row["count_tasks"])
    return f'<a href="{escape(link("tasks", unit=row["unit"]))}" target="_self">{text}</a>'


def _last_report(row: Row) -> str:
    if row["last_reported_on"] is None:
        return badge("red", f"■ {t('unit.never')}")
    since = (as_of() - row["last_reported_on"]).days
    return escape(f"{row['last_reported_on']}（{_ago(since)}）")


def _ago(days: int) -> str:
    return t("unit.days_ago", days=days) if days else t("unit.today")


def head(unit: str, entry: Row | None) -> None:
    """Name and what the directory says."""
    href = escape(link("unit", unit=None))
    st.html(f'<a href="{href}" target="_self">{escape(t("unit.all"))}</a>')
    st.title(plain(unit))
    if entry is None:
        st.warning(prose("unit.not_listed", unit=unit))
        return
    facts = {
        "category": category(entry["category"]),
        "short_name": entry["short_name"],
        "aliases": entry["aliases"],
        "enforces": shown(entry["enforces"]),
        "head": entry["head"],
        "liaison": entry["liaison"],
        "phone": entry["liaison_phone"],
    }
    parts = [
        f"<span><b>{escape(t(f'unit.{name}'))}</b> {escape(value)}</span>"
        for name, value in facts.items()
        if value
    ]
    source = source_link(entry)
    if source:
        parts.append(f'<a href="{escape(source)}" target="_self">{escape(t("ui.source"))}</a>')
    st.html(f'<p class="dudao-line">{" ".join(parts)}</p>')


def key_figures(unit: str, listed: Row | None, tasks: Sequence[Row], counts: Row) -> None:
    """Counts by severity, tasks done and evidenced, the last sheet."""
    figures = [
        Card(
            t(f"unit.card_{level}"),
            str(counts[level]),
            note=_place(listed) if level == "red" else "",
            href=link("shortfalls", severity=level, unit=unit),
            tone=level,
            trend=severity_trend(level, unit),
        )
        for level in LEVELS
    ]
    done: dict[str, bool] = {}
    for row in tasks:
        done[row["item"]] = done.get(row["item"], True) and row["is_done"]
    evidenced = {row["item"] for row in tasks if row["is_evidenced"]}
    late = len({row["item"] for row in tasks if row["days_late"]})
    figures.append(
        Card(
            t("unit.card_tasks"),
            t("unit.of", done=sum(done.values()), total=len(done)),
            note=t("unit.card_tasks_note", late=late),
            href=link("tasks"),
        )
    )
    value = t("unit.of", done=len(evidenced), total=len(done))
    figures.append(Card(t("unit.card_evidence"), value, href=link("evidence")))
    cards([*figures, _report_card(listed)])


def _place(listed: Row | None) -> str:
    if listed is None:
        return ""
    return t("unit.card_place", count=listed["count_units"], place=listed["place"])


def _report_card(listed: Row | None) -> Card:
    last = listed["last_reported_on"] if listed else None
    if last is None:
        return Card(t("unit.last_report"), "–", note=t("unit.never"), tone="amber")
    days = (as_of() - last).days
    return Card(
        t("unit.last_report"),
        last.strftime("%m-%d"),
        note=_ago(days),
        href=link("submissions"),
    )


def shortfalls(rows: Sequence[Row]) -> None:
    """The worst of the unit's shortfalls."""
    st.header(t("unit.shortfalls"))
    if not rows:
        st.success(t("unit.no_shortfalls", day=as_of()))
        return
    columns = [
        Column("severity", t("shortfalls.severity"), html=severity),
        Column("rule", t("shortfalls.rule"), show=rule_title, href=_of_rule, wide=True),
        Column("item", t("shortfalls.item"), href=detail_href, wide=True),
        Column("gap", t("shortfalls.gap"), wide=True),
        Column("since_due", t("shortfalls.since"), show=_days),
        source_column(),
    ]
    data_table(rows[:SHORTFALLS_SHOWN], columns)
    if len(rows) > SHORTFALLS_SHOWN:
        text = escape(t("unit.more_shortfalls", count=len(rows)))
        st.html(f'<a href="{escape(link("shortfalls"))}" target="_self">{text}</a>')


def _of_rule(row: Row) -> str:
    return link("shortfalls", rule=row["rule"])


def latest_html(unit: str) -> str:
    """The unit's last submissions."""
    rows = ask("pages/overview_recent", unit=unit, size=SENT_SHOWN)
    columns = [
        Column("received_at", t("unit.received_at")),
        Column("file", t("unit.file"), href=_submission, wide=True),
        Column("kinds", t("unit.kinds"), show=_kinds, wide=True),
        Column("reported_on", t("unit.reported_on")),
        Column("count_problems", t("unit.problems"), html=_problems),
    ]
    return table_html(rows, columns) if rows else ""


def _submission(row: Row) -> str:
    return link("submissions", submission=row["submission_id"])


def _kinds(views: list[str] | None) -> str:
    return "、".join(kind_label(one) for one in views or [])


def _problems(row: Row) -> str:
    if not row["count_problems"]:
        return badge("green", f"✓ {t('ui.none')}")
    return badge("amber", f"▲ {t('unit.problem_count', count=row['count_problems'])}")


def one_unit(unit: str) -> None:
    """Everything about one unit."""
    entry = next(iter(ask("pages/unit_directory", unit=unit)), None)
    listed = next(iter(ask("pages/unit_place", unit=unit)), None)
    found = ask("pages/shortfalls_page_list", **_all_of(unit))
    tasks = ask("pages/unit_tasks", unit=unit)
    sent = ask("pages/unit_kinds", unit=unit)
    findings = ask("pages/unit_findings", unit=unit)
    head(unit, entry)
    counts = {level: sum(row["severity"] == level for row in found) for level in LEVELS}
    key_figures(unit, listed, tasks, counts)
    shortfalls(found)
    owes = owed_html(sent, tasks, findings, entry is None or bool(entry["liaison"]))
    praise(unit, {row["rule"] for row in found}, sent, tasks, findings, owes)
    draw_tasks(tasks)
    what_it_sent(unit, sent)
    draw_staffing(ask("pages/unit_staffing", unit=unit))
    draw_cases(ask("pages/unit_cases", unit=unit), enforces=bool(entry and entry["enforces"]))
    draw_findings(findings, as_of())


def _all_of(unit: str) -> dict[str, Any]:
    filters = dict.fromkeys(("severity", "rule", "area", "item", "search", "size"))
    return filters | {"unit": unit, "sort": "severity", "first": 0, "rules": rule_words()}


def praise(
    unit: str,
    failed: set[str],
    sent: Sequence[Row],
    tasks: Sequence[Row],
    findings: Sequence[Row],
    owes: str,
) -> None:
    """What it owes, and what it is praised for."""
    views = {row["kind"] for row in sent if row["last_reported_on"]}
    items = ask("pages/unit_publicity", unit=unit)
    good = praise_html(passed_rules(views, failed), tasks, findings, items)
    st.header(t("unit.owes"))
    st.html(owes)
    st.header(t("unit.praise"))
    st.html(good)


def what_it_sent(unit: str, sent: Sequence[Row]) -> None:
    """Kinds of sheets and the last submissions."""
    st.header(t("unit.sent"))
    kinds_sent = sent_html(sent)
    if not kinds_sent:
        st.info(t("unit.nothing_sent", day=as_of()))
        return
    latest = f"<h3>{escape(t('unit.submissions'))}</h3>{latest_html(unit)}"
    st.html(
        f'<div class="dudao-grid dudao-wide-grid"><section>{kinds_sent}</section>'
        f"<section>{latest}</section></div>"
    )


def page() -> None:
    """Draw the unit that the address names, or all to choose from."""
    unit = chosen("unit")
    if unit:
        one_unit(unit)
    else:
        st.title(t("ui.page_unit"))
        all_units(ask("pages/unit_list"))


page()
