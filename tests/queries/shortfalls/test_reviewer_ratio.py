import pytest

from tests.queries.cases import case, row


def unit(**columns):
    return row("unit", **({"enforces": True} | columns))


def staffing(staff, reviewers, **columns):
    return row("staffing", enforcement_staff=staff, legal_reviewers=reviewers, **columns)


ONE_SHORT = ["需 1 人,现 0 人,缺 1 人"]

CASES = [
    case("1 member of staff needs one reviewer", unit(), staffing(1, 0), found=ONE_SHORT),
    case("19 need one", unit(), staffing(19, 0), found=ONE_SHORT),
    case("19 with one have enough", unit(), staffing(19, 1), found=[]),
    case("20 need one, exactly 5 %", unit(), staffing(20, 0), found=ONE_SHORT),
    case("20 with one are at exactly 5 %", unit(), staffing(20, 1), found=[]),
    case("21 need two", unit(), staffing(21, 1), found=["需 2 人,现 1 人,缺 1 人"]),
    case("21 with two have enough", unit(), staffing(21, 2), found=[]),
    case("40 with two are at exactly 5 %", unit(), staffing(40, 2), found=[]),
    case("41 need three", unit(), staffing(41, 2), found=["需 3 人,现 2 人,缺 1 人"]),
    case("60 with three are at exactly 5 %", unit(), staffing(60, 3), found=[]),
    case("100 need five", unit(), staffing(100, 3), found=["需 5 人,现 3 人,缺 2 人"]),
    case("380 with 19 are at exactly 5 %", unit(), staffing(380, 19), found=[]),
    case("380 need 19", unit(), staffing(380, 18), found=["需 19 人,现 18 人,缺 1 人"]),
    case("no staff needs no reviewer", unit(), staffing(0, 0), found=[]),
    case("blank staff is no judgement", unit(), staffing(None, 0), found=[]),
    case("blank reviewers are no judgement", unit(), staffing(20, None), found=[]),
    case("nothing sent is no judgement", unit(), found=[]),
    case("an office that does not enforce", unit(enforces=False), staffing(20, 0), found=[]),
    case("an office of which nobody says", unit(enforces=None), staffing(20, 0), found=[]),
    case("a unit outside the directory", staffing(20, 0), found=[]),
    case(
        "two sections add up to one unit",
        unit(),
        staffing(20, 1),
        staffing(20, 0),
        found=["需 2 人,现 1 人,缺 1 人"],
    ),
    case(
        "a blank section leaves the sum open", unit(), staffing(20, 0), staffing(9, None), found=[]
    ),
    case(
        "of two bases the worse counts",
        unit(),
        staffing(20, 1, base_note="在编"),
        staffing(30, 1, base_note="在岗"),
        found=["需 2 人,现 1 人,缺 1 人"],
    ),
    case(
        "the day before a better sheet",
        unit(),
        staffing(20, 0, reported_on="2021-06-01"),
        staffing(20, 1, reported_on="2021-06-30"),
        as_of="2021-06-29",
        found=ONE_SHORT,
    ),
    case(
        "the day of a better sheet",
        unit(),
        staffing(20, 0, reported_on="2021-06-01"),
        staffing(20, 1, reported_on="2021-06-30"),
        as_of="2021-06-30",
        found=[],
    ),
    case("a count beyond reason breaks nothing", unit(), staffing(9 * 10**18, 0), found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_an_enforcing_unit_needs_a_reviewer_for_every_twenty_begun(judge, one):
    assert judge(one, "gap") == one.found


def test_it_names_what_it_measured_and_the_row(judge):
    (found,) = judge(next(c for c in CASES if c.id.startswith("100 need")).values[0])
    assert (found["measured"], found["required"], found["severity"]) == (3, 5, "red")
    assert found["item"] == "法制审核人员"
    assert found["source_row"] >= 3
    assert found["source_file"].endswith(".xlsx")


@pytest.mark.parametrize(
    ("value", "gaps"),
    [
        pytest.param(0.1, ["需 2 人,现 1 人,缺 1 人"], id="another share"),
        pytest.param(10, ["需 2 人,现 1 人,缺 1 人"], id="the share without its % sign"),
        pytest.param(0.05, [], id="the plan's share"),
        pytest.param(None, [], id="blank: the default"),
    ],
)
def test_the_share_comes_from_the_plan(store, value, gaps):
    store.add("threshold", unit=None, rule="reviewer_ratio", value=value)
    store.add("unit", enforces=True)
    store.add("staffing", enforcement_staff=20, legal_reviewers=1)
    assert [one["gap"] for one in store.ask("shortfalls/reviewer_ratio")] == gaps


def test_whole_people_are_compared_as_whole_numbers(store):
    """0 to 400 staff, each with as many reviewers as they need and with one fewer."""
    needed = {staff: (staff + 19) // 20 for staff in range(401)}
    for staff, enough in needed.items():
        for reviewers in range(max(enough - 1, 0), enough + 1):
            name = f"{staff}-{reviewers}"
            store.add("unit", unit=name, enforces=True)
            store.add("staffing", unit=name, enforcement_staff=staff, legal_reviewers=reviewers)
    found = {one["unit"]: one["required"] for one in store.ask("shortfalls/reviewer_ratio")}
    assert found == {f"{n}-{enough - 1}": enough for n, enough in needed.items() if enough}
