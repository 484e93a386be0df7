"""Which files are there to be taken in, and what they are called in results."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from dashboard.intake.clean.identity import mask_identity_numbers
from dashboard.text import shown_name

PASSED_OVER = ("~$*", ".*", "*.tmp", "*.part", "*.crdownload", "thumbs.db", "desktop.ini")
"""Names of files that programs leave about: locks of Excel and WPS, half downloads."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that is there: where, and its name in results."""

    path: Path
    name: str
    plan: bool = False
    size: int = -1
    mtime_ns: int = -1

    @property
    def state(self) -> tuple[int, int]:
        """What changes when the file does."""
        return self.size, self.mtime_ns


def passed_over(name: str) -> bool:
    """Whether a file in the inbox is none that somebody sent."""
    return any(fnmatchcase(name.lower(), pattern) for pattern in PASSED_OVER)


def in_folder(folder: Path, *, plan: bool = False) -> Iterator[Found]:
    """Every file below a folder, by name, as posix paths relative to it.

    Links are not followed and come as files, and so do folders that may not be read: whoever
    copies them says why that fails."""
    for path in _walk(folder):
        yield _found(path, _told(path.relative_to(folder).as_posix()), plan=plan)


def named(path: Path, inbox: Path) -> Iterator[Found]:
    """The files that a path on the command line stands for: itself, or all below it."""
    if path.is_dir() and not path.is_symlink():
        yield from in_folder(path)
        return
    absolute, within = Path(os.path.abspath(path)), Path(os.path.abspath(inbox))  # noqa: PTH100 - links stay
    name = absolute.relative_to(within).as_posix() if within in absolute.parents else path.name
    yield _found(path, _told(name), plan=False)


def _told(name: str) -> str:
    """A file's name as it is kept: a name goes into views, which hold no identity numbers."""
    return mask_identity_numbers(shown_name(name))


def _walk(folder: Path) -> Iterable[Path]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except PermissionError:
        yield folder
        return
    except FileNotFoundError:
        return
    for entry in entries:
        if passed_over(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def _found(path: Path, name: str, *, plan: bool) -> Found:
    try:
        status = path.lstat()
    except OSError:
        return Found(path, name, plan)
    return Found(path, name, plan, status.st_size, status.st_mtime_ns)
