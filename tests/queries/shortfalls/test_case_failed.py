import pytest

from tests.queries.cases import case, row


def review(**columns):
    return row("case_review", **({"case_no": "1号", "reviewed_on": "2021-06-01"} | columns))


CASES = [
    case("excellent at 90", review(total=90, grade="excellent"), found=[]),
    case("excellent below 90", review(total=89.99, grade="excellent"), found=["amber"]),
    case("good at 80", review(total=80, grade="good"), found=[]),
    case("good below 80", review(total=79.9, grade="good"), found=["amber"]),
    case("good below 90", review(total=89.9, grade="good"), found=[]),
    case("good at 90", review(total=90, grade="good"), found=["amber"]),
    case("pass at 60", review(total=60, grade="pass"), found=[]),
    case("pass below 80", review(total=79, grade="pass"), found=[]),
    case("pass at 80", review(total=80, grade="pass"), found=["amber"]),
    case("under 60", review(total=59.9, grade="pass"), found=["red"]),
    case("under 60 without a grade", review(total=59), found=["red"]),
    case("60 without a grade", review(total=60), found=[]),
    case("graded fail", review(grade="fail"), found=["red"]),
    case("graded fail at 75", review(total=75, grade="fail"), found=["red"]),
    case("graded without a total", review(grade="excellent"), found=[]),
    case("neither grade nor total", review(), found=[]),
    case("a veto", review(total=95, grade="excellent", veto="超越法定职权"), found=["red"]),
    case(
        "a veto is no contradiction",
        review(total=95, grade="pass", veto="主体不适格"),
        found=["red"],
    ),
    case("a veto that says none", review(total=95, grade="excellent", veto="无"), found=[]),
    case("a stroke for a veto", review(total=95, grade="excellent", veto=" / "), found=[]),
    case(
        "a veto that begins with 无",
        review(total=95, grade="excellent", veto="无执法资格人员执法"),
        found=["red"],
    ),
    case(
        "parts that add up",
        review(total=92, grade="excellent", legality=40, reasonableness=30, documents=22),
        found=[],
    ),
    case(
        "parts that do not add up",
        review(total=92, grade="excellent", legality=40, reasonableness=30, documents=20),
        found=["amber"],
    ),
    case(
        "parts within half a point",
        review(total=90, grade="excellent", legality=39.5, reasonableness=30, documents=20),
        found=[],
    ),
    case(
        "parts just over half a point",
        review(total=90, grade="excellent", legality=39.4, reasonableness=30, documents=20),
        found=["amber"],
    ),
    case(
        "parts of a hundred each, the total between them",
        review(total=90, grade="excellent", legality=95, reasonableness=90, documents=85),
        found=[],
    ),
    case(
        "parts of a hundred each, the total outside",
        review(total=96, grade="excellent", legality=95, reasonableness=90, documents=85),
        found=["amber"],
    ),
    case(
        "two parts of three are not compared",
        review(total=92, grade="excellent", legality=40, reasonableness=30),
        found=[],
    ),
    case("reviewed on the day", review(total=50, reviewed_on="2021-07-01"), found=["red"]),
    case("reviewed the day after", review(total=50, reviewed_on="2021-07-02"), found=[]),
    case("reviewed on a day not given", review(total=50, reviewed_on=None), found=["red"]),
]


@pytest.mark.parametrize("one", CASES)
def test_a_case_fails_or_contradicts_its_own_score(judge, one):
    assert judge(one, "severity") == one.found


@pytest.mark.parametrize(
    ("columns", "gap", "required"),
    [
        ({"total": 59.5}, "总分 59.5 低于 60 分", 60),
        ({"total": 88, "grade": "excellent"}, "等次优秀与总分 88 不符", 90),
        ({"total": 88, "grade": "pass"}, "等次合格与总分 88 不符", 80),
        ({"grade": "fail"}, "评定不合格", 60),
        ({"total": 95, "veto": "超越职权"}, "一票否决:超越职权", 60),
        (
            {"total": 92, "legality": 40, "reasonableness": 30, "documents": 20},
            "分项合计 90 与总分 92 不符",
            None,
        ),
        (
            {"total": 55, "grade": "pass", "veto": "主体不适格"},
            "一票否决:主体不适格,总分 55 低于 60 分",
            60,
        ),
    ],
)
def test_the_gap_names_every_reason(store, columns, gap, required):
    store.add("case_review", case_no="1号", **columns)
    (found,) = store.ask("shortfalls/case_failed")
    assert (found["gap"], found["required"]) == (gap, required)


@pytest.mark.parametrize(
    ("grade", "total", "found"),
    [
        pytest.param("pass", 85, [], id="pass reaches up to excellent"),
        pytest.param("pass", 90, ["amber"], id="pass ends where excellent begins"),
        pytest.param("good", 70, [], id="a grade without a band is not judged"),
        pytest.param("good", 59, ["red"], id="the pass mark holds all the same"),
    ],
)
def test_a_blank_band_is_skipped(store, grade, total, found):
    store.add("threshold", unit=None, rule="grade_excellent", value=90)
    store.add("threshold", unit=None, rule="grade_good", value=None)
    store.add("threshold", unit=None, rule="grade_pass", value=60)
    store.add("case_review", case_no="1号", total=total, grade=grade)
    assert [one["severity"] for one in store.ask("shortfalls/case_failed")] == found
