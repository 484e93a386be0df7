"""How people write a value down. Every manner keeps the value: what it can't say it doesn't."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from random import Random
from typing import Any

from data.season.grid import Raw

Written = tuple[Raw, str | None]
"""What stands in the cell, and its number format."""
Manner = Callable[[Any, Random], Written]

_DIGITS = "零一二三四五六七八九"
_WIDE = {ord(mark): ord(mark) + 0xFEE0 for mark in "0123456789.%/-"}


def chinese_number(number: int) -> str:
    """A number below 1000 in Chinese: 95 is 九十五."""
    if number < 10:
        return _DIGITS[number]
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += f"{_DIGITS[tens] if tens > 1 or hundreds else ''}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


_PUNCTUATION = {ord(mark): ord(mark) + 0xFEE0 for mark in ",:;()?!"}


def chinese_marks(text: str) -> str:
    """The text with the full-width punctuation that belongs in Chinese; addresses keep theirs."""
    plain = text.isascii() or "://" in text
    return text if plain else text.translate(_PUNCTUATION)


def wide(text: str) -> str:
    """The text with full-width digits."""
    return text.translate(_WIDE)


def _last_of_month(day: dt.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _real(day: dt.date, _: Random) -> Written:
    return day, "yyyy-mm-dd"


def _real_chinese(day: dt.date, _: Random) -> Written:
    return day, 'yyyy"年"m"月"d"日"'


def _text(pattern: Callable[[dt.date], str]) -> Manner:
    return lambda day, _: (pattern(day), None)


def _quarter(day: dt.date, rng: Random) -> Written:
    if _last_of_month(day) and day.month % 3 == 0:
        return f"{day.year}年{'一二三四'[day.month // 3 - 1]}季度", None
    return _month_end(day, rng)


def _month_end(day: dt.date, _: Random) -> Written:
    return (f"{day.month}月底" if _last_of_month(day) else f"{day.month}月{day.day}日"), None


def _month(day: dt.date, _: Random) -> Written:
    if _last_of_month(day):
        return f"{day.year}年{day.month}月", None
    return f"{day.year}年{day.month}月{day.day}日", None


DATES: dict[str, Manner] = {
    "real": _real,
    "real_cn": _real_chinese,
    "dash": _text(lambda day: f"{day.year}-{day.month}-{day.day}"),
    "dot": _text(lambda day: f"{day:%Y.%m.%d}"),
    "slash": _text(lambda day: f"{day.year}/{day.month}/{day.day}"),
    "compact": _text(lambda day: f"{day:%Y%m%d}"),
    "cn": _text(lambda day: f"{day.year}年{day.month}月{day.day}日"),
    "md": _text(lambda day: f"{day.month}月{day.day}日"),
    "wide": _text(lambda day: wide(f"{day.year}.{day.month}.{day.day}")),
    "spaced": _text(lambda day: f" {day.year}年 {day.month}月{day.day}日 "),
    "month_end": _month_end,
    "month": _month,
    "quarter": _quarter,
}
"""Manners for dates; ``month``, ``month_end`` and ``quarter`` mean the last day."""


def _any_date(day: dt.date, rng: Random) -> Written:
    return DATES[rng.choice(sorted(DATES))](day, rng)


DATES["any"] = _any_date


def _share(value: float, _: Random) -> Written:
    return round(value, 4), "0%"


def _fraction(value: float, _: Random) -> Written:
    return round(value, 4), None


def _points(value: float, _: Random) -> Written:
    return round(value * 100), None


def _percent_text(value: float, rng: Random) -> Written:
    text = f"{round(value * 100)}%"
    return rng.choice([text, text, wide(text), f"{text} "]), None


def _percent_words(value: float, rng: Random) -> Written:
    number = round(value * 100)
    if number == 100:
        return rng.choice(["已完成", "100%", "百分之一百"]), None
    if number == 50 and rng.random() < 0.5:
        return "过半", None
    if 0 < number < 100 and rng.random() < 0.5:
        return f"百分之{chinese_number(number)}", None
    return f"{number}%", None


PERCENTS: dict[str, Manner] = {
    "share": _share,
    "fraction": _fraction,
    "points": _points,
    "percent": _percent_text,
    "words": _percent_words,
}


def _plain(value: Any, _: Random) -> Written:
    return value, None


def _counted(measure: str) -> Manner:
    def write(value: int, rng: Random) -> Written:
        said = rng.choice([f"{value}{measure}", f"{value}", wide(str(value)), f"{value} {measure}"])
        return said, None

    return write


def _number_words(value: int, rng: Random) -> Written:
    return rng.choice([chinese_number(value), f"{value}", wide(str(value))]), None


def _about(value: int, rng: Random) -> Written:
    return (f"约{value}" if rng.random() < 0.4 else value), None


COUNTS: dict[str, Manner] = {
    "plain": _plain,
    "people": _counted("人"),
    "persons": _counted("名"),
    "pieces": _counted("件"),
    "words": _number_words,
    "about": _about,
}


def _pair(yes: str, no: str) -> Manner:
    return lambda value, _: ((yes if value else no), None)


YESNO: dict[str, Manner] = {
    "yes": _pair("是", "否"),
    "have": _pair("有", "无"),
    "tick": _pair("√", "×"),
    "check": _pair("✔", "✘"),
    "done": _pair("已完成", "未完成"),
    "letter": _pair("Y", "N"),
    "digit": lambda value, _: (int(value), None),
    "published": _pair("已公开", "未公开"),
    "filed": _pair("已备案", "未备案"),
    "reviewed": _pair("已审核", "未审核"),
    "cleaned": _pair("已清理", "未清理"),
    "built": _pair("已建立", "未建立"),
}

_STEP_NA = ("不适用", "不涉及", "无需", "/", "—", "-")


def _with_na(yes_or_no: Manner) -> Manner:
    def write(value: str, rng: Random) -> Written:
        if value == "na":
            return rng.choice(_STEP_NA), None
        return yes_or_no(value == "yes", rng)

    return write


STEPS: dict[str, Manner] = {name: _with_na(manner) for name, manner in YESNO.items()}


def choice(spellings: dict[str, tuple[str, ...]]) -> Manner:
    """A manner that writes a choice's id in one of its spellings."""
    return lambda value, rng: (rng.choice(spellings[value]), None)


def _spaced_text(value: str, rng: Random) -> Written:
    return rng.choice([value, f" {value}", f"{value}  ", f"\u3000{value}"]), None


def _wrapped_text(value: str, _: Random) -> Written:
    return value.replace(",", ",\n", 1), None


def _spread_name(value: str, rng: Random) -> Written:
    return (" ".join(value) if len(value) == 2 and rng.random() < 0.6 else value), None


TEXTS: dict[str, Manner] = {
    "plain": _plain,
    "spaced": _spaced_text,
    "wrapped": _wrapped_text,
    "name": _spread_name,
}
