"""The sample season, taken in as if it had come file by file over the year."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

from dashboard.ingest import Found, Outcome, ingest
from dashboard.ingest.catch_up import Progress
from dashboard.ingest.scan import in_folder
from dashboard.shipped import shipped
from dashboard.workspace import Workspace

PLAN_ARRIVED = dt.datetime(2021, 5, 28, 9)  # noqa: DTZ001 - wall clock, as all arrivals
"""The day of the notice."""
ARRIVALS = "arrivals.csv"


def sample_files(root: Path) -> list[tuple[Found, dt.datetime]]:
    """The season's files below ``root`` with the moment each arrived, in order of arrival.

    ``arrivals.csv`` there names them and says when."""
    with (root / ARRIVALS).open(encoding="utf-8-sig", newline="") as table:
        said = {row["file"]: row["received_at"] for row in csv.DictReader(table)}
    files = [
        (one, dt.datetime.fromisoformat(said[one.name]))
        for one in in_folder(root)
        if one.name in said
    ]
    return sorted(files, key=lambda one: (one[1], one[0].name))


def take_in_sample(workspace: Workspace, *, progress: Progress | None = None) -> list[Outcome]:
    """Take the sample season into a workspace; the same store comes out each time."""
    files = sample_files(shipped("data", "sample"))
    moments = {one.name: at for one, at in files}
    return ingest(
        workspace,
        [one for one, _ in files],
        received_at=lambda one: PLAN_ARRIVED if one.plan else moments[one.name],
        progress=progress,
    )
