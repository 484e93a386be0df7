"""The four workbooks of the plan, and the directory as it is sent again in June."""

from __future__ import annotations

import datetime as dt
from random import Random

from data.season import bureau, notice
from data.season.grid import Book, Meant, Page, Row
from data.season.layout import Field, Table, lay
from data.season.manners import DATES, TEXTS, YESNO, Manner, choice

_PLAIN = TEXTS["plain"]
_OFFICE = "漯河市文化广电和旅游局"


def plan() -> dict[str, tuple[Book, list[Meant]]]:
    """The workbooks of the plan by file name, each with what it says."""
    tables = {
        "单位名录.xlsx": _units(None),
        "创建步骤.xlsx": _phases(),
        "任务分解总表.xlsx": _tasks(),
        "指标阈值.xlsx": _thresholds(),
    }
    return {name: _book(table, notice.ISSUED) for name, table in tables.items()}


def later_directory() -> tuple[Book, list[Meant]]:
    """The directory of 18 June: the unit without a liaison has named one."""
    table = _units(bureau.LATE_LIAISON)
    table.reported_on = dt.date(2021, 6, 18)
    table.lines = [(f"填报日期\uff1a{table.reported_on.isoformat()}",)]
    return _book(table, table.reported_on)


def _book(table: Table, day: dt.date) -> tuple[Book, list[Meant]]:
    page = Page(table.title.removeprefix(_OFFICE).split("(")[0][:20])
    meant = lay(page, table, Random(0))
    return Book([page], day, "政策法规科"), [meant]


def _table(kind: str, title: str, fields: list[Field], rows: list[Row], *notes: str) -> Table:
    day = notice.ISSUED
    dated = f"{title}({day.year}年{day.month}月{day.day}日)"
    lines: list[tuple[str, ...]] = [(f"填报日期\uff1a{day.isoformat()}",)]
    table = Table(kind, fields, rows, day, f"{_OFFICE}{dated}", lines)
    table.notes = [(note,) for note in notes]
    return table


def _units(late_liaison: str | None) -> Table:
    category = choice({"bureau_unit": ("局属单位",), "office": ("机关科室",)})
    fields = [
        Field("unit", "单位名称", _PLAIN, width=40),
        Field("short_name", "简称", _PLAIN, width=16),
        Field("aliases", "曾用名/别名", _PLAIN, width=36),
        Field("category", "类别", category),
        Field("enforces", "是否行政执法单位", YESNO["yes"], width=18),
        Field("head", "主要负责人", _PLAIN),
        Field("liaison", "联络员", _PLAIN),
        Field("liaison_phone", "联系电话", _PLAIN, width=16),
    ]
    rows = [_unit_row(unit, late_liaison) for unit in bureau.UNITS]
    return _table(
        "unit",
        "单位名录",
        fields,
        rows,
        "注:每单位明确1名联络员与领导小组办公室保持联系;人员和电话均为示例。",
    )


def _unit_row(unit: bureau.Unit, late_liaison: str | None) -> Row:
    liaison = unit.liaison or late_liaison
    return {
        "unit": unit.name,
        "short_name": unit.short_name,
        "aliases": unit.aliases,
        "category": unit.category,
        "enforces": unit.enforces,
        "head": unit.head,
        "liaison": liaison,
        "liaison_phone": bureau.phone(unit.key) if liaison else None,
    }


def _phases() -> Table:
    fields = [
        Field("phase_id", "序号", _PLAIN, width=8),
        Field("name", "阶段名称", _PLAIN, width=20),
        Field("starts_on", "开始日期", DATES["real"], width=14),
        Field("ends_on", "结束日期", DATES["real"], width=14),
        Field("deliverables", "交付成果", _PLAIN, width=56),
        Field("basis", "依据", _PLAIN),
    ]
    rows = [
        {
            "phase_id": one.phase_id,
            "name": one.name,
            "starts_on": one.starts_on,
            "ends_on": one.ends_on,
            "deliverables": one.deliverables,
            "basis": one.basis,
        }
        for one in notice.PHASES
    ]
    return _table(
        "phase", "创建步骤", fields, rows, "注:营造创建氛围的具体时间以省、市通知为准,日期留空。"
    )


def _tasks() -> Table:
    fields = [
        Field("task_id", "任务编号", _PLAIN, width=10),
        Field("area", "重点任务", _PLAIN, width=20, merged=True),
        Field("title", "任务名称", _PLAIN, width=24),
        Field("requirement", "工作要求", _PLAIN, width=80),
        Field("lead_unit", "牵头单位", _PLAIN, width=22),
        Field("due_on", "完成时限", DATES["real"], width=14),
        Field("basis", "依据", _PLAIN),
    ]
    rows = [
        {
            "task_id": one.task_id,
            "area": one.area,
            "title": one.title,
            "requirement": one.requirement,
            "lead_unit": one.lead_unit,
            "due_on": notice.YEAR_END,
            "basis": one.basis,
        }
        for one in notice.TASKS
    ]
    return _table(
        "task",
        "任务分解总表",
        fields,
        rows,
        "注:方案未逐项规定时限,完成时限按五(二)集中督导的最后一日填写。",
    )


def _thresholds() -> Table:
    fields = [
        Field("rule", "规则编号", _PLAIN, width=24),
        Field("name", "名称", _PLAIN, width=36),
        Field("value", "阈值", _PLAIN, whole_row=None, width=12),
        Field("basis", "依据", _PLAIN),
    ]
    fields[2].manner = _quantity()
    rows = [
        {
            "rule": one.rule,
            "name": one.name,
            "value": _Quantity(one.value, one.share),
            "basis": one.basis,
        }
        for one in notice.THRESHOLDS
    ]
    return _table(
        "threshold",
        "指标阈值",
        fields,
        rows,
        "注:带百分号的为比例;阈值留空的,相应的等次线不作比较。",
    )


class _Quantity(float):
    """A number that remembers whether it is written with a percent sign."""

    share: bool

    def __new__(cls, value: float, share: bool) -> _Quantity:
        made = super().__new__(cls, value)
        made.share = share
        return made


def _quantity() -> Manner:
    return lambda value, _: (float(value), "0%") if value.share else (int(value), None)
