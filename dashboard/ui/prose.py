"""What units wrote, in places where Streamlit reads Markdown: there it stays what they wrote.

Else a name like ``![](http://…)`` would fetch a picture, and ``**`` or ``$`` change how the page
looks. Headings, notes and messages take ``prose`` where there are values, ``plain`` elsewhere.
"""

from __future__ import annotations

import re

from dashboard.texts import t

_MARKS = re.compile(r"[\\`*_\[\]<>~$:&|]")
_OPENS_A_BLOCK = re.compile(r"(?:#{1,6}|[-+]|(\d{1,9})[.)])(?=\s|$)|-(?=[\s-]*$)")


def plain(text: object) -> str:
    """The text so that Markdown shows it letter by letter, on one line."""
    line = " ".join(str(text).split())
    marked = _MARKS.sub(r"\\\g<0>", line)
    opening = _OPENS_A_BLOCK.match(marked)
    if opening is None:
        return marked
    number = opening[1] or ""
    return f"{number}\\{marked[len(number) :]}"


def prose(key: str, **values: object) -> str:
    """As ``t``, for Markdown: what is filled in stays plain."""
    filled = {
        name: plain(value) if isinstance(value, str) else value for name, value in values.items()
    }
    return t(key, **filled)
