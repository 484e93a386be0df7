"""Where the files stand that ship with the program: queries, plan, sample, server settings.

In a checkout they stand at its top level; a wheel carries them inside the package.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(*parts: str) -> Path:
    """The path of a shipped folder or file, e.g. ``shipped("data", "plan")``."""
    inside = _PACKAGE / "_shipped"
    root = inside if inside.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
