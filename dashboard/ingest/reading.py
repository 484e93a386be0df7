"""Workers that read files, started when the first file is there to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING, Self

from dashboard.intake.pool import UNDERSTAND, Job, Pool

if TYPE_CHECKING:
    from types import TracebackType

    from dashboard.intake.model import FileReading

__all__ = ["Job", "Readers"]


class Readers:
    """A pool of workers for the length of a ``with`` block; none where nothing is to be read."""

    def __init__(self, function: str = UNDERSTAND) -> None:
        self._function = function
        self._stack = ExitStack()
        self._pool: Pool | None = None
        self._expected = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(exc_type, exc, trace)

    def warm(self) -> None:
        """Have workers ready for one more file, so that it need not wait for their start."""
        if self._pool is None:
            self._pool = self._stack.enter_context(Pool(function=self._function))
        self._expected += 1
        self._pool.expect(self._expected)

    def read(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, FileReading]]:
        """Every job with its reading, in the order of the jobs."""
        source = iter(jobs)
        first = next(source, None)
        if first is None:
            return
        if self._pool is None:
            self.warm()
        assert self._pool is not None
        yield from self._pool.take(chain([first], source))
