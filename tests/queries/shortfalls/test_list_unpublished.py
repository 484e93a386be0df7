import pytest

from tests.queries.cases import case, row


def published_list(**columns):
    good = {"list": "powers", "published": True, "published_on": "2021-06-10", "url": "http://a.cn"}
    return row("published_list", **(good | columns))


CASES = [
    case("published with its address", published_list(), found=[]),
    case("not published", published_list(published=False), found=[("red", "未公开")]),
    case("left blank", published_list(published=None), found=[("red", "未填报是否公开")]),
    case("no address", published_list(url=None), found=[("amber", "已公开,未填公开网址")]),
    case(
        "an address that means none",
        published_list(url="/"),
        found=[("amber", "已公开,未填公开网址")],
    ),
    case(
        "not published, no address",
        published_list(published=False, url=None),
        found=[("red", "未公开")],
    ),
    case("without a day", published_list(published_on=None), found=[]),
    case("published on the day", published_list(published_on="2021-07-01"), found=[]),
    case(
        "published the day after",
        published_list(published_on="2021-07-02"),
        found=[("red", "公开日期 2021-07-02 未到")],
    ),
]


@pytest.mark.parametrize("one", CASES)
def test_a_list_is_published_with_an_address(judge, one):
    assert judge(one, "severity", "gap") == one.found


def test_the_item_is_the_list_by_its_name(judge):
    assert judge(CASES[1].values[0], "item") == ["权责清单"]


@pytest.mark.parametrize(
    ("as_of", "count"),
    [
        pytest.param("2021-05-31", 0, id="last day of the kick-off"),
        pytest.param("2021-06-01", 7, id="the day after"),
    ],
)
def test_a_list_that_no_unit_reports_stands_under_the_whole_after_the_kick_off(store, as_of, count):
    store.add(
        "phase",
        unit=None,
        phase_id="1",
        name="动员部署",
        starts_on="2021-05-01",
        ends_on="2021-05-31",
    )
    store.add("published_list", list="powers", published=True, url="http://a.cn")
    found = store.ask("shortfalls/list_unpublished", as_of=as_of)
    assert len(found) == count
    assert {one["unit"] for one in found} <= {"全局"}
    assert "权责清单" not in {one["item"] for one in found}


def test_without_a_plan_nobody_owes_a_list(store):
    store.add("unit", enforces=True)
    assert store.ask("shortfalls/list_unpublished") == []
