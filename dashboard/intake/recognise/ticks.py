"""Choices laid out as columns to be ticked: 未启动 | 进行中 | 已完成, or 是 | 否 under 是否公开."""

from __future__ import annotations

from typing import NamedTuple

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.dictionary import is_choice
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Column, Kind
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_YES = ("是", "有")
_NO = ("否", "无")
_TICKS = frozenset((*"√✓✔☑■●○〇✅v1是y有pü\uf0fc\uf050\uf0fe\uf052", "✔\ufe0f", "☑\ufe0f"))
"""P and ü are how the symbol fonts write a tick."""
_CROSSES = frozenset("×✗✘✖xn否无/-—û\uf0fb\uf04f")
_COUNT = lazy_pattern(r"(\d{1,4})[\u4e00-\u9fff]?")
_LIKELY = 0.85


class Ticked(NamedTuple):
    """One column of the kind, spread over several columns of the sheet."""

    column: str
    options: tuple[tuple[Head, str], ...]
    """Each heading with the word that a tick under it stands for."""
    counted: bool = False
    """How many there are may stand in place of a tick: 文件 2, 图片 3."""
    span: bool = False
    """Several ticks say from which option to which: 9月, 10月."""


def tick_columns(
    kind: Kind, heads: list[Head], contents: list[Content], *, counted: bool = False
) -> list[Ticked]:
    """The choices and yes-or-no columns of the kind that are laid out as ticks; ``counted``:
    choices also as numbers."""
    pairs = list(zip(heads, contents, strict=True))
    ticked = [head for head, content in pairs if are_ticks(content) or _is_crossed(head, content)]
    if counted:
        numbered = [head for head, one in pairs if _are_counts(one)]
        by_number = _by_number(kind, ticked, numbered)
        if by_number:
            return by_number
    if len(ticked) < 2:
        return []
    found: list[Ticked] = []
    used: set[int] = set()
    columns = sorted(kind.recognised, key=lambda column: -_said(kind, column, ticked))
    for column in columns:
        free = [head for head in ticked if head.column not in used]
        options = _options(kind, column, free)
        if len(options) >= 2:
            options += _odd_options(kind, column, pairs, options)
            options.sort(key=lambda option: option[0].column)
            found.append(Ticked(column.name, tuple(options)))
            used |= {head.column for head, _ in options}
    return found


def _odd_options(
    kind: Kind,
    column: Column,
    pairs: list[tuple[Head, Content]],
    options: list[tuple[Head, str]],
) -> list[tuple[Head, str]]:
    """Options beside them under the same group in which something else is written than ticks:
    〃, or 见附件. What it means is not known, but it is no column of another thing."""
    taken = {head.column for head, _ in options}
    group = options[0][0].path[:-1]
    if not group or not any(content.size for head, content in pairs if head.column in taken):
        return []
    others = [head for head, _ in pairs if head.column not in taken and head.path[:-1] == group]
    return _options(kind, column, others)


def _is_crossed(head: Head, content: Content) -> bool:
    """True for a word of a choice over ticks and crosses: √ and ×, 是 and 否."""
    return bool(head.path) and is_choice(head.path[-1]) and are_answers_in_ticks(content)


def _by_number(kind: Kind, ticked: list[Head], numbered: list[Head]) -> list[Ticked]:
    """The one choice under some of whose words numbers stand."""
    columns = {head.column for head in numbered}
    heads = sorted({*ticked, *numbered}, key=lambda head: head.column)
    for column in kind.recognised if len(heads) > 1 else ():
        options = _options(kind, column, heads) if column.type == "choice" else []
        if len(options) > 1 and any(head.column in columns for head, _ in options):
            return [Ticked(column.name, tuple(options), counted=True)]
    return []


def _said(kind: Kind, column: Column, heads: list[Head]) -> float:
    """How plainly groups over the headings name that column: 清理结果 over 有效 | 废止."""
    return max((_group_likeness(kind, column, head) for head in heads), default=0.0)


def is_tick(value: object) -> bool:
    """True for what is put into such a column to choose it."""
    return value is not None and value is not False and normal(str(value)).strip(".0") in _TICKS


def is_cross(value: object) -> bool:
    """True for what is put into such a column not to choose it: ×, 否, 0, a stroke."""
    if value is False or value == 0:
        return True
    return isinstance(value, str) and normal(value) in _CROSSES | {"0", "——"}


def count_of(value: object) -> int | None:
    """How many there are by a cell such as 2 or 3张; None where it says no number."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    match = _COUNT.fullmatch(normal(value)) if isinstance(value, str) else None
    return int(match[1]) if match else None


def _are_counts(content: Content) -> bool:
    texts = len(content.words)
    return 0 < content.size <= texts + content.numbers and all(
        _COUNT.fullmatch(word) for word in content.words
    )


def are_answers_in_ticks(content: Content) -> bool:
    """True for a column of nothing but ticks and crosses, or for a blank one."""
    return content.size == len(content.words) + content.ones and all(
        word in _TICKS or word in _CROSSES for word in content.words
    )


def are_ticks(content: Content) -> bool:
    """True for a column of nothing but ticks, or for a blank one."""
    return content.size == len(content.words) + content.ones and all(
        word in _TICKS for word in content.words
    )


def _options(kind: Kind, column: Column, heads: list[Head]) -> list[tuple[Head, str]]:
    if column.type == "choice":
        words = {key(word): word for spelled in column.choices.values() for word in spelled}
        return [(head, words[leaf]) for head in heads if (leaf := _leaf(head)) in words]
    if column.type not in ("yesno", "step"):
        return []
    return [
        (head, _leaf(head))
        for head in heads
        if _leaf(head) in (*_YES, *_NO) and _group_means(kind, column, head)
    ]


def _leaf(head: Head) -> str:
    return key(head.path[-1]) if head.path else ""


def _group_means(kind: Kind, column: Column, head: Head) -> bool:
    return _group_likeness(kind, column, head) >= _LIKELY


def _group_likeness(kind: Kind, column: Column, head: Head) -> float:
    meanings = likeness(head.path[:-1]).get(kind.view, {}) if len(head.path) > 1 else {}
    return meanings.get(column.name, 0.0)
