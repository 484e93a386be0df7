"""宣传报道: what was published about the campaign."""

from __future__ import annotations

import datetime as dt
from random import Random

from data.season.bureau import BY_KEY
from data.season.grid import Row
from data.season.story.papers import Changing, on

_OUTLETS = (
    ("漯河日报", "municipal"),
    ("漯河发布", "municipal"),
    ("漯河电视台", "municipal"),
    ("河南日报", "provincial"),
    ("大河网", "provincial"),
    ("中国文化报", "national"),
    ("中国旅游报", "national"),
    ("源汇区融媒体中心", "county"),
    ("临颍县融媒体中心", "county"),
)
_STORIES = (
    "开展法治宣传进景区活动",
    "推进法治政府建设示范创建",
    "举办行政执法培训班",
    "组织案卷评查促规范执法",
    "宪法宣传周活动",
    "开展文化市场集中整治",
    "公布行政审批事项清单",
    "普法文艺演出走进乡村",
    "联合抽查护航暑期市场",
    "打造法治文化阵地",
)
_REPORTING = (
    "支队",
    "图书馆",
    "文化馆",
    "许慎园",
    "质监所",
    "政策法规科",
    "办公室",
    "源汇",
    "公共服务科",
    "旅游科",
)


def publicity(rng: Random) -> list[Changing]:
    """Every report of the season; no title stands twice for a unit and an outlet."""
    found: list[Changing] = []
    seen: set[tuple[str, str, str]] = set()
    day = on(6, 3)
    while day < on(12, 29):
        unit = rng.choice(_REPORTING)
        outlet, level = rng.choice(_OUTLETS)
        title = f"{BY_KEY[unit].short_name}{rng.choice(_STORIES)}"
        if (unit, title, outlet) not in seen:
            seen.add((unit, title, outlet))
            found.append(_report(unit, title, outlet, level, day, rng))
        day += dt.timedelta(days=rng.randrange(1, 5))
    return found


def _report(unit: str, title: str, outlet: str, level: str, day: dt.date, rng: Random) -> Changing:
    url = f"https://news.luohe.example/2021/{day:%m%d}/{rng.randrange(10000, 99999)}.html"
    row: Row = {
        "title": title,
        "outlet": outlet,
        "level": level,
        "published_on": day,
        "url": url if rng.random() < 0.85 else None,
    }
    return Changing(unit, day, row)
