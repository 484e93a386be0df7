"""What the forms have in common that say how a table is to be read.

A rule is tried at once: what leads nowhere is taken back, for it would only stand about.
"""

from __future__ import annotations

import glob
import json
import re
from collections.abc import Callable, Collection, Sequence
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.ingest import actions
from dashboard.intake.corrected import header_words
from dashboard.intake.model import Correction
from dashboard.intake.recognise.common import REPORTED_ON, UNIT
from dashboard.kinds import kind
from dashboard.texts import t
from dashboard.ui.originals import rows_of
from dashboard.ui.session import ask, workspace_root
from dashboard.ui.sheet_view import sheet_html
from dashboard.workspace import Workspace

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

SHOWN_ROWS = 15
LEFT_OUT = ""
"""In a choice of columns: none of them."""
SAID = "corrected"
"""Where the session keeps what came of the last rule: whether it worked, and a sentence."""


def column_label(view: str, name: str | None) -> str:
    """What a column is called that a sheet of the kind may have; 不采用 for none."""
    if not name:
        return t("submissions.leave_out")
    labels = {one.name: one.label for one in kind(view).recognised}
    own = {UNIT: t("ui.unit"), REPORTED_ON: t("submissions.reported_on")}
    return labels.get(name) or own.get(name, name)


def column_choice(
    place: DeltaGenerator,
    label: str,
    view: str,
    taken: Collection[str | None],
    now: str,
    key: str,
) -> str:
    """Have a person choose what a heading is: a column that is not taken, or '' for none."""
    declared = kind(view)
    names = [one.name for one in declared.recognised]
    if declared.collection != "plan":
        names += [UNIT, REPORTED_ON]
    free = [LEFT_OUT, *(name for name in names if name not in taken)]
    return place.selectbox(
        label,
        free,
        index=free.index(now) if now in free else 0,
        format_func=lambda name: column_label(view, name),
        key=f"column_{key}",
    )


def scope(submission: dict[str, Any], unit: str | None, sheet: str) -> dict[str, Any]:
    """Where a rule holds that is made on a table of no one unit: in files and sheets of that
    name, figures aside, which are mostly dates."""
    if unit is not None:
        return {}
    name = glob.escape(PurePosixPath(submission["file"]).name)
    return {"file": re.sub(r"\d+", "*", name), "sheet": glob.escape(sheet)}


def row_rule(
    submission: dict[str, Any], sheet: str, view: str, unit: str | None, row: int
) -> Correction | None:
    """The rule that the headings of a sheet end in a row; None where that row is blank."""
    words = header_words(row_texts(submission, sheet, row))
    if not words:
        return None
    where = {"sheet": glob.escape(sheet)} | scope(submission, unit, sheet)
    return Correction("header_row", view, unit, words, header_row=row, **where)


def row_texts(submission: dict[str, Any], sheet: str, row: int) -> list[str]:
    """The cells of a row of the original as text."""
    shown = rows_of(submission["sha256"], submission["file"], sheet, (row,)).shown
    return shown.get(row, [])


def row_number(text: str) -> int | None:
    """The number of a row as a person typed it; None where it is none."""
    return int(text) if text.strip().isdigit() and int(text) >= 1 else None


def show_rows(submission: dict[str, Any], sheet: str) -> None:
    """Draw the first rows of a sheet as its sender sees them."""
    shown = rows_of(
        submission["sha256"], submission["file"], sheet, tuple(range(1, SHOWN_ROWS + 1))
    ).shown
    if shown:
        st.html(sheet_html(shown, (), 0, set()))


def tables_now(submission: dict[str, Any]) -> list[dict[str, Any]]:
    """How the tables of the submission are read by now."""
    return ask("pages/source_tables", submission=submission["submission_id"])


def ends_in(submission: dict[str, Any], sheet: str, view: str, row: int) -> bool:
    """Whether a table of the sheet is read as that kind, its headings ending in that row."""
    return any(
        one["sheet"] == sheet
        and one["kind"] == view
        and json.loads(one["header_rows"])[-1:] == [row]
        for one in tables_now(submission)
    )


def remember(said: Sequence[Correction], worked: Callable[[], bool], success: str) -> None:
    """Record it, look whether it is so now, else take it back; then draw the page anew."""
    workspace = Workspace(workspace_root())
    with st.spinner(t("submissions.reading_anew")):
        numbers = actions.correct_all(workspace, said)
        if worked():
            st.session_state[SAID] = (True, success)
        else:
            actions.remove_correction(workspace, *numbers)
            unit = said[0].unit or t("submissions.several_units")
            st.session_state[SAID] = (False, t("submissions.not_corrected", unit=unit))
    st.rerun()
