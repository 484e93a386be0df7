"""What changed between two days, in sentences that can be read out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape
from itertools import groupby

import streamlit as st

from dashboard.texts import t
from dashboard.ui.choices import link
from dashboard.ui.life_words import TURNS, level, mended_by
from dashboard.ui.session import as_of, is_followed
from dashboard.ui.shortfall_detail import detail_href
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import Column, Row, badge
from dashboard.ui.units import unit_name

READ_OUT = ("new", "worse", "mended", "better", "exempt")
COUNTED = (*READ_OUT, "unchanged")
_UNTOLD = {"mended_on": None, "came_back": None}
"""Of the life of a shortfall, while the days are still being judged."""


def lead(total: Row, before: dt.date) -> None:
    """Everything in one paragraph."""
    parts = [t("changes.span", first=before, last=as_of(), days=(as_of() - before).days)]
    parts += [_counted(total, name) for name in COUNTED if total[f"count_{name}"]]
    now = t("changes.now", total=total["count_now"], red=total["count_now_red"])
    soon = t("changes.due_soon", count=total["due_soon"]) if total["due_soon"] else ""
    said = parts[0] + t("changes.comma").join(parts[1:]) + t("changes.stop")
    st.html(f'<p class="dudao-told">{escape(said + now + soon)}</p>')


def _counted(total: Row, name: str) -> str:
    red = total.get(f"count_{name}_red")
    words = t(f"changes.count_{name}", count=total[f"count_{name}"])
    return words + (t("changes.with_red", red=red) if red else "")


def read_out(rows: Sequence[Row], total: Row) -> None:
    """Each sort of change under its heading, unit by unit."""
    if not is_followed():
        rows = [dict(row) | _UNTOLD for row in rows]
    for change, found in groupby(rows, key=lambda row: row["change"]):
        some = list(found)
        count = total[f"count_{change}"]
        words = t("changes.heading", what=t(f"life.{change}"), count=count)
        st.html(f'<h2 id="{change}">{escape(words)}</h2>{_units(some)}')
        if count > len(some):
            st.caption(t("changes.more", count=count - len(some)))


def _units(rows: Sequence[Row]) -> str:
    lines = []
    for _, found in groupby(rows, key=lambda row: row["unit"]):
        some = list(found)
        items = t("changes.semicolon").join(_rules(some))
        lines.append(f"<li><b>{unit_name(some[0])}</b>{items}{t('changes.stop')}</li>")
    return f'<ul class="dudao-read">{"".join(lines)}</ul>'


def _rules(rows: Sequence[Row]) -> list[str]:
    """The items of one unit, those of one rule and severity together."""
    made = []
    for (_, rule), found in groupby(rows, key=lambda row: (row["severity"], row["rule"])):
        some = list(found)
        items = t("changes.pause").join(_alike(some))
        made.append(f"{level(some[0])} {escape(rule_title(rule))}{t('changes.colon')}{items}")
    return made


def _alike(rows: Sequence[Row]) -> list[str]:
    """The items, those together of which the same is to be said."""
    made = []
    for state, found in groupby(rows, key=_state):
        names = t("changes.pause").join(_name(row) for row in found)
        said = t("changes.brackets", words="\0").replace("\0", state) if state else ""
        made.append(names + said)
    return made


def _name(row: Row) -> str:
    return f'<a href="{escape(detail_href(row))}" target="_self">{escape(row["item"] or "")}</a>'


def _state(row: Row) -> str:
    """How it stands, and how it stood before where that is what matters."""
    match row["change"]:
        case "mended":
            if row["mended_on"] is None:
                return ""
            day = f"{row['mended_on']:%m-%d}"
            return escape(t("changes.was_mended", day=day)) + mended_by(row)
        case "worse" | "better":
            return escape(t("changes.comma").join(filter(None, (_turn(row), _gaps(row)))))
        case _:
            back = row["change"] == "new" and row["came_back"]
            words = t("life.came_back", times=row["came_back"]) if back else ""
            return escape(t("changes.pause").join(filter(None, (row["gap"], words))))


def _turn(row: Row) -> str:
    """From which severity to which; '' where that stayed as it was."""
    before, now = row["severity_before"], row["severity"]
    if before in (None, now):
        return ""
    return t("changes.turned", before=t(f"ui.{before}"), now=t(f"ui.{now}"))


def _gaps(row: Row) -> str:
    """How far off it was and is, once where nothing changed in that."""
    then, now = row["gap_before"] or "", row["gap"] or ""
    return now if then == now else t("changes.from_to", then=then, now=now)


def change_columns(of: str, total: Row) -> list[Column]:
    """A table of counts by unit or by rule; a sort of change that there is none of is left out."""
    if of == "unit":
        name = Column("unit", t("ui.unit"), html=unit_name, wide=True)
    else:
        name = Column("rule", t("shortfalls.rule"), href=_of_rule, show=rule_title, wide=True)
    there = [one for one in COUNTED if total[f"count_{one}"]]
    now = Column(
        "count_now", t("changes.standing"), href=lambda row: _standing(of, row), narrow=True
    )
    return [name, *(_count(one) for one in there), now]


def _count(change: str) -> Column:
    def cell(row: Row) -> str:
        count = row[f"count_{change}"]
        if not count:
            return '<span class="dudao-muted">0</span>'
        tone, sign = TURNS[change]
        return f"{count}" if change == "unchanged" else badge(tone, f"{sign} {count}")

    return Column(f"count_{change}", t(f"life.{change}"), html=cell, narrow=True)


def _of_rule(row: Row) -> str:
    return link("rules", rule=row["rule"])


def _standing(of: str, row: Row) -> str | None:
    return link("shortfalls", **{of: row[of]}) if row[of] is not None else None
