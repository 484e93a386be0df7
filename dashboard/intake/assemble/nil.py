"""What a unit writes where it has nothing to report."""

from __future__ import annotations

from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_LONGEST_WORD = 6
STROKES = frozenset(("/", "-", "—", "——", "...", "......", "。。。", "…"))
"""What fills cells that are to stay blank, and says nothing of its own."""
NIL = STROKES | {"无", "暂无", "没有", "零报告", "无情况", "本期无", "无数据"}
LONGEST_NIL = 20
"""Letters of whatever says so."""
_NIL_SENTENCE = lazy_pattern(
    r"^(?:(?:本(?:月|季度?|年度?|期|周|单位|科室?|馆|所|队|局|中心)|我(?:单位|科室?|馆|所|局|队|中心)|目前|截至目前|暂|尚)+"
    r"(?:无|没有|未(?:收到|接到|发生))|(?:暂?无|没有|未收到)(?:投诉|举报|相关|此类|此项|该项|新增))"
    r"[\u4e00-\u9fff]{0,10}[。.]?$"
)
"""本月无投诉举报 where a subject is asked; 无证经营 is one."""


def says_nil(value: CellValue) -> bool:
    """True for 无, — and 本月无投诉举报: there is nothing to report."""
    if not isinstance(value, str) or len(value) > LONGEST_NIL:
        return False
    if len(value) <= _LONGEST_WORD and normal(value) in NIL:
        return True
    if "无" not in value and "没" not in value and "未" not in value:
        return False
    return _NIL_SENTENCE.match(normal(value)) is not None
