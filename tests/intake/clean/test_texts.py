"""Text, task numbers and personal identity numbers."""

import datetime as dt

import pytest

from dashboard.intake.clean import (
    DateFrame,
    clean_table,
    clean_task_id,
    clean_text,
    mask_identity_numbers,
    shown,
)
from dashboard.intake.clean.result import percent_number
from dashboard.kinds import kind

FRAME = DateFrame(dt.date(2021, 7, 9))
IDENTITY = "11010519491231002X"  # the example of GB 11643
MASKED = "110*************2X"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("法制科", "法制科"), ("  法制\u200b \n 科　", "法制 科"), ("/", "/"), ("#1楼", "#1楼"),
        (3.0, "3"), (3, "3"), (4.4, "4.4"), (0.1 + 0.2, "0.3"), (13912345678.0, "13912345678"),
        (dt.date(2021, 6, 9), "2021-06-09"), (dt.datetime(2021, 6, 9), "2021-06-09"),
        (dt.datetime(2021, 6, 9, 8, 30), "2021-06-09 08:30"), (dt.time(8, 30), "08:30"),
        (True, "是"), (False, "否"), (percent_number(0.05), "5%"), (" ", None), ("", None),
        (None, None),
    ],
)  # fmt: skip
def test_text_is_what_the_cell_shows_tidied(value, text):
    assert clean_text(value) == (text, None, None)


@pytest.mark.parametrize(
    ("value", "code"),
    [("#REF!", "error_value_text"), ("####", "error_value_text"), (4.1e17, "digits_lost"),
     ("2.02101E+17", "digits_lost"), ("1.38E+010", "digits_lost")],
)  # fmt: skip
def test_a_formulas_error_and_a_number_that_lost_digits_are_named(value, code):
    assert clean_text(value)[:2] == (None, code)


def test_a_column_with_one_number_that_lost_digits_names_it():
    cleaned = clean_table(
        kind("case_review"), {"case_no": ["漯文罚〔2021〕1号", "2.02E+17"]}, FRAME
    )
    assert cleaned.values["case_no"] == ["漯文罚〔2021〕1号", None]
    assert [fault.code for fault in cleaned.faults] == ["digits_lost"]


def test_a_long_number_keeps_every_digit_that_the_file_holds():
    cleaned = clean_table(
        kind("case_review"),
        {"case_no": [410000202106090001.0, 12.0]},
        FRAME,
        long_numbers={"case_no": {0: "410000202106090017"}},
    )
    assert cleaned.values["case_no"] == ["410000202106090017", "12"]
    assert cleaned.faults == []


def test_a_number_that_ends_in_zeros_after_15_digits_may_have_lost_them():
    cells = {"case_no": [410000202106090000.0]}
    digits = {"case_no": {0: "410000202106090000"}}
    cleaned = clean_table(kind("case_review"), cells, FRAME, long_numbers=digits)
    assert cleaned.values["case_no"] == [None]
    assert [fault.code for fault in cleaned.faults] == ["digits_lost"]


def test_a_number_whose_last_digits_the_file_does_not_hold_is_named():
    cells = {"case_no": [411104202100000100.0]}
    digits = {"case_no": {0: "4.111042021000001e+17"}}
    cleaned = clean_table(kind("case_review"), cells, FRAME, long_numbers=digits)
    assert cleaned.values["case_no"] == [None]
    assert [fault.code for fault in cleaned.faults] == ["digits_lost"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (IDENTITY, MASKED),
        (f"张三{IDENTITY}党员", f"张三{MASKED}党员"),
        ("11010519491231002x", MASKED),
        ("110105 19491231 002X", MASKED),
        ("１１０１０５１９４９１２３１００２Ｘ", "１１０*************２X"),
        (f"{IDENTITY}、{IDENTITY}", f"{MASKED}、{MASKED}"),
        ("110105194912310021", "110105194912310021"),  # wrong check digit
        ("110105194913310029", "110105194913310029"),  # no such birthday
        (f"9{IDENTITY}", f"9{IDENTITY}"),  # 19 digits
        ("案卷2021", "案卷2021"),
    ],
)
def test_personal_identity_numbers_are_masked_and_nothing_else(text, masked):
    assert mask_identity_numbers(text) == masked


def test_an_identity_number_is_neither_stored_nor_shown_whatever_the_column():
    cells = {"person": [f"张三 {IDENTITY}"], "status": [IDENTITY], "due_on": [f"联系{IDENTITY}"]}
    cleaned = clean_table(kind("task_progress"), cells, FRAME)
    assert cleaned.values["person"] == [f"张三 {MASKED}"]
    assert {fault.column: fault.code for fault in cleaned.faults} == {
        "person": "identity_number_masked",
        "status": "unknown_choice",
        "due_on": "not_a_date",
    }
    assert not any("19491231" in fault.details["text"] for fault in cleaned.faults)


@pytest.mark.parametrize(
    "written",
    ["4.4.1", "4-4-1", "4.4.1.", "4、4、1", "４．４．１", "四(四)1", "四（四）1.", "四、(四)1",
     "四、（四）、1", "4.4(1)",
     "任务4.4.1", " 4.4.1 "],
)  # fmt: skip
def test_a_task_has_one_number_however_it_is_written(written):
    assert clean_task_id(written) == ("4.4.1", None, None)


@pytest.mark.parametrize(
    ("written", "number"),
    [("四(四)", "4.4"), ("4.4.10", "4.4.10"), ("四(十)12", "4.10.12"), (4.4, "4.4"), (1, "1"),
     ("指标一", "指标一"),
     ("1.2.3.4", "1.2.3.4")],
)  # fmt: skip
def test_other_numbers_of_tasks_stay_as_they_are(written, number):
    assert clean_task_id(written) == (number, None, None)


@pytest.mark.parametrize(
    "value", [dt.date(2004, 4, 1), dt.datetime(2004, 4, 1), "2004-04-01", "2004/4/1"]
)
def test_a_task_number_that_became_a_date_names_what_it_was(value):
    found = clean_task_id(value)
    assert found == (None, "task_id_became_date", {"likely": "4.4.1"})


def test_words_after_a_task_number_are_left_out_with_a_doubt():
    assert clean_task_id("四(四)1加强规范化建设")[:2] == ("4.4.1", "task_id_with_text")


def test_a_long_cell_is_cut_where_it_is_shown():
    assert shown("很" * 500).endswith("…")
    assert len(shown("很" * 500)) == 60


def test_a_number_said_to_be_an_identity_number_is_masked_though_its_check_digit_is_wrong():
    wrong = IDENTITY[:-1] + "1"
    assert mask_identity_numbers(f"张某(身份证号:{wrong})") == "张某(身份证号:110*************21)"
    assert mask_identity_numbers(f"案号{wrong}") == f"案号{wrong}"


OLD = "411102" + "800101" + "123"
OLD_MASKED = "411**********23"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"张三(身份证号:{OLD})", f"张三(身份证号:{OLD_MASKED})"),
        (f"张三,身份证{OLD},党员", f"张三,身份证{OLD_MASKED},党员"),
        ("证件号码 411102 800101 123", f"证件号码 {OLD_MASKED}"),
        (f"{OLD}(身份证)", f"{OLD_MASKED}(身份证)"),
        (OLD, OLD),  # nothing says what it is
        (f"案号{OLD}", f"案号{OLD}"),
        (f"执法证号{OLD}", f"执法证号{OLD}"),
        ("身份证号411102801301123", "身份证号411102801301123"),  # no such birthday
        ("身份证号991102800101123", "身份证号991102800101123"),  # no such province
        (f"身份证号1{OLD}", f"身份证号1{OLD}"),  # 16 digits
        (f"身份证已查,案号{OLD}", f"身份证已查,案号{OLD}"),
    ],
)
def test_an_old_identity_number_is_masked_where_it_is_said_to_be_one(text, masked):
    assert mask_identity_numbers(text) == masked
    assert clean_text(text).value == masked


def test_under_a_heading_that_says_so_any_identity_number_is_masked():
    assert mask_identity_numbers(f"张三 {OLD}", said=True) == f"张三 {OLD_MASKED}"
    wrong = IDENTITY[:-1] + "1"
    assert mask_identity_numbers(wrong, said=True) == "110*************21"
    assert mask_identity_numbers("13800138000 03953131234", said=True) == "13800138000 03953131234"
