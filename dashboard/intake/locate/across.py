"""What stands across in a table of which rows tell of several things: lists, units, days, forms
of evidence, kinds of business.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from dashboard.intake.locate.found import Found
from dashboard.intake.locate.heads import Head, Path
from dashboard.intake.locate.inspection_sorts import heads_sorts
from dashboard.intake.locate.labels import is_day, names_month
from dashboard.intake.locate.unsaid import told_by_cells
from dashboard.intake.locate.words import is_total
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.across import laid_across
from dashboard.intake.recognise.business import ACTS, BUSINESS_LABEL, is_business
from dashboard.intake.recognise.common import PLAINLY, REPORTED_ON, UNIT
from dashboard.intake.recognise.days import STOCK
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import kind, kinds

UNIT_LABEL = "单位"
DAY_LABEL = "填报日期"
EVIDENCE = "evidence"
_NAME = 3
"""Letters of a name at least: √, 有 and 3张 are none."""
_LEAST_ACROSS = 2
_SHORT = 12
"""An answer (√, 已公开, 2021-06-09) is short; a text under such a heading is none."""


@dataclass(slots=True, eq=False)
class Across:
    """What stands across: for each name, which column says what of it."""

    label: str
    """The heading for the names."""
    columns: dict[str, dict[Path, Head]]
    totals: list[Head] = field(default_factory=list)
    """Columns that sum up the others: 合计."""
    sparse: bool = False
    """A blank says that there is no such pair, not that nothing is known of it."""
    meant: dict[str, str] = field(default_factory=dict)
    """What a name means, if it says more than that: a title with the name of a unit."""

    def heads(self) -> list[Head]:
        """The columns of all names."""
        return [head for own in self.columns.values() for head in own.values()]


def find_across(
    found: Found, is_unit: Callable[[str], bool], unit_in: Callable[[str], str | None]
) -> Across | None:
    """What stands across in the table: lists, units, days or kinds of business, if any do.

    ``unit_in``: the unit that a title names."""
    across = _lists(found) or _forms(found)
    if across is None and any(len(head.path) > 1 for head in found.heads):
        heads = found.heads
        across = (
            _units(found, is_unit) or _titles(heads, unit_in) or _days(heads) or _business(heads)
        )
    return across or _units_alone(found, is_unit)


def _lists(found: Found) -> Across | None:
    """At least two words of a vocabulary as headings: units down, lists across, √ and ×, which
    say one thing (是否公开) of each pair; or each list over 是否公开 | 公开日期."""
    if found.shape != "rows":
        return None
    meant = laid_across(text for head in found.heads for text in head.path)
    if meant is None:
        return None
    level, names = _names_across(found.heads, lambda text: key(text) in meant.words)
    groups = _groups(found.heads, level)
    if len(names) >= _LEAST_ACROSS and any(map(_tells, {p for n in names for p in groups[n]})):
        return Across(meant.column.label, {name: groups[name] for name in names})
    across = [head for head in found.heads if key(head.path[-1]) in meant.words]
    if len(across) < _LEAST_ACROSS or not _answered(found, across):
        return None
    said: Path = (meant.answer.label,)
    return Across(meant.column.label, {head.path[-1]: {said: head} for head in across})


def _forms(found: Found) -> Across | None:
    """文件 | 图片 | 视频 over the names of a task's evidence, where nothing else names it."""
    if found.shape != "rows":
        return None
    across = [head for head in found.heads if key(head.path[-1]) in _form_words()]
    if len(across) < _LEAST_ACROSS:
        return None
    others = {
        name for head in found.heads if head not in across for name in _means(head.path, EVIDENCE)
    }
    given = {value for head in across for value in found.column_values(head.column)} - {None}
    names = all(isinstance(value, str) and len(value) >= _NAME for value in given)
    if "task_id" not in others or "title" in others or not given or not names:
        return None
    label = {column.name: column.label for column in kind(EVIDENCE).columns}
    columns: dict[str, dict[Path, Head]] = {}
    for head in across:
        columns[head.path[-1]] = {(label["title"],): head}
        if any(_is_link(value) for value in found.column_values(head.column)):
            columns[head.path[-1]][label["location"],] = head
    return Across(label["form"], columns, sparse=True)


def _is_link(value: CellValue) -> bool:
    return isinstance(value, str) and value.lower().startswith(("http", "www."))


@cache
def _form_words() -> frozenset[str]:
    spelled = kind(EVIDENCE).column("form").choices.values()
    return frozenset(key(word) for words in spelled for word in words)


def _units(found: Found, is_unit: Callable[[str], bool]) -> Across | None:
    """Names of units over or under headings that kinds know: 完成进度 over 源汇大队 | 郾城大队,
    or each unit over 执法人员 | 审核人员."""
    level, units = _names_across(found.heads, is_unit)
    if len(units) < _LEAST_ACROSS:
        return None
    groups = _groups(found.heads, level)
    said_of_all = {said for name in units for said in groups[name]}
    if not any(map(_tells, said_of_all)) and not heads_sorts(
        found, {said[-1] for said in said_of_all if said}
    ):
        return None
    across = Across(UNIT_LABEL, {})
    for name, own in groups.items():
        if is_total(name) and own.keys() <= said_of_all:
            across.totals += own.values()
        elif name in units or (len(own) > 1 and own.keys() == said_of_all):
            across.columns[name] = own  # over their headings a strange name is a unit's too
    return across


def _units_alone(found: Found, is_unit: Callable[[str], bool]) -> Across | None:
    """任务 | 市图书馆 | 市文化馆 over percentages: what is said of each, only the cells tell."""
    if found.shape != "rows":
        return None
    across = [head for head in found.heads if len(head.path) == 1 and is_unit(head.path[0])]
    label = told_by_cells(found, across) if len(across) >= _LEAST_ACROSS else None
    if label is None:
        return None
    columns: dict[str, dict[Path, Head]] = {head.path[0]: {(label,): head} for head in across}
    return Across(UNIT_LABEL, columns, sparse=True)


def _titles(heads: list[Head], unit_in: Callable[[str], str | None]) -> Across | None:
    """The same headings again and again, each time under a title that names another unit."""
    groups = _groups(heads, 0)
    alike = {frozenset(own) for own in groups.values()}
    if len(groups) < _LEAST_ACROSS or len(alike) > 1 or not any(map(_tells, *alike)):
        return None
    meant = {name: unit for name in groups if (unit := unit_in(name)) is not None}
    if len(set(meant.values())) < len(groups):
        return None
    return Across(UNIT_LABEL, groups, meant=meant)


def _days(heads: list[Head]) -> Across | None:
    """Days over the figures that a unit had on each of them; months over how many there were
    at the end of each."""
    level, names = _names_across(heads, lambda text: is_day(text) or names_month(text))
    if len(names) < _LEAST_ACROSS:
        return None
    groups = _groups(heads, level)
    said_of_all = {said for name in names for said in groups[name]}
    views = {
        one.view
        for one in kinds().values()
        if one.collection == "snapshot" and all(_means(path, one.view) for path in said_of_all)
    }
    if not views or not (STOCK & views or all(map(is_day, names))):
        return None
    return Across(DAY_LABEL, {name: groups[name] for name in names})


def _business(heads: list[Head]) -> Across | None:
    """Counts of acts under 行政处罚 | 行政许可 and under no total of them."""
    level, names = _names_across(heads, is_business)
    if len(names) < _LEAST_ACROSS:
        return None
    groups = _groups(heads, level)
    said_of_all = {said for name in names for said in groups[name]}
    if any(is_total(name) for name in groups) or not all(map(_counts_acts, said_of_all)):
        return None
    return Across(BUSINESS_LABEL, {name: groups[name] for name in names})


def _names_across(heads: list[Head], is_name: Callable[[str], bool]) -> tuple[int, list[str]]:
    """The row of headings with the most such names, and the names; none where they alone
    are the headings."""
    levels: dict[int, dict[str, None]] = {}
    for head in heads:
        for level, text in enumerate(head.path if len(head.path) > 1 else ()):
            if is_name(text):
                levels.setdefault(level, {})[text] = None
    level = max(levels, key=lambda one: len(levels[one]), default=0)
    return level, list(levels.get(level, ()))


def _groups(heads: list[Head], level: int) -> dict[str, dict[Path, Head]]:
    """For each name in that row of headings, the columns under or over it.

    What stands over a name and over no other part of its columns (局属单位 over 市图书馆) says
    of none of them what it is."""
    named = [head for head in heads if len(head.path) > max(level, 1)]
    over: dict[str, set[Path]] = {}
    for head in named:
        over.setdefault(head.path[level], set()).add(head.path[:level])
    sorts = all(len(paths) == 1 for paths in over.values())
    groups: dict[str, dict[Path, Head]] = {}
    for head in named:
        said = head.path[level + 1 :]
        said = said if said and sorts else head.path[:level] + said
        groups.setdefault(head.path[level], {}).setdefault(said, head)
    return groups


def _answered(found: Found, across: list[Head]) -> bool:
    values = [found.grid.rows[row][head.column] for head in across for row in found.body.rows]
    given = [str(value) for value in values if value is not None]
    return bool(given) and all(len(text) <= _SHORT for text in given)


def _tells(path: Path) -> bool:
    """True for headings of what rows say: 完成进度, not 单位 or 数量."""
    return any(
        score >= PLAINLY and column not in (UNIT, REPORTED_ON)
        for meanings in likeness(path).values()
        for column, score in meanings.items()
    )


def _counts_acts(path: Path) -> bool:
    """True for 重大执法决定数 and 经法制审核数."""
    integers = {column.name for column in kind(ACTS).columns if column.type == "integer"}
    return bool(_means(path, ACTS) & integers)


def _means(path: Path, view: str) -> set[str]:
    """The columns of that kind that the headings plainly mean."""
    return {name for name, score in likeness(path).get(view, {}).items() if score >= PLAINLY}
