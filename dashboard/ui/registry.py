"""The list of pages: their addresses, icons and places in the navigation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PAGES_FOLDER = Path(__file__).resolve().parent.parent / "pages"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page: its address, its icon, and the section of the navigation it stands in."""

    slug: str
    icon: str
    section: str
    """A text of ``ui.toml`` (``section_state`` …), or '' for a page that is only linked to."""

    @property
    def path(self) -> Path:
        """The script of the page."""
        return PAGES_FOLDER / f"{self.slug}.py"

    @property
    def title_key(self) -> str:
        """The text that names the page."""
        return f"ui.page_{self.slug}"


PAGES = (
    PageSpec("overview", ":material/monitoring:", "section_state"),
    PageSpec("changes", ":material/compare_arrows:", "section_state"),
    PageSpec("shortfalls", ":material/flag:", "section_state"),
    PageSpec("phases", ":material/timeline:", "section_state"),
    PageSpec("tasks", ":material/grid_on:", "section_work"),
    PageSpec("reviewers", ":material/gavel:", "section_work"),
    PageSpec("cases", ":material/folder_open:", "section_work"),
    PageSpec("documents", ":material/description:", "section_work"),
    PageSpec("enforcement", ":material/policy:", "section_work"),
    PageSpec("evidence", ":material/fact_check:", "section_work"),
    PageSpec("findings", ":material/build:", "section_work"),
    PageSpec("unit", ":material/apartment:", "section_units"),
    PageSpec("submissions", ":material/inbox:", "section_units"),
    PageSpec("rules", ":material/menu_book:", "section_units"),
    PageSpec("meeting", ":material/present_to_all:", "section_state"),
    PageSpec("source", ":material/table_view:", ""),
)
