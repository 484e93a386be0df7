"""The assignment of columns to headings whose scores add up to the most."""

from __future__ import annotations

Matches = dict[str, tuple[int, float]]
"""Column -> the number of its heading, and how sure that is."""


def taken(found: Matches, least: float) -> set[int]:
    """The headings of which a column is at least so sure."""
    return {index for index, score in found.values() if score >= least}


def best(scores: dict[tuple[int, str], float]) -> Matches:
    """Column -> its heading's index and score, no heading and no column used twice.

    ``scores`` holds the likeness of a heading (by index) to a column; pairs that are not in
    it are not possible."""
    by_column: dict[str, tuple[int, float]] = {}
    by_heading: dict[int, str] = {}
    clash = False
    for (heading, column), score in sorted(scores.items(), key=lambda item: -item[1]):
        if column in by_column or heading in by_heading:
            clash = clash or score >= 0.5
            continue
        by_column[column] = (heading, score)
        by_heading[heading] = column
    return _optimal(scores) if clash else by_column


def _optimal(scores: dict[tuple[int, str], float]) -> Matches:
    """The Hungarian method on the square of headings and columns, missing pairs at 0."""
    headings = sorted({heading for heading, _ in scores})
    columns = list(dict.fromkeys(column for _, column in scores))
    size = max(len(headings), len(columns))
    cost = [[0.0] * size for _ in range(size)]
    for (heading, column), score in scores.items():
        cost[headings.index(heading)][columns.index(column)] = -score
    found: dict[str, tuple[int, float]] = {}
    for row, place in enumerate(_assign(cost)):
        if row < len(headings) and place < len(columns):
            pair = (headings[row], columns[place])
            if pair in scores:
                found[pair[1]] = (pair[0], scores[pair])
    return found


def _assign(cost: list[list[float]]) -> list[int]:
    """For each row the column that makes the total cost least (Kuhn and Munkres)."""
    size = len(cost)
    u, v = [0.0] * (size + 1), [0.0] * (size + 1)
    match = [0] * (size + 1)
    for row in range(1, size + 1):
        match[0] = row
        way = _shortest(cost, u, v, match)
        column = way.pop()
        while way:
            before = way.pop()
            match[column] = match[before]
            column = before
    result = [0] * size
    for column in range(1, size + 1):
        result[match[column] - 1] = column - 1
    return result


def _shortest(
    cost: list[list[float]], u: list[float], v: list[float], match: list[int]
) -> list[int]:
    """The cheapest alternating path from column 0 to a free column, as a list of columns."""
    size = len(cost)
    least = [float("inf")] * (size + 1)
    came = [0] * (size + 1)
    used = [False] * (size + 1)
    column = 0
    while True:
        used[column] = True
        row = match[column]
        free = [c for c in range(1, size + 1) if not used[c]]
        for c in free:
            reduced = cost[row - 1][c - 1] - u[row] - v[c]
            if reduced < least[c]:
                least[c], came[c] = reduced, column
        following = min(free, key=lambda c: least[c])
        delta = least[following]
        for c in range(size + 1):
            if used[c]:
                u[match[c]] += delta
                v[c] -= delta
            else:
                least[c] -= delta
        column = following
        if match[column] == 0:
            break
    path = [column]
    while column:
        column = came[column]
        path.append(column)
    return path[::-1]
