"""Text as it is compared and shown: the quick ways give what the plain definitions say."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.text import normal, tidy

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
LETTERS = st.one_of(
    st.sampled_from(INVISIBLE + " \t\n\r\v\f\x1c\x85\u00a0\u1680\u2003\u2028\u3000"),
    st.sampled_from("市图书馆(2021)％ＡｂＣ①½ﬁⅣ㈠．"),
    st.characters(exclude_categories=("Cs",)),
)


@settings(max_examples=500, deadline=None)
@given(st.text(LETTERS, max_size=8))
def test_spellings_are_compared_without_white_space_and_invisible_marks(text):
    compared = unicodedata.normalize("NFKC", text)
    kept = [one for one in compared if not one.isspace() and one not in INVISIBLE]
    assert normal(text) == "".join(kept).lower()


@settings(max_examples=500, deadline=None)
@given(st.text(LETTERS, max_size=8))
def test_people_see_one_line_with_single_spaces(text):
    assert tidy(text) == " ".join("".join(one for one in text if one not in INVISIBLE).split())


@pytest.mark.parametrize(
    ("written", "compared", "shown"),
    [
        ("ＡＢ　1２", "ab12", "ＡＢ 1２"),
        (" 市 图书馆\n", "市图书馆", "市 图书馆"),
        ("市\u200b图书馆", "市图书馆", "市图书馆"),
        ("", "", ""),
    ],
)
def test_one_text_compared_and_shown(written, compared, shown):
    assert (normal(written), tidy(written)) == (compared, shown)
