"""What commands print: tables for people, tab-separated text for pipes, progress bars."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from dashboard.exports.guard import guarded
from dashboard.text import tidy

Progress = Callable[[int, int], None]


def line(text: str) -> None:
    """Print one line of results."""
    sys.stdout.write(f"{text}\n")


def note(text: str) -> None:
    """Say something that is no result, on standard error."""
    sys.stderr.write(f"{text}\n")


def in_terminal() -> bool:
    """Whether a person sees the output, not a program."""
    return sys.stdout.isatty()


def rows(
    names: Sequence[str],
    values: Sequence[Sequence[Any]],
    format: str,
    labels: Sequence[str] | None = None,
) -> None:
    """Print rows as ``table``, ``json`` or ``csv``.

    A table has ``labels`` as headings in a terminal, and ``names`` in a pipe."""
    if format == "json":
        sys.stdout.write(as_json(names, values))
    elif format == "csv":
        sys.stdout.write(as_csv(names, values))
    elif in_terminal():
        _rich_table(labels or names, values)
    else:
        for one in [names, *values]:
            line("\t".join(shown(value) for value in one))


def as_json(names: Sequence[str], values: Sequence[Sequence[Any]]) -> str:
    """A JSON array with an object a row, each on a line of its own."""
    objects = (
        json.dumps(dict(zip(names, map(plain, row), strict=True)), ensure_ascii=False)
        for row in values
    )
    return "[" + ",\n ".join(objects) + "]\n"


def as_csv(names: Sequence[str], values: Sequence[Sequence[Any]]) -> str:
    """CSV with a line of names first; text that a spreadsheet would run is disarmed."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([guarded(plain(value)) for value in row] for row in values)
    return written.getvalue()


def plain(value: Any) -> Any:
    """The value as JSON has it: dates in ISO form, no NaN."""
    match value:
        case None | bool() | int() | str():
            made: Any = value
        case float():
            made = value if math.isfinite(value) else None
        case dt.datetime() | dt.date() | dt.time():
            made = value.isoformat()
        case Decimal():
            made = float(value)
        case dict():
            made = {str(key): plain(one) for key, one in value.items()}
        case list() | tuple() | set():
            made = [plain(one) for one in value]
        case _:
            made = value.hex() if isinstance(value, bytes) else str(value)
    return made


def shown(value: Any) -> str:
    """The value as one line of text; blank for NULL."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dict | list | tuple):
        return json.dumps(plain(value), ensure_ascii=False)
    return "" if value is None else tidy(str(plain(value)))


def _rich_table(labels: Sequence[str], values: Sequence[Sequence[Any]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold", row_styles=["", "dim"])
    for label in labels:
        table.add_column(Text(label), overflow="fold")
    for row in values:
        table.add_row(*(Text(shown(value)) for value in row))
    Console().print(table)


@contextlib.contextmanager
def progress_bar(what: str) -> Iterator[Progress | None]:
    """A progress bar on standard error while the block runs; none where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)
