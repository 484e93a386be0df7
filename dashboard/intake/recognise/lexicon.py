"""How likely a heading means a column, judged by its spelling alone.

A heading is compared once with every spelling of every kind, and the answer is remembered: 200
workbooks of one form cost as much as one.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz, process

from dashboard.intake.recognise.common import NEVER_UNIT, PLAINLY, UNIT
from dashboard.intake.recognise.dictionary import Choices, is_choice, known, spelled
from dashboard.intake.recognise.spelling import key, keys, stem
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
_SCORE = frozenset(("得分", "实得分", "评分", "分数", "评查得分", "实际得分"))
"""Headings of what was given for the part that stands over them, beside 扣分 and 标准分."""
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
    "qualified_reviewers": "资考",
    "legal_advisers": "顾律",
    "ratio": "比占率",
}
"""Columns of which every heading has one of these letters: without it, 计划抽查数 of one quarter
is as like them as like its own column."""
_OF_SEVERAL = ("联合", "跨部门")
_OF_ALL = ("planned", "completed", "results_published")
"""Columns of all random inspections: under 联合抽查 stand the joint ones."""
_LAST_WORD = frozenset(("复查", "复评", "复核", "终评", "最终", "最终评定", "复查结果", "复核结果"))
"""Groups of what was found in the end, beside 自查 and 初评."""


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
    if groups:
        _read_under(found, leaf, groups)
    if any(of_another_period(key(text)) for text in texts):
        _merge_down(found, 0.5)
    if _is_taken_off(leaf, groups):
        _merge_down(found, 0.5)
    _drop_unsaid(found, "".join(texts))
    if any(word in key(text) for text in texts for word in NEVER_UNIT):
        for meanings in found.values():
            meanings.pop(UNIT, None)
    return {view: meanings for view, meanings in found.items() if meanings}


def _read_under(found: Likeness, leaf: str, groups: list[str]) -> None:
    """Add what a heading means under those of its groups, and take away what it then does not."""
    for group in groups:
        for joined in (key(group) + key(leaf), key(leaf) + key(group)):
            _merge(found, _likeness(joined), 1.0)
    if _PART_OF_YEAR.fullmatch(normal(leaf)):
        _hold_down(found, _OF_A_PART)
    if _says_all(leaf) or key(leaf) in _SCORE:
        _merge(found, _likeness(key(groups[-1])), 1.0)
    if any(word in group for group in groups for word in _OF_SEVERAL):
        for name in _OF_ALL:
            found.get("random_inspection", {}).pop(name, None)


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
        return "问题" not in leaf
    named = "".join(map(key, groups))
    return any(word in named for word in _TAKEN_OFF) and not any(
        word in key(leaf) or word in named.replace("扣分", "") for word in _GIVEN
    )


def _drop_unsaid(found: Likeness, written: str) -> None:
    if written.isascii():
        return
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
    words = spelled()
    found: Likeness = {}
    if not one or len(one) > 30:
        return found
    for view, column, worth in words.by_key.meanings.get(one, ()):
        found.setdefault(view, {})[column] = worth
    root = stem(one)
    for view, column, worth in words.by_stem.meanings.get(root, ()) if len(root) > 1 else ():
        meanings = found.setdefault(view, {})
        meanings[column] = max(worth, meanings.get(column, 0.0))
    if root == one:
        _similar(one, words.by_either, found)
    else:
        _similar(one, words.by_key, found)
        _similar(root, words.by_stem, found)
    return found


def _similar(one: str, choices: Choices, found: Likeness) -> None:
    if len(one) < 2:
        return
    latin = one.isascii()
    least = _LEAST_LATIN_RATIO if latin else _LEAST_RATIO
    words = choices.latin if latin else choices.words
    for choice, ratio, _ in process.extract(
        one, words, scorer=fuzz.ratio, score_cutoff=least, limit=None
    ):
        if choice == one:
            continue
        bag = 0.0 if latin else _FUZZY_BAG * _bag(one, choice)
        worth = max(_FUZZY_LEAF * ratio / 100, bag)
        for view, column, _rank in choices.meanings[choice]:
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
