"""Filters that stand in the address: a choice among values, and words to search for."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.ui.choices import choose, chosen
from dashboard.ui.prose import prose


def pick(name: str, label: str, options: Mapping[str, str], everything: str) -> str | None:
    """Draw the choice of one of ``options`` (value to label); None for all of them.

    A value in the address that is no option is said to be unknown, and all are shown."""
    value = chosen(name)
    if value is not None and value not in options:
        st.warning(prose("ui.unknown_choice", name=label, value=value))
        value = None
    labels = {"": everything, **options}
    picked = st.selectbox(
        label,
        list(labels),
        index=list(labels).index(value or ""),
        format_func=lambda one: labels[one],
        key=f"filter_{name}_{value}",
    )
    if picked != (value or ""):
        choose(**{name: picked or None})
        st.rerun()
    return value


def search_words(name: str, label: str, placeholder: str) -> str | None:
    """Draw the box for words to search for; None where it is blank."""
    value = chosen(name) or ""
    typed = st.text_input(label, value=value, placeholder=placeholder, key=f"search_{name}_{value}")
    if (typed or "").strip() != value:
        choose(**{name: (typed or "").strip() or None})
        st.rerun()
    return value or None
