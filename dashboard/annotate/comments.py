"""Comments at cells of a worksheet, beside those that are there.

A comment is a text in one part and a box in another, which is a drawing in VML: Excel shows
none without the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from dashboard.annotate.cells import place_of
from dashboard.annotate.package import MAIN, RELATION_ID, NotMarkable
from dashboard.intake.problem_list import SEVERITIES

if TYPE_CHECKING:
    from dashboard.annotate.package import Package

_AUTHOR = "督导看板"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_THE_BOXES = frozenset(
    (
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "webPublishItems",
        "tableParts",
        "extLst",
        "AlternateContent",
    )
)
"""The elements of a worksheet that stand after its legacyDrawing (ECMA-376, 18.3.1.99)."""
_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_DRAWING = (
    f"<xml {_SPACES}>"
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    f"{_TYPE}</xml>"
)
_BOX = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
    'width:240pt;height:60pt;z-index:{number};visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {row}, 2, {right}, 31, {bottom}, 1</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_VML, _OF_EXCEL = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:excel}"
_ADDED = re.compile(rf"\n(?:{'|'.join(SEVERITIES.values())}):")
_FIRST_BOX = 1025
_NUMBERS = re.compile(rb"_x0000_s([0-9]{1,9})\b")
_LINE = 24
"""Letters of a line in a box four columns wide."""


def comment(package: Package, part: str, texts: dict[str, str]) -> None:
    """Adds the texts to the cells of the sheet ``part``, by address. NotMarkable."""
    new = _write(package, part, texts)
    if new:
        _draw(package, part, {address: texts[address] for address in new})


def uncomment(package: Package, part: str) -> set[str]:
    """Takes back what an earlier list left at cells of the sheet; returns which they are."""
    name = next((target for _, target in package.related(part, "comments")), None)
    if name is None or _AUTHOR.encode() not in package.parts[name]:
        return set()
    root = package.tree(name)
    authors = [one.text for one in root.iterfind(f"{{{MAIN}}}authors/{{{MAIN}}}author")]
    listed = root.find(f"{{{MAIN}}}commentList")
    if listed is None or _AUTHOR not in authors:
        return set()
    own, marked = [], set()
    for one in list(listed):
        author = int(one.get("authorId") or 0)
        if author < len(authors) and authors[author] == _AUTHOR:
            own.append(str(one.get("ref")))
            listed.remove(one)
        elif _unsay(one):
            marked.add(str(one.get("ref")))
    _erase(package, part, {place_of(address) for address in own})
    return marked | set(own)


def _unsay(comment_element: etree._Element) -> bool:
    """Takes out of another's comment what was added to it."""
    added = [
        run
        for run in comment_element.iterfind(f"{{{MAIN}}}text/{{{MAIN}}}r")
        if _ADDED.match("".join(run.itertext()))
    ]
    for run in added:
        run.getparent().remove(run)
    plain = comment_element.find(f"{{{MAIN}}}text/{{{MAIN}}}t")
    if plain is not None and (found := _ADDED.search(plain.text or "")):
        plain.text = (plain.text or "")[: found.start()]
        return True
    return bool(added)


def _erase(package: Package, part: str, places: set[tuple[int, int]]) -> None:
    """Removes the boxes at those cells."""
    for _, name in package.related(part, "vmlDrawing") if places else ():
        drawing = package.tree(name)
        for shape in drawing.findall(f"{_VML}shape"):
            row, column = (shape.findtext(f".//{_OF_EXCEL}{one}") for one in ("Row", "Column"))
            if row and column and (int(row) + 1, int(column) + 1) in places:
                drawing.remove(shape)


def _write(package: Package, part: str, texts: dict[str, str]) -> list[str]:
    """Writes the texts; returns the cells that had no comment."""
    name = next((target for _, target in package.related(part, "comments")), None)
    if name is None:
        name = package.free("xl/comments{}.xml")
        blank = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'
        package.add(name, blank.encode(), _COMMENTS_TYPE)
        package.relate(part, "comments", name)
    root = package.tree(name)
    authors, listed = root.find(f"{{{MAIN}}}authors"), root.find(f"{{{MAIN}}}commentList")
    if authors is None or listed is None:
        raise NotMarkable("comments without a list")
    author = str(len(authors))
    etree.SubElement(authors, f"{{{MAIN}}}author").text = _AUTHOR
    there = {str(one.get("ref")): one for one in listed}
    for address, text in texts.items():
        if address in there:
            _say(there[address], f"\n{text}")
        else:
            one = etree.SubElement(listed, f"{{{MAIN}}}comment", ref=address, authorId=author)
            _say(one, text)
    return [address for address in texts if address not in there]


def _say(comment_element: etree._Element, text: str) -> None:
    holder = comment_element.find(f"{{{MAIN}}}text")
    if holder is None:
        holder = etree.SubElement(comment_element, f"{{{MAIN}}}text")
    plain = holder.find(f"{{{MAIN}}}t")
    if plain is not None:  # a text is either plain or a row of runs
        plain.text = f"{plain.text or ''}{text}"
        return
    run = etree.SubElement(holder, f"{{{MAIN}}}r")
    said = etree.SubElement(run, f"{{{MAIN}}}t")
    said.text = text
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _draw(package: Package, part: str, texts: dict[str, str]) -> None:
    name = _drawing(package, part)
    taken = [int(one) for one in _NUMBERS.findall(package.parts[name])]
    first = max([_FIRST_BOX - 1, *taken]) + 1
    boxes = [_box(address, text, first + n) for n, (address, text) in enumerate(texts.items())]
    try:
        drawing = package.tree(name)
    except etree.XMLSyntaxError as error:
        raise NotMarkable("boxes of comments that are no XML") from error
    if b"_x0000_t202" not in package.parts[name]:
        boxes.insert(0, _TYPE)
    drawing.extend(etree.fromstring(f"<xml {_SPACES}>{''.join(boxes)}</xml>"))


def _drawing(package: Package, part: str) -> str:
    """The part with the boxes of the sheet's comments; made where there is none."""
    sheet = package.tree(part)
    place = sheet.find(f"{{{MAIN}}}legacyDrawing")
    if place is not None:
        boxes = dict(package.related(part, "vmlDrawing"))
        found = boxes.get(str(place.get(RELATION_ID)))
        if found is None:
            raise NotMarkable("boxes of comments that are not there")
        return found
    name = package.free("xl/drawings/vmlDrawing{}.vml")
    package.parts[name] = _DRAWING.encode()
    package.extension("vml", _VML_TYPE)
    made = etree.Element(f"{{{MAIN}}}legacyDrawing")
    made.set(RELATION_ID, package.relate(part, "vmlDrawing", name))
    for index, one in enumerate(sheet):
        if isinstance(one.tag, str) and etree.QName(one).localname in _AFTER_THE_BOXES:
            sheet.insert(index, made)
            break
    else:
        sheet.append(made)
    return name


def _box(address: str, text: str, number: int) -> str:
    row, column = place_of(address)
    lines = sum(1 + len(line) // _LINE for line in text.split("\n"))
    return _BOX.format(
        number=number,
        row=row - 1,
        column=column - 1,
        left=column,
        right=column + 4,
        bottom=row + 1 + lines,
    )
