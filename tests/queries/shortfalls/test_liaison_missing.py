import pytest

from tests.queries.cases import case, row

CASES = [
    case("a liaison named", row("unit", liaison="王某"), found=[]),
    case("several named", row("unit", liaison="王某、李某"), found=[]),
    case("blank", row("unit", liaison=None), found=["联络员"]),
    case("spaces", row("unit", liaison="  "), found=["联络员"]),
    case("a stroke", row("unit", liaison="/"), found=["联络员"]),
    case("the word for none", row("unit", liaison="暂无"), found=["联络员"]),
    case("a telephone alone", row("unit", liaison=None, liaison_phone="0395-1"), found=["联络员"]),
    case("a unit outside the directory", row("staffing", enforcement_staff=1), found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_every_unit_of_the_directory_names_a_liaison(judge, one):
    assert judge(one, "item") == one.found


def test_it_is_amber(judge):
    assert judge(CASES[2].values[0], "severity", "gap") == [("amber", "未明确联络员")]


@pytest.mark.parametrize(("as_of", "found"), [("2021-06-09", 1), ("2021-06-10", 0)])
def test_a_newer_directory_mends_it_on_its_day(store, as_of, found):
    store.add("unit", unit="甲", liaison=None)
    store.add("unit", unit="甲", liaison="王某", reported_on="2021-06-10")
    assert len(store.ask("shortfalls/liaison_missing", as_of=as_of)) == found


def test_a_threshold_of_0_asks_for_none(store):
    store.add("threshold", unit=None, rule="liaison_missing", value=0)
    store.add("unit", unit="甲", liaison=None)
    assert store.ask("shortfalls/liaison_missing") == []
