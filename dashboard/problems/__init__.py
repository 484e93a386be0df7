"""Every problem a file can have: one code, one severity, one sentence in two languages.

Problems are data. The types stand in the files of this package, a file a stage, each with a
tuple ``PROBLEMS``; they are found by walking the folder.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Literal, NamedTuple

from dashboard.intake.model import Problem

Severity = Literal["error", "warning"]


class ProblemType(NamedTuple):
    """A kind of problem. ``zh`` and ``en`` are templates for ``str.format``."""

    code: str
    severity: Severity
    zh: str
    en: str
    remedy_zh: str
    """What the sender should do, a sentence."""
    remedy_en: str


@cache
def problem_types() -> dict[str, ProblemType]:
    """Every problem type by its code."""
    found: dict[str, ProblemType] = {}
    for module in pkgutil.iter_modules(__path__):
        for one in importlib.import_module(f"{__name__}.{module.name}").PROBLEMS:
            if one.code in found:
                raise ValueError(f"problem code {one.code} is declared twice")
            found[one.code] = one
    return found


def problem(
    code: str, *, sheet: str | None = None, cell: str | None = None, **details: object
) -> Problem:
    """A problem of that type at that place, its sentence filled with ``details``.

    KeyError where the code, or a detail that its sentence needs, is missing."""
    type_ = problem_types()[code]
    texts = {name: str(value) for name, value in details.items()}
    message = type_.zh.format(**texts) + type_.remedy_zh.format(**texts)
    return Problem(type_.severity, code, message, sheet, cell, texts)
