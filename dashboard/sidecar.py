"""A few words beside the store, so that reading commands need not open the engine for them."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dashboard.intake.model import Context, Correction, UnitName

if TYPE_CHECKING:
    from dashboard.workspace import Workspace


_FORM = 1
"""Raised when what is written below changes; older words are then passed over."""


def write(workspace: Workspace, last_event: int, context: Context) -> None:
    """Say of the generation just published how far it goes and what intake may know.

    A kill before this leaves the old words, which name an older generation."""
    standing = workspace.store.generation()
    content = {
        "form": _FORM,
        "generation": standing.number if standing else 0,
        "last_event": last_event,
        "context": asdict(context),
    }
    path = _path(workspace)
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps(content, ensure_ascii=False, default=str), encoding="utf-8")
    with contextlib.suppress(PermissionError):  # Windows, while somebody reads: words stay old
        aside.replace(path)


def last_event(workspace: Workspace) -> int:
    """How far in the journal the store goes; 0 before the first generation."""
    standing = workspace.store.generation()
    if standing is None:
        return 0
    words = _read(workspace)
    if words and words["generation"] == standing.number:
        return int(words["last_event"])
    return workspace.store.last_event()


def context(workspace: Workspace, received_on: dt.date) -> Context | None:
    """What intake may know of a file that comes next; None where nothing was taken in yet."""
    words = _read(workspace)
    if not words:
        return None
    said = words["context"]
    season = said["season"] and tuple(map(dt.date.fromisoformat, said["season"]))
    return Context(
        units=tuple(
            UnitName(one["name"], one["short_name"], tuple(one["aliases"])) for one in said["units"]
        ),
        received_on=received_on,
        plan_year=said["plan_year"],
        season=season,
        corrections=tuple(Correction(**one) for one in said["corrections"]),
    )


def _read(workspace: Workspace) -> dict[str, Any] | None:
    try:
        words = json.loads(_path(workspace).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return None
    same = isinstance(words, dict) and words.get("form") == _FORM
    return words if same else None


def _path(workspace: Workspace) -> Path:
    return workspace.store_folder / "context.json"
