"""印证资料: what each unit can show for each task, what is on site, stated or missing."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import streamlit as st

from dashboard.exports import to_csv, to_xlsx
from dashboard.texts import known, t
from dashboard.ui.area import title_and_area
from dashboard.ui.asked_table import asked_table
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, known_as_of, link
from dashboard.ui.coverage import FORMS, TONES, draw_coverage, draw_forms, form_label, state
from dashboard.ui.filters import pick
from dashboard.ui.names import unit_column
from dashboard.ui.prose import prose
from dashboard.ui.session import as_of, ask, reader
from dashboard.ui.tables import Column, Row, source_column, stacked
from dashboard.ui.trends import rule_trend

PROVISIONS = (*TONES,)


def main() -> None:
    """Draw the page."""
    everything = ask("pages/evidence_matrix")
    if not everything:
        st.title(t("ui.page_evidence"))
        st.info(t("evidence.empty"))
        st.stop()
    areas = [row["area"] for row in everything if row["area"]]
    area = title_and_area(t("ui.page_evidence"), areas)
    unit, task = chosen("unit"), chosen("task")
    pairs = [row for row in everything if wanted(row, unit, area)]
    forms = ask("pages/evidence_forms", unit=unit, area=area)
    figures(pairs, sum(row["count_materials"] for row in forms))
    form, way = filters()
    if task is None:
        draw_coverage(pairs, form)
        if form is None:
            draw_forms(forms)
    else:
        head(everything, task, unit)
    draw_list({"unit": unit, "area": area, "task": task, "form": form, "provision": way})


def wanted(row: dict[str, Any], unit: str | None, area: str | None) -> bool:
    """Whether a row belongs to the chosen unit and area."""
    return (unit is None or row["unit"] == unit) and (area is None or row["area"] == area)


def figures(pairs: list[dict[str, Any]], count_materials: int) -> None:
    """Coverage, and what stands behind it."""
    done = sum(1 for row in pairs if row["is_evidenced"])
    count = Counter(state(row) for row in pairs)
    missing = link("shortfalls", rule="evidence_missing")
    share = f"{done / len(pairs) * 100:.0f}%" if pairs else "–"
    coverage = t("evidence.coverage_note", done=done, all=len(pairs))
    tone = "green" if done == len(pairs) else "amber"
    here = {name: "#coverage" if chosen("task") is None else None for name in PROVISIONS}
    here["missing"] = missing
    cards(
        [
            Card(t("evidence.coverage"), share, coverage, here["uploaded"], tone),
            *(
                Card(
                    t(f"evidence.{name}"),
                    str(count[name]),
                    t("evidence.pairs_note"),
                    here[name],
                    TONES[name] if count[name] else "grey",
                    rule_trend("evidence_missing") if name == "missing" else "",
                )
                for name in PROVISIONS[1:]
            ),
            Card(t("evidence.materials"), str(count_materials), t("evidence.listed"), "#materials"),
        ]
    )


def filters() -> tuple[str | None, str | None]:
    """Draw the choice of a form and of a way of providing; both stand in the address."""
    left, right, _ = st.columns([1, 1, 2])
    with left:
        forms = {one: form_label(one) for one in FORMS}
        form = pick("form", t("evidence.form"), forms, t("evidence.all_forms"))
    with right:
        ways = {one: provision(one) for one in PROVISIONS}
        way = pick("provision", t("evidence.provision"), ways, t("evidence.all_provisions"))
    return form, way


def head(pairs: list[dict[str, Any]], task: str, unit: str | None) -> None:
    """Which task and unit the list is about, and the way back to all."""
    href = escape(link("evidence", unit=None))
    st.html(f'<a href="{href}" target="_self">← {escape(t("evidence.show_all"))}</a>')
    named = next((row["item"] for row in pairs if row["task"] == task and row["item"]), task)
    st.header(prose("evidence.of_task", unit=unit or t("ui.all_units"), task=named))


def provision(value: str | None) -> str:
    """How a material is provided, in words."""
    key = f"evidence.provision_{value}"
    return t(key) if known(key) else ""


def draw_list(which: dict[str, Any]) -> None:
    """The materials, in the plan's order, and their export."""
    st.header(t("evidence.list"), anchor="materials")
    columns = [
        Column("task", t("evidence.task"), html=task_shown, wide=True),
        unit_column(t("evidence.unit")),
        Column("title", t("evidence.title"), wide=True),
        Column("form", t("evidence.form_and_provision"), html=form_and_provision),
        Column("location", t("evidence.location"), wide=True),
        Column("dated_on", t("evidence.dated_on")),
        source_column(),
    ]
    above = st.container(horizontal=True, vertical_alignment="center")
    key = f"evidence_list_{'|'.join(map(str, which.values()))}"
    count = asked_table("pages/evidence_materials", columns, key, size=30, **which)
    if count:
        above.markdown(prose("evidence.summary", count=count), width="stretch")
        with above:
            export(which)
    elif which["form"] or which["provision"]:
        st.info(t("evidence.nothing_such"))
    else:
        st.info(t("evidence.nothing_listed" if which["task"] else "evidence.empty_list"))


def form_and_provision(row: Row) -> str:
    """What a material is, and below it how it is provided."""
    return stacked(escape(form_label(row["form"])), provision(row["provision"]))


def task_shown(row: Row) -> str:
    """Number and title of the task that a material belongs to, as far as they are known."""
    return escape(" ".join(one for one in (row["task_id"], row["task"]) if one))


def export(which: dict[str, Any]) -> None:
    """Buttons that save the whole list, asked when one is clicked, in a thread of its own."""
    names = ("task_id", "task", "unit", "title", "form", "provision", "location", "dated_on")
    columns = {name: t(f"evidence.{name}") for name in names}
    day, known_day, open_reader = as_of(), known_as_of(), reader()
    query = "pages/evidence_materials"

    def rows() -> list[dict[str, Any]]:
        days: dict[str, Any] = {"as_of": day, "known_as_of": known_day}
        return [
            row | {"form": form_label(row["form"]), "provision": provision(row["provision"])}
            for row in open_reader.ask(query, **days, first=0, size=None, **which)
        ]

    stem = f"{t('evidence.file_name')}-{day.isoformat()}"
    st.download_button(
        t("evidence.export_xlsx"),
        lambda: to_xlsx(rows(), columns, t("evidence.file_name")),
        f"{stem}.xlsx",
    )
    st.download_button(t("evidence.export_csv"), lambda: to_csv(rows(), columns), f"{stem}.csv")


main()
