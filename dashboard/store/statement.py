"""All rules as one statement, with the views that they read written into it.

To plan the rules one by one over their views takes the engine five times as long as to find
what falls short. In one statement each view stands once, and it can be prepared once for many
days: that is what makes the history of a season affordable.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable
from functools import cache

from dashboard.kinds import kinds
from dashboard.queries import Query, queries, rules
from dashboard.store.shortfalls import COLUMNS, source_column
from dashboard.store.views import AS_OF, KNOWN, base_views

_READ = re.compile(r"\b(?:from|join)\s+(\w+)")
_OF_ALL_KINDS = frozenset({"claim", "newest_claim", "submission", "problem", "sheet_row"})
DAY = "(select day from temp.asked)"
"""The day as a statement reads it that is prepared once: from a table of one row."""


def judging(day: str, known_as_of: dt.date | None, asked: Collection[str]) -> str:
    """The statement that returns what the rules ``asked`` find.

    ``day`` is an SQL expression, ``DAY`` or a date's literal. Columns: those that rules
    promise, then ``distance`` and ``source_column``. '' where there is no rule."""
    known = f"date '{known_as_of.isoformat()}'" if known_as_of else "cast(null as date)"
    chosen = [one for name, one in rules().items() if name in asked]
    found = " union all by name ".join(alone(one) for one in chosen)
    bodies = views(then=known_as_of is not None)
    read = _reached(_names(chosen, bodies), bodies)
    written = ",\n".join(f'"{name}" as ({body})' for name, body in bodies.items() if name in read)
    text = f"with {written}\n{found}" if written and found else found
    return text.replace(AS_OF, day).replace(KNOWN, known)


def kinds_read() -> dict[str, frozenset[str]]:
    """By rule, the kinds of sheets on which it looks, by way of whatever views."""
    bodies = views(then=False)
    return {rule: _kinds(_reached(_names([one], bodies), bodies)) for rule, one in rules().items()}


def _kinds(names: set[str]) -> frozenset[str]:
    """The kinds among those views; all of them where it is asked who sent anything at all."""
    return frozenset(kinds()) if names & _OF_ALL_KINDS else frozenset(names & set(kinds()))


@cache
def views(*, then: bool) -> dict[str, str]:
    """Every view as SQL in which the day stands as ``AS_OF``, each after those that it reads.

    ``then``: by what was known on ``KNOWN``; else by what is known now."""
    derived = {
        one.stem: one.with_as_of(AS_OF)
        for name, one in queries().items()
        if name.startswith("views/")
    }
    left = base_views(then=then) | derived
    made: dict[str, str] = {}
    while left:
        ready = [one for one, body in left.items() if not _read(body) & (left.keys() - {one})]
        # Views that read one another in a circle are left to the engine to refuse.
        for one in ready or list(left)[:1]:
            made[one] = left.pop(one)
    return made


def alone(rule: Query) -> str:
    """The statement of one rule over the views of a cursor, on its day."""
    columns = ", ".join(f'cast("{name}" as {type_}) as "{name}"' for name, type_ in COLUMNS.items())
    return (
        f"select {columns}, {_distance(rule)} as distance, {source_column(rule)}"
        f" from ({rule.with_as_of(AS_OF)}) as judged"
    )


def _distance(rule: Query) -> str:
    """How far off a shortfall is, as one day is compared with another; NULL: not to be said.

    That an overdue matter is a day older each day does not make it worse, nor that time asks
    for more (``time: required`` in the header): there only what the unit did counts."""
    if rule.header.get("time") == "required":
        return "cast(-measured as double)"
    return (
        "cast(case when since_due is null or abs(required - measured) <> since_due"
        " then abs(required - measured) end as double)"
    )


def _names(asked: Iterable[Query], bodies: dict[str, str]) -> set[str]:
    return {name for one in asked for name in _read(one.statement)} & bodies.keys()


def _reached(names: set[str], bodies: dict[str, str]) -> set[str]:
    """Those views and all that they are made of."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= (_read(bodies[name]) & bodies.keys()) - found
    return found


@cache
def _read(sql: str) -> frozenset[str]:
    """The names from which a statement selects."""
    return frozenset(_READ.findall(sql))
