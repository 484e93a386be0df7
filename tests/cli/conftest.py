"""Commands called as a person would, on a workspace with a few sheets in it."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import shutil
from dataclasses import dataclass

import pytest

from dashboard.cli.app import run as run_command
from dashboard.ingest import ingest
from dashboard.workspace import Workspace
from tests.ingest.shared import shared_readers
from tests.ingest.sheets import complaints, staffing


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def dudao():
    """Run one command line, as from a pipe."""

    def call(*arguments: object) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run_command([str(one) for one in arguments])
        return Said(code, out.getvalue(), err.getvalue())

    return call


@pytest.fixture(scope="session")
def taken(tmp_path_factory):
    """A workspace with the plan, two complaints of the library and a staffing sheet."""
    workspace = Workspace(tmp_path_factory.mktemp("taken"))
    workspace.create()
    complaints(workspace.inbox / "投诉.xlsx", "占道经营", "@噪声")
    staffing(workspace.inbox / "配备.xlsx", 100, 4)
    arrived = dt.datetime(2021, 7, 1, 9)
    ingest(workspace, received_at=lambda _: arrived)
    return workspace


@pytest.fixture
def own(taken, tmp_path):
    """A copy of ``taken`` that the test may change."""
    shutil.copytree(taken.root, tmp_path / "own")
    return Workspace(tmp_path / "own")


@pytest.fixture(scope="session", autouse=True)
def _shared_readers():
    """One set of workers for all tests of this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("dashboard.ingest.run.Readers", shared_readers)
        patch.setattr("dashboard.ingest.actions.Readers", shared_readers)
        yield
