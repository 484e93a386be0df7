"""Text as units type it: full-width letters, stray spaces, line breaks, invisible marks."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from dashboard.patterns import lazy_pattern

_INVISIBLE = "".join(
    chr(code) for code in (0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)
) + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_DROP = lazy_pattern(rf"[\s{_INVISIBLE}]+")
_DROP_INVISIBLE = lazy_pattern(f"[{_INVISIBLE}]+")
_UNSEEN = lazy_pattern(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]"
)
_NOT_STORABLE = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LAST_NARROW = 0x2E7F
_SPACES = lazy_pattern(r"\s+")


def normal(text: str) -> str:
    """The form in which two spellings are compared: NFKC, no white space, lower case."""
    text = unicodedata.normalize("NFKC", text)
    if not text.isprintable() or " " in text:  # a third of the time where nothing is to be dropped
        text = _DROP.sub("", text)
    return text.lower()


def tidy(text: str) -> str:
    """The text as people should see it: one line, single spaces, nothing invisible."""
    if not text.isprintable() or "  " in text:
        text = _SPACES.sub(" ", _DROP_INVISIBLE.sub("", text))
    return text.strip()


def columns_wide(text: str) -> int:
    """How many columns of a spreadsheet's ruler the text takes: a Chinese letter takes two."""
    return sum(2 if ord(letter) > _LAST_NARROW else 1 for letter in text)


def shown_name(name: str) -> str:
    """A file's name as text that can be stored and shown anywhere.

    Control characters and marks that turn the direction of text around make a name look like
    another."""
    return _UNSEEN.sub("_", name if is_text(name) else _decoded(name))


def is_text(name: str) -> bool:
    """Whether a name or a word of the command line is text and not bytes of another coding."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def shown_path(path: Path) -> str:
    """A path as it was named, with those of its folders that are no text made readable."""
    if is_text(str(path)):
        return str(path)
    return str(Path(*(part if is_text(part) else _decoded(part) for part in path.parts)))


def _decoded(name: str) -> str:
    """Names from old Windows shares are GBK bytes to a Linux; in a bare locale all Chinese ones
    are bytes."""
    written = os.fsencode(name)
    try:
        return written.decode()
    except UnicodeDecodeError:
        return written.decode("gb18030", errors="replace")


def storable(text: str) -> str:
    """The text without the characters that a workbook cannot hold."""
    return _NOT_STORABLE.sub("", text)


def split_names(text: str) -> tuple[str, ...]:
    """The names in a cell that lists several, e.g. former names separated by 、."""
    return tuple(filter(None, (one.strip() for one in _NAME_ENDS.split(text))))


_NAME_ENDS = lazy_pattern(r"[、,,;;/\n]")
