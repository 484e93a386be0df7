"""印证资料: coverage by task and unit, and the materials behind each cell."""

from __future__ import annotations

import re
from html import unescape

import pytest

ALL = dict.fromkeys(("unit", "area", "task", "form", "provision"))


@pytest.fixture
def evidenced(plan):
    for task in ("4.1.2", "4.4.1"):
        plan.add("task_progress", unit="甲单位", task_id=task)
    for title, form, provision in (
        ("清单", "document", "uploaded"),
        ("照片", "picture", "on_site"),
    ):
        plan.add(
            "evidence",
            unit="甲单位",
            task_id="4.1.2",
            title=title,
            form=form,
            provision=provision,
        )
    return plan


def test_the_matrix_counts_materials_and_leads_to_them(evidenced, open_page):
    evidenced.reader()
    page = open_page("evidence")
    assert "50%" in page.text
    assert "1/2 项单位任务" in page.text
    assert "✓ 2" in page.text
    assert "✗" in page.text
    assert any("unit=%E7%94%B2" in link and "task=4.1.2" in link for link in page.links)


def test_a_cell_shows_its_materials_alone(evidenced, open_page):
    evidenced.add("evidence", unit="乙单位", task_id="4.4.1", title="通报", provision="uploaded")
    evidenced.reader()
    page = open_page("evidence", unit="甲单位", task="4.1.2")
    assert "照片" in page.text
    assert "实地核查时提供" in page.text
    assert "通报" not in page.text


def test_a_task_without_materials_says_so(evidenced, open_page):
    evidenced.reader()
    page = open_page("evidence", unit="甲单位", task="4.4.1")
    assert "还没有为这项任务列出任何资料" in page.text


def test_a_form_alone_can_be_looked_at(evidenced, open_page):
    evidenced.reader()
    page = open_page("evidence", form="picture")
    assert "◐ 1" in page.text  # the picture is on site, the document that is uploaded left out
    assert "照片" in page.text
    assert "清单" not in re.findall(r">([^<>]+)</td>", page.html)
    assert "没有符合所选类型和方式的资料" in open_page("evidence", form="video").text


def test_a_way_of_providing_can_be_looked_at(evidenced, open_page):
    evidenced.reader()
    page = open_page("evidence", provision="on_site")
    cells = re.findall(r">([^<>]+)</td>", page.html)
    assert "照片" in cells
    assert "清单" not in cells


def test_tasks_are_counted_by_form_and_lead_to_that_form(evidenced, open_page):
    evidenced.reader()
    page = open_page("evidence")
    heads = [unescape(one) for one in re.findall(r"<span>([^<]*份)</span>", page.html)]
    assert heads == ["文件\n1 份", "图片\n1 份", "视频\n0 份", "新闻链接\n0 份", "情况简介\n0 份"]
    assert any("form=picture" in one and "task=4.1.2" in one for one in page.links)


def test_the_export_follows_the_order_of_the_plan(evidenced, open_page):
    evidenced.add("evidence", unit="乙单位", task_id="4.1.2", title="甲", provision="statement")
    rows = evidenced.ask("pages/evidence_materials", first=0, size=None, **ALL)
    assert [row["task_id"] for row in rows] == ["4.1.2"] * 3
    assert {row["unit"] for row in rows} == {"甲单位", "乙单位"}


def test_a_long_list_is_asked_page_by_page_and_counted_in_all(evidenced):
    which = ALL | {"unit": "甲单位"}
    first = evidenced.ask("pages/evidence_materials", first=0, size=1, **which)
    second = evidenced.ask("pages/evidence_materials", first=1, size=1, **which)
    assert [row["title"] for row in (*first, *second)] == ["清单", "照片"]
    assert {row["count_all"] for row in (*first, *second)} == {2}


def test_without_ledgers_the_page_says_what_is_needed_first(plan, open_page):
    plan.reader()
    assert "请各单位先报送任务分解台账" in open_page("evidence").text
