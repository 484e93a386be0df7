"""How the parts of an Office package (.xlsx, .xlsm, .xlsb) refer to one another."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from dashboard.intake.read.xml_attributes import elements
from dashboard.patterns import lazy_pattern

if TYPE_CHECKING:
    from dashboard.intake.read.archive import Archive

_ROOT = "_rels/.rels"
_USUAL = ("xl/workbook.xml", "xl/workbook.bin")
_DOCUMENT = "/officeDocument"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_LEFT_OUT = lazy_pattern(
    r"(?:docprops|customxml|xl/(?:media|drawings|charts|embeddings|theme|printersettings|"
    r"externallinks|pivotcache|pivottables|activex|ctrlprops|diagrams|webextensions|richdata|"
    r"comments|threadedcomments|persons|querytables|tables|slicers|calcchain|vbaproject))"
)
"""Parts that hold no cells: not unpacked, not shown to the reader."""


def is_left_out(name: str) -> bool:
    """Whether the part ``name`` can hold no cells."""
    return _LEFT_OUT.match(name.lower()) is not None


def workbook_part(archive: Archive) -> str:
    """The name of the part that lists the sheets; where nothing tells, the usual one."""
    for relation in elements(archive.read(_ROOT) or b"<none/>", "Relationship"):
        if relation.attributes.get("Type", "").endswith(_DOCUMENT):
            return _joined("", relation.attributes.get("Target", ""))
    return next((name for name in _USUAL if name in archive), "")


def sheet_targets(archive: Archive, workbook: str) -> dict[str, str]:
    """The parts to which the part ``workbook`` refers, by the id of the relation."""
    folder, name = posixpath.split(workbook)
    relations = archive.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        one.attributes.get("Id", ""): _joined(folder, one.attributes.get("Target", ""))
        for one in elements(relations or b"<none/>", "Relationship")
    }


def with_root(parts: dict[str, bytes], workbook: str) -> None:
    """Adds to ``parts`` the file that says where the workbook is, where it is missing:
    calamine does not look for itself."""
    if not any(name.lower() == _ROOT for name in parts):
        relation = f'<Relationship Id="rId1" Type="{_TYPE}" Target="{workbook}"/>'
        parts[_ROOT] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{relation}</Relationships>"
        ).encode()


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
