"""The days of the season, judged when a command needs to know how long something has lasted."""

from __future__ import annotations

import datetime as dt
import os
import time
from typing import TYPE_CHECKING

from dashboard.cli import output

if TYPE_CHECKING:
    from dashboard.store import Reader
    from dashboard.workspace import Workspace

SECONDS = 25.0
"""Nobody waits longer for the days of a season; ``dudao run`` judges them in the background."""
_FEW = 6
"""So many days are not worth a reader of their own."""


def judge_season(
    target: Workspace, reader: Reader, day: dt.date, known_as_of: dt.date | None = None
) -> bool:
    """Have the history up to that day in the reader; False where time did not suffice for it."""
    missing = reader.past.missing(day, known_as_of)
    if missing:
        end = time.monotonic() + SECONDS
        many = len(missing) > _FEW
        # Small plans run slower on several threads than several of them side by side.
        judging = target.store.reader(threads=1) if many else reader
        with output.progress_bar("统计历史") as progress:
            judging.past.judge_days(
                missing,
                known_as_of,
                progress=progress,
                stop=lambda: time.monotonic() > end,
                workers=os.cpu_count() or 1 if many else 1,
            )
    if reader.past.follow(day, known_as_of):
        return True
    left = len(reader.past.missing(day, known_as_of))
    output.note(
        f"还有 {left} 天没有统计，首次出现、已持续等暂缺。再运行一次会接着统计，"
        "dudao run 运行期间也会在后台统计。"
    )
    return False
