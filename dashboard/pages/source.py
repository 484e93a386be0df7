"""原表出处: the cell that a figure came from, in its sheet, with the original to download."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

import streamlit as st

from dashboard.texts import t
from dashboard.ui.choices import chosen, link
from dashboard.ui.originals import original_path, rows_of
from dashboard.ui.prose import prose
from dashboard.ui.session import ask
from dashboard.ui.sheet_view import sheet_html, split_address
from dashboard.ui.tables import Column, data_table

AROUND = 8  # rows shown above and below the one meant
_LARGE = 8 << 20


def main() -> None:
    """Draw the page for the submission, sheet, row and cell in the address."""
    st.title(t("ui.page_source"))
    number = chosen("submission") or ""
    if not number.isdigit():
        st.info(t("source.which"))
        st.stop()
    found = ask("pages/source_submission", submission=int(number))
    if not found:
        st.warning(prose("source.unknown", number=number))
        st.stop()
    submission = found[0]
    describe(submission)
    path = original_path(submission["sha256"] or "-")
    if not path.is_file():
        st.warning(t("source.missing"))
        st.stop()
    name = PurePosixPath(submission["file"]).name
    # at once, unless it is large: a file that is only made when asked for may lose its name
    data = path.read_bytes() if path.stat().st_size < _LARGE else path.read_bytes
    st.download_button(t("source.download"), data, name)
    show_rows(submission)


def describe(submission: dict[str, Any]) -> None:
    """File, sheet, cell and dates."""
    row = chosen("row") or ""
    place = chosen("cell") or (t("source.row", row=row) if row else "")
    facts = submission | {"sheet": chosen("sheet"), "cell": place}
    columns = [
        Column(
            "file",
            t("source.file"),
            href=lambda one: link("submissions", submission=one["submission_id"]),
            wide=True,
        ),
        Column("sheet", t("source.sheet")),
        Column("cell", t("source.cell")),
        Column("reported_on", t("source.reported_on")),
        Column("received_at", t("source.received")),
    ]
    data_table([facts], columns)
    if submission["withdrawn_at"]:
        st.warning(t("source.withdrawn", at=submission["withdrawn_at"]))


def show_rows(submission: dict[str, Any]) -> None:
    """The rows around the one meant, headings above them."""
    sheet = chosen("sheet")
    row_text, cell = chosen("row") or "", chosen("cell") or ""
    address = split_address(cell)
    row = address[1] if address else int(row_text) if row_text.isdigit() else 1
    if sheet is None:
        return
    headings = heading_rows(submission["submission_id"], sheet, row)
    wanted = sorted(headings | set(range(max(1, row - AROUND), row + AROUND + 1)))
    reading = rows_of(submission["sha256"], submission["file"], sheet, tuple(wanted))
    if reading.status == "refused":
        st.warning(prose("source.unreadable", reason=reading.reason))
    elif not reading.shown:
        st.warning(prose("source.no_sheet", sheet=sheet))
    else:
        st.html(sheet_html(reading.shown, {cell}, row, headings))
        st.caption(t("source.preview_note"))


def heading_rows(submission_id: int, sheet: str, row: int) -> set[int]:
    """The rows in which the headings of the table around ``row`` stand."""
    for one in ask("pages/source_tables", submission=submission_id):
        if one["sheet"] == sheet and one["first_row"] <= row <= one["last_row"]:
            return set(json.loads(one["header_rows"]))
    return set()


main()
