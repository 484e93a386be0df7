from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import PurePath
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table

from dashboard.annotate import annotate, annotated
from dashboard.annotate.package import MAIN
from dashboard.errors import Refused
from dashboard.intake.model import Context, Problem, UnitName
from dashboard.intake.read import read_bytes
from dashboard.intake.understand import understand

PROBLEMS = [
    Problem("error", "not_a_date", "“不详”不是日期。", "台账", "B3"),
    Problem("warning", "far_date", "日期太早。", "台账", "B3"),
    Problem("warning", "unknown_unit", "=没有这个单位", "台账", "A5"),
    Problem("warning", "no_date", "没有填报日期。", "台账", None),
    Problem("error", "odd", "别处的问题。", "没有的表", "A1"),
]


@pytest.fixture
def source(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "台账"
    for row in (["台账"], ["单位", "日期"], ["甲", "不详"], ["乙", dt.date(2021, 6, 1)]):
        sheet.append(row)
    sheet["A1"].font = Font(bold=True, size=20)
    sheet["B3"].comment = Comment("原来的批注", "张三")
    sheet.merge_cells("A4:A6")
    sheet.column_dimensions["A"].width = 33
    book.save(tmp_path / "源.xlsx")
    return tmp_path / "源.xlsx"


def changed(source, target, part, old, new):
    """A copy of a workbook with those bytes of a part replaced."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            assert name != part or old in content
            after.writestr(name, content.replace(old, new) if name == part else content)


def test_the_workbook_keeps_its_look_and_its_faults_are_marked(source, tmp_path):
    path = annotate(source, "台账/报表.xlsx", PROBLEMS, tmp_path / "out")
    assert path == tmp_path / "out" / "报表(标注).xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["台账"]
    assert (sheet["A1"].font.size, sheet.column_dimensions["A"].width) == (20, 33)
    assert sheet["B3"].value == "不详"
    assert sheet["B3"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["B3"].comment.text == "原来的批注\n错误:“不详”不是日期。\n提醒:日期太早。"
    assert sheet["B4"].fill.fgColor.rgb == "00000000"


def test_a_fault_inside_a_merged_cell_is_marked_at_its_first_cell(source, tmp_path):
    book = openpyxl.load_workbook(annotate(source, "a.xlsx", PROBLEMS, tmp_path / "out"))
    assert book["台账"]["A4"].comment.text == "提醒:=没有这个单位"
    assert book["台账"]["A4"].fill.fgColor.rgb == "FFFFEB9C"


def test_a_first_sheet_lists_the_problems_with_links(source, tmp_path):
    book = openpyxl.load_workbook(annotate(source, "a.xlsx", PROBLEMS, tmp_path / "out"))
    listed = book.worksheets[0]
    assert listed.title == "问题清单"
    rows = [[cell.value for cell in row] for row in listed.iter_rows(min_row=3)]
    assert rows[0] == [1, "错误", "台账", "B3", "“不详”不是日期。"]
    assert len(rows) == 5
    assert listed["D3"].hyperlink.location == "'台账'!B3"
    assert listed["D6"].hyperlink is None and listed["D7"].hyperlink is None
    assert all(cell.data_type != "f" for row in listed.iter_rows() for cell in row)


def test_of_other_formats_the_content_comes_as_xlsx(tmp_path):
    source = tmp_path / "源"
    source.write_bytes("单位,日期\n甲,不详\n=1+1,2021-06-01\n".encode("gb18030"))
    problems = [Problem("error", "not_a_date", "“不详”不是日期。", None, "B2")]
    sheets = openpyxl.load_workbook(annotate(source, "台账.csv", problems, tmp_path / "out"))
    content = sheets.worksheets[1]
    assert [cell.value for cell in content[1]] == ["单位", "日期"]
    assert (content["A3"].value, content["A3"].data_type) == ("=1+1", "s")


def test_the_list_prints_on_pages_as_wide_as_it_is(source, tmp_path):
    listed = openpyxl.load_workbook(annotate(source, "a.xlsx", PROBLEMS, tmp_path / "out"))
    page = listed.worksheets[0]
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage


def test_columns_of_a_copy_are_as_wide_as_what_is_in_them(tmp_path):
    source = tmp_path / "源"
    source.write_bytes(
        "全市文化市场综合行政执法案卷评查情况一览表,\n单位,存在问题\n甲,送达回证不全\n".encode()
    )
    copied = openpyxl.load_workbook(annotate(source, "a.csv", [], tmp_path / "out"))
    widths = copied.worksheets[1].column_dimensions
    assert (widths["A"].width, widths["B"].width) == (9, 14)


def test_two_files_of_one_name_get_two(source, tmp_path):
    names = [annotate(source, "a.xlsx", PROBLEMS, tmp_path / "out").name for _ in range(2)]
    assert names == ["a(标注).xlsx", "a(标注2).xlsx"]


def test_what_can_not_be_read_is_refused(tmp_path):
    source = tmp_path / "坏"
    source.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(Refused):
        annotate(source, "坏.xlsx", PROBLEMS, tmp_path / "out")


def test_pages_get_bytes(source, tmp_path):
    problems = [
        {"severity": "error", "code": "x", "message": "错", "sheet": "台账", "cell": "B3"},
    ]
    (tmp_path / "back.xlsx").write_bytes(annotated(source, "a.xlsx", problems))
    book = openpyxl.load_workbook(tmp_path / "back.xlsx")
    assert "错误:错" in book["台账"]["B3"].comment.text


@pytest.mark.parametrize(
    "name", ["[单位]*?.csv", "c\nd\x01.csv", "长" * 80 + ".csv", "'.csv", ".csv"]
)
def test_a_file_of_any_name_is_marked(tmp_path, name):
    source = tmp_path / "源"
    source.write_bytes("单位,日期\n甲,不\x01详\n".encode())
    sheet = PurePath(name).stem
    problems = [Problem("error", "not_a_date", "“不\x01详”不是日期。", sheet, "B2")]
    book = openpyxl.load_workbook(annotate(source, name, problems, tmp_path / "out"))
    assert book.worksheets[1]["B2"].comment.text == "错误:“不详”不是日期。"
    assert book.worksheets[0]["D3"].hyperlink.location == f"'{book.sheetnames[1]}'!B2"
    assert len(book.sheetnames[1]) <= 31


def test_a_merge_of_all_cells_is_no_reason_to_run_out_of_memory(source, tmp_path):
    whole = tmp_path / "whole.xlsx"
    changed(source, whole, "xl/worksheets/sheet1.xml", b"A4:A6", b"A4:XFD1048576")
    made = annotate(whole, "a.xlsx", PROBLEMS, tmp_path / "out")
    with zipfile.ZipFile(made) as parts:
        assert b'ref="A4:XFD1048576"' in parts.read("xl/worksheets/sheet1.xml")
        said = parts.read("xl/comments/comment1.xml").decode()
    assert 'ref="A4"' in said and "=没有这个单位" in said


def test_what_is_not_marked_stays_to_the_byte(source, tmp_path):
    with zipfile.ZipFile(source, "a") as book:
        book.writestr("xl/drawings/drawing9.xml", "<xdr:wsDr><xdr:sp macro=''/></xdr:wsDr>")
        book.writestr("xl/cellimages.xml", "<etc:cellImages/>")
    made = annotate(source, "a.xlsx", PROBLEMS, tmp_path / "out")
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(made) as after:
        old = {name: before.read(name) for name in before.namelist()}
        new = {name: after.read(name) for name in after.namelist()}
    assert old.keys() <= new.keys()
    assert {name for name in old if old[name] != new[name]} == {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    }
    assert new.keys() - old.keys() == {"xl/worksheets/sheet2.xml"}


def test_names_of_ranges_stay_with_their_sheets_and_only_the_list_is_selected(tmp_path):
    book = openpyxl.Workbook()
    for title in ("一", "二"):
        sheet = book.create_sheet(title)
        sheet["C3"] = "不详"
        sheet.print_title_rows = "3:3"
        sheet.sheet_view.tabSelected = True
    book.active = 2
    book.save(tmp_path / "两表.xlsx")
    problems = [Problem("error", "not_a_date", "不是日期。", "二", "C3")]
    made = annotate(tmp_path / "两表.xlsx", "a.xlsx", problems, tmp_path / "out")
    back = openpyxl.load_workbook(made)
    assert back.sheetnames == ["问题清单", "Sheet", "一", "二"]
    assert back.active.title == "问题清单"
    assert [sheet.sheet_view.tabSelected for sheet in back.worksheets] == [True, None, None, None]
    assert [back[one].print_title_rows for one in back.sheetnames] == [None, None, "$3:$3", "$3:$3"]


def test_cells_and_rows_that_are_not_there_are_put_in_their_place(source, tmp_path):
    places = ("A9", "C3", "AA3", "A3", "B1", "B2")
    problems = [Problem("error", "odd", place, "台账", place) for place in places]
    made = annotate(source, "a.xlsx", problems, tmp_path / "out")
    with zipfile.ZipFile(made) as parts:
        root = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    rows = root.findall(f".//{{{MAIN}}}row")
    assert [row.get("r") for row in rows] == ["1", "2", "3", "4", "5", "6", "9"]
    assert [cell.get("r") for cell in rows[2]] == ["A3", "B3", "C3", "AA3"]
    sheet = openpyxl.load_workbook(made)["台账"]
    assert {place: sheet[place].comment.text for place in places} == {
        place: f"错误:{place}" for place in places
    }
    assert sheet["B1"].fill.fgColor.rgb == "FFFFC7CE"


def test_a_sheet_without_comments_gets_boxes_before_its_tables(tmp_path):
    book = openpyxl.Workbook()
    for row in (["单位", "日期"], ["甲", "不详"]):
        book.active.append(row)
    book.active.add_table(Table(displayName="表", ref="A1:B2"))
    book.save(tmp_path / "表.xlsx")
    problems = [Problem("error", "not_a_date", "不是日期。", "Sheet", "B2")]
    made = annotate(tmp_path / "表.xlsx", "a.xlsx", problems, tmp_path / "out")
    with zipfile.ZipFile(made) as parts:
        root = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
        drawing = ElementTree.fromstring(parts.read("xl/drawings/vmlDrawing1.vml"))
    order = [one.tag.rpartition("}")[2] for one in root]
    assert order.index("legacyDrawing") < order.index("tableParts")
    assert len(drawing.findall("{urn:schemas-microsoft-com:vml}shape")) == 1
    sheet = openpyxl.load_workbook(made)["Sheet"]
    assert (sheet["B2"].comment.text, list(sheet.tables)) == ("错误:不是日期。", ["表"])


def test_parts_are_found_whatever_their_case(source, tmp_path):
    odd = tmp_path / "odd.xlsx"
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(odd, "w") as after:
        for name in before.namelist():
            after.writestr(name.replace("sheet1.xml.rels", "SHEET1.xml.rels"), before.read(name))
    made = annotate(odd, "a.xlsx", PROBLEMS, tmp_path / "out")
    with zipfile.ZipFile(made) as parts:
        names = [name.lower() for name in parts.namelist()]
        said = parts.read("xl/comments/comment1.xml").decode()
    assert len(names) == len(set(names))
    assert "原来的批注" in said and "“不详”不是日期。" in said


@pytest.mark.parametrize("saved_again", [False, True], ids=["as it is", "saved by another program"])
def test_a_workbook_that_comes_back_loses_its_old_marks(source, tmp_path, saved_again):
    marked = annotate(source, "a.xlsx", PROBLEMS, tmp_path / "out")
    if saved_again:
        openpyxl.load_workbook(marked).save(marked)
    left = [Problem("error", "odd", "还有一处。", "台账", "A3")]
    book = openpyxl.load_workbook(annotate(marked, "a.xlsx", left, tmp_path / "out"))
    sheet = book["台账"]
    assert book.sheetnames == ["问题清单", "台账"]
    assert book.worksheets[0]["E3"].value == "还有一处。"
    assert sheet["A3"].comment.text == "错误:还有一处。"
    assert sheet["B3"].comment.text == "原来的批注"
    assert sheet["A4"].comment is None
    assert sheet["A3"].fill.fgColor.rgb == "FFFFC7CE"
    assert sheet["B3"].fill.fill_type is None and sheet["A4"].fill.fill_type is None


def test_a_workbook_comes_back_to_intake_as_if_it_had_no_list(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "台账"
    for row in (
        ["投诉举报办理台账"],
        ["填报单位:市图书馆"],
        ["填报日期:2021年7月9日"],
        ["事项", "受理日期", "办结日期"],
        ["消防通道被占", dt.date(2021, 6, 1), "不详日"],
    ):
        book.active.append(row)
    book.save(tmp_path / "台账.xlsx")
    problems = [Problem("error", "not_a_date", "例如“填报单位:市文化馆”。", "台账", "C5")]
    made = annotate(tmp_path / "台账.xlsx", "台账.xlsx", problems, tmp_path / "out")
    corrected = openpyxl.load_workbook(made)
    corrected["台账"]["C5"] = dt.date(2021, 6, 9)
    corrected.save(made)
    context = Context(units=(UnitName("市图书馆"), UnitName("市文化馆")))
    reading = understand(read_bytes(made, name="台账.xlsx"), "台账.xlsx", context)
    assert [one.code for one in reading.problems if one.severity == "error"] == []
    (table,) = reading.tables
    assert table.data["unit"] == ["市图书馆"]
    assert [(one.sheet, one.total, one.note) for one in reading.counts] == [
        ("台账", 9, 0),
        ("问题清单", 11, 11),
    ]


def test_macros_are_taken_out_and_that_is_said(source, tmp_path):
    macros = tmp_path / "宏.xlsm"
    kept = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    given = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    changed(source, macros, "[Content_Types].xml", kept.encode(), given.encode())
    with zipfile.ZipFile(macros, "a") as book:
        book.writestr("xl/vbaProject.bin", b"macros")
    made = annotate(macros, "宏.xlsm", PROBLEMS, tmp_path / "out")
    with zipfile.ZipFile(made) as parts:
        assert "xl/vbaProject.bin" not in parts.namelist()
        assert kept.encode() in parts.read("[Content_Types].xml")
    title = openpyxl.load_workbook(made).worksheets[0]["A1"].value
    assert (
        title
        == "问题清单：共 5 处，请逐一改正后重新报送。（本件没有带上原件的宏，请在原件上改正。）"
    )


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b'<row r="3"', b"<row"),
        ("xl/worksheets/sheet1.xml", b"</sheetData>", b"</sheetDatum>"),
        ("xl/styles.xml", b"<cellXfs", b"<cellXfz"),
        ("xl/workbook.xml", MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    ],
    ids=["rows without numbers", "damaged", "no formats", "another standard"],
)
def test_a_workbook_built_in_another_way_is_marked_as_a_copy(source, tmp_path, part, old, new):
    strange = tmp_path / "strange.xlsx"
    changed(source, strange, part, old, new)
    try:
        made = annotate(strange, "a.xlsx", PROBLEMS, tmp_path / "out")
    except Refused:  # no reader can make anything of it
        return
    sheet = openpyxl.load_workbook(made).worksheets[1]
    assert "“不详”不是日期。" in sheet["B3"].comment.text


def test_a_sheet_named_by_an_identity_number_is_marked_and_listed_without_it(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "11010119900307451" + "4"
    book.active["A1"] = "甲"
    book.save(tmp_path / "源.xlsx")
    problems = [Problem("error", "odd", "错。", "110*************14", "A1")]
    made = openpyxl.load_workbook(annotate(tmp_path / "源.xlsx", "a", problems, tmp_path / "out"))
    assert made.worksheets[1]["A1"].comment.text == "错误:错。"
    assert made.worksheets[0]["C3"].value == "110*************14"
