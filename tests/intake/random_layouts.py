"""Random sheets of any kind with their truth: layouts, spellings and noise drawn by a seed.

Shares no code with the importer: it knows the declared kinds and nothing of how headings,
rows or units are found.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from dashboard.intake.model import CellValue, Sheet
from dashboard.kinds import Column, Kind, kinds
from tests.intake.sheets import UNITS, read, show

DAY = dt.date(2021, 6, 30)
NAMES = [unit.name for unit in UNITS]
ONE_ROW_A_UNIT = ("staffing", "enforcement", "random_inspection")
_FULL_WIDTH = str.maketrans(
    {a: chr(ord(a) + 0xFEE0) for a in "():,"} | {str(d): chr(0xFF10 + d) for d in range(10)}
)

Row = dict[str, Any]


@dataclass
class Made:
    """A sheet, the file's name, and what is to come out of it."""

    kind: Kind
    sheet: Sheet
    file: str
    rows: list[Row]


@dataclass
class _Plan:
    """What was drawn for one sheet."""

    random: Random
    kind: Kind
    columns: list[Column]
    owner: str
    whose: str
    """Where the unit stands: column, line, title, sheet, file, section, or none in the plan."""
    dated: str
    """Where the date stands: line, title, sheet, file, foot."""
    shape: str = "rows"
    cells: list[list[CellValue]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


def wrong_cells(made: Made) -> tuple[int, int, str]:
    """How many cells did not come in as meant, of how many, and what came instead."""
    reading = read(made.sheet, file=made.file)
    total = sum(len(row) for row in made.rows)
    (table,) = reading.tables if len(reading.tables) == 1 else (None,)
    if table is None or table.kind != made.kind.view or table.rows != len(made.rows):
        return total, total, show(reading)
    wrong = 0
    for number, row in enumerate(made.rows):
        wrong += sum(not _same(table.data[name][number], meant) for name, meant in row.items())
    if made.kind.collection != "plan":
        wrong += table.reported_on != DAY
    return wrong, total, show(reading)


def _same(came: Any, meant: Any) -> bool:
    if isinstance(meant, float):
        return came is not None and abs(came - meant) < 1e-9
    return bool(came == meant)


def make(seed: int) -> Made:
    """The sheet of that seed."""
    random = Random(seed)
    kind = random.choice(list(kinds().values()))
    columns = [one for one in kind.columns if one.required or random.random() < 0.75]
    if len(columns) < 3:
        columns = list(kind.columns)
    whose = random.choice(["column", "line", "title", "sheet", "file", "section"])
    whose = "none" if kind.collection == "plan" else whose
    dated = random.choice(["line", "title", "sheet", "file", "foot"])
    plan = _Plan(random, kind, columns, random.choice(NAMES), whose, dated)
    typed, rows = _records(plan)
    many = whose in ("column", "section")
    if len(rows) == 1 and not many and len(columns) >= 4 and random.random() < 0.5:
        plan.shape = random.choice(["pairs", "double pairs"])
    elif 2 <= len(rows) <= 4 and whose != "section" and len(columns) > 4 and random.random() < 0.2:
        plan.shape = "turned"
    _draw(plan, typed, rows)
    name = plan.owner if whose == "sheet" else "Sheet1"
    if dated == "sheet":
        name = f"{plan.owner if whose == 'sheet' else '报表'}6月"
    file = f"{plan.owner if whose == 'file' else '附件'}-{kind.label}"
    file += "-20210630.xlsx" if dated == "file" else ".xlsx"
    return Made(kind, Sheet(name, plan.cells, merges=plan.merges), file, rows)


def _records(plan: _Plan) -> tuple[list[list[CellValue]], list[Row]]:
    """What is typed and what is meant, row by row."""
    random, kind = plan.random, plan.kind
    many = plan.whose in ("column", "section")
    count = random.randint(1, 12)
    if kind.view in ONE_ROW_A_UNIT:
        count = random.randint(2, 8) if many else 1
    if kind.view in ("unit", "published_list"):
        count = min(count, 8)
    owners = [plan.owner] * count
    if many:
        owners = sorted(random.choices(NAMES, k=count), key=NAMES.index)
        if kind.view in ONE_ROW_A_UNIT:
            owners = random.sample(NAMES, count)
    typed, rows = [], []
    for number in range(count):
        pairs = {one.name: _value(plan, one, number) for one in plan.columns}
        row = {name: meant for name, (_, meant) in pairs.items()}
        if kind.view != "unit":
            row["unit"] = owners[number] if plan.whose != "none" else None
        typed.append([cell for cell, _ in pairs.values()])
        rows.append(row)
    return typed, rows


def _value(plan: _Plan, column: Column, number: int) -> tuple[CellValue, Any]:
    """A cell as somebody types it, and its meaning."""
    random = plan.random
    fixed = _identity(plan, column, number)
    if fixed is not None:
        return fixed
    if random.random() < 0.08 and not column.required and column.name != "area":
        return None, None
    if column.choices:
        choice = random.choice(list(column.choices))
        return column.choices[choice][0], choice
    return _TYPED.get(column.type, lambda drawn: (text := _text(drawn, column), text))(random)


def _identity(plan: _Plan, column: Column, number: int) -> tuple[CellValue, Any] | None:
    """Cells that tell rows apart."""
    view, name = plan.kind.view, column.name
    if name == "task_id":
        task = f"4.{plan.random.randint(1, 4)}.{number % 3 + 1}"
        return task, task
    if (view, name) == ("unit", "unit"):
        return NAMES[number], NAMES[number]
    if (view, name) == ("phase", "phase_id"):
        return float(number + 1), str(number + 1)
    if (view, name) == ("published_list", "list"):
        choice = list(column.choices)[number]
        return column.choices[choice][0], choice
    if name in ("case_no", "finding_no"):
        written = f"漯文罚字〔2021〕第{number + 1}号"
        return written, written
    return None


def _date(random: Random) -> tuple[CellValue, Any]:
    day = dt.date(2021, 6, 1) + dt.timedelta(days=random.randint(0, 40))
    y, m, d = day.year, day.month, day.day
    written: list[CellValue] = [day, f"{y}-{m}-{d}", f"{y}.{m:02}.{d:02}", f"{y}年{m}月{d}日"]
    return random.choice([*written, f"{m}月{d}日", f"{y}/{m}/{d}"]), day


def _count(random: Random) -> tuple[CellValue, Any]:
    count = random.randint(0, 60)
    return random.choice([float(count), str(count), f"{count}件"]), count


def _score(random: Random) -> tuple[CellValue, Any]:
    score = float(random.randint(50, 100))
    return score, score


def _share(random: Random) -> tuple[CellValue, Any]:
    share = random.randint(2, 99)
    return f"{share}%", share / 100


def _yes_or_no(random: Random) -> tuple[CellValue, Any]:
    yes = random.random() < 0.6
    return random.choice(["是", "有", "√"] if yes else ["否", "无", "×"]), yes


_TYPED: dict[str, Callable[[Random], tuple[CellValue, Any]]] = {
    "date": _date,
    "integer": _count,
    "number": _score,
    "quantity": _score,
    "percent": _share,
    "yesno": _yes_or_no,
}


def _text(random: Random, column: Column) -> str:
    if column.name in ("url", "location"):
        return f"http://www.lh.gov.cn/{random.randint(1, 999)}"
    if column.name in ("person", "reviewer", "head", "liaison"):
        return random.choice(["张三", "李四", "王五", "赵六"])
    doing = random.choice(["关于开展", "推进", "完善", "落实"])
    what = random.choice(["文化市场", "旅游服务", "体育场馆", "文物保护"])
    return f"{doing}{what}{random.choice(['检查', '管理', '整治'])}{random.randint(1, 99)}"


def _heading(plan: _Plan, column: Column) -> str:
    """One of the declared spellings, with a line break, spaces or a unit mark put in."""
    random = plan.random
    text = random.choice(column.headings) if random.random() < 0.6 else column.label
    if random.random() < 0.15 and len(text) >= 4:
        text = text[: len(text) // 2] + "\n" + text[len(text) // 2 :]
    elif random.random() < 0.2 and len(text) == 2:
        text = f"{text[0]}  {text[1]}"
    if column.type == "integer" and random.random() < 0.4:
        text += random.choice(["(件)", "(人)"])
    return text.translate(_FULL_WIDTH) if random.random() < 0.3 else text


def _draw(plan: _Plan, typed: list[list[CellValue]], rows: list[Row]) -> None:
    headings: list[CellValue] = [_heading(plan, column) for column in plan.columns]
    numbered = plan.random.random() < 0.6 and plan.kind.view != "phase"
    owned = plan.whose == "column"
    width = {"pairs": 2, "double pairs": 4, "turned": len(rows) + 1}.get(
        plan.shape, len(headings) + numbered + owned
    )
    _over(plan, width)
    if plan.shape == "turned":
        if owned:
            plan.cells.append(["单位", *(row["unit"] for row in rows)])
        for place, heading in enumerate(headings):
            plan.cells.append([heading, *(cells[place] for cells in typed)])
    elif plan.shape == "rows":
        before: list[CellValue] = ["序号"] * numbered + ["单位名称"] * owned
        _header(plan, before + headings)
        _body(plan, typed, rows, numbered=numbered, owned=owned)
    else:
        _pairs(plan, headings, typed[0], width)
    _under(plan, width)
    widest = max(map(len, plan.cells))
    plan.cells = [line + [None] * (widest - len(line)) for line in plan.cells]


def _over(plan: _Plan, width: int) -> None:
    """Title and lines."""
    random = plan.random
    title = (plan.owner if plan.whose == "title" else "") + plan.kind.label
    if plan.dated == "title":
        title += "(2021年6月)"
    if random.random() < 0.85 or "title" in (plan.whose, plan.dated):
        plan.cells.append([title])
        if width > 1 and random.random() < 0.7:
            plan.merges.append((len(plan.cells) - 1, 0, len(plan.cells) - 1, width - 1))
    if random.random() < 0.2:
        plan.cells.append([None])
    parts = []
    if plan.whose == "line":
        parts.append(random.choice(["填报单位:", "单位:", "填报单位(盖章):"]) + plan.owner)
    if plan.dated == "line":
        parts.append(random.choice(["填报日期:", "统计时点:", "截至"]) + "2021年6月30日")
    if random.random() < 0.3:
        parts.append("单位:件")
    if parts:
        spread = width >= len(parts) and random.random() < 0.6
        texts = parts if spread else ["      ".join(parts)]
        plan.cells.append([text.translate(_FULL_WIDTH) for text in texts])


def _header(plan: _Plan, heads: list[CellValue]) -> None:
    """One row of headings, or two of which the upper groups some of the lower."""
    row, random = len(plan.cells), plan.random
    if len(heads) < 5 or random.random() < 0.7:
        plan.cells.append(heads)
        return
    first = random.randint(len(heads) - 3, len(heads) - 2)
    upper: list[CellValue] = [*heads[:first], "基本情况"]
    plan.cells += [upper, [None] * first + heads[first:]]
    plan.merges += [(row, column, row + 1, column) for column in range(first)]
    plan.merges.append((row, first, row, len(heads) - 1))


def _body(
    plan: _Plan, typed: list[list[CellValue]], rows: list[Row], *, numbered: bool, owned: bool
) -> None:
    last = None
    for number, (cells, row) in enumerate(zip(typed, rows, strict=True), start=1):
        if plan.whose == "section" and row["unit"] != last:
            last = row["unit"]
            plan.cells.append([plan.random.choice(["", "一、", "(二)"]) + last])
            width = len(cells) + numbered
            plan.merges.append((len(plan.cells) - 1, 0, len(plan.cells) - 1, width - 1))
        if plan.random.random() < 0.05:
            plan.cells.append([None])
        lead: list[CellValue] = [float(number)] * numbered + [row.get("unit")] * owned
        plan.cells.append(lead + cells)
        row["source_row"] = len(plan.cells)


def _pairs(plan: _Plan, headings: list[CellValue], cells: list[CellValue], width: int) -> None:
    pairs = [value for pair in zip(headings, cells, strict=True) for value in pair]
    for start in range(0, len(pairs), width):
        plan.cells.append(pairs[start : start + width])


def _under(plan: _Plan, width: int) -> None:
    """Notes and signatures."""
    if plan.random.random() < 0.3:
        plan.cells.append(["注:本表由各单位如实填写。"])
    second = "填报日期:2021年6月30日" if plan.dated == "foot" else "审核人:李四"
    if plan.dated == "foot" or plan.random.random() < 0.3:
        apart: list[CellValue] = ["填表人:张三", *[None] * (width - 2), second]
        plan.cells.append(apart if width > 2 else [f"填表人:张三    {second}"])
