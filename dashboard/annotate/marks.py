"""Marks in a workbook: faulty cells coloured and commented, a first sheet that lists them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from dashboard.annotate import cells
from dashboard.annotate.comments import comment, uncomment
from dashboard.annotate.listing import list_part
from dashboard.annotate.package import MAIN, RELATION_ID, NotMarkable, Package
from dashboard.annotate.styles import Styles
from dashboard.intake.model import Problem
from dashboard.intake.problem_list import BEGINS, SEVERITIES, TITLE, title_for
from dashboard.text import storable

_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


@dataclass(slots=True)
class Book:
    """A workbook's package with its main part and the parts of its worksheets, by name."""

    package: Package
    part: str
    sheets: dict[str, str]


def book_of(package: Package) -> Book:
    """The workbook in a package. NotMarkable where it is none that is understood."""
    part = next((target for _, target in package.related("", "officeDocument")), "")
    if part not in package.parts:
        raise NotMarkable("no workbook")
    root = package.tree(part)
    if root.tag != f"{{{MAIN}}}workbook":
        raise NotMarkable(f"a workbook of another standard: {root.tag}")
    places = dict(package.related(part, "worksheet"))
    sheets = {
        str(one.get("name")): places[str(one.get(RELATION_ID))]
        for one in root.iterfind(f"{{{MAIN}}}sheets/{{{MAIN}}}sheet")
        if one.get(RELATION_ID) in places
    }
    if not sheets:
        raise NotMarkable("no worksheet")
    return Book(package, part, sheets)


def mark(book: Book, problems: Sequence[Problem]) -> None:
    """Mark every problem at its cell, and put a list of them before the first sheet.

    Nothing else of the workbook changes, but macros, which are taken out. NotMarkable."""
    without_macros = _without_macros(book)
    styles = Styles(book.package, book.part)
    _remove_lists(book)
    for name, part in book.sheets.items():
        if marked := uncomment(book.package, part):
            cells.untint(book.package.tree(part), marked, styles)
        _mark_sheet(book.package, part, [one for one in problems if one.sheet == name], styles)
    _prepend_list(book, problems, styles, without_macros=without_macros)


def _remove_lists(book: Book) -> None:
    """Takes out the lists that the workbook got before: it was sent back with them."""
    package, root = book.package, book.package.tree(book.part)
    sheets = _sheets_of(root)
    for name in [one for one in book.sheets if one.startswith(TITLE)]:
        part = book.sheets[name]
        if not _is_list(package, book.part, part):
            continue
        index = next(n for n, one in enumerate(sheets) if one.get("name") == name)
        sheets.remove(sheets[index])
        package.unrelate(book.part, "worksheet", part)
        package.remove(part)
        del book.sheets[name]
        for one in list(root.iter(f"{{{MAIN}}}definedName")):
            number = int(one.get("localSheetId", -1))
            if number == index:
                one.getparent().remove(one)
            elif number > index:
                one.set("localSheetId", str(number - 1))


def _sheets_of(root: etree._Element) -> etree._Element:
    sheets = root.find(f"{{{MAIN}}}sheets")
    assert sheets is not None  # book_of found sheets in it
    return sheets


def _is_list(package: Package, workbook: str, part: str) -> bool:
    """Whether its first cell says so, whoever saved it last."""
    cell = package.tree(part).find(f"{{{MAIN}}}sheetData/{{{MAIN}}}row/{{{MAIN}}}c")
    if cell is None:
        return False
    text = "".join(cell.itertext())
    if cell.get("t") == "s" and text.isdecimal():
        strings = next((one for _, one in package.related(workbook, "sharedStrings")), None)
        held = package.tree(strings)[int(text) : int(text) + 1] if strings else []
        text = "".join("".join(one.itertext()) for one in held)
    return text.startswith(BEGINS)


def _mark_sheet(package: Package, part: str, problems: list[Problem], styles: Styles) -> None:
    placed = [(first, one) for one in problems if (first := cells.first_cell(one.cell))]
    if not placed:
        return
    sheet = package.tree(part)
    merges = cells.merged_at(sheet)
    at: dict[str, list[Problem]] = defaultdict(list)
    for address, one in placed:
        at[cells.shown_at(address, merges)].append(one)
    worst = {
        address: "error" if any(one.severity == "error" for one in found) else "warning"
        for address, found in at.items()
    }
    cells.tint(sheet, worst, styles)
    said = {
        address: "\n".join(f"{SEVERITIES[one.severity]}:{storable(one.message)}" for one in found)
        for address, found in at.items()
    }
    comment(package, part, said)


def _without_macros(book: Book) -> bool:
    """Takes macros out, so that nobody gets any from us; whether there were some. A template
    becomes a workbook: by the name it gets, Excel would not open it."""
    package = book.package
    package.unrelate(book.part, "vbaProject")
    macros = [name for name in package.parts if name.lower().startswith("xl/vba")]
    for name in macros:
        package.remove(name)
    package.retype(book.part, _BOOK_TYPE)
    return bool(macros)


def _prepend_list(
    book: Book, problems: Sequence[Problem], styles: Styles, *, without_macros: bool
) -> None:
    package, root = book.package, book.package.tree(book.part)
    title = title_for(len(problems))
    if without_macros:
        title += "（本件没有带上原件的宏，请在原件上改正。）"
    part = package.free("xl/worksheets/sheet{}.xml")
    package.add(part, list_part(title, problems, set(book.sheets), styles), _SHEET_TYPE)
    sheets = _sheets_of(root)
    made = etree.Element(f"{{{MAIN}}}sheet", name=_free_name(sheets))
    made.set("sheetId", str(max(int(one.get("sheetId") or 0) for one in sheets) + 1))
    made.set(RELATION_ID, package.relate(book.part, "worksheet", part))
    sheets.insert(0, made)
    for one in root.iter(f"{{{MAIN}}}definedName"):  # they count the sheets
        if (number := one.get("localSheetId")) is not None:
            one.set("localSheetId", str(int(number) + 1))
    for view in root.iter(f"{{{MAIN}}}workbookView"):
        view.set("activeTab", "0")
        view.set("firstSheet", "0")
    _leave_others(package, part)


def _leave_others(package: Package, chosen: str) -> None:
    """Only the list is selected: of selected sheets, all are changed by what is typed."""
    for name in list(package.parts):
        folder = name.lower().rpartition("/")[0]
        if name == chosen or folder not in ("xl/worksheets", "xl/chartsheets"):
            continue
        if b"tabSelected" in package.parts[name]:
            for view in package.tree(name).iter(f"{{{MAIN}}}sheetView"):
                view.attrib.pop("tabSelected", None)


def _free_name(sheets: etree._Element) -> str:
    taken = {str(one.get("name")).lower() for one in sheets}
    name, number = TITLE, 1
    while name in taken:
        number += 1
        name = f"{TITLE}({number})"
    return name
