"""Sheets laid out as clerks like them: whose and of when they are, and what stands across."""

from __future__ import annotations

import datetime as dt

from tests.intake.sheets import UNITS, codes, grid, only, read, rows


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


def test_labels_that_come_again_begin_another_record() -> None:
    table = only(
        read(
            grid("""
|市图书馆督导反馈问题整改明细|<|
|2021-06-13|<|
|存在问题:|服务清单未更新|
|整改措施:|6月10日前更新|
|责任人:|李红霞|
|存在问题:|签到表缺失|
|整改措施:|补充签到表|
|责任人:|赵敏|
""")
        )
    )
    assert rows(table, "issue", "measure", "person") == [
        ("服务清单未更新", "6月10日前更新", "李红霞"),
        ("签到表缺失", "补充签到表", "赵敏"),
    ]


def test_a_form_goes_on_with_labels_that_resemble_headings() -> None:
    for colon in (":", "\uff1a"):
        reading = read(
            grid(
                "|市图书馆行政执法案卷评查表(2021年6月30日)|\n"
                + "".join(
                    f"|{label}{colon}{value}|\n"
                    for label, value in (
                        ("执法种类", "行政处罚"),
                        ("案卷号", "甲1号"),
                        ("案由", "某案"),
                        ("评查日", "2021.6.1"),
                        ("总分", "93"),
                        ("地址", "某路"),
                        ("责任追究落实情况", "批评教育"),
                        ("填表人", "张三"),
                    )
                )
            )
        )
        names = ("case_no", "case_type", "reviewed_on", "total", "accountability")
        assert rows(only(reading), *names) == [
            ("甲1号", "penalty", dt.date(2021, 6, 1), 93, "批评教育")
        ]


def test_who_made_a_check_himself_stands_over_the_form_of_it() -> None:
    table = only(
        read(
            grid("""
|三项制度自查表|<|<|<|<|
|自查单位:|市图书馆||自查时间:|2021年6月15日|
|一、公示制度建立情况|是||二、全过程记录制度建立情况|否|
|三、本年度作出重大执法决定|2件||四、其中:经法制审核|1件|
|五、移送司法机关案件|0件||||
""")
        )
    )
    assert (table.unit, table.reported_on) == ("漯河市图书馆", dt.date(2021, 6, 15))
    assert rows(table, "publicity", "referred_cases") == [(True, 0)]


def test_a_form_that_asks_much_besides_is_still_that_form() -> None:
    table = only(
        read(
            grid("""
|投诉举报受理登记表|<|<|<|
|登记单位:市图书馆||编号:TJ-031||
|投诉举报人|匿名|联系电话||
|被投诉举报单位|星光网吧|地址|人民路|
|受理时间|2021年7月5日|受理人|刘阳|
|投诉举报内容|深夜接纳未成年人上网|<|<|
|办理期限|2021年7月20日|承办人|赵鹏飞|
|办理结果|经查属实|<|<|
|办结时间|2021年7月14日|是否反馈|是|
|领导批示|请依法查处|<|<|
""")
        )
    )
    assert (table.kind, table.unit) == ("complaint", "漯河市图书馆")
    assert rows(table, "received_on", "closed_on") == [(dt.date(2021, 7, 5), dt.date(2021, 7, 14))]
