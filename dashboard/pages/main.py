"""The frame around every page: style, navigation, the choice of day, live update."""

from __future__ import annotations

import streamlit as st

from dashboard.pages import PAGES
from dashboard.store import Reader, StoreEmptyError, StoreOutdatedError
from dashboard.texts import t
from dashboard.ui import choices, session
from dashboard.ui.frame import ICON, choose_language, load_style, watch_for_new_data
from dashboard.ui.sidebar import draw_sidebar

choose_language()
st.set_page_config(page_title=t("ui.product"), page_icon=str(ICON), layout="wide")
load_style()

made = {
    spec.slug: st.Page(
        spec.path,
        title=t(spec.title_key),
        icon=spec.icon,
        url_path=spec.slug,
        default=spec.slug == "overview",
        visibility="visible" if spec.section else "hidden",
    )
    for spec in PAGES
}
page = st.navigation(list(made.values()), position="hidden")
slug = next(name for name, one in made.items() if one == page)

reader: Reader | None = None
try:
    if slug == "meeting":
        session.pin()
    else:
        session.unpin()
    reader = session.reader()
except StoreEmptyError:
    reader = None  # said below, with the way to the upload
except StoreOutdatedError:
    st.error(t("ui.outdated_store"))
    st.stop()

if reader is None:
    draw_sidebar(made, None)
    watch_for_new_data(0, ask_first=False)
    if slug == "submissions":
        page.run()
    else:
        st.title(t("ui.product"))
        st.info(t("ui.empty_store"))
        st.code(str((session.workspace_root() / "inbox").resolve()), language=None)
        st.page_link(made["submissions"], label=t("ui.empty_store_upload"))
else:
    choices.keep_as_of_in_address(reader, follow=slug != "meeting")
    if slug != "meeting":
        draw_sidebar(made, reader)
    watch_for_new_data(reader.generation, ask_first=slug == "meeting")
    page.run()
