"""The life of shortfalls against a slow, plain way that replays day by day."""

from __future__ import annotations

import datetime as dt

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.store import life
from dashboard.store.shortfalls import COLUMNS
from tests.helpers import SmallStore

START = dt.date(2021, 6, 1)
TYPES = {
    "varchar": pa.string(), "double": pa.float64(), "integer": pa.int32(), "bigint": pa.int64()
}  # fmt: skip
SCHEMA = pa.schema(
    [
        *((name, TYPES[type_]) for name, type_ in COLUMNS.items()),
        ("distance", pa.float64()),
        ("source_cell", pa.string()),
    ]
)
LEVELS = ("amber", "blue", "red")
WORST = {"blue": 1, "amber": 2, "red": 3}
QUIET = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]

found_on_a_day = st.dictionaries(
    st.tuples(st.sampled_from(["甲", None]), st.sampled_from(["一", "二"])),
    st.tuples(st.sampled_from(LEVELS), st.sampled_from([None, 1.0, 2.0])),
    max_size=4,
)
season = st.lists(found_on_a_day, min_size=1, max_size=9)


def nth(number):
    return START + dt.timedelta(days=number)


def judged(number, found):
    """A day as the rules would hand it over; ``gap`` tells which day it was said on."""
    rows = [
        {"rule": "r", "unit": unit, "item": item, "severity": severity, "distance": distance,
         "gap": f"day {number}"}
        for (unit, item), (severity, distance) in found.items()
    ]  # fmt: skip
    return nth(number), pa.Table.from_pylist(rows, schema=SCHEMA)


def lived(reader, days, before=None, unchanged=0):
    """The life that the store tells after days; ``before`` was made of others from there on."""
    first = max(unchanged - 1, 0)
    tail = [judged(number, found) for number, found in enumerate(days) if number >= first]
    made = life.put_together(reader.cursor(), before, tail, nth(first - 1))
    life.show(reader.cursor(), made, START, nth(len(days) - 1), None)
    return made


def told(reader, as_of):
    rows = reader.cursor(as_of).execute(
        "select unit, item, first_seen, since, days_open, came_back, mended_on, direction,"
        " severity, gap from shortfall_life"
    )
    return {row[:2]: row[2:] for row in rows.fetchall()}


def replayed(days):
    """The slow, plain way: one day after the other, one shortfall at a time."""
    lives = {}
    for number, found in enumerate(days):
        for key, (severity, distance) in found.items():
            one = lives.get(key)
            if one is None:
                one = lives[key] = {"first_seen": nth(number), "came_back": -1, "last": None}
            if one["last"] != number - 1:
                one |= {"since": nth(number), "direction": None}
                one["came_back"] += 1
            else:
                one["direction"] = turned(one["as"], (severity, distance)) or one["direction"]
            one |= {"last": number, "as": (severity, distance), "gap": f"day {number}"}
    last = len(days) - 1
    return {key: summed_up(one, last) for key, one in lives.items()}


def turned(before, after):
    if before[0] != after[0]:
        return "worse" if WORST[after[0]] > WORST[before[0]] else "better"
    if None in (before[1], after[1]) or before[1] == after[1]:
        return None
    return "worse" if after[1] > before[1] else "better"


def summed_up(one, last):
    mended_on = nth(one["last"] + 1) if one["last"] < last else None
    days_open = ((mended_on or nth(last)) - one["since"]).days
    return (
        one["first_seen"], one["since"], days_open, one["came_back"], mended_on,
        one["direction"], one["as"][0], one["gap"],
    )  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    return SmallStore(tmp_path_factory.mktemp("life") / "store").reader()


@settings(max_examples=30, deadline=None, suppress_health_check=QUIET)
@given(days=season)
def test_a_life_is_what_replaying_the_days_tells_as_of_any_of_them(reader, days):
    lived(reader, days)
    assert told(reader, nth(len(days) - 1)) == replayed(days)
    for number in range(len(days) - 1):
        early = {key: row[:7] for key, row in told(reader, nth(number)).items()}
        assert early == {key: row[:7] for key, row in replayed(days[: number + 1]).items()}


@settings(max_examples=30, deadline=None, suppress_health_check=QUIET)
@given(days=season, others=season, alike=st.integers(0, 9))
def test_a_history_goes_on_from_the_last_day_that_is_as_it_was(reader, days, others, alike):
    alike = min(alike, len(days))
    before = lived(reader, [*days[:alike], *others])
    lived(reader, days, before if alike else None, alike)
    assert told(reader, nth(len(days) - 1)) == replayed(days)
