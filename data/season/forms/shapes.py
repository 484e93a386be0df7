"""Tables that are no plain tables: label and value, one person a row, all steps in one cell."""

from __future__ import annotations

from random import Random

from data.season.grid import Meant, Page
from data.season.layout import Field, Table, lay
from data.season.manners import DATES, TEXTS

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = ("建军", "秀英", "志强", "桂兰", "海涛", "晓燕", "永强", "文静", "国庆", "玉梅")

_STEP_WORDS = {
    "participation": "公众参与",
    "expert_review": "专家论证",
    "risk_assessment": "风险评估",
    "legality_reviewed": "合法性审查",
    "collective_discussion": "集体讨论决定",
}

_OTHER_STEPS = ("in_catalogue", "recorded", "post_evaluated")


def lay_pairs(page: Page, table: Table, rng: Random, top: int) -> Meant:
    """One row as a form: labels and their values side by side, two pairs a line."""
    row = table.rows[0]
    meant = Meant(page.name, table.kind, table.reported_on, [], [None])
    line = _above(page, table, top, 4)
    fields = [one for one in table.fields if one.name]
    for place, one in enumerate(fields):
        at, column = line + place // 2, place % 2 * 2
        value, form = one.write(row, rng)
        page.put(at, column, one.heading.replace("\n", ""), "head")
        page.put(at, column + 1, value, "body", form)
        page.widths[column], page.widths[column + 1] = 22, 14
    meant.rows.append({"unit": row["unit"], **{one.name: row.get(one.name) for one in fields}})
    return meant


def lay_names(page: Page, table: Table, rng: Random, top: int) -> Meant:
    """Staffing as a list of names, one person a row; it means the counts."""
    row = table.rows[0]
    people = [
        {
            "unit": row["unit"],
            "name": rng.choice(_SURNAMES) + rng.choice(_GIVEN),
            "badge": f"1611{rng.randrange(10**6, 10**7)}" if at < row["certified_staff"] else None,
            "reviews": at < row["legal_reviewers"],
            "qualified": at < row["qualified_reviewers"],
        }
        for at in range(row["enforcement_staff"])
    ]
    table.rows, table.serial = people, "序号"
    table.fields = [
        Field("name", "姓名", TEXTS["plain"]),
        Field("badge", "执法证号", TEXTS["plain"], width=16),
        Field("reviews", "是否法制审核人员", lambda value, _: ("是" if value else "否", None)),
        Field("qualified", "有无法律职业资格", lambda value, _: ("有" if value else "无", None)),
    ]
    lay(page, table, rng, top=top)
    counted = ("enforcement_staff", "legal_reviewers", "qualified_reviewers", "certified_staff")
    rows = [{"unit": row["unit"], **{name: row[name] for name in counted}}]
    return Meant(page.name, table.kind, table.reported_on, rows, [None])


def lay_steps(page: Page, table: Table, rng: Random, top: int) -> Meant:
    """Decisions whose steps stand in one cell; a step that is not named is a no."""
    for row in table.rows:
        taken = [word for name, word in _STEP_WORDS.items() if row[name] == "yes"]
        row["STEPS"] = "、".join(taken)
        row.update(dict.fromkeys(_OTHER_STEPS, "no"))
        row.update({name: "yes" if row[name] == "yes" else "no" for name in _STEP_WORDS})
    table.fields = [
        Field("title", "决策事项", TEXTS["plain"], width=32),
        Field("decided_on", "决策日期", DATES["cn"], width=16),
        Field(
            "participation",
            "决策事项程序",
            TEXTS["plain"],
            width=44,
            whole_row=lambda row: str(row["STEPS"]),
            covers=(*_STEP_WORDS, *_OTHER_STEPS),
        ),
    ]
    return lay(page, table, rng, top=top)


def _above(page: Page, table: Table, top: int, span: int) -> int:
    """Title and lines of a form; gives the row after them."""
    row = top
    if table.title:
        page.put(row, 0, table.title, "title")
        page.merge(row, 0, row, span - 1)
        row += 1
    for pieces in table.lines:
        for place, piece in enumerate(pieces):
            page.put(row, place * span // len(pieces), piece, "line")
        row += 1
    return row
