"""Numbers of which the heading says what one of them stands for: 抽查基数(万户), 进度(%)."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.rows import with_helpers
from dashboard.intake.locate.found import Found
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_LETTERS = "十百千万亿"
_SCALE = lazy_pattern(
    r"(?:[(/:\[【]|单位:?)(?P<scale>[十百千]?万|[十百千亿])"
    r"(?:人次?|名|户次?|家次?|个|件次?|次|项|份|条|批次?|场次?|处|起|宗)?[)\]】]?$"
)
_LINE = lazy_pattern(r"[(\[【]?(?:计量)?单位:")
_LONGEST = 20
_WORTH = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_PLAIN = lazy_pattern(r"\d{1,9}(?:\.\d{1,6})?")
_COUNTED = ("integer", "number", "quantity")
_EXACT = 6
"""Decimals that are left after the multiplication; more are but the float's own."""


def scale_by_headings(draft: Draft, raw: Raw) -> None:
    """Multiply the bare numbers under such a heading; a cell that says more speaks for itself."""
    kind = with_helpers(draft.kind)
    over = _lines_over(draft.found)
    counted = {column.name for column in kind.columns if column.type in _COUNTED}
    for name, head in draft.matched.columns.items():
        if name not in counted:
            continue
        scale = _scale(head.path) or _scale(over)
        if scale:
            raw[name] = [_scaled(value, scale) for value in raw[name]]


def doubt_shares(draft: Draft, raw: Raw) -> None:
    """Tell of shares of which the heading says % and that all run up to 1: they were taken for
    fractions, as 0.5 under 完成进度(%) mostly is, but may be meant as half of one percent."""
    kind, percent = with_helpers(draft.kind), draft.found.grid.percent
    shares = {column.name for column in kind.columns if column.type == "percent"}
    for name, head in draft.matched.columns.items():
        if name not in shares or "%" not in normal(head.path[-1]):
            continue
        cells = zip(raw[name], draft.places(name), strict=True)
        bare = [_number(value) for value, place in cells if place not in percent]
        given = [number for number in bare if number]
        if given and max(given) <= 1:
            cell, text = draft.header_cell(name), f"{given[0]:g}"
            as_taken = f"{given[0]:.4%}".rstrip("0%").rstrip(".") + "%"
            draft.report(
                "shares_up_to_one", cell, heading=head.written, text=text, percent=as_taken
            )


def _number(value: CellValue) -> float | None:
    """A bare number, written as such or as text."""
    if isinstance(value, str):
        return float(normal(value)) if _PLAIN.fullmatch(normal(value)) else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _lines_over(found: Found) -> tuple[str, ...]:
    """The texts over a table that say what its numbers are: 单位:百人."""
    if found.shape != "rows":
        return ()
    cells = found.grid.rows
    texts = (cells[row][column] for row in found.preamble for column in found.grid.filled[row])
    return tuple(t for t in texts if isinstance(t, str) and _LINE.match(normal(t[:_LONGEST])))


def _scale(texts: Sequence[str]) -> int:
    """What one stands for; 0 where nothing says it."""
    for text in reversed(texts):
        if any(letter in text for letter in _LETTERS):
            match = _SCALE.search(normal(text))
            if match:
                worth = 1
                for letter in match["scale"]:
                    worth *= _WORTH[letter]
                return worth
    return 0


def _scaled(value: CellValue, scale: int) -> CellValue:
    number = _number(value)
    return value if number is None else round(number * scale, _EXACT)
