"""What several columns say of one thing: which option is ticked, the changed deadline, 未公开."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.rows import raw_column, with_helpers
from dashboard.intake.clean import says_nothing, shown
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.beside import Beside
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.ticks import Ticked, count_of, is_cross, is_tick
from dashboard.text import normal

_NUMBERS = ("date", "integer", "number", "percent", "quantity")
"""Columns in which 无, 否 and a stroke say that nothing was changed."""
_CROSS_SIGNS = frozenset("×✗✘✖")
_AS_BEFORE = frozenset(
    (
        "不变",
        "未变",
        "无变化",
        "未调整",
        "不调整",
        "无调整",
        "未变更",
        "无变更",
        "未延期",
        "同原",
    )
)


def raw_ticks(draft: Draft, ticked: Ticked) -> list[CellValue]:
    """The word of the option ticked in each row. Where several are, or something else stands
    there than a tick, nothing is taken and that is told."""
    cells = draft.found.grid.rows
    is_none = _is_none if ticked.counted else is_cross
    words: list[CellValue] = []
    for index, row in enumerate(draft.rows):
        written = [(head, word, cells[row][head.column]) for head, word in ticked.options]
        said = [
            (head, word, value)
            for head, word, value in written
            if value is not None and not is_none(value)
        ]
        if ticked.span and len(said) > 1 and all(is_tick(value) for _, _, value in said):
            words.append(f"{said[0][1]}至{said[-1][1]}")
            continue
        plain = len(said) == 1 and _chooses(said[0][2], said[0][1], ticked)
        words.append(said[0][1] if plain else None)
        told = [
            (head.path[-1], value)
            for head, _, value in written
            if value is not None and (not is_none(value) if said else _crosses_out(value))
        ]
        if told and not plain:
            _report_unclear(draft, ticked.column, index, told)
    return words


def _crosses_out(value: CellValue) -> bool:
    """True for a cross that denies an option where no other is chosen."""
    return isinstance(value, str) and normal(value) in _CROSS_SIGNS


def _is_none(value: CellValue) -> bool:
    return is_cross(value) or count_of(value) == 0


def _chooses(value: CellValue, word: str, ticked: Ticked) -> bool:
    """True for a tick, a number where numbers stand for ticks, and the option's own word."""
    if ticked.counted and (count_of(value) or 0) > 0:
        return True
    return is_tick(value) or (isinstance(value, str) and key(value) == key(word))


def speak_beside(draft: Draft, raw: Raw) -> None:
    """Let the columns beside those taken speak where they are filled; ``draft.moved`` remembers
    where they did."""
    for name, beside in draft.matched.beside.items():
        if name not in raw:
            continue
        if beside.sort == "changed":
            _change(draft, raw[name], name, beside)
        else:
            _deny(draft, raw, name, beside)


def _change(draft: Draft, cells: list[CellValue], name: str, beside: Beside) -> None:
    """An error cell counts as filled: what stood before the change is not what was meant."""
    column, faulty = beside.head.column, draft.found.grid.faulty
    moved = draft.moved.setdefault(name, {})
    counted = with_helpers(draft.kind).column(name).type in _NUMBERS
    for index, value in enumerate(raw_column(draft, beside.head.column, name)):
        failed = bool(faulty) and (draft.rows[index], column) in faulty
        if failed or (value is not None and not _is_as_before(value, counted=counted)):
            cells[index] = value
            moved[index] = column


def _is_as_before(value: CellValue, *, counted: bool) -> bool:
    if not isinstance(value, str):
        return False
    text = normal(value)
    return text in _AS_BEFORE or (counted and (text in ("无", "否") or says_nothing(value)))


def _deny(draft: Draft, raw: Raw, name: str, beside: Beside) -> None:
    """A tick under the heading denies; a cross there says nothing where its opposite is said."""
    taken, own = draft.matched.columns[name], beside.head
    if taken.column == own.column:  # no column stands for its opposite
        raw[name] = [None] * len(draft.rows)
    cells = raw[name]
    for index, value in enumerate(raw_column(draft, own.column, name)):
        if value is None:
            continue
        other = cells[index]
        if is_tick(value) and (other is None or is_cross(other)):
            cells[index] = beside.word
            draft.moved.setdefault(name, {})[index] = own.column
        elif not (is_cross(value) and other is not None):
            cells[index] = None
            both = [(taken.path[-1], other)] if other is not None else []
            _report_unclear(draft, name, index, [*both, (own.path[-1], value)])


def _report_unclear(
    draft: Draft, name: str, index: int, told: Sequence[tuple[str, CellValue]]
) -> None:
    """``told``: headings with what is written under them."""
    text = "、".join(f"{heading}：{shown(value)}" for heading, value in told)
    label = with_helpers(draft.kind).column(name).label
    draft.report("ticks_unclear", draft.cell(index, name), label=label, text=text)
    draft.fail(index, name)
