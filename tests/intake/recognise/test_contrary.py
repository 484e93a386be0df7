"""Headings that are alike to the letter and mean opposite things."""

import pytest

from dashboard.intake.recognise.across import laid_across
from dashboard.intake.recognise.contrary import says_the_contrary


@pytest.mark.parametrize(
    ("column", "heading", "forbidden"),
    [
        ("due_on", "实际完成时间", True),
        ("due_on", "计划完成时间", False),
        ("closed_on", "计划办结日期", True),
        ("closed_on", "实际办结日期", False),
        ("completed", "实际联合抽查数", True),
        ("joint_completed", "实际联合抽查数", False),
        ("subject", "投诉人", True),
        ("subject", "投诉事项", False),
        ("section", "投诉人", False),
        ("issued_on", "收文日期", True),
        ("cleaned", "办理情况", True),
        ("accountability", "处理方式", True),
        ("reviewer", "评查内容", True),
        ("method", "抽取数量", True),
        ("method", "抽取方式", False),
        ("method", "检查类别", True),
        ("certificate", "身份证号", True),
        ("due_on", "办复时间", True),
        ("person", "验收责任人", True),
        ("checked_by", "验收责任人", False),
        ("finding_no", "问题名称", True),
        ("method", "检查次数", True),
        ("frequency", "年度", True),
        ("frequency", "年度频次", False),
        ("qualified_reviewers", "具有执法资格人数", True),
        ("found_on", "复查日期", True),
        ("method", "抽查批次", True),
        ("frequency", "抽查户数", True),
        ("frequency", "抽查次数", False),
        ("issue", "反馈问题类别", True),
        ("person_name", "执法人员数", True),
        ("person_name", "执法人员姓名", False),
    ],
)
def test_a_word_of_the_heading_may_forbid_a_column(column, heading, forbidden):
    assert says_the_contrary(column, heading) is forbidden


@pytest.mark.parametrize(
    ("texts", "column"),
    [
        (["单位", "权责清单", "公共服务清单"], "list"),
        (["单位", "权责清单", "公开网址"], None),
        (["权责清单", "权责清单"], None),
        (["未启动", "进行中", "已完成"], None),
    ],
)
def test_two_words_of_a_vocabulary_that_names_rows_are_headings_laid_across(texts, column):
    found = laid_across(texts)
    assert (found.column.name if found else None) == column
