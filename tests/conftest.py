"""Fixtures that every test may ask for."""

from __future__ import annotations

import pytest

from tests.helpers import SmallStore


@pytest.fixture
def store(tmp_path):
    """A fresh store; ``store.add(view, **columns)`` puts one row in, ``store.ask`` asks."""
    return SmallStore(tmp_path / "store")
