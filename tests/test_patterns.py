"""Every regular expression of the program compiles, though none is compiled before its use."""

from __future__ import annotations

import copy
import importlib
import pkgutil
import re
import sys

import pytest

import dashboard
from dashboard.patterns import LazyPattern, lazy_pattern


def _patterns(value: object) -> list[LazyPattern]:
    if isinstance(value, LazyPattern):
        return [value]
    if isinstance(value, dict):
        return [one for inner in value.values() for one in _patterns(inner)]
    if isinstance(value, tuple | list):
        return [one for inner in value for one in _patterns(inner)]
    return []


def test_every_pattern_of_intake_compiles():
    for module in pkgutil.walk_packages(dashboard.__path__, "dashboard."):
        if module.name.startswith("dashboard.intake"):
            importlib.import_module(module.name)
    found = [
        one
        for name, module in sorted(sys.modules.items())
        if name.startswith("dashboard.")
        for value in vars(module).values()
        for one in _patterns(value)
    ]
    assert len(found) > 150
    for one in found:
        assert re.compile(one.pattern)
        assert one.groups >= 0


@pytest.mark.parametrize(
    ("method", "given", "expected"),
    [
        ("findall", ("1a2",), ["1", "2"]),
        ("sub", ("-", "1a2"), "-a-"),
        ("split", ("x1y",), ["x", "y"]),
    ],
)
def test_a_lazy_pattern_works_like_a_compiled_one(method, given, expected):
    pattern = lazy_pattern(r"\d")
    assert getattr(pattern, method)(*given) == expected
    assert getattr(pattern, method)(*given) == expected


def test_a_lazy_pattern_minds_its_flags():
    assert lazy_pattern("ab", re.IGNORECASE).fullmatch("AB")
    assert lazy_pattern(b"a.b", re.DOTALL).fullmatch(b"a\nb")


def test_a_lazy_pattern_can_be_copied():
    assert copy.copy(lazy_pattern("a")).fullmatch("a")


def test_a_faulty_pattern_raises_when_it_is_used():
    with pytest.raises(re.error):
        lazy_pattern("(").search("a")
