"""The directory of units that the labelled workbooks are read against."""

from __future__ import annotations

import datetime as dt

from dashboard.intake.model import Context, UnitName

UNITS = (
    UnitName("漯河市图书馆", "市图书馆"),
    UnitName("漯河市文化馆", "市文化馆", ("漯河市群众艺术馆", "市群艺馆")),
    UnitName("漯河市博物馆", "市博物馆"),
    UnitName("漯河市文化市场综合行政执法支队", "执法支队", ("市文化执法支队", "文化市场稽查队")),
    UnitName("漯河市体育运动学校", "市体校", ("漯河市少年儿童业余体校",)),
    UnitName("漯河市广播电视转播台", "转播台", ("七一二台",)),
    UnitName("漯河市美术馆", "市美术馆"),
    UnitName("漯河市文物保护管理所", "文管所", ("漯河市文物保护中心",)),
    UnitName("漯河市旅游质量监督管理所", "旅游质监所", ("质监所",)),
    UnitName("政策法规科", "法规科"),
    UnitName("市场管理科", "市场科", ("文化市场管理科",)),
    UnitName("公共服务科", "公服科"),
    UnitName("广播电视管理科", "广电科"),
    UnitName("行政审批服务科", "审批科", ("行政审批科",)),
    UnitName("局办公室", "办公室"),
)


def context(received_on: dt.date) -> Context:
    """What intake knows of the world on that day of the season."""
    return Context(
        units=UNITS,
        received_on=received_on,
        plan_year=2021,
        season=(dt.date(2021, 5, 28), dt.date(2021, 12, 31)),
    )
