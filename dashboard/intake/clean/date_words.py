"""Words that stand before and after a date, and what they say about it: 截至, 预计, 前, 左右."""

from __future__ import annotations

import re
from typing import NamedTuple

from dashboard.intake.clean.spans import Span
from dashboard.patterns import lazy_pattern

_RELATIVE = lazy_pattern(r"今年度?|本年度?|当年|明年|次年|来年|翌年|去年|上一?年(?!度?[末底])")
_SHIFTS = {"明": 1, "次": 1, "来": 1, "翌": 1, "去": -1, "上": -1}
_PREFIX = lazy_pattern(
    r"(?:(?P<until>即日起?[至到]|截[至止]到?至?|[至到])|(?P<planned>预计于?|拟于?|计划于?|力争于?|争取于?|暂定于?|确保)"
    r"|(?P<about>大约|约)|(?P<since>自|从)|不晚于|不迟于|最迟|最晚|定于|已?于|在|时间|日期|时限|期限):?"
)
_SUFFIX = lazy_pattern(
    r"(?:(?P<about>左右|前后)|上午|下午|晚上?|(?P<since>以?起(?:,?(?:并|要)?(?:长期|常年|持续|常态化?)(?:坚持|推进|开展|进行)?)?|起?开始|起?启动|以来)|(?P<until>[之以]?前|为?止|截[止至])"
    r"|已?经?(?:办理|整改)?(?:完成|完毕|办结|结束|结案|销号|整改|答复|公开|公布|发布|评查)|(?<!年)之?内|间|期间)$"
)


def without_relative_year(plain: str) -> tuple[str, int]:
    """The text without 今年, 明年, 去年, and how many years that one is from the present."""
    match = _RELATIVE.search(plain)
    if match is None:
        return plain, 0
    # 今年底 keeps its 年, 今年6月 loses it
    rest = plain[: match.start()] + plain[match.end() :]
    if re.match(r"[底末终内]", plain[match.end() :]):
        rest = plain[: match.start()] + "年" + plain[match.end() :]
    return rest or "全年", _SHIFTS.get(match.group()[0], 0)


class Said(NamedTuple):
    """What the words around a date say about it; see ``Span`` for each."""

    approximate: bool = False
    planned: bool = False
    until: bool = False
    since: bool = False

    def about(self, span: Span) -> Span:
        """The span with what is said about it."""
        return span._replace(
            approximate=self.approximate or span.approximate,
            planned=self.planned,
            until=self.until,
            since=self.since,
        )


def without_words(plain: str) -> tuple[str, Said]:
    """The text without the words that may stand before and after a date, and what they say."""
    groups: set[str] = set()
    while match := _PREFIX.match(plain) or _SUFFIX.search(plain):
        if match.group() == plain:
            break
        groups.update(name for name, word in match.groupdict().items() if word)
        plain = plain[match.end() :] if match.start() == 0 else plain[: match.start()]
    return plain, Said(*(name in groups for name in ("about", "planned", "until", "since")))
