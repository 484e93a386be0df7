"""Rows of any kind in one form, to compare one sheet with another."""

from __future__ import annotations

from dashboard.kinds import Kind, kinds

_SAME = (
    "submission_id",
    "table_no",
    "unit",
    "reported_on",
    "source_file",
    "source_sheet",
    "source_row",
    "source_cells",
    "identity",
    "valid_from",
    "valid_to",
)


def sheet_row() -> str:
    """The body of a view with every row of every sheet, whatever stands.

    ``cells`` are its values as text, in the order of the kind's columns; ``claimed_by`` is the
    unit whose sheet it came in, NULL in the plan. A filter on ``kind`` costs no look at the
    tables of other kinds, and one on a submission hardly more."""
    return " union all ".join(_rows(one) for one in kinds().values())


def _rows(kind: Kind) -> str:
    same = ", ".join(f'"{name}"' for name in _SAME)
    cells = ", ".join(f'cast("{one.name}" as varchar)' for one in kind.columns)
    own = "cast(null as varchar)" if kind.collection == "plan" else "unit"
    return (
        f"select '{kind.view}' as kind, {own} as claimed_by, {same}, [{cells}] as cells"
        f" from store.raw.{kind.view}_rows"
    )
