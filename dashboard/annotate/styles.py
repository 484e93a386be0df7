"""The formats of a workbook, and new ones beside them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from dashboard.annotate.package import MAIN, NotMarkable

if TYPE_CHECKING:
    from dashboard.annotate.package import Package

COLOURS = {"error": "FFFFC7CE", "warning": "FFFFEB9C"}
_LINK = "FF0563C1"


class Styles:
    """Formats are only added: those that cells have keep their numbers."""

    def __init__(self, package: Package, workbook: str) -> None:
        part = next((target for _, target in package.related(workbook, "styles")), None)
        if part is None:
            raise NotMarkable("no styles")
        self._root = package.tree(part)
        self._formats = self._list("cellXfs")
        self._tinted: dict[tuple[int, str], int] = {}
        self._fills = {severity: self._fill(colour) for severity, colour in COLOURS.items()}

    def tinted(self, style: int, severity: str) -> int:
        """The format ``style`` with the colour of a severity behind the text."""
        if (style, severity) not in self._tinted:
            if not 0 <= style < len(self._formats):
                raise NotMarkable("a cell has a format that is not there")
            made = deepcopy(self._formats[style])
            made.set("fillId", str(self._fills[severity]))
            made.set("applyFill", "1")
            self._tinted[style, severity] = _append(self._formats, made)
        return self._tinted[style, severity]

    def untinted(self, style: int) -> int:
        """The format without a colour of ours behind the text; any other as it is."""
        if not 0 <= style < len(self._formats):
            return style
        fills = self._list("fills")
        number = int(self._formats[style].get("fillId") or 0)
        colour = fills[number].find(f".//{{{MAIN}}}fgColor") if number < len(fills) else None
        if colour is None or colour.get("rgb") not in COLOURS.values():
            return style
        if (style, "") not in self._tinted:
            made = deepcopy(self._formats[style])
            made.set("fillId", "0")
            made.attrib.pop("applyFill", None)
            self._tinted[style, ""] = _append(self._formats, made)
        return self._tinted[style, ""]

    def listed(self, *, size: int = 11, bold: bool = False, link: bool = False) -> int:
        """A format for the list of problems: at the top of its row, lines broken."""
        made = etree.Element(
            f"{{{MAIN}}}xf",
            numFmtId="0",
            fontId=str(self._font(size, bold=bold, link=link)),
            fillId="0",
            borderId="0",
            xfId="0",
            applyFont="1",
            applyAlignment="1",
        )
        wrap = "0" if size > 11 else "1"
        placed = {"horizontal": "left", "vertical": "top", "wrapText": wrap}
        etree.SubElement(made, f"{{{MAIN}}}alignment", placed)
        return _append(self._formats, made)

    def _font(self, size: int, *, bold: bool, link: bool) -> int:
        fonts = self._list("fonts")
        made = etree.Element(f"{{{MAIN}}}font")
        if bold:
            etree.SubElement(made, f"{{{MAIN}}}b")
        if link:
            etree.SubElement(made, f"{{{MAIN}}}u")
        etree.SubElement(made, f"{{{MAIN}}}sz", val=str(size))
        if link:
            etree.SubElement(made, f"{{{MAIN}}}color", rgb=_LINK)
        own = fonts.find(f"{{{MAIN}}}font/{{{MAIN}}}name")
        name = own.get("val") if own is not None else None
        etree.SubElement(made, f"{{{MAIN}}}name", val=str(name or "宋体"))
        return _append(fonts, made)

    def _fill(self, colour: str) -> int:
        made = etree.Element(f"{{{MAIN}}}fill")
        pattern = etree.SubElement(made, f"{{{MAIN}}}patternFill", patternType="solid")
        etree.SubElement(pattern, f"{{{MAIN}}}fgColor", rgb=colour)
        etree.SubElement(pattern, f"{{{MAIN}}}bgColor", indexed="64")
        return _append(self._list("fills"), made)

    def _list(self, name: str) -> etree._Element:
        found = self._root.find(f"{{{MAIN}}}{name}")
        if found is None or not len(found):
            raise NotMarkable(f"no {name}")
        return found


def _append(items: etree._Element, item: etree._Element) -> int:
    items.append(item)
    items.set("count", str(len(items)))
    return len(items) - 1
