"""A store that opens three times as fast, since it prepares no rule but the one asked."""

from __future__ import annotations

import pytest

from dashboard.store import shortfalls
from tests.helpers import SmallStore


@pytest.fixture
def store(tmp_path, monkeypatch):
    """As the ``store`` of all tests, without the views of rules: ask rules one by one."""
    prepare = shortfalls.prepare
    monkeypatch.setattr(shortfalls, "prepare", lambda connection, _: prepare(connection, {}))
    return SmallStore(tmp_path / "store")
