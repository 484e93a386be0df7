import pytest

NAMES = {
    "kick_off": "进行动员部署",
    "supervision": "开展集中督导",
    "evidence": "收集印证资料",
    "self_assessment": "形成自评报告",
    "publicity": "营造创建氛围",
}
TEN_DAYS = {"starts_on": "2021-06-26", "ends_on": "2021-07-06"}


def progress(store, part, as_of="2021-07-01", **dates):
    store.add("phase", unit=None, phase_id="1", name=NAMES[part], **(TEN_DAYS | dates))
    (found,) = store.sql(
        "select part, round(progress, 4), count_done, count_all from phase_progress", as_of=as_of
    )
    assert found[0] == part
    return found[1:]


@pytest.fixture
def bureau(store):
    store.add("unit", unit="甲", liaison="王某")
    store.add("unit", unit="乙", liaison="李某")
    store.add("unit", unit="丙", liaison=None)
    store.add("unit", unit="丁", liaison="赵某")
    return store


def test_kick_off_counts_units_with_a_ledger_and_a_liaison(bureau):
    for unit in ("甲", "丙", "外单位"):
        bureau.add("task_progress", unit=unit, title="事")
    assert progress(bureau, "kick_off") == (0.25, 1, 4)


def test_supervision_is_the_mean_of_findings_closed_and_units_visited(bureau):
    bureau.add("finding", unit="甲", finding_no="1", issue="一", status="closed")
    bureau.add("finding", unit="甲", finding_no="2", issue="二", status="open")
    assert progress(bureau, "supervision") == (0.375, 1, 2)


def test_without_a_finding_supervision_has_not_begun(bureau):
    assert progress(bureau, "supervision") == (0.0, 0, 0)


def test_evidence_counts_unit_tasks(bureau):
    for unit in ("甲", "乙"):
        bureau.add("task_progress", unit=unit, task_id="4.1.1")
        bureau.add("task_progress", unit=unit, task_id="4.1.2")
    bureau.add("evidence", unit="甲", task_id="4.1.1", title="通知", provision="uploaded")
    assert progress(bureau, "evidence") == (0.25, 1, 4)


def test_self_assessment_counts_tasks_with_results_reported(bureau):
    bureau.add("task_progress", unit="甲", task_id="4.1.1", note="已召开会议")
    bureau.add("task_progress", unit="乙", task_id="4.1.1", note="无")
    assert progress(bureau, "self_assessment") == (0.5, 1, 2)


def test_publicity_is_counted_against_nothing(bureau):
    bureau.add("publicity", unit="甲", title="报道一")
    bureau.add("publicity", unit="乙", title="报道二")
    assert progress(bureau, "publicity") == (None, 2, None)


@pytest.mark.parametrize(
    ("as_of", "dates", "expected"),
    [
        pytest.param("2021-06-25", {}, 0, id="before"),
        pytest.param("2021-06-26", {}, 0, id="first day"),
        pytest.param("2021-07-01", {}, 0.5, id="half way"),
        pytest.param("2021-07-06", {}, 1, id="last day"),
        pytest.param("2021-07-07", {}, 1, id="after"),
        pytest.param("2021-07-01", {"starts_on": None, "ends_on": None}, None, id="no dates"),
        pytest.param("2021-06-26", {"ends_on": "2021-06-26"}, 1, id="a phase of one day"),
    ],
)
def test_expected_is_the_share_of_its_days_gone_by(store, as_of, dates, expected):
    store.add("phase", unit=None, phase_id="1", name="动员部署", **(TEN_DAYS | dates))
    assert store.sql("select expected from phase_progress", as_of=as_of) == [(expected,)]


def test_a_phase_of_other_words_has_no_progress(store):
    store.add("phase", unit=None, phase_id="1", name="其他工作", **TEN_DAYS)
    assert store.sql("select part, progress from phase_progress") == [(None, None)]
