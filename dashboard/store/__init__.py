"""The store: DuckDB over everything that was sent. Nobody else opens it.

``Store`` hands out a ``Reader`` of the generation that stands and a ``Writer`` of the next.
"""

from dashboard.store.generations import Store, StoreEmptyError, StoreOutdatedError
from dashboard.store.reader import Reader
from dashboard.store.writer import Submission, Writer, load

__all__ = [
    "Reader",
    "Store",
    "StoreEmptyError",
    "StoreOutdatedError",
    "Submission",
    "Writer",
    "load",
]
