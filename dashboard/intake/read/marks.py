"""What a look into a sheet's bytes tells and its reader does not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dashboard.intake.model import Position
    from dashboard.intake.read.framed_numbers import Frame


@dataclass(slots=True, eq=False)
class Marks:
    """What the reader does not tell about the cells of one sheet."""

    errors: dict[Position, str] = field(default_factory=dict)
    uncomputed: frozenset[Position] = frozenset()
    percent: frozenset[Position] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[Position] = frozenset()
    texts: dict[Position, str] = field(default_factory=dict)
    """Texts that the reader garbles."""
    framed: dict[Position, Frame] = field(default_factory=dict)
    """Numbers that their format makes a name."""
    rows: list[int] = field(default_factory=list)
    """Where the rows that the reader gets stand, if blank ones between them are kept from it."""
