"""The sheets of a submission beside what stood before them, and where their cells stand."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.differences import Difference, Row, difference
from dashboard.kinds import kind
from dashboard.ui.session import ask


@dataclass(frozen=True, slots=True)
class Compared:
    """The sheet of one unit and kind: what the store says of it, and what it changed."""

    claim: dict[str, Any]
    difference: Difference

    @property
    def shrunk(self) -> bool:
        """Whether it is a ledger with fewer rows than the unit's last one."""
        ledger = kind(self.claim["kind"]).collection == "ledger"
        return ledger and self.claim["rows"] < (self.claim["rows_before"] or 0)


def compared_sheets(number: int, claims: Sequence[dict[str, Any]]) -> list[Compared]:
    """Every sheet of the submission that has one before it, compared."""
    again = [one for one in claims if one["submission_before"]]
    days = [one["reported_on"] for one in again]
    rows = ask(
        "pages/submissions_diff_rows",
        submission=number,
        kinds=sorted({one["kind"] for one in again}),
        units=sorted({one["unit"] or "" for one in again}),
        from_day=min(days),
        to_day=max(days),
    )
    sheets: dict[tuple[str, str | None], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        sheets[row["kind"], row["unit"]].append(row)
    return [_one(number, one, sheets[one["kind"], one["unit"]]) for one in again]


def _one(number: int, claim: dict[str, Any], rows: list[dict[str, Any]]) -> Compared:
    turn = {one: place for place, one in enumerate(claim["came_before"])}
    new = [row for row in rows if row["submission_id"] == number]
    last = [row for row in rows if row["submission_id"] == claim["submission_before"]]
    stood = [row for row in rows if row["submission_id"] in turn]
    stood.sort(key=lambda row: (turn[row["submission_id"]], row["table_no"], row["source_row"]))
    return Compared(claim, difference(kind(claim["kind"]), last, stood, new))


Places = Callable[[Row, str], str | None]
"""The address of a row's cell in a column; None where the sheet has no such column."""


def places(compared: Sequence[Compared]) -> Places:
    """Where cells stand: from the row itself in forms, else by its table's columns."""
    rows: list[Row] = []
    for one in compared:
        rows += [*one.difference.added, *one.difference.gone]
        rows += [row for cell in one.difference.changed for row in (cell.row, cell.row_before)]
    numbers = sorted({row["submission_id"] for row in rows})
    asked = ask("pages/submissions_diff_letters", submissions=numbers) if numbers else []
    letters = {
        (one["submission_id"], one["table_no"], one["column_name"]): one["letters"] for one in asked
    }

    def place(row: Row, column: str) -> str | None:
        if row["source_cells"]:
            return str(json.loads(row["source_cells"]).get(column) or "") or None
        found = letters.get((row["submission_id"], row["table_no"], column))
        return f"{found}{row['source_row']}" if found else None

    return place
