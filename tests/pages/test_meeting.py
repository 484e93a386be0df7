"""会议: one thing a slide, the same figures as everywhere else."""

from __future__ import annotations

import re

import pytest


@pytest.fixture
def met(plan):
    plan.add("staffing", unit="甲单位", enforcement_staff=41, legal_reviewers=2)
    plan.add("staffing", unit="乙单位", enforcement_staff=40, legal_reviewers=2)
    plan.add(
        "task_progress",
        unit="甲单位",
        task_id="4.1.2",
        person="张三",
        due_on="2021-06-20",
        progress=0.5,
    )
    plan.add(
        "finding", unit="乙单位", finding_no="1", issue="清单未上墙", found_on="2021-06-01",
        due_on="2021-06-10", status="open",
    )  # fmt: skip
    return plan


def slides(open_page, **choices):
    """The text of every slide in order."""
    first = open_page("meeting", **choices).text
    total = int(re.search(r"共 (\d+) 屏", first)[1])
    return [
        " ".join(open_page("meeting", slide=str(number), **choices).text.split())
        for number in range(1, total + 1)
    ]


def test_the_slides_show_phases_units_reviewers_tasks_evidence_and_findings(met, open_page):
    met.reader()
    said = "\n".join(slides(open_page))
    for words in (
        "创建步骤进度",
        "各单位短板",
        "法制审核人员与 5% 要求",
        "■ 缺 1 人",
        "✓ 达标",
        "逾期任务",
        "■ 11 天",
        "印证资料",
        "清单未上墙",
        "■ 21 天",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        pytest.param("2021-08-15", "17% ✓ 正常", id="18 points behind, which the rule lets pass"),
        pytest.param("2021-09-15", "17% ▲ 滞后 33 个百分点", id="33 points behind"),
    ],
)
def test_a_phase_is_behind_where_the_rule_says_so(met, open_page, as_of, said):
    met.reader()
    text = " ".join(open_page("meeting", as_of=as_of, slide="2").text.split())
    assert f"开展集中督导 06-01 – 12-31 {said}" in text


def test_reviewers_are_shown_as_bars_against_the_line(met, open_page):
    met.reader()
    pages = [open_page("meeting", slide=str(number)) for number in range(1, 9)]
    (html,) = {one.html for one in pages if "法制审核人员与 5% 要求" in one.text}
    assert re.findall(r"left:([\d.]+)%", html) == ["50.0", "50.0"]
    assert "4.88%" in html


def test_the_day_stands_on_every_slide(met, open_page):
    met.reader()
    assert all("统计截止日 2021-07-01" in one for one in slides(open_page))


def test_a_slide_beyond_the_last_is_the_last(met, open_page):
    met.reader()
    text = open_page("meeting", slide="99").text
    number, total = re.search(r"第 (\d+) 屏，共 (\d+) 屏", text).groups()
    assert number == total


def test_a_meeting_without_any_sheets_has_words_for_emptiness(plan, open_page):
    plan.reader()
    said = "\n".join(slides(open_page))
    assert "没有逾期任务" in said
