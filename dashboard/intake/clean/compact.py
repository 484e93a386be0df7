"""The form in which a cell's text is compared with the patterns of this package."""

from __future__ import annotations

import re
import unicodedata

from dashboard.patterns import lazy_pattern
from dashboard.text import tidy

_LONGEST = 300
LONGEST_DITTO = 6
"""Letters of a text that may be a ditto mark."""
_CUT = "⋯"
_NUMBER_SIGNS = lazy_pattern(
    "[\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u32bf]"
)
_SPACE = lazy_pattern(r" +(?!\d)|(?<!\d) +")
_TYPED_APART = lazy_pattern(r"\S(?:[ \u00a0\u3000]\S)+")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("—–―−‐‑‒─﹣", "-"),  # every dash is one dash
        **dict.fromkeys("〜∼", "~"),
        **dict.fromkeys("≧⩾", "≥"),
        **dict.fromkeys("≦⩽", "≤"),
        "⁄": "/",
        "∕": "/",
        "\\": "/",
        "％": "%",
        "﹪": "%",
        "巳": "已",  # the commonest misprints of 已
        "己": "已",
        "\ufe0e": None,  # of emoji: the sign is the same with them
        "\ufe0f": None,
        # ticks and boxes of the symbol fonts, as word processors paste them
        **dict.fromkeys("\uf0fc\uf050", "√"),
        **dict.fromkeys("\uf0fb\uf04f", "×"),
        **dict.fromkeys("\uf0fe\uf052", "☑"),
        **dict.fromkeys("\uf0a8\uf0a3", "□"),
    }
)
_STROKES = lazy_pattern(r"[/\-_~*.。 ]+|无数据|null|none|nan|nil")
_ERROR = lazy_pattern(
    r"#(?:ref!|n/a|div/0!|value!|name\?|num!|null!|spill!|calc!|getting_data|#*)", re.IGNORECASE
)


_DITTO = lazy_pattern(
    r"-?(?:[〃〞\"″“”]{1,3}|''|′′|``)-?|同上(?:行|格|栏)?|[同如]前|同左|上同|同上面|ditto|do\."
)
_DITTO_LETTERS = frozenset("〃〞\"″“”'′`同如上dD")


def spaced(text: str) -> str:
    """NFKC, lower case, one sort of dash, single spaces.

    A footnote mark stands apart, so that 12① or 12² does not become 121 or 122. Text beyond
    any value's length is cut and marked so: a hostile cell costs no time, nor is it a value.
    """
    if len(text) > _LONGEST:
        text = text[:_LONGEST] + _CUT
    apart = _NUMBER_SIGNS.sub(r" \g<0> ", text)
    plain = unicodedata.normalize("NFKC", apart).lower().translate(_MARKS)
    if apart == text and is_typed_apart(text):
        plain = plain.replace(" ", "")
    return tidy(plain)


def compact(text: str) -> str:
    """``spaced`` without white space, save that between two digits: "12 3" is not 123."""
    return _SPACE.sub("", spaced(text))


def together(text: str) -> str:
    """The text without the spaces between its letters, if it is typed apart; else as it is."""
    return "".join(text.split()) if is_typed_apart(text) else text


def is_typed_apart(text: str) -> bool:
    """Whether there is a single space between any two letters, as people fill a cell that is
    too wide: ２ ０ ２ １ 年 6 月. Two spaces, or a number of two digits, may part numbers."""
    bare = text.strip()
    return len(bare) > 2 and bare[1].isspace() and _TYPED_APART.fullmatch(bare) is not None


def is_stroke(text: str) -> bool:
    """Whether compacted text is only strokes (/, -, —): the writer has nothing to say."""
    return _STROKES.fullmatch(text) is not None


def says_nothing(text: str) -> bool:
    """The same of text as it is written."""
    return is_stroke(compact(text))


def is_ditto(text: str) -> bool:
    """Whether the text only points to another cell: 同上, 〃."""
    if len(text) > LONGEST_DITTO or _DITTO_LETTERS.isdisjoint(text):
        return False
    return _DITTO.fullmatch(compact(text)) is not None


def is_error_value(text: str) -> bool:
    """Whether it is the text of a formula's error, such as #REF! or a cell too narrow."""
    return text[0] == "#" and _ERROR.fullmatch(text) is not None
