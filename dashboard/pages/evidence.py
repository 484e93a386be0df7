"""印证资料: what each unit can show for each task, what is on site, stated or missing."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from dashboard.exports import to_csv, to_xlsx
from dashboard.texts import known, t
from dashboard.ui import charts
from dashboard.ui.area import choose_area
from dashboard.ui.asked_table import asked_table
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, known_as_of, link
from dashboard.ui.matrix import Cell, matrix
from dashboard.ui.names import unit_column
from dashboard.ui.prose import plain
from dashboard.ui.session import as_of, ask, reader
from dashboard.ui.tables import Column, Row, source_column, stacked
from dashboard.ui.trends import rule_trend

TONES = {"uploaded": "green", "on_site": "blue", "statement": "amber", "missing": "red"}


def main() -> None:
    """Draw the page."""
    st.title(t("ui.page_evidence"))
    everything = ask("pages/evidence_matrix")
    if not everything:
        st.info(t("evidence.empty"))
        st.stop()
    area = choose_area(row["area"] for row in everything if row["area"])
    unit, task = chosen("unit"), chosen("task")
    pairs = [row for row in everything if wanted(row, unit, area)]
    forms = ask("pages/evidence_forms", unit=unit, area=area)
    figures(pairs, sum(row["count_materials"] for row in forms))
    if task is None:
        draw_matrix(pairs)
        draw_forms(forms)
    draw_list({"unit": unit, "area": area, "task": task})


def wanted(row: dict[str, Any], unit: str | None, area: str | None) -> bool:
    """Whether a row belongs to the chosen unit and area."""
    return (unit is None or row["unit"] == unit) and (area is None or row["area"] == area)


def figures(pairs: list[dict[str, Any]], count_materials: int) -> None:
    """Coverage, and what stands behind it."""
    done = sum(1 for row in pairs if row["is_evidenced"])
    count = Counter(state(row) for row in pairs)
    missing = link("shortfalls", rule="evidence_missing")
    cards(
        [
            Card(
                t("evidence.coverage"),
                f"{done / len(pairs) * 100:.0f}%" if pairs else "–",
                t("evidence.coverage_note", done=done, all=len(pairs)),
                tone="green" if done == len(pairs) else "amber",
            ),
            Card(t("evidence.on_site"), str(count["on_site"]), tone="blue"),
            Card(t("evidence.statement"), str(count["statement"]), tone="amber"),
            Card(
                t("evidence.missing"),
                str(count["missing"]),
                href=missing,
                tone="red",
                trend=rule_trend("evidence_missing"),
            ),
            Card(t("evidence.materials"), str(count_materials)),
        ]
    )


def state(row: dict[str, Any]) -> str:
    """How a unit's task is evidenced: the best of its materials, or missing."""
    return (row["provision"] or "uploaded") if row["is_evidenced"] else "missing"


def draw_matrix(pairs: list[dict[str, Any]]) -> None:
    """Tasks by units."""
    st.header(t("evidence.matrix"))
    tasks = {row["task"]: row["item"] or row["task"] for row in pairs}
    short = {row["unit"]: row["short_name"] or row["unit"] for row in ask("pages/units")}
    present = {row["unit"] for row in pairs if row["unit"]}
    ordered = [one for one in short if one in present] + sorted(present - short.keys())
    columns = [(name, short.get(name, name)) for name in ordered]
    matrix(
        list(tasks.items()),
        columns,
        {(row["task"], row["unit"]): cell(row) for row in pairs},
        t("evidence.task"),
    )
    signs = "　".join(t(f"evidence.state_{name}") for name in TONES)
    st.caption(plain(f"{signs}　{t('evidence.matrix_note')}"))


def cell(row: dict[str, Any]) -> Cell:
    """One cell of the matrix."""
    how = state(row)
    sign = t(f"evidence.state_{how}").split(" ")[0]
    count = f" {row['count_materials']}" if row["count_materials"] else ""
    return TONES[how], f"{sign}{count}", link("evidence", unit=row["unit"], task=row["task"])


def draw_forms(forms: list[dict[str, Any]]) -> None:
    """How many materials of each form."""
    if not forms:
        return
    st.header(t("evidence.by_form"))
    count = [(form(row["form"]), row["count_materials"]) for row in reversed(forms)]
    figure = go.Figure(
        go.Bar(
            x=[number for _, number in count],
            y=[name for name, _ in count],
            orientation="h",
            text=[t("evidence.count", number=number) for _, number in count],
            marker_color=charts.BLUE,
            hovertemplate="%{y} %{x}<extra></extra>",
        )
    )
    charts.styled(figure, height=60 + 42 * len(count), legend=False)
    charts.draw(figure, key="evidence_forms", alt=t("evidence.by_form_alt"))


def form(value: str | None) -> str:
    """The form of a material in words."""
    return t(f"evidence.form_{value or 'blank'}")


def provision(value: str | None) -> str:
    """How a material is provided, in words."""
    key = f"evidence.provision_{value}"
    return t(key) if known(key) else ""


def draw_list(which: dict[str, Any]) -> None:
    """The materials, in the plan's order, and their export."""
    st.header(t("evidence.list"))
    if which["task"] is not None:
        unit = which["unit"]
        st.page_link("evidence.py", label=t("evidence.show_all"), query_params=all_of(unit))
    columns = [
        Column("task", t("evidence.task"), html=task_shown, wide=True),
        unit_column(t("evidence.unit")),
        Column("title", t("evidence.title"), wide=True),
        Column("form", t("evidence.form_and_provision"), html=form_and_provision),
        Column("location", t("evidence.location"), wide=True),
        Column("dated_on", t("evidence.dated_on")),
        source_column(),
    ]
    buttons = st.container()
    if asked_table("pages/evidence_materials", columns, "evidence_list", **which):
        with buttons:
            export(which)
    else:
        st.info(t("evidence.nothing_listed" if which["task"] else "evidence.empty_list"))


def form_and_provision(row: Row) -> str:
    """What a material is, and below it how it is provided."""
    return stacked(escape(form(row["form"])), provision(row["provision"]))


def task_shown(row: Row) -> str:
    """Number and title of the task that a material belongs to, as far as they are known."""
    return escape(" ".join(one for one in (row["task_id"], row["task"]) if one))


def all_of(unit: str | None) -> dict[str, str]:
    """The choices of the page without the task."""
    return {"as_of": as_of().isoformat()} | ({"unit": unit} if unit else {})


def export(which: dict[str, Any]) -> None:
    """Buttons that save the whole list, asked when one is clicked, in a thread of its own."""
    names = ("task_id", "task", "unit", "title", "form", "provision", "location", "dated_on")
    columns = {name: t(f"evidence.{name}") for name in names}
    day, known_day, open_reader = as_of(), known_as_of(), reader()
    query = "pages/evidence_materials"

    def rows() -> list[dict[str, Any]]:
        days: dict[str, Any] = {"as_of": day, "known_as_of": known_day}
        return [
            row | {"form": form(row["form"]), "provision": provision(row["provision"])}
            for row in open_reader.ask(query, **days, first=0, size=None, **which)
        ]

    stem = f"{t('evidence.file_name')}-{day.isoformat()}"
    left, right, _ = st.columns([1, 1, 3])
    left.download_button(
        t("evidence.export_xlsx"),
        lambda: to_xlsx(rows(), columns, t("evidence.file_name")),
        f"{stem}.xlsx",
    )
    right.download_button(t("evidence.export_csv"), lambda: to_csv(rows(), columns), f"{stem}.csv")


main()
