"""English words that a person sees on a page, or hears read aloud."""

from __future__ import annotations

import re
from typing import Any

_VISIBLE = """
() => {
  const skipped =
    'script, style, noscript, [data-testid="stIconMaterial"], .dudao-sheet, pre, code';
  const seen = [];
  const shown = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const holder = walker.currentNode.parentElement;
    if (text && holder && !holder.closest(skipped) && shown(holder)) seen.push(text);
  }
  for (const one of document.body.querySelectorAll('*')) {
    if (one.closest(skipped) || !shown(one)) continue;
    for (const name of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
      const text = (one.getAttribute(name) || '').trim();
      if (text) seen.push(text);
    }
    if (one.tagName === 'INPUT' && one.type === 'text' && one.value) seen.push(one.value);
  }
  return [...new Set([document.title, ...seen])];
}
"""

_ALLOWED = (
    r"https?://\S+",  # addresses that units state
    r"\b[\w.-]+@[\w.-]+",
    r"[^\s、，；：·“”/]+\.(?:xlsx|xlsm|xls|xlsb|ods|csv|tsv|html?|zip|docx?|pdf)\b",  # files
    r"\.?\b(?:XLSX|XLSM|XLS|XLSB|ODS|CSV|TSV)\b",
    r"\bSheet\d+\b",  # what spreadsheet programs call a sheet that nobody named
    r"\b[A-Z]{1,3}\d+\b",  # cells
    r"#(?:REF!|VALUE!|NAME\?|NULL!|NUM!|DIV/0!|N/A|SPILL!|CALC!)",  # what such a cell says
    r"\bdudao(?: [a-z]+)?\b",  # commands to type
    r"\bDudao\b|\bExcel\b|\bWord\b|\bSQL\b|\bWPS\b",
    r"^English$",  # the switch
    r"\b\d+(?:\.\d+)?\s?[KMG]B\b",
)
_PASSED_OVER = re.compile("|".join(_ALLOWED), re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"[A-Za-z]{2,}")


def visible_texts(page: Any) -> list[str]:
    """Every text that is shown or read aloud, each once; pictures of letters and SQL left out."""
    return [str(one) for one in page.evaluate(_VISIBLE)]


def english_words(page: Any) -> list[str]:
    """The texts among them with a word that is neither Chinese nor a name that has no other."""
    return [one for one in visible_texts(page) if _WORD.search(_PASSED_OVER.sub(" ", one))]
