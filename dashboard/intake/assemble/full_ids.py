"""The full number of a task and its title in one text: 4.4.1 加强…, 四(四)1.加强…"""

from __future__ import annotations

import re

from dashboard.patterns import lazy_pattern

_FULL_ID = lazy_pattern(
    r"^\s*(\d{1,2})\s*[.\uff0e]\s*(\d{1,2})\s*[.\uff0e]\s*(\d{1,2})(?![\d.])[\s、.:\uff1a\uff0e]*(.*)$",
    re.DOTALL,
)
_CLAUSE_ID = lazy_pattern(
    r"^\s*([一二三四五六七八九十]{1,2})[、.\uff0e]?\s*[(\uff08]([一二三四五六七八九十]{1,2})[)\uff09]\s*、?"
    r"(\d{1,2})(?!\d)[\s、.:\uff1a\uff0e]*(.*)$",
    re.DOTALL,
)
_ORDER = "一二三四五六七八九"


def full_id(text: str) -> tuple[str, str] | None:
    """The number of a task and the words after it: 4.4.1 加强…, 四(四)1.加强…"""
    match = _FULL_ID.match(text)
    if match:
        return ".".join(str(int(part)) for part in match.group(1, 2, 3)), match[4].strip()
    match = _CLAUSE_ID.match(text)
    if match:
        return f"{_counted(match[1])}.{_counted(match[2])}.{int(match[3])}", match[4].strip()
    return None


def _counted(word: str) -> int:
    """十二 is 12; words of at most two letters."""
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _ORDER.index(word) + 1 if len(word) == 1 else 0
    return 10 * (_ORDER.index(tens) + 1 if tens else 1) + (_ORDER.index(ones) + 1 if ones else 0)
