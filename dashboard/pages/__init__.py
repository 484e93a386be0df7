"""The pages, one file each. A page asks queries and draws; it holds no SQL and no rules.

``main.py`` is the script that Streamlit runs; it draws the frame and then the page chosen.
The list of pages stands in ``dashboard/ui/registry.py``.
"""

from dashboard.ui.registry import PAGES, PageSpec

__all__ = ["PAGES", "PageSpec"]
