"""How far tasks are evidenced: by unit, and by the form of what is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from dashboard.texts import t
from dashboard.ui.choices import link
from dashboard.ui.matrix import Cell, matrix
from dashboard.ui.prose import plain
from dashboard.ui.session import ask
from dashboard.ui.tables import Row

TONES = {"uploaded": "green", "on_site": "blue", "statement": "amber", "missing": "red"}
"""Ways of providing a material, the best first, each with its tone."""
FORMS = ("document", "picture", "video", "link", "brief")


def state(row: Row) -> str:
    """How a unit's task is evidenced: the best of its materials, or missing."""
    return (row["provision"] or "uploaded") if row["is_evidenced"] else "missing"


def form_label(form: str | None) -> str:
    """The form of a material in words."""
    return t(f"evidence.form_{form or 'blank'}")


def draw_coverage(pairs: Sequence[Row], form: str | None) -> None:
    """Tasks by units, how each is evidenced; with ``form`` by materials of that form alone."""
    st.header(t("evidence.matrix"), anchor="coverage")
    tasks = {row["task"]: row["item"] or row["task"] for row in pairs}
    short = {row["unit"]: row["short_name"] or row["unit"] for row in ask("pages/units")}
    present = {row["unit"] for row in pairs if row["unit"]}
    ordered = [one for one in short if one in present] + sorted(present - short.keys())
    columns = [(name, short.get(name, name)) for name in ordered]
    told = pairs if form is None else _of_form(pairs, form)
    cells = {(row["task"], row["unit"]): _cell(row, form) for row in told}
    matrix(list(tasks.items()), columns, cells, t("evidence.task"))
    signs = [t(f"evidence.state_{name}") for name in TONES]
    signs += [t("evidence.state_none", form=form_label(form))] if form else []
    st.caption(plain("　".join([*signs, t("evidence.matrix_note")])))


def _of_form(pairs: Sequence[Row], form: str) -> list[Row]:
    """The pairs with what is listed of one form; nothing of it where they had no such material."""
    nothing = {"count_materials": 0, "provision": None, "is_evidenced": False}
    listed = {
        (row["unit"], row["task"]): row | {"is_evidenced": row["provision"] != "missing"}
        for row in ask("pages/evidence_of_form", form=form)
    }
    return [dict(row) | listed.get((row["unit"], row["task"]), nothing) for row in pairs]


def _cell(row: Row, form: str | None) -> Cell:
    """Sign and number of what is listed, leading to it."""
    address = link("evidence", unit=row["unit"], task=row["task"], form=form)
    count = row["count_materials"]
    if form and not count:
        return "grey", "–", address
    how = state(row)
    sign = t(f"evidence.state_{how}").split(" ")[0]
    return TONES[how], f"{sign} {count}" if count else sign, address


def draw_forms(listed: Sequence[Row]) -> None:
    """Tasks by forms: how many materials of each there are, in the heading those of all tasks."""
    if not listed:
        return
    st.header(t("evidence.by_form"))
    total: Counter[str] = Counter()
    for row in listed:
        total[row["form"] or ""] += row["count_materials"]
    most = max(row["count_materials"] for row in listed)
    columns = [
        (form, f"{form_label(form)}\n{t('evidence.count', number=total[form])}")
        for form in (*FORMS, *([""] if total[""] else []))
    ]
    cells = {
        (row["task"], row["form"] or ""): (
            f"share-{min(row['count_materials'] * 5 // (most + 1), 4)}",
            t("evidence.count", number=row["count_materials"]),
            link("evidence", task=row["task"], form=row["form"]),
        )
        for row in listed
    }
    tasks = {row["task"]: row["item"] for row in listed}
    matrix(list(tasks.items()), columns, cells, t("evidence.task"))
