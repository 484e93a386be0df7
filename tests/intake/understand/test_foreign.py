"""Sheets of other topics, in words that any office uses: none of them comes in as a unit's."""

from __future__ import annotations

import pytest

from tests.intake.sheets import codes, grid, only, read

FOREIGN = {
    "a pivot of numbers": """
    |String|Total|.|Number|Total|
    |Text|6|.|1.5|6|
    |Grand Total|6|.|Grand Total|6|
    """,
    "a schema in English": """
    |ID|TOTAL|MAIN|SUB|
    |A1|ALL|Table|Key|
    |A2|ALL|Table|Index|
    |A3|SOME|View|Key|
    """,
    "readings in English": """
    |label|value|notes|
    |celsius|22|measured|
    |fahrenheit|72|converted|
    |kelvin|||
    |rankine|N/A|derived|
    """,
    "defects of a program": """
    |ID|Issue|Severity|Status|Found on|Owner|
    |1|Crash|High|Open|d:2021-06-01|Tom|
    |2|Hang|Low|Open|d:2021-06-02|Ann|
    """,
    "fittings of a kitchen": """
    |橱柜五金清单|<|<|<|<|<|<|
    |序号|五金名称|编号|规格|数量|单位|备注|
    |1|阻尼铰链|WJJL373||8|个||
    |2|拉手|WJLS126||10|个||
    |功能五金|<|<|<|<|<|<|
    |序号|类型|编号|台面系列|数量|单位|备注|
    |1|水槽|SC1|石英石|1|个||
    """,
    "dishes": """
    |编号|菜名|类型|单价|数量|总分|
    |C1|烩面|主食|12|1|90|
    |C2|面筋|凉菜|9|2|88|
    """,
    "fixed assets": """
    |固定资产登记表|<|<|<|<|<|<|<|
    |资产编号|资产名称|类型|数量|单位|金额|购置日期|存放地点|
    |ZC-001|电脑|电子设备|1|台|4999|d:2021-06-01|301|
    |ZC-002|电脑|电子设备|1|台|4999|d:2021-06-02|302|
    """,
    "expenses": """
    |报销明细|<|<|<|<|<|
    |日期|项目|金额|经办人|审核|备注|
    |d:2021-06-01|差旅费|300.5|张伟|||
    |d:2021-06-02|差旅费|120|李娜|||
    """,
    "parcels": """
    |单号|日期|类型|数量|单位|
    |SF001|d:2021-06-01|文件|1|件|
    |SF002|d:2021-06-02|文件|1|件|
    """,
    "relics": """
    |文物藏品登记表|<|<|<|<|<|<|<|
    |编号|名称|年代|级别|数量|单位|来源|入藏日期|
    |W1|青铜鼎|商|一级|1|件|出土|d:2021-06-01|
    |W2|陶罐|汉|三级|1|件|征集|d:2021-06-02|
    """,
    "licences of guides": """
    |证号|姓名|类型|发证日期|领取人|
    |D1|张伟|中文|d:2021-06-01|张伟|
    |D2|李娜|英文|d:2021-06-01|李娜|
    """,
    "projects": """
    |项目名称|总投资|开工时间|完工时间|责任单位|责任人|进展情况|存在问题|
    |公路|5000|d:2021-03-01|d:2021-12-01|市文化馆|张伟|正常|资金|
    |场馆|3000|d:2021-03-01|d:2021-12-01|市博物馆|李娜|正常|无|
    """,
    "what the city hall wants": """
    |督办事项|责任单位|责任人|办结时限|进展情况|是否办结|
    |创文攻坚|市图书馆|张伟|d:2021-07-01|正在推进|否|
    """,
    "permits": """
    |序号|申请单位|许可事项|受理日期|承诺办结日期|办结日期|证号|
    |1|某旅行社|旅行社设立|2021-07-05|2021-07-25|2021-07-15|L-001|
    |2|某公司|营业性演出|2021-07-12|2021-07-19|2021-07-14|P-088|
    """,
    "purchases": """
    |项目名称|预算(万元)|采购方式|开始时间|完成时间|完成进度|负责人|
    |舞台灯光改造|120|公开招标|2021-06-01|2021-09-30|60%|周杰|
    |座椅维修|18|询价|2021-07-01|2021-08-15|100%|何丽|
    """,
    "hazards": """
    |序号|排查时间|隐患部位|隐患描述|整改措施|整改时限|责任人|是否整改|
    |1|2021-07-02|游泳馆|配电箱未上锁|上锁|2021-07-05|许峰|是|
    |2|2021-07-09|看台|护栏松动|加固|2021-07-30|孟佳|否|
    """,
    "incoming mail": """
    |序号|来文单位|文件名称|文号|收文日期|份数|承办科室|办理情况|
    |1|市政府办|关于防汛的通知|漯政办〔2021〕18号|2021-06-03|2|办公室|已办结|
    |2|省厅|关于整治的通知|豫文旅〔2021〕33号|2021-06-09|1|艺术科|正在办理|
    """,
    "confiscated goods": """
    |序号|案件编号|物品名称|数量|单位|存放地点|处理方式|处理日期|
    |1|漯罚〔2021〕12号|盗版图书|120|册|支队库房|销毁|2021-07-20|
    |2|漯罚〔2021〕15号|电脑主机|3|台|支队库房|待处理||
    """,
    "cases and no review": """
    |序号|案件编号|当事人|案由|立案日期|结案日期|处罚结果|承办人|
    |1|漯文综立〔2021〕44号|某网吧|接纳未成年人|2021-07-10|2021-08-15|罚款|张三|
    |2|漯文综立〔2021〕51号|某书店|销售盗版|2021-08-02||办理中|李四|
    """,
    "how many tasks are done": """
    |市图书馆任务完成情况统计(2021年7月9日)|<|<|<|
    |重点任务|任务数|完成数|完成率|
    |依法履职|3|2|67%|
    |制度体系|3|1|33%|
    """,
    "a report in two cells": """
    |工作情况|今年以来,检查120户次,已完成65户次;联合检查6次。|
    |存在问题|部门间信息共享不够。|
    """,
}

OTHER_TITLES = {
    "信访登记表": "|来访日期|反映事项|承办部门|办结日期|\n|d:2021-06-01|噪音|办公室|d:2021-06-05|",
    "收文登记簿": "|收文日期|文号|文件标题|办理情况|\n|d:2021-06-01|漯办〔2021〕1号|通知|已办结|",
    "党建重点任务清单": "|重点任务|具体措施|责任人|完成时限|\n|学习|集中学习|张伟|d:2021-06-30|",
    "巡察反馈问题整改台账": "|存在问题|整改措施|整改时限|整改状态|\n|甲|乙|d:2021-06-30|已整改|",
    "安全生产检查台账": "|检查日期|存在问题|整改措施|整改期限|\n|d:2021-06-01|甲|乙|d:2021-06-30|",
    "科研成果登记表": "|级别|题目|刊物名称|发表时间|\n|省级|古籍修复|图书馆杂志|d:2021-06-01|",
    "行政执法人员培训签到册": "|姓名|单位|执法证号|\n|张伟|市图书馆|1611|",
    "重点项目进展表": "|项目|措施|责任单位|完成时限|进度|\n|甲|乙|市图书馆|d:2021-06-30|50%|",
}
"""Titles of other registers, each with headings that a kind has."""

OWN_TITLES = {
    "信访投诉举报办理台账": ("complaint", OTHER_TITLES["信访登记表"]),
    "党建引领法治政府建设任务台账": ("task_progress", OTHER_TITLES["党建重点任务清单"]),
    "督导发现安全生产领域问题整改台账": ("finding", OTHER_TITLES["巡察反馈问题整改台账"]),
    "任务分解台账 填报单位:信访科": ("task_progress", OTHER_TITLES["党建重点任务清单"]),
    "任务分解台账 填报科室:党建办公室": ("task_progress", OTHER_TITLES["党建重点任务清单"]),
}
"""Titles of ours that speak of such things too."""

OWN = {
    "staffing": "|执法人员总数|法制审核人员数|\n|12|2|",
    "publicity": "|单位|标题|媒体|\n|市图书馆|甲|漯河日报|",
    "case_review": "|Case No.|Case Type|Grade|Review Date|\n|漯罚001|行政处罚|优秀|2021-6-1|",
    "random_inspection": "|单位|计划抽查数|完成抽查数|\n|市图书馆|5|若干|",
    "task_progress": "|责任人|完成时间|完成情况|工作内容|\n|张伟|2021-6-1|已完成|整理档案|",
}


@pytest.mark.parametrize("drawing", FOREIGN.values(), ids=FOREIGN)
def test_everyday_headings_make_no_sheet_of_a_kind(drawing: str) -> None:
    reading = read(grid(drawing))
    assert reading.tables == []
    assert codes(reading)[-1] == ("no_known_table", None)
    assert "table_empty" not in [code for code, _ in codes(reading)]


@pytest.mark.parametrize("kind", OWN)
def test_few_headings_of_its_own_make_a_sheet_without_a_title(kind: str) -> None:
    assert only(read(grid(OWN[kind]))).kind == kind


def test_a_title_makes_up_for_a_heading_that_is_missing() -> None:
    drawing = FOREIGN["permits"].strip()
    reading = read(grid(f"|市图书馆投诉举报台账|<|<|<|<|<|<|\n{drawing}"))
    assert only(reading).kind == "complaint"
    assert "column_missing" in [code for code, _ in codes(reading)]


def test_a_title_makes_up_for_everyday_headings() -> None:
    drawing = "|编号|类型|总分|\n|漯罚001|行政处罚|90|\n|漯罚002|行政许可|95|"
    assert read(grid(drawing)).status == "refused"
    assert only(read(grid(f"|案卷评查表|<|<|\n{drawing}"))).kind == "case_review"
    assert only(read(grid(drawing, name="案卷评查表"))).kind == "case_review"


@pytest.mark.parametrize("title", OTHER_TITLES)
def test_the_title_of_another_register_makes_it_no_sheet_of_a_kind(title: str) -> None:
    drawing = OTHER_TITLES[title]
    reading = read(grid(f"|{title}|<|<|\n{drawing}"))
    assert reading.tables == []
    assert "unknown_kind" in dict(codes(reading))
    assert read(grid(drawing, name=title)).tables == []


@pytest.mark.parametrize("title", OWN_TITLES)
def test_a_title_of_ours_may_speak_of_other_things(title: str) -> None:
    kind, drawing = OWN_TITLES[title]
    assert only(read(grid(f"|{title}|<|<|\n{drawing}"))).kind == kind


def test_a_sheet_of_an_office_of_that_name_is_no_register_of_it() -> None:
    drawing = OTHER_TITLES["党建重点任务清单"]
    assert only(read(grid(f"|填报单位:信访科|||\n{drawing}"))).kind == "task_progress"


def test_inspections_that_were_made_are_no_plan_of_them() -> None:
    reading = read(
        grid("""
|市图书馆双随机检查结果台账(2021年9月30日)|<|<|<|<|
|检查对象名称|检查时间|检查事项|检查人员|检查结果|
|星光网吧|2021.7.6|网吧经营|高翔、焦阳|未发现问题|
|追梦网咖|2021.7.7|网吧经营|高翔、焦阳|责令改正|
""")
    )
    assert reading.status == "refused"
    planned = read(
        grid("""
|市图书馆抽查事项计划(2021年6月30日)|<|<|<|<|
|抽查事项|抽查对象|抽查比例|抽查时间|检查结果|
|网吧经营|网吧|10%|9月底|未发现问题|
""")
    )
    assert [table.kind for table in planned.tables] == ["inspection_item"]
