"""Sheets in words that no list had: headings of clerks, and what their cells say."""

from __future__ import annotations

import datetime as dt

from tests.intake.sheets import codes, grid, only, read, rows


def test_who_answers_for_a_task_may_be_a_comrade_or_a_leader() -> None:
    for heading in ("负责同志", "责任领导"):
        table = only(
            read(
                grid(f"""
|市图书馆任务分解台账 2021年6月30日|<|<|<|
|任务编号|任务名称|{heading}|状态|
|4.1.2|落实权责清单制度|李红霞|在办|
""")
            )
        )
        assert rows(table, "person", "status") == [("李红霞", "in_progress")]


def test_the_four_lists_of_a_rectification_are_its_columns() -> None:
    table = only(
        read(
            grid("""
|市图书馆督导问题整改对账单(2021年6月30日)|<|<|<|<|
|问题清单|责任清单|措施清单|时限清单|落实清单|
|学法记录不全|马玉|补齐记录|10月底|整改中|
|合同未审核|田野|送审|9月底|完成|
""")
        )
    )
    assert rows(table, "issue", "person", "measure", "due_on", "status") == [
        ("学法记录不全", "马玉", "补齐记录", dt.date(2021, 10, 31), "in_progress"),
        ("合同未审核", "田野", "送审", dt.date(2021, 9, 30), "closed"),
    ]


def test_reviewers_in_post_are_the_reviewers_and_those_due_are_not() -> None:
    table = only(
        read(
            grid("""
|法制审核人员配备达标情况表|<|<|<|<|<|
|截至2021年6月30日|<|<|<|<|<|
|单位|编制数|实有执法人员|应配法制审核人员|实配法制审核人员|缺额|
|市执法支队|75|69|4|3|1|
""")
        )
    )
    assert rows(table, "enforcement_staff", "legal_reviewers") == [(69, 3)]


def test_work_orders_of_the_hotline_are_complaints() -> None:
    table = only(
        read(
            grid("""
|工单编号|工单标题|诉求人|来件时间|派单部门|截止时间|回复时间|
|LH01|演出取消不退票|匿名|2021-06-01 09:12:33|市图书馆|2021-06-11 18:00:00|2021-06-05 16:20:01|
""")
        )
    )
    assert rows(table, "subject", "received_on", "due_on", "closed_on") == [
        ("演出取消不退票", dt.date(2021, 6, 1), dt.date(2021, 6, 11), dt.date(2021, 6, 5))
    ]


def test_tasks_of_inspection_that_are_done_are_the_completed_ones() -> None:
    reading = read(
        grid("""
|市场管理科双随机抽查完成情况(截至6月30日)|<|<|<|
|计划抽查任务数:|6批次|完成抽查任务数:|5批次|
|计划跨部门联合抽查数:|2批次|完成跨部门联合抽查数:|1批次|
""")
    )
    assert rows(only(reading), "planned", "completed", "joint_completed") == [(6, 5, 1)]


def test_evidence_says_how_it_is_given_in_few_words() -> None:
    reading = read(
        grid("""
|市图书馆印证资料清单 2021年6月30日|<|<|<|
|任务编号|材料名称|材料类型|提供方式|
|4.1.2|服务清单|扫描件|已交|
|4.3.2|顾问合同|PDF|待实地评估时提供|
|4.4.3|案卷|文件|无|
""")
    )
    assert rows(only(reading), "form", "provision") == [
        ("document", "uploaded"),
        ("document", "on_site"),
        ("document", "missing"),
    ]
    assert "unknown_choice" not in [code for code, _ in codes(reading)]


def test_a_step_may_be_said_to_be_taken() -> None:
    table = only(
        read(
            grid("""
|市图书馆重大行政决策台账 2021年6月30日|<|<|<|
|决策事项|公众参与|专家论证|合法性审查|
|城市书房建设|履行|未履行|已履行|
""")
        )
    )
    steps = rows(table, "participation", "expert_review", "legality_reviewed")
    assert steps == [("yes", "no", "yes")]


def test_the_second_score_stands_and_not_the_units_own() -> None:
    table = only(
        read(
            grid("""
|市图书馆案卷评查自评复评情况表(2021年6月18日)|<|<|<|
|案卷文号|自评分|复评分|评定等级|
|漯罚〔2021〕41号|96|91|优秀|
""")
        )
    )
    assert rows(table, "total") == [(91,)]


def test_what_was_inspected_so_far_is_no_plan() -> None:
    table = only(
        read(
            grid("""
|双随机抽查完成情况(截至2021年6月30日)|<|<|<|
|抽查主体|全年计划抽查户数|累计抽查户数|完成比例|
|市执法支队|120|98|81.7%|
|市场管理科|30|30|100%|
""")
        )
    )
    assert rows(table, "planned", "completed") == [(120, 98), (30, 30)]


def test_the_last_grade_and_the_whole_of_the_reviewers_stand() -> None:
    cases = only(
        read(
            grid("""
|市图书馆案卷评查台账(2021年6月30日)|<|<|<|<|
|案卷号|初评等次|终评等次|初评得分|终评得分|
|漯罚〔2021〕31号|优秀|合格|95|86|
""")
        )
    )
    assert rows(cases, "grade", "total") == [("pass", 86)]
    staff = only(
        read(
            grid("""
|法制审核人员配备表(2021年6月30日)|<|<|<|<|
|单位|执法人员总数|专职法制审核人员|兼职法制审核人员|法制审核人员合计|
|市执法支队|69|1|3|4|
""")
        )
    )
    assert rows(staff, "legal_reviewers") == [(4,)]
    findings = only(
        read(
            grid("""
|市图书馆督导问题整改台账(2021年6月30日)|<|<|<|
|存在问题|整改时限|初验结果|复验结果|
|台账不规范|7月31日|未整改|已整改|
""")
        )
    )
    assert rows(findings, "status") == [("closed",)]
