"""Which cell formats of an .xlsx show a number as a percent."""

from __future__ import annotations

from functools import lru_cache

from dashboard.intake.read.xml_attributes import elements
from dashboard.patterns import lazy_pattern

_BUILT_IN = frozenset((9, 10))
"""0% and 0.00%: the formats every program knows without their being declared."""
_SMALL = 1 << 16
_LITERAL = lazy_pattern(r'"[^"]*"|\\.|_.')


def shows_percent(code: str) -> bool:
    """Whether a number format multiplies by 100: a % that is not quoted or escaped."""
    return "%" in code and "%" in _LITERAL.sub("", code)


def percent_formats(declared: dict[int, str]) -> frozenset[int]:
    """The ids of number formats that show a percent, built-in ones among them."""
    return _BUILT_IN | {id_ for id_, code in declared.items() if shows_percent(code)}


def percent_styles(styles: bytes | None) -> frozenset[int]:
    """The indexes in ``cellXfs`` of the formats that show a percent. Raises Refused (damaged)."""
    if styles is None or not (b"%" in styles or b'Id="9"' in styles or b'Id="10"' in styles):
        return frozenset()
    return _remembered(styles) if len(styles) <= _SMALL else _percent_styles(styles)


def _percent_styles(styles: bytes) -> frozenset[int]:
    declared, used = cell_formats(styles)
    percents = percent_formats(
        {-1 if id_ is None else int(id_): code for id_, code in declared.items()}
    )
    return frozenset(
        index for index, id_ in enumerate(used) if (0 if id_ is None else int(id_)) in percents
    )


def cell_formats(styles: bytes) -> tuple[dict[str | None, str], list[str | None]]:
    """The number formats declared, by their ids as written, and the id that each entry of
    ``cellXfs`` uses; None where none is written. Raises Refused (damaged)."""
    found = elements(styles, "numFmt", "xf")
    ids = [one.attributes.get("numFmtId") for one in found]
    pairs = list(zip(ids, found, strict=True))
    declared = {
        id_: one.attributes.get("formatCode", "") for id_, one in pairs if one.name == "numFmt"
    }
    return declared, [id_ for id_, one in pairs if one.name == "xf" and one.parent == "cellXfs"]


_remembered = lru_cache(maxsize=64)(_percent_styles)
"""Workbooks that were made from one template have the same styles to the byte."""
