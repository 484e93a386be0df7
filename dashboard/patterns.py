"""Regular expressions that are compiled when they are first used.

Intake has some two hundred; compiling them all took a fifth of a worker's start, and a
common workbook meets a third of them."""

from __future__ import annotations

import re
from typing import AnyStr, cast

HAN = r"[^\W\d_a-zA-Z]"
"""A Chinese letter in a pattern for text: any letter but a Latin one. The range of Chinese
letters itself would say it better, but takes ``re`` a millisecond or two in every pattern:
it goes through its 20,992 letters one by one."""
_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class LazyPattern:
    """Stands for a ``re.Pattern`` and becomes as quick as one: after the first use its methods
    are those of the compiled pattern."""

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # copy and pickle ask before anything is there
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """``re.compile``, put off. A mistake in ``pattern`` shows (re.error) at its first use: the
    tests compile every one."""
    return cast("re.Pattern[AnyStr]", LazyPattern(pattern, flags))
