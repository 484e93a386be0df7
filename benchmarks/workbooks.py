"""Workbooks as units send them, for the intake to be measured on."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

UNITS = ("市执法支队", "源汇大队", "郾城大队", "召陵大队", "市图书馆", "市文化馆", "市博物馆")
"""Short names of the shipped directory."""

_PEOPLE = ("张伟", "李 娜", "王强", "刘洋", "陈静", "赵磊", "孙丽", "周 涛", "吴敏", "郑凯")
_SECTIONS = ("政策法规科", "行政审批服务科", "执法一大队", "办公室", "市场管理科")
_PLACES = ("交通路", "黄河路", "人民路", "嵩山路", "长江路", "泰山路")
_CAUSES = (
    "未经批准擅自从事娱乐场所经营",
    "网吧接纳未成年人",
    "出版物未按规定登记",
    "旅行社超范围经营",
)
_DATE_SHAPES: tuple[Callable[[dt.date], Any], ...] = (
    lambda day: day,
    lambda day: day.isoformat(),
    lambda day: f"{day.year}.{day.month}.{day.day}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.month}月{day.day}日",
)
_PERCENT_SHAPES: tuple[Callable[[int], Any], ...] = (
    lambda share: share / 100,
    lambda share: f"{share}%",
    lambda share: share,
    lambda share: f"{share}％",
)
_HEADS = {
    "complaint": (
        ("投诉举报办理", "complaints"),
        (
            "序号",
            "事项",
            "受理日期",
            "办理期限",
            "办结日期",
            "来源渠道",
            "承办科室",
            "承办人",
            "备注",
        ),
    ),
    "task_progress": (
        ("任务分解台账", "tasks"),
        (
            "任务编号",
            "重点任务",
            "具体举措",
            "责任科室",
            "责任人",
            "开始时间",
            "完成时限",
            "完成进度",
            "进展情况",
        ),
    ),
    "case_review": (
        ("案卷评查表", "cases"),
        (
            "案卷号",
            "案卷类型",
            "案由",
            "评查日期",
            "评查人",
            "总分",
            "等次",
            "是否错案",
            "存在问题",
        ),
    ),
}


def write_many(folder: Path, files: int, rows: int, units: Sequence[str] = UNITS) -> list[Path]:
    """Workbooks of one sheet each: title, 填报单位, headings, then data; ``rows`` in all.

    The three kinds take turns; each sheet has a habit of its own in writing dates and
    percents, and one cell in 50 is written another way."""
    kinds = list(_HEADS)
    return [
        _write(folder / f"{n:04d}.xlsx", kinds[n % len(kinds)], rows, random.Random(n), units)
        for n in range(files)
    ]


def write_blank(path: Path, rows: int) -> Path:
    """One small table on a sheet of which every row down to ``rows`` is formatted and blank."""
    import zipfile

    small = path.with_name("small.xlsx")
    _write(small, "complaint", 204, random.Random(1), UNITS)
    filler = "".join(
        f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>'
        for n in range(205, rows + 1)
    )
    with (
        zipfile.ZipFile(small) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.namelist():
            content = source.read(part)
            if part == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", filler.encode() + b"</sheetData>")
            target.writestr(part, content)
    small.unlink()
    return path


def _write(path: Path, kind: str, rows: int, chance: random.Random, units: Sequence[str]) -> Path:
    (label, word), heads = _HEADS[kind]
    unit = chance.choice(units)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    sheet.append([f"{unit}{label}"])
    sheet.append([f"填报单位：{unit}", *[None] * 5, "填报日期：2021年7月9日"])
    sheet.append(list(heads))
    for row in _ROWS[kind](chance, rows - 3, f"{word}-{path.stem}"):
        sheet.append(row)
    book.save(path)
    return path


def _complaints(chance: random.Random, rows: int, mark: str) -> Iterator[list[Any]]:
    dates = _habit(chance, _DATE_SHAPES)
    for n in range(1, rows + 1):
        came = dt.date(2021, 5, 28) + dt.timedelta(days=n % 40)
        yield [
            n,
            f"{chance.choice(_PLACES)}{n}号{chance.choice(_CAUSES)}({mark}-{n})",
            dates()(came),
            dates()(came + dt.timedelta(days=15)),
            dates()(came + dt.timedelta(days=chance.randint(1, 20))) if n % 5 else None,
            chance.choice(("12345热线", "来信", "来访", "网络")),
            chance.choice(_SECTIONS),
            chance.choice(_PEOPLE),
            None if n % 3 else "已电话回访",
        ]


def _tasks(chance: random.Random, rows: int, mark: str) -> Iterator[list[Any]]:
    dates, percents = _habit(chance, _DATE_SHAPES), _habit(chance, _PERCENT_SHAPES)
    for n in range(1, rows + 1):
        share = chance.choice((0, 20, 35, 50, 80, 95, 100))
        yield [
            f"4.{n % 4 + 1}.{n % 3 + 1}",
            "落实权责清单制度",
            f"{chance.choice(_SECTIONS)}牵头梳理第 {n} 批事项，逐项核对依据({mark})",
            chance.choice(_SECTIONS),
            chance.choice(_PEOPLE),
            dates()(dt.date(2021, 5, 28)),
            dates()(dt.date(2021, 6, 30) + dt.timedelta(days=n % 180)),
            percents()(share),
            f"已完成 {n} 项" if n % 4 else "正在推进，\n下周汇总",
        ]


def _cases(chance: random.Random, rows: int, mark: str) -> Iterator[list[Any]]:
    dates = _habit(chance, _DATE_SHAPES)
    for n in range(1, rows + 1):
        total = chance.randint(55, 100)
        yield [
            f"漯文罚字〔2021〕第{mark}-{n}号",
            chance.choice(("行政处罚", "行政许可", "处罚", "行政检查")),
            chance.choice(_CAUSES),
            dates()(dt.date(2021, 6, 1) + dt.timedelta(days=n % 30)),
            f"{chance.choice(_PEOPLE)}、{chance.choice(_PEOPLE)}",
            total if n % 20 else f"{total}分",
            "优秀" if total >= 90 else "合格" if total >= 60 else "不合格",
            "否" if n % 30 else "×",
            "" if n % 4 else "文书送达回证缺签收日期",
        ]


_ROWS: dict[str, Callable[[random.Random, int, str], Iterator[list[Any]]]] = {
    "complaint": _complaints,
    "task_progress": _tasks,
    "case_review": _cases,
}


def _habit(
    chance: random.Random, shapes: tuple[Callable[[Any], Any], ...]
) -> Callable[[], Callable[[Any], Any]]:
    usual = chance.choice(shapes)
    return lambda: usual if chance.random() > 0.02 else chance.choice(shapes)
