"""How a kind of sheet is declared: its view, its columns, their spellings and vocabularies.

Everything else that the program knows about a kind is derived from its declaration: the
table in the store, the headings that intake recognises, the template that units fill in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ColumnType = Literal[
    "text",
    "date",
    "integer",
    "number",
    "percent",
    "quantity",
    "yesno",
    "choice",
    "step",
]
"""The types of DATA.md. A ``quantity`` is a number, or a fraction where a % sign says so."""

Collection = Literal["plan", "snapshot", "ledger"]
"""How a newer sheet relates to an older one.

``snapshot``: a unit's newest sheet replaces its last. ``ledger``: a newer sheet adds rows to
the older ones, the same identity takes its newest row. ``plan``: the newest sheet replaces
the whole of its kind, whoever sent it.
"""

STEP_CHOICES: dict[str, tuple[str, ...]] = {
    "yes": ("是", "有", "已完成", "已履行", "已开展"),
    "no": ("否", "无", "未完成", "未履行", "未开展"),
    "na": ("不适用", "不涉及", "无需", "/", "-", "—"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a kind: its name in the store, its label and how units spell it."""

    name: str
    label: str
    type: ColumnType = "text"
    spellings: tuple[str, ...] = ()
    required: bool = False
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For ``choice`` and ``step``: the English id that is stored, and its Chinese spellings.

    The first spelling is the label shown to people."""
    alone: dict[str, str] = field(default_factory=dict)
    """For ``choice``: further spellings, parted by 、, that count only where they are the whole
    cell. The others are looked for inside a text too, where 图 or 启动 would be found in much."""
    minimum: float | None = None
    maximum: float | None = None
    yes: str | None = None
    """For ``choice``: the id that 是 and √ mean where the heading asks, as 是否销号 does."""
    no: str | None = None
    """The same for 否 and ×; None where they leave it open."""

    @property
    def headings(self) -> tuple[str, ...]:
        """Every declared spelling of the heading, the label first."""
        return (self.label, *self.spellings)


def column(
    name: str,
    label: str,
    *,
    type: ColumnType = "text",
    spellings: str | tuple[str, ...] = (),
    required: bool = False,
    choices: dict[str, tuple[str, ...]] | None = None,
    alone: dict[str, str] | None = None,
    minimum: float | None = None,
    maximum: float | None = None,
    yes: str | None = None,
    no: str | None = None,
) -> Column:
    """Declare a column; see :class:`Column`. A ``step`` brings its own vocabulary.

    ``spellings`` may be one text, the spellings parted by 、."""
    if isinstance(spellings, str):
        spellings = tuple(spellings.split("、"))
    if type == "step" and choices is None:
        choices = STEP_CHOICES
    return Column(
        name,
        label,
        type,
        spellings,
        required,
        choices or {},
        alone or {},
        minimum,
        maximum,
        yes,
        no,
    )


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of sheet, as one file of ``dashboard/kinds/`` declares it in ``KIND``."""

    view: str
    label: str
    columns: tuple[Column, ...]
    collection: Collection
    titles: tuple[str, ...] = ()
    """Other words by which a sheet's title or name betrays this kind."""
    identity: tuple[tuple[str, ...], ...] = ()
    """For a ledger: sets of columns that identify a row within its unit.

    The first set of which every column is filled counts: ``(("finding_no",), ("found_on",
    "issue"))`` is the number, else date and issue. ``task_id`` may be blank in a set of more
    than one column."""
    order: int = 0
    helpers: tuple[Column, ...] = ()
    """Columns that sheets of this kind may have and the store has not.

    Intake recognises them and makes stored columns of them (a list of steps in one cell, a
    share written 2%-5%, one person a row); see ``dashboard.intake.assemble.layouts``."""

    @property
    def recognised(self) -> tuple[Column, ...]:
        """Every column that a sheet may have: those that are stored, then the helpers."""
        return self.columns + self.helpers

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        for candidate in self.columns:
            if candidate.name == name:
                return candidate
        raise KeyError(f"{self.view} has no column {name}")
