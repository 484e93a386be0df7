"""One shortfall with its figures, its rule, and the cells that say so."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard.queries import rules
from dashboard.texts import t
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.life_words import days, mended_by, turn_badge
from dashboard.ui.prose import plain, prose
from dashboard.ui.remarks import draw_remarks
from dashboard.ui.rule_words import BUREAU, explanation, rule_words
from dashboard.ui.session import as_of, ask, is_followed
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import (
    Column,
    Row,
    badge,
    data_table,
    percent,
    severity,
    shown,
    source_link,
)


def detail_href(row: Row) -> str:
    """The address of a shortfall's own page: rule, unit and item name it.

    What falls to the bureau as a whole has no unit in the directory, hence none in the
    address."""
    unit = None if row["unit"] == BUREAU else row["unit"]
    filters = dict.fromkeys(("area", "severity", "search", "sort"))
    return link("shortfalls", rule=row["rule"], unit=unit, item=row["item"], **filters)


def draw_detail(rule: str, item: str) -> None:
    """Draw the shortfall of that rule and item, of the chosen unit."""
    unit = chosen("unit")
    back = {"item": None, "rule": None}
    st.html(_anchor(link("shortfalls", unit=None, **back), t("shortfalls.back_all")))
    if rule not in rules():
        st.warning(prose("shortfalls.unknown_rule", rule=rule))
        return
    st.title(plain(item))
    found = _found(rule, unit, item)
    exempt = [] if found else _exempt(rule, unit, item)
    lived = ask("pages/shortfall_life", rule=rule, unit=unit, item=item) if is_followed() else []
    if found:
        _figures(found[0], lived)
    elif exempt:
        _exempted(exempt[0])
    elif lived and lived[0]["mended_on"]:
        _mended(lived[0])
    else:
        st.info(t("shortfalls.gone", day=as_of()))
    left, right = st.columns([3, 2], gap="large")
    with left:
        _rule(rule)
    with right:
        _onward(rule, unit)
    if found or exempt:
        _sources(found or exempt)
        draw_remarks(rule, unit or BUREAU, item)
    with st.expander(t("shortfalls.sql")):
        st.code(rules()[rule].sql, language="sql", wrap_lines=True)


def _found(rule: str, unit: str | None, item: str) -> list[dict[str, Any]]:
    filters = {"severity": None, "area": None, "search": None, "sort": "severity"}
    return ask(
        "pages/shortfalls_page_list",
        rules=rule_words(), rule=rule, unit=unit, item=item, first=0, size=20, **filters,
    )  # fmt: skip


def _exempt(rule: str, unit: str | None, item: str) -> list[dict[str, Any]]:
    found = ask("pages/shortfalls_exempt", rule=rule, unit=unit)
    return [row for row in found if row["item"] == item]


def _exempted(row: Row) -> None:
    """Why this is none of the shortfalls that count, and until when."""
    words = t(
        "shortfalls.exempted",
        last=row["exempt_until"] or "",
        reason=row["exempt_reason"],
        basis=row["exempt_basis"] or "",
    )
    st.html(
        f'<div class="dudao-lead">{badge("grey", t("ui.exempt"))} {escape(words)}</div>'
        f'<div class="dudao-headline">{escape(row["gap"] or "")}</div>'
    )


def _mended(life: Row) -> None:
    """Since when it is mended, and by which submission."""
    words = t("life.mended_sentence", day=life["mended_on"], days=life["days_open"])
    st.html(
        f'<div class="dudao-lead">{turn_badge("mended")} {escape(words)}'
        f" {escape(t('life.mended_by'))} {mended_by(life)}</div>"
        f'<div class="dudao-headline">{escape(life["gap"] or "")}</div>'
    )


def _figures(row: Row, lived: Sequence[Row]) -> None:
    unit = row["unit"] or ""
    name = escape(unit) if unit == BUREAU else _anchor(link("unit", unit=unit), unit)
    st.html(
        f'<div class="dudao-lead">{severity(row)} <span>{name}</span> '
        f"<span>{escape(rule_title(row['rule']))}</span></div>"
        f'<div class="dudao-headline">{escape(row["gap"] or "")}</div>'
    )
    cards(
        [
            Card(t("shortfalls.measured"), _figure(row, "measured"), tone=row["severity"]),
            Card(t("shortfalls.required"), _figure(row, "required")),
            _deadline(row),
            *(_since(one) for one in lived),
        ]
    )


def _since(life: Row) -> Card:
    """Since when the shortfall stands, and whether it came back."""
    back = t("life.came_back", times=life["came_back"]) if life["came_back"] else ""
    first = t("shortfalls.first_seen", day=life["first_seen"])
    return Card(t("life.days_open"), days(life["days_open"]), " ".join(filter(None, (first, back))))


def _figure(row: Row, name: str) -> str:
    """The figure as a number, as a percentage where a broken number shows that it is a share."""
    figures = [one for one in (row["measured"], row["required"]) if one is not None]
    is_share = all(0 <= one <= 1 for one in figures) and any(one % 1 for one in figures)
    return (percent(row[name]) if is_share else shown(row[name])) or "–"


def _deadline(row: Row) -> Card:
    if not row["due_on"]:
        return Card(t("shortfalls.since"), "–", note=t("shortfalls.no_deadline"))
    return Card(
        t("shortfalls.since"),
        t("shortfalls.since_days", days=row["since_due"]),
        note=t("shortfalls.since_when", day=row["due_on"]),
        tone=row["severity"],
    )


def _rule(rule: str) -> None:
    one = rules()[rule]
    st.header(t("shortfalls.explanation"))
    st.html(f'<p class="dudao-words">{escape(explanation(one))}</p>')
    st.html(
        f'<p class="dudao-words"><b>{escape(t("shortfalls.basis"))}</b> '
        f"{escape(one.header.get('basis', ''))}</p>"
    )


def _onward(rule: str, unit: str | None) -> None:
    """Where to look next."""
    plain = {"item": None}
    ways = [
        (link("shortfalls", rule=rule, unit=None, **plain), t("shortfalls.of_rule")),
        (link("rules", rule=rule), t("shortfalls.rule_page")),
    ]
    if unit:
        ways = [
            (link("shortfalls", unit=unit, **plain), t("shortfalls.of_unit", unit=unit)),
            (link("unit", unit=unit), t("shortfalls.unit_page")),
            *ways,
        ]
    listed = "".join(f"<li>{_anchor(href, text)}</li>" for href, text in ways)
    st.html(f'<ul class="dudao-onward">{listed}</ul>')


def _sources(rows: Sequence[Row]) -> None:
    st.header(t("shortfalls.sources"))
    placed = [_with_submission(row) for row in rows if source_link(row)]
    if not placed:
        st.info(t("shortfalls.no_source"))
        return
    columns = [
        Column("source_file", t("shortfalls.file"), href=source_link, wide=True),
        Column("source_sheet", t("shortfalls.sheet"), href=source_link),
        Column("place", t("shortfalls.cell"), href=source_link),
        Column("reported_on", t("shortfalls.reported_on")),
        Column("received_at", t("shortfalls.received_at")),
        Column("open", "", href=source_link),
    ]
    data_table(placed, columns)


def _with_submission(row: Row) -> dict[str, Any]:
    """The row with the dates of its submission, and its place in words."""
    sent = ask("pages/source_submission", submission=row["submission_id"])
    dates = {name: sent[0][name] if sent else None for name in ("reported_on", "received_at")}
    place = row["source_cell"] or t("shortfalls.cell_row", row=row["source_row"])
    return dict(row) | dates | {"place": place, "open": t("shortfalls.open_source")}


def _anchor(href: str, text: str) -> str:
    return f'<a href="{escape(href)}" target="_self">{escape(text)}</a>'
