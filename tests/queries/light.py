"""A store that opens three times as fast, since it prepares no rule but the one asked."""

from __future__ import annotations

import pytest

from tests.helpers import SmallStore


@pytest.fixture
def store(tmp_path, monkeypatch):
    """As the ``store`` of all tests, without the view ``shortfall``: ask rules one by one."""
    monkeypatch.setattr("dashboard.store.shortfalls.prepare", lambda *_: None)
    return SmallStore(tmp_path / "store")
