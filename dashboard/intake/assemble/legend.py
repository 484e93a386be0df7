"""Signs that a sheet explains itself: ●已完成 ○未完成 ◎进行中, over the table or under it."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.lines import below, cells_over, outer_grid
from dashboard.intake.assemble.rows import with_helpers
from dashboard.intake.locate.grid import Grid
from dashboard.intake.recognise.common import ANSWERED
from dashboard.patterns import HAN, lazy_pattern

_SIGNS = "●○◎◉◯⊙△▲▽▼□■◇◆☆★√✓✔×✗✘※"
_EXPLAINED = lazy_pattern(
    rf"([{_SIGNS}])[”\"’')）]?\s*(?:表示|代表|为|指|即|[:：=—-])*\s*[“\"‘]?({HAN}{{2,8}})"
)
_ONE_SIGN = frozenset(_SIGNS)
_LEAST = 2
"""Signs that are explained: of a single one, □张三 or ★重点, nobody knows that it is."""


def explain_signs(draft: Draft, raw: Raw, grid: Grid) -> None:
    """Put the words that the sheet gives for its signs where a sign stands alone in a cell.

    Only in columns that are answered by a word or a tick; a sign that is not explained stays."""
    asked = [one.name for one in with_helpers(draft.kind).columns if one.type in ANSWERED]
    columns = [raw[name] for name in asked if name in raw]
    if all(_ONE_SIGN.isdisjoint(cells) for cells in columns):
        return
    words = _explained(draft, grid)
    if len(words) < _LEAST:
        return
    for cells in columns:
        cells[:] = [words.get(value, value) if type(value) is str else value for value in cells]


def _explained(draft: Draft, grid: Grid) -> dict[str, str]:
    """Sign -> the words that stand behind it around the table."""
    found = draft.found
    outer = outer_grid(found, grid)
    rows = [*found.preamble, *(row for part in below(found) for row in part)]
    texts = [outer.text(row, column) for row in rows for column in cells_over(found, outer, row)]
    texts = [text for text in texts if not _ONE_SIGN.isdisjoint(text)]
    return {sign: word for text in texts for sign, word in _EXPLAINED.findall(text)}
