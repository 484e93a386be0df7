"""Formats that make a number of few digits a name: 7 is shown as 007 or 〔2021〕7号."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dashboard.intake.read.styles_xml import cell_formats
from dashboard.patterns import lazy_pattern

_MAY_FRAME = lazy_pattern(
    rb"formatCode=[\"'](?:(?:&quot;|\\)(?!&quot;)[^\"']{2,}?0|00+(?:[\"';_\\]|&quot;))"
)
"""No other styles are looked at: most workbooks have none such."""
_LITERAL = r'(?:"[^"]*"|\\.)*'
_FRAME = lazy_pattern(rf"(?P<before>{_LITERAL})(?P<digits>0+)(?P<after>{_LITERAL})(?:_.)*(?:;@)?")
_QUOTES = lazy_pattern(r'"([^"]*)"|\\(.)')


class Frame(NamedTuple):
    """What a number format puts around a whole number, and how many digits it shows at least."""

    before: str
    digits: int
    after: str

    def shown(self, number: int) -> str:
        """The number as people see it in its cell."""
        return f"{self.before}{number:0{self.digits}d}{self.after}"


def framed_styles(styles: bytes | None) -> dict[int, Frame]:
    """Such formats by their index in ``cellXfs``. Raises Refused (damaged).

    A sign or a unit (¥12, 12人) makes no name: a number with one is that number."""
    if styles is None or _MAY_FRAME.search(styles) is None:
        return {}
    declared, used = cell_formats(styles)
    frames = {id_: frame for id_, code in declared.items() if (frame := frame_of(code))}
    return {index: frames[id_] for index, id_ in enumerate(used) if id_ in frames}


@lru_cache(maxsize=64)
def frame_of(code: str) -> Frame | None:
    """The frame that a number format makes, if it makes one."""
    match = _FRAME.fullmatch(code)
    if match is None:
        return None
    before, after = (_QUOTES.sub(r"\1\2", match[name]) for name in ("before", "after"))
    frame = Frame(before, len(match["digits"]), after)
    return frame if frame.digits > 1 or len(before) > 1 else None
