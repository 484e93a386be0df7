"""How likely a heading means a column, judged by its spelling alone.

Every declared spelling of every kind stands in one table, so that a heading is compared once
and the answer is remembered: 200 workbooks of one form cost as much as one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from dashboard.intake.recognise.common import (
    GENERIC,
    NEVER_UNIT,
    NUMBERING,
    PLAINLY,
    REPORTED_COLUMN,
    UNIT,
    UNIT_COLUMN,
)
from dashboard.intake.recognise.spelling import DROPPED_LETTERS, key, keys, stem
from dashboard.kinds import Column, Kind, kinds
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

Likeness = dict[str, dict[str, float]]
"""View -> column -> likeness, 0 to 1."""

_LEAST_RATIO = 55
_LEAST_LATIN_RATIO = 85
"""Of words in Latin letters, most letters are the same by chance: description, section."""
_FUZZY_LEAF = 0.93
_FUZZY_BAG = 0.88
_OTHER_PERIOD = (
    "上周",
    "上次",
    "前次",
    "期初",
    "上年",
    "去年",
    "上期",
    "同期",
    "上月",
    "上季",
    "上一年",
    "往年",
    "2020年",
)
_NEUTRAL_GROUPS = frozenset(
    ("其中", "本期", "本年", "本月", "累计", "情况", "人数", "数量", "基本情况")
)
_WHOLE = frozenset(
    ("合计", "小计", "总计", "累计", "全年合计", "累计数", "合计数", "小计数", "总数", "总人数")
)
"""Headings of the column that has all of its group: 法制审核人员 over 专职, 兼职 and 小计."""
_SO_FAR = lazy_pattern(r"(?:20\d\d年)?1月?[-~—至到]\d{1,2}月(?:份|底)?(?:累计)?")
"""The same of the months from January on."""
_PART_OF_YEAR = lazy_pattern(r"(?:20\d\d年)?(?:\d{1,2}月份?|第?[一二三四1-4]季度)")
_OF_A_PART = 0.55
"""What the column of one month is worth: too little to be taken, enough to be named."""
_TAKEN_OFF = ("扣分", "标准分", "满分", "分值")
_GIVEN = ("扣", "得分")
_SAY_SO = {
    "joint_planned": "联跨",
    "joint_completed": "联跨",
    "certified_staff": "证",
    "ratio": "比占率",
}
"""Columns of which every heading has one of these letters: without it, 计划抽查数 of one quarter
is as like them as like its own column."""
_LAST_WORD = frozenset(("复查", "复评", "复核", "终评", "最终", "最终评定", "复查结果", "复核结果"))
"""Groups of what was found in the end, beside 自查 and 初评."""


@dataclass(slots=True)
class _Spelled:
    """All spellings: by key and by stem, each with the columns that it may mean."""

    by_key: dict[str, list[tuple[str, str, float]]] = field(default_factory=dict)
    by_stem: dict[str, list[tuple[str, str, float]]] = field(default_factory=dict)
    choices: list[str] = field(default_factory=list)
    stems: list[str] = field(default_factory=list)
    latin_choices: list[str] = field(default_factory=list)
    latin_stems: list[str] = field(default_factory=list)
    """Those with a Latin letter: nothing else can be like a word in Latin letters."""
    letters: frozenset[str] = frozenset()
    """Every letter of a spelling or of what is levelled to one."""
    first_letters: frozenset[str] = frozenset()
    """Every letter by which a spelling begins, or what ``key`` and ``stem`` drop before it."""


def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns that a sheet of this kind may have: declared, helpers, unit, date."""
    more: tuple[Column, ...] = ()
    if kind.collection != "plan":
        more = (UNIT_COLUMN, REPORTED_COLUMN)
    return kind.recognised + more


@cache
def _spelled() -> _Spelled:
    spelled = _Spelled()
    for kind in kinds().values():
        for column in columns_of(kind):
            by_key: dict[str, float] = {}
            by_stem: dict[str, float] = {}
            for rank, name in enumerate((*column.headings, column.name)):
                worth = 1.0 if rank == 0 else max(0.99 - 0.002 * rank, 0.95)
                one = key(name)
                if one not in by_key:
                    by_key[one] = worth
                    by_stem.setdefault(stem(one), worth - 0.05)
            for one, worth in by_key.items():
                spelled.by_key.setdefault(one, []).append((kind.view, column.name, worth))
            for root, worth in by_stem.items():
                spelled.by_stem.setdefault(root, []).append((kind.view, column.name, worth))
    spelled.choices = list(spelled.by_key)
    spelled.stems = list(spelled.by_stem)
    spelled.latin_choices = [one for one in spelled.choices if _with_latin(one)]
    spelled.latin_stems = [one for one in spelled.stems if _with_latin(one)]
    letters = "".join((*spelled.choices, *spelled.stems))
    spelled.letters = frozenset(letters + "是否有无的时间期限总人数量件个次项材审查发布示网址")
    firsts = {one[0] for one in (*spelled.by_key, *spelled.by_stem, *GENERIC, *NUMBERING) if one}
    spelled.first_letters = frozenset(firsts.union(DROPPED_LETTERS))
    return spelled


def may_begin_heading(text: str) -> bool:
    """False where plainly no known heading begins so: one look at its first letter."""
    first = text[:1]
    return not "\u4e00" <= first <= "\u9fff" or first in _spelled().first_letters


def _with_latin(text: str) -> bool:
    return any(map(str.isascii, text))


@lru_cache(maxsize=20_000)
def known(text: str) -> bool:
    """True where the text is, letter for letter, a heading of some kind or a generic one."""
    if len(text) > 80:
        return False
    one = key(text)
    if not one or len(one) > 20:
        return False
    spelled = _spelled()
    if one in spelled.by_key or one in GENERIC or one in NUMBERING:
        return True
    return len(one) > 2 and spelled.letters.issuperset(one) and stem(one) in spelled.by_stem


@lru_cache(maxsize=20_000)
def declared(text: str) -> bool:
    """True where the text is, letter for letter, a heading of some kind."""
    return len(text) <= 80 and key(text) in _spelled().by_key


@lru_cache(maxsize=5_000)
def headinglike(text: str) -> float:
    """How like a heading of any kind a cell's text is, 0 to 1; misprints count."""
    if known(text):
        return 1.0
    if is_choice(text):
        return 0.0
    best = 0.0
    for meanings in _likeness(key(text)).values():
        best = max(best, *meanings.values())
    return best


def is_choice(text: str) -> bool:
    """True for a word of some kind's vocabulary: 权责清单, 市级."""
    return key(text) in _choice_words()


@cache
def _choice_words() -> frozenset[str]:
    """What cells of choices hold; a row of them is no header."""
    return frozenset(
        key(word)
        for kind in kinds().values()
        for column in kind.columns
        for words in column.choices.values()
        for word in words
    )


@lru_cache(maxsize=10_000)
def likeness(path: tuple[str, ...]) -> Likeness:
    """What a heading under its group headings may mean, by spelling alone.

    The last of ``path`` is the heading itself. 总数 under 执法人员 is read as 执法人员总数."""
    found: Likeness = {}
    texts = [text for text in path if key(text)] or list(path)
    if not texts:
        return found
    leaf, groups = texts[-1], texts[:-1]
    alone = 0.97 if groups and key(groups[-1]) not in _NEUTRAL_GROUPS else 1.0
    for number, one in enumerate(keys(leaf)):
        meant = _likeness(one) if number == 0 else _beside(found, one)
        _merge(found, meant, alone * (1.0 if number == 0 else 0.97))
    for group in groups:
        for joined in (key(group) + key(leaf), key(leaf) + key(group)):
            _merge(found, _likeness(joined), 1.0)
    if groups and _PART_OF_YEAR.fullmatch(normal(leaf)):
        _hold_down(found, _OF_A_PART)
    if groups and _says_all(leaf):
        _merge(found, _likeness(key(groups[-1])), 1.0)
    if any(of_another_period(key(text)) for text in texts):
        _merge_down(found, 0.5)
    if _is_taken_off(leaf, groups):
        _merge_down(found, 0.5)
    _drop_unsaid(found, "".join(texts))
    if any(word in key(text) for text in texts for word in NEVER_UNIT):
        for meanings in found.values():
            meanings.pop(UNIT, None)
    return {view: meanings for view, meanings in found.items() if meanings}


def of_another_period(text: str) -> bool:
    """True for what was told before: 上月进度, 2020年总数."""
    return any(word in text for word in _OTHER_PERIOD)


def _beside(found: Likeness, one: str) -> Likeness:
    """What another way to read a heading says, but for the kinds in which the heading without
    its brackets is plainly another column: 媒体(级别) is the outlet, with more said of it."""
    return {
        view: meanings
        for view, meanings in _likeness(one).items()
        if max(found.get(view, {}).values(), default=0.0) < PLAINLY
        or max(meanings, key=meanings.__getitem__) == max(found[view], key=found[view].__getitem__)
    }


def _is_taken_off(leaf: str, groups: list[str]) -> bool:
    """True for 合法性扣分, and 合法性 under 扣分情况 or 标准分: what was taken off or could be had
    of a score, not the score."""
    if key(leaf).endswith("扣分"):
        return True
    named = "".join(map(key, groups))
    return any(word in named for word in _TAKEN_OFF) and not any(
        word in key(leaf) or word in named.replace("扣分", "") for word in _GIVEN
    )


def _drop_unsaid(found: Likeness, written: str) -> None:
    for meanings in found.values():
        for column, letters in _SAY_SO.items():
            if column in meanings and not any(letter in written for letter in letters):
                del meanings[column]


def _says_all(heading: str) -> bool:
    return key(heading) in _WHOLE or _SO_FAR.fullmatch(normal(heading)) is not None


def is_whole(path: tuple[str, ...]) -> bool:
    """True for 合计 under a group heading, and for 计划数 under 累计: it has what its neighbours
    have parts of; and for 得分 under 复查, which stands whatever was found before."""
    return len(path) > 1 and any(_says_all(one) or key(one) in _LAST_WORD for one in path)


@lru_cache(maxsize=20_000)
def _likeness(one: str) -> Likeness:
    """The likeness of one key: equal, else equal after levelling, else similar."""
    spelled = _spelled()
    found: Likeness = {}
    if not one or len(one) > 30:
        return found
    for view, column, worth in spelled.by_key.get(one, ()):
        found.setdefault(view, {})[column] = worth
    root = stem(one)
    for view, column, worth in spelled.by_stem.get(root, ()) if len(root) > 1 else ():
        meanings = found.setdefault(view, {})
        meanings[column] = max(worth, meanings.get(column, 0.0))
    choices = spelled.latin_choices if one.isascii() else spelled.choices
    stems = spelled.latin_stems if root.isascii() else spelled.stems
    _similar(one, choices, spelled.by_key, found)
    _similar(root, stems, spelled.by_stem, found)
    return found


def _similar(
    one: str,
    choices: list[str],
    index: dict[str, list[tuple[str, str, float]]],
    found: Likeness,
) -> None:
    if len(one) < 2:
        return
    latin = one.isascii()
    least = _LEAST_LATIN_RATIO if latin else _LEAST_RATIO
    for choice, ratio, _ in process.extract(
        one, choices, scorer=fuzz.ratio, score_cutoff=least, limit=None
    ):
        if choice == one:
            continue
        bag = 0.0 if latin else _FUZZY_BAG * _bag(one, choice)
        worth = max(_FUZZY_LEAF * ratio / 100, bag)
        for view, column, _rank in index[choice]:
            meanings = found.setdefault(view, {})
            if worth > meanings.get(column, 0.0):
                meanings[column] = worth


def _bag(one: str, other: str) -> float:
    """Dice's measure over letters, order left aside: 人员执法 and 执法人员 are one."""
    shared = 0
    rest = list(other)
    for letter in one:
        if letter in rest:
            rest.remove(letter)
            shared += 1
    return 2 * shared / (len(one) + len(other))


def _merge(into: Likeness, more: Likeness, factor: float) -> None:
    for view, meanings in more.items():
        known_meanings = into.setdefault(view, {})
        for column, worth in meanings.items():
            if worth * factor > known_meanings.get(column, 0.0):
                known_meanings[column] = worth * factor


def _hold_down(found: Likeness, most: float) -> None:
    for meanings in found.values():
        for column, worth in meanings.items():
            meanings[column] = min(worth, most)


def _merge_down(found: Likeness, factor: float) -> None:
    for meanings in found.values():
        for column in meanings:
            meanings[column] *= factor


def is_numbering(text: str) -> bool:
    """True for the heading of a column that may merely count rows: 序号, No."""
    return key(text) in NUMBERING
