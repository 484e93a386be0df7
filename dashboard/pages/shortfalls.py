"""短板清单: every shortfall, to filter, search, sort and export; a row opens its own page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.exports import to_csv, to_xlsx
from dashboard.texts import t
from dashboard.ui import session
from dashboard.ui.area import choose_area
from dashboard.ui.choices import choose, chosen, known_as_of, link, link_here
from dashboard.ui.filters import pick, search_words
from dashboard.ui.life_words import life_columns
from dashboard.ui.past_shortfalls import draw_exempt, draw_mended, say_if_not_followed
from dashboard.ui.prose import plain
from dashboard.ui.rule_words import rule_words
from dashboard.ui.session import as_of, ask
from dashboard.ui.shortfall_detail import detail_href, draw_detail
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import Column, Row, data_table, severity, source_column
from dashboard.ui.units import unit_name

LIST = "pages/shortfalls_page_list"
SIZE = 40  # rows on a page of the list
SORTS = ("severity", "unit", "rule", "overdue", "age")
ORDERS = {
    "severity": "severity", "unit": "unit", "rule": "rule", "since_due": "overdue",
    "first_seen": "age",
}  # fmt: skip
"""The order that a click on a column's heading puts the list into."""
FILTERS = ("severity", "rule", "unit", "area", "search")
EXPORTED = (
    "severity", "unit", "rule_title", "item", "gap", "measured", "required", "since_due",
    "due_on", "first_seen", "days_open", "area", "source_file", "source_sheet",
    "source_row", "source_cell",
)  # fmt: skip
OF_ITS_LIFE = ("first_seen", "days_open")


def filters() -> dict[str, Any]:
    """Draw the filters; what they choose, as the list's query takes it."""
    first, second, third, fourth, fifth = st.columns([2, 3, 3, 3, 3])
    with first:
        level = pick("severity", t("shortfalls.severity"), _levels(), _all("severities"))
    with second:
        titles = {one["rule"]: one["title"] for one in rule_words()}
        rule = pick("rule", t("shortfalls.rule"), titles, _all("rules"))
    with third:
        area = choose_area([*(one["area"] for one in ask("pages/areas")), *_other_areas()])
    with fourth:
        sorts = {one: t(f"shortfalls.sort_{one}") for one in SORTS[1:]}
        sort = pick("sort", t("shortfalls.sort"), sorts, t("shortfalls.sort_severity"))
    with fifth:
        hint = t("shortfalls.search_hint")
        search = search_words("search", t("shortfalls.search"), hint)
    return {
        "severity": level,
        "rule": rule,
        "unit": chosen("unit"),
        "area": area,
        "item": None,
        "search": search,
        "sort": sort or SORTS[0],
        "rules": rule_words(),
    }


def _levels() -> dict[str, str]:
    return {level: t(f"ui.{level}_long") for level in ("red", "amber", "blue")}


def _all(what: str) -> str:
    return t(f"shortfalls.all_{what}")


def _other_areas() -> list[str]:
    """Areas of rules that are none of the plan's tasks, as the list's query names them."""
    return ["创建步骤", "工作要求", "其他"]


def show_list(asked: dict[str, Any]) -> None:
    """The part of the list that is chosen, with export and paging."""
    total = _total(asked)
    if not total:
        _say_nothing(asked)
        return
    pages = -(-total // SIZE)
    top = st.container()
    page = st.pagination(pages, key=f"page_{_key(asked)}") if pages > 1 else 1
    first = (page - 1) * SIZE
    rows = ask(LIST, first=first, size=SIZE, **asked)
    with top:
        _above(asked, total, first, len(rows))
        data_table(rows, _columns(asked["sort"]))


def _total(asked: dict[str, Any]) -> int:
    found = ask(LIST, first=0, size=1, **asked)
    return int(found[0]["total"]) if found else 0


def _key(asked: dict[str, Any]) -> str:
    """Tells one choice of filters from another, so that each begins on its first page."""
    return "|".join(str(asked[name]) for name in (*FILTERS, "sort"))


def _above(asked: dict[str, Any], total: int, first: int, count: int) -> None:
    line = st.container(horizontal=True, vertical_alignment="center")
    words = t("shortfalls.summary", total=total, first=first + 1, last=first + count)
    line.markdown(plain(words), width="stretch")
    if any(asked[name] for name in FILTERS):
        line.page_link("shortfalls.py", label=t("shortfalls.clear"), query_params=_day_only())
    rows, labels, title, stem = _exported(asked)
    line.download_button(
        t("shortfalls.export_xlsx"), lambda: to_xlsx(rows(), labels, title), f"{stem}.xlsx"
    )
    line.download_button(t("shortfalls.export_csv"), lambda: to_csv(rows(), labels), f"{stem}.csv")


def _exported(
    asked: dict[str, Any],
) -> tuple[Callable[[], Sequence[Row]], dict[str, str], str, str]:
    """All rows of the choice, asked when the button is clicked, in a thread of its own."""
    day, known, reader = as_of(), known_as_of(), session.reader()
    unknown = {} if session.is_followed() else dict.fromkeys(OF_ITS_LIFE)
    words = {level: t(f"ui.{level}") for level in ("red", "amber", "blue")}

    def rows() -> list[Row]:
        found = reader.ask(LIST, as_of=day, known_as_of=known, first=0, size=None, **asked)
        return [
            {name: _whole(value) for name, value in row.items()}
            | {"severity": words[row["severity"]]}
            | unknown
            for row in found
        ]

    labels = {name: t(f"shortfalls.column_{name}") for name in EXPORTED}
    stem = t("shortfalls.file_name", day=day)
    return rows, labels, t("shortfalls.sheet_title", day=day), stem


def _whole(value: Any) -> Any:
    """3 for 3.0: rules give their figures as floats, people count in whole ones."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _columns(sort: str) -> list[Column]:
    columns = [
        Column("severity", t("shortfalls.severity"), html=severity),
        Column("unit", t("ui.unit"), html=unit_name),
        Column("rule", t("shortfalls.rule"), href=_rule_href, show=rule_title, wide=True),
        Column("item", t("shortfalls.item"), href=detail_href, wide=True),
        Column("gap", t("shortfalls.gap"), wide=True),
        Column("since_due", t("shortfalls.since"), show=_days),
        *life_columns(),
        source_column(),
    ]
    return [_orderly(one, sort) for one in columns]


def _orderly(column: Column, sort: str) -> Column:
    """The column with its heading as a way to sort by it, where that can be done."""
    order = ORDERS.get(column.key)
    if order is None:
        return column
    href = link_here(sort=None if order == SORTS[0] else order)
    return replace(column, order=(href, order == sort))


def _rule_href(row: Row) -> str:
    return link("shortfalls", rule=row["rule"])


def _days(days: int | None) -> str:
    return t("shortfalls.since_days", days=days) if days and days > 0 else ""


def _say_nothing(asked: dict[str, Any]) -> None:
    if any(asked[name] for name in FILTERS):
        st.info(t("shortfalls.none_filtered", day=as_of()))
        st.page_link("shortfalls.py", label=t("shortfalls.clear"), query_params=_day_only())
    else:
        st.success(t("shortfalls.none", day=as_of()))


def _day_only() -> dict[str, str]:
    kept = ("as_of", "known_as_of", "lang")
    return {name: value for name in kept if (value := chosen(name))}


def page() -> None:
    """Draw the list, or the one shortfall that the address names."""
    item, rule = chosen("item"), chosen("rule")
    if item and rule:
        draw_detail(rule, item)
        return
    st.title(t("ui.page_shortfalls"))
    match which():
        case "mended":
            draw_mended()
        case "exempt":
            draw_exempt()
        case _:
            say_if_not_followed()
            show_list(filters())


def which() -> str | None:
    """Draw the choice among what stands, what is mended and what is exempt."""
    words = {"standing": t("shortfalls.standing"), "mended": t("shortfalls.mended")}
    words["exempt"] = t("shortfalls.exempt")
    now = chosen("which") if chosen("which") in words else "standing"
    picked = st.segmented_control(
        t("shortfalls.which"),
        list(words),
        default=now,
        format_func=lambda one: words[one],
        label_visibility="collapsed",
        required=True,
        key=f"which_{now}",
    )
    if picked != now:
        choose(which=None if picked == "standing" else picked)
        st.rerun()
    return now


page()
