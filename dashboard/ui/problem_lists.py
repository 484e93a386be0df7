"""Problems over all files: which come how often, and a unit's as one list to send back."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from dashboard.exports import to_xlsx
from dashboard.problems import problem_types
from dashboard.texts import language, t
from dashboard.ui.asked_table import asked_table
from dashboard.ui.choices import chosen, link
from dashboard.ui.names import short_names
from dashboard.ui.session import as_of, ask, reader
from dashboard.ui.tables import Column, Row, badge, paged_table

SEVERITY_TONES = {"error": "red", "warning": "amber"}
_HOLE = re.compile(r"\{\w+\}")


def draw_problem_lists() -> None:
    """Draw the kinds of problems, and the button for a unit's list."""
    kinds = ask("pages/submissions_problem_kinds", unit=chosen("unit"))
    if not kinds:
        return
    st.header(t("submissions.problem_kinds"))
    paged_table(kinds, _columns(), key="problem_kinds", size=10)
    _by_cell()
    _list_of_unit()


def _by_cell() -> None:
    """Every problem, or those of the kind that the address names, each leading to its cell."""
    unit, code = chosen("unit"), chosen("problem")
    st.header(t("submissions.by_cell"))
    columns = [
        Column("severity", t("submissions.severity"), html=severity_badge),
        Column("file", t("submissions.file"), href=_submission, wide=True),
        Column("sheet", t("submissions.sheet")),
        Column("cell", t("submissions.cell"), href=cell_link),
        Column("message", t("submissions.message"), wide=True),
    ]
    query, key = "pages/submissions_problem_cells", f"problem_cells_{unit}_{code}"
    asked_table(query, columns, key, size=10, unit=unit, code=code)


def _submission(row: Row) -> str:
    return link("submissions", submission=row["submission_id"])


def cell_link(row: Row) -> str | None:
    """Where the cell of a problem is shown in its sheet; None for a problem of the whole file."""
    if not row["cell"] or not row["sheet"]:
        return None
    return link("source", submission=row["submission_id"], sheet=row["sheet"], cell=row["cell"])


def problem_title(code: str) -> str:
    """A problem's sentence with … for what differs from case to case."""
    found = problem_types().get(code)
    if found is None:
        return code
    said = found.en if language.get() == "en" else found.zh
    return _HOLE.sub("…", said).strip()


def severity_badge(row: Row) -> str:
    """错误 or 提示, with its shape and colour."""
    return badge(SEVERITY_TONES[row["severity"]], t(f"submissions.{row['severity']}"))


def _columns() -> list[Column]:
    return [
        Column("severity", t("submissions.severity"), html=severity_badge),
        Column("code", t("submissions.problem_kind"), html=_title, wide=True),
        Column("problems", t("submissions.times"), narrow=True),
        Column("submissions", t("submissions.files"), narrow=True, href=_files),
    ]


def _title(row: Row) -> str:
    return (
        f'<a href="{escape(_files(row))}" target="_self">{escape(problem_title(row["code"]))}</a>'
    )


def _files(row: Row) -> str:
    return link("submissions", problem=row["code"])


def _list_of_unit() -> None:
    """The problems of one unit, or of all, as a workbook."""
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    name = short_names()
    units = [row["unit"] for row in ask("pages/units")]
    own = chosen("unit")
    options = ["", *units] if own in (None, *units) else ["", own, *units]
    unit = left.selectbox(
        t("submissions.list_of"),
        options,
        index=options.index(own) if own else 0,
        format_func=lambda one: name(one) if one else t("ui.all_units"),
        key=f"list_of_{own}",
    )
    title = t("submissions.list_title", unit=unit or t("ui.all_units"))
    right.download_button(
        _list_label(unit), _workbook(unit or None, title), f"{title}.xlsx", key=f"list_{unit}"
    )


def _list_label(unit: str) -> str:
    """The button's words; how many problems only for one unit: all may be very many."""
    if not unit:
        return t("submissions.list_button_all")
    count = len(ask("pages/submissions_unit_problems", unit=unit))
    return t("submissions.list_button", count=count)


def _workbook(unit: str | None, title: str) -> Callable[[], bytes]:
    """What makes the list when the button is pressed, outside of the page's own run."""
    store, day = reader(), as_of()
    names = ("error", "warning", "list_counts", "list_replaced")
    words = {name: t(f"submissions.{name}") for name in names}
    labels = _labels()

    def made() -> bytes:
        rows = store.ask("pages/submissions_unit_problems", as_of=day, unit=unit)
        return to_xlsx([_row(row, words) for row in rows], labels, title)

    return made


def _row(row: dict[str, Any], words: dict[str, str]) -> dict[str, Any]:
    state = words["list_replaced" if row["is_replaced"] else "list_counts"]
    return row | {"severity": words[row["severity"]], "state": state}


def _labels() -> dict[str, str]:
    names = ("file", "sheet", "cell", "severity", "message", "reported_on", "received_at")
    return {
        "unit": t("ui.unit"),
        **{name: t(f"submissions.{name}") for name in names},
        "state": t("submissions.list_state"),
    }
