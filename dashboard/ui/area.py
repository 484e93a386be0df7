"""The choice of one of the plan's areas (重点任务), kept in the address."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from dashboard.texts import t
from dashboard.ui.choices import choose, chosen
from dashboard.ui.prose import plain, prose


def title_and_area(title: str, areas: Iterable[str]) -> str | None:
    """Draw the title of a page with the choice of an area beside it; see ``choose_area``."""
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    left.title(plain(title))
    with right:
        return choose_area(areas)


def choose_area(areas: Iterable[str]) -> str | None:
    """Draw the choice; returns the area chosen, None for all of them."""
    known = list(dict.fromkeys(areas))
    area = chosen("area")
    if area is not None and area not in known:
        st.warning(prose("ui.unknown_choice", name=t("ui.area"), value=area))
        area = None
    everything = t("ui.all_areas")
    options = [everything, *known]
    picked = st.selectbox(
        t("ui.area"),
        options,
        index=options.index(area or everything),
        key=f"area_{area}",
    )
    if picked != (area or everything):
        choose(area=None if picked == everything else picked)
        st.rerun()
    return area
