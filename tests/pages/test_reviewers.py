"""法制审核人员: each unit against 5 %, the bureau beside it, and the share over time."""

from __future__ import annotations

import datetime as dt

import pytest

from dashboard.ui.plots.reviewers import history, ratio_bars

TOTAL = {
    "ratio": 0.1, "required_share": 0.05, "reviewers": 6, "staff": 60, "missing": 1,
}  # fmt: skip


def staffing(store, unit, staff, reviewers, qualified=None, **more):
    store.add(
        "staffing", unit=unit, enforcement_staff=staff, legal_reviewers=reviewers,
        qualified_reviewers=qualified, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("staff", "reviewers", "missing"),
    [
        pytest.param(40, 2, 0, id="exactly 5 %"),
        pytest.param(41, 2, 1, id="just below"),
        pytest.param(0, 0, 0, id="nobody enforces"),
        pytest.param(None, 2, None, id="staff left blank"),
    ],
)
def test_a_unit_lacks_what_five_percent_rounded_up_asks_for(plan, staff, reviewers, missing):
    staffing(plan, "甲单位", staff, reviewers)
    rows = {row["unit"]: row for row in plan.ask("pages/reviewers_by_unit")}
    assert rows["甲单位"]["missing"] == missing


def test_a_unit_that_sent_nothing_has_no_gap_and_stands_last(plan):
    staffing(plan, "甲单位", 41, 2)
    rows = plan.ask("pages/reviewers_by_unit")
    assert [(row["unit"], row["missing"]) for row in rows] == [("甲单位", 1), ("乙单位", None)]


def test_the_total_adds_up_only_units_with_both_figures(plan):
    staffing(plan, "甲单位", 41, 2)
    staffing(plan, "乙单位", 100, None)
    total = plan.ask("pages/reviewers_total")[0]
    assert (total["staff"], total["reviewers"], total["units_short"]) == (41, 2, 1)


def test_history_takes_the_last_sheet_of_a_day_and_ends_on_the_chosen_day(plan):
    day = {"reported_on": "2021-06-04"}
    staffing(plan, "甲单位", 40, 1, received_at="2021-06-04 09:00", submission=1, **day)
    staffing(plan, "甲单位", 40, 2, received_at="2021-06-04 15:00", submission=2, **day)
    staffing(plan, "甲单位", 40, 3, reported_on="2021-06-18")
    staffing(plan, "甲单位", 40, 4, reported_on="2021-07-02")
    rows = plan.ask("pages/reviewers_history", as_of="2021-06-30", units=["甲单位"])
    assert [(str(row["reported_on"]), row["reviewers"]) for row in rows] == [
        ("2021-06-04", 2),
        ("2021-06-18", 3),
    ]


def test_history_keeps_a_sheet_that_was_withdrawn_after_the_day_it_is_known_on(plan):
    staffing(plan, "甲单位", 40, 1, reported_on="2021-06-04", submission=1)
    plan.reader()
    with plan.store.lock(), plan.store.writer() as writer:
        (number,) = writer.execute("select submission_id from raw.claim where kind = 'staffing'")[0]
        writer.withdraw(number, dt.datetime(2021, 6, 20), "报错")
    reader = plan.store.reader()
    asked = {"as_of": dt.date(2021, 6, 30), "units": ["甲单位"]}
    known = reader.ask("pages/reviewers_history", known_as_of=dt.date(2021, 6, 10), **asked)
    assert [row["reviewers"] for row in known] == [1]
    assert reader.ask("pages/reviewers_history", **asked) == []


def test_the_page_names_who_is_short_by_how_many_and_leads_to_the_rows(plan, open_page):
    staffing(plan, "甲单位", 41, 2, qualified=1)
    staffing(plan, "乙单位", 40, 2, qualified=2)
    plan.reader()
    page = open_page("reviewers")
    assert "■ 缺 1 人" in page.text
    assert "✓ 达到" in page.text
    assert "仅供参考，不代替逐单位判定" in page.text
    assert any("rule=reviewer_ratio" in one and "unit=" in one for one in page.links)
    assert any(one.startswith("./source?") for one in page.links)
    assert len(page.app.main.get("plotly_chart")) == 2


def test_one_unit_is_shown_alone(plan, open_page):
    staffing(plan, "甲单位", 41, 2)
    staffing(plan, "乙单位", 40, 2)
    plan.reader()
    page = open_page("reviewers", unit="乙单位")
    assert "✓ 达到" in page.text
    assert "缺 1 人" not in page.text


def test_a_unit_that_does_not_enforce_is_told_so(plan, open_page):
    staffing(plan, "甲单位", 41, 2)
    plan.reader()
    assert "丙科不是行政执法单位" in open_page("reviewers", unit="丙科").text


def test_without_staffing_the_page_says_what_to_do(plan, open_page):
    plan.reader()
    page = open_page("reviewers")
    assert "还没有收到法制审核人员配备表" in page.text
    assert not page.app.main.get("plotly_chart")


def ratio(label, share, missing=0):
    return {
        "unit": label, "label": label, "ratio": share, "reviewers": 1, "staff": 20,
        "missing": missing,
    }  # fmt: skip


def test_bars_below_the_line_are_hatched_and_the_bureau_stands_apart():
    figure = ratio_bars([ratio("甲", 0.04, 1), ratio("乙", 0.05)], TOTAL)
    shapes = {label: bar.marker.pattern.shape for bar in figure.data[:3] for label in bar.y}
    assert shapes == {"全局合计（仅供参考）": ".", "乙": "", "甲": "/"}
    assert figure.layout.shapes[0].x0 == 0.05


def test_a_week_without_a_report_is_a_gap_and_not_a_zero():
    days = (dt.date(2021, 6, 4), dt.date(2021, 6, 11), dt.date(2021, 6, 25))
    rows = [ratio("甲", 0.05) | {"reported_on": day} for day in days]
    bridge, line, required = history(rows, 0.05).data
    assert list(line.y) == [0.05, 0.05, None, 0.05]
    assert line.connectgaps is False
    assert bridge.line.dash == "dot"
    assert set(required.y) == {0.05}
