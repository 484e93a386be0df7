"""规则依据: every rule with its basis, its thresholds, what it finds now, and its query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.queries import rules
from dashboard.texts import known, t
from dashboard.ui.choices import chosen, link
from dashboard.ui.counts import counted
from dashboard.ui.prose import plain, prose
from dashboard.ui.rule_words import explanation, severities, thresholds
from dashboard.ui.session import ask
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import (
    SEVERITY_SHAPES,
    Column,
    Row,
    badge,
    percent,
    shown,
    source_link,
    table_html,
)
from dashboard.ui.trends import rule_trend

Counts = Mapping[str, Mapping[str, Row]]  # by rule, then by severity


def present_counts(unit: str | None) -> Counts:
    """What every rule finds on the chosen day."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in ask("pages/rules_counts", unit=unit):
        found[row["rule"]][row["severity"]] = row
    return found


def by_area() -> dict[str, list[str]]:
    """The ids of the rules under the number of their area, in the plan's order."""
    found: dict[str, list[str]] = defaultdict(list)
    for rule, one in rules().items():
        found[one.header.get("area", "")].append(rule)
    return dict(sorted(found.items(), key=lambda pair: (pair[0] == "", pair[0])))


def area_title(number: str, areas: Mapping[str, str]) -> str:
    """The heading of an area: number and name, or the name alone beyond the four areas."""
    if number in areas:
        return t("rules.area", no=number, area=areas[number])
    return t(f"rules.area_{number}") if known(f"rules.area_{number}") else t("rules.area_other")


def facts(rule: str, counts: Counts, limits: Mapping[str, Row]) -> dict[str, str]:
    """What is to be said of a rule, as HTML by the name of its column."""
    one = rules()[rule]
    found = counts.get(rule, {})
    numbers = {level: row["count_found"] for level, row in found.items()}
    units = max((row["count_units"] for row in found.values()), default=0)
    said = f" {escape(t('rules.units', count=units))}" if units else ""
    used = [_limit(limits[name]) for name in thresholds(one) if name in limits]
    return {
        "present": counted(numbers, {"rule": rule}) + said + rule_trend(rule),
        "threshold": "<br>".join(used) or escape(t("rules.no_threshold")),
        "basis": escape(one.header.get("basis", "")),
        "severity": " ".join(
            badge(level, f"{SEVERITY_SHAPES[level]} {t(f'ui.{level}')}")
            for level in severities(one)
        ),
    }


def draw_rules(ids: Sequence[str], counts: Counts, limits: Mapping[str, Row]) -> None:
    """Rules below one another, each with its query to fold open."""
    rows = [{"rule": _about(rule)} | facts(rule, counts, limits) for rule in ids]
    names = ("rule", "present", "threshold", "basis", "severity")
    columns = [Column(name, t(f"rules.{name}"), html=_as_it_is(name), wide=True) for name in names]
    st.html(f'<div class="dudao-rules">{table_html(rows, columns)}</div>')


def _as_it_is(name: str) -> Callable[[Row], str]:
    return lambda row: str(row[name])


def _about(rule: str) -> str:
    one = rules()[rule]
    address = escape(link("rules", rule=rule))
    return (
        f'<a class="dudao-strong" href="{address}" target="_self">{escape(rule_title(rule))}</a>'
        f'<p class="dudao-words">{escape(explanation(one))}</p>'
        f'<details class="dudao-query"><summary>{escape(t("rules.sql"))}</summary>'
        f"<pre>{escape(one.sql)}</pre></details>"
    )


def draw_rule(rule: str, counts: Counts, limits: Mapping[str, Row]) -> None:
    """One rule by itself, its query open."""
    told = facts(rule, counts, limits)
    st.header(plain(rule_title(rule)))
    st.html(
        f'<p class="dudao-words">{escape(explanation(rules()[rule]))}</p>'
        + _facts([(t(f"rules.{name}"), value) for name, value in told.items()])
    )
    st.subheader(t("rules.sql"))
    st.code(rules()[rule].sql, language="sql", wrap_lines=True)


def _limit(row: Row) -> str:
    """A threshold in words, linked to the cell of the plan that sets it."""
    if row["value"] is None:
        return escape(t("rules.threshold_off", name=row["name"]))
    value = percent(row["value"]) if row["is_share"] else shown(row["value"])
    text = escape(t("rules.threshold_value", name=row["name"], value=value))
    if row["is_default"]:
        return text + escape(t("rules.threshold_default"))
    href = source_link(row)
    return f'<a href="{escape(href)}" target="_self">{text}</a>' if href else text


def _facts(lines: Sequence[tuple[str, str]]) -> str:
    body = "".join(f"<dt>{escape(label)}</dt><dd>{value}</dd>" for label, value in lines)
    return f'<dl class="dudao-facts">{body}</dl>'


def choose_rule() -> str | None:
    """The one rule that the address names, None for all; says so where there is none such."""
    rule = chosen("rule")
    if rule is None:
        st.caption(t("rules.intro", count=len(rules())))
        return None
    if rule not in rules():
        st.warning(prose("rules.unknown", rule=rule))
        return None
    href = escape(link("rules", rule=None))
    st.html(f'<a href="{href}" target="_self">{escape(t("rules.show_all"))}</a>')
    return rule


def page() -> None:
    """Draw the page."""
    st.title(t("ui.page_rules"))
    rule, unit = choose_rule(), chosen("unit")
    if unit:
        st.caption(prose("rules.only_unit", unit=unit))
    counts = present_counts(unit)
    limits = {row["limit_id"]: row for row in ask("pages/rules_limits")}
    areas = {row["area_no"]: row["area"] for row in ask("pages/areas")}
    if rule is not None:
        draw_rule(rule, counts, limits)
        return
    for number, ids in by_area().items():
        st.header(plain(area_title(number, areas)))
        draw_rules(ids, counts, limits)


page()
