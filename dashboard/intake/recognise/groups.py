"""Two headings for the title of a row, of which one says what several rows have in common."""

from __future__ import annotations

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import PLAINLY
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.spelling import key
from dashboard.kinds import Kind

_TITLE = "title"


def without_groups(
    kind: Kind,
    heads: list[Head],
    contents: list[Content],
    scores: dict[tuple[int, str], float],
) -> dict[tuple[int, str], float]:
    """The scores without a title that stands over groups of rows, where another stands in
    every row: 重点任务 over two 具体任务 is what the tasks have in common.

    The column's own name is its title whatever stands beside it."""
    titles = [i for (i, column), score in scores.items() if column == _TITLE and score >= PLAINLY]
    if len(titles) < 2:
        return scores
    label = key(kind.column(_TITLE).label)
    if any(heads[i].path and key(heads[i].path[-1]) == label for i in titles):
        return scores
    most = max(contents[i].size for i in titles)
    groups = {(i, _TITLE) for i in titles if contents[i].size < most}
    return {pair: score for pair, score in scores.items() if pair not in groups}
