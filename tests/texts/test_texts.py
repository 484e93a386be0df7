"""Every text exists in both languages, with the same places to fill."""

from __future__ import annotations

import re
import string

import pytest

from dashboard.texts import catalogue, language, t

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize(("key", "texts"), sorted(catalogue().items()))
def test_a_text_exists_in_both_languages_with_the_same_places(key, texts):
    assert set(texts) == {"zh", "en"}
    assert all(text.strip() for text in texts.values())
    assert places(texts["zh"]) == places(texts["en"])


def test_the_text_follows_the_language_of_the_page():
    assert t("ui.unit") == "单位"
    token = language.set("en")
    try:
        assert t("ui.unit") == "Unit"
    finally:
        language.reset(token)


def places(template):
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
