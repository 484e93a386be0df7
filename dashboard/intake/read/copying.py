"""A private copy of a file that others can touch: only regular files, hashed on the way."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from dashboard.errors import Refused
from dashboard.intake.read.limits import MAX_FILE_BYTES, MEBIBYTE, too_large

_CHUNK = MEBIBYTE
_KINDS = (
    (stat.S_ISLNK, "符号链接"),
    (stat.S_ISDIR, "文件夹"),
    (stat.S_ISFIFO, "管道"),
    (stat.S_ISSOCK, "套接字"),
    (stat.S_ISBLK, "设备"),
    (stat.S_ISCHR, "设备"),
)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""A symbolic link put there after the look is not followed, a pipe does not hang us.
Neither flag exists on Windows, where neither trick does."""
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def private_copy(
    source: Path, target_dir: Path, size_cap: int = MAX_FILE_BYTES
) -> tuple[Path, str, int]:
    """Copies ``source`` into ``target_dir`` under its SHA-256: path, SHA-256 (hex), bytes.

    Raises Refused (not_regular_file, too_large, no_permission, not_found, not_readable), and
    changed_meanwhile when size or modification time moved while it was read. Nothing is left
    in ``target_dir`` then.
    """
    try:
        return _copied(source, target_dir, size_cap)
    except FileNotFoundError as error:
        raise Refused("not_found") from error
    except PermissionError as error:
        raise Refused("no_permission") from error
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Refused("not_regular_file", found="符号链接") from error
        raise Refused("not_readable", detail=error.strerror or type(error).__name__) from error


def _copied(source: Path, target_dir: Path, size_cap: int) -> tuple[Path, str, int]:
    _require_regular(source.lstat(), size_cap)
    descriptor = os.open(source, os.O_RDONLY | _BINARY | _NO_FOLLOW)
    with os.fdopen(descriptor, "rb") as original:
        before = os.fstat(descriptor)
        _require_regular(before, size_cap)
        partial = target_dir / f"{os.urandom(8).hex()}.part"
        try:
            digest, size = _poured(original, partial, size_cap)
            after = os.fstat(descriptor)
            if (size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
                raise Refused("changed_meanwhile")
            target = target_dir / digest
            partial.replace(target)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    return target, digest, size


def _require_regular(status: os.stat_result, size_cap: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        found = next((name for test, name in _KINDS if test(status.st_mode)), "特殊文件")
        raise Refused("not_regular_file", found=found)
    if status.st_size > size_cap:
        raise too_large(status.st_size, size_cap)


def _poured(original: BinaryIO, partial: Path, size_cap: int) -> tuple[str, int]:
    digest = hashlib.sha256()
    size = 0
    with partial.open("xb") as copy:
        while chunk := original.read(_CHUNK):
            size += len(chunk)
            if size > size_cap:
                raise too_large(size, size_cap)
            digest.update(chunk)
            copy.write(chunk)
    return digest.hexdigest(), size
