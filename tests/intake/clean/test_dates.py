"""Dates as units write them."""

import datetime as dt

import pytest

from dashboard.intake.clean import DateFrame, clean_date, clean_table
from dashboard.kinds import kind

FRAME = DateFrame(dt.date(2021, 7, 9))
ARRIVAL = DateFrame(dt.date(2021, 7, 9), by_arrival=True)

CERTAIN = [
    (dt.date(2021, 6, 9), "2021-06-09"),
    (dt.datetime(2021, 6, 9, 8, 30), "2021-06-09"),
    ("2021-6-9", "2021-06-09"),
    ("2021-06-09", "2021-06-09"),
    ("2021.06.09", "2021-06-09"),
    ("2021.6.9.", "2021-06-09"),
    ("2021/6/9", "2021-06-09"),
    ("2021、6、9", "2021-06-09"),
    ("20210609", "2021-06-09"),
    (20210609, "2021-06-09"),
    (20210609.0, "2021-06-09"),
    ("210609", "2021-06-09"),
    ("2021年6月9日", "2021-06-09"),
    ("2021年6月9号", "2021-06-09"),
    ("2021 年 6 月 9 日", "2021-06-09"),
    ("2021年\n6月9日", "2021-06-09"),
    ("2021 6 9", "2021-06-09"),
    ("２ ０ ２ １ 年 6 月 9 日", "2021-06-09"),
    ("2 0 2 1 - 0 6 - 0 9", "2021-06-09"),
    ("2 0 2 1 0 6 0 9", "2021-06-09"),
    ("２０２１．６．９", "2021-06-09"),
    ("２０２１年６月９日", "2021-06-09"),
    ("2021—06—09", "2021-06-09"),
    ("21.6.9", "2021-06-09"),
    ("21/6/9", "2021-06-09"),
    ("21年6月9日", "2021-06-09"),
    ("6.9", "2021-06-09"),
    (6.9, "2021-06-09"),
    ("6/9", "2021-06-09"),
    ("6-15", "2021-06-15"),
    ("6月9日", "2021-06-09"),
    ("6月9", "2021-06-09"),
    ("今年6月9日", "2021-06-09"),
    ("明年3月底", "2022-03-31"),
    ("6月底", "2021-06-30"),
    ("6月末", "2021-06-30"),
    ("2月底", "2021-02-28"),
    ("2024年2月", "2024-02-29"),
    ("2021年6月", "2021-06-30"),
    ("2021-06", "2021-06-30"),
    ("2021.6", "2021-06-30"),
    (2021.6, "2021-06-30"),
    ("202106", "2021-06-30"),
    ("2021年三季度", "2021-09-30"),
    ("2021年第三季度", "2021-09-30"),
    ("2021年3季度", "2021-09-30"),
    ("2021Q3", "2021-09-30"),
    ("第一季度", "2021-03-31"),
    ("前三季度", "2021-09-30"),
    ("上半年", "2021-06-30"),
    ("2021年下半年", "2021-12-31"),
    ("年底", "2021-12-31"),
    ("年底前", "2021-12-31"),
    ("2021年底", "2021-12-31"),
    ("2021年年底前", "2021-12-31"),
    ("今年底", "2021-12-31"),
    ("年内", "2021-12-31"),
    ("年内完成", "2021-12-31"),
    ("6月上旬", "2021-06-10"),
    ("6月中旬", "2021-06-20"),
    ("2月下旬", "2021-02-28"),
    ("两千零二十一年六月九日", "2021-06-09"),
    ("二〇二一年六月九日", "2021-06-09"),
    ("二○二一年十二月三十一日", "2021-12-31"),
    ("二0二一年六月", "2021-06-30"),
    ("六月廿一日", "2021-06-21"),
    (44356, "2021-06-09"),
    (44356.0, "2021-06-09"),
    (44356.75, "2021-06-09"),
    ("44356", "2021-06-09"),
    ("2021-06-09 00:00:00", "2021-06-09"),
    ("2021/6/9 8:30", "2021-06-09"),
    ("2021-06-09T08:30:00Z", "2021-06-09"),
    ("2021年6月9日上午9时30分", "2021-06-09"),
    ("6月9日前", "2021-06-09"),
    ("6月9日之前", "2021-06-09"),
    ("2021年6月9日前完成", "2021-06-09"),
    ("2021年6月9日(周三)", "2021-06-09"),
    ("2021年6月9日 星期三", "2021-06-09"),
    ("截至2021年6月9日", "2021-06-09"),
    ("6.9已办结", "2021-06-09"),
    ("2021年6月9日已整改完成", "2021-06-09"),
    ("截止6月9日", "2021-06-09"),
    ("（2021年6月9日）", "2021-06-09"),
    ("13/04/2021", "2021-04-13"),
    ("04/13/2021", "2021-04-13"),
    ("05/05/2021", "2021-05-05"),
    ("9 June 2021", "2021-06-09"),
    ("June 9, 2021", "2021-06-09"),
    ("9-Jun-21", "2021-06-09"),
    ("2021-Jun-09", "2021-06-09"),
    ("Sept. 9, 2021", "2021-09-09"),
    ("Wed Jun 09 00:00:00 CST 2021", "2021-06-09"),
    ("Wed, 09 Jun 2021 00:00:00 GMT", "2021-06-09"),
    ("20210609143000", "2021-06-09"),
    ("二〇二一年六月廿九", "2021-06-29"),
    ("〇九年六月九日", "2009-06-09"),
    ("二〇二一年一〇月二〇日", "2021-10-20"),
    ("6月上中旬", "2021-06-20"),
]


@pytest.mark.parametrize(("written", "day"), CERTAIN)
def test_a_date_is_understood_however_it_is_written(written, day):
    assert clean_date(written, FRAME) == (dt.date.fromisoformat(day), None, None)


@pytest.mark.parametrize(
    "written",
    [None, "", "  ", "—", "-", "/", "长期", "长期坚持", "长期坚持，持续推进", "常年", "长期有效",
     "持续推进", "每月", "每月25日前", "适时", "不定期", "视情而定", "根据工作需要", "不涉及",
     "暂无", "长期坚持，具体时间另行安排"],
)  # fmt: skip
def test_what_says_that_there_is_no_date_is_nothing_without_a_problem(written):
    assert clean_date(written, FRAME, role="due") == (None, None, None)


@pytest.mark.parametrize("role", ["start", "due", "event"])
@pytest.mark.parametrize(
    "written",
    ["待定", "未定", "另定", "待通知", "待上级通知", "待确定", "暂未确定", "尚未明确", "未排定",
     "另行通知", "等通知", "按上级通知执行", "根据市里通知", "以省、市通知为准", "以上级文件为准",
     "以〔2021〕12号通知为准", "具体时间以省、市通知为准", "时间待定", "完成时限未定", "日期：待定",
     "按上级要求", "按计划", "待定（具体时间另行通知）", "（待定）"],
)  # fmt: skip
def test_what_says_that_a_date_is_still_to_be_settled_is_no_date_and_named(written, role):
    assert clean_date(written, FRAME, role=role)[:2] == (None, "date_not_settled")


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("6月待定", ("2021-06-30", "date_in_text")),
        ("待定（6月底前）", ("2021-06-30", "date_in_text")),
        ("6.9待定", (None, "not_a_date")),
        ("待定性", (None, None)),
        ("未定案", (None, None)),
    ],
)
def test_a_date_beside_such_a_word_is_still_seen(written, found):
    day = found[0] and dt.date.fromisoformat(found[0])
    assert clean_date(written, FRAME)[:2] == (day, found[1])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("03/04/2021", "ambiguous_date"),
        ("3.4.2021", "ambiguous_date"),
        ("6/9/21", "ambiguous_date"),
        ("06-09-21", "ambiguous_date"),
        ("6-9", "ambiguous_date"),
        ("9-12日", "ambiguous_date"),
        ("9-15日", "ambiguous_date"),
        ("6.9-12", "ambiguous_date"),
        ("2021.6-8", "ambiguous_date"),
        ("2021年6-8", "ambiguous_date"),
        (6.1, "ambiguous_date"),
        (2021.1, "ambiguous_date"),
        ("200612", "ambiguous_date"),
        ("2021-02-30", "impossible_date"),
        ("2021-13-01", "impossible_date"),
        ("20210631", "impossible_date"),
        ("6月31日", "impossible_date"),
        ("2021-06-00", "impossible_date"),
        ("20210600", "impossible_date"),
        ("6月0日", "impossible_date"),
        ("2月29日", "impossible_date"),
        (dt.date(1905, 7, 13), "impossible_date"),
        ("2O21-6-9", "looks_misread"),
        ("2021-6-l5", "looks_misread"),
        ("6月30日、12月31日", "several_dates"),
        ("2021年6月9日、10日", "several_dates"),
        ("6月9日/6月12日", "several_dates"),
        ("6月12日-6月9日", "not_a_date"),
        ("2021.6.12-2021.6.9", "several_dates"),
        ("2021年6月12日-6月9日", "not_a_date"),
        ("2021年9月10月", "several_dates"),
        ("农历五月初五", "not_a_date"),
        ("六月初九", "not_a_date"),
        ("辛丑年四月廿九", "not_a_date"),
        ("一二月", "not_a_date"),
        ("2021年6月1日至长期", "not_a_date"),
        ("Junk 9 2021", "not_a_date"),
        ("民国110年6月9日", "not_a_date"),
        ("2021年6月9日延期至2021年7月9日", "several_dates"),
        ("未于2021年6月9日公示", "not_a_date"),
        ("张三", "not_a_date"),
        ("15个工作日", "not_a_date"),
        ("已完成", "not_a_date"),
        (True, "not_a_date"),
        (12, "not_a_date"),
        (0.5, "not_a_date"),
        (-44356, "not_a_date"),
        (float("nan"), "not_a_date"),
        (10**400, "not_a_date"),
        (dt.time(8, 30), "not_a_date"),
        ("#REF!", "error_value_text"),
    ],
)
def test_what_is_no_one_day_is_an_error_and_never_a_guess(written, code):
    found = clean_date(written, FRAME)
    assert (found.value, found.code) == (None, code)


@pytest.mark.parametrize(
    ("written", "day", "code"),
    [
        ("已于2021年6月9日由局党组研究", "2021-06-09", "date_in_text"),
        ("2021年6月9日（第三次会议）", "2021-06-09", "date_in_text"),
        ("二零二一年", "2021-12-31", "only_a_year"),
        (2021, "2021-12-31", "only_a_year"),
        ("6月初", "2021-06-10", "approximate_date"),
        ("6月9日左右", "2021-06-09", "approximate_date"),
        ("6月1日-6月3日", "2021-06-03", "date_range"),
        ("6月9日-6月12日", "2021-06-12", "date_range"),
        ("6月9日至12日", "2021-06-12", "date_range"),
        ("6月9-12日", "2021-06-12", "date_range"),
        ("2021.6.9-6.12", "2021-06-12", "date_range"),
        ("2021-06-09~12", "2021-06-12", "date_range"),
        ("6月-7月", "2021-07-31", "date_range"),
        ("评查时间：6月9日-6月12日", "2021-06-12", "date_in_text"),
    ],
)
def test_a_date_understood_with_a_doubt_is_kept_and_named(written, day, code):
    found = clean_date(written, FRAME)
    assert found == (dt.date.fromisoformat(day), code, {"date": day})


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("10月至11月", "2021-10-01", "2021-11-30"),
        ("6月1日-8月10日", "2021-06-01", "2021-08-10"),
        ("6月1日—8月10日", "2021-06-01", "2021-08-10"),
        ("6月1日一8月10日", "2021-06-01", "2021-08-10"),
        ("6月1—15日", "2021-06-01", "2021-06-15"),
        ("6-8月", "2021-06-01", "2021-08-31"),
        ("2021年6-8月", "2021-06-01", "2021-08-31"),
        ("2021.6.1-8.10", "2021-06-01", "2021-08-10"),
        ("2021-06-01至2021-08-10", "2021-06-01", "2021-08-10"),
        ("2021-06-01-2021-08-10", "2021-06-01", "2021-08-10"),
        ("2021/6/1~2021/8/10", "2021-06-01", "2021-08-10"),
        ("2021年10月至2022年3月", "2021-10-01", "2022-03-31"),
        ("2021年12月1日至1月15日", "2021-12-01", "2022-01-15"),
        ("12月至2月", "2021-12-01", "2022-02-28"),
        ("1-3季度", "2021-01-01", "2021-09-30"),
        ("自6月1日至8月10日", "2021-06-01", "2021-08-10"),
        ("2021年6月", "2021-06-01", "2021-06-30"),
        ("第三季度", "2021-07-01", "2021-09-30"),
        ("6月中旬", "2021-06-11", "2021-06-20"),
    ],
)
def test_a_span_is_its_first_day_where_something_starts_and_its_last_where_it_is_due(
    written, first, last
):
    days = [clean_date(written, FRAME, role=role) for role in ("start", "due")]
    assert days == [(dt.date.fromisoformat(day), None, None) for day in (first, last)]


@pytest.mark.parametrize(
    ("written", "role", "code"),
    [
        ("预计6月9日", "event", "date_only_planned"),
        ("预计6月9日", "due", None),
        ("6月9日起", "due", "not_a_date"),
        ("6月9日起", "start", None),
        ("6月9日起长期坚持", "due", "not_a_date"),
        ("6月9日起,并长期坚持", "start", None),
        ("即日起至6月30日", "start", "not_a_date"),
        ("即日起至6月30日", "due", None),
        ("未办结", "event", None),
        ("未办结", "due", "not_a_date"),
    ],
)
def test_words_around_a_date_count_by_what_the_column_asks(written, role, code):
    assert clean_date(written, FRAME, role=role).code == code


def test_the_year_comes_from_the_reporting_date_even_around_new_year():
    frame = DateFrame(dt.date(2021, 12, 31))
    assert clean_date("1月15日", frame, role="due").value == dt.date(2021, 1, 15)


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((2020,), (dt.date(2020, 6, 9), None)),
        ((), (None, "date_without_year")),
        ((2020, 2021), (None, "date_without_year")),
    ],
)
def test_the_day_of_arrival_lends_no_year_but_the_one_year_of_other_dates_does(years, found):
    assert clean_date("6月9日", ARRIVAL, years=years)[:2] == found


def test_a_row_lends_its_year_before_the_table_does():
    cells = {
        "received_on": ["2020-05-01", None, "2021-05-01", "2月30日"],
        "due_on": ["6月9日", "6月9日", "6月9日", None],
    }
    cleaned = clean_table(kind("complaint"), cells, ARRIVAL)
    assert cleaned.values["due_on"] == [dt.date(2020, 6, 9), None, dt.date(2021, 6, 9), None]
    assert [(fault.index, fault.column, fault.code) for fault in cleaned.faults] == [
        (1, "due_on", "date_without_year"),
        (3, "received_on", "date_without_year"),
    ]


def test_the_table_lends_its_one_year_to_a_row_without_any():
    cells = {"received_on": ["2020-05-01", None], "due_on": [None, "6月31日"]}
    cleaned = clean_table(kind("complaint"), cells, ARRIVAL)
    assert [fault.code for fault in cleaned.faults] == ["impossible_date"]
    cells = {"received_on": ["2020-05-01", None], "due_on": [None, "6月30日"]}
    assert clean_table(kind("complaint"), cells, ARRIVAL).values["due_on"][1] == dt.date(
        2020, 6, 30
    )


@pytest.mark.parametrize(
    ("column", "written", "code"),
    [
        ("reviewed_on", "2012-06-09", "date_outside_season"),
        ("reviewed_on", "2019-06-09", None),
        ("reviewed_on", "2031-06-09", "date_outside_season"),
        ("closed_on", "2023-06-09", None),
    ],
)
def test_a_day_years_outside_the_season_is_kept_with_a_doubt(column, written, code):
    season = (dt.date(2021, 5, 28), dt.date(2021, 12, 31))
    frame = DateFrame(dt.date(2021, 7, 9), season=season)
    cleaned = clean_table(kind("case_review"), {column: [written]}, frame)
    assert cleaned.values[column] == [dt.date.fromisoformat(written)]
    assert [fault.code for fault in cleaned.faults] == [code] * (code is not None)


def test_a_document_may_be_issued_long_before_the_season():
    frame = DateFrame(dt.date(2021, 7, 9), season=(dt.date(2021, 5, 28), dt.date(2021, 12, 31)))
    cleaned = clean_table(kind("normative_document"), {"issued_on": ["2009-03-01"]}, frame)
    assert cleaned.faults == []


def test_a_day_to_come_before_which_it_is_to_be_is_not_the_day_it_was_done():
    cleaned = clean_table(
        kind("complaint"),
        {"due_on": ["7月30日前"] * 2, "closed_on": ["7月30日前", "6月30日前"]},
        FRAME,
    )
    assert cleaned.values["due_on"] == [dt.date(2021, 7, 30)] * 2
    assert cleaned.values["closed_on"] == [None, dt.date(2021, 6, 30)]
    assert [(fault.column, fault.code) for fault in cleaned.faults] == [
        ("closed_on", "date_only_planned")
    ]
