"""A long table that asks its query for one page of rows at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard.texts import t
from dashboard.ui.session import ask
from dashboard.ui.tables import Column, data_table


def asked_table(
    query: str, columns: Sequence[Column], key: str, size: int = 50, **parameters: Any
) -> int:
    """Draw the page of rows that is chosen below the table; returns how many rows there are.

    The query takes ``$first`` and ``$size`` and tells the whole number in ``count_all``.
    Without rows nothing is drawn."""
    place, turn = st.container(), st.container()
    rows = ask(query, first=0, size=size, **parameters)
    total = int(rows[0]["count_all"]) if rows else 0
    first = 0
    if total > size:
        with turn:
            first = (st.pagination(-(-total // size), key=key) - 1) * size
        rows = ask(query, first=first, size=size, **parameters)
        turn.caption(t("ui.rows_shown", total=total, first=first + 1, last=first + len(rows)))
    if rows:
        with place:
            data_table(rows, columns)
    return total
