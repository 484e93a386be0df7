"""Every text a person sees, in Chinese and English side by side, a file an area.

``t("overview.title")`` looks up ``title`` in ``overview.toml``. Chinese unless the language of
the running page says otherwise.
"""

from __future__ import annotations

import tomllib
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Literal

Language = Literal["zh", "en"]

language: ContextVar[Language] = ContextVar("language", default="zh")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every text by key (``area.name``), each a dict of language to template."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        with path.open("rb") as file:
            for name, texts in tomllib.load(file).items():
                found[f"{path.stem}.{name}"] = texts
    return found


def t(key: str, **values: object) -> str:
    """The text of that key in the language of the page, its places filled with ``values``.

    KeyError names the key where there is no such text."""
    texts = catalogue()[key]
    return texts[language.get()].format(**values) if values else texts[language.get()]


def known(key: str) -> bool:
    """Whether there is a text of that key."""
    return key in catalogue()
