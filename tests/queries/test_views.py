"""What holds of every derived view."""

import pytest

from dashboard.queries import queries
from tests.helpers import SmallStore

VIEWS = {one.stem: one for name, one in queries().items() if name.startswith("views/")}
every_view = pytest.mark.parametrize("view", sorted(VIEWS))


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A store that nothing was sent to."""
    return SmallStore(tmp_path_factory.mktemp("empty") / "store")


@every_view
def test_the_header_says_what_a_row_is(view):
    assert VIEWS[view].header.get("title")
    assert VIEWS[view].header.get("title_en")
    assert VIEWS[view].description
    assert VIEWS[view].parameters <= {"as_of"}


@every_view
def test_it_can_be_asked_of_an_empty_store(view, empty):
    empty.sql(f'select * from "{view}"')
