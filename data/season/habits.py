"""How each unit goes about its sheets: program, way of dating, what stands around a table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

STYLES: dict[str, str] = {
    "支队": "excel",
    "源汇": "xls",
    "郾城": "wps",
    "召陵": "csv",
    "质监所": "excel",
    "文物中心": "ods",
    "体育中心": "wps",
    "图书馆": "wps",
    "文化馆": "xls",
    "博物馆": "excel",
    "美术馆": "xls",
    "许慎园": "csv",
    "体校": "wps",
    "办公室": "wps",
    "政策法规科": "excel",
    "行政审批服务科": "xls",
    "市场管理科": "wps",
    "艺术科": "xls",
    "公共服务科": "excel",
    "广播电视科": "csv",
    "文物科": "ods",
    "旅游科": "wps",
    "体育科": "ods",
}
"""The program a unit writes with: excel, wps, xls, ods, csv (GB18030)."""

SUFFIX = {
    "excel": ".xlsx",
    "wps": ".xlsx",
    "xls": ".xls",
    "ods": ".ods",
    "csv": ".csv",
    "bom": ".csv",
    "tsv": ".tsv",
    "html": ".xls",
}


@dataclass(frozen=True, slots=True)
class Habits:
    """What a unit always does the same way."""

    names_unit: str
    """Where the unit's name stands: line, title, sheet or file."""
    dates: str
    """Where the reporting date stands: line, title, sheet or file."""
    colon: str
    date_pattern: str
    serial: str
    numbering: bool
    sections: bool
    signed: bool
    noted: bool
    offset: tuple[int, int]
    """Blank rows above and blank columns left of the table."""

    def date(self, day: dt.date) -> str:
        """The day as the unit writes it in its lines."""
        return {
            "cn": f"{day.year}年{day.month}月{day.day}日",
            "dash": day.isoformat(),
            "dot": f"{day.year}.{day.month}.{day.day}",
            "slash": f"{day.year}/{day.month:02d}/{day.day:02d}",
        }[self.date_pattern]


def habits(who: str, seed: int) -> Habits:
    """The habits of a unit, or of a compiler of many units' sheets."""
    rng = Random(f"habits:{seed}:{who}")
    return Habits(
        names_unit=rng.choice(["line", "line", "title", "title", "sheet", "file"]),
        dates=rng.choice(["line", "line", "line", "title", "sheet", "file"]),
        colon=rng.choice([":", "\uff1a", "\uff1a "]),
        date_pattern=rng.choice(["cn", "cn", "dash", "dot", "slash"]),
        serial=rng.choice(["序号", "序号", "", "序\n号"]),
        numbering=rng.random() < 0.2,
        sections=rng.random() < 0.35,
        signed=rng.random() < 0.6,
        noted=rng.random() < 0.4,
        offset=rng.choice([(0, 0), (0, 0), (0, 0), (0, 1), (1, 0), (2, 1)]),
    )
