"""Counts, scores and thresholds as units write them."""

import datetime as dt

import pytest

from dashboard.intake.clean import clean_integer, clean_number, clean_quantity
from dashboard.intake.clean.numerals import chinese_integer
from dashboard.intake.clean.result import percent_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (12, 12), (12.0, 12), (11.9999999999, 12), (0, 0), ("12", 12), ("１２", 12), ("12.0", 12),
        (" 12 ", 12), ("12人", 12), ("12 人", 12), ("12名", 12), ("12人次", 12), ("12件", 12),
        ("共12人", 12), ("共有六人", 6), ("1,200", 1200), ("１，２００人", 1200), ("十二", 12),
        ("十二人", 12), ("3个人", 3), ("有3人", 3), ("两", 2), ("廿五", 25), ("三百二十", 320),
        ("一百零五", 105), ("两千零二十一", 2021),
        ("一万二千", 12000), ("壹拾贰", 12), ("3.5万", 35000), ("2千", 2000), ("3人；", 3),
        ("无", 0), ("没有", 0), ("零", 0), ("暂无", 0), ("—", None), ("-", None), ("/", None),
        ("", None), (None, None), ("　", None),
    ],
)  # fmt: skip
def test_a_count_is_understood_however_it_is_written(written, number):
    found = clean_integer(written, minimum=0)
    assert found == (number, None, None)
    assert type(found.value) in (int, type(None))


@pytest.mark.parametrize(
    ("written", "number", "code"),
    [
        ("约12", 12, "approximate_number"),
        ("约12人", 12, "approximate_number"),
        ("12余人", 12, "approximate_number"),
        ("12人余", 12, "approximate_number"),
        ("十余人", 10, "approximate_number"),
        ("20多人", 20, "approximate_number"),
        ("12左右", 12, "approximate_number"),
        ("12人左右", 12, "approximate_number"),
        ("近12", 12, "approximate_number"),
        ("九十多", 90, "approximate_number"),
        ("三十余人", 30, "approximate_number"),
        ("三十来人", 30, "approximate_number"),
        ("30来个", 30, "approximate_number"),
        ("近百件", 100, "approximate_number"),
        ("百余人", 100, "approximate_number"),
        ("约千人", 1000, "approximate_number"),
        ("约1234567人", 1234567, "approximate_number"),
        ("15人（含借调）", 15, "number_with_remark"),
        ("15人(其中女5人)", 15, "number_with_remark"),
        ("2人,其中1人取得资格", 2, "number_with_remark"),
        ("68(机关34、大队34)", 68, "number_with_remark"),
        ("3名(A证2名、C证1名)", 3, "number_with_remark"),
        ("8（含2名借调）", 8, "number_with_remark"),
        ("12人(6月底)", 12, "number_with_remark"),
        ("600户(50%)", 600, "number_with_remark"),
        ("600（完成率50.5%）", 600, "number_with_remark"),
    ],
)
def test_a_doubtful_count_is_kept_and_named(written, number, code):
    assert clean_integer(written, minimum=0) == (number, code, {"number": str(number)})


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("3-5", "range_not_number"), ("3～5人", "range_not_number"), ("3至5", "range_not_number"),
        ("12以上", "range_not_number"), ("不少于12人", "range_not_number"),
        ("≥12", "range_not_number"), ("十几人", "range_not_number"), ("数十人", "range_not_number"),
        ("三十几人", "range_not_number"), ("30几", "range_not_number"),
        ("100+", "range_not_number"), ("30+人", "range_not_number"),
        ("上百件", "range_not_number"), ("近十几人", "not_a_number"), ("百件", "not_a_number"),
        (-1, "out_of_range"), ("-1", "out_of_range"), (10**400, "out_of_range"),
        ("9" * 5000, "not_a_number"), ("9" * 50, "out_of_range"), ("1e99", "out_of_range"),
        (12.5, "not_an_integer"), ("12.5人", "not_an_integer"),
        ("1O", "looks_misread"), ("l2", "looks_misread"), ("O", "looks_misread"),
        ("1〇人", "not_a_number"), ("15人(女5人)", "several_numbers"),
        ("12 3", "several_numbers"), ("1  2", "several_numbers"), ("1 2人", "several_numbers"),
        ("2 ①", "several_numbers"), ("1\n2", "several_numbers"),
        ("12①", "several_numbers"), ("12²", "several_numbers"), ("三、五", "not_a_number"),
        ("一百二", "not_a_number"), ("1,20", "several_numbers"), ("80分", "not_a_number"),
        ("较多", "not_a_number"), (True, "not_a_number"), (float("inf"), "not_a_number"),
        (float("nan"), "not_a_number"), (percent_number(0.12), "not_a_number"),
        (dt.date(2021, 1, 12), "number_became_date"), ("#DIV/0!", "error_value_text"),
        (dt.time(1), "not_a_number"),
    ],
)  # fmt: skip
def test_what_is_no_one_count_is_an_error_and_never_a_guess(written, code):
    assert clean_integer(written, minimum=0)[:2] == (None, code)


@pytest.mark.parametrize(
    "written", ["1 2", " 1 2 ", "１\u3000２", "1\u00a02", "1 2 人", "共 1 2 人"]
)
def test_digits_typed_apart_are_one_number_with_a_word(written):
    assert clean_integer(written) == (12, "digits_typed_apart", {"number": "12"})


@pytest.mark.parametrize("written", ["3 人", "约 3", "十 二", "9 . 0"])
def test_other_signs_typed_apart_need_no_word(written):
    assert clean_integer(written).code in (None, "approximate_number")


def test_a_misread_count_names_what_was_likely_meant():
    assert clean_integer("1O人").details == {"likely": "10人"}


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (95.5, 95.5),
        (95, 95.0),
        ("95分", 95.0),
        ("８８．５分", 88.5),
        ("九十五点五", 95.5),
        ("95.50", 95.5),
    ],
)
def test_a_score_may_have_decimals(written, number):
    found = clean_number(written, minimum=0, maximum=100)
    assert found == (number, None, None)
    assert type(found.value) is float


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (105, "out_of_range"),
        ("-3", "out_of_range"),
        ("无", "not_a_number"),
        ("90-95", "range_not_number"),
    ],
)
def test_a_score_outside_its_bounds_or_without_a_number_is_an_error(written, code):
    assert clean_number(written, minimum=0, maximum=100)[:2] == (None, code)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        (5, 5.0),
        ("5", 5.0),
        ("5%", 0.05),
        ("５％", 0.05),
        (percent_number(0.05), 0.05),
        ("3天", 3.0),
        ("60分", 60.0),
    ],
)
def test_a_quantity_is_a_fraction_only_with_a_percent_sign(written, number):
    assert clean_quantity(written) == (number, None, None)


@pytest.mark.parametrize(
    "text", ["百", "一百二", "二十十", "点", "一二", "万", "三万五", "abc", ""]
)
def test_colloquial_or_broken_chinese_numbers_are_not_guessed(text):
    assert chinese_integer(text) is None


@pytest.mark.parametrize(
    ("written", "number"), [("38/40", 38), ("93 / 100分", 93), ("18.5分/20分", 18.5)]
)
def test_a_score_of_so_many_is_taken_with_a_word(written, number):
    found = clean_number(written, minimum=0, maximum=100)
    assert found[:2] == (number, "number_with_remark")


@pytest.mark.parametrize("written", ["42/40", "3/4/5", "38/400", "38/0"])
def test_what_is_no_score_of_so_many_is_not_taken(written):
    assert clean_number(written, minimum=0, maximum=100)[:2] == (None, "several_numbers")
    assert clean_integer("38/40")[:2] == (None, "several_numbers")
