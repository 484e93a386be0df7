"""A process that is killed while it takes files in leaves the last good state."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from dashboard.ingest import ingest
from tests.ingest.sheets import complaints, content
from tests.ingest.test_ingest import subjects

_TAKE_IN = """
import sys
from pathlib import Path
from dashboard.ingest import ingest
from dashboard.workspace import Workspace
if __name__ == "__main__":
    print("began", flush=True)
    ingest(Workspace(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("after", [0.3, 0.6, 1.0])
def test_a_kill_leaves_the_last_good_generation_and_the_next_one_heals(workspace, tmp_path, after):
    for number in range(20):
        complaints(workspace.inbox / f"{number}.xlsx", f"事项{number}")
    script = tmp_path / "take_in.py"
    script.write_text(_TAKE_IN, encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, str(script), str(workspace.root)], stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(after)
    child.kill()
    child.wait()
    child.stdout.close()
    assert len(subjects(workspace)) in (0, 20)
    assert workspace.store.reader().cursor().execute("from submission").fetchall()
    outcomes = ingest(workspace)
    assert [one.status for one in outcomes] == ["ok"] * 20
    assert len(subjects(workspace)) == 20
    assert list((workspace.root / "archive" / "incoming").iterdir()) == []
    healed = content(workspace, but=("state",))
    ingest(workspace)
    assert content(workspace, but=("state",)) == healed
