"""Headings reduced to what two spellings of one heading share.

``key`` drops what never tells columns apart: spaces, line breaks, numbering, unit marks in
brackets, stars of required columns. ``stem`` goes further and levels words that offices use
for one another (时间 and 日期); it is only consulted where no key is equal.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dashboard.patterns import HAN, lazy_pattern
from dashboard.text import normal

UNIT_MARKS = (
    "人|名|件|个|项|次|份|篇|条|起|宗|部|册|场|处|家|户|天|日|分|%|‰|元|万元|亿元|"
    "人次|人数|件次|小时|公里|平方米|百分比"
)
_BRACKETED = lazy_pattern(r"[(\[【〔<《「{]([^()\[\]【】〔〕<>《》「」{}]*)[)\]】〕>》」}]")
_LONE_BRACKETS = lazy_pattern(r"[()\[\]【】〔〕<>《》「」{}]")
_NUMBERING = lazy_pattern(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、..]|\(?\d{1,2}[、..)]+(?=\D)|[a-z][、..])+"
)
_LATIN = lazy_pattern(r"[a-z][a-z .]*[a-z.]$")
"""English after a Chinese heading: 文号 No."""
_CIRCLED = lazy_pattern(r"[①-⑳⑴-⒛㈠-㈩]")
_SEPARATORS = lazy_pattern(r"[\s/\\、,,。.;;::·\-—_~|*※★☆#?!?!\"'“”‘’…=+×]+")
_LETTER = lazy_pattern(rf"(?<={HAN})[a-h](?:[/÷×][a-h])*$")
_INCLUDING = lazy_pattern(r"^(?:其中(?:包括)?[:,]?|(?:包括|含)[:,])")
_ANSWERS = "是[/或、]?否|有[/或、]?无|[√✓][/或、]?[×x]?|(?:请|在)?(?:打|划|画)[√✓勾]|y/n"
_ONLY_MARK = lazy_pattern(
    rf"^\(?(?:单位[::]?)?(?:{UNIT_MARKS})\)?$|^\((?:填|请填|填写)?[\"“]?(?:{_ANSWERS})[\"”]?\)$"
)
_TRADITIONAL = str.maketrans(
    "單稱號責開關結論審題員數時間類證據處罰許執職業資總務應項見規範發廢監進實際複覈審驗報導標媒級個報舉辦點評質備註説說明計劃隨機聯門檢",
    "单称号责开关结论审题员数时间类证据处罚许执职业资总务应项见规范发废监进实际复核审验报导标媒级个报举办点评质备注说说明计划随机联门检",
)

_TURNED = lazy_pattern(
    f"[\u2e80-\u2fdf\u3038-\u303a\u3190-\u319f\u3200-\u33ff\uf900-\ufaff\U0001f200-\U0001f2ff\U0002f800-\U0002fa1f"
    f"{''.join(map(chr, _TRADITIONAL))}]"
)
"""Letters that ``_plain`` turns into Chinese letters: radicals, compatibility forms and those
in circles and squares, and traditional ones."""
_LONGEST_HEADING = 40


@lru_cache(maxsize=20_000)
def key(text: str) -> str:
    """The heading without brackets, numbering and separators; '' where nothing is left."""
    if text and min(text) >= "\u4e00" and max(text) <= "\u9fff":  # mostly: nothing to drop
        return _INCLUDING.sub("", text.translate(_TRADITIONAL))
    return _bare(_BRACKETED.sub("", _plain(text)))


def may_be_key(text: str, one: str | None) -> bool:
    """False where a cell's text is plainly no other spelling of the key ``one``: ``key`` drops
    letters, and of those that it turns into Chinese ones the text has none. A tenth of its time,
    for the thousands of cells under a heading."""
    return len(text) <= _LONGEST_HEADING and may_hold_key(text, one)


def may_hold_key(text: str, one: str | None) -> bool:
    """The same of many cells' texts joined to one."""
    if not one:
        return False
    first = one[0]
    return first in text or not "\u3400" <= first <= "\u9fff" or _TURNED.search(text) is not None


def spells(text: str, one: str | None) -> bool:
    """True where the text is a spelling of the key ``one``."""
    return may_be_key(text, one) and key(text) == one


@lru_cache(maxsize=20_000)
def keys(text: str) -> tuple[str, ...]:
    """The ways to read a heading, the likeliest first: without and with its brackets,
    and where it names alternatives (案卷号/文号) each of them."""
    plain = _plain(text)
    found = [key(text), _bare(plain)]
    inside = [part for part in _BRACKETED.findall(plain) if not _ONLY_MARK.match(part)]
    found += [_bare(part) for part in inside]
    without = _BRACKETED.sub("", plain)
    parts = re.split(r"[/\\、|;或]", _NUMBERING.sub("", without))
    if len(parts) > 1:
        found += [_bare(part) for part in parts]
    if (english := _LATIN.search(without)) and english.start():
        found += [_bare(without[: english.start()]), _bare(english[0])]
    return tuple(dict.fromkeys(one for one in found if one))


def is_unit_mark(text: str) -> bool:
    """True for a cell that holds nothing but a unit of measure: (人), 件, %."""
    return bool(_ONLY_MARK.match(normal(text)))


def _plain(text: str) -> str:
    return normal(_CIRCLED.sub("", text)).translate(_TRADITIONAL)


def _bare(plain: str) -> str:
    text = _INCLUDING.sub("", _NUMBERING.sub("", plain))
    text = _LETTER.sub("", _SEPARATORS.sub("", text))
    return _LONE_BRACKETS.sub("", text)


_LEVELLED = (
    (lazy_pattern(r"是否已经|是否已|是否|有无|已经"), ""),
    (
        lazy_pattern(
            r"^(?:本单位|本科室|我单位|目前|当前|现有|实有|实配|实际配备|已配备|具体|相关|有关|本年度?|今年|累计)"
        ),
        "",
    ),
    (lazy_pattern(r"的|进行|开展|履行|落实(?!情)"), ""),
    (lazy_pattern(r"时间|年月日|年月$"), "日期"),
    (lazy_pattern(r"期限|限期|时限要求"), "时限"),
    (lazy_pattern(r"(?:总人数|总人次|人数|总数|数量|件数|个数|次数|项数|总量|数目|合计)$"), "数"),
    (lazy_pattern(r"材料"), "资料"),
    (lazy_pattern(r"审查|审核把关"), "审核"),
    (lazy_pattern(r"发布|公布|公示公开|公开发布"), "公开"),
    (lazy_pattern(r"网址|地址|url|网页链接"), "链接"),
    (lazy_pattern(r"法治"), "法制"),
    (lazy_pattern(r"举措"), "措施"),
    (lazy_pattern(r"执法队伍|执法人员队伍"), "执法人员"),
    (lazy_pattern(r"(?:及|和|与)?(?:其|联系|办公)?(?:电话|方式|手机号?码?|职务)$"), ""),
    (lazy_pattern(r"评分|分值|分数"), "得分"),
    (lazy_pattern(r"情况$|名称$|内容$|姓名$"), ""),
)
_LETTERS = tuple(frozenset(filter(str.isalpha, pattern.pattern)) for pattern, _ in _LEVELLED)
"""One of these is in whatever the pattern finds; most are in few headings."""
_ANY_LEVELLED = lazy_pattern("|".join(pattern.pattern for pattern, _ in _LEVELLED))
DROPPED_LETTERS = frozenset(
    "".join(
        (_ANY_LEVELLED.pattern, _NUMBERING.pattern, _INCLUDING.pattern, *map(chr, _TRADITIONAL))
    )
)
"""Chinese letters that ``key`` and ``stem`` may drop or replace at the beginning, among others."""


@lru_cache(maxsize=20_000)
def stem(plain_key: str) -> str:
    """The key with interchangeable words levelled: 办结时间 and 办结日期 are one."""
    if _ANY_LEVELLED.search(plain_key) is None:
        return plain_key
    text = plain_key
    for (pattern, repl), letters in zip(_LEVELLED, _LETTERS, strict=True):
        if not letters.isdisjoint(text):
            text = pattern.sub(repl, text)
    return text or plain_key
