"""The rows of a table once more, as another kind that takes some of its columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dashboard.intake.assemble.units import Directory
from dashboard.intake.locate.found import Body, Found
from dashboard.intake.locate.heads import Head
from dashboard.intake.recognise.match import match
from dashboard.intake.recognise.settle import Matched
from dashboard.intake.recognise.which import Recognised
from dashboard.intake.sheet_tables import contents_of
from dashboard.kinds import kinds


def read_again(
    table: Found,
    first: Matched,
    view: str,
    own: Sequence[Head],
    shared: Sequence[str],
    directory: Directory,
    body: Body,
) -> tuple[Found, Matched]:
    """The table as that kind, by its ``own`` headings.

    ``first``: the kind as which it was read before, whose columns ``shared`` and whose numbers
    of rows are this kind's, too. ``body``: the rows."""
    common = [first.columns[name] for name in shared if name in first.columns]
    common += first.numbering
    heads = [head for head in table.heads if head in own or head in common]
    part = replace(table, heads=heads, body=body, again=True)
    return part, match(kinds()[view], heads, contents_of(part, directory))


def taking(part: Found, other: Matched, columns: Collection[int]) -> tuple[Found, Recognised]:
    """That reading, which looks at those columns of its own and leaves the rest to the first."""
    rest = frozenset(range(part.left, part.right + 1)).difference(columns)
    return replace(part, elsewhere=rest), Recognised(other, other.kind, 0.0)
