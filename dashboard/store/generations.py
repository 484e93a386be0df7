"""Generations of the store: written under a new name, published by moving a pointer.

While a process holds a DuckDB file for writing nobody else can open it, not even to read.
So the next generation is a copy that is written aside; readers keep the one they have and
move on when the pointer does. A kill at any moment leaves the last good generation.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
from filelock import FileLock

from dashboard.errors import DudaoError
from dashboard.store import schema
from dashboard.store.reader import Reader
from dashboard.store.writer import Writer

_POINTER = "current.json"
_KEPT = 2
"""Generations kept besides the current one, for readers about to open theirs."""


class StoreEmptyError(DudaoError):
    """Nothing was taken in yet."""


class StoreOutdatedError(DudaoError):
    """The store was written by another version of the program; rebuild it."""


@dataclass(frozen=True, slots=True)
class Generation:
    """One published state of the store."""

    number: int
    path: Path
    fingerprint: str
    begun: int = 0
    """The number of the generation that was last begun from nothing."""


class Store:
    """The store in a folder of its own. Safe to use from several processes at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fingerprint = schema.fingerprint(duckdb.__version__)

    def lock(self) -> FileLock:
        """The lock that whoever changes the workspace holds; reading never needs it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return FileLock(self.folder / "workspace.lock")

    def generation(self) -> Generation | None:
        """The generation that stands, or None before the first."""
        try:
            pointer = json.loads((self.folder / _POINTER).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        path = self.folder / pointer["file"]
        begun = pointer.get("begun", 0)
        return Generation(pointer["generation"], path, pointer["fingerprint"], begun)

    def is_current(self) -> bool:
        """Whether a generation stands that this version of the program can read."""
        standing = self.generation()
        return standing is not None and standing.fingerprint == self._fingerprint

    def reader(self, threads: int = 0) -> Reader:
        """A reader of the generation that stands; ``threads`` 0 lets it use all cores.

        Raises StoreEmptyError before the first and StoreOutdatedError where another version of
        the program wrote it."""
        for _ in range(5):
            standing = self.generation()
            if standing is None:
                raise StoreEmptyError(
                    "还没有任何数据。请把表格放进收件箱，再运行 dudao ingest 或 dudao run。"
                )
            if standing.fingerprint != self._fingerprint:
                raise StoreOutdatedError(
                    "数据库由另一个版本的程序写成。请运行 dudao rebuild 重新生成。"
                )
            try:
                return Reader(standing.path, standing.number, standing.begun, threads)
            except duckdb.IOException:
                # Between reading the pointer and opening the file a writer may have moved on
                # by several generations and removed this one.
                if standing.path.exists():
                    raise
        raise StoreEmptyError("数据库文件正在被反复替换，请稍后再试。")

    def last_event(self) -> int:
        """How far in the journal the generation that stands goes."""
        return int(self.rows("select last_event from raw.state")[0][0])

    def rows(self, sql: str, parameters: list[object] | None = None) -> list[tuple[Any, ...]]:
        """Ask the tables themselves, without the views and rules that a reader brings along."""
        standing = self.generation()
        if standing is None:
            return []
        with duckdb.connect(str(standing.path), read_only=True) as connection:
            return connection.execute(sql, parameters or []).fetchall()

    @contextlib.contextmanager
    def writer(self, *, anew: bool = False) -> Iterator[Writer]:
        """Write the next generation; it is published when the block ends without an error.

        ``anew`` starts from an empty store instead of a copy. The caller holds ``lock()``."""
        standing = self.generation()
        number = standing.number + 1 if standing else 1
        path = self.folder / f"store-{number:06d}.duckdb"
        self.folder.mkdir(parents=True, exist_ok=True)
        for leftover in (path, _wal(path)):
            leftover.unlink(missing_ok=True)
        fresh = anew or standing is None or standing.fingerprint != self._fingerprint
        if not fresh and standing is not None:
            shutil.copyfile(standing.path, path)
        writer = Writer(path, fresh=fresh)
        try:
            yield writer
            writer.finish()
        except BaseException:
            writer.close()
            for leftover in (path, _wal(path)):
                leftover.unlink(missing_ok=True)
            raise
        writer.close()
        begun = number if fresh or standing is None else standing.begun
        self._publish(number, path, begun)

    def _publish(self, number: int, path: Path, begun: int) -> None:
        with path.open("rb+") as written:
            os.fsync(written.fileno())
        pointer = {
            "generation": number,
            "file": path.name,
            "fingerprint": self._fingerprint,
            "begun": begun,
            "duckdb": duckdb.__version__,
        }
        aside = self.folder / f"{_POINTER}.new"
        with aside.open("w", encoding="utf-8") as file:
            json.dump(pointer, file)
            file.flush()
            os.fsync(file.fileno())
        _replace(aside, self.folder / _POINTER)
        self._remove_old(number)

    def _remove_old(self, number: int) -> None:
        for path in self.folder.glob("store-*.duckdb*"):
            digits = path.name.removeprefix("store-").split(".")[0]
            if digits.isdigit() and int(digits) < number - _KEPT:
                # Windows keeps a file that somebody reads; the next publication tries again.
                with contextlib.suppress(PermissionError):
                    path.unlink(missing_ok=True)


def _wal(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def _replace(source: Path, target: Path) -> None:
    """``os.replace``, tried again while somebody on Windows has the target open."""
    for wait in (0.01, 0.05, 0.2, 1.0):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.replace(target)
