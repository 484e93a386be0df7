"""Which cell formats of an .xlsx strike out what stands in the cell."""

from __future__ import annotations

from functools import lru_cache

from dashboard.intake.read.xml_attributes import elements

_SMALL = 1 << 16
_OFF = ("0", "false")


def struck_styles(styles: bytes | None) -> frozenset[int]:
    """The indexes in ``cellXfs`` of the formats whose font is struck out. Raises Refused
    (damaged)."""
    if styles is None or b"strike" not in styles:
        return frozenset()
    return _remembered(styles) if len(styles) <= _SMALL else _struck_styles(styles)


def _struck_styles(styles: bytes) -> frozenset[int]:
    fonts: list[bool] = []
    used: list[str | None] = []
    own = False
    for one in elements(styles, "font", "strike", "xf"):
        if one.name == "font":
            own = one.parent == "fonts"  # others are those of conditional formats
            fonts += [False] * own
        elif one.name == "strike" and one.parent == "font":
            if own and one.attributes.get("val", "1") not in _OFF:
                fonts[-1] = True
        elif one.name == "xf" and one.parent == "cellXfs":
            used.append(one.attributes.get("fontId"))
    struck = {str(number) for number, on in enumerate(fonts) if on}
    return frozenset(index for index, font in enumerate(used) if font in struck)


_remembered = lru_cache(maxsize=64)(_struck_styles)
"""Workbooks that were made from one template have the same styles to the byte."""
