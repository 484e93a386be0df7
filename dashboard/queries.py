"""The SQL of ``queries/``: one statement a file, its header says what it answers.

A header is the run of ``--`` lines at the top: ``-- title: …``, ``-- basis: …`` and so on,
then free text that says what a row is. ``$name`` in the statement is a parameter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.shipped import shipped

_FIELD = re.compile(r"^--\s*([a-z_]+):\s*(.*)$")
PARAMETER = re.compile(r"\$([a-z_]+)")
"""A parameter in a statement, its name without the sign."""


@dataclass(frozen=True, slots=True)
class Query:
    """One statement and what its header says."""

    name: str
    """Path below ``queries/`` without the suffix, e.g. ``shortfalls/complaint_overdue``."""
    sql: str
    header: dict[str, str]
    description: str
    path: Path

    @property
    def stem(self) -> str:
        """The last part of the name: for a rule, its id."""
        return self.name.rsplit("/", 1)[-1]

    @property
    def parameters(self) -> frozenset[str]:
        """The names of the parameters that the statement uses."""
        return frozenset(PARAMETER.findall(self.statement))

    @property
    def statement(self) -> str:
        """The statement without its header comment and closing semicolon."""
        lines = [line for line in self.sql.splitlines() if not line.lstrip().startswith("--")]
        return "\n".join(lines).strip().rstrip(";")

    def with_as_of(self, expression: str) -> str:
        """The statement with an SQL expression in place of ``$as_of``, for use in a view."""
        return re.sub(r"\$as_of\b", expression, self.statement)


def read_query(path: Path, root: Path) -> Query:
    """Read one file."""
    sql = path.read_text(encoding="utf-8")
    header: dict[str, str] = {}
    text: list[str] = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        if found := _FIELD.match(line):
            header[found[1]] = found[2].strip()
        elif content := line.removeprefix("--").strip():
            text.append(content)
    name = path.relative_to(root).with_suffix("").as_posix()
    return Query(name, sql, header, " ".join(text), path)


@cache
def queries(root: Path | None = None) -> dict[str, Query]:
    """Every query below ``root`` (default: the shipped ``queries/``) by name."""
    folder = root or shipped("queries")
    found = (read_query(path, folder) for path in sorted(folder.rglob("*.sql")))
    return {one.name: one for one in found}


def rules(root: Path | None = None) -> dict[str, Query]:
    """Every rule by its id: the files of ``queries/shortfalls/``."""
    return {q.stem: q for n, q in queries(root).items() if n.startswith("shortfalls/")}


def query(name: str) -> Query:
    """The query of that name; KeyError names those that exist."""
    try:
        return queries()[name]
    except KeyError:
        raise KeyError(f"no query {name!r}; there are: {', '.join(queries())}") from None
