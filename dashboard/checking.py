"""A dry run: what intake would make of files by what the workspace knows, stored nowhere."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard import sidecar
from dashboard.errors import Refused
from dashboard.intake.model import Context, FileReading, UnitName
from dashboard.intake.pool import Job, Pool
from dashboard.intake.read.copying import private_copy
from dashboard.text import shown_name, shown_path, split_names

if TYPE_CHECKING:
    from dashboard.intake.model import TakenTable
    from dashboard.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what intake would make of it."""

    file: str
    """As it was named."""
    sha256: str | None
    reading: FileReading
    copy: Path | None
    """Our own copy of it; there only until the next file is asked for."""


def check_files(workspace: Workspace, files: Iterable[Path], folder: Path) -> Iterator[Checked]:
    """Read files as an ingest into the workspace would, in their order.

    Copies go to ``folder`` for as long as they are needed. Raises WorkerError where no worker
    can be started."""
    with Pool() as pool:
        context = known_context(workspace, pool)
        waiting: deque[_Copied] = deque()
        for _, reading in pool.take(_jobs(files, context, folder, waiting)):
            yield from _refused_before(waiting)
            one = waiting.popleft()
            yield Checked(one.file, one.sha256, reading, one.copy)
            if one.copy is not None:
                one.copy.unlink(missing_ok=True)
        yield from _refused_before(waiting)


@dataclass(frozen=True, slots=True)
class _Copied:
    """A file on its way to a worker; one without ``copy`` was refused before that."""

    file: str
    sha256: str | None = None
    copy: Path | None = None
    refused: FileReading | None = None


def _jobs(
    files: Iterable[Path], context: Context, folder: Path, waiting: deque[_Copied]
) -> Iterator[Job]:
    for number, path in enumerate(files):
        file = shown_path(path)
        own = folder / str(number)
        own.mkdir()
        try:
            copy, sha256, _ = private_copy(path, own)
        except Refused as error:
            reading = FileReading("refused", str(error), problems=[error.problem])
            waiting.append(_Copied(file, refused=reading))
        else:
            waiting.append(_Copied(file, sha256, copy))
            yield Job(copy, shown_name(path.name), context)


def _refused_before(waiting: deque[_Copied]) -> Iterator[Checked]:
    """The files before the next reading of which there was nothing to read."""
    while waiting and waiting[0].refused is not None:
        one = waiting.popleft()
        assert one.refused is not None
        yield Checked(one.file, None, one.refused, None)


def known_context(workspace: Workspace, pool: Pool) -> Context:
    """What the workspace knows of units and dates; before its first file, what its plan says."""
    today = dt.date.today()  # noqa: DTZ011 - a day of the office's own calendar
    return sidecar.context(workspace, today) or _from_plan(workspace, pool, today)


def _from_plan(workspace: Workspace, pool: Pool, today: dt.date) -> Context:
    context = Context(received_on=today)
    jobs = [Job(path, path.name, context) for path in workspace.plan_files()]
    for _, reading in pool.take(jobs):
        for table in reading.tables:
            context = _with_plan(context, table)
    return context


def _with_plan(context: Context, table: TakenTable) -> Context:
    data = table.data
    if table.kind == "unit":
        rows = zip(data["unit"], data["short_name"], data["aliases"], strict=True)
        units = tuple(
            UnitName(name, short, split_names(names or "")) for name, short, names in rows if name
        )
        return replace(context, units=units)
    starts: list[dt.date] = _dates(data, "starts_on") if table.kind == "phase" else []
    if not starts:
        return context
    last = max([*starts, *_dates(data, "ends_on")])
    return replace(context, plan_year=min(starts).year, season=(min(starts), last))


def _dates(data: dict[str, list[Any]], name: str) -> list[dt.date]:
    return [one for one in data[name] if one]
