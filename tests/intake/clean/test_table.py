"""A whole table: typed columns, faults with their details."""

import datetime as dt
import re
from pathlib import Path

import pytest

import dashboard.intake.clean as package
from dashboard.intake.clean import DateFrame, Fault, clean_table
from dashboard.kinds import kind
from dashboard.problems import problem, problem_types
from dashboard.problems.value import PROBLEMS

FRAME = DateFrame(dt.date(2021, 7, 9))


def test_columns_come_back_typed_and_faults_with_their_cell():
    cells = {
        "enforcement_staff": ["41", 38.0, "1O"],
        "legal_reviewers": ["2人", None, "约3"],
        "base_note": ["在编", "", " 在岗 "],
    }
    cleaned = clean_table(kind("staffing"), cells, FRAME)
    assert cleaned.values == {
        "enforcement_staff": [41, 38, None],
        "legal_reviewers": [2, None, 3],
        "base_note": ["在编", None, "在岗"],
    }
    assert cleaned.faults == [
        Fault(
            2,
            "enforcement_staff",
            "looks_misread",
            {"text": "1O", "label": "执法人员总数", "likely": "10"},
        ),
        Fault(
            2,
            "legal_reviewers",
            "approximate_number",
            {"text": "约3", "label": "法制审核人员数", "number": "3"},
        ),
    ]


def test_equal_keys_of_different_types_are_read_apart():
    cells = {"published": [True, 1, 1.0, "1", False, 0, 0.0, "0"]}
    assert (
        clean_table(kind("published_list"), cells, FRAME).values["published"]
        == [True] * 4 + [False] * 4
    )
    cells = {"base": [1, True, 1.0]}
    assert clean_table(kind("inspection_item"), cells, FRAME).values["base"] == [1, None, 1]


@pytest.mark.parametrize(
    "written", ["同上", "〃", "″", '"', "同 上", "同上行", "-〃-", "〃〃", "Ditto"]
)
def test_what_only_points_to_another_cell_is_an_error_in_every_column(written):
    cells = {"person": [written], "due_on": [written], "progress": [written], "status": [written]}
    cleaned = clean_table(kind("task_progress"), cells, FRAME)
    assert cleaned.values == {name: [None] for name in cells}
    assert {fault.code for fault in cleaned.faults} == {"ditto_mark"}


def test_faults_come_in_the_order_of_rows():
    cells = {"title": ["#N/A", "甲", "#N/A"], "due_on": ["x", "y", "z"]}
    faults = clean_table(kind("task_progress"), cells, FRAME).faults
    assert [fault.index for fault in faults] == [0, 0, 1, 2, 2]


def test_what_is_given_is_not_changed():
    cells = {"progress": [0.5, 0.6]}
    clean_table(kind("task_progress"), cells, FRAME, percent_cells={"progress": {0}})
    assert [type(value) for value in cells["progress"]] == [float, float]


def test_an_empty_table_is_an_empty_table():
    cells = {"title": [], "due_on": [], "progress": []}
    cleaned = clean_table(
        kind("task_progress"), cells, DateFrame(dt.date(2021, 7, 9), by_arrival=True)
    )
    assert (cleaned.values, cleaned.faults) == (cells, [])


def test_a_column_that_the_kind_has_not_is_refused():
    with pytest.raises(KeyError):
        clean_table(kind("staffing"), {"title": ["甲"]}, FRAME)


def _codes_in_the_package() -> set[str]:
    folder = Path(package.__file__).parent
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    return {code for code in problem_types() if re.search(rf'"{code}"', source)}


def test_every_problem_of_values_is_used_and_has_both_languages():
    assert _codes_in_the_package() >= {one.code for one in PROBLEMS}
    for one in PROBLEMS:
        assert all((one.zh, one.en, one.remedy_zh, one.remedy_en))


FAULTY = {
    "task_progress": {
        "task_id": [dt.date(2004, 4, 1), "4.4.1甲", "4.4.1、4.4.2"],
        "person": ["11010519491231002X", 1e20],
        "due_on": [
            "03/04/2021", "2月30日", "x", "6月1日、7月1日", "6月9日起", "2O21-6-9", "2021", "6月初",
            "待定",
        ],
        "progress": [95, 80, 1, 0.5, "x", dt.date(2021, 1, 2), 120],
        "status": ["x", "由张三负责推进中", "#N/A", "同上"],
    },
    "evidence": {"dated_on": ["预计6月1日", "6月1日-2日", "见2021年6月9日文件", "2031-1-1"]},
    "staffing": {
        "enforcement_staff": [
            "x", "3-5", "1和2", 1.5, -1, dt.date(2021, 1, 1), "1 2", "约3", "3(含)",
        ]
    },
    "normative_document": {
        "filed": ["部分", "正在备案", "2021.5.20", "漯府备〔2021〕15号"],
        "published": ["局门户网站"],
    },
}  # fmt: skip


def test_every_fault_fills_its_sentence():
    season = (dt.date(2021, 5, 28), dt.date(2021, 12, 31))
    frame = DateFrame(dt.date(2021, 7, 9), season=season)
    seen = set()
    for view, columns in FAULTY.items():
        for name, values in columns.items():
            for fault in clean_table(kind(view), {name: list(values)}, frame).faults:
                message = problem(fault.code, **fault.details).message
                assert fault.details["label"] in message
                seen.add(fault.code)
    arrival = DateFrame(dt.date(2021, 7, 9), by_arrival=True)
    rest = {"due_on": ["6月9日", None], "progress": [95, 1]}
    for fault in clean_table(kind("task_progress"), rest, arrival).faults:
        assert "{" not in problem(fault.code, **fault.details).message
        seen.add(fault.code)
    assert seen == {one.code for one in PROBLEMS}


@pytest.mark.parametrize("written", [13839500001, "13839500001", 1_000_000, "3151234"])
def test_a_telephone_number_is_no_count(written):
    cleaned = clean_table(kind("staffing"), {"legal_advisers": [written, 2]}, FRAME)
    assert cleaned.values["legal_advisers"] == [None, 2]
    assert [(f.index, f.code) for f in cleaned.faults] == [(0, "out_of_range")]


@pytest.mark.parametrize("written", ["省级\n市级", "市级 省级", "国家级　市级"])
def test_two_choices_in_a_cell_are_none(written):
    cleaned = clean_table(kind("publicity"), {"level": [written, "市 级", "市\n级"]}, FRAME)
    assert cleaned.values["level"] == [None, "municipal", "municipal"]
    assert [fault.code for fault in cleaned.faults] == ["unknown_choice"]


def test_none_at_all_may_end_in_a_stop():
    cleaned = clean_table(kind("staffing"), {"legal_advisers": ["无。", "没有."]}, FRAME)
    assert cleaned.values["legal_advisers"] == [0, 0]


@pytest.mark.parametrize("written", ["4.1.1、4.1.2", "4.1.1/4.1.2", "4.1.1-4.1.3", "4.1.1\n4.1.2"])
def test_the_numbers_of_two_tasks_are_that_of_none(written):
    cleaned = clean_table(kind("evidence"), {"task_id": [written, "(4.1.1)", "4.1.1、"]}, FRAME)
    assert cleaned.values["task_id"][1:] == ["4.1.1", "4.1.1"]
    assert [fault.code for fault in cleaned.faults] == ["several_tasks"]


def test_a_choice_with_a_question_mark_is_doubted():
    cleaned = clean_table(kind("task_progress"), {"status": ["已完成？", "已完成"]}, FRAME)
    assert cleaned.values["status"] == ["done", "done"]
    assert [(f.index, f.code) for f in cleaned.faults] == [(0, "choice_near_match")]
