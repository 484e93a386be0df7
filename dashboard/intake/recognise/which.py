"""Which kind a table is: the one whose columns explain it best."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.common import (
    GENERIC,
    LEAST,
    ONE_ROW_A_UNIT,
    REPORTED_ON,
    SURE,
    UNIT,
)
from dashboard.intake.recognise.content import Content
from dashboard.intake.recognise.dictionary import is_numbering
from dashboard.intake.recognise.lexicon import likeness
from dashboard.intake.recognise.match import match
from dashboard.intake.recognise.plainly import plainly_of
from dashboard.intake.recognise.settle import Matched
from dashboard.intake.recognise.spelling import key
from dashboard.intake.recognise.telling import tells_what_was_done, told_enough
from dashboard.intake.recognise.topics import is_of_another_topic
from dashboard.kinds import Kind, kinds
from dashboard.patterns import lazy_pattern
from dashboard.text import normal

_CANDIDATES = 4
_LEAST_SUPPORT = 0.2
_FAR_BEHIND = 0.25
"""On 871 tables of the sample and of other hands, the first was always the kind in the end."""
_LEAST_SCORE = 0.9
_UNSAID_PLAN = 2.0
"""What a plan must be better by where no title says that it is one: it replaces the whole
plan, and a unit's own ledger has many of its headings."""
_SUFFIX = lazy_pattern(
    r"(?:统计表|一览表|登记表|汇总表|配备表|总表|表|台账|清单|情况|办理|配备|计划|统计)$"
)
STANDS_FOR = {
    "staffing": ("person_name", ("enforcement_staff", "legal_reviewers")),
}
"""Kinds of which a helper column makes up for required ones."""
WHAT = {
    "task_progress": frozenset(("task_id", "title", "measure")),
    "case_review": frozenset((
        "reviewed_on", "reviewer", "legality", "reasonableness", "documents", "total", "grade",
        "veto", "problem", "wrong_case",
    )),
}  # fmt: skip
"""Columns of which one must be there to say what a row is about: a task, and not merely a case
but its review."""


@dataclass(slots=True, eq=False)
class Recognised:
    """The kind of a table with its columns, or None and the nearest kind."""

    matched: Matched | None
    nearest: Kind | None
    score: float


def recognise(
    heads: list[Head],
    contents: list[Content],
    words: tuple[str, str, str],
    forced: dict[str, dict[str, str | None]] | None = None,
) -> Recognised:
    """Try every kind. ``words``: the sheet's title, its name, the file's name.

    ``forced``: view -> what a person settled about headings of that kind."""
    title, sheet, file = map(normal, words)
    plain = (title, sheet, file)
    said = _title_evidence(plain)
    likely = _likely(heads, said, forced or {})
    best: tuple[float, Matched] | None = None
    for view in likely:
        matched = match(kinds()[view], heads, contents, (forced or {}).get(view))
        score = _score(matched) + said[view]
        if matched.kind.collection == "plan" and not said[view] and not matched.ruled:
            score -= _UNSAID_PLAN
        if best is None or score > best[0]:
            best = (score, matched)
    if best is None:
        return Recognised(None, None, 0.0)
    score, matched = best
    if not matched.ruled and (score < _LEAST_SCORE or is_of_another_topic(*plain)):
        return Recognised(None, matched.kind, score)
    if not _enough(matched, said[matched.kind.view]):
        return Recognised(None, matched.kind, score)
    others = (head.path[-1] for head in matched.unmatched if head.path)
    if not matched.ruled and tells_what_was_done(matched.kind.view, matched.columns, others):
        return Recognised(None, matched.kind, score)
    return Recognised(matched, matched.kind, score)


def _likely(heads: list[Head], said: dict[str, float], settled: Collection[str]) -> list[str]:
    """The kinds worth a closer look: most headings that sound like theirs. Of those far behind
    the first, only the ones about which a person ``settled`` something."""
    support = {view: 2 * evidence for view, evidence in said.items()}
    for head in heads:
        for view, share in _supported(head.path):
            support[view] = support.get(view, 0.0) + share
    ranked = sorted(support, key=lambda view: -support[view])
    least = max(_LEAST_SUPPORT, _FAR_BEHIND * support[ranked[0]])
    return [
        view
        for view in ranked[:_CANDIDATES]
        if support[view] > (_LEAST_SUPPORT if view in settled else least)
    ]


@lru_cache(maxsize=10_000)
def _supported(path: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """What a heading says for each kind; less, where it says the same for many."""
    near = {view: max(found.values()) for view, found in likeness(path).items() if found}
    many = sum(worth >= 0.9 for worth in near.values()) or 1
    return tuple((view, max(0.0, worth - 0.5) / many**0.5) for view, worth in near.items())


def _score(matched: Matched) -> float:
    """What the kind explains of the headings, less what it leaves and what it lacks."""
    score = 0.0
    for column, head in matched.columns.items():
        if column in (UNIT, REPORTED_ON) and matched.kind.view != "unit":
            score += 0.1
            continue
        score += weight(head) * (matched.confidence[column] - 0.3) / 0.7
        score += max(0.0, matched.confidence[column] - 0.6) * _required(matched.kind, column)
    score -= 0.8 * len(missing(matched))
    return score - 0.25 * _left(matched)


def _left(matched: Matched) -> int:
    """How many headings the kind does not explain."""
    left = [head for head in matched.unmatched if head.path and key(head.path[-1]) not in GENERIC]
    if matched.kind.view in ONE_ROW_A_UNIT:
        left = [head for head in left if plainly_of(head.path) in (None, matched.kind.view)]
    return sum(not is_numbering(head.path[-1]) for head in left)


def weight(head: Head) -> float:
    """How much a heading tells kinds apart: 1 where only one kind has it."""
    return _weight(head.path)


@lru_cache(maxsize=10_000)
def _weight(path: tuple[str, ...]) -> float:
    views = [
        view
        for view, meanings in likeness(path).items()
        if max((w for name, w in meanings.items() if name != UNIT), default=0.0) >= 0.9
    ]
    return float(1 / max(1, len(views)) ** 0.5)


def _required(kind: Kind, name: str) -> bool:
    return any(column.name == name and column.required for column in kind.columns)


def missing(matched: Matched) -> list[str]:
    """The required columns that the table has not."""
    required = [column.name for column in matched.kind.columns if column.required]
    helper, given = STANDS_FOR.get(matched.kind.view, ("", ()))
    if helper in matched.columns:
        required = [name for name in required if name not in given]
    return [name for name in required if name not in matched.columns]


def _enough(matched: Matched, said: float) -> bool:
    own = [
        column
        for column in matched.columns
        if column not in (UNIT, REPORTED_ON) or matched.kind.view == "unit"
    ]
    sure = [column for column in own if matched.confidence[column] >= LEAST]
    doubtful = all(matched.confidence[column] < SURE for column in own)
    if doubtful and matched.kind.collection == "plan" and not matched.ruled:
        return False  # it would take the place of the whole plan
    if said <= 0 and not matched.ruled:
        if not _says_what_about(matched):
            return False
        meant = [(matched.columns[column], matched.confidence[column]) for column in own]
        about = not missing(matched) and not WHAT.get(matched.kind.view, frozenset(own)).isdisjoint(
            own
        )
        if not told_enough(meant, _left(matched), about=about):
            return False
    if (
        len(sure) >= 3
        or (sure and matched.ruled)
        or (len(sure) == 2 and (said > 0 or not missing(matched)))
    ):
        return True
    return len(sure) == 1 and said >= 0.8 and not missing(matched)


def _says_what_about(matched: Matched) -> bool:
    """False for a ledger without the column that says what each row is about: 受理日期 and
    办结日期 alone are of permits as well as of complaints."""
    kind = matched.kind
    if kind.view in WHAT and WHAT[kind.view].isdisjoint(matched.columns):
        return False
    return kind.collection != "ledger" or not missing(matched)


@cache
def _names(view: str) -> tuple[tuple[str, float], ...]:
    """The words by which a title names the kind, with their worth."""
    kind = kinds()[view]
    names = {normal(kind.label): 2.0}
    for title in kind.titles:
        names.setdefault(normal(title), 1.6)
    for name in list(names) if kind.collection != "plan" else ():
        core = _SUFFIX.sub("", name)
        if len(core) >= 4:
            names.setdefault(core, 1.0)
    return tuple(names.items())


@lru_cache(maxsize=1_000)
def _named_in(text: str) -> dict[str, float]:
    """View -> the worth of the best of its names that stands in the text."""
    best = dict.fromkeys(kinds(), 0.0)
    for name, view, worth in _worths():
        if name in text and worth > best[view]:
            best[view] = worth
    return best


@cache
def _worths() -> list[tuple[str, str, float]]:
    """Every name with its view and its worth: of two, the longer says more."""
    return [
        (name, view, value * (1 + 0.02 * len(name)))
        for view in kinds()
        for name, value in _names(view)
    ]


def _title_evidence(plain: tuple[str, ...]) -> dict[str, float]:
    """View -> what the title, the sheet's name and the file's name say for it."""
    title, sheet, file = map(_named_in, plain)
    return {view: max(title[view], 0.8 * sheet[view], 0.6 * file[view]) for view in title}


def title_words(view: str) -> tuple[str, ...]:
    """The words by which a title names the kind, the longest first."""
    return tuple(sorted((name for name, _ in _names(view)), key=len, reverse=True))
