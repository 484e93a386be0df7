from __future__ import annotations

from dataclasses import replace

import pytest

from dashboard.intake.assemble.units import Directory
from dashboard.intake.model import UnitName
from tests.intake.sheets import CONTEXT, UNITS, grid, only, read

DIRECTORY = Directory(UNITS)


@pytest.mark.parametrize(
    ("written", "name", "how"),
    [
        ("漯河市图书馆", "漯河市图书馆", "exact"),
        ("市 图书馆", "漯河市图书馆", "exact"),
        ("群众艺术馆", "漯河市文化馆", "exact"),
        ("市图书馆(盖章)", "漯河市图书馆", "exact"),
        ("漯河市文化广电和旅游局艺术科", "艺术科", "exact"),
        ("市图书舘", "漯河市图书馆", "near"),
        ("文化市场执法支队", "漯河市文化市场综合行政执法支队", "near"),
        ("市体育馆", "市体育馆", "unknown"),
        ("市图书馆办公室", "漯河市图书馆", "near"),
        ("市图书馆读者服务部", "漯河市图书馆", "near"),
        ("市图书馆(群众艺术馆)", "市图书馆(群众艺术馆)", "ambiguous"),
        ("市文化馆(群众艺术馆)", "漯河市文化馆", "exact"),
        ("图书馆、市文化馆", "图书馆、市文化馆", "several"),
    ],
)
def test_a_name_is_matched_to_the_directory(written: str, name: str, how: str) -> None:
    match = DIRECTORY.match(written)
    assert (match.name, match.how) == (name, how)


def test_two_units_about_equally_near_are_not_chosen_between() -> None:
    directory = Directory((UnitName("漯河市第一剧团"), UnitName("漯河市第二剧团")))
    match = directory.match("漯河市第三剧团")
    assert match.how == "ambiguous"
    assert set(match.near) == {"漯河市第一剧团", "漯河市第二剧团"}


SQUADS = Directory(
    tuple(
        UnitName(f"漯河市文化市场综合行政执法支队{squad}", squad)
        for squad in ("", "源汇大队", "郾城大队")
    )
)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("文化市场综合行政执法支队", "漯河市文化市场综合行政执法支队"),
        ("市文化市场综合行政执法支队", "漯河市文化市场综合行政执法支队"),
        ("漯河文化市场综合行政执法支队", "漯河市文化市场综合行政执法支队"),
        ("市文化市场综合行政执法支队郾城大队", "漯河市文化市场综合行政执法支队郾城大队"),
    ],
)
def test_a_name_without_the_city_is_not_taken_for_that_of_a_longer_one(
    written: str, unit: str
) -> None:
    match = SQUADS.match(written)
    assert (match.name, match.how) == (unit, "near")


def test_the_beginning_of_a_word_is_no_place() -> None:
    directory = Directory((UnitName("文化市场科"), UnitName("文化市容科")))
    assert directory.match("场科").how == "unknown"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("漯河市图书馆法制审核人员配备表", "漯河市图书馆"),
        ("附件2-市场管理科-202106", "市场管理科"),
        ("创建工作领导小组办公室通知", None),
        ("市图书馆、市文化馆联合报送", None),
        ("法规科任务分解台账", "政策法规科"),
    ],
)
def test_a_title_names_a_unit_only_where_one_stands_alone(text: str, unit: str | None) -> None:
    assert DIRECTORY.inside(text) == unit


def test_without_a_directory_names_stay_as_written() -> None:
    match = Directory(()).match("市图书馆")
    assert (match.name, match.how) == ("市图书馆", "unchecked")


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("市文化市场综合行政执法支队源汇大队法治工作报表(2021年)", "源汇大队"),
        ("2021年文化市场综合行政执法支队案卷评查表", ""),
        ("注意保存 文化市场综合行政执法支队案卷评查表", ""),
        ("郑州市文化市场综合行政执法支队案卷评查表", None),
        ("全市文化市场综合行政执法支队案卷评查表", None),
    ],
)
def test_a_title_may_name_a_unit_without_its_city_and_no_other_citys(
    title: str, unit: str | None
) -> None:
    named = None if unit is None else f"漯河市文化市场综合行政执法支队{unit}"
    assert SQUADS.inside(title) == named


CHAIN = Directory(
    (
        UnitName("漯河市文化市场综合行政执法支队", "市执法支队", ("文化执法支队",)),
        UnitName("漯河市文化市场综合行政执法支队源汇大队", "源汇大队", ("源汇区文化执法大队",)),
        UnitName("漯河市文化市场综合行政执法支队召陵大队", "召陵大队"),
        UnitName("漯河市文化馆", "市文化馆"),
        UnitName("旅游科"),
    )
)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("支队", "漯河市文化市场综合行政执法支队"),
        ("支 队", "漯河市文化市场综合行政执法支队"),
        ("源汇", "漯河市文化市场综合行政执法支队源汇大队"),
        ("源汇区", "漯河市文化市场综合行政执法支队源汇大队"),
        ("召陵", "漯河市文化市场综合行政执法支队召陵大队"),
    ],
)
def test_bodies_of_one_chain_are_called_by_rank_or_by_place(written: str, unit: str) -> None:
    match = CHAIN.match(written)
    assert (match.name, match.how) == (unit, "near")


@pytest.mark.parametrize("written", ["大队", "文化", "执法", "郾城", "市"])
def test_what_several_or_none_are_called_is_no_unit(written: str) -> None:
    assert CHAIN.match(written).how == "unknown"


@pytest.mark.parametrize("written", ["体校", "市体校"])
def test_a_short_name_without_the_city_means_its_unit(written: str) -> None:
    directory = Directory((*UNITS, UnitName("漯河市体育运动学校", "市体校")))
    assert directory.match(written).name == "漯河市体育运动学校"


TOWNS = (
    *UNITS,
    UnitName("漯河市体育运动学校", "市体校"),
    UnitName("郾城区龙城镇综合文化站", "龙城文化站"),
    UnitName("召陵区邓襄镇综合文化站", "邓襄文化站"),
)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("龙城镇综合文化站法治创建综合情况表", "郾城区龙城镇综合文化站"),
        ("体校创建资料台账", "漯河市体育运动学校"),
        ("体校重大决策台账", "漯河市体育运动学校"),
        ("体校任务完成时限表", "漯河市体育运动学校"),
        ("执法支队宣传链接汇总", "漯河市文化市场综合行政执法支队"),
        ("体校园建设资料台账", None),
        ("漯河市美术馆资料台账", "漯河市美术馆"),
        ("体校“四个清单”任务台账", "漯河市体育运动学校"),
        ("局属各单位科室任务台账", None),
    ],
)
def test_a_title_begins_with_whose_it_is(title: str, unit: str | None) -> None:
    context = replace(CONTEXT, units=TOWNS)
    sheet = grid(f"|{title}(2021年7月9日)||\n|标题|媒体|日期|\n|普法|漯河日报|7月1日|")
    assert only(read(sheet, context=context)).unit == unit
