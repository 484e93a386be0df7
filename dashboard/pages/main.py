"""The frame around every page: style, navigation, the choice of day, live update."""

from __future__ import annotations

import streamlit as st

from dashboard.pages import PAGES
from dashboard.store import Reader, StoreEmptyError, StoreOutdatedError
from dashboard.texts import t
from dashboard.ui import choices, session
from dashboard.ui.frame import (
    ICON,
    choose_language,
    head_for_print,
    load_style,
    nothing_sent_yet,
    say_what_was_known,
    say_where_to_drop,
    watch_for_new_data,
)
from dashboard.ui.sidebar import draw_sidebar

choices.note_address()
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
        say_where_to_drop(made["submissions"])
else:
    choices.keep_as_of_in_address(reader, follow=slug != "meeting")
    if slug != "meeting":
        draw_sidebar(made, reader)
        head_for_print(choices.as_of(reader))
        say_what_was_known()
    watch_for_new_data(reader.generation, ask_first=slug == "meeting")
    if slug not in ("meeting", "submissions") and nothing_sent_yet():
        say_where_to_drop(made["submissions"])
    page.run()
