"""``dudao changes``, ``meeting``, ``exempt``, ``remark``, and the age of shortfalls."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from dashboard.ingest import ingest
from tests.helpers import judge_only
from tests.ingest.sheets import COMPLAINTS, book

UNIT = "漯河市图书馆"
DAY = ("--as-of", "2021-07-15")


@pytest.fixture(autouse=True)
def few_rules(monkeypatch):
    judge_only(monkeypatch, "complaint_overdue")


@pytest.fixture
def call(dudao, own):
    """Call a command on a workspace of the test's own."""

    def called(*arguments):
        return dudao(*arguments, "--workspace", own.root)

    return called


def rows(result):
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_a_shortfall_has_an_age(call):
    found = rows(call("shortfalls", *DAY, "--rule", "complaint_overdue", "--format", "json"))
    assert {(row["first_seen"], row["days_open"], row["exempt"]) for row in found} == {
        ("2021-07-02", 13, False)
    }


def test_changes_are_those_since_the_last_meeting_unless_days_are_named(call):
    result = call("changes", "--to", "2021-07-05", "--format", "json")
    assert result.err == "2021-06-28 至 2021-07-05:新增 2,变差 0,已整改 0,好转 0,豁免 0,未变 0。\n"
    assert {row["change"] for row in rows(result)} == {"new"}
    later = rows(call("changes", "--from", "2021-07-04", "--to", "2021-07-05", "--format", "json"))
    assert {row["change"] for row in later} == {"unchanged"}
    wrong = call("changes", "--from", "2021-07-05", "--to", "2021-07-05")
    assert (wrong.code, wrong.err) == (2, "起始日期 2021-07-05 应早于截止日期 2021-07-05。\n")


def test_reminders_are_told_apart_from_what_changed(call, monkeypatch):
    judge_only(monkeypatch, "complaint_overdue", "due_soon")
    result = call("changes", "--from", "2021-06-20", "--to", "2021-06-30", "--format", "json")
    assert {row["severity"] for row in rows(result)} == {"blue"}
    assert "新增 0,变差 0,已整改 0,好转 0,豁免 0,未变 0。另有 2 项即将到期。" in result.err


def test_changes_go_into_a_workbook(call, own):
    call("changes", "--to", "2021-07-05", "--format", "xlsx")
    assert (own.exports / "变化_2021-07-05.xlsx").exists()


def test_a_recorded_meeting_is_the_one_compared_with(call):
    assert (
        call("meeting", "2021-07-03", "--note", "第五次例会").out == "已登记 2021-07-03 的会议。\n"
    )
    assert "2021-07-03\t第五次例会\t是" in call("meeting").out
    assert call("changes", "--to", "2021-07-05").err.startswith("2021-07-03 至 2021-07-05")
    assert call("meeting", "2021-07-03", "--remove").code == 0
    again = call("meeting", "2021-07-03", "--remove")
    assert (again.code, again.err) == (2, "2021-07-03 没有登记过会议。\n")


def test_an_exempt_shortfall_is_listed_last_with_its_reason_until_it_ends(call):
    made = call(
        "exempt", "complaint_overdue", UNIT, "占道", "--why", "已移交", "--basis", "会议纪要3号",
        "--until", "2021-07-20", *DAY,
    )  # fmt: skip
    assert made.out == "已登记第 1 号豁免，到 2021-07-20 为止。\n"
    found = rows(call("shortfalls", *DAY, "--format", "json"))
    assert [row["exempt"] for row in found] == [False, True]
    assert (found[1]["exempt_reason"], found[1]["exempt_basis"]) == ("已移交", "会议纪要3号")
    later = rows(call("shortfalls", "--as-of", "2021-07-21", "--format", "json"))
    assert [row["exempt"] for row in later] == [False, False]
    assert "占道经营\t已移交\t会议纪要3号" in call("exempt").out
    assert call("exempt", "--remove", "1").code == 0
    assert call("exempt", "--remove", "1").code == 2


def test_a_remark_changes_no_count(call):
    assert call("remark", "complaint_overdue", UNIT, "--why", "已约谈", *DAY).code == 0
    found = rows(call("shortfalls", *DAY, "--format", "json"))
    assert [row["exempt"] for row in found] == [False, False]
    assert "已约谈" in call("remark").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("exempt", "complaint_overdue", UNIT), "--why"),
        (("remark", "nothing", UNIT, "--why", "a"), "没有规则"),
        (("remark", "complaint_overdue", UNIT, "没有的事", "--why", "a", *DAY), "没有事项"),
        (("remark", "complaint_overdue", "--why", "a"), "请写明单位"),
        (("meeting", "--remove"), "请写明会议日期"),
    ],
)  # fmt: skip
def test_what_is_missing_or_unknown_is_said(call, arguments, said):
    result = call(*arguments)
    assert result.code == 2
    assert said in result.err


def test_what_is_mended_is_listed_with_the_day_and_the_sheet(call, own):
    row = ("占道经营", dt.date(2021, 6, 1), dt.date(2021, 7, 1), dt.date(2021, 7, 9))
    book(own.inbox / "办结.xlsx", "投诉举报办理台账", COMPLAINTS, row, unit=UNIT, day="2021-07-10")
    ingest(own)
    found = rows(call("shortfalls", "--mended", *DAY, "--format", "json"))
    assert [(one["mended_on"], one["days_open"], one["mended_by_file"]) for one in found] == [
        ("2021-07-10", 8, "办结.xlsx")
    ]
    assert rows(call("shortfalls", "--mended", "--within", "3", *DAY, "--format", "json")) == []


def test_sql_knows_the_age_of_shortfalls(call):
    statement = "select distinct first_seen, days_open from shortfall"
    found = rows(call("sql", statement, *DAY, "--format", "json"))
    assert found == [{"first_seen": "2021-07-02", "days_open": 13}]
