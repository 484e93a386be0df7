"""How much headings tell of what a sheet is, where no title says it.

编号, 类型, 数量, 日期 and 责任人 stand over the sheets of any office: of a kitchen's fittings,
of parcels, of expenses. A few of them are no sheet of a kind, however surely each is meant.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import GENERIC, NUMBERING, SURE
from dashboard.intake.recognise.spelling import is_unit_mark, key
from dashboard.patterns import lazy_pattern

_ENOUGH = 1.25
"""Of 434 tables that were meant as one of a kind none tells less than 1.75, its title aside;
of tables of random everyday headings fewer than one in a hundred tells enough."""
_ENOUGH_LATIN = 1.75
"""Where no heading is Chinese: units write Chinese."""
_OWN, _ANYBODYS, _GUESSED = 1.0, 0.5, 0.2
"""What a heading tells: one that only sheets of a kind have, one that any sheet may have, one
that only what is below it speaks for."""
_PLAIN = 0.9
"""Below it a heading merely resembles one: 收文日期 and 收件日期 share what all dates do."""
_LEFT, _MOST_LEFT = 0.25, 1.0
"""What each heading that the kind has not takes away, and all of them at most: a unit may add
many of its own."""
_ABOUT_NOTHING = 1.5
"""What it takes away that no heading says what the rows are about: 责任人, 完成时间 and 进展情况
stand in the ledger of any project."""
_PLANNED = "inspection_item"
_SHARES = frozenset(("ratio", "ratio_min", "ratio_max", "base", "frequency"))
_OUTCOME = lazy_pattern("(?:检查|抽查|处理)(?:结果|情况)|发现(?:的)?问题|检查人")
_WORD = lazy_pattern(r"[A-Za-z]+|\d+")
_EVERYDAY_WORDS = (
    GENERIC
    | NUMBERING
    | frozenset(
        (
            "单号",
            "证号",
            "证件号",
            "证件号码",
            "证书编号",
            "标题",
            "类型",
            "类别",
            "种类",
            "级别",
            "等级",
            "状态",
            "结果",
            "进度",
            "单位",
            "部门",
            "科室",
            "责任人",
            "负责人",
            "经办人",
            "承办人",
            "联系人",
            "总分",
            "分数",
            "任务",
            "事项",
            "事由",
            "问题",
            "措施",
            "来源",
            "方式",
            "形式",
            "对象",
            "频次",
            "地点",
            "地址",
            "链接",
            "主题",
            "内容",
            "工作内容",
            "文件名称",
            "次数",
            "计划数",
            "任务数",
            "完成数",
            "已完成数",
            "实际完成数",
            "累计完成数",
            "完成任务数",
            "公开数",
            "公示数",
            "进展",
            "验收人",
            "登记时间",
            "登记日期",
            "检查时间",
            "检查日期",
            "会议时间",
            "会议日期",
            "存放地点",
            "开始时间",
            "开始日期",
            "结束时间",
            "结束日期",
            "完成时间",
            "完成日期",
            "截止时间",
            "截止日期",
            "完成情况",
            "进展情况",
            "办理情况",
            "存在问题",
        )
    )
)


def tells_what_was_done(view: str, columns: Collection[str], others: Iterable[str]) -> bool:
    """True where what looks like the plan of inspections is the list of those that were made:
    who went where and what came of it (``others``: the headings that the kind has not), and no
    share, number or frequency that a plan is about."""
    if view != _PLANNED or not _SHARES.isdisjoint(columns):
        return False
    return any(_OUTCOME.search(key(heading)) is not None for heading in others)


def told_enough(meant: Iterable[tuple[Head, float]], left: int, *, about: bool) -> bool:
    """True where the headings tell that a sheet without a title is of a kind.

    ``meant``: the headings of the kind, each with how surely it is; ``left``: how many headings
    there are that mean nothing in it; ``about``: one of them says what the rows are about."""
    told = 0.0
    latin = True
    for head, confidence in meant:
        heading = _own_heading(head)
        told += _told(heading, confidence)
        latin = latin and key(heading).isascii()
    told -= min(_MOST_LEFT, _LEFT * left) + (0.0 if about else _ABOUT_NOTHING)
    return told >= (_ENOUGH_LATIN if latin else _ENOUGH)


def _own_heading(head: Head) -> str:
    """The heading next to the cells, but not the (人) between them."""
    return next((one for one in reversed(head.path) if not is_unit_mark(one)), head.path[-1])


def _told(heading: str, confidence: float) -> float:
    if confidence < SURE:
        return _GUESSED
    return _OWN if confidence >= _PLAIN and not _is_everyday(heading) else _ANYBODYS


def _is_everyday(heading: str) -> bool:
    """True for the words of any office, and for a single Latin word: Total, Status, notes."""
    one = key(heading)
    return one in _EVERYDAY_WORDS or (one.isascii() and len(_WORD.findall(heading)) < 2)
