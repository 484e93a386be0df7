"""Fixtures for tests of the SQL."""

from __future__ import annotations

import pytest

from tests.helpers import SmallStore
from tests.queries.cases import Judge


@pytest.fixture(scope="module")
def judge(request, tmp_path_factory):
    """Judges the ``CASES`` of the module by the rule that the module is named after."""
    module = request.module
    rule = module.__name__.rsplit(".", 1)[-1].removeprefix("test_")
    store = SmallStore(tmp_path_factory.mktemp(rule) / "store")
    return Judge(store, rule, module.CASES, getattr(module, "PLAN", []))
