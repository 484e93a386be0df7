"""Labels of a form: what a cell says that another cell, or the rest of it, gives the value of."""

from __future__ import annotations

import re

from dashboard.intake.recognise.common import GENERIC
from dashboard.intake.recognise.dictionary import declared
from dashboard.intake.recognise.lexicon import headinglike
from dashboard.intake.recognise.spelling import key
from dashboard.patterns import lazy_pattern

LONGEST_LABEL = 25
_LIKELY_LABEL = 0.8
LENIENT = 0.6
_INLINE = lazy_pattern(r"^\s*([^:]{2,16}?)\s*[:" + chr(0xFF1A) + r"]\s*(\S.*)$", re.DOTALL)


def is_label(text: str, lenient: bool = False) -> bool:
    """True for a heading of some kind; ``lenient``: misspelled and generic ones count as well."""
    if len(text) > LONGEST_LABEL:
        return False
    if key(text) in GENERIC:
        return lenient and declared(text)
    return declared(text) or headinglike(text) >= (LENIENT if lenient else _LIKELY_LABEL)


def label_and_value(text: str, lenient: bool = False) -> tuple[str, str] | None:
    """Label and value of 案卷号:豫漯1号, in one cell; ``lenient`` as in ``is_label``."""
    match = _INLINE.match(text)
    if match and is_label(match[1], lenient):
        return match[1], match[2].strip()
    return None
