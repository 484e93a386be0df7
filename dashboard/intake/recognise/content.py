"""What a column holds, and how well that fits what a column of a kind should hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from dashboard.intake.clean.witness import is_witness
from dashboard.intake.locate.words import ordinal
from dashboard.intake.model import CellValue
from dashboard.kinds import Column
from dashboard.patterns import HAN, lazy_pattern
from dashboard.text import normal

SAMPLED = 20
"""Cells of a column that are looked at."""
_PLAINLY = 0.6
"""Share of a sample from which on a column is of that sort."""

_DATE = lazy_pattern(
    r"^(?:(?:19|20)?\d{2}[-./年]\d{1,2}(?:[-./月]\d{0,2}日?)?|\d{1,2}月(?:\d{1,2}日?|[上中下]旬|底|初|末)?|(?:19|20)\d{6}"
    r"|[一二两〇○零][〇○零一二三四五六七八九千十]{1,5}年.|[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}[日号]|[上中下]旬|[底初末])"
    r"|(?:19|20)\d{2}年?(?:第?[一二三四1-4]季度|上半年|下半年|年底|年末)|长期(?:坚持)?|常年|全年|持续|年底前?|每[年季月].*|[一二三四]季度|上半年|下半年)"
)
_NUMBER = lazy_pattern(
    r"^(?:大?约|近|共计?|总计|合计)?[\d.,]+(?:余|多)?(?:人次|人|名|件|个|项|次|份|分|篇|条|起|家|户|处|万元|元)?(?:左右)?$"
    r"|^(?:大?约|近|共计?|总计|合计)?[〇零一二两三四五六七八九十百]+(?:人次|人|名|件|个|项|次|份|分|条|起|家)?$|^(?:暂?无|没有)$"
    r"|^\d{1,6}(?:人|名|件|个|次|家|户)(?:\(.*\)$|[,;])|^\d{1,6}\(\d{1,6}\)$"
)
_PERCENT = lazy_pattern(
    r"^[\d.]+%$|^百分之|^(?:已完成|完成|过半|一半|未启动|未开始|全部完成|\d成)$"
)
_YESNO = lazy_pattern(
    r"^(?:是|否|有|无|√|×|✓|✔|✗|✘|☑|☒|y|n|yes|no|true|false|1|0|对|错|v|x)$"
    rf"|^(?:已|未|没有|不){HAN}{{0,8}}$"
    r"|^(?:是|否|有|无|(?:已|尚?未|没有)(?:落实|建立|制定|开展|执行|实施)(?:到位)?)[,,;(].*|^(?:不适用|不涉及|无需|/|-|—|——)$"
    r"|^[□☐☑√✓✔■☒][是否有无]|^[是否有无][□☐☑√✓✔■☒]"
)
_TASK = lazy_pattern(r"^\d{1,2}[.\-]\d{1,2}[.\-]\d{1,2}(?!\d)")
_MONTH_DAY = lazy_pattern(r"(?:1[0-2]|0?[1-9])[./](?:3[01]|[12]\d|0?[1-9])日?前?")
_ANSWERS = frozenset("是否√✓✔×✗✘")
_NONE = frozenset(("无", "没有", "暂无", "/", "-", "—", "——", "不涉及", "不适用"))
_LONGEST_ANSWER = 4
_NOT_COUNTED = frozenset(
    (
        "不详",
        "若干",
        "待定",
        "未知",
        "不明",
        "不清",
        "不清楚",
        "待核实",
        "未统计",
        "数人",
        "多人",
        "同上",
    )
)
_URL = lazy_pattern(r"^(?:https?:|www\.|[a-z0-9.-]+\.(?:gov|com|cn|org|net))")
_WORDS = frozenset(("title", "subject", "issue", "item"))
"""Columns of words: 2 under 文件 is how many there are, not what one is called."""
_LOOKS = (
    ("date", _DATE),
    ("number", _NUMBER),
    ("percent", _PERCENT),
    ("yesno", _YESNO),
    ("task", _TASK),
    ("url", _URL),
)
_TELLING = frozenset(
    "一二两三四五六七八九十百零长常全持年每上下大约近共总合暂无没已完过未是否有对错不"
)
"""The Chinese letters by which something begins that one of these patterns knows."""


@dataclass(slots=True, eq=False)
class Content:
    """A sample of a column: how many cells look like what."""

    size: int = 0
    dates: int = 0
    numbers: int = 0
    percents: int = 0
    yesno: int = 0
    task_ids: int = 0
    urls: int = 0
    ones: int = 0
    """Cells that hold the number 1 or true: ticks, perhaps."""
    units: int = 0
    """Names of units of the directory."""
    counts: bool = False
    """The cells count 1, 2, 3, …"""
    words: list[str] = field(default_factory=list)

    def share(self, count: int) -> float:
        """That count as a share of the sample; 0 for an empty one."""
        return count / self.size if self.size else 0.0


def look(values: list[CellValue], is_unit: Callable[[str], bool] | None = None) -> Content:
    """Profile the first cells of a column that are not blank."""
    sample = [value for value in values[: SAMPLED * 3] if value is not None][:SAMPLED]
    texts = [_looks(value) for value in sample if type(value) is str]
    content = Content(size=len(sample), words=[word for word, _ in texts])
    for _, looks in texts:
        if looks:
            _count_text(content, looks)
    if len(texts) < len(sample):
        for value in sample:
            _count(content, value)
    content.counts = _counts(sample)
    if is_unit is not None:
        content.units = _units(sample[:8], is_unit)
    return content


def _units(sample: Sequence[CellValue], is_unit: Callable[[str], bool]) -> int:
    """How many of the cells name units; 0 where not most of them do."""
    left = len(sample)
    for value in sample:
        if type(value) is not str or not is_unit(value):
            left -= 1
            if left * 2 <= len(sample):
                return 0
    return left


def _count(content: Content, value: CellValue) -> None:
    if isinstance(value, bool):
        content.yesno += 1
        content.ones += value
    elif isinstance(value, dt.date | dt.datetime):
        content.dates += 1
    elif isinstance(value, int | float):
        content.numbers += 1
        content.percents += 1
        content.yesno += value in (0, 1)
        content.ones += value == 1
        content.dates += 40_000 < value < 50_000 or 19_900_000 < value < 21_000_000


def _count_text(content: Content, looks: frozenset[str]) -> None:
    content.dates += "date" in looks
    content.numbers += "number" in looks
    content.percents += "percent" in looks
    content.yesno += "yesno" in looks
    content.task_ids += "task" in looks
    content.urls += "url" in looks


@lru_cache(maxsize=20_000)
def _looks(text: str) -> tuple[str, frozenset[str]]:
    word = normal(text[:60])
    if word[:1] not in _TELLING and "\u4e00" <= word[:1] <= "\u9fff":
        return word, frozenset()
    looks = {name for name, pattern in _LOOKS if pattern.match(word)}
    if word in _NONE:
        looks |= {"number", "date"}
    if "number" in looks:
        looks.add("percent")
    return word, frozenset(looks)


def _counts(sample: Sequence[CellValue]) -> bool:
    if not sample or ordinal(sample[0]) != 1:
        return False
    numbers = [ordinal(value) for value in sample]
    if None in numbers:
        return False
    steps = sum(b in (a + 1, 1) for a, b in pairwise(numbers) if a and b)
    return steps >= (len(numbers) - 1) * 0.8


@cache
def _vocabulary(choices: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(normal(word) for words in choices for word in words)


def choice_share(column: Column, content: Content) -> float:
    """How much of the column is words of the choice's vocabulary."""
    if not content.words:
        return 0.0
    words = _vocabulary(tuple(column.choices.values()))
    if words.isdisjoint(content.words):
        return 0.0
    return sum(word in words for word in content.words) / max(content.size, 1)


def are_answers(content: Content) -> bool:
    """True where the cells are 是 and 否, √ and × and nothing else."""
    return bool(content.words) and _ANSWERS.issuperset(content.words)


def fitness(column: Column, content: Content) -> float:
    """What the content adds to or takes from a match of headings: -0.55 to 0.06."""
    if not content.size:
        return 0.0
    if column.type == "text":
        return _text(column, content)
    if column.type in ("integer", "number", "quantity"):
        if content.yesno > content.numbers:  # 有 and 无: of a person, not of a number
            return -0.35
        date = content.share(content.dates) > 0.8
        return _judge(content.share(content.numbers), 0.35) - (0.2 if date else 0.0)
    return _judge(_share(column, content))


def _share(column: Column, content: Content) -> float:
    """How much of the content is of the column's type."""
    if column.type == "date":
        return content.share(content.dates + _month_days(content))
    if column.type == "percent":
        return content.share(max(content.percents, content.numbers))
    if column.type == "choice":
        whole = choice_share(column, content)
        return whole if whole >= _PLAINLY else max(whole, _partly(column, content))
    return content.share(content.yesno + _witnesses(column, content))


def _month_days(content: Content) -> int:
    """How many cells are days as 6.30: numbers anywhere but under a date's heading."""
    if content.dates * 2 >= content.size:
        return 0
    return sum(_MONTH_DAY.fullmatch(word) is not None for word in content.words)


def _witnesses(column: Column, content: Content) -> int:
    """How many cells answer by the act that is asked about: 局党组会 under 集体审议."""
    if content.yesno * 2 >= content.size:
        return 0
    return sum(is_witness(word, column.name) for word in content.words)


def _text(column: Column, content: Content) -> float:
    if column.name == "task_id":
        return 0.06 if content.share(content.task_ids) > 0.5 else 0.0
    if column.name == "person_name" and content.share(_with_digits(content)) > 0.5:
        return -0.5
    if column.name in ("url", "location"):
        return 0.06 if content.share(content.urls) > 0.5 else 0.0
    if content.share(content.dates) > 0.8:
        return -0.2
    if column.name in _WORDS and content.share(content.numbers) > 0.8:
        return -0.4
    answers = content.share(content.yesno) > 0.8 and not _says_what_lacks(content)
    return -0.2 if answers and column.required else 0.0


def _says_what_lacks(content: Content) -> bool:
    """True for 未组织学习 and 无法治书籍专架: they begin like answers and are what was found."""
    return sum(len(word) > _LONGEST_ANSWER for word in content.words) * 2 > content.size


def _with_digits(content: Content) -> int:
    """How many cells are numbers, hold digits or say that a number is not known: a count that
    was mistyped names nobody."""
    return max(
        content.numbers,
        sum(word in _NOT_COUNTED or any(map(str.isdigit, word)) for word in content.words),
    )


def _judge(share: float, least: float = 0.3) -> float:
    if share >= _PLAINLY:
        return 0.06
    return 0.0 if share >= 0.2 else -least


@cache
def _inside(choices: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    words = sorted(word for word in _vocabulary(choices) if len(word) > 1)
    return re.compile("|".join(map(re.escape, words)) or "(?!)")


def _partly(column: Column, content: Content) -> float:
    """The share of short cells that hold a word of the vocabulary: 行政处罚案卷."""
    if not content.words:
        return 0.0
    inside = _inside(tuple(column.choices.values()))
    hits = sum(len(text) <= 16 and inside.search(text) is not None for text in content.words)
    return 0.9 * hits / content.size
