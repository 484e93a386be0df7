"""The calendar of the season: which file comes when, from whom, about whom."""

from __future__ import annotations

import datetime as dt
from random import Random

from data.season import bureau
from data.season.habits import STYLES, SUFFIX
from data.season.notice import YEAR_END
from data.season.sending import Part, Sending
from data.season.story.evidence import LATE, READY
from data.season.story.papers import DECISIONS, DOCUMENTS, LISTS, on

FRIDAYS = [on(6, 4) + dt.timedelta(weeks=week) for week in range(31)]
MONTH_ENDS = [on(6, 30), on(7, 31), on(8, 31), on(9, 30), on(10, 31), on(11, 30), on(12, 31)]
_COMPILER = "政策法规科"

_SKIPPED = {("许慎园", week) for week in range(11, 15)} | {("体校", week) for week in range(18, 22)}
"""Weeks in which a unit that otherwise reports lets it slip."""
_LATE_START = {"召陵": 3, "体育科": 2, "艺术科": 1, "美术馆": 1, "文物科": 1}
"""First week with a ledger of its own; the others start in the first."""


_SETTLED = 13
"""From this week on the compiled sheets carry most of the reporting."""


def _silent(unit: str, day: dt.date) -> bool:
    return unit == bureau.SILENT_AFTER_JULY and day > on(7, 31)


def progress() -> list[Sending]:
    """Every unit's own ledger every four weeks, later eight, and sheets compiled of several."""
    found = []
    for place, unit in enumerate(bureau.REPORTING):
        first = _LATE_START.get(unit, 0)
        for week, day in enumerate(FRIDAYS):
            often = 4 if week < _SETTLED else 8
            due = week == first or (week > first + 1 and week % often == place % often)
            if due and not _silent(unit, day) and (unit, week) not in _SKIPPED:
                early = week == 0 and place % 2 == 0
                found.append(_own_ledger(unit, on(5, 31) if early else day))
    for week, day in enumerate(FRIDAYS):
        if week >= 2:
            found.append(_compiled_ledger(week, day))
    return found


def _own_ledger(unit: str, day: dt.date) -> Sending:
    rng = Random(f"name:{unit}")
    short = bureau.short(unit)
    name = rng.choice(
        [
            f"{short}创建工作台账({day.month}月{day.day}日)",
            f"{short}任务分解台账{day:%Y%m%d}",
            f"附件1\uff1a示范创建工作台账及任务分解-{short}({day:%Y.%m.%d})",
            f"{day:%Y-%m-%d}{short}任务分解台账",
        ]
    )
    extras: tuple[str, ...] = ()
    if STYLES[unit] not in ("csv",):
        extras = rng.choice([(), (), (), ("instructions",), ("dictionary",)])
    return Sending(day, name, STYLES[unit], unit, [Part("task_progress", (unit,))], extras=extras)


def _compiled_ledger(week: int, day: dt.date) -> Sending:
    groups = 4 if week < _SETTLED else 2
    units = tuple(
        unit
        for place, unit in enumerate(bureau.REPORTING)
        if place % groups == (week + 2) % groups
        and not _silent(unit, day)
        and _LATE_START.get(unit, 0) <= week
        and (unit, week) not in _SKIPPED
    )
    name = f"创建工作进度汇总第{week - 1}期({day.month}月{day.day}日)"
    part = Part("task_progress", units, title="各单位创建工作进度汇总表")
    style = ("excel", "wps", "xls", "wps")[week % 4]
    if week % 6 == 4:
        parts = [Part("task_progress", (unit,), sheet=bureau.short(unit)) for unit in units]
        return Sending(day, name, style, _COMPILER, parts, dates="file", names_unit="sheet")
    dates = "line" if week % 2 else "title"
    return Sending(day, name, style, _COMPILER, [part], dates=dates)


def evidence() -> list[Sending]:
    """Each unit's list when it begins, again two weeks later, and once more if some was late."""
    found = []
    for unit, begun in READY.items():
        first = on(*begun)
        days = {first, min(first + dt.timedelta(days=11), on(8, 9))}
        days |= {on(*late) for (owner, _), late in LATE.items() if owner == unit}
        days |= {on(8, 10)} if unit in ("支队", "政策法规科", "博物馆") else set()
        for day in sorted(days):
            if not _silent(unit, day):
                found.append(_evidence(unit, day))
    return found


def _evidence(unit: str, day: dt.date) -> Sending:
    rng = Random(f"evidence:{unit}")
    short = bureau.short(unit)
    name = rng.choice(
        [
            f"{short}印证资料清单({day.month}月{day.day}日)",
            f"附件2\uff1a印证资料清单-{short}{day:%Y%m%d}",
            f"印证资料清单_{short}_{day:%Y-%m-%d}",
        ]
    )
    return Sending(day, name, STYLES[unit], unit, [Part("evidence", (unit,))])


def enforcing() -> list[Sending]:
    """Each month three tables of all that enforce, in one workbook or in three files."""
    found = []
    for month, day in enumerate([on(5, 31), *MONTH_ENDS]):
        units = bureau.ENFORCING
        kinds = ("staffing", "enforcement", "random_inspection")
        label = f"{day.year}年{day.month}月"
        if month % 2 == 0:
            names = ("法制审核人员配备情况表", "行政执法三项制度落实情况", "双随机一公开抽查情况")
            for kind, name, style in zip(kinds, names, ("excel", "xls", "wps"), strict=True):
                found.append(
                    Sending(
                        day, f"{label}{name}", style, _COMPILER, [Part(kind, units)], dates="file"
                    )
                )
        else:
            found.append(
                Sending(
                    day,
                    f"行政执法规范化建设月报({day.month}月)",
                    "wps",
                    _COMPILER,
                    [Part(kind, units) for kind in kinds],
                    dates="line",
                )
            )
    return found


_CASE_DAYS = {
    "支队": [(6, 24), (9, 16), (11, 18)],
    "源汇": [(7, 8), (10, 20)],
    "郾城": [(7, 15), (8, 18), (10, 28)],
    "召陵": [(11, 11)],
    "质监所": [(6, 30), (12, 2)],
    "文物中心": [(8, 12)],
    "体育中心": [(9, 8)],
    "市场管理科": [(9, 23)],
}


def cases() -> list[Sending]:
    """The sheets of each round of case-file reviews."""
    found = []
    for unit, days in _CASE_DAYS.items():
        for step in days:
            day = on(*step)
            name = f"{bureau.short(unit)}案卷评查表({day.month}月{day.day}日)"
            found.append(Sending(day, name, STYLES[unit], unit, [Part("case_review", (unit,))]))
    return found


def papers() -> list[Sending]:
    """A ledger each time something in it is new or has changed."""
    found = []
    labels = {
        "normative_document": "规范性文件台账",
        "major_decision": "重大行政决策台账",
        "published_list": "清单公开情况表",
    }
    ledgers = {
        "normative_document": DOCUMENTS,
        "major_decision": DECISIONS,
        "published_list": LISTS,
    }
    for kind, ledger in ledgers.items():
        units = dict.fromkeys(one.unit for one in ledger)
        for unit in units:
            own = [one for one in ledger if one.unit == unit]
            days = {one.since for one in own} | {day for one in own for day, _ in one.changes}
            for day in sorted(days):
                name = f"{bureau.short(unit)}{labels[kind]}({day.month}月{day.day}日)"
                found.append(Sending(day, name, STYLES[unit], unit, [Part(kind, (unit,))]))
    return found


def complaints() -> list[Sending]:
    """Two units send their own each month and, in summer, in its middle; three send together."""
    found = []
    for unit in ("支队", "质监所"):
        days = [*MONTH_ENDS, *[day.replace(day=15) for day in MONTH_ENDS[:3]]]
        for day in sorted(days):
            name = f"{bureau.short(unit)}投诉举报办理台账{day:%Y%m%d}"
            found.append(Sending(day, name, STYLES[unit], unit, [Part("complaint", (unit,))]))
    for day in MONTH_ENDS:
        part = Part("complaint", ("许慎园", "体育中心", "市场管理科"))
        name = f"投诉举报办理情况汇总({day.year}年{day.month}月)"
        found.append(
            Sending(
                day, name, "xls" if day.month % 2 else "wps", "市场管理科", [part], dates="line"
            )
        )
    return found


def findings() -> list[Sending]:
    """The supervision team's ledger every second week, of all units that it found wanting."""
    found = []
    for number, day in enumerate([*FRIDAYS[1::2], YEAR_END], start=1):
        style = ("excel", "wps", "xls")[number % 3]
        name = f"督导问题整改台账第{number}期({day.month}月{day.day}日)"
        part = Part("finding", bureau.REPORTING)
        found.append(Sending(day, name, style, _COMPILER, [part], dates="line"))
    return found


def publicity() -> list[Sending]:
    """Each month what all units published, compiled by the office."""
    found = []
    for day in MONTH_ENDS:
        name = f"{day.year}年{day.month}月宣传报道统计表"
        style = {6: "wps", 8: "tsv", 10: "xls"}.get(day.month, "excel")
        found.append(
            Sending(
                day,
                name,
                style,
                "办公室",
                [Part("publicity", bureau.REPORTING)],
                dates="title" if day.month % 2 else "file",
            )
        )
    return found


def plans() -> list[Sending]:
    """The inspection plans of the year."""
    days = {
        "市场管理科": on(6, 11),
        "质监所": on(6, 18),
        "文物中心": on(6, 25),
        "体育中心": on(6, 25),
    }
    return [
        Sending(
            day,
            f"{bureau.short(unit)}2021年度随机抽查事项计划({day.month}月{day.day}日)",
            STYLES[unit],
            unit,
            [Part("inspection_item", (unit,))],
        )
        for unit, day in days.items()
    ]


def path(sending: Sending) -> str:
    """Folder and name of the file: a folder a month."""
    day = sending.folder_day or sending.day
    return f"{day:%Y-%m}/{sending.name}{SUFFIX[sending.style]}"
