"""One worker process as its parent sees it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from dashboard.errors import DudaoError
from dashboard.intake.workers.frames import Settings, receive, send

_BOOT = "import gc; gc.disable(); from dashboard.intake.workers.process import main; main()"
"""The garbage collector is off from the first import on: a fifth of the time would go into its
looking at the same cells again and again. ``process`` sees to what files leave behind."""
_FLAGS = ("-S", "-P", "-X", "utf8")
"""Without ``site``, which would search the installed packages once more for what the parent's
search path already has."""
_ROOT = Path(__file__).resolve().parents[3]
_KEEP_MEMORY = {
    "MALLOC_TRIM_THRESHOLD_": str(64 << 20),
    "MALLOC_MMAP_THRESHOLD_": str(8 << 20),
    "MALLOC_TOP_PAD_": str(4 << 20),
}
"""What glibc is told, others do not ask: not to give back after each file what the next one
needs again; a twentieth of the time went into that."""
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_TOLD = 4000
"""Characters of its stderr that are kept when it dies."""
_GRACE_SECONDS = 2.0


class WorkerError(DudaoError):
    """No worker can be started: the installation is broken, no file is to blame."""


class Worker:
    """A started process. Not multiprocessing: that would import the parent's main module, and
    with it the whole program, into every worker."""

    def __init__(self, settings: Settings) -> None:
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
        self._process = subprocess.Popen(
            [sys.executable, *_FLAGS, "-c", _BOOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._stderr,
            env=_environment(settings),
            creationflags=_NO_WINDOW,
        )
        self._requests = cast("BinaryIO", self._process.stdin)
        self._answers = cast("BinaryIO", self._process.stdout)
        self._ready = False
        self.send(pickle.dumps(settings))

    def send(self, frame: bytes) -> None:
        """Hands over a frame. A worker that is gone shows itself in ``receive``."""
        with suppress(OSError):  # broken pipe, EINVAL on Windows
            send(self._requests, frame)

    def wait_until_ready(self) -> None:
        """Waits for its first word, once. WorkerError where it ends without one."""
        if self._ready:
            return
        if receive(self._answers) is None:
            said = self.end()[1].strip().splitlines()
            raise WorkerError(f"读取进程无法启动：{said[-1] if said else '没有说明'}")
        self._ready = True

    def receive(self) -> bytes | None:
        """Its next answer; None where it is gone."""
        return receive(self._answers)

    def kill(self) -> None:
        """Ends it at once; what it was doing is lost."""
        self._process.kill()

    def end(self) -> tuple[int, str]:
        """Closes the pipes, waits for its end and gives its return code and last words."""
        with suppress(OSError):  # unsent bytes for a process that is gone
            self._requests.close()
        try:
            returncode = self._process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            returncode = self._process.wait()
        self._answers.close()
        return returncode, self._last_words()

    def _last_words(self) -> str:
        if self._stderr.closed:
            return ""
        size = self._stderr.seek(0, os.SEEK_END)
        self._stderr.seek(max(0, size - _TOLD))
        said = self._stderr.read().decode("utf-8", "replace")
        self._stderr.close()
        return said


def _environment(settings: Settings) -> dict[str, str]:
    path = os.pathsep.join((str(_ROOT), *filter(None, settings.search_path)))
    return {**_KEEP_MEMORY, **os.environ, "PYTHONPATH": path, "RUST_BACKTRACE": "0"}
