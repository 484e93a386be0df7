"""The documents are true: every command, kind, rule and problem is in the reference."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.cli.app import COMMANDS
from dashboard.kinds import kinds
from dashboard.problems import problem_types
from dashboard.queries import queries, rules
from dashboard.reference import reference

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = (ROOT / "docs" / "REFERENCE.md").read_text(encoding="utf-8")
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]


def test_the_reference_is_current():
    assert reference() == WRITTEN, "python -m dashboard.reference > docs/REFERENCE.md"


@pytest.mark.parametrize("name", [*kinds(), *rules(), *problem_types()])
def test_every_kind_rule_and_problem_is_in_the_reference(name):
    assert f"`{name}`" in WRITTEN


@pytest.mark.parametrize("command", [one.__name__.strip("_") for one in COMMANDS])
@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_command_is_in_the_readme(readme, command):
    assert f"`dudao {command}" in readme.read_text(encoding="utf-8")


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_readme_tells_the_two_commands_that_ci_runs(readme):
    text = readme.read_text(encoding="utf-8")
    assert ".venv/bin/pip install -e . -c constraints.txt && .venv/bin/dudao demo" in text
    test_command = (
        'python3 -m venv .venv && .venv/bin/pip install -e ".[test]" -c constraints.txt'
        " && .venv/bin/python -m tests"
    )
    assert test_command in text
    assert test_command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "document", [*READMES, *(ROOT / "docs").glob("*.md")], ids=lambda path: path.name
)
def test_every_link_to_a_file_leads_somewhere(document):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", sorted(queries()))
def test_every_query_has_a_title_in_both_languages_and_says_what_a_row_is(name):
    query = queries()[name]
    assert query.header.get("title")
    assert query.header.get("title_en")
    assert "params" in query.header
    assert query.description
