"""A workspace that knows the plan, copied for each test: reading the plan takes a while."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from dashboard.ingest import ingest
from dashboard.workspace import Workspace
from tests.ingest.shared import shared_readers

ARRIVED = dt.datetime(2021, 5, 28, 9)


@pytest.fixture(scope="session")
def planned(tmp_path_factory):
    """A workspace into which nothing but the plan has come."""
    workspace = Workspace(tmp_path_factory.mktemp("planned"))
    ingest(workspace, received_at=lambda _: ARRIVED)
    return workspace


@pytest.fixture
def workspace(planned, tmp_path):
    """A workspace of the test's own that knows the plan."""
    root = tmp_path / "workspace"
    shutil.copytree(planned.root, root)
    return Workspace(root)


@pytest.fixture(scope="session", autouse=True)
def _shared_readers():
    """One set of workers for all tests of this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dashboard.ingest.run.Readers", shared_readers)
        patch.setattr("dashboard.ingest.actions.Readers", shared_readers)
        yield
