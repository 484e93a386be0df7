"""An Office package in memory: its parts, what they are and how they refer to one another.

What nobody asks for stays as it is, to the byte."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import IO, TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION_ID = f"{{{OFFICE}}}id"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"


class NotMarkable(ValueError):  # noqa: N818 - a signal within this package, not an error
    """A workbook that is built in a way which is not understood well enough to be changed."""


class Package:
    """Parts by name, as bytes until someone asks for their tree."""

    def __init__(self, file: IO[bytes]) -> None:
        with zipfile.ZipFile(file) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            self.parts = {one.filename: archive.read(one) for one in entries}
        self._trees: dict[str, etree._Element] = {}

    def tree(self, name: str) -> etree._Element:
        """The root of a part; what is changed in it is saved. KeyError, XMLSyntaxError."""
        if name not in self._trees:
            self._trees[name] = _parsed(self.parts[name])
        return self._trees[name]

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """A new part."""
        self.parts[name] = content
        self._override(name, content_type)

    def free(self, pattern: str) -> str:
        """The first name of that pattern, which has ``{}`` for a number, that no part has."""
        taken = {name.lower() for name in self.parts}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def extension(self, extension: str, content_type: str) -> None:
        """Says of what type parts with this extension are, where nothing says so yet."""
        types = self.tree(_TYPES_PART)
        known = {str(one.get("Extension")).lower() for one in types.iter(f"{{{_TYPES}}}Default")}
        if extension not in known:
            one = etree.Element(
                f"{{{_TYPES}}}Default", Extension=extension, ContentType=content_type
            )
            types.insert(0, one)

    def retype(self, name: str, content_type: str) -> None:
        """Says anew of what type a part is."""
        types = self.tree(_TYPES_PART)
        for one in types.iterchildren(f"{{{_TYPES}}}Override"):
            if str(one.get("PartName")).lstrip("/").lower() == name.lower():
                one.set("ContentType", content_type)
                return
        self._override(name, content_type)

    def remove(self, name: str) -> None:
        """Takes a part out, with what the package says of it; relations to it stay."""
        for one in (name, self._relations_of(name)):
            self.parts.pop(one, None)
            self._trees.pop(one, None)
        types = self.tree(_TYPES_PART)
        for one in list(types.iterchildren(f"{{{_TYPES}}}Override")):
            if str(one.get("PartName")).lstrip("/").lower() == name.lower():
                types.remove(one)

    def related(self, part: str, kind: str) -> Iterator[tuple[str, str]]:
        """Id and part of each relation of a part that is of that kind: comments, styles.
        ``part`` '' is the package itself."""
        name = self._relations_of(part)
        if name not in self.parts:
            return
        root = self._trees.get(name)
        for one in _parsed(self.parts[name]) if root is None else root:
            if _is_of(one, kind) and one.get("TargetMode") is None:
                yield str(one.get("Id")), self._named(_target(part, str(one.get("Target"))))

    def relate(self, part: str, kind: str, target: str) -> str:
        """A new relation to another part; returns its id."""
        name = self._relations_of(part)
        if name not in self.parts:
            self.parts[name] = f'<Relationships xmlns="{_RELATIONS}"/>'.encode()
        root = self.tree(name)
        taken = {one.get("Id") for one in root}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        etree.SubElement(
            root,
            f"{{{_RELATIONS}}}Relationship",
            Id=f"rId{number}",
            Type=f"{OFFICE}/{kind}",
            Target=f"/{target}",
        )
        return f"rId{number}"

    def unrelate(self, part: str, kind: str, target: str | None = None) -> None:
        """Removes the relations of a part that are of that kind, or the one to ``target``."""
        ids = {id_ for id_, one in self.related(part, kind) if target in (None, one)}
        if ids:
            root = self.tree(self._relations_of(part))
            for one in [one for one in root if one.get("Id") in ids]:
                root.remove(one)

    def saved(self) -> bytes:
        """The package as a file."""
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, self._written(name, content))
        return buffer.getvalue()

    def _named(self, name: str) -> str:
        """The name of a part as the archive spells it: case does not count."""
        if name in self.parts:
            return name
        return next((one for one in self.parts if one.lower() == name.lower()), name)

    def _relations_of(self, part: str) -> str:
        folder, name = posixpath.split(part)
        return self._named(posixpath.join(folder, "_rels", f"{name}.rels"))

    def _override(self, name: str, content_type: str) -> None:
        types = self.tree(_TYPES_PART)
        of_part = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(types, f"{{{_TYPES}}}Override", of_part)

    def _written(self, name: str, content: bytes) -> bytes:
        tree = self._trees.get(name)
        if tree is None:
            return content
        head = not name.endswith(".vml")  # Excel writes none there
        return bytes(
            etree.tostring(tree, xml_declaration=head, encoding="UTF-8", standalone=head or None)
        )


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(content, parser)


def _is_of(relation: etree._Element, kind: str) -> bool:
    return str(relation.get("Type")).rpartition("/")[2] == kind


def _target(part: str, target: str) -> str:
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
