"""The workspace that pages show, and queries on the generation that stands."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.queries import query
from dashboard.store import Reader, Store
from dashboard.ui import WORKSPACE_VARIABLE, choices

if TYPE_CHECKING:
    import pandas as pd


def workspace_root() -> Path:
    """The folder of the workspace that this server shows."""
    return Path(os.environ.get(WORKSPACE_VARIABLE, "data"))


def store() -> Store:
    """The store of the workspace."""
    return Store(workspace_root() / "store")


_PINNED = "pinned_reader"


def pin() -> None:
    """Keep to the generation of now in this session, so that no two slides disagree."""
    st.session_state.setdefault(_PINNED, reader())


def unpin() -> None:
    """Follow new data again."""
    st.session_state.pop(_PINNED, None)


def reader() -> Reader:
    """The reader of the generation that stands; one for all sessions of the server.

    Raises StoreEmptyError or StoreOutdatedError as ``Store.reader`` does."""
    if _PINNED in st.session_state:
        pinned: Reader = st.session_state[_PINNED]
        return pinned
    standing = store().generation()
    number = standing.number if standing else 0
    return _reader(str(store().folder), number)


@st.cache_resource(max_entries=2, show_spinner=False)
def _reader(folder: str, generation: int) -> Reader:  # noqa: ARG001 - keys the cache
    return Store(Path(folder)).reader()


def ask(name: str, **parameters: Any) -> list[dict[str, Any]]:
    """Rows of a query as of the chosen day; ``as_of=`` asks for another."""
    open_reader = reader()
    as_of = parameters.pop("as_of", None) or choices.as_of(open_reader)
    known = choices.known_as_of()
    # What tells of the life of shortfalls is another answer once the days are judged.
    followed = "life" in query(name).header and open_reader.follow(as_of, known)
    key = (str(store().folder), open_reader.generation, followed)
    return _ask(open_reader, key, name, as_of, known, parameters)


def frame(name: str, **parameters: Any) -> pd.DataFrame:
    """As ``ask``, as a data frame for plotting. A blank text or date is None or NaT there."""
    open_reader = reader()
    as_of = parameters.pop("as_of", None) or choices.as_of(open_reader)
    return open_reader.frame(name, as_of=as_of, known_as_of=choices.known_as_of(), **parameters)


def is_followed() -> bool:
    """Whether the days of the season are judged, so that the life of shortfalls is known."""
    open_reader = reader()
    return open_reader.follow(choices.as_of(open_reader), choices.known_as_of())


_AWAITS = "awaits_history"


def await_history(*, wanted: bool = True) -> None:
    """Note whether the page has yet to show a history that is still being put together."""
    st.session_state[_AWAITS] = wanted


def history_has_come() -> bool:
    """Whether a history that the page waits for is there now."""
    return st.session_state.get(_AWAITS, False) and is_followed()


def as_of() -> dt.date:
    """The day that the page is about."""
    return choices.as_of(reader())


@st.cache_data(max_entries=2_000, show_spinner=False)
def _ask(
    _reader: Reader,
    key: tuple[str, int, bool],  # noqa: ARG001 - the store's folder and generation key the cache
    name: str,
    as_of: dt.date,
    known_as_of: dt.date | None,
    parameters: dict[str, Any],
) -> list[dict[str, Any]]:
    return _reader.ask(name, as_of=as_of, known_as_of=known_as_of, **parameters)
