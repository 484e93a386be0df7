"""What goes wrong in a way that a person can be told: ``str(error)`` is a Chinese sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from dashboard.problems import problem

if TYPE_CHECKING:
    from dashboard.intake.model import Problem


class DudaoError(Exception):
    """The base of every error that this program raises on purpose."""


class UsageError(DudaoError):
    """A command or function was called with something that does not exist."""


class Refused(DudaoError):  # noqa: N818 - it says what happened to the file
    """A file cannot be taken in. ``problem`` says why, and what its sender should do.

    ``code`` and ``details`` are those of ``dashboard.problems.problem``; an unknown code or a
    missing detail raises KeyError here, where the mistake is.
    """

    def __init__(self, code: str, **details: Any) -> None:
        self.problem: Problem = problem(code, **details)
        self._details = details
        super().__init__(self.problem.message)

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(Refused, self.problem.code, **self._details), ()
