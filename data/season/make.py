"""Every file of the season with its bytes and its truth."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from data.season import notice, schedule
from data.season.compose import compose
from data.season.directory import later_directory
from data.season.grid import Book, Meant
from data.season.sending import Sending
from data.season.special import special
from data.season.story.told import Story
from data.season.writers import ods, text, xls, xlsx
from data.season.writers.spoil import damaged, encrypted

SEED = 2021


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the season."""

    path: str
    """Below the season's folder, with / between."""
    style: str
    book: Book
    meant: list[Meant]
    spoiled: str
    received_at: dt.datetime
    """When it arrived: by the wall clock of the office, mostly on its reporting date."""


def sendings() -> list[Sending]:
    """Everything that is sent, by day and name; the odd file stands in for the usual one."""
    found = [
        *schedule.progress(),
        *schedule.evidence(),
        *schedule.enforcing(),
        *schedule.cases(),
        *schedule.papers(),
        *schedule.complaints(),
        *schedule.findings(),
        *schedule.publicity(),
        *schedule.plans(),
    ]
    odd = special()
    replaced = {_subject(one) for one in odd}
    kept = [one for one in found if _subject(one) not in replaced]
    return sorted([*kept, *odd], key=lambda one: (one.folder_day or one.day, one.name))


def _subject(sending: Sending) -> tuple[str, dt.date, str]:
    kind = sending.parts[0].kind if sending.parts else ""
    return sending.sender, sending.day, kind


@cache
def season(seed: int = SEED) -> tuple[Made, ...]:
    """All files of the season. The same seed gives the same files."""
    story = Story(seed)
    made = []
    for sending in sendings():
        book, meant = compose(sending, story, seed)
        if any(one.rows for one in meant) or sending.spoiled:
            truth = [] if sending.spoiled else meant
            path, came = schedule.path(sending), _received(sending, seed)
            made.append(Made(path, sending.style, book, truth, sending.spoiled, came))
    book, meant = later_directory()
    came = dt.datetime(2021, 6, 18, 9, 5)  # noqa: DTZ001 - wall clock
    made.append(Made("2021-06/单位名录(6月18日更新).xlsx", "excel", book, meant, "", came))
    return tuple(made)


def _received(sending: Sending, seed: int) -> dt.datetime:
    """Within office hours; one file in eight comes up to three days late."""
    rng = Random(f"arrival:{seed}:{sending.day}:{sending.name}")
    day = sending.folder_day or sending.day
    if rng.random() < 1 / 8 and sending.folder_day is None and not sending.spoiled:
        day = min(day + dt.timedelta(days=rng.randrange(1, 4)), notice.YEAR_END)
    if sending.dates == "none":
        day = sending.day
    minutes = rng.randrange(8 * 60 + 30, 17 * 60 + 30)
    return dt.datetime.combine(day, dt.time(minutes // 60, minutes % 60))


def arrivals(seed: int = SEED) -> bytes:
    """The list of when each file arrived, as it stands beside the month folders."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("file", "received_at"))
    for one in sorted(season(seed), key=lambda one: (one.received_at, one.path)):
        writer.writerow((one.path, one.received_at.isoformat()))
    return out.getvalue().encode()


def expected(seed: int = SEED) -> dict[str, list[Meant]]:
    """What each file says, a table each in the order of its sheets; [] for refused files."""
    return {one.path: one.meant for one in season(seed)}


def files(seed: int = SEED) -> Iterator[tuple[str, bytes]]:
    """Each file of the season with its bytes."""
    for one in season(seed):
        yield one.path, _bytes(one)


def _bytes(one: Made) -> bytes:
    if one.spoiled == "encrypted":
        return encrypted()
    data = render(one.book, one.style)
    return damaged(data) if one.spoiled == "damaged" else data


def render(book: Book, style: str) -> bytes:
    """The book in the format of a style; see ``habits.SUFFIX``."""
    if style in ("excel", "wps"):
        return xlsx.write(book, style)
    if style == "xls":
        return xls.write(book)
    if style == "ods":
        return ods.write(book)
    if style == "html":
        return text.html_bytes(book)
    encoding = {"csv": "gb18030", "bom": "utf-8-sig", "tsv": "utf-16-le"}[style]
    return text.csv_bytes(book, encoding, "\t" if style == "tsv" else ",")
