"""What a clerk types between or under the rows of a table and is no row of it: remarks, marks
of the end, and, right under the headings, how to fill in each column."""

from __future__ import annotations

from dashboard.intake.locate.words import begins_a_foot, is_note
from dashboard.intake.model import CellValue
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_LONGEST = 40
_REMARK = lazy_pattern(
    r"^[-—─=*~(\[]*以[下上](?!简称)"
    r"|^\(?第[一二三四五六七八九十\d]{1,3}[批期次轮]\)?[::]?$"
    r"|^\(?(?:\d{1,2}月份?|[本上下][月季周]|第?[一二三四]季度)?(?:新增|追加|补充|增补|续报)"
    r"(?:的|内容|部分|事项|单位|情况)*\)?[::]?$"
    r"|^[-—─=*~]*(?:完毕?|结束|完结|到此为止|end)[-—─=*~。.]*$"
    r"|^\(?(?:具体|详情)?(?:详见|另见|见)(?:附[件表页后]|后附|下[页表]|背面)"
    r"|(?:如下|包括|新增|补充|其中|其他)[::]$"
    r"|^\d[.、)](?:本表|此表|表中|各单位|请[各于按将填在]|凡|如有|填[写报表]|带[*]|上述|以[上下])"
)
_LINE_OF_DOTS = frozenset(".。-_=~*·…—─ ")
_HOW_TO = lazy_pattern(
    r"^\(.*\)$|格式|下拉|必填|选填|可不填|单选|多选|^[如例]如?[::]?[\"“(]?\d|例[::]|据实填|字以内"
    r"|填(?:是|否|数字|整数|百分|日期|姓名|全称|汉字|大写|至|到)|^填写说明"
)
"""What is written of cells and never into them."""
_MAY_BE_HOW_TO = lazy_pattern(
    r"填写|据实|参照|不超过|^(?:填[报入]?|从.{1,12}[选择])"
    r"|^(?:按照?|请|须|应).{0,8}(?:填|写|选|编号|名称|总表|注明|勾)"
)
_LONGEST_ANSWER = 3
_MOST_OF = 0.6
_FEW_OF = 0.4


def is_remark(text: str) -> bool:
    """True for a line that, alone in its row, speaks of the rows about it: 以下为新增事项,
    (第二批), 以下空白, 完, ……; and for one that leads on to them: 6月份新增:."""
    if len(text) > _LONGEST:
        return False
    plain = normal(text)
    return _LINE_OF_DOTS.issuperset(plain) or _REMARK.search(plain) is not None


def shows_how_to_fill(cells: list[CellValue], columns: list[int]) -> bool:
    """True for the row under the headings that says of each column how to fill it in:
    填写说明 | 按总表填写 | 如2021-06-09 | (必填)."""
    texts = [cells[column] for column in columns]
    if len(texts) < 3 or not all(type(text) is str for text in texts):
        return False
    plain = [normal(str(text)) for text in texts]
    plainly = [_HOW_TO.search(text) is not None for text in plain]
    if not any(plainly):
        return False
    said = sum(
        sure or _MAY_BE_HOW_TO.search(text) is not None
        for sure, text in zip(plainly, plain, strict=True)
    )
    return said >= len(texts) * (_FEW_OF if is_note(plain[0]) else _MOST_OF)


def answers_alike(cells: list[CellValue], columns: list[int], above: list[list[CellValue]]) -> bool:
    """True for 负面清单 | 否 under rows that say 是 or 否 there; a signature is none."""
    first = cells[columns[0]]
    if not isinstance(first, str) or begins_a_foot(first):
        return False
    return any(
        _is_answer(cells[column]) and sum(_is_answer(row[column]) for row in above) > 1
        for column in columns[1:]
    )


def _is_answer(value: CellValue) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_ANSWER
