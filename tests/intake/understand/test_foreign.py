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
}

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


def test_a_title_makes_up_for_everyday_headings() -> None:
    drawing = "|编号|类型|总分|\n|漯罚001|行政处罚|90|\n|漯罚002|行政许可|95|"
    assert read(grid(drawing)).status == "refused"
    assert only(read(grid(f"|案卷评查表|<|<|\n{drawing}"))).kind == "case_review"
    assert only(read(grid(drawing, name="案卷评查表"))).kind == "case_review"
