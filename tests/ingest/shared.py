"""Workers that stay for all tests of a process: starting them anew takes a third of a second."""

from __future__ import annotations

import atexit

from dashboard.ingest.reading import Readers


class SharedReaders(Readers):
    """Readers whose ``with`` block does not end them."""

    def __exit__(self, *_: object) -> None:
        """Nothing: they end with the process."""


_shared = SharedReaders()
atexit.register(Readers.__exit__, _shared, None, None, None)


def shared_readers() -> Readers:
    """Stands in for ``Readers()``."""
    return _shared
