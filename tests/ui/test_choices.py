"""What was chosen stands in the address; a rerun that was asked for earlier does not undo it."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def _script() -> None:
    """A page of which the button writes the address, and a late rerun that knows the old one."""
    import streamlit as st

    from dashboard.ui import choices

    choices.note_address()
    st.button("next", on_click=lambda: choices.choose(slide="2", unit=None))
    if st.session_state.get("late"):
        st.query_params.from_dict(st.session_state["late"])
        choices.hold_address()
    st.text(str(st.query_params.to_dict()))


def _app(**session) -> AppTest:
    app = AppTest.from_function(_script)
    app.query_params["slide"] = "1"
    app.query_params["unit"] = "甲单位"
    for name, value in session.items():
        app.session_state[name] = value
    return app.run()


@pytest.mark.parametrize(
    "late",
    [{"slide": "1", "unit": "甲单位"}, {"slide": "1"}, {}, {"slide": "2", "unit": "甲单位"}],
)
def test_a_rerun_asked_for_before_the_choice_goes_by_the_choice(late):
    app = _app(late=late)
    app.button[0].click().run()
    assert not app.exception
    assert app.text[0].value == "{'slide': '2'}"


def test_an_address_that_came_from_outside_counts():
    app = _app()
    app.query_params["slide"] = "5"
    app.run()
    assert app.text[0].value == "{'slide': '5', 'unit': '甲单位'}"
    assert app.session_state["address"] == {"slide": "5", "unit": "甲单位"}
