import pytest

from tests.queries.cases import case, row

PLAN = [
    row("phase", phase_id="1", name="动员部署", starts_on="2021-05-01", ends_on="2021-05-31"),
    row("phase", phase_id="3", name="收集印证资料", starts_on="2021-06-20", ends_on="2021-08-10"),
    row("task", task_id="4.1.1", title="深化改革"),
    row("task", task_id="4.1.2", title="权责清单"),
]
TASK = row("task_progress", task_id="4.1.1")


def evidence(**columns):
    return row("evidence", **({"task_id": "4.1.1", "title": "通知"} | columns))


CASES = [
    case("the day before collection", TASK, as_of="2021-06-19", found=[]),
    case("the first day", TASK, as_of="2021-06-20", found=[("amber", None)]),
    case("the last day", TASK, as_of="2021-08-10", found=[("amber", None)]),
    case("the day after", TASK, as_of="2021-08-11", found=[("red", 1)]),
    case("uploaded", TASK, evidence(provision="uploaded"), found=[]),
    case("shown on site", TASK, evidence(provision="on_site"), found=[]),
    case("a statement", TASK, evidence(provision="statement"), found=[]),
    case("marked as missing", TASK, evidence(provision="missing"), found=[("amber", None)]),
    case(
        "missing in spite of a place",
        TASK,
        evidence(provision="missing", location="三楼"),
        found=[("amber", None)],
    ),
    case("listed without a word", TASK, evidence(), found=[("amber", None)]),
    case("listed with its place", TASK, evidence(location="档案室"), found=[]),
    case(
        "one of two missing",
        TASK,
        evidence(provision="missing"),
        evidence(title="照片", provision="uploaded"),
        found=[],
    ),
    case(
        "evidence of another task",
        TASK,
        evidence(task_id="4.1.2", provision="uploaded"),
        found=[("amber", None)],
    ),
    case(
        "the task by its title", TASK, evidence(task_id="深化改革", provision="uploaded"), found=[]
    ),
    case(
        "the number in full width",
        row("task_progress", task_id="４．１．１"),
        evidence(provision="uploaded"),
        found=[],
    ),
    case(
        "a task outside the plan",
        row("task_progress", task_id="9.9", title="自选"),
        evidence(task_id="9.9", provision="uploaded"),
        found=[],
    ),
    case(
        "a task outside the plan without evidence",
        row("task_progress", title="自选"),
        found=[("amber", None)],
    ),
    case("no ledger, no tasks", evidence(provision="missing"), found=[]),
]


@pytest.mark.parametrize("one", CASES)
def test_every_task_of_a_unit_is_evidenced_once_collection_has_begun(judge, one):
    assert judge(one, "severity", "since_due") == one.found


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ([], "无材料、无实地核查标注、无情况说明"),
        (["missing", "missing"], "列出 2 份,均未提供"),
        ([None, None], "列出 2 份,均未注明提供方式"),
        (["missing", None, None], "列出 3 份,未提供 1 份,其余未注明提供方式"),
    ],
)
def test_what_nobody_said_is_not_called_missing(store, listed, said):
    for view, columns in PLAN:
        store.add(view, unit=None, **columns)
    store.add("task_progress", task_id="4.1.1")
    for number, provision in enumerate(listed):
        store.add("evidence", task_id="4.1.1", title=f"材料{number}", provision=provision)
    assert [one["gap"] for one in store.ask("shortfalls/evidence_missing")] == [said]


def test_several_measures_are_one_task(store):
    for view, columns in PLAN:
        store.add(view, unit=None, **columns)
    store.add("task_progress", task_id="4.1.1", measure="一")
    store.add("task_progress", task_id="4.1.1", measure="二")
    found = store.ask("shortfalls/evidence_missing")
    assert [one["item"] for one in found] == ["4.1.1 深化改革"]


def test_another_units_evidence_does_not_count(store):
    for view, columns in PLAN:
        store.add(view, unit=None, **columns)
    store.add("task_progress", unit="甲", task_id="4.1.1")
    store.add("evidence", unit="乙", task_id="4.1.1", title="通知", provision="uploaded")
    assert [one["unit"] for one in store.ask("shortfalls/evidence_missing")] == ["甲"]
