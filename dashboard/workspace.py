"""A workspace: the folder in which people drop files, and all that the program keeps of them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.shipped import shipped

if TYPE_CHECKING:
    from dashboard.archive import Archive
    from dashboard.journal import Journal
    from dashboard.store import Store


SPREADSHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv"})
"""Endings of the names of spreadsheets; what is inside a file decides all the same."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of a workspace. Nothing is made before ``create`` is called."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Where people drop files."""
        return self.root / "inbox"

    @property
    def plan(self) -> Path:
        """The plan's spreadsheets; taken in before anything else."""
        return self.root / "plan"

    @property
    def exports(self) -> Path:
        """Where exported files go."""
        return self.root / "exports"

    @property
    def store_folder(self) -> Path:
        """The store's generations. Can be deleted: it follows from the archive."""
        return self.root / "store"

    @property
    def store(self) -> Store:
        """The store; imports the engine."""
        from dashboard.store import Store

        return Store(self.store_folder)

    @property
    def archive(self) -> Archive:
        """The original bytes of everything that ever came."""
        from dashboard.archive import Archive

        return Archive(self.root / "archive")

    @property
    def journal(self) -> Journal:
        """What happened, in order; the store follows from it and the archive."""
        from dashboard.journal import Journal

        return Journal(self.root / "archive" / "journal.jsonl")

    def exists(self) -> bool:
        """Whether somebody already works here: there is an inbox or an archive."""
        return self.inbox.is_dir() or (self.root / "archive").is_dir()

    def create(self) -> Workspace:
        """Make what is missing of the folders, and put the shipped plan in if there is none.

        Returns itself. Raises OSError where the folder can't be written."""
        for folder in (self.inbox, self.root / "archive", self.plan, self.store_folder):
            folder.mkdir(parents=True, exist_ok=True)
        self.exports.mkdir(exist_ok=True)
        if not any(self.plan.iterdir()):
            for sheet in plan_sheets(shipped("data", "plan")):
                shutil.copyfile(sheet, self.plan / sheet.name)
        return self

    def plan_files(self) -> list[Path]:
        """The plan's spreadsheets, or the shipped ones where the workspace has none yet."""
        own = plan_sheets(self.plan)
        return own or plan_sheets(shipped("data", "plan"))


def plan_sheets(folder: Path) -> list[Path]:
    """The spreadsheets in a plan's folder, by name; none where there is no such folder."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if path.suffix.lower() in SPREADSHEETS)
    return sorted(path for path in found if not path.name.startswith(("~$", ".")))
