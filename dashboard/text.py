"""Text as units type it: full-width letters, stray spaces, line breaks, invisible marks."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = "".join(
    chr(code) for code in (0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)
) + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_DROP = re.compile(rf"[\s{_INVISIBLE}]+")
_DROP_INVISIBLE = re.compile(f"[{_INVISIBLE}]+")
_SPACES = re.compile(r"\s+")


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


def split_names(text: str) -> tuple[str, ...]:
    """The names in a cell that lists several, e.g. former names separated by 、."""
    return tuple(filter(None, (one.strip() for one in _NAME_ENDS.split(text))))


_NAME_ENDS = re.compile(r"[、,,;;/\n]")
