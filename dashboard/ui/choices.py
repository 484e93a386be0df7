"""What was chosen: day, unit, area, language. It stands in the address, so a view is a link."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

if TYPE_CHECKING:
    from dashboard.store import Reader

KEPT = ("as_of", "known_as_of", "unit", "area", "lang")
"""Choices that a link to another page carries along."""

_AUTOMATIC = "as_of_set_by_program"
_ADDRESS = "address"


def chosen(name: str) -> str | None:
    """The value of a choice in the address; None where it is absent or blank."""
    return st.query_params.get(name) or None


def choose(**values: str | None) -> None:
    """Write choices into the address; None takes one out."""
    for name, value in values.items():
        if value is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = value
    note_address()


def note_address() -> None:
    """Remember the address as it stands: as it came, or as the program has just written it."""
    st.session_state[_ADDRESS] = st.query_params.to_dict()


def hold_address() -> None:
    """Go back to the address that was noted last.

    A part of the page that reruns by itself brings along the address that its browser knew when
    it asked. Where the program has written another in between, a page drawn after the old one
    would undo what a person has just chosen: the slide turned, the unit picked."""
    noted = st.session_state.get(_ADDRESS)
    if noted is not None and noted != st.query_params.to_dict():
        st.query_params.from_dict(noted)


def date_chosen(name: str) -> dt.date | None:
    """A choice that is a date; None where it is absent or no ISO date."""
    try:
        return dt.date.fromisoformat(chosen(name) or "")
    except ValueError:
        return None


def as_of(reader: Reader) -> dt.date:
    """The chosen day, otherwise the default one."""
    return date_chosen("as_of") or reader.default_as_of()


def known_as_of() -> dt.date | None:
    """The day whose knowledge counts; None: all that is known now."""
    return date_chosen("known_as_of")


def keep_as_of_in_address(reader: Reader, *, follow: bool) -> None:
    """Write the default day into the address.

    ``follow``: a day that the program wrote there moves on with new data; one that a person
    chose stays."""
    default = reader.default_as_of().isoformat()
    written = chosen("as_of")
    moves_on = follow and written == st.session_state.get(_AUTOMATIC)
    if written is None or moves_on:
        st.session_state[_AUTOMATIC] = default
    if written is None or (moves_on and written != default):
        choose(as_of=default)


def link(page: str, **values: object) -> str:
    """The address of a page, relative to any other, with today's choices carried along.

    ``values`` are added to them; None leaves one out."""
    address = "./" if page == "overview" else f"./{page}"  # Streamlit serves the first page at /
    carried: dict[str, object] = {name: chosen(name) for name in KEPT}
    query = urlencode({k: v for k, v in (carried | values).items() if v is not None})
    return f"{address}?{query}" if query else address


def link_here(**values: str | None) -> str:
    """The address of the page that is open, with all that is chosen on it and ``values``."""
    chosen_now = {name: st.query_params[name] for name in st.query_params}
    return "?" + urlencode({k: v for k, v in (chosen_now | values).items() if v is not None})
