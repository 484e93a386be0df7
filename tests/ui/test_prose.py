"""Text of units is never Markdown; every page keeps to that."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import dashboard
from dashboard.ui.prose import plain, prose

ROOT = Path(dashboard.__file__).parent
READ_AS_MARKDOWN = frozenset(
    {"caption", "error", "expander", "header", "info", "markdown"}
    | {"subheader", "success", "title", "toast", "warning"}
)
NUMBERS_AND_DAYS = frozenset(
    ("at", "count", "day", "days", "first", "last", "left", "row", "shown", "total", "until")
)
"""What fills places in texts and is never text itself."""


@pytest.mark.parametrize(
    "text",
    [
        "**粗** _斜_ ~~删~~ `码`",
        "![图](http://example.org/x.png)",
        "[链接](javascript:alert(1))",
        "<script>alert(1)</script>",
        "&lt;b&gt; &amp;",
        "# 标题",
        "- 项",
        "+ 项",
        "1. 项",
        "2) 项",
        "> 引",
        "a | b",
        "---",
        "===",
        "\\*",
        "C:\\表\\*.xlsx",
    ],
)
def test_markdown_shows_it_letter_by_letter(text):
    shown = MarkdownIt("gfm-like", {"linkify": False}).parse(plain(text))
    assert [one.type for one in shown] == ["paragraph_open", "inline", "paragraph_close"]
    parts = shown[1].children
    assert {one.type for one in parts} <= {"text", "text_special"}
    assert "".join(one.content for one in parts) == text


@pytest.mark.parametrize("text", ["$x^2$", ":smile:", ":red[红]", ":material/home:"])
def test_what_streamlit_adds_to_markdown_is_disarmed(text):
    assert not {"$", ":"} & set(plain(text).replace("\\$", "").replace("\\:", ""))


def test_a_name_of_two_lines_stays_on_one():
    assert plain("a\n\n# b") == "a # b"


def test_values_are_plain_and_the_text_around_them_is_not():
    assert prose("unit.not_listed", unit="**甲**").count("\\*") == 4


def _calls():
    for path in sorted([*ROOT.glob("pages/*.py"), *ROOT.glob("ui/**/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _reads_markdown(node.func):
                yield f"{path.name}:{node.lineno}", node.args[0]


def _reads_markdown(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and (function.attr in READ_AS_MARKDOWN or ast.unparse(function) == "st.write")
    )


def _is_safe(argument: ast.expr) -> bool:
    match argument:
        case ast.Constant() | ast.Call(func=ast.Name(id="plain" | "prose")):
            return True
        case ast.Call(func=ast.Name(id="t"), keywords=keywords):
            return all(one.arg in NUMBERS_AND_DAYS or _is_safe(one.value) for one in keywords)
        case ast.IfExp(body=one, orelse=other):
            return _is_safe(one) and _is_safe(other)
        case ast.BinOp(left=one, right=other):
            return _is_safe(one) and _is_safe(other)
        case ast.JoinedStr(values=values):
            return all(isinstance(v, ast.Constant) or _is_safe(v.value) for v in values)
    return False


@pytest.mark.parametrize(("where", "argument"), [*_calls()])
def test_pages_hand_markdown_nothing_but_their_own_words(where, argument):
    assert _is_safe(argument), f"{where}: {ast.unparse(argument)} may hold Markdown of a unit"
