"""文件与决策: documents and decisions against their procedures, and the lists to publish."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from dashboard.texts import known, t
from dashboard.ui import charts
from dashboard.ui.asked_table import asked_table
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.marks import source_mark, step_mark
from dashboard.ui.names import Naming, short_names, unit_column
from dashboard.ui.plots.documents import review_rates
from dashboard.ui.prose import prose
from dashboard.ui.session import ask
from dashboard.ui.shortfall_rows import of_rules, rule_card
from dashboard.ui.tables import Column, Row, badge, data_table, percent, severity, source_column

_MOST_UNITS = 40
_ROWS = 40


def _of_unit(rows: Sequence[Row]) -> list[Row]:
    unit = chosen("unit")
    return [row for row in rows if unit in (None, row["unit"])]


def _figures(rates: Sequence[Row], lists: Sequence[Row], shortfalls: Sequence[Row]) -> None:
    issued = sum(row["count_issued"] for row in rates)
    reviewed = sum(row["count_reviewed"] for row in rates)
    eight = {row["list_id"] for row in lists if row["list_no"]}
    public = {row["list_id"] for row in lists if row["list_no"] and row["published"]}
    lacking = of_rules(shortfalls, "list_unpublished")
    cards(
        [
            Card(
                t("documents.rate"),
                percent(round(reviewed / issued, 3)) if issued else "—",
                t("documents.rate_note", reviewed=reviewed, issued=issued),
                link("shortfalls", rule="document_unreviewed"),
                "grey" if not issued else "green" if reviewed == issued else "red",
            ),
            *(
                _rule_card(shortfalls, rule)
                for rule in (
                    "document_procedure",
                    "document_uncleaned",
                    "decision_procedure",
                    "decision_archive",
                )
            ),
            rule_card(
                t("documents.lists_public"),
                t("documents.lists_note", count=len(lacking)),
                "list_unpublished",
                lacking,
                f"{len(public)}/{len(eight)}",
            ),
        ]
    )


def _rule_card(shortfalls: Sequence[Row], rule: str) -> Card:
    found = of_rules(shortfalls, rule)
    return rule_card(t(f"documents.{rule}"), t(f"documents.{rule}_note"), rule, found)


def _rates(rates: Sequence[Row]) -> None:
    st.header(t("documents.rates"))
    if all(row["count_reviewed"] == row["count_issued"] for row in rates):
        issued = sum(row["count_issued"] for row in rates)
        st.success(prose("documents.all_reviewed", units=len(rates), issued=issued))
        return
    st.caption(t("documents.rates_caption"))
    figure = review_rates(rates[:_MOST_UNITS])
    charts.draw(figure, key="document_rates", alt=t("documents.rates_alt"))
    if len(rates) > _MOST_UNITS:
        left = len(rates) - _MOST_UNITS
        st.caption(t("work.more_units", shown=_MOST_UNITS, left=left))


def _step_columns(query: str) -> list[Column]:
    """A column a step, named as the view names it.

    It asks what the table asks for its first page, so that the answer is there already."""
    first = ask(query, unit=chosen("unit"), first=0, size=_ROWS)
    steps = first[0]["steps"] if first else []
    return [
        Column(step["id"], step["label"], html=_step(number), narrow=True)
        for number, step in enumerate(steps)
    ]


def _step(number: int) -> Callable[[Row], str]:
    return lambda row: step_mark(row["steps"][number]["state"])


def _verdict(row: Row) -> str:
    """What is to be said of a row, leading to the shortfalls that it is about."""
    if not row["severity"]:
        return badge("green", t("documents.in_order"))
    address = link("shortfalls", unit=row["unit"], search=row["title"])
    return f'<a href="{escape(address)}" target="_self">{severity(row)}</a>'


def _described(title: str | None, *facts: str | None) -> str:
    """A title, and below it what identifies it."""
    known_facts = " · ".join(
        f'<span class="dudao-fact">{escape(fact)}</span>' for fact in facts if fact
    )
    shown_title = escape(title or t("documents.untitled"))
    return f'{shown_title}<span class="dudao-small">{known_facts}</span>'


def _document(name: Naming) -> Callable[[Row], str]:
    def cell(row: Row) -> str:
        issued = _date("documents.issued", row["issued_on"])
        return _described(row["title"], name(row["unit"]), row["doc_no"], issued)

    return cell


def _decision(name: Naming) -> Callable[[Row], str]:
    def cell(row: Row) -> str:
        lacks = f'<span class="dudao-small">{escape(row["gap"])}</span>' if row["gap"] else ""
        decided = _date("documents.decided", row["decided_on"])
        return _described(row["title"], name(row["unit"]), decided) + lacks

    return cell


def _date(key: str, day: object) -> str | None:
    return t(key, day=day) if day else None


def _validity(value: str | None) -> str:
    return t(f"documents.validity_{value or 'blank'}")


def _documents() -> None:
    st.header(t("documents.documents"))
    query = "pages/documents_procedure"
    columns = [
        Column("verdict", t("documents.verdict"), html=_verdict),
        Column("title", t("documents.document"), html=_document(short_names()), wide=True),
        *_step_columns(query),
        Column("validity", t("documents.validity"), show=_validity, narrow=True),
        source_mark(),
    ]
    st.caption(t("documents.legend"))
    if not asked_table(query, columns, "documents", size=_ROWS, unit=chosen("unit")):
        st.info(t("documents.no_documents"))


def _decisions() -> None:
    st.header(t("documents.decisions"))
    query = "pages/documents_decisions"
    columns = [
        Column("verdict", t("documents.verdict"), html=_verdict),
        Column("title", t("documents.decision"), html=_decision(short_names()), wide=True),
        *_step_columns(query),
        source_mark(),
    ]
    st.caption(t("documents.decisions_legend"))
    if not asked_table(query, columns, "decisions", size=_ROWS, unit=chosen("unit")):
        st.info(t("documents.no_decisions"))


def _published(row: Row) -> str:
    if row["severity"]:
        return f"{severity(row)} {escape(row['gap'])}"
    if row["unit"] is None:
        return badge("grey", t("documents.list_unreported"))
    return badge("green", t("documents.list_public"))


def _url(row: Row) -> str:
    """An address as a link where it is one of the web, else as it was written."""
    text = escape(row["url"] or "")
    if text.startswith(("http://", "https://")):
        return f'<a href="{text}" target="_blank" rel="noopener noreferrer">{text}</a>'
    return text


def _list_name(row: Row) -> str:
    return escape(t(f"documents.list_{row['list_id']}") if _is_known(row) else row["item"])


def _is_known(row: Row) -> bool:
    return known(f"documents.list_{row['list_id']}")


def _lists(lists: Sequence[Row]) -> None:
    st.header(t("documents.lists"))
    if not lists:
        st.info(t("documents.no_lists"))
        return
    columns = [
        Column("item", t("documents.list"), html=_list_name),
        Column("basis", t("documents.basis"), narrow=True),
        unit_column(t("ui.unit")),
        Column("published", t("documents.published"), html=_published, wide=True),
        Column("published_on", t("documents.published_on")),
        Column("url", t("documents.url"), html=_url, wide=True),
        source_column(),
    ]
    data_table(lists, columns)


def page() -> None:
    """Draw the page."""
    st.title(t("ui.page_documents"))
    rates = _of_unit(ask("pages/documents_review_rate"))
    lists = _of_unit(ask("pages/documents_lists"))
    _figures(rates, lists, _of_unit(ask("pages/documents_shortfalls")))
    if rates:
        _rates(rates)
    _documents()
    _decisions()
    _lists(lists)


page()
