"""Small workbooks as units send them, and a workspace that knows the plan."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from openpyxl import Workbook

COMPLAINTS = ("事项", "受理日期", "办理期限", "办结日期")
STAFFING = ("执法人员总数", "法制审核人员数")
DIRECTORY = ("单位名称", "简称", "曾用名", "是否行政执法单位", "联络员")


def book(
    path: Path,
    title: str,
    headings: tuple[str, ...],
    *rows: tuple[Any, ...],
    unit: str = "",
    day: str,
) -> Path:
    """One sheet: a title, a line with unit and date, headings, rows."""
    made = Workbook()
    sheet = made.active
    sheet.title = title
    sheet.append([title])
    said = [f"填报单位:{unit}", None, f"填报日期:{day}"] if unit else [f"填报日期:{day}"]
    sheet.append(said)
    sheet.append(list(headings))
    for row in rows:
        sheet.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    made.save(path)
    return path


def complaints(path: Path, *subjects: str, unit: str = "市图书馆", day: str = "2021-06-30") -> Path:
    """Complaints of a unit, all taken in on 1 June 2021 and open."""
    rows = [(one, dt.date(2021, 6, 1), dt.date(2021, 7, 1), None) for one in subjects]
    return book(path, "投诉举报办理台账", COMPLAINTS, *rows, unit=unit, day=day)


def staffing(
    path: Path, staff: int, reviewers: int, *, unit: str = "市文物中心", day: str = "2021-06-30"
) -> Path:
    """How many enforce, and how many of them review."""
    return book(path, "法制审核人员配备表", STAFFING, (staff, reviewers), unit=unit, day=day)


def directory(path: Path, *units: tuple[str, str], day: str) -> Path:
    """A directory of units, each by name and short name."""
    rows = [(name, short, None, "是", "张三") for name, short in units]
    return book(path, "单位名录", DIRECTORY, *rows, day=day)


def content(workspace: Any, *, but: tuple[str, ...] = ()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the store, in an order of its own."""
    from dashboard.store.schema import tables

    made = {}
    for name in tables():
        if name not in but:
            rows = workspace.store.rows(f'select * from raw."{name}"')
            made[name] = sorted(rows, key=repr)
    return made
