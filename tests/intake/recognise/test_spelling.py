from __future__ import annotations

import pytest

from dashboard.intake.recognise.spelling import is_unit_mark, key, keys, may_be_key, stem


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("执法人员\n总数", "执法人员总数", id="line break"),
        pytest.param("总  分", "总分", id="spaces inside a word"),
        pytest.param("总　分", "总分", id="ideographic space"),
        pytest.param("执法人员总数(人)", "执法人员总数", id="unit mark"),
        pytest.param("执法人员总数\uff08人\uff09", "执法人员总数", id="full-width brackets"),
        pytest.param("*材料名称", "材料名称", id="star of a required column"),
        pytest.param("1.案卷号", "案卷号", id="numbering"),
        pytest.param("(一)案卷号", "案卷号", id="Chinese numbering"),
        pytest.param("①案卷号", "案卷号", id="circled numbering"),
        pytest.param("其中:持证人数", "持证人数", id="of which"),
        pytest.param("执法人员总数A", "执法人员总数", id="letter of a formula"),
        pytest.param("ＵＲＬ", "url", id="full-width letters"),
        pytest.param("執法人員總數", "执法人员总数", id="traditional characters"),
        pytest.param("含义", "含义", id="no prefix to take off"),
    ],
)
def test_two_spellings_of_a_heading_share_a_key(written: str, expected: str) -> None:
    assert key(written) == expected


def test_alternatives_in_a_heading_are_read_one_by_one() -> None:
    assert set(keys("案卷号/文号")) == {"案卷号文号", "案卷号", "文号"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("办结时间", "办结日期"),
        ("是否合法性审查", "合法性审核"),
        ("执法人员数量", "执法人员人数"),
        ("法治审核人员", "法制审核人员"),
    ],
)
def test_words_used_for_one_another_are_levelled(one: str, other: str) -> None:
    assert stem(key(one)) == stem(key(other))


@pytest.mark.parametrize(("one", "other"), [("开始日期", "结束日期"), ("公开日期", "公开网址")])
def test_words_that_differ_in_meaning_stay_apart(one: str, other: str) -> None:
    assert stem(key(one)) != stem(key(other))


def test_a_cell_of_nothing_but_a_unit_of_measure_is_told_from_a_heading() -> None:
    assert is_unit_mark("(人)")
    assert is_unit_mark("单位:件")
    assert not is_unit_mark("人员")


def test_the_quick_look_passes_over_no_letter_that_a_key_is_made_of() -> None:
    letters = [*map(chr, range(0xD800)), *map(chr, range(0xE000, 0x10000))]
    letters += [*map(chr, range(0x1F200, 0x1F300)), *map(chr, range(0x2F800, 0x2FA20))]
    overlooked = [one for one in letters if key(one) and not may_be_key(one, key(one))]
    assert overlooked == []


@pytest.mark.parametrize(
    ("text", "one", "expected"),
    [
        pytest.param("案卷号", "案卷号", True, id="the same"),
        pytest.param("執法人員總數", "执法人员总数", True, id="traditional characters"),
        pytest.param("漯文罚字第1号", "案卷号", False, id="a cell of the column"),
        pytest.param("案由:无证经营", "案卷号", True, id="begins alike, to be looked at closely"),
        pytest.param("案" * 41, "案", False, id="longer than any heading"),
        pytest.param("案卷号", "", False, id="nothing is no key"),
        pytest.param("案卷号", None, False, id="no heading over the column"),
    ],
)
def test_the_quick_look_tells_cells_from_spellings_of_a_key(text, one, expected) -> None:
    assert may_be_key(text, one) is expected
