from __future__ import annotations

import datetime as dt
import time

import pytest

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<style>td {{color: red}}</style></head><body><h2>投诉举报办理台账</h2>
<table><tr><td rowspan="2">单位<br>名称</td><td colspan=2>人数</td></tr>
<tr><td>男</td><td>女</td></tr>
<tr><td>图书馆</td><td>&nbsp;</td><td> 3
 人</td></tr></table>填报人:张三<table><tr><th>注</th></tr></table></body></html>"""


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("utf-8", "gb18030"), ("unicode", "utf-16")],
)
def test_a_page_named_xls_is_read_as_a_spreadsheet_program_shows_it(read, charset, encoding):
    workbook = read(PAGE.format(charset=charset).encode(encoding))
    sheet = workbook.sheets[0]
    assert workbook.format == "html"
    assert sheet.rows == [
        ["投诉举报办理台账", None, None],
        ["单位\n名称", "人数", None],
        [None, "男", "女"],
        ["图书馆", None, "3 人"],
        ["填报人:张三", None, None],
        ["注", None, None],
    ]
    assert sheet.merges == [(1, 0, 2, 0), (1, 1, 1, 2)]


def test_tables_inside_a_layout_table_are_taken(read):
    page = "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"
    assert read(page.encode()).sheets[0].rows == [["a", "b"]]


def test_a_page_of_libreoffice_has_its_sheets_by_their_names(read):
    table = "<table><tr><td>{2}</td></tr></table>"
    heading = '<A NAME="table{0}"><h1>Sheet {0}: <em>{1}</em></h1></A>' + table
    overview = '<p><h1>Overview</h1><A HREF="#table0">七月</A><br></p>'
    page = overview + heading.format(0, "七月", "a") + heading.format(1, "八月", "b")
    sheets = read(f"<html><body>{page}</body></html>".encode()).sheets
    assert [(sheet.name, sheet.rows) for sheet in sheets] == [("七月", [["a"]]), ("八月", [["b"]])]


def test_a_named_anchor_elsewhere_is_text(read):
    page = '<html><a name="table1">见下表</a><table><tr><td>a</td></tr></table></html>'
    assert read(page.encode()).sheets[0].rows == [["见下表"], ["a"]]


def test_a_page_without_a_table_is_refused(refusal):
    assert refusal(b"<html><body><p>404 not found</p></body></html>").code == "no_table"


def test_spans_of_a_billion_are_not_believed(read):
    page = b"<table><tr><td colspan=999999999 rowspan=999999999>a</td></tr></table>"
    assert read(page).sheets[0].rows == [["a"]]


def test_an_xml_spreadsheet_of_2003_is_read(read):
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    data = f"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="{space}" xmlns:ss="{space}"><Styles><Style ss:ID="p">
    <NumberFormat ss:Format="0%"/></Style></Styles><Worksheet ss:Name="表一"><Table>
    <Row ss:Index="2"><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell>
    <Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data></Cell></Row>
    <Row ss:Hidden="1"><Cell ss:Index="3"><Data ss:Type="DateTime">2021-07-09T00:00:00.000</Data>
    </Cell></Row><Row><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
    </Table></Worksheet></Workbook>"""
    workbook = read(data.encode())
    sheet = workbook.sheets[0]
    assert (workbook.format, sheet.name) == ("xml", "表一")
    assert sheet.rows == [
        [None, None, None],
        ["标题", None, 0.5],
        [None, None, dt.date(2021, 7, 9)],
        [None, None, None],
    ]
    assert (sheet.merges, sheet.hidden_rows) == ([(1, 0, 1, 1)], {2})
    assert (sheet.percent_cells, sheet.errors) == ({(1, 2)}, {(3, 0): "#REF!"})


@pytest.mark.parametrize("written", ["abc", "-5", "", "99999999999"])
def test_a_span_of_an_xml_spreadsheet_that_is_none_is_passed_over(read, written):
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    data = f"""<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">
    <Worksheet ss:Name="表"><Table><Row ss:Span="{written}"><Cell ss:MergeAcross="{written}"
    ss:MergeDown="{written}"><Data ss:Type="String">a</Data></Cell><Cell><Data ss:Type="Number"
    >1</Data></Cell></Row></Table></Worksheet></Workbook>"""
    assert read(data.encode()).sheets[0].rows == [["a", 1]]


def test_a_page_of_nothing_but_comments_is_told_at_once(read):
    page = "<!-- a -->" * 600
    began = time.process_time()
    assert read(f"{page}<table><tr><td>a</td></tr></table>".encode()).sheets[0].rows == [["a"]]
    assert time.process_time() - began < 5
