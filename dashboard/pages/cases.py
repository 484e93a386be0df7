"""案卷评查: scores, grades, vetoes, wrong cases, and who has not reviewed this year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.asked_table import asked_table
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.names import Naming, short_names, unit_column
from dashboard.ui.plots.cases import (
    PARTS,
    grades_by_unit,
    histogram,
    parts_of_sheet,
    scores_by_unit,
)
from dashboard.ui.prose import prose
from dashboard.ui.session import ask
from dashboard.ui.shortfall_rows import of_rules, rule_card, shortfall_section, worst_tone
from dashboard.ui.tables import Column, Row, badge, data_table, severity, shown, source_column

_MOST_UNITS = 40
_MOST_SHEETS = 100


def _of_unit(rows: Sequence[Row]) -> list[Row]:
    unit = chosen("unit")
    return [row for row in rows if unit in (None, row["unit"])]


def _figures(units: Sequence[Row], shortfalls: Sequence[Row]) -> None:
    count = sum(row["count_cases"] for row in units)
    reviewing = sum(1 for row in units if row["count_cases"])
    scored = sum(row["count_scored"] for row in units)
    total = sum(row["mean_total"] * row["count_scored"] for row in units if row["count_scored"])
    mean = f"{total / scored:.1f}" if scored else "—"
    failed = [row for row in of_rules(shortfalls, "case_failed") if row["severity"] == "red"]
    vetoes = sum(row["count_vetoes"] for row in units)
    wrong = sum(row["count_wrong"] for row in units)
    unaccounted = of_rules(shortfalls, "wrong_case_unaccounted")
    wrong_note = t("cases.wrong_note", count=len(unaccounted))
    missing = of_rules(shortfalls, "case_review_missing")
    vetoed = t("cases.failed_note", count=vetoes)
    never = t("cases.not_reviewed_note")
    cards(
        [
            Card(
                t("cases.count"), str(count), t("cases.count_note", count=reviewing), "#case-list"
            ),
            Card(
                t("cases.mean_total"),
                mean,
                t("cases.mean_note", count=scored),
                "#case-units",
                "blue",
            ),
            rule_card(t("cases.failed"), vetoed, "case_failed", failed),
            Card(t("cases.wrong"), str(wrong), wrong_note, "#wrong-cases", worst_tone(unaccounted)),
            rule_card(t("cases.not_reviewed"), never, "case_review_missing", missing),
        ]
    )


def _plots(units: Sequence[Row]) -> None:
    bands = ask("pages/cases_bands")
    totals = ask("pages/cases_histogram", unit=chosen("unit"))
    left, right = st.columns(2, gap="large")
    shown_units = [row for row in units if row["count_cases"]][:_MOST_UNITS]
    with left:
        st.header(t("cases.histogram"))
        if totals:
            charts.draw(histogram(totals, bands), key="case_totals", alt=t("cases.histogram_alt"))
        else:
            st.info(t("cases.no_totals"))
    with right:
        st.header(t("cases.grades"))
        charts.draw(grades_by_unit(shown_units), key="case_grades", alt=t("cases.grades_alt"))
    scores = ask("pages/cases_scores", units=[row["unit"] for row in shown_units])
    if scores:
        st.header(t("cases.by_unit"))
        figure = scores_by_unit(scores, shown_units, bands)
        charts.draw(figure, key="case_units", alt=t("cases.by_unit_alt"))
    if left_out := sum(1 for row in units if row["count_cases"]) - len(shown_units):
        st.caption(t("work.more_units", shown=len(shown_units), left=left_out))


def _unit_table(units: Sequence[Row]) -> None:
    def state(row: Row) -> str:
        if not row["review_missing"]:
            return badge("green", t("cases.reviewed"))
        mark = severity({"severity": row["review_missing"]})
        return f"{mark} {escape(t('cases.review_missing'))}"

    columns = [
        Column("label", t("ui.unit"), href=lambda row: link("unit", unit=row["unit"])),
        Column("review_missing", t("cases.this_year"), html=state),
        Column("count_cases", t("cases.cases"), href=lambda row: link("cases", unit=row["unit"])),
        Column("mean_total", t("cases.mean"), show=_point, narrow=True),
        Column("span", t("cases.span"), html=_span),
        *(
            Column(f"count_{grade}", t(f"cases.grade_{grade}"), narrow=True)
            for grade in ("excellent", "good", "pass", "fail", "ungraded")
            if any(row[f"count_{grade}"] for row in units)
        ),
        Column("count_vetoes", t("cases.vetoes"), narrow=True),
        Column("count_wrong", t("cases.wrong"), narrow=True),
        Column("last_reviewed_on", t("cases.last_reviewed_on")),
    ]
    data_table(units, columns)


def _span(row: Row) -> str:
    least, most = _point(row["least_total"]), _point(row["most_total"])
    return escape(least if least == most else f"{least}–{most}")


def _point(value: float | None) -> str:
    return "" if value is None else shown(round(value, 1))


def _parts() -> None:
    """The parts' scores: compared within one sheet alone, since their maxima differ."""
    query, unit = "pages/cases_parts", chosen("unit")
    sheets = ask(query, unit=unit, first=0, size=_MOST_SHEETS)
    if not sheets:
        return
    st.header(t("cases.parts"))
    st.caption(t("cases.parts_caption"))
    sheet = _chosen_sheet(sheets)
    cases = ask(
        "pages/cases_of_sheet",
        submission=sheet["submission_id"],
        sheet=sheet["source_sheet"],
        unit=unit,
    )
    charts.draw(parts_of_sheet(cases), key="case_parts", alt=t("cases.parts_alt"))
    name = short_names()
    columns = [
        Column("units", t("ui.unit"), show=lambda units: _short(units, name), wide=True),
        Column("count_cases", t("cases.cases")),
        *(Column(part, t(f"cases.{part}_range"), html=_range(part), narrow=True) for part in PARTS),
        source_column(),
    ]
    asked_table(query, columns, "case_parts_table", size=20, unit=unit)


def _chosen_sheet(sheets: Sequence[Row]) -> Row:
    """The sheet picked, the one with most cases until one is; the newest are offered."""
    name = short_names()
    labels = [
        t(
            "cases.sheet_name",
            units=_short(row["units"], name),
            file=row["source_file"],
            count=row["count_cases"],
        )
        for row in sheets
    ]
    most = max(range(len(sheets)), key=lambda number: sheets[number]["count_cases"])
    picked = st.selectbox(
        t("cases.sheet"),
        range(len(sheets)),
        index=most,
        format_func=lambda one: labels[one],
        key=f"case_sheet_{chosen('unit')}",
    )
    return sheets[picked]


def _short(units: str | None, name: Naming) -> str:
    return "、".join(name(one) for one in (units or "").split("、"))


def _range(part: str) -> Callable[[Row], str]:
    def cell(row: Row) -> str:
        if row[f"{part}_mean"] is None:
            return escape(t("ui.blank"))
        mean, least, most = (_point(row[f"{part}_{name}"]) for name in ("mean", "least", "most"))
        return escape(t("cases.range", mean=mean, least=least, most=most))

    return cell


def _small(text: str) -> str:
    return f'<span class="dudao-small">{escape(text)}</span>'


def _case(row: Row) -> str:
    """A case by its number, and below it what it is about."""
    kind = t(f"cases.type_{row['case_type']}") if row["case_type"] else None
    about = " · ".join(part for part in (kind, row["cause"]) if part)
    return escape(row["case_no"] or t("cases.unnumbered")) + _small(about)


def _review(row: Row) -> str:
    return escape(shown(row["reviewed_on"])) + _small(row["reviewer"] or "")


def _problem(row: Row) -> str:
    """A veto first, then the problems noted."""
    veto = badge("red", t("cases.veto_mark", veto=row["veto"])) if row["veto"] else ""
    return f"{veto} {escape(row['problem'] or '')}"


def _wrong() -> None:
    st.header(t("cases.wrong_cases"), anchor="wrong-cases")
    rows = ask("pages/cases_wrong", unit=chosen("unit"))
    if not rows:
        st.success(t("cases.no_wrong"))
        return

    def accounted(row: Row) -> str:
        if row["is_accounted"]:
            return escape(row["accountability"])
        return badge("red", t("cases.unaccounted"))

    columns = [
        unit_column(t("ui.unit")),
        Column("case_no", t("cases.case_no"), html=_case, wide=True),
        Column("total", t("cases.total"), narrow=True),
        Column("problem", t("cases.problem"), wide=True),
        Column("accountability", t("cases.accountability"), html=accounted, wide=True),
        source_column(),
    ]
    data_table(rows, columns)


def _list() -> None:
    st.header(t("cases.list"), anchor="case-list")

    def grade(row: Row) -> str:
        word = t(f"cases.grade_{row['grade'] or 'ungraded'}")
        return f"{severity(row) if row['severity'] else ''} {escape(word)}"

    columns = [
        unit_column(t("ui.unit")),
        Column("case_no", t("cases.case_no"), html=_case, wide=True),
        Column("reviewed_on", t("cases.reviewed_on"), html=_review, narrow=True),
        *(Column(part, t(f"cases.{part}"), narrow=True) for part in PARTS),
        Column("total", t("cases.total"), narrow=True),
        Column("grade", t("cases.grade"), html=grade, narrow=True),
        Column("problem", t("cases.problem"), html=_problem, wide=True),
        source_column(),
    ]
    asked_table("pages/cases_list", columns, "case_list", size=20, unit=chosen("unit"))


def page() -> None:
    """Draw the page."""
    st.title(t("ui.page_cases"))
    everyone = ask("pages/cases_by_unit")
    if not any(row["count_cases"] for row in everyone):
        st.info(t("cases.nothing"))
    units = _of_unit(everyone)
    shortfalls = _of_unit(ask("pages/cases_shortfalls"))
    if not units:
        st.info(prose("cases.nothing_of_unit", unit=chosen("unit")))
        return
    _figures(units, shortfalls)
    if any(row["count_cases"] for row in units):
        _plots(units)
    st.header(t("cases.units"), anchor="case-units")
    _unit_table(units)
    failed = of_rules(shortfalls, "case_failed", "case_review_missing")
    shortfall_section(failed, t("cases.flagged"), t("cases.none_flagged"), "case_flagged")
    if any(row["count_cases"] for row in units):
        _wrong()
        _parts()
        _list()


page()
