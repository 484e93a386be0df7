from __future__ import annotations

import subprocess
import sys
import time

from dashboard.cli.bounded import bounded
from dashboard.intake.workers.limits import memory_limit

ENDLESS = """
import time
from dashboard.cli.bounded import bounded
with bounded(0.3, "够了。"):
    time.sleep(60)
"""


def test_what_takes_longer_ends_with_its_process():
    began = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", ENDLESS],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ended.returncode, ended.stderr.strip()) == (1, "够了。")
    assert time.monotonic() - began < 30


def test_what_is_done_in_time_leaves_nothing_behind():
    before = memory_limit()
    with bounded(0.2, "够了。"):
        pass
    time.sleep(0.4)
    assert memory_limit() == before
