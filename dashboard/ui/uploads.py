"""Files that come through the browser: into the inbox, whole and under a safe name."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Protocol

from dashboard.ingest.scan import passed_over
from dashboard.text import shown_name

_REFUSED_BY_WINDOWS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_LONGEST = 120
"""Characters; with the folder before it a path stays below the 260 of Windows."""
_LONGEST_BYTES = 220
"""Linux takes 255, and something is put before and after while the file is written."""


class Uploaded(Protocol):
    """What Streamlit's uploader hands over."""

    name: str

    def getvalue(self) -> bytes:
        """The file's bytes."""


def safe_name(name: str) -> str:
    """The name under which an upload is kept: no folders, nothing that a system refuses."""
    last = re.split(r"[/\\]", name)[-1]
    clean = _REFUSED_BY_WINDOWS.sub("_", shown_name(last)).strip(" .")
    if not clean or _RESERVED.match(clean) or passed_over(clean):
        clean = f"_{clean}"
    if passed_over(clean):
        clean = f"{clean}_"
    stem, dot, suffix = clean.rpartition(".")
    if dot and len(suffix) <= 5:
        return f"{_cut(stem, len(suffix.encode()) + 1)}.{suffix}"
    return _cut(clean, 0)


def _cut(text: str, less: int) -> str:
    """The text, short enough for every system with ``less`` bytes behind it."""
    shorter = text[: _LONGEST - less].encode()[: _LONGEST_BYTES - less]
    return shorter.decode(errors="ignore")


def put_into_inbox(upload: Uploaded, inbox: Path) -> Path:
    """Write an upload into the inbox and return where.

    The watcher passes over the name it has while it is being written. A name that is taken
    gets the time appended: nothing that somebody sent is overwritten."""
    inbox.mkdir(parents=True, exist_ok=True)
    target = inbox / safe_name(upload.name)
    if target.exists():
        moment = dt.datetime.now().strftime("%Y%m%d-%H%M%S-%f")  # noqa: DTZ005 - the office's clock
        target = target.with_name(f"{target.stem}-{moment}{target.suffix}")
    aside = target.with_name(f"~${target.name}.tmp")
    aside.write_bytes(upload.getvalue())
    aside.replace(target)
    return target
