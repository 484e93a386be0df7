"""The original workbooks: to look into, to download."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import streamlit as st

from dashboard.intake.model import Context, FileReading, Window
from dashboard.intake.pool import Job, Pool
from dashboard.intake.preview import FUNCTION
from dashboard.ui.session import workspace_root
from dashboard.workspace import Workspace


def original_path(sha256: str) -> Path:
    """Where the archive keeps the bytes with that SHA-256."""
    return Workspace(workspace_root()).archive.path(sha256)


@st.cache_data(max_entries=200, show_spinner=False)
def rows_of(sha256: str, name: str, sheet: str, rows: tuple[int, ...]) -> FileReading:
    """Some rows of a sheet of an original, read in a worker process of their own."""
    context = Context(received_on=dt.date.min, window=Window(sheet, rows))
    job = Job(path=original_path(sha256), name=name, context=context)
    with Pool(workers=1, function=FUNCTION) as pool:
        return next(reading for _, reading in pool.take([job]))
