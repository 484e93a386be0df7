"""Many small stores: each opens without what these tests don't ask for."""

from tests.queries.light import store

__all__ = ["store"]
