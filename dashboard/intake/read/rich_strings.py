"""Shared strings in several looks: what is struck out or raised is no part of the number beside
it."""

from __future__ import annotations

import re

from dashboard.patterns import lazy_pattern

_END = lazy_pattern(rb"(</(?:\w+:)?si>)")
_LONGEST = 1 << 12
"""Of an item that is looked at: a number is short, and on an endless one no time is spent."""
_RUN = lazy_pattern(
    rb"(?:<(?:\w+:)?rPr>(?P<look>.*?)</(?:\w+:)?rPr>\s*)?<(?:\w+:)?t\b[^>]*>(?P<text>[^<]*)",
    re.DOTALL,
)
_MARKED = lazy_pattern(
    rb"<(?:\w+:)?(?:strike|vertAlign)\b(?![^>]*val=[\"'](?:0|false|baseline)[\"'])"
)
_BLANK = b"&#160;"
"""One that no reader of XML trims."""


def with_runs_apart(strings: bytes) -> bytes:
    """The shared strings, with a blank between two digits of which one is struck out or raised.

    Readers join the runs of a text: a 5 that is struck out before its 6 would be 56, and the 5
    with a footnote's raised 2 be 52. Apart they are two numbers, which is a problem at the cell.
    Nothing is left out: what is struck out may still be what was meant."""
    if b"strike" not in strings and b"vertAlign" not in strings:
        return strings
    return b"".join(map(_apart, _END.split(strings)))


def _apart(xml: bytes) -> bytes:
    if len(xml) > _LONGEST or not _MARKED.search(xml):
        return xml
    pieces: list[bytes] = []
    done, before, was_marked = 0, b"", False
    for run in _RUN.finditer(xml):
        text, marked = run["text"], bool(_MARKED.search(run["look"] or b""))
        if (marked or was_marked) and before[-1:].isdigit() and text[:1].isdigit():
            pieces += (xml[done : run.start("text")], _BLANK)
            done = run.start("text")
        if text:
            before, was_marked = text, marked
    return b"".join((*pieces, xml[done:]))
