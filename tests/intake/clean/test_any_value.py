"""Whatever stands in a cell: a value of the right type or a fault, and round trips."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.intake.clean import (
    DateFrame,
    clean_date,
    clean_integer,
    clean_percent,
    clean_table,
    clean_text,
    find_date,
    mask_identity_numbers,
    ratio_range,
)
from dashboard.intake.clean.compact import is_ditto
from dashboard.intake.clean.texts import are_clean
from dashboard.kinds import kinds
from dashboard.problems import problem_types

FRAME = DateFrame(dt.date(2021, 7, 9), season=(dt.date(2021, 5, 28), dt.date(2021, 12, 31)))
TYPES = {
    "text": str, "date": dt.date, "integer": int, "number": float, "percent": float,
    "quantity": float, "yesno": bool, "choice": str, "step": str,
}  # fmt: skip
PIECES = st.sampled_from((
    "0", "1", "2", "9", "12", "31", "2021", "２", "一", "二", "十", "百", "万", "零", "〇",
    "年", "月", "日", "号", "季度", "上半年", "底", "旬", "上", "前", "至", "-", "—", "~", ".",
    "/", "、", ",", "(", ")", "%", "‰", "成", "人", "余", "约", "左右", "以上", "≥", "是",
    "否", "有", "无", "√", "×", "已", "未", "不", "部分", "正在", "长期", "完成", "预计", "O",
    "l", "#", ":", "T", "周三", "分之", "4.4.1", "6月9日", "2021-06-09", "99999999999", " ",
    "\n", "\u200b", "\u3000",
))  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=9).map("".join))
VALUES = st.one_of(
    st.none(),
    TEXTS,
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))
CHINESE = "〇一二三四五六七八九"


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else CHINESE[tens] + "十"
    return ten + (CHINESE[ones] if ones else "")


def _full_width(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if char in "0123456789./-" else char for char in text)


FORMS = {
    "iso": lambda day: day.isoformat(),
    "short": lambda day: f"{day.year}-{day.month}-{day.day}",
    "dots": lambda day: f"{day:%Y.%m.%d}",
    "short dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "digits": lambda day: f"{day:%Y%m%d}",
    "number": lambda day: float(f"{day:%Y%m%d}"),
    "words": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "padded words": lambda day: f"{day.year} 年 {day.month:02} 月 {day.day:02} 日",
    "full width": lambda day: _full_width(f"{day.year}.{day.month}.{day.day}"),
    "two digits": lambda day: f"{day:%y}.{day.month}.{day.day}",
    "chinese": lambda day: (
        "".join(CHINESE[int(digit)] for digit in str(day.year))
        + f"年{_chinese(day.month)}月{_chinese(day.day)}日"
    ),
    "serial": lambda day: (day - dt.date(1899, 12, 30)).days,
    "serial text": lambda day: str((day - dt.date(1899, 12, 30)).days),
    "with time": lambda day: f"{day} 00:00:00",
    "with weekday": lambda day: (
        f"{day.year}年{day.month}月{day.day}日(周{'一二三四五六日'[day.weekday()]})"
    ),
    "deadline": lambda day: f"{day.year}年{day.month}月{day.day}日前",
    "datetime": lambda day: dt.datetime(day.year, day.month, day.day, 9, 30),
}


@given(day=DAYS, form=st.sampled_from(sorted(FORMS)))
@settings(max_examples=400, deadline=None)
def test_any_day_in_any_form_comes_back(day, form):
    assert clean_date(FORMS[form](day), DateFrame(dt.date(2021, 7, 9))) == (day, None, None)


@given(day=DAYS, form=st.sampled_from(["月日", "dots"]))
@settings(max_examples=100, deadline=None)
def test_any_day_of_the_reporting_year_comes_back_without_its_year(day, form):
    written = f"{day.month}月{day.day}日" if form == "月日" else f"{day.month}.{day.day}"
    assert clean_date(written, DateFrame(day)).value == day


@given(number=st.integers(0, 10**8), unit=st.sampled_from(["", "人", " 件", "次", "人次"]))
@settings(max_examples=200, deadline=None)
def test_any_count_formatted_any_way_comes_back(number, unit):
    for written in (
        f"{number}{unit}",
        f"{number:,}{unit}",
        _full_width(f"{number}") + unit,
        f"{number}.0",
    ):
        assert clean_integer(written, minimum=0) == (number, None, None)
    assert clean_integer(float(number)).value == number


@given(tenths=st.integers(0, 1000))
@settings(max_examples=100, deadline=None)
def test_any_share_formatted_any_way_comes_back(tenths):
    share = tenths / 1000
    for written in (
        share,
        f"{tenths / 10}%",
        f"{tenths / 10} ％",
        f"百分之{tenths / 10}",
        f"{tenths}/1000",
    ):
        assert clean_percent(written) == (share, None, None)


@given(view=st.sampled_from(sorted(kinds())), data=st.data())
@settings(max_examples=250, deadline=None)
def test_every_cell_is_a_value_of_its_type_or_a_fault(view, data):
    one = kinds()[view]
    rows = data.draw(st.integers(1, 3))
    cells = {
        column.name: data.draw(st.lists(VALUES, min_size=rows, max_size=rows))
        for column in one.columns
    }
    frame = data.draw(st.sampled_from([FRAME, DateFrame(dt.date(2021, 7, 9), by_arrival=True)]))
    cleaned = clean_table(one, cells, frame)
    assert list(cleaned.values) == list(cells)
    types = problem_types()
    faults = {(fault.column, fault.index): types[fault.code] for fault in cleaned.faults}
    for column in one.columns:
        for row, value in enumerate(cleaned.values[column.name]):
            assert value is None or type(value) is TYPES[column.type]
            fault = faults.get((column.name, row))
            assert fault is None or (fault.severity == "error") == (value is None)


@given(text=st.one_of(TEXTS, st.text(max_size=200)))
@settings(max_examples=300, deadline=None)
def test_running_text_never_breaks_the_search_for_dates_or_shares(text):
    assert isinstance(find_date(text, 2021), (dt.date, type(None)))
    low, high = ratio_range(text)
    assert low is None or high is None or low <= high
    assert isinstance(mask_identity_numbers(text), str)


def test_a_hostile_cell_costs_no_time():
    texts = [char * 30_000 for char in "一1亿(月日.-至未年十\n "] + [
        "一亿" * 15_000,
        "6月" * 15_000,
        "1-" * 15_000,
    ]
    for one in kinds().values():
        clean_table(one, {column.name: list(texts) for column in one.columns}, FRAME)
    for text in texts:
        find_date(text, 2021)
        ratio_range(text)


@given(
    texts=st.sets(
        st.one_of(TEXTS, st.text(alphabet="0123456789 -#X|〃甲\u200b\u3000\n", max_size=24))
    )
)
@settings(max_examples=300, deadline=None)
def test_the_quick_look_at_texts_lets_nothing_through_that_would_change(texts):
    if are_clean(texts):
        assert all(clean_text(text) == (text, None, None) for text in texts)
        assert not any(map(is_ditto, texts))


def test_the_quick_look_at_texts_knows_clean_ones():
    assert are_clean({"市图书馆", "张 三", "豫文执〔2021〕12号", "已完成 3 项"})
