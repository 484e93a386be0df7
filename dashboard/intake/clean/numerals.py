"""Numbers in Chinese characters: 十二, 两千零二十一, 二〇二一, 廿五, 九十五点五."""

from __future__ import annotations

from dashboard.patterns import lazy_pattern

_VALUES = {
    char: value
    for value, chars in enumerate(
        ("零〇○", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
DIGITS = "".join(_VALUES)
CHARACTERS = DIGITS + "十拾百佰千仟万亿廿卅"
_PLAIN = str.maketrans({"拾": "十", "佰": "百", "仟": "千", "廿": "二十", "卅": "三十"})
_D = f"[{DIGITS}]"
_Z = "[零〇○]?"
_SECTION = lazy_pattern(rf"(?:({_D})千)?(?:{_Z}({_D})百)?(?:{_Z}({_D})?十)?(?:({_Z})({_D}))?")
_BIG = {"亿": 10**8, "万": 10**4}


def chinese_digits(text: str) -> int | None:
    """Digits written one by one: 二〇二一 is 2021; None where anything else stands there."""
    if not text or any(char not in _VALUES for char in text):
        return None
    return int("".join(str(_VALUES[char]) for char in text))


def chinese_integer(text: str) -> int | None:
    """A whole number in words, or None. Colloquial cuts (一百二 for 120) are None."""
    text = text.translate(_PLAIN)
    if len(text) == 1 and text in _VALUES:
        return _VALUES[text]
    if any(char in text for char in "十百千万亿"):
        return _scaled(text)
    return chinese_digits(text) if any(char in text for char in "零〇○") else None


def _scaled(text: str) -> int | None:
    for char, scale in _BIG.items():
        if char not in text:
            continue
        high, _, low = text.partition(char)
        above = chinese_integer(high)
        below = _scaled(low) if len(low) > 1 else _last(low)
        if above is None or below is None or below >= scale:
            return None
        return above * scale + below
    return _section(text)


def _last(low: str) -> int | None:
    """What follows 万 or 亿 as a single character: nothing, else it is a colloquial cut."""
    return 0 if not low else None


def _section(text: str) -> int | None:
    match = _SECTION.fullmatch(text)
    if match is None:
        return None
    thousands, hundreds, tens, zero, ones = match.groups()
    has_ten = "十" in text
    if ones and not zero and not has_ten and (thousands or hundreds):
        return None
    ten = _VALUES[tens] if tens else int(has_ten)
    parts = (_VALUES[part] if part else 0 for part in (thousands, hundreds, ones))
    thousand, hundred, one = parts
    return thousand * 1000 + hundred * 100 + ten * 10 + one


def chinese_number(text: str) -> float | None:
    """As ``chinese_integer``, with decimals after 点: 九十五点五 is 95.5."""
    whole, point, decimals = text.partition("点")
    high = chinese_integer(whole)
    if high is None or not point:
        return high
    low = chinese_digits(decimals)
    return None if low is None else high + low / 10 ** len(decimals)
