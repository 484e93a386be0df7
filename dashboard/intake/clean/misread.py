"""Letters that a scan or a typist put where a digit belongs: 1O, l2, 2O21-6-9."""

from __future__ import annotations

import re

from dashboard.patterns import lazy_pattern

_LOOKALIKE = lazy_pattern(r"(?=.*[oil|])[0-9oil|〇○.,%/\-年月日号人名件次个 ]+")
_DIGITS = str.maketrans({"o": "0", "〇": "0", "○": "0", "i": "1", "l": "1", "|": "1"})


def likely_digits(text: str) -> str | None:
    """The compacted text with digits in place of lookalike letters; None if there are none.

    Only for naming what was likely meant: it is never taken as the value.
    """
    if _LOOKALIKE.fullmatch(text) is None or not re.search(r"[0-9oil]", text):
        return None
    return text.translate(_DIGITS)
