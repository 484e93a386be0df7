"""Personal identity numbers (GB 11643-1999), which are never stored and never shown.

Those of 18 digits have a check digit and are known by it. Those of 15 digits, given out until
1999, have none: region, year, month and day of a century that is not written, and a number of
order. One in some hundred numbers of 15 digits looks like one by chance, as numbers of cases,
of accounts and runs of telephone numbers do. Hence the old ones are masked only where, besides,
the words beside them or the heading over them say that they are numbers of persons.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

from dashboard.patterns import lazy_pattern

_APART = "[\\s._·\u200b-\u200f\u2060\ufeff-]"
"""What people, and programs that break lines, put between the parts of a number."""
_CANDIDATE = lazy_pattern(rf"(?<!\d)[1-9１-９](?:{_APART}?\d){{16}}{_APART}?[\dXxＸｘ](?!\d)")
_FROM_THE_YEAR = lazy_pattern(rf"[12１２]{_APART}?[09０９](?:{_APART}?\d){{9}}")
"""What every number holds from the year of birth on: few texts have anything like it, and
looking for it takes a fifth of the time of looking for the number."""
_SAID = lazy_pattern(r"(?:身份证|证件号)[^\d\n,,、;;。]*$")
"""The words before a number that say what it is, whether it be right or not."""
_SAID_AFTER = lazy_pattern(r"\s*[((【\[]?\s*(?:身份证|证件号)")
_SAYS_SO = ("身份证", "证件号")
_OLD = lazy_pattern(rf"(?<!\d)[1-8１-８](?:{_APART}?\d){{14}}(?!{_APART}?\d)")
_PROVINCES = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55))
) | {*range(61, 66), 71, 81, 82}
_LONGEST_SAID = 14
_NO_DIGIT = lazy_pattern(_APART)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_LENGTH = 18
_PLAIN_X = str.maketrans({"Ｘ": "X", "ｘ": "X", "x": "X"})


def says_identity(text: str) -> bool:
    """Whether words call a number one of a person: those of a heading, or beside the number."""
    return "证" in text and any(words in text for words in _SAYS_SO)


def mask_identity_numbers(text: str, *, said: bool = False) -> str:
    """The text with every identity number cut to its first three and last two characters.

    A number counts when its date of birth exists and its check digit is right, so that
    case numbers of 18 digits stay as they are, or when the words before it call it one: a
    slip of the pen is personal still. The check digit leaves the 13 hidden ones open.

    ``said``: a heading over the text says that such numbers stand there.
    """
    if said or says_identity(text):
        text = _OLD.sub(partial(_old_masked, said=said), text)
        if said:
            return _CANDIDATE.sub(lambda match: _cut(_plain(match)), text)
    if len(text) < _LENGTH or _FROM_THE_YEAR.search(text) is None:
        return text
    return _CANDIDATE.sub(_masked, text)


def may_hold_identity(text: str) -> bool:
    """Whether something of the length of an identity number stands there."""
    if says_identity(text) and _OLD.search(text) is not None:
        return True
    return _FROM_THE_YEAR.search(text) is not None and _CANDIDATE.search(text) is not None


def _masked(match: re.Match[str]) -> str:
    number = _plain(match)
    if not _is_said_before(match) and not _is_identity_number(number):
        return match.group()
    return _cut(number)


def _old_masked(match: re.Match[str], *, said: bool) -> str:
    """The same of a number of 15 digits, where it is said and may be one."""
    number = _plain(match)
    said = (
        said or _is_said_before(match) or _SAID_AFTER.match(match.string, match.end()) is not None
    )
    if not said or int(number[:2]) not in _PROVINCES:
        return match.group()
    digits = [int(digit) for digit in number]
    return _cut(number) if _is_birthday([1, 9, *digits[6:12]]) else match.group()


def _plain(match: re.Match[str]) -> str:
    return _NO_DIGIT.sub("", match.group()).translate(_PLAIN_X)


def _cut(number: str) -> str:
    return number[:3] + "*" * (len(number) - 5) + number[-2:]


def _is_said_before(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _LONGEST_SAID) : match.start()]
    return _SAID.search(before) is not None


def _is_identity_number(number: str) -> bool:
    digits = [int(digit) for digit in number[:-1]]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True))
    last = number[-1] if number[-1] == "X" else str(int(number[-1]))
    return last == _CHECK[total % 11] and _is_birthday(digits[6:14])


def _is_birthday(digits: list[int]) -> bool:
    written = "".join(map(str, digits))
    try:
        born = dt.date(int(written[:4]), int(written[4:6]), int(written[6:]))
    except ValueError:
        return False
    return 1900 <= born.year < 2100
