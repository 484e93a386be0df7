"""Choices: what a cell says, by the vocabulary of its column."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from dashboard.intake.clean.compact import compact, is_error_value, is_stroke
from dashboard.intake.clean.result import NOTHING, Found, unclear
from dashboard.intake.model import CellValue
from dashboard.kinds.declare import Column
from dashboard.patterns import HAN, lazy_pattern

_SIGNS = lazy_pattern(r"[\s、,，。.;；:：()（）\[\]【】《》<>〈〉\"'“”‘’!?·/\-~√✓✔☑□☐○●]+")
_NUMBERED = lazy_pattern(r"^\(?(?:\d{1,2}|[a-z])\)?[.、)](?!\d)")
_NOT_SO = lazy_pattern(
    r"(?:未|不|没有?|非|无|待|拟|申请|预计|计划|力争|争取|准备|将|尚|确保|部分|基本|初步|大部|接近|临近)[^,;。()、]{0,6}$|前$"
)
_NOT_QUITE = lazy_pattern(
    r"(?<=完成|办结|销号|上传|提供|修订|修改|废止)中$|失败|时限|期限|时间|率|以上|以下|(?<=完成|暂停|办结|销号)后|(?<=销号)[申待]"
    r"|第?(?:\d+|[一二三四五六七八九十]+)(?:/|分之|阶段)|(?<=长期)未|(?<=有效)期(?:届|已|满|[\d一二三四五])|未(?=采用|刊发|发布)|(?<=级)市"
)
"""What right after a spelling takes it back, or makes another word of it: 完成中, 完成时限未到."""
_OVER = ("完成", "办结", "销号", "到位", "上传")
_A_PART_OVER = lazy_pattern(
    rf"{HAN}{{0,6}}?(?:初稿|草稿|草案|讨论稿|送审稿|征求意见稿|调研|摸底|起草|前期|第一阶段)"
    rf"|{HAN}.*?(?:正在|仍在|还在|尚未|尚需|还需|仍需)"
)
"""What right after an end says that only a part came to it: 已完成初稿, 完成清单编制,正在报批."""
_TO_BE = lazy_pattern(
    r"(?:正在|需(?!求)|应(?!急|诉)|须|要求|难以|[可有]望|抓紧|尽快|尽早|加快|限期|近期|[年月]底"
    r"|阶段性|建议|督促)[^,;。()、]{0,4}$"
)
"""What makes an end only wanted or under way: 需完成, 年底完成, 正在完成; not 年底已完成."""
_LEVELS = frozenset("省市县区")
_HEDGE = lazy_pattern(
    r"部分|基本|大部|初步|一半|过半|(?<!\d)\d{1,2}(?:\.\d+)?%|[一二三四五六七八九]成"
)
_FAR_ON = lazy_pattern(
    r"([^\d(,;已]*(?:推进|进行|落实|中))[(,;]?(?:约|已?完成)?\d{1,2}(?:\.\d+)?%\)?"
)
"""推进中(80%): what is under way may be far on; what is over by 80 % is not."""
_NEGATIONS = lazy_pattern(r"[未不没无非]")
_NOT_YET = lazy_pattern(r"^(?:尚|还|仍|暂|均|目前)+(?=未)")
"""What stands before a denial and changes nothing: 尚未整改 is 未整改."""
_ALL = lazy_pattern(r"^(?:均|都|全部)+|(?<=^已)(?:经?全部|经)")
"""What says that all is so: 已全部整改 is 已整改. Not after a denial: 未全部整改."""
_REMARK = lazy_pattern(r"^(?!\((?:拟|暂定|待定|预计?)\))[(,;:。、].*$")
_MISPRINT = lazy_pattern(r"^末")
"""No choice begins with 末: it is a slip for 未, and would be taken for what it denies."""
_NOISE = lazy_pattern(
    r"清单|目录|案卷|案件|事项|本单位|我局|材料|资料|全部|均|已|都|情况|\d{4}年度?|等次|等级|正在|目前|工作|类|级|的|了|等|中|100%"
)
_BOXED = lazy_pattern(r"([□☐☑√✓✔■☒▣])([^□☐☑√✓✔■☒▣]+)")
_EMPTY_BOXES = "□☐"
_BOXES = frozenset("□☐☑■☒▣")
_UNKNOWN = "unknown_choice"
_UNDER_WAY = "in_progress"
_ENDS = ("done", "closed")
_BEGINNINGS = ("not_started", "open")
_BRACKETED = lazy_pattern(r"\([^()]*\)$")
_SHARE = lazy_pattern(r"(\d{1,3}(?:\.\d+)?)%")
_GOES_ON = lazy_pattern(
    rf"(?:目前|现|仍|还|尚)*正在(?!.*(?:完成|办结|销号|整改到位)).{{1,40}}|(?!完成|办结|销号){HAN}{{2,4}}中"
)
"""What is still being done, in words that no vocabulary lists: 正在走审批流程, 办理中."""
_YES = frozenset("是√✓✔☑")
_NO = frozenset("否×✗✘")
_NEAR_ENOUGH = 75.0
_APART = 8.0
_SHORTEST_NEAR = 4


class _Vocabulary(NamedTuple):
    """A column's spellings, prepared for comparison."""

    exact: dict[str, str]
    """Spelling without signs -> id."""
    contained: re.Pattern[str] | None
    """Every spelling long enough to be looked for inside a text, the longest first."""
    allowed: str
    alone: dict[str, str]
    """Spelling without signs -> id, of those that count only where they are the whole cell."""


def clean_choice(value: CellValue, column: Column) -> Found:
    """The English id of the choice that the cell names.

    By spelling, then by the one spelling that stands inside the text and is not denied or
    only announced there (未…, 预计…), then by the nearest spelling, with a doubt. A stroke is
    nothing; anything else is ``unknown_choice``.
    """
    if value is None:
        return NOTHING
    choices = tuple((key, *spellings) for key, spellings in column.choices.items())
    found = _chooser(choices, tuple(column.alone.items()))(
        value if isinstance(value, str) else str(value)
    )
    if found.code == _UNKNOWN and isinstance(value, str):
        return _asked(value, column) or _going_on(value, column) or found
    return found


def _asked(value: str, column: Column) -> Found | None:
    """What 是 and 否 mean in a column whose heading may ask: 是否销号, 是否完成."""
    text = compact(value)
    answer = column.yes if text in _YES else column.no if text in _NO else None
    return Found(answer) if answer else None


def _going_on(value: str, column: Column) -> Found | None:
    """Under way, where the column knows that and the cell says no more than that."""
    if _UNDER_WAY not in column.choices:
        return None
    text = compact(value)
    taken = _by_share(text, column)
    if taken is None and _GOES_ON.fullmatch(text):
        taken = _UNDER_WAY
    if taken is None:
        return None
    return Found(taken, "choice_near_match", {"taken": column.choices[taken][0]})


def _by_share(text: str, column: Column) -> str | None:
    """How far something is, where only a share says it: 100% is done, 60% is under way."""
    match = _SHARE.fullmatch(text)
    share = float(match[1]) if match else -1
    if not 0 <= share <= 100:
        return None
    names = _ENDS if share == 100 else _BEGINNINGS if share == 0 else (_UNDER_WAY,)
    return next((name for name in names if name in column.choices), None)


@cache
def _chooser(
    choices: tuple[tuple[str, ...], ...], alone: tuple[tuple[str, str], ...]
) -> Callable[[str], Found]:
    """What reads a cell's text by that vocabulary, and remembers what it read."""
    words = _vocabulary(choices, alone)

    @lru_cache(maxsize=4096)
    def choose(written: str) -> Found:
        text = compact(written)
        if not text or is_stroke(text):
            return NOTHING
        if is_error_value(text):
            return unclear("error_value_text")
        unknown = unclear(_UNKNOWN, allowed=words.allowed)
        if not _BOXES.isdisjoint(text):
            return _ticked(text, choose) or unknown
        if len(parts := written.split()) > 1 and _differ(parts, choose):
            return unknown
        found = _named(_MISPRINT.sub("未", _NUMBERED.sub("", text)), words) or unknown
        if found.code is None and found.value is not None and text.endswith("?"):
            return Found(found.value, "choice_near_match", {"taken": _label(found.value, words)})
        return found

    return choose


def _differ(parts: list[str], choose: Callable[[str], Found]) -> bool:
    """True for 省级 over 市级 in one cell: two choices, which read together may be one."""
    return len({choose(part).value for part in parts} - {None}) > 1


def _ticked(text: str, choose: Callable[[str], Found]) -> Found | None:
    """□未启动 ☑进行中 □已完成: the one option that is ticked, if each is one of the column's."""
    options = _BOXED.findall(text)
    if "".join(box + word for box, word in options) != text:
        return None
    if any(choose(word).value is None for _, word in options):
        return None
    ticked = [word for box, word in options if box not in _EMPTY_BOXES]
    return choose(ticked[0]) if len(ticked) == 1 else None


def _named(text: str, words: _Vocabulary) -> Found | None:
    plain = _SIGNS.sub("", text)
    for one in (plain, _NOT_YET.sub("", plain), _ALL.sub("", plain)):
        key = words.exact.get(one) or words.alone.get(one)
        if key:
            return Found(key)
    if words.exact.get(_BRACKETED.sub("", text)) == _UNDER_WAY:
        return Found(_UNDER_WAY)  # 整改中(已完成60%)
    if far := _FAR_ON.fullmatch(text):
        return _named(far[1], words)
    if _HEDGE.search(text):
        return None
    if words.contained is not None and words.contained.search(text):
        return _inside(text, words.contained, words)
    return _nearest(plain, words)


def _vocabulary(
    choices: tuple[tuple[str, ...], ...], alone: tuple[tuple[str, str], ...]
) -> _Vocabulary:
    exact: dict[str, str] = {}
    for key, *spellings in choices:
        for spelling in (*spellings, key, key.replace("_", " ")):
            exact.setdefault(_SIGNS.sub("", compact(spelling)), key)
    inside = sorted((one for one in exact if len(one) > 1), key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, inside))) if inside else None
    allowed = "、".join(spellings[0] for _, *spellings in choices if spellings)
    whole = {
        _SIGNS.sub("", compact(word)): key for key, words in alone for word in words.split("、")
    }
    return _Vocabulary(exact, pattern, allowed, whole)


def _inside(text: str, spellings: re.Pattern[str], words: _Vocabulary) -> Found | None:
    """The one choice that the text names without denying or only announcing it."""
    named = [
        match
        for match in spellings.finditer(text)
        if not _denied(match.group(), text[: match.start()])
        and not _NOT_QUITE.match(text, match.end())
        and not (match.group().endswith(_OVER) and _A_PART_OVER.match(text, match.end()))
    ]
    found = {words.exact[match.group()] for match in named}
    if len(found) != 1:
        return None
    (key,) = found
    rest = text[named[0].end() :] if named[0].start() == 0 else spellings.sub("", text)
    if _REMARK.match(rest) or not _SIGNS.sub("", _NOISE.sub("", rest)):
        return Found(key)
    if named[0].start() == 1 and _is_half_of_another(named[0].group(), key, words):
        return None
    return Found(key, "choice_near_match", {"taken": _label(key, words)})


def _denied(spelling: str, before: str) -> bool:
    if _NOT_SO.search(before):
        return True
    if before and spelling[0] != before[-1] and {spelling[0], before[-1]} <= _LEVELS:
        return True  # 市县级 is two levels
    over = spelling.endswith(_OVER) and spelling[0] != "已"
    return over and _TO_BE.search(before) is not None


def _is_half_of_another(spelling: str, key: str, words: _Vocabulary) -> bool:
    """Whether one letter more before it makes another choice: 下合格 may have been 不合格."""
    return any(other[1:] == spelling and words.exact[other] != key for other in words.exact)


def _nearest(plain: str, words: _Vocabulary) -> Found | None:
    """The nearest spelling, unless it is short, denied, or another choice is as near.

    A slip changes a letter; two letters more are a word: 已要求整改 is not 已整改."""
    if len(plain) < _SHORTEST_NEAR:
        return None
    near = process.extract(
        plain, words.exact.keys(), scorer=fuzz.ratio, limit=4, score_cutoff=_NEAR_ENOUGH - _APART
    )
    near = [
        one
        for one in near
        if _NEGATIONS.findall(one[0]) == _NEGATIONS.findall(plain)
        and not _has_more_words(plain, one[0])
    ]
    if not near or near[0][1] < _NEAR_ENOUGH:
        return None
    key = words.exact[near[0][0]]
    if any(
        words.exact[spelling] != key and near[0][1] - score < _APART for spelling, score, _ in near
    ):
        return None
    return Found(key, "choice_near_match", {"taken": _label(key, words)})


def _has_more_words(text: str, spelling: str) -> bool:
    """Whether it is two letters longer, and not by words that tell nothing."""
    return len(text) > len(spelling) + 1 and (
        len(_NOISE.sub("", text)) > len(_NOISE.sub("", spelling)) + 1
    )


def _label(key: str, words: _Vocabulary) -> str:
    return next(spelling for spelling, known in words.exact.items() if known == key)
