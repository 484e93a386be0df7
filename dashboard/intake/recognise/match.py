"""Headings to columns of one kind: by spelling, then likeness, then what the column holds."""

from __future__ import annotations

from functools import lru_cache

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.assignment import best
from dashboard.intake.recognise.beside import beside_by_change
from dashboard.intake.recognise.common import LEAST, PLAINLY, REPORTED_ON, SURE, UNIT
from dashboard.intake.recognise.content import Content, are_answers, choice_share, fitness
from dashboard.intake.recognise.contrary import says_the_contrary
from dashboard.intake.recognise.days import by_days, by_days_done
from dashboard.intake.recognise.denied import beside_by_denial, set_denials_apart
from dashboard.intake.recognise.dictionary import columns_of, is_choice, is_numbering
from dashboard.intake.recognise.groups import without_groups
from dashboard.intake.recognise.leaders import leaders_last
from dashboard.intake.recognise.leftover import (
    by_bare_name,
    by_no_name,
    by_one_letter,
    by_only_names,
)
from dashboard.intake.recognise.lexicon import is_whole, likeness
from dashboard.intake.recognise.months import last_of_months, month_ticks
from dashboard.intake.recognise.settle import (
    Matched,
    indices,
    name_doubts,
    name_qualified,
    name_split_days,
    settle,
)
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.ticks import Ticked, tick_columns
from dashboard.intake.recognise.unit_column import settle_unit
from dashboard.intake.recognise.wholes import whole_first
from dashboard.kinds import Column, Kind, kinds
from dashboard.patterns import lazy_pattern

_LIKELY = 0.4
"""Below it a heading does not mean the column."""
_BY_CONTENT = 0.64
_BLANK = 0.004
"""By how much a column without any cell stands back behind one of the same meaning."""
_LATEST = 100
"""How many columns further left a total is looked for: of the whole and a part of it that are
both named like a column, the whole is meant."""
_FARTHER = 0.02
_OF_A_PLAN = lazy_pattern("计划|预计|拟|要求|完成|办结|整改")
_PERSON = "person_name"
_PERSONS = frozenset(("person", "checked_by", "reviewer"))


def match(
    kind: Kind,
    heads: list[Head],
    contents: list[Content],
    forced: dict[str, str | None] | None = None,
) -> Matched:
    """The best assignment of that kind's columns to the headings.

    ``forced``: heading as written (its key) -> the column a person settled, or None for
    a heading that is to be left out."""
    matched = Matched(kind)
    scores: dict[tuple[int, str], float] = {}
    ruled = _ruled(heads, forced or {})
    matched.ruled = len(ruled)
    for index, head in enumerate(heads):
        if index in ruled:
            continue
        if counts_rows(kind, head, contents[index]):
            matched.numbering.append(head)
        elif not (head.shared or head.corner):
            scores |= _scores(kind, index, head, contents[index])
    last_of_months(heads, contents, scores)
    leaders_last(heads, scores)
    whole_first(heads, scores)
    settle_unit(kind, scores, heads, contents, {*ruled, *indices(heads, matched.numbering)})
    matched.ticks = _ticks(kind, heads, contents, scores)
    ticked = [head for one in matched.ticks for head, _ in one.options]
    apart = {*ruled, *indices(heads, [*matched.numbering, *ticked])}
    denials = set_denials_apart(kind, heads, contents, scores, apart)
    fixed = {column: index for index, column in ruled.items() if column is not None}
    scores = {pair: score for pair, score in scores.items() if pair[1] not in fixed}
    own = _without_rivals(kind, heads, _countable(kind, scores))
    found = best(without_groups(kind, heads, contents, own))
    passed = {*ruled, *indices(heads, matched.numbering)}
    by_one_letter(kind, heads, contents, found, passed)
    by_bare_name(kind, heads, contents, found, passed)
    by_only_names(kind, heads, contents, found, passed)
    by_days(kind, heads, contents, found, passed)
    by_days_done(kind, heads, contents, found, passed)
    by_no_name(kind, heads, contents, found, passed)
    changed, doubts = beside_by_change(kind, heads, contents, found, apart)
    given = {*fixed, *(one.column for one in matched.ticks)}
    matched.beside = beside_by_denial(kind, heads, denials, found, given) | changed
    for column, index in fixed.items():
        found[column] = (index, 1.0)
    settle(matched, heads, found, scores)
    name_doubts(matched, heads, [*denials.others, *doubts], denials.undated)
    name_qualified(matched, heads, contents, apart)
    name_split_days(matched, heads)
    return matched


def _ticks(
    kind: Kind, heads: list[Head], contents: list[Content], scores: dict[tuple[int, str], float]
) -> list[Ticked]:
    """Columns laid out as ticks, where no single heading stands for them; their headings
    mean nothing else."""
    places = {head.column: index for index, head in enumerate(heads)}
    found = []
    options = sum(bool(head.path) and is_choice(head.path[-1]) for head in heads)
    counted = options > 1 and _is_told_otherwise(kind, contents, scores)
    for one in tick_columns(kind, heads, contents, counted=counted):
        inside = {places[head.column] for head, _ in one.options}
        outside = [s for (i, c), s in scores.items() if c == one.column and i not in inside]
        if max(outside, default=0.0) < SURE:
            found.append(one)
            for pair in [p for p in scores if p[0] in inside or p[1] == one.column]:
                del scores[pair]
    return found + month_ticks(kind, heads, contents, scores)


def _is_told_otherwise(
    kind: Kind, contents: list[Content], scores: dict[tuple[int, str], float]
) -> bool:
    """True where the text that every row must have stands in a column of texts: numbers under
    the words of a choice then count what the row has, and not the rows themselves."""
    asked = {column.name for column in kind.columns if column.required and column.type == "text"}
    told = {
        name
        for (index, name), score in scores.items()
        if name in asked and score >= SURE and contents[index].numbers * 2 < contents[index].size
    }
    return bool(asked) and told == asked


def _countable(kind: Kind, scores: dict[tuple[int, str], float]) -> dict[tuple[int, str], float]:
    """The scores without what is asked of a person where no column names persons."""
    helpers = {column.name for column in kind.helpers}
    if _PERSON not in helpers or any(c == _PERSON and s >= LEAST for (_, c), s in scores.items()):
        return scores
    kept = {"ratio", *(column.name for column in kind.columns), UNIT, REPORTED_ON}
    return {pair: score for pair, score in scores.items() if pair[1] in kept}


def _without_rivals(
    kind: Kind, heads: list[Head], scores: dict[tuple[int, str], float]
) -> dict[tuple[int, str], float]:
    """The scores without guesses about headings, and for columns, of which one is plain.

    Else two headings that are each a little like a column would outweigh the plain one, and
    a heading that is one column's second name would be guessed to be another's. A heading
    that is the column's own name is plain whatever stands under it."""
    plain = {
        pair
        for pair, score in scores.items()
        if score >= PLAINLY or (score >= LEAST and _is_name_of(kind, heads[pair[0]], pair[1]))
    }
    headings = {heading for heading, _ in plain}
    columns = {column for _, column in plain}
    if len(columns) < len(plain):
        scores = _nearest_name_first(kind, heads, scores, plain)
    return {
        pair: score
        for pair, score in scores.items()
        if pair in plain or (pair[0] not in headings and pair[1] not in columns)
    }


def _nearest_name_first(
    kind: Kind,
    heads: list[Head],
    scores: dict[tuple[int, str], float],
    plain: set[tuple[int, str]],
) -> dict[tuple[int, str], float]:
    """Of two headings that are both names of a column, 受理时间 and 投诉时间, the one nearer to
    its own name is meant."""
    found = dict(scores)
    for index, column in plain:
        worth = likeness(heads[index].path).get(kind.view, {}).get(column, 0.0)
        found[index, column] -= (1.0 - worth) * _FARTHER
    return found


def _is_name_of(kind: Kind, head: Head, name: str) -> bool:
    return bool(head.path) and any(
        column.name == name and key(column.label) == key(head.path[-1]) for column in kind.columns
    )


def _ruled(heads: list[Head], forced: dict[str, str | None]) -> dict[int, str | None]:
    if not forced:
        return {}
    found: dict[int, str | None] = {}
    for index, head in enumerate(heads):
        for name in (key(head.written), key(head.path[-1]) if head.path else ""):
            if name in forced:
                found[index] = forced[name]
                break
    return found


def counts_rows(kind: Kind, head: Head, content: Content) -> bool:
    """True for 序号 or 编号 over 1, 2, 3; in the phases that is their number, and 编号 is
    the number of a finding even where it counts."""
    if not head.path or not is_numbering(head.path[-1]) or len(head.path) > 1:
        return False
    if kind.view == "phase":
        return False
    if kind.view == "finding" and key(head.path[-1]) == key(kind.column("finding_no").label):
        return False
    return content.counts or content.size == 0


def _scores(kind: Kind, index: int, head: Head, content: Content) -> dict[tuple[int, str], float]:
    meanings = likeness(head.path).get(kind.view, {})
    scores: dict[tuple[int, str], float] = {}
    numbering = bool(head.path) and is_numbering(head.path[-1])
    ahead = _LATEST if is_whole(head.path) else 0
    for column in columns_of(kind) if numbering else _possible(kind.view, frozenset(meanings)):
        likely = meanings.get(column.name, 0.0)
        if likely < _LIKELY and column.type != "choice" and not numbering:
            continue
        score = _score(column, head, content, likely, numbering=numbering)
        if score >= _LIKELY:
            blank = _BLANK if score >= SURE and not content.size else 0.0
            scores[index, column.name] = score + (ahead - index) * 1e-4 - blank
    return scores


@lru_cache(maxsize=5_000)
def _possible(view: str, meant: frozenset[str]) -> tuple[Column, ...]:
    """The columns that a heading may mean by its words, and those that the cells may tell."""
    columns = columns_of(kinds()[view])
    return tuple(one for one in columns if one.name in meant or one.type == "choice")


def _score(
    column: Column, head: Head, content: Content, likely: float, *, numbering: bool
) -> float:
    if numbering and content.share(content.task_ids) > 0.5 and column.name == "task_id":
        return 0.9
    if numbering and key(head.path[-1]) != "编号" and column.name != "phase_id":
        own = column.name in ("finding_no", "case_no") and not content.counts
        return 0.8 if own and content.share(content.numbers) < 0.5 else 0.0
    contrary = likely < PLAINLY and says_the_contrary(column.name, key(head.path[-1]))
    if contrary:
        likely *= 0.6
    if likely < PLAINLY and _cannot_be(column, head, content, likely):
        return 0.0
    if likely >= _LIKELY:
        asks = column.yes and likely >= PLAINLY and are_answers(content)
        score = min(1.0, likely + (0.0 if asks else fitness(column, content)))
        return max(score, SURE) if _says_so_itself(column, head, likely) else score
    if column.type == "choice" and content.size >= 2 and choice_share(column, content) >= 0.8:
        return 0.0 if contrary else _BY_CONTENT
    return 0.0


def _cannot_be(column: Column, head: Head, content: Content, likely: float) -> bool:
    """True where something speaks against a column that the heading only resembles."""
    if likely < SURE:
        nameless = _names_nobody(column, content) or _numbers_nothing(column, content)
        return nameless or _says_whose_or_when(column, content)
    return column.name == REPORTED_ON and _is_of_a_plan(head)


def _says_whose_or_when(column: Column, content: Content) -> bool:
    """True for the columns that say whose and of which day all else in a row is, where the
    cells do not bear out what the heading only resembles: 上网日期 is not 上报日期."""
    return column.name == REPORTED_ON or (column.name == UNIT and not content.units)


def _numbers_nothing(column: Column, content: Content) -> bool:
    """True for a column of tasks' numbers over words: 任务 names them."""
    return column.name == "task_id" and bool(content.words) and not content.task_ids


def _is_of_a_plan(head: Head) -> bool:
    """True for 计划截止日期, which is like 统计截止日期 and a deadline."""
    return _OF_A_PLAN.search(key(head.path[-1])) is not None


def _names_nobody(column: Column, content: Content) -> bool:
    """True for a column of persons over 是 and 否: 是否销号 asks for no 销号人."""
    return column.name in _PERSONS and content.share(content.yesno) > 0.8


def _says_so_itself(column: Column, head: Head, likely: float) -> bool:
    """True where the heading leaves no doubt, whatever the cells hold: 若干 under
    法制审核人员数 is a faulty cell, not another column."""
    if likely < PLAINLY:
        return False
    return key(head.path[-1]) == key(column.label) or column.type in ("integer", "number")
