"""Headings that are a column's own with more words: 复查责任人, 整改措施2, 第二次完成进度.

What stands under them is of that column too, of another time or by another hand. Nobody can
tell which of two such columns is meant, so that the one that is not taken has to be named.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dashboard.intake.recognise.common import ANSWERED, GENERIC, PLAINLY, REPORTED_ON, UNIT
from dashboard.intake.recognise.contrary import says_the_contrary
from dashboard.intake.recognise.dictionary import known
from dashboard.intake.recognise.lexicon import likeness, of_another_period
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import kinds
from dashboard.patterns import lazy_pattern

_SHORTEST = 2
_MOST_WORDS = 6
"""Letters before the column's own heading; longer ones say another thing."""
_DETAIL = lazy_pattern(
    r"(?:日期|时间|人员?|姓名|单位|部门|机构|电话|编号|文号|号码?|金额|次数|数量?|比例|占比|率|原因|依据|意见|备注|说明)$"
)
"""What is told of an answer besides itself: 备案日期 beside 是否备案."""
_NUMBERED = lazy_pattern(r"[一二三四五六七八九十\d]{1,2}$")


@lru_cache(maxsize=10_000)
def qualified(view: str, path: tuple[str, ...]) -> str | None:
    """The column of that kind whose heading is in it, last or before a number."""
    leaf = key(path[-1]) if path else ""
    if not leaf or leaf in GENERIC or any(of_another_period(key(text)) for text in path):
        return None
    bare = _NUMBERED.sub("", leaf)
    parts = [bare[cut:] for cut in range(min(_MOST_WORDS + 1, len(bare) - _SHORTEST + 1))]
    for part in parts:
        if part in GENERIC or len(part) < _SHORTEST or not known(part):
            continue
        meanings = likeness((part,)).get(view, {})
        name = max(meanings, key=lambda one: meanings[one], default="")
        if meanings.get(name, 0.0) >= PLAINLY and name not in (UNIT, REPORTED_ON):
            detail = name in _answered(view) and _DETAIL.search(leaf) is not None
            return None if detail or says_the_contrary(name, leaf) else name
    return None


@cache
def _answered(view: str) -> frozenset[str]:
    return frozenset(one.name for one in kinds()[view].recognised if one.type in ANSWERED)
