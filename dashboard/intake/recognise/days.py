"""A column of days over figures of which each row can only be of one day."""

from __future__ import annotations

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.assignment import Matches, taken
from dashboard.intake.recognise.common import LEAST, PLAINLY, REPORTED_ON, SURE
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Kind
from dashboard.patterns import lazy_pattern

_SAYS_NOTHING_ELSE = frozenset(
    (
        "日期",
        "时间",
        "时点",
        "月份",
        "年月",
        "年度",
        "年份",
        "季度",
        "项目",
        "指标",
        "类别",
        "指标名称",
        "统计月份",
    )
)
STOCK = frozenset(("staffing",))
"""Kinds that say how many there are: a month's figures are those at its end. How many cases a
month had is no figure of the year so far."""
_OF_A_DAY = lazy_pattern(r"\d[日号]$|^\d{8}$|^(?:\d{4}|\d{2})([-./])\d{1,2}\1\d{1,2}$")


def by_days(
    kind: Kind, heads: list[Head], contents: list[Content], found: Matches, passed: set[int]
) -> None:
    """日期 over a unit's figures of several days: each row's reporting date, where the kind
    has no date of its own for which it could stand."""
    if found.get(REPORTED_ON, (0, 0.0))[1] >= LEAST or not has_no_day(kind):
        return
    used = taken(found, LEAST) | passed
    for index, head in enumerate(heads):
        if index in used or key(head.path[-1]) not in _SAYS_NOTHING_ELSE:
            continue
        if _are_days(contents[index], months=kind.view in STOCK):
            found[REPORTED_ON] = (index, SURE)
            return


def by_days_done(
    kind: Kind, heads: list[Head], contents: list[Content], found: Matches, passed: set[int]
) -> None:
    """公布时间 beside 印发日期: a second name of the day on which a document was issued, which
    another heading says, is the day of the step of that name, and that it was taken."""
    absent = [
        column.name
        for column in kind.columns
        if column.type in ("yesno", "step") and found.get(column.name, (0, 0.0))[1] < LEAST
    ]
    used = taken(found, LEAST) | passed if absent else set()
    for index, head in enumerate(heads) if absent else ():
        if index in used or not key(head.path[-1]).endswith(("时间", "日期")):
            continue
        meanings = likeness(head.path).get(kind.view, {})
        meant = [name for name in absent if meanings.get(name, 0.0) >= PLAINLY]
        if meant and contents[index].dates:
            found[meant[0]] = (index, SURE)
            absent.remove(meant[0])


def has_no_day(kind: Kind) -> bool:
    """True for the kinds that say how things stand on a day, and of nothing when it was."""
    dated = any(column.type == "date" for column in kind.columns)
    return kind.collection == "snapshot" and not dated


def _are_days(content: Content, *, months: bool) -> bool:
    if not content.size or content.dates < content.size:
        return False
    return months or all(_OF_A_DAY.search(word) for word in content.words)
