"""Sheets in words that no list had: headings of clerks, and what their cells say."""

from __future__ import annotations

import datetime as dt

from tests.intake.sheets import UNITS, codes, grid, only, read, rows


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


def test_a_document_that_goes_on_in_force_is_in_force() -> None:
    table = only(
        read(
            grid("""
|市图书馆规范性文件清理情况 2021年6月30日|<|<|
|文件名称|发文日期|清理结论|
|读者管理办法|2015-06-01|继续执行|
""")
        )
    )
    assert rows(table, "validity", "cleaned") == [("in_force", True)]


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


def test_a_date_without_a_label_behind_the_unit_is_not_part_of_its_name() -> None:
    reading = read(
        grid("""
|行政执法三项制度情况|<|<|
|填报单位:群众艺术馆 2021年7月2日|<|<|
|公示制度|全过程记录|重大执法决定数|
|是|是|3|
""")
    )
    table = only(reading)
    assert (table.unit, table.reported_on) == ("漯河市文化馆", dt.date(2021, 7, 2))
    assert codes(reading) == []


def test_a_rank_with_business_behind_it_is_a_unit() -> None:
    body = """
|法制审核人员配备情况|<|
|截至2021年6月30日|<|
|执法人员总数|法制审核人员数|
|69|4|
"""
    assert only(read(grid(body), file="支队创建资料汇总(6月).xlsx")).unit == UNITS[3].name


def test_a_unit_without_its_place_before_its_business_is_a_unit() -> None:
    reading = read(
        grid("""
|博物馆投诉办理台账(2021年6月30日)|<|<|
|诉求|受理日期|办结日期|
|停车难|6月1日|6月5日|
""")
    )
    assert only(reading).unit == "漯河市博物馆"


def test_a_sheet_that_goes_on_is_of_the_unit_and_day_of_its_beginning() -> None:
    first = grid(
        """
|群众艺术馆任务分解台账(2021年6月3日)|<|<|<|<|
|任务编号|任务名称|责任人|完成时限|进度|
|4.1.1|甲|高翔|2021-09-30|90%|
|4.1.2|乙|高翔|2021-10-31|55%|
""",
        name="第一页",
    )
    second = grid(
        """
|4.1.3|丙|高翔|2021-11-30|20%|
|4.2.1|丁|苗苗|2021-12-30|10%|
""",
        name="第二页",
    )
    reading = read(first, second)
    assert [(table.unit, table.reported_on) for table in reading.tables] == [
        ("漯河市文化馆", dt.date(2021, 6, 3)),
        ("漯河市文化馆", dt.date(2021, 6, 3)),
    ]
    assert [code for code, _ in codes(reading)] == ["continued_table"]


def test_cases_across_are_named_by_the_row_over_their_scores() -> None:
    for corner in ("评查内容", ""):
        table = only(
            read(
                grid(f"""
|市图书馆案卷评查得分表(2021年6月30日)|<|<|<|
|{corner}|标准分|漯罚〔2021〕8号|漯罚〔2021〕9号|
|合法性得分|50|47|44|
|合理性得分|20|18|17|
|文书规范得分|30|27|25|
|总分|100|92|86|
|等次||优秀|合格|
""")
            )
        )
        found = rows(table, "case_no", "legality", "total", "grade", "reviewer")
        assert found == [
            ("漯罚〔2021〕8号", 47, 92, "excellent", None),
            ("漯罚〔2021〕9号", 44, 86, "pass", None),
        ]


def test_lists_across_with_a_blank_corner_are_the_lists() -> None:
    table = only(
        read(
            grid("""
|市图书馆清单公开情况(6月14日)|<|<|<|
||权责清单|行政执法权责清单|公共服务清单|
|是否公开|是|是|否|
|公开日期|2021年5月20日|2021年6月1日||
|公开网址|http://a.cn/1|http://a.cn/2||
""")
        )
    )
    assert rows(table, "list", "published") == [
        ("powers", True),
        ("enforcement_powers", True),
        ("services", False),
    ]


def test_the_unit_of_measure_beside_a_count_is_no_record() -> None:
    reading = read(
        grid("""
|市图书馆法制审核力量配备情况|<|<|<|
|时间:2021年6月12日|<|<|<|
|项目|数量|单位|说明|
|执法人员总数|22|人|含3名借调|
|法制审核人员数|2|人||
|取得法律职业资格人数|1|人||
""")
    )
    assert rows(only(reading), "enforcement_staff", "legal_reviewers") == [(22, 2)]
    assert codes(reading) == []


def test_who_leads_and_made_a_plan_is_whose_it_is() -> None:
    reading = read(
        grid("""
|2021年度跨部门双随机抽查计划表|<|<|<|
|牵头单位:市执法支队|||制定日期:2021年6月10日|
|抽查事项名称|检查对象|抽查比例(%)|抽查时间|
|网吧经营检查|网吧|5|7月|
""")
    )
    table = only(reading)
    assert (table.unit, table.reported_on) == (UNITS[3].name, dt.date(2021, 6, 10))
    assert rows(table, "due_on") == [(dt.date(2021, 7, 31),)]


def test_the_name_on_a_cover_without_a_label_is_the_units() -> None:
    cover = grid("|群众艺术馆|\n|法治示范创建报送材料|\n|2021年6月5日|", name="封面")
    table = grid(
        """
|标题|媒体|日期|
|法治书屋进乡村|公众号|6月1日|
""",
        name="宣传",
    )
    reading = read(cover, table)
    assert (only(reading).unit, only(reading).reported_on) == ("漯河市文化馆", dt.date(2021, 6, 5))


def test_names_under_the_forms_of_evidence_are_a_row_each() -> None:
    reading = read(
        grid("""
|市图书馆印证资料统计(2021年6月30日)|<|<|<|<|
|任务编号|任务名称|文件|图片|视频|
|4.1.2|权责清单|公共服务清单|上墙照片||
|4.4.1|执法规范化|培训通知|培训照片|培训录像|
""")
    )
    assert rows(only(reading), "task_id", "title", "form") == [
        ("4.1.2", "公共服务清单", "document"),
        ("4.1.2", "上墙照片", "picture"),
        ("4.4.1", "培训通知", "document"),
        ("4.4.1", "培训照片", "picture"),
        ("4.4.1", "培训录像", "video"),
    ]


def test_how_many_there_are_of_each_form_are_no_names() -> None:
    reading = read(
        grid("""
|市图书馆印证资料统计(2021年6月30日)|<|<|<|<|
|任务编号|材料名称|文件|图片|视频|
|4.1.2|公共服务清单|3份|2张||
|4.4.1|培训资料|1份||1个|
""")
    )
    assert rows(only(reading), "title") == [("公共服务清单",), ("培训资料",)]


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


def test_labels_of_other_things_over_a_table_do_not_cut_off_its_title() -> None:
    reading = read(
        grid("""
|市图书馆投诉电话记录表|<|<|
|年份:2021年||填报:2021年6月29日|
|反映问题|要求办结时限|办结时间|
|停车难|6月15日|6月13日|
""")
    )
    table = only(reading)
    assert (table.unit, table.reported_on) == ("漯河市图书馆", dt.date(2021, 6, 29))


def test_counts_in_words_are_a_form_of_counts() -> None:
    table = only(
        read(
            grid("""
|市图书馆法制审核工作基本情况|<|
|填报时间:2021年6月6日|<|
|内容|填报情况|
|本单位行政执法人员总数|25人(均持证)|
|专(兼)职法制审核人员数|2人,其中1人取得法律职业资格|
|取得国家统一法律职业资格人数|1人|
""")
        )
    )
    found = rows(table, "enforcement_staff", "legal_reviewers", "qualified_reviewers")
    assert found == [(25, 2, 1)]


def test_units_across_over_percentages_say_how_far_each_task_is() -> None:
    reading = read(
        grid("""
|局属单位重点任务进度一览表(6月15日)|<|<|
|任务|市图书馆|市文化馆|市博物馆|
|4.1.2 落实权责清单制度|100%|90%|p:0.8|
|4.4.2 提高行政执法效能|60%|50%|/|
""")
    )
    assert rows(only(reading), "task_id", "unit", "progress") == [
        ("4.1.2", UNITS[0].name, 1.0),
        ("4.1.2", UNITS[1].name, 0.9),
        ("4.1.2", UNITS[2].name, 0.8),
        ("4.4.2", UNITS[0].name, 0.6),
        ("4.4.2", UNITS[1].name, 0.5),
    ]


def test_units_across_lists_say_who_published_which() -> None:
    reading = read(
        grid("""
|清单公开情况一览表(2021年6月20日)|<|<|
|清单名称|法规科|市场管理科|
|权责清单|√||
|负面清单||×|
""")
    )
    assert rows(only(reading), "list", "unit", "published") == [
        ("powers", "政策法规科", True),
        ("negative", "市场管理科", False),
    ]
