"""Dates as they are written, one at a time: 2021-6-9, 6月底, 2021年三季度, 上半年."""

from __future__ import annotations

import re

from dashboard.intake.clean import numerals
from dashboard.intake.clean.compact import compact, spaced
from dashboard.intake.clean.spans import (
    LAST_DAY,
    LATEST_YEAR,
    Parts,
    Span,
    months,
    of_year,
    one_day,
)
from dashboard.patterns import lazy_pattern

SEPARATOR = r"[./\-、,·。]"
_YEAR = r"(?:(?P<y>\d{4}|\d{2})年度?)?"
_TIME = lazy_pattern(
    r"(?:(?<=\d)(?:t| +)|(?<=[日号]) *)(?:上午|下午|凌晨|晚上|晚|中午|am|pm)? *\d{1,2}"
    r"(?:(?::\d{2}){1,2}(?:\.\d+)?(?: *[ap]m|z|\+\d\d:?\d\d)?|[时点](?:\d{1,2}分)?)(?![\d:])"
)
_WEEKDAY = lazy_pattern(r"\(?(?:周|星期|礼拜)[一二三四五六日天]\)?")
_IN_WORDS = lazy_pattern(
    rf"[{numerals.CHARACTERS}0o]+(?=[年月日号]|季)|(?<=月)[{numerals.CHARACTERS}]+$"
)
_ZERO = lazy_pattern("[零〇○]")
_DASH_LIKE_ONE = lazy_pattern(r"(?<=[月日号])一(?=\d)")
_ENDS = "[]【】《》〈〉<>“”\"'‘’.。,;、:!"
_IN_BRACKETS = lazy_pattern(r"\([^()]*\)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MON = (
    r"(?<![a-z])(?P<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_CLOCK = r"\d{2}:\d{2}:\d{2}"
_ENGLISH = (
    lazy_pattern(
        rf"(?:\b[a-z]{{3}}, *)?(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ ,\-/]*{_MON}"
        rf"[ ,\-/]*(?P<y>\d{{4}}|\d{{2}})(?!\d)(?: +{_CLOCK} gmt)?"
    ),
    lazy_pattern(rf"{_MON} *(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ ,]+(?P<y>\d{{4}})"),
    lazy_pattern(rf"(?P<y>\d{{4}})[ \-/]*{_MON}[ \-/]*(?P<d>\d{{1,2}})"),
    # how programs write a moment: Wed Jun 09 00:00:00 CST 2021
    lazy_pattern(
        rf"(?:\b[a-z]{{3}} +)?{_MON} +(?P<d>\d{{1,2}}) +{_CLOCK} +(?:[a-z]{{3,4}} +)?(?P<y>\d{{4}})"
    ),
)
_SPACED_PARTS = lazy_pattern(r"(\d{4}) (\d{1,2}) (\d{1,2})")

_DAY = lazy_pattern(
    rf"(?:(?P<y>\d{{4}}|\d{{2}})(?:年度?{SEPARATOR}?|{SEPARATOR}))?"
    rf"(?P<m>\d{{1,2}})(?:月份?{SEPARATOR}?|{SEPARATOR})(?P<d>\d{{1,2}})[日号]?"
)
_MAY_BE_RANGE = lazy_pattern(r"(?:\d{2,4}[年./])?\d{1,2}-\d{1,2}(?P<of_days>[日号])?")
_MONTH = lazy_pattern(
    rf"(?:{_YEAR}|(?P<y2>\d{{4}}){SEPARATOR})(?P<m>\d{{1,2}})月份?(?:的)?"
    r"(?P<part>底|末|月底|月末|初|中|中上旬|上中旬|中下旬|上旬|中旬|下旬|内|当月)?"
)
_MONTH_OF_YEAR = lazy_pattern(rf"(?P<y>\d{{4}})(?:年|{SEPARATOR})(?P<m>\d{{1,2}})")
_QUARTER = lazy_pattern(
    rf"(?:{_YEAR}|(?P<y2>\d{{4}}){SEPARATOR}?)(?:第?(?P<q>[1-4])季度?|q(?P<q2>[1-4])|前(?P<q3>[23])个?季度?)[末底内]?"
)
_HALF = lazy_pattern(rf"{_YEAR}(?P<half>[上下])半年[末底内]?")
_WHOLE_YEAR = lazy_pattern(
    rf"(?=.*年)(?:{_YEAR}年?(?P<end>底|末|终)|{_YEAR.replace('<y>', '<y2>')}(?:年度?内|全年|内))"
)
_ONLY_YEAR = lazy_pattern(r"(?P<y>\d{4})(?:年度?)?")
_COMPACT_DAY = lazy_pattern(
    r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?:(?:[01]\d|2[0-3])[0-5]\d[0-5]\d)?"
)
_SIX_DIGITS = lazy_pattern(r"\d{6}")
_THIRDS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, LAST_DAY),
    **dict.fromkeys(("中上旬", "上中旬"), (1, 20)),
    "中下旬": (11, LAST_DAY),
    "初": (1, 10),
    "中": (11, 20),
    **dict.fromkeys(("底", "末", "月底", "月末"), (LAST_DAY, LAST_DAY)),
}
_VAGUE_PARTS = frozenset(("初", "中"))


def date_text(text: str) -> str:
    """The text as the patterns here expect it: no time of day, no weekday, no Chinese digits."""
    plain = _SPACED_PARTS.sub(r"\1-\2-\3", _english(spaced(text)))
    plain = _WEEKDAY.sub("", _TIME.sub("", plain))
    plain = re.sub(r"-{2,}", "-", compact(plain)).replace("元月", "1月")
    plain = _DASH_LIKE_ONE.sub("-", _IN_WORDS.sub(_as_digits, plain))
    plain = plain.strip(_ENDS)
    return plain[1:-1] if _IN_BRACKETS.fullmatch(plain) else plain


def _english(text: str) -> str:
    if not any(month in text for month in _MONTHS):
        return text
    for pattern in _ENGLISH:
        if match := pattern.search(text):
            month = _MONTHS.index(match["mon"][:3]) + 1
            whole = f"{of_year(match['y'])}-{month}-{match['d']}"
            return text[: match.start()] + whole + text[match.end() :]
    return text


def _as_digits(match: re.Match[str]) -> str:
    written = match.group()
    if written.isascii():
        return written
    # in a year, 0 and o stand for 〇: 二0二一年
    written = re.sub("[0o]", "〇", written)
    digits = numerals.chinese_digits(written)
    of_a_year = match.string.startswith("年", match.end())
    if digits is not None and (of_a_year or len(written) == 1 or _ZERO.search(written)):
        return f"{digits:0{len(written)}}"  # 〇九年 is 09年: of a year both digits count
    value = numerals.chinese_integer(written)
    return match.group() if value is None else str(value)


def read_one(text: str) -> Span | str | None:
    """One date in prepared text: its span, the code of what is wrong, or None."""
    if match := _DAY.fullmatch(text):
        return _day(match, text)
    for pattern, read in _PATTERNS:
        if match := pattern.fullmatch(text):
            return read(match)
    return None


def _day(match: re.Match[str], text: str) -> Span | str:
    year, month, day = of_year(match["y"]), int(match["m"]), int(match["d"])
    if match["y"] and len(match["y"]) == 2 and re.fullmatch(r"\d{2}[/\-]\d{1,2}[/\-]\d{2}", text):
        first = int(match["y"])
        if first <= 12 and len({first, month, day}) > 1:
            return "ambiguous_date"  # 06-09-21 may be the ninth of June
    joined = _MAY_BE_RANGE.fullmatch(text)
    if joined and month < day and (day <= 12 or joined["of_days"]):
        return "ambiguous_date"  # 6-9 may be June to September, 9-15日 the ninth to the fifteenth
    return one_day(year, month, day)


def _year_last(match: re.Match[str]) -> Span | str:
    first, second, year = int(match["a"]), int(match["b"]), of_year(match["y"])
    if first == second or second > 12:
        return one_day(year, first, second)
    if first > 12:
        return one_day(year, second, first)
    return "ambiguous_date"


def _short_year_unclear(_: re.Match[str]) -> str:
    return "ambiguous_date"


def _month(match: re.Match[str]) -> Span:
    year, month, part = of_year(match["y"] or match["y2"]), int(match["m"]), match["part"]
    if part not in _THIRDS:
        return months(year, month, month, "month")
    first, last = _THIRDS[part]
    vague = part in _VAGUE_PARTS
    return Span(Parts(year, month, first), Parts(year, month, last), "period", approximate=vague)


def _month_of_year(match: re.Match[str]) -> Span:
    return months(of_year(match["y"]), int(match["m"]), int(match["m"]), "month")


def _quarter(match: re.Match[str]) -> Span:
    year = of_year(match["y"] or match["y2"])
    if match["q3"]:
        return months(year, 1, int(match["q3"]) * 3)
    last = int(match["q"] or match["q2"]) * 3
    return months(year, last - 2, last)


def _half(match: re.Match[str]) -> Span:
    year = of_year(match["y"])
    return months(year, 1, 6) if match["half"] == "上" else months(year, 7, 12)


def _whole_year(match: re.Match[str]) -> Span:
    year = of_year(match["y"] or match["y2"])
    return one_day(year, 12, 31) if match["end"] else months(year, 1, 12)


def _only_year(match: re.Match[str]) -> Span | None:
    year = int(match["y"])
    return months(year, 1, 12, "year") if 1990 <= year <= 2060 else None


def _compact_day(match: re.Match[str]) -> Span:
    return one_day(int(match["y"]), int(match["m"]), int(match["d"]))


def _six_digits(match: re.Match[str]) -> Span | str | None:
    """210609 is a day, 202106 a month; what may be both is ambiguous."""
    digits = match.group()
    year, month = int(digits[:4]), int(digits[4:])
    a_month = 1990 <= year <= 2060 and 1 <= month <= 12
    day = one_day(of_year(digits[:2]), int(digits[2:4]), month)
    a_day = day.last.date(0) is not None and int(digits[:2]) <= LATEST_YEAR - 2000
    if a_month and a_day:
        return "ambiguous_date"
    if a_month:
        return months(year, month, month, "month")
    return day if a_day else None


_PATTERNS = (
    (_MONTH, _month),
    (_COMPACT_DAY, _compact_day),
    (_MONTH_OF_YEAR, _month_of_year),
    (_QUARTER, _quarter),
    (_HALF, _half),
    (_WHOLE_YEAR, _whole_year),
    (_ONLY_YEAR, _only_year),
    (_SIX_DIGITS, _six_digits),
    (
        lazy_pattern(rf"(?P<a>\d{{1,2}}){SEPARATOR}(?P<b>\d{{1,2}}){SEPARATOR}(?P<y>\d{{4}})"),
        _year_last,
    ),
    (lazy_pattern(rf"\d{{1,2}}{SEPARATOR}\d{{1,2}}{SEPARATOR}\d{{2}}"), _short_year_unclear),
)
