from __future__ import annotations

import pytest

from dashboard.intake.recognise import content

BEGINNINGS = sorted(content._TELLING)
REST = [
    "",
    *[
        "月",
        "月初",
        "月9日",
        "季度",
        "半年",
        "期坚持",
        "年",
        "年底",
        "续",
        "成",
        "完成",
        "○二一年度",
        "二〇年六月",
        "约3人",
        "计5件",
        "余12",
        "十人",
        "左右",
        "无",
        "有",
        "否",
        "分之三",
        "半",
        "启动",
        "部完成",
        "适用",
        "涉及",
        "需",
        "落实到位",
        "(见附件)",
        ",已整改",
        "上旬",
        "月底",
        "末",
        "底",
    ],
]


def seen_in_full(word: str) -> set[str]:
    return {name for name, pattern in content._LOOKS if pattern.match(word)}


@pytest.mark.parametrize("rest", REST)
def test_what_begins_with_any_other_chinese_letter_is_nothing_special(rest):
    others = [chr(code) for code in range(0x4E00, 0xA000) if chr(code) not in content._TELLING]
    assert [letter for letter in others if seen_in_full(letter + rest)] == []


def test_every_letter_that_is_looked_at_more_closely_begins_something():
    assert [
        letter for letter in BEGINNINGS if not any(seen_in_full(letter + rest) for rest in REST)
    ] == []
