"""The command line: ``dudao``. One file a command; what is slow to import is imported late."""

from __future__ import annotations

import sys

from dashboard import __version__


def main() -> None:
    """Run the command that the process was called with, and exit as promised.

    0: all well, 1: some problem or refusal, 2: called wrongly."""
    _speak_utf8()
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"dudao {__version__}\n")
        return
    from dashboard.cli.app import run

    sys.exit(run(sys.argv[1:]))


def _speak_utf8() -> None:
    """A pipe on Windows speaks the office's code page, which lacks characters of names."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
