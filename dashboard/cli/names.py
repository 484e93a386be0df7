"""Names of units and rules as people type them, and the nearest where there is none."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from dashboard.cli.chinese import close_to, nearest
from dashboard.errors import UsageError
from dashboard.queries import rules
from dashboard.text import normal, split_names

if TYPE_CHECKING:
    from dashboard.store import Reader

BUREAU = "全局"
"""The unit under which rules put what falls to the bureau as a whole."""


def known_rule(written: str | None) -> str | None:
    """The rule of that id; UsageError names the nearest where there is none."""
    if written is not None and written not in rules():
        raise UsageError(f"没有规则 {written}。{nearest(written, list(rules()))}")
    return written


def unit_or_bureau(reader: Reader, written: str | None, day: dt.date) -> str | None:
    """As ``canonical_unit``, and 全局, under which shortfalls of the whole bureau stand."""
    return BUREAU if written == BUREAU else canonical_unit(reader, written, day)


def canonical_unit(reader: Reader, written: str | None, day: dt.date) -> str | None:
    """The canonical name of a unit by any of its names.

    UsageError names the units with a name that holds what was written, else a near one."""
    if written is None:
        return None
    names: dict[str, str] = {}
    for row in reader.ask("pages/unit_names", as_of=day):
        for name in (row["unit"], row["short_name"], *split_names(row["aliases"] or "")):
            if name:
                names.setdefault(normal(name), row["unit"])
    wanted = normal(written)
    if wanted in names:
        return names[wanted]
    inside = [name for name in names if wanted in name]
    meant = list(dict.fromkeys(names[name] for name in inside or close_to(wanted, list(names))))
    every = list(dict.fromkeys(names.values()))
    hint = f"是否要写：{'、'.join(meant[:5])}？" if meant else f"可用的有：{'、'.join(every)}。"
    raise UsageError(f"没有单位“{written}”。{hint}")
