"""What parent and worker say to each other, and how: length, then bytes, over a pipe."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO, NamedTuple

from dashboard.intake.model import Context, FileReading

_LENGTH = struct.Struct("<Q")
GO_ON, RETIRE = b"+", b"-"
"""The first byte of an answer: whether the worker takes another file or ends after this one."""


class Job(NamedTuple):
    """One file to read. ``path`` is a private copy, ``name`` what its sender called it."""

    path: Path
    name: str
    context: Context


class Limits(NamedTuple):
    """What one file may take. Address space and CPU time are held on POSIX only."""

    address_space: int = 2 << 30
    """Bytes."""
    cpu_seconds: int = 20
    wall_seconds: float = 60.0
    """More than the processor's: a busy computer must not make a good file a refused one."""


class Settings(NamedTuple):
    """What a worker is told when it starts."""

    limits: Limits
    function: str
    """``module:name`` of what makes a FileReading of (Workbook, name, Context)."""
    search_path: tuple[str, ...]


class Request(NamedTuple):
    """A job as it crosses the pipe; the context, mostly the same, is pickled once."""

    path: str
    name: str
    context: bytes


class Answer(NamedTuple):
    """What came of a job; ``log`` is the traceback where the program failed on it."""

    reading: FileReading
    log: str | None = None


def send(pipe: BinaryIO, content: bytes) -> None:
    """Writes one frame. OSError where the other side is gone."""
    pipe.write(_LENGTH.pack(len(content)))
    pipe.write(content)
    pipe.flush()


def receive(pipe: BinaryIO) -> bytes | None:
    """Reads one frame; None where the other side is gone, also in the middle of one."""
    header = pipe.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(header)
    content = pipe.read(length)
    return content if len(content) == length else None
