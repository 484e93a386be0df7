"""A whole table, column by column: every distinct cell is read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from dashboard.intake.clean.choices import clean_choice
from dashboard.intake.clean.compact import is_ditto
from dashboard.intake.clean.dates import parse_date, place_date, role_of, undoubted
from dashboard.intake.clean.numbers import clean_integer, clean_number, clean_quantity
from dashboard.intake.clean.percents import parse_percent, place, scale_of
from dashboard.intake.clean.ratios import UNKNOWN, ratio_range
from dashboard.intake.clean.result import Cleaned, DateFrame, Fault, Found, percent_number, shown
from dashboard.intake.clean.spans import EARLIEST_YEAR, LATEST_YEAR
from dashboard.intake.clean.task_ids import clean_task_id
from dashboard.intake.clean.texts import are_clean, clean_text
from dashboard.intake.clean.yesno import clean_step, clean_yesno
from dashboard.intake.model import CellValue
from dashboard.kinds.declare import Column, Kind

Read = Callable[[CellValue], Found]
_DITTO = Found(None, "ditto_mark")
_MOST_COUNTED = 999_999
"""More of anything no bureau of a city has: it is a telephone or a document's number."""
_HELD_BY_EXCEL = 15
"""Digits of a number that the programs keep; those after them are stored as 0."""
Doubts = list[tuple[int, Found]]
_NO_YEAR = "date_without_year"
_NEVER_EQUAL = frozenset((str, type(None)))
"""Types of which no value equals one of another type."""
_EARLIEST, _LATEST = dt.date(EARLIEST_YEAR, 1, 1), dt.date(LATEST_YEAR, 12, 31)
_BOUNDS = ("ratio_min", "ratio_max")


def clean_table(
    kind: Kind,
    cells: dict[str, list[CellValue]],
    frame: DateFrame,
    *,
    percent_cells: Mapping[str, set[int]] | None = None,
    long_numbers: Mapping[str, Mapping[int, str]] | None = None,
) -> Cleaned:
    """The cells of those columns of the kind as typed values, and every doubt about them.

    ``percent_cells`` and ``long_numbers`` tell, a column each, the rows of numbers shown with
    a percent format and of numbers with more digits than a float holds. The result has the
    columns of ``cells``; a cell that was not understood is None there and a fault of severity
    error. Faults come in the order of the rows. KeyError for a column the kind has not.
    """
    given = {
        name: _as_held(raw, (percent_cells or {}).get(name), (long_numbers or {}).get(name))
        for name, raw in cells.items()
    }
    columns = {name: kind.column(name) for name in given}
    found = {
        name: _clean_column(columns[name], raw)
        for name, raw in given.items()
        if columns[name].type != "date"
    }
    dates = {name: raw for name, raw in given.items() if columns[name].type == "date"}
    found.update(_clean_dates(dates, frame))
    faults = [
        _fault(index, columns[name], given[name][index], doubt)
        for name in given
        for index, doubt in found[name][1]
    ]
    faults.sort(key=lambda fault: fault.index)
    return Cleaned({name: found[name][0] for name in given}, faults)


def _as_held(
    raw: list[CellValue], percent_rows: set[int] | None, digits: Mapping[int, str] | None
) -> list[CellValue]:
    """The cells, numbers shown as percents marked as such, long numbers with every digit."""
    if not percent_rows and not digits:
        return raw
    held = list(raw)
    for row in percent_rows or ():
        value = held[row]
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            held[row] = percent_number(value)
    for row, written in (digits or {}).items():
        # without digits after those that the programs keep, the rest may be lost
        kept = written[_HELD_BY_EXCEL:].strip("0") and "e" not in written.lower()
        held[row] = written if kept else float(written)
    return held


def _clean_column(column: Column, raw: list[CellValue]) -> tuple[list[Any], Doubts]:
    if column.name in _BOUNDS:
        return _read_all(raw, _ratio(column))
    if column.type == "percent":
        return _clean_percents(column, raw)
    if column.type == "text" and column.name != "task_id":
        return _clean_texts(raw)
    return _read_all(raw, _reader(column))


def _reader(column: Column) -> Read:
    """How one cell of that column is read."""
    low, high = column.minimum, column.maximum
    readers: dict[str, Read] = {
        "text": clean_task_id if column.name == "task_id" else clean_text,
        "integer": lambda value: clean_integer(value, minimum=low, maximum=high or _MOST_COUNTED),
        "number": lambda value: clean_number(value, minimum=low, maximum=high),
        "quantity": lambda value: clean_quantity(value, minimum=low, maximum=high),
        "yesno": lambda value: clean_yesno(value, column.name),
        "choice": lambda value: clean_choice(value, column),
        "step": lambda value: clean_step(value, column.name),
    }
    return readers[column.type]


def _read_all(raw: Sequence[CellValue], read: Read) -> tuple[list[Any], Doubts]:
    """Every cell's value and the doubtful ones; equal cells of one type are read once."""
    keys: Sequence[Any] = raw
    distinct: Iterable[tuple[Any, CellValue]]
    if len(set(map(type, raw)) - _NEVER_EQUAL) > 1:  # True, 1 and 1.0 are one key by value
        keys = list(zip(map(type, raw), raw, strict=True))
        distinct = dict(zip(keys, raw, strict=True)).items()
    else:
        distinct = ((value, value) for value in set(raw))
    found = {
        key: _DITTO if type(value) is str and is_ditto(value) else read(value)
        for key, value in distinct
        if value is not None
    }
    values = {key: one.value for key, one in found.items()}
    doubtful = {key: one for key, one in found.items() if one.code is not None}
    doubts = (
        [(at, doubtful[key]) for at, key in enumerate(keys) if key in doubtful] if doubtful else []
    )
    return list(map(values.get, keys)), doubts


def _clean_texts(raw: list[CellValue]) -> tuple[list[Any], Doubts]:
    """Text is mostly clean already: only those of another sort, with a line break or more
    blanks than one, are looked at one by one."""
    distinct = set(raw)
    distinct.discard(None)
    if not set(map(type, distinct)) <= {str}:
        return _read_all(raw, clean_text)
    texts: set[str] = distinct  # type: ignore[assignment]
    odd = [text for text in texts if not text.isprintable() or "  " in text]
    if not are_clean(texts.difference(odd)):
        return _read_all(raw, clean_text)
    if not odd:
        return list(raw), []
    values, doubts = _read_all(odd, clean_text)
    cleaned: dict[CellValue, Any] = dict(zip(odd, values, strict=True))
    doubtful: dict[CellValue, Found] = {odd[index]: one for index, one in doubts}
    found = [(at, doubtful[text]) for at, text in enumerate(raw) if text in doubtful]
    return [cleaned.get(text, text) for text in raw], found


def _clean_percents(column: Column, raw: list[CellValue]) -> tuple[list[Any], Doubts]:
    """A share column twice over: first for the scale of its bare numbers, then by it."""
    parsed, _ = _read_all(raw, lambda value: Found(parse_percent(value)))
    scale = scale_of(one for one in parsed if one is not None)
    low, high = column.minimum, column.maximum
    return _read_all(raw, lambda value: place(parse_percent(value), scale, low, high))


def _ratio(column: Column) -> Read:
    """A share of which only one bound is asked for: 2%-5% has both."""

    def read(value: CellValue) -> Found:
        bounds = ratio_range(value)
        if bounds != UNKNOWN:
            return Found(bounds[_BOUNDS.index(column.name)])
        return place(parse_percent(value), scale_of(()), column.minimum, column.maximum)

    return read


def _clean_dates(
    columns: dict[str, list[CellValue]], frame: DateFrame
) -> dict[str, tuple[list[Any], Doubts]]:
    """Date columns together: where the sheet tells no year, a row's other dates lend theirs."""
    found = {
        name: _plain_days(raw, *undoubted(frame, name)) or _read_all(raw, _date_reader(name, frame))
        for name, raw in columns.items()
    }
    values = [cleaned for cleaned, _ in found.values()]
    if frame.by_arrival and any(
        doubt.code == _NO_YEAR for _, all_ in found.values() for _, doubt in all_
    ):
        rows = [{day.year for day in row if day} for row in zip(*values, strict=True)]
        everywhere: set[int] = set().union(*rows)
        if not everywhere and frame.year_named is not None:
            everywhere = {frame.year_named}
        for name, (cleaned, doubts) in found.items():
            lend = partial(_date_reader, name, frame)
            found[name] = _with_years(columns[name], cleaned, doubts, rows, everywhere, lend)
    return found


def _plain_days(
    raw: list[CellValue], first: dt.date, last: dt.date
) -> tuple[list[Any], Doubts] | None:
    """The cells as they are, if all are real dates, and none of them one to be looked at twice.

    One object stands for all equal ones: less to hand over from a worker."""
    days: dict[CellValue, Any] = {value: value for value in raw if value is not None}
    if set(map(type, days)) != {dt.date}:
        return None
    if min(days.values()) < max(first, _EARLIEST) or max(days.values()) > min(last, _LATEST):
        return None
    return list(map(days.get, raw)), []


def _date_reader(name: str, frame: DateFrame, years: Collection[int] = ()) -> Read:
    role = role_of(name)
    first, last = undoubted(frame, name)

    def read(value: CellValue) -> Found:
        parsed = parse_date(value)
        if type(parsed.value) is dt.date and first <= parsed.value <= last:
            return parsed  # as most are: nothing about it depends on the frame
        return place_date(parsed, frame, role=role, years=years, column=name)

    return read


def _with_years(
    raw: list[CellValue],
    cleaned: list[Any],
    doubts: Doubts,
    rows: list[set[int]],
    everywhere: set[int],
    lend: Callable[[Collection[int]], Read],
) -> tuple[list[Any], Doubts]:
    """The dates without a year once more, with those of their row, else of their table."""
    days = list(cleaned)
    settled: Doubts = []
    for index, doubt in doubts:
        again = doubt
        if doubt.code == _NO_YEAR:
            again = lend(rows[index] or everywhere)(raw[index])
            days[index] = again.value
        if again.code is not None:
            settled.append((index, again))
    return days, settled


def _fault(index: int, column: Column, value: CellValue, doubt: Found) -> Fault:
    details = {"text": shown(value), "label": column.label, **(doubt.details or {})}
    return Fault(index, column.name, doubt.code or "", details)
