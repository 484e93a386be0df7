"""The kinds of sheets, found by walking this folder: a new kind is a new file here."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from dashboard.kinds.declare import Column, Kind

__all__ = ["Column", "Kind", "kind", "kinds"]


@cache
def kinds() -> dict[str, Kind]:
    """Every declared kind by the name of its view, in the order people list them."""
    found: list[Kind] = []
    for module in pkgutil.iter_modules(__path__):
        if module.name != "declare":
            declared = importlib.import_module(f"{__name__}.{module.name}")
            found.append(declared.KIND)
    return {one.view: one for one in sorted(found, key=lambda one: (one.order, one.view))}


def kind(view: str) -> Kind:
    """The kind with that view; KeyError names those that exist."""
    try:
        return kinds()[view]
    except KeyError:
        raise KeyError(f"no kind {view!r}; there are: {', '.join(kinds())}") from None
