"""From a sending to a workbook, with the truth beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from random import Random

from data.season import bureau
from data.season.forms.draw import draw_form, merged
from data.season.forms.shapes import lay_names, lay_pairs, lay_steps
from data.season.grid import Book, Meant, Page, Row
from data.season.habits import Habits, habits
from data.season.layout import Field, Table, lay
from data.season.manners import PERCENTS, chinese_marks
from data.season.notice import AREAS
from data.season.sending import Part, Sending
from data.season.story.told import Story

LABELS = {
    "task_progress": "创建全国法治政府建设示范市工作台账及任务分解表",
    "evidence": "示范创建印证资料清单",
    "case_review": "行政执法案卷评查情况表",
    "staffing": "法制审核人员配备情况表",
    "normative_document": "行政规范性文件台账",
    "major_decision": "重大行政决策事项台账",
    "published_list": "清单公开情况表",
    "enforcement": "行政执法三项制度落实情况表",
    "random_inspection": "双随机、一公开抽查情况表",
    "inspection_item": "随机抽查事项计划表",
    "complaint": "投诉举报办理台账",
    "finding": "督导问题整改台账",
    "publicity": "法治政府建设示范创建宣传报道统计表",
}
_SHEETS = {
    "task_progress": "任务分解",
    "evidence": "印证资料",
    "case_review": "案卷评查",
    "staffing": "法制审核人员",
    "normative_document": "规范性文件",
    "major_decision": "重大决策",
    "published_list": "清单公开",
    "enforcement": "三项制度",
    "random_inspection": "双随机抽查",
    "inspection_item": "抽查事项",
    "complaint": "投诉举报",
    "finding": "问题整改",
    "publicity": "宣传报道",
}
_REMARKS = {
    "task_progress": "注:1.完成进度填写百分比;2.长期坚持的任务不填写具体时限。",
    "staffing": "注:法制审核人员不少于本单位执法人员总数的5%。",
    "case_review": "备注:90分以上为优秀,80至89分为良好,60至79分为合格,60分以下为不合格。",
    "evidence": "说明:材料无法上传的注明实地核查时提供,没有相关材料的提交情况说明。",
}


_NEW_FORMS = dt.date(2021, 9, 1)
"""From this day on those who compile many units' sheets use a new edition of their forms."""


def compose(sending: Sending, story: Story, seed: int) -> tuple[Book, list[Meant]]:
    """The workbook of a sending and what its tables mean."""
    rng = Random(f"sheet:{seed}:{sending.day}:{sending.name}")
    own = habits(sending.sender, seed)
    own = replace(
        own, dates=sending.dates or own.dates, names_unit=sending.names_unit or own.names_unit
    )
    pages: list[Page] = []
    meant: list[Meant] = []
    if "instructions" in sending.extras:
        pages.append(_instructions())
    for part in sending.parts:
        day = part.day or sending.day
        if not part.where:
            pages.append(Page(_sheet_name(part, own, day, pages)))
        page = pages[-1]
        meant.append(_place(page, part, sending, own, story, seed, rng))
    if "dictionary" in sending.extras:
        pages.append(_dictionary())
    if rng.random() < 0.75:
        _punctuate(pages)
    author = bureau.BY_KEY[sending.sender].liaison if sending.sender in bureau.BY_KEY else ""
    return Book(pages, sending.folder_day or sending.day, author or ""), meant


def _punctuate(pages: list[Page]) -> None:
    for page in pages:
        for cell in page.cells.values():
            if isinstance(cell.value, str):
                cell.value = chinese_marks(cell.value)


def _place(
    page: Page, part: Part, sending: Sending, own: Habits, story: Story, seed: int, rng: Random
) -> Meant:
    day = part.day or sending.day
    rows = [row for unit in part.units for row in story.rows(part.kind, unit, day)]
    many = len(part.units) > 1
    edition = 1 if day < _NEW_FORMS else 2
    who = sending.sender if not many else f"{sending.sender}-many-{edition}"
    fields = draw_form(part.kind, who, seed, many=many)
    if many and sending.style not in ("csv", "bom", "tsv"):
        fields = merged(fields, "unit")
    top, left = own.offset
    if part.where == "below":
        top, left = page.height + 2, 0
    elif part.where == "beside":
        left = page.span + 1
    if part.shape == "pairs":
        return lay_pairs(page, _around(part, sending, own, rows, fields), rng, top)
    if part.shape == "names":
        return lay_names(page, _around(part, sending, own, rows, fields), rng, top)
    if part.shape == "steps":
        return lay_steps(page, _around(part, sending, own, rows, fields), rng, top)
    table = _around(part, sending, own, rows, fields)
    _dress(table, own, many, rng)
    if part.tweak is not None:
        part.tweak(table)
    return lay(page, table, rng, top=top, left=left)


def _around(
    part: Part, sending: Sending, own: Habits, rows: list[Row], fields: list[Field]
) -> Table:
    """The table with title and lines, as far as the sender's habits go."""
    day = part.day or sending.day
    written = None if own.dates == "none" else day
    table = Table(part.kind, _whole_percents(fields, rows), rows, written)
    table.merge_title = sending.style not in ("csv", "bom", "tsv")
    bare = sending.style in ("csv", "bom", "tsv") and own.dates == own.names_unit == "file"
    if not bare:
        table.title = _title(part, own, day)
        line = _line(part, own, day)
        table.lines = [line] if line else []
    return table


def _title(part: Part, own: Habits, day: dt.date) -> str:
    whose = ""
    if len(part.units) == 1 and own.names_unit == "title":
        whose = bureau.name(part.units[0])
    title = part.title or f"{whose}{LABELS[part.kind]}"
    if own.dates == "title":
        title += f"(截至{day.year}年{day.month}月{day.day}日)"
    return title


def _line(part: Part, own: Habits, day: dt.date) -> tuple[str, ...]:
    pieces = []
    if len(part.units) == 1 and own.names_unit == "line":
        pieces.append(f"填报单位{own.colon}{bureau.name(part.units[0])}")
    if own.dates == "line":
        word = ("填报日期", "统计时点", "填报日期", "填表日期")[len(part.kind) % 4]
        pieces.append(f"{word}{own.colon}{own.date(day)}")
    if part.kind in ("staffing", "random_inspection"):
        pieces.append(f"单位{own.colon}{'人' if part.kind == 'staffing' else '次'}")
    return tuple(pieces)


def _dress(table: Table, own: Habits, many: bool, rng: Random) -> None:
    """Serial numbers, numbering, sections, totals, notes."""
    table.serial = own.serial
    table.numbering = own.numbering
    if table.kind == "task_progress" and own.sections and not many:
        table.sections = lambda row: AREAS[row["task_id"][2]]
    if many and table.kind in ("staffing", "random_inspection"):
        table.total = rng.choice(["合计", "合 计", "总计"])
        if own.dates == "line":
            table.sections = _category
            table.subtotals = True
    if own.noted and table.kind in _REMARKS:
        table.notes.append((_REMARKS[table.kind],))
    if own.signed:
        table.notes.append(("填表人:王芳", "审核人:李娜", "联系电话:0395-3130000"))
    if len(table.rows) > 4 and rng.random() < 0.08:
        table.gaps = frozenset({rng.randrange(1, len(table.rows))})
    if many and len(table.rows) > 18 and rng.random() < 0.2:
        table.repeat_headings_before = len(table.rows) // 2


def _category(row: Row) -> str:
    offices = {unit.name for unit in bureau.UNITS if unit.office}
    return "机关科室" if row["unit"] in offices else "局属单位"


def _whole_percents(fields: list[Field], rows: list[Row]) -> list[Field]:
    """Write shares with a percent sign where all are 0 or 1: a bare 1 says nothing."""
    shares = {row.get("progress") for row in rows}
    if not shares <= {0.0, 1.0, None}:
        return fields
    return [
        replace(one, manner=PERCENTS["percent"])
        if one.name == "progress" and one.manner is PERCENTS["fraction"]
        else one
        for one in fields
    ]


def _sheet_name(part: Part, own: Habits, day: dt.date, pages: list[Page]) -> str:
    name = part.sheet or _SHEETS[part.kind]
    if not part.sheet and len(part.units) == 1 and own.names_unit == "sheet":
        name = f"{bureau.short(part.units[0])}{name}"
    if own.dates == "sheet":
        name = f"{name}{day.month}月{day.day}日"
    taken = {page.name for page in pages}
    return name if name not in taken else f"{name}({len(taken) + 1})"


def _instructions() -> Page:
    page = Page("填报说明", widths={0: 80})
    lines = (
        "填 报 说 明",
        "1.本表由局属各单位、机关各科室填写,每两周报送一次。",
        "2.完成进度请填写百分比,如60%。",
        "3.日期格式统一为年-月-日。",
        "4.没有相关内容的单元格留空,不要删除列。",
        "联系人:曹颖  电话:0395-3130016",
    )
    for row, text in enumerate(lines):
        page.put(row, 0, text, "title" if row == 0 else "note")
    return page


def _dictionary() -> Page:
    page = Page("数据字典", hidden=True)
    words = ("未启动", "进行中", "已完成", "长期坚持", "受阻")
    for row, text in enumerate(words):
        page.put(row, 0, text, "note")
    return page
