from __future__ import annotations

import pytest

from dashboard.intake.recognise.common import GENERIC, NUMBERING
from dashboard.intake.recognise.dictionary import columns_of, known, may_begin_heading
from dashboard.kinds import kinds

HEADINGS = sorted(
    {name for kind in kinds().values() for column in columns_of(kind) for name in column.headings}
    | GENERIC
    | NUMBERING
)
BEFORE = ("", "是否", "目前", "已经", "其中:", "第一、", "(1)", "本单位", "落实")


@pytest.mark.parametrize("before", BEFORE)
def test_what_is_known_as_a_heading_may_begin_one(before):
    written = [before + heading for heading in HEADINGS]
    assert [text for text in written if known(text) and not may_begin_heading(text)] == []


@pytest.mark.parametrize("text", ["漯文罚字〔2021〕第1号", "甯晓", "翟家湾站"])
def test_data_is_told_by_its_first_letter(text):
    assert not known(text)
    assert not may_begin_heading(text)
