"""Sheets that their name says are void, a draft or a sample, beside the one that is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dashboard.intake.model import Problem, Sheet
from dashboard.intake.sheet_tables import Tables
from dashboard.patterns import lazy_pattern
from dashboard.problems import problem
from dashboard.text import normal

_NOT_MEANT = lazy_pattern(
    r"作废|废[表稿]|^已?废\d*$|\(已?废\)|草[稿表]|初稿|备份|删除|不要|勿[用填动删]|停用"
    r"|^旧$|旧[版表稿档]|[(\[]旧[)\]]|(?<!新)旧$|原[版表稿]$|[样范例]表|[样范]本|样张|样例|示例"
    r"|范例|举例|填写示范|模[板版]|^(?:仅供)?参考(?:样式|格式|表)?$"
    r"|(?:^|[^a-z])(?:old|bak|backup|draft|sample|example|template|demo)(?:$|[^a-z])"
)
"""What such a sheet is called; 旧 and 示范 may be part of what it is about: 旧馆区, 示范创建."""


class OnSheet(Protocol):
    """A sheet on its way: as read, and the tables found on it."""

    sheet: Sheet
    tables: Tables


def is_not_meant(name: str) -> bool:
    """True for 作废, Sheet1(旧), 填写样例, 模板: the name of a sheet that is not to count."""
    return _NOT_MEANT.search(normal(name)) is not None


def set_aside(sheets: Sequence[OnSheet]) -> list[Problem]:
    """Leave out the tables of sheets that are not meant, where another sheet of the file has a
    table of that kind; where none has, they are all that was sent."""
    if len(sheets) < 2:
        return []
    marked = [one for one in sheets if is_not_meant(one.sheet.name)]
    if not marked:
        return []
    meant = {view for one in sheets if one not in marked for view in _views(one)}
    found = []
    for one in marked:
        kept = [
            pair
            for pair in one.tables
            if not (pair[1].matched and pair[1].matched.kind.view in meant)
        ]
        if len(kept) < len(one.tables):
            one.tables = kept
            name = one.sheet.name
            found.append(problem("sheet_set_aside", sheet=name, name=name))
    return found


def _views(one: OnSheet) -> set[str]:
    return {known.matched.kind.view for _, known in one.tables if known.matched is not None}
