"""The attributes of named elements of a small XML part, whatever its prefixes and quotes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from dashboard.errors import Refused

_SMALL = 1 << 14


class Element(NamedTuple):
    """An element's local name, its attributes by local name, and its parent's local name."""

    name: str
    attributes: dict[str, str]
    parent: str


def elements(xml: bytes, *names: str) -> Sequence[Element]:
    """Those elements of ``xml`` whose local name is one of ``names``, in their order.

    expat and not lxml: it is loaded at once, and a worker starts for every check. Raises
    Refused (damaged) where it is not well-formed."""
    return _remembered(xml, names) if len(xml) <= _SMALL else _elements(xml, names)


def _elements(xml: bytes, names: tuple[str, ...]) -> Sequence[Element]:
    found: list[Element] = []
    path = [""]
    wanted = frozenset(names)

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in wanted:
            local = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            found.append(Element(name, local, path[-1]))
        path.append(name)

    def end(_tag: str) -> None:
        path.pop()

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise Refused("damaged", detail="XML 有误") from error
    return found


_remembered = lru_cache(maxsize=64)(_elements)
"""What one program writes around its sheets is the same in every file, to the byte."""
