from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.intake.locate import words
from dashboard.intake.locate.words import begins_a_foot, is_example, is_total, none_begins_a_foot

MARKS = (
    "注:",
    "备注",
    "说明",
    "附:",
    "温馨提示:",
    "填表要求",
    "特此报告",
    "口径说明:",
    "※",
    "续上表",
)
ENDS = ("", ":", "：", "_", "(签字)", "(例)", "1", " 页", "年月日", "以下空白", "未完待续", "示例1")
parts = st.one_of(
    st.sampled_from((*MARKS, *ENDS, *words._SIGN_WORDS.split("|"))),
    st.text("漯文罚字〔2021〕第1号-pP|｜ 　人：（", max_size=4),
)
texts = st.lists(st.lists(parts, min_size=1, max_size=3).map("".join), min_size=1, max_size=3)


@given(texts)
def test_one_look_at_many_texts_passes_over_no_foot_and_no_example(many):
    if none_begins_a_foot(many):
        assert not any(begins_a_foot(text) or is_example(text) for text in many)


def test_numbers_of_cases_are_plainly_no_foot():
    assert none_begins_a_foot([f"漯文罚字〔2021〕第{number}号" for number in range(99)])


@pytest.mark.parametrize(
    "text",
    [
        "合计",
        "小 计",
        "全局总计:",
        "执法人员合计",
        "汇总",
        "全局汇总",
        "本月累计",
        "累计",
        "人数总和",
    ],
)
def test_totals_are_known_by_their_words(text):
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["目录已汇总", "清理情况汇总", "案卷评查汇总", "正在汇总", "投诉办理累计", "材料汇总"]
)
def test_what_was_gathered_is_no_total(text):
    assert not is_total(text)
