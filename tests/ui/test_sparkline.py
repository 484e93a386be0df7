"""A line as small as a word."""

from __future__ import annotations

import re
from base64 import b64decode

from dashboard.ui.sparkline import sparkline


def drawn(values):
    image = re.search(r"base64,([^\"]+)", sparkline(values, "走势"))
    return re.findall(r'polyline points="([^"]+)"', b64decode(image[1]).decode())


def test_a_week_without_a_figure_is_a_gap_and_no_zero():
    assert [len(line.split()) for line in drawn([1, 2, None, 3, 4])] == [2, 2]


def test_one_figure_between_gaps_is_a_dot():
    (before, alone) = drawn([1, 2, None, 3])
    assert len(set(alone.split())) == 1
    assert len(before.split()) == 2


def test_the_scale_begins_at_zero():
    ((first, last),) = [line.split() for line in drawn([0, 2])]
    assert (first, last) == ("4.0,26.0", "146.0,4.0")


def test_one_figure_is_no_history():
    assert sparkline([3], "走势") == ""


def test_words_cannot_break_out_of_the_image():
    assert '"><script>' not in sparkline([1, 2], '"><script>')
