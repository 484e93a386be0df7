"""A share given as a range or a bound: 2%-5%, ≥10%, 不低于5%, 10%以上."""

from __future__ import annotations

from dashboard.intake.clean.compact import compact
from dashboard.intake.clean.percents import FRACTIONS, clean_percent
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern

Range = tuple[float | None, float | None]
UNKNOWN: Range = (None, None)
_AT_LEAST = lazy_pattern(
    r"(?:不低于|不少于|不小于|至少|最低|大于等于|大于|超过|高于|≥|>=|>)(.+)|(.+?)(?:及|或|\(含\))?以上"
)
_AT_MOST = lazy_pattern(
    r"(?:不超过|不高于|不多于|不大于|至多|最多|最高|小于等于|小于|低于|≤|<=|<)(.+)"
    r"|(.+?)(?:及|或|\(含\))?(?:以下|以内|之内)"
)
_BETWEEN = lazy_pattern(r"(.+?)(?:-|~|至|到)(.+)")
_TWO_BOUNDS = lazy_pattern(
    r"([^,;、]+?)[,;、]?(?:且|并且|但|同时)?((?:不超过|不高于|不大于|至多|最多|最高|≤|<=).+)"
)
_NOISE = lazy_pattern(
    r"^(?:按|按照|抽查比例:?|比例:?|抽取|抽查)|(?:的?比例|抽取|抽查|之间)$|(?<=[%例取查])随机$|\([^()\d]*\)$|(?<=%)[,;](?:每?[年季月半]*)?\d次.*$|(?<=%)\([^()%]*\)$|[。;,]$"
)


def ratio_range(value: CellValue, *, percent_cell: bool = False) -> Range:
    """The least and the greatest share, as fractions; None where that side is open.

    A single share is both. ``(None, None)``: blank, or not understood.
    """
    if not isinstance(value, str):
        return _both(_share(value, percent_cell))
    text = compact(value)
    while (shorter := _NOISE.sub("", text)) != text:
        text = shorter
    if (match := _TWO_BOUNDS.fullmatch(text)) and (least := _AT_LEAST.fullmatch(match[1])):
        most = _AT_MOST.fullmatch(match[2])
        return _between(least[1] or least[2], (most[1] or most[2]) if most else "")
    if match := _AT_LEAST.fullmatch(text):
        return _share(match[1] or match[2]), None
    if match := _AT_MOST.fullmatch(text):
        return None, _share(match[1] or match[2])
    single = _share(text)
    if single is None and (match := _BETWEEN.fullmatch(text)):
        return _between(match[1], match[2])
    return _both(single)


def _between(low: str, high: str) -> Range:
    """2-5% is 2%-5%: the sign at the end counts for both."""
    if high.endswith("%") and not low.endswith("%"):
        low += "%"
    least, greatest = _share(low), _share(high)
    if least is None or greatest is None or least > greatest:
        return UNKNOWN
    return least, greatest


def _share(value: CellValue, percent_cell: bool = False) -> float | None:
    found = clean_percent(value, percent_cell=percent_cell, scale=FRACTIONS)
    share: float | None = found.value
    return share


def _both(share: float | None) -> Range:
    return share, share
