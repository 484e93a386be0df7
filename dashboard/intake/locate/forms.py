"""Tables on their side and label-and-value forms, in rows where no header row was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from dashboard.intake.locate.across import DAY_LABEL
from dashboard.intake.locate.body import walk
from dashboard.intake.locate.form_ends import ends_of_form, is_labelled
from dashboard.intake.locate.form_labels import LONGEST_LABEL, is_label, label_and_value
from dashboard.intake.locate.form_records import form_of, form_of_answers
from dashboard.intake.locate.found import Found
from dashboard.intake.locate.grid import Grid, turned, within
from dashboard.intake.locate.headers import Header, grow
from dashboard.intake.locate.heads import Head, heads_of
from dashboard.intake.locate.label_groups import groups_labels, stand_in_steps, under_groups
from dashboard.intake.locate.labels import has_label, is_day, is_line_label, names_state
from dashboard.intake.locate.score_sheet import columns_without_scores, scores_between
from dashboard.intake.locate.words import is_note, is_signature, is_signature_label
from dashboard.intake.model import Position
from dashboard.intake.recognise.common import GENERIC
from dashboard.intake.recognise.lexicon import headinglike
from dashboard.intake.recognise.spelling import is_unit_mark, key
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_REMARK = lazy_pattern(
    "备注|说明|(?:计量)?单位|(?:填写|填报)?要求|口径|指标解释|(?:填写|填报)说明|数据来源|(?:指标)?代码|行次|序号|"
    "同比|环比|增减|增幅|增长率|(?:上年|去年)?同期数?|去年|上[年期月季]度?[末底]?数?"
)
"""What a column beside the labels is called that holds no record of this sheet."""
_TOLD = lazy_pattern(
    "(?:具体|相关|有关|详细)(?:情况|数据|内容)|情况说明|(?:主要|具体|工作)做法|(?:佐证|印证|证明|支撑)(?:材料|资料)(?:名称)?"
)
_PART = lazy_pattern("其中|(?:包括|含)[:,]")
"""What a column beside the labels begins with that holds a part of each figure: 其中:女."""
_BLANK_CORNER = "(无表头)"
_ANSWERS = frozenset(
    ("是否落实", "是否建立", "是否制定", "是否开展", "落实与否", "有无", "是否落实到位")
)
_COUNTS = frozenset(("数量", "件数", "次数", "个数", "数", "数值", "数据"))
"""What two columns beside the labels are called that hold one record between them."""
_CORNER = frozenset(("项目", "指标", "指标名称", "评查内容", "评查项目", "评查指标"))
"""Words in the corner of a table on its side: they head the labels, not the records' names."""
_VALUE = lazy_pattern(
    "数[量值据额]|值|人数|情况|内容|现状|(?:填写|填报)(?:内容|数据)?|实有数?|(?:本[期年季月]度?[末底]?|当前)数?|(?:本年)?累计"
)
"""What the column of the only record is called."""


def find_forms(
    grid: Grid, top: int, bottom: int, left: int, right: int, *, lenient: bool = False
) -> list[Found]:
    """Tables in those rows (inclusive) whose headings stand in columns.

    ``lenient``: misspelled and generic labels count as well."""
    labels = _labels(grid, top, bottom, left, right, lenient=lenient)
    counts = Counter(column for _, column in labels)
    strong = sorted(
        column
        for column, count in counts.items()
        if count >= 2 and count * 3 >= _filled(grid, column, {row for row, _ in labels})
    )
    strong = _with_generic(grid, strong, [row for row, _ in labels], right)
    if not strong or len(labels) < (2 if lenient else 3):
        return []
    labels = _without_lines(grid, labels, right)
    first_row = min((row for row, column in labels if column in strong), default=-1)
    if first_row < 0:
        return []
    last_row = max(row for row, column in labels if column in strong)
    if strong == [strong[0], strong[0] + 1] and groups_labels(grid, strong[0], first_row, last_row):
        strong = strong[1:]
    elif stand_in_steps(grid, strong, first_row, last_row):
        strong = strong[-1:]
    inline = sum(label_and_value(str(grid.rows[row][column])) is not None for row, column in labels)
    scores = scores_between(grid, first_row, last_row, left, right)
    while scores is not None and last_row < bottom and scores in grid.filled[last_row + 1]:
        last_row += 1
    itemised = scores is not None or any(
        columns_without_scores(grid, row, left, right) for row in range(first_row, last_row + 1)
    )
    names = [key(str(grid.rows[row][column])) for row, column in labels if column in strong]
    once = len(set(names)) == len(names)
    if len(strong) == 1 and inline * 2 <= len(labels) and not itemised and once:
        strong = [under_groups(grid, strong[0], first_row, last_row, right)]
        last_row = _last_label(grid, strong[0], last_row, bottom, right)
        return [_turned(grid, first_row, last_row, strong[0], top, right)]
    blocks = _side_by_side(grid, strong, first_row, last_row)
    if blocks:
        ends = [*(columns[0] - 1 for columns in blocks[1:]), right]
        return [
            form
            for columns, end in zip(blocks, ends, strict=True)
            for form in form_of(grid, first_row, last_row, set(columns), columns[0], end)
        ]
    first_row, last_row = ends_of_form(grid, (top, bottom), first_row, last_row, strong)
    return form_of(grid, first_row, last_row, set(strong), left, right)


def _side_by_side(grid: Grid, strong: list[int], first_row: int, last_row: int) -> list[list[int]]:
    """The label columns of each of the forms that stand side by side, with the same labels in
    the same rows; none where it is one form."""
    rows = range(first_row, last_row + 1)
    texts = [tuple(key(grid.text(row, column)) for row in rows) for column in strong]
    for width in range(1, len(strong) // 2 + 1):
        parts = [texts[at : at + width] for at in range(0, len(texts), width)]
        if all(part == parts[0] for part in parts):
            return [strong[at : at + width] for at in range(0, len(strong), width)]
    return []


def _filled(grid: Grid, column: int, rows: set[int]) -> int:
    """How many cells of the column are filled in those rows: values that happen to be
    worded like a label do not make it a column of labels."""
    return sum(grid.rows[row][column] is not None for row in rows)


def _labels(
    grid: Grid, top: int, bottom: int, left: int, right: int, *, lenient: bool
) -> list[Position]:
    found = []
    for row in range(top, min(bottom, top + 200) + 1):
        for column in within(grid.filled[row], left, right):
            value = grid.rows[row][column]
            if isinstance(value, str) and (is_label(value, lenient) or _is_inline(value)):
                found.append((row, column))
    return found


def _without_lines(grid: Grid, labels: list[Position], right: int) -> list[Position]:
    """The labels from the first row on that holds more than a line of unit or date."""
    for number, (row, column) in enumerate(labels):
        value = str(grid.rows[row][column])
        if len(within(grid.filled[row], column, right)) < 2 and not label_and_value(value):
            continue  # a title may be spelled like a heading
        inline = label_and_value(value)
        beside = [
            c for c in within(grid.filled[row], column, right) if not is_day(grid.rows[row][c])
        ]
        wide = len(beside) > 2 and not _labelled(grid, row, column)
        if wide or not is_line_label(inline[0] if inline else value):
            return [one for one in labels[number:] if one[0] >= row]
    return []


def _labelled(grid: Grid, row: int, column: int) -> bool:
    """True where a second label stands in the row: 填报单位 | 市图书馆 | 填报日期 | …"""
    return any(
        isinstance(value, str)
        and (label_and_value(value) or is_label(value) or is_line_label(value))
        for value in grid.rows[row][column + 1 :]
    )


def _is_inline(text: str) -> bool:
    """True for label and value in one cell, unless it signs the sheet or says its unit."""
    inline = label_and_value(text)
    return inline is not None and not is_signature(text) and not is_unit_mark(inline[1])


def _with_generic(grid: Grid, strong: list[int], rows: list[int], right: int) -> list[int]:
    """The label columns, with those whose cells are headings too, if generic or misspelled."""
    found = list(strong)
    for column in range(right + 1 if strong else 0):
        texts = [grid.rows[row][column] for row in dict.fromkeys(rows)]
        texts = [text for text in texts if text is not None]
        near = [text for text in texts if isinstance(text, str) and _may_label(text)]
        names = {key(text) for text in near}
        beside = {column - 1, column + 1} & set(strong)
        if column not in found and not beside and len(near) >= 2 and len(names) == len(texts):
            found.append(column)
    return sorted(found)


def _may_label(text: str) -> bool:
    """True for what resembles a heading, and for what any form asks: 备注, 地址, 填表人."""
    return is_label(text, lenient=True) or key(text) in GENERIC or is_signature_label(text)


def _last_label(grid: Grid, column: int, last: int, bottom: int, right: int) -> int:
    """The last row that goes on with short texts in the label column and is no foot."""
    row = last + 1
    while row <= bottom:
        value = grid.rows[row][column]
        if not isinstance(value, str) or len(value) > LONGEST_LABEL:
            break
        given = len(within(grid.filled[row], column + 1, right))
        foot = is_note(value) or is_signature(value) or (is_signature_label(value) and given < 2)
        if foot and not (row < bottom and is_labelled(grid, row + 1, column)):
            break
        if not given and headinglike(value) < 0.7:
            break
        row += 1
    return row - 1


def _turned(grid: Grid, first_row: int, last_row: int, column: int, top: int, right: int) -> Found:
    """The table whose headings run down ``column``, a record in each column after it."""
    while first_row > top and _heads_records(grid, first_row - 1, column, right):
        first_row -= 1
    left = column
    while left > 0 and groups_labels(grid, left - 1, first_row, last_row):
        left -= 1
    dropped = _remark_columns(grid, first_row, column, right)
    named = set(within(grid.filled[first_row], column + 1, right)) - set(dropped)
    pair = _answers_and_counts(grid, first_row, named) if left == column else None
    if pair is not None and first_row < last_row:
        return form_of_answers(grid, range(first_row + 1, last_row + 1), column, *pair)
    if (
        first_row < last_row
        and named
        and all(_VALUE.fullmatch(key(grid.text(first_row, c))) for c in named)
    ):
        first_row, named = first_row + 1, set()
    side = turned(grid, first_row, last_row, left, right)
    if column - left > 1:
        heads = heads_of(side, 0, column - left, 0, side.width - 1)
        header = Header(0, column - left, 0, side.width - 1, heads)
    else:
        header = grow(side, column - left, 0, side.width - 1)
    if named:
        days = all(is_day(v := grid.rows[first_row][c]) or names_state(v) for c in named)
        _name_corner(header, DAY_LABEL if days and len(named) > 1 else None)
    body = walk(side, header, len(side.rows))
    asides = {column - left for column in dropped}
    records = sorted([*body.rows, *body.sections])
    body.rows = [record for record in records if record not in asides]
    body.notes += [record for record in records if record in asides]
    body.sections = {}
    return Found(
        grid=side,
        left=0,
        right=side.width - 1,
        heads=header.heads,
        header_rows=list(range(header.top, header.bottom + 1)),
        body=body,
        preamble=[],
        shape="turned",
    )


def _answers_and_counts(grid: Grid, row: int, columns: Collection[int]) -> tuple[int, int] | None:
    """The columns of 是否落实 and 数量 over which that row stands, if it heads one of each."""
    names = {column: key(grid.text(row, column)) for column in columns}
    answers = [column for column, name in names.items() if name in _ANSWERS]
    counts = [column for column, name in names.items() if name in _COUNTS]
    return (answers[0], counts[0]) if len(answers) == len(counts) == 1 else None


def _name_corner(header: Header, label: str | None) -> None:
    """Give the records' names a heading where the corner of the table has none: ``label``, if
    that is what they are."""
    first = next((head for head in header.heads if head.column == 0), Head(0, (_BLANK_CORNER,)))
    if first.path == (_BLANK_CORNER,) or key(first.path[-1]) in _CORNER:
        rest = [head for head in header.heads if head.column != 0]
        named = Head(0, (label,)) if label else first._replace(corner=True)
        header.heads = [named, *rest]


def _heads_records(grid: Grid, row: int, column: int, right: int) -> bool:
    """True for 指标 | 文化馆 | 图书馆 over the labels: it names the records."""
    columns = within(grid.filled[row], column, right)
    if any(is_line_label(grid.text(row, c)) for c in within(grid.filled[row], 0, column)):
        return False
    days = [
        is_day(grid.rows[row][c])
        for c in columns
        if c > column and not _REMARK.fullmatch(key(grid.text(row, c)))
    ]
    if any(days) and not all(days):
        return False  # a line: 采集时间 | 2021年6月9日
    if len(columns) < 2 or any(_says_more_than_remark(grid, row, c) for c in columns):
        return False
    return (row, columns[0]) not in grid.spans or grid.spans[row, columns[0]][1] < right


def _says_more_than_remark(grid: Grid, row: int, column: int) -> bool:
    """True for the label of a line of unit or date; not for a 单位 over one column of 人 and 件."""
    text = grid.rows[row][column]
    if not isinstance(text, str) or not has_label(text) or names_state(text):
        return False
    wide = grid.spans.get((row, column), (row, column))[1] > column
    return wide or _REMARK.fullmatch(key(text)) is None


def _remark_columns(grid: Grid, row: int, column: int, right: int) -> list[int]:
    """The columns after the labels that hold no record; those that might, 具体情况, only where
    another is left."""
    names = {c: grid.rows[row][c] for c in within(grid.filled[row], column + 1, right)}
    remarks = [
        c
        for c, text in names.items()
        if isinstance(text, str) and (_REMARK.fullmatch(key(text)) or _PART.match(normal(text)))
    ]
    told = [
        c
        for c, text in names.items()
        if isinstance(text, str) and c not in remarks and _TOLD.fullmatch(key(text))
    ]
    return sorted(remarks + told) if len(remarks) + len(told) < len(names) else remarks
