"""The attributes of named elements of a small XML part, whatever its prefixes and quotes."""

from __future__ import annotations

from typing import NamedTuple
from xml.parsers import expat

from dashboard.errors import Refused


class Element(NamedTuple):
    """An element's local name, its attributes by local name, and its parent's local name."""

    name: str
    attributes: dict[str, str]
    parent: str


def elements(xml: bytes, *names: str) -> list[Element]:
    """Those elements of ``xml`` whose local name is one of ``names``, in their order.

    expat and not lxml: it is loaded at once, and a worker starts for every check. Raises
    Refused (damaged) where it is not well-formed."""
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
