"""Choices laid out as columns to be ticked: 未启动 | 进行中 | 已完成, 是 | 否 under 是否公开, or
公开 | 未公开."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.intake.locate.headers import Head
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Column, Kind
from dashboard.text import normal

_YES = ("是", "有")
_NO = ("否", "无")
_DONE, _NOT_DONE = "已", ("未", "尚未", "没有")
_TICKS = frozenset("√✓✔☑■●○〇✅v1是y有")
_LIKELY = 0.85


class Ticked(NamedTuple):
    """One column of the kind, spread over several columns of the sheet."""

    column: str
    options: tuple[tuple[Head, str], ...]
    """Each heading with the word that a tick under it stands for."""


def tick_columns(kind: Kind, heads: list[Head], contents: list[Content]) -> list[Ticked]:
    """The choices and yes-or-no columns of the kind that are laid out as ticks."""
    ticked = [head for head, content in zip(heads, contents, strict=True) if _all_ticks(content)]
    if len(ticked) < 2:
        return []
    found: list[Ticked] = []
    used: set[int] = set()
    columns = sorted(kind.recognised, key=lambda column: -_said(kind, column, ticked))
    for column in columns:
        free = [head for head in ticked if head.column not in used]
        options = _options(kind, column, free)
        if len(options) >= 2:
            found.append(Ticked(column.name, tuple(options)))
            used |= {head.column for head, _ in options}
    return found


def _said(kind: Kind, column: Column, heads: list[Head]) -> float:
    """How plainly groups over the headings name that column: 清理结果 over 有效 | 废止."""
    return max((_group_likeness(kind, column, head) for head in heads), default=0.0)


def is_tick(value: object) -> bool:
    """True for what is put into such a column to choose it."""
    return value is not None and value is not False and normal(str(value)).strip(".0") in _TICKS


def _all_ticks(content: Content) -> bool:
    return content.size == len(content.words) + content.ones and all(
        word in _TICKS for word in content.words
    )


def _options(kind: Kind, column: Column, heads: list[Head]) -> list[tuple[Head, str]]:
    if column.type == "choice":
        words = {key(word): word for spelled in column.choices.values() for word in spelled}
        return [(head, words[leaf]) for head in heads if (leaf := _leaf(head)) in words]
    if column.type not in ("yesno", "step"):
        return []
    found = [
        (head, answer)
        for head in heads
        if (answer := _answer(_leaf(head))) and _group_means(kind, column, head)
    ]
    if not found:
        found = _done_and_not(kind, column, heads)
    return found if {answer for _, answer in found} == {_YES[0], _NO[0]} else []


def _answer(leaf: str) -> str:
    """是 for 是, 有 and 已审核; 否 for 否, 无 and 未审核; '' for anything else."""
    if leaf in _YES or leaf.startswith(_DONE):
        return _YES[0]
    return _NO[0] if leaf in _NO or leaf.startswith(_NOT_DONE) else ""


def _done_and_not(kind: Kind, column: Column, heads: list[Head]) -> list[tuple[Head, str]]:
    """公开 | 未公开, of which the first means the column."""
    for done in heads:
        word = _leaf(done).removeprefix(_DONE)
        meanings = likeness(done.path).get(kind.view, {})
        if meanings.get(column.name, 0.0) < _LIKELY or word.startswith(_NOT_DONE):
            continue
        for other in heads:
            if _leaf(other) in {mark + word for mark in _NOT_DONE} and len(word) > 1:
                return [(done, _YES[0]), (other, _NO[0])]
    return []


def _leaf(head: Head) -> str:
    return key(head.path[-1]) if head.path else ""


def _group_means(kind: Kind, column: Column, head: Head) -> bool:
    return _group_likeness(kind, column, head) >= _LIKELY


def _group_likeness(kind: Kind, column: Column, head: Head) -> float:
    meanings = likeness(head.path[:-1]).get(kind.view, {}) if len(head.path) > 1 else {}
    return meanings.get(column.name, 0.0)
