"""行政执法: three systems, random inspections, complaints and referrals."""

from __future__ import annotations

import pytest

from dashboard.ui.plots.enforcement import inspections_history


def systems(store, unit="甲单位", **more):
    columns = {
        "publicity": True, "recording": True, "major_decisions": 4, "major_reviewed": 4,
        "referred_cases": 1,
    }  # fmt: skip
    store.add("enforcement", unit=unit, **(columns | more))


def inspected(store, unit="甲单位", **more):
    columns = {"planned": 40, "completed": 30, "joint_planned": 2, "joint_completed": 1}
    store.add("random_inspection", unit=unit, **(columns | more))


def complaint(store, subject, unit="甲单位", **more):
    columns = {"received_on": "2021-06-01", "due_on": "2021-06-30"} | more
    store.add("complaint", unit=unit, subject=subject, **columns)


def test_an_enforcing_unit_that_sent_nothing_stands_there_without_figures(plan):
    systems(plan)
    rows = {row["unit"]: row for row in plan.ask("pages/enforcement_systems")}
    assert set(rows) == {"甲单位", "乙单位"}
    assert rows["乙单位"]["submission_id"] is None


@pytest.mark.parametrize(
    ("reviewed", "severity"),
    [pytest.param(4, None, id="all reviewed"), pytest.param(3, "red", id="one is not")],
)
def test_major_decisions_are_all_to_be_reviewed(plan, reviewed, severity):
    systems(plan, major_reviewed=reviewed)
    rows = {row["unit"]: row for row in plan.ask("pages/enforcement_systems")}
    assert rows["甲单位"]["review_severity"] == severity


@pytest.mark.parametrize(
    ("as_of", "share"),
    [
        pytest.param("2021-12-31", 1.0, id="last day"),
        pytest.param("2021-07-01", 182 / 365, id="middle"),
        pytest.param("2024-12-30", 365 / 366, id="leap year"),
    ],
)
def test_the_year_gone_by_counts_the_day_itself(plan, as_of, share):
    inspected(plan)
    (row,) = plan.ask("pages/enforcement_inspections", as_of=as_of)
    assert row["share_of_year"] == pytest.approx(share)


def test_a_blank_count_leaves_the_share_open(plan):
    inspected(plan, completed=None)
    (row,) = plan.ask("pages/enforcement_inspections")
    assert (row["completed"], row["share"]) == (None, None)


def test_items_are_listed_by_their_time_and_those_without_one_last(plan):
    for item, due_on in (("无时限", None), ("十月", "2021-10-31"), ("七月", "2021-07-31")):
        plan.add("inspection_item", item=item, due_on=due_on)
    rows = plan.ask("pages/enforcement_items", unit=None, first=0, size=9)
    assert [(row["item"], row["days_left"]) for row in rows] == [
        ("七月", 30),
        ("十月", 122),
        ("无时限", None),
    ]


@pytest.mark.parametrize(
    ("as_of", "closed_on", "counts"),
    [
        pytest.param("2021-06-30", None, (1, 0, 0), id="last day is in time"),
        pytest.param("2021-07-01", None, (1, 1, 0), id="the day after"),
        pytest.param("2021-07-01", "2021-07-05", (1, 1, 0), id="closed later"),
        pytest.param("2021-07-05", "2021-07-05", (0, 0, 1), id="closed late"),
    ],
)
def test_a_complaint_is_open_overdue_or_closed(plan, as_of, closed_on, counts):
    complaint(plan, "占道经营", closed_on=closed_on)
    (row,) = plan.ask("pages/enforcement_complaints", as_of=as_of)
    assert (row["count_open"], row["count_overdue"], row["count_closed_late"]) == counts


def test_months_count_what_came_in_and_what_was_closed_by_the_day(plan):
    complaint(plan, "一", received_on="2021-05-03", closed_on="2021-06-02")
    complaint(plan, "二", received_on="2021-06-20", closed_on="2021-07-20")
    rows = plan.ask("pages/enforcement_complaint_months", as_of="2021-07-01", unit=None)
    assert [tuple(row.values()) for row in rows] == [
        ("2021-05", 1, 0),
        ("2021-06", 1, 1),
        ("2021-07", 0, 0),
    ]


def test_the_page_shows_systems_inspections_items_and_complaints(plan, open_page):
    systems(plan, recording=False, referred_cases=2)
    inspected(plan, completed=2, joint_completed=0)
    plan.add(
        "inspection_item", item="网吧检查", target="网吧", ratio_min=0.02, ratio_max=0.05,
        due_on="2021-07-31", joint=True,
    )  # fmt: skip
    complaint(plan, "占道经营")
    plan.reader()
    page = open_page("enforcement")
    for word in (
        "✗ 无",
        "▲ 未报送",
        "2%–5%",
        "还有 30 天",
        "■ 逾期 1 天",
        "一次未做",
        "移送司法机关",
    ):
        assert word in page.text
    assert len(page.app.main.get("plotly_chart")) == 2
    for rule in ("enforcement_systems", "inspection_behind", "complaint_overdue"):
        assert any(f"rule={rule}" in one for one in page.links)
    assert any(one.startswith("./source?") for one in page.links)


def test_the_last_day_is_called_today(plan, open_page):
    complaint(plan, "占道经营", due_on="2021-07-01")
    plan.reader()
    text = open_page("enforcement").text
    assert "今天到期" in text
    assert "还有 0 天" not in text


def test_one_unit_is_shown_alone(plan, open_page):
    complaint(plan, "甲的投诉")
    complaint(plan, "乙的投诉", unit="乙单位")
    plan.reader()
    page = open_page("enforcement", unit="乙单位")
    assert "乙的投诉" in page.text
    assert "甲的投诉" not in page.text


def test_without_rows_every_section_says_what_to_do(plan, open_page):
    plan.reader()
    page = open_page("enforcement")
    for kind in ("行政执法三项制度情况", "双随机抽查情况", "抽查事项计划", "投诉举报办理表"):
        assert f"还没有收到{kind}" in page.text


def test_inspections_over_time_stand_against_the_share_of_the_year(plan, open_page):
    for day, completed in (("2021-05-31", 2), ("2021-06-30", 5)):
        plan.add("random_inspection", planned=10, completed=completed, reported_on=day)
    rows = plan.ask("pages/enforcement_inspections_history", units=["甲单位"])
    assert [row["share"] for row in rows] == [0.2, 0.5]
    _, line, required = inspections_history(rows).data
    assert list(line.y) == [0.2, None, 0.5]
    assert list(required.y) == [151 / 365, 181 / 365]
    plan.reader()
    assert "抽查完成率走势" in open_page("enforcement").text
