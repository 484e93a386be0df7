"""What stands behind a name and belongs to a column that the sheet has not: 漯河日报(市级),
读者管理办法(漯文〔2019〕3号), a title with its link."""

from __future__ import annotations

import re
from collections.abc import Callable

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.clean import clean_choice
from dashboard.patterns import HAN, lazy_pattern
from dashboard.text import normal

_BEHIND = lazy_pattern(r"^(.*\S)\s*[(\uff08]([^()\uff08\uff09]+)[)\uff09]$", re.DOTALL)
_CLOSING = (")", "\uff09")
_LINK_BEHIND = lazy_pattern(r"^(.*\S)\s+(https?://\S+)$", re.DOTALL)
_DOC_NO = lazy_pattern(rf"{HAN}{{1,12}}[〔\[【(]?20\d{{2}}[〕\]】)]?第?\d{{1,5}}号")


def level_behind_outlet(draft: Draft) -> None:
    """漯河日报(市级) is an outlet and its level, where no column says the level."""
    level = draft.kind.column("level")

    def read(inside: str) -> str | None:
        found = clean_choice(inside, level)
        return found.value if found.code is None else None

    _part(draft, "outlet", "level", lambda text: _in_brackets(text, read))


def link_behind(draft: Draft, name: str) -> None:
    """A title or an outlet with a link in the same cell is both, where no column has links."""

    def part(text: str) -> tuple[str, str] | None:
        match = _LINK_BEHIND.match(text) if "http" in text else None
        return (match[1], match[2]) if match else None

    _part(draft, name, "url", part)


def number_behind_title(draft: Draft) -> None:
    """A document's title with its number behind it is both, where no column has numbers."""

    def read(inside: str) -> str | None:
        return inside if _DOC_NO.fullmatch(inside) else None

    _part(draft, "title", "doc_no", lambda text: _in_brackets(text, read))


def _in_brackets(text: str, read: Callable[[str], str | None]) -> tuple[str, str] | None:
    """The text without its last brackets, and what ``read`` makes of what is in them."""
    match = _BEHIND.match(text) if text.endswith(_CLOSING) else None
    value = read(normal(match[2])) if match else None
    return (match[1], value) if match and value else None


def _part(
    draft: Draft, name: str, column: str, part: Callable[[str], tuple[str, str] | None]
) -> None:
    """``part``: a text of the column ``name`` as what is left of it and the value of ``column``;
    None where it holds but one thing."""
    head, texts = draft.matched.columns.get(name), draft.values.get(name)
    if head is None or texts is None or column in draft.matched.columns:
        return
    parted = [(isinstance(text, str) and part(text)) or (text, None) for text in texts]
    if not any(value for _, value in parted):
        return
    draft.values[name] = [text for text, _ in parted]
    draft.values[column] = [value for _, value in parted]
    draft.matched.columns[column] = head
    draft.matched.confidence[column] = draft.matched.confidence[name]
