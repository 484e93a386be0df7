import pytest


def phase(store, name, starts_on, ends_on):
    store.add(
        "phase",
        unit=None,
        reported_on="2021-05-01",
        phase_id=name,
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def found(store, as_of):
    rows = store.ask("shortfalls/phase_behind", as_of=as_of)
    return [(one["unit"], one["item"], one["severity"], one["since_due"]) for one in rows]


def units(store, ready, waiting=0):
    for n in range(ready + waiting):
        store.add("unit", unit=f"单位{n}", liaison="王某", reported_on="2021-05-01")
    for n in range(ready):
        store.add("task_progress", unit=f"单位{n}", title="事", reported_on="2021-05-01")


AMBER = [("全局", "动员部署", "amber", None)]


@pytest.mark.parametrize(
    ("as_of", "ready", "rows"),
    [
        pytest.param("2021-05-06", 3, [], id="exactly 20 points behind"),
        pytest.param("2021-05-06", 2, AMBER, id="more than 20 points behind"),
        pytest.param("2021-05-06", 4, [], id="less than 20 points behind"),
        pytest.param("2021-05-01", 0, [], id="on its first day"),
        pytest.param("2021-05-11", 8, [], id="on its last day within pace"),
        pytest.param("2021-05-11", 7, AMBER, id="on its last day behind pace"),
        pytest.param(
            "2021-05-12", 9, [("全局", "动员部署", "red", 1)], id="the day after, one unit left"
        ),
        pytest.param("2021-05-12", 10, [], id="the day after, all done"),
    ],
)
def test_a_phase_keeps_pace_and_ends_with_its_work_done(store, as_of, ready, rows):
    phase(store, "动员部署", "2021-05-01", "2021-05-11")
    units(store, ready, 10 - ready)
    assert found(store, as_of) == rows


def test_publicity_is_counted_against_nothing(store):
    phase(store, "营造创建氛围", "2021-05-01", "2021-05-11")
    assert found(store, "2021-06-01") == []


def test_a_phase_without_dates_is_not_judged(store):
    phase(store, "收集印证资料", None, None)
    assert found(store, "2021-06-01") == []


def test_work_that_nobody_shows_is_not_done(store):
    phase(store, "收集印证资料", "2021-05-01", "2021-05-11")
    assert found(store, "2021-05-12") == [("全局", "收集印证资料", "red", 1)]


def test_the_gap_tells_pace_and_work(store):
    phase(store, "动员部署", "2021-05-01", "2021-05-11")
    units(store, 1, 3)
    (early,) = store.ask("shortfalls/phase_behind", as_of="2021-05-06")
    (late,) = store.ask("shortfalls/phase_behind", as_of="2021-05-13")
    done = "进度 25%(1/4 个单位已建台账并明确联络员)"
    assert (early["gap"], late["gap"]) == (f"应达 50%,{done}", f"已过期 2 天,{done}")
