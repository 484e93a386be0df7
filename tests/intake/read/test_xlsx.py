from __future__ import annotations

import datetime as dt
import re
import time

import openpyxl
import pytest

from dashboard.intake.read.rich_strings import with_runs_apart
from tests.intake.read import books

PERCENT = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>'
    '<numFmt numFmtId="164" formatCode="0.00&quot;%&quot;"/>'
    '<numFmt numFmtId="165" formatCode="0%"/></numFmts><cellStyleXfs>'
    '<xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)


def only_sheet(read, rows: str, after: str = "", **more: str):
    return read(books.xlsx_of(books.sheet_xml(rows, after), **more)).sheets[0]


def test_error_cells_are_blank_and_told(read):
    sheet = only_sheet(
        read,
        '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><v>1</v></c>'
        '<c r="C2" t="e"><f>A2</f><v>#N/A</v></c></row>',
    )
    assert sheet.rows == [[None, None, None], [None, 1, None]]
    assert sheet.errors == {(1, 0): "#REF!", (1, 2): "#N/A"}


def test_a_rare_error_literal_does_not_cost_the_sheet(read):
    sheet = only_sheet(
        read,
        '<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1" t="str"><v>#SPILL!</v></c></row>',
    )
    assert sheet.rows == [[None, "#SPILL!"]]
    assert sheet.errors == {(0, 0): "#SPILL!"}


@pytest.mark.parametrize(
    ("cell", "uncomputed"),
    [
        ('<c r="A1"><f>1+1</f><v></v></c>', True),
        ('<c r="A1"><f>1+1</f><v/></c>', True),
        ('<c r="A1"><f>1+1</f></c>', True),
        ('<c r="A1"><f t="shared" si="0"/></c>', True),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', False),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', False),
    ],
)
def test_a_formula_without_a_value_is_told(read, cell, uncomputed):
    sheet = only_sheet(read, f'<row r="1">{cell}<c r="B1"><v>5</v></c></row>')
    assert ((0, 0) in sheet.uncomputed) is uncomputed


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("410100199001011234", "410100199001011234"),
        ("4.10100199001011012E+17", "410100199001011012"),
        ("4.1010019900101101E+17", "4.1010019900101101E+17"),
        ("999999999999999", None),
        ("0.12345678901234567", None),
    ],
)
def test_digits_that_a_float_loses_are_kept(read, written, digits):
    sheet = only_sheet(read, f'<row r="1"><c r="A1"><v>{written}</v></c></row>')
    assert sheet.long_numbers == ({} if digits is None else {(0, 0): digits})


def test_a_percent_is_what_its_format_shows_not_a_quoted_sign(read):
    cells = "".join(f'<c r="{c}1" s="{s}"><v>0.5</v></c>' for s, c in enumerate("ABCD"))
    sheet = only_sheet(read, f'<row r="1">{cells}</row>', styles=PERCENT)
    assert sheet.percent_cells == {(0, 1), (0, 3)}


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("000", "7", "007"),
        ("000;@", "7", "007"),
        ("&quot;漯文罚〔2021〕&quot;0&quot;号&quot;", "7", "漯文罚〔2021〕7号"),
        (r"\N\o\.000", "7", "No.007"),
        ("000", "1234", "1234"),
        ("000", "7.5", 7.5),
        ("000", "-7", -7),
        ("0&quot;人&quot;", "7", 7),
        (r"\¥0", "7", 7),
        ("0.00", "7", 7),
        ("#,##0", "7", 7),
        ("yyyy&quot;年&quot;", "44356", dt.date(2021, 6, 9)),
    ],
)
def test_a_number_that_its_format_makes_a_name_is_that_name(read, code, number, shown):
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>'
        f'<numFmt numFmtId="164" formatCode="{code}"/></numFmts><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    row = f'<row r="1"><c r="A1" s="1"><v>{number}</v></c><c r="B1"><v>7</v></c></row>'
    assert only_sheet(read, row, styles=styles).rows == [[shown, 7]]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param('<row><c><v>1</v></c><c s="3"><v>2</v></c></row>', id="no references"),
        pytest.param("<row r='1'><c r='A1'><v>1</v></c><c r='B1' s='3'><v>2</v></c></row>", id="'"),
        pytest.param(
            '<row r="1"><c s="0" r="A1"><v>1</v></c><c t="n" s="3" r="B1"><v>2</v></c></row>',
            id="another order",
        ),
    ],
)
def test_cells_are_found_however_the_xml_is_written(read, rows):
    sheet = only_sheet(read, rows, styles=PERCENT)
    assert sheet.rows == [[1, 2]]
    assert sheet.percent_cells == {(0, 1)}


def test_prefixed_elements_are_read(read):
    xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<x:sheetData><x:row r="1" hidden="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c>'
        '<x:c r="B1" s="3"><x:v>0.5</x:v></x:c></x:row><x:row r="2"/></x:sheetData></x:worksheet>'
    )
    sheet = read(books.xlsx_of(xml, styles=PERCENT)).sheets[0]
    assert (sheet.rows, sheet.errors) == ([[None, 0.5]], {(0, 0): "#N/A"})
    assert (sheet.percent_cells, sheet.hidden_rows) == ({(0, 1)}, {0})


def test_a_lying_dimension_hides_no_cell(read):
    xml = books.sheet_xml('<row r="3"><c r="C3"><v>1</v></c></row>').replace(
        "<sheetData>", '<dimension ref="A1:A1"/><sheetData>'
    )
    assert read(books.xlsx_of(xml)).sheets[0].rows == [[None] * 3, [None] * 3, [None, None, 1]]


def test_blank_ends_are_cut_and_merges_with_them(read):
    sheet = only_sheet(
        read,
        '<row r="1"><c r="A1"><v>1</v></c><c r="D1" s="1"/></row>'
        '<row r="9"><c r="A9" s="1"/></row>',
        '<mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="F1:G1"/></mergeCells>',
    )
    assert sheet.rows == [[1]]
    assert sheet.merges == [(0, 0, 0, 0)]


@pytest.mark.parametrize(
    ("lists", "merges"),
    [
        ("", []),
        ("<mergeCells/>", []),
        ('<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>', [(0, 0, 0, 1)]),
        ("<mergeCells><mergeCell ref='A1:A2'></mergeCell></mergeCells>", [(0, 0, 1, 0)]),
        (
            '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
            '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
            [(0, 0, 0, 1)],
        ),
    ],
)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_merges_are_read_however_they_are_written(read, lists, merges, prefix):
    xml = books.sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c></row>',
        lists,
    )
    if prefix:
        xml = re.sub("<(/?)(?=[a-zA-Z])", rf"<\1{prefix}", xml).replace("xmlns=", "xmlns:x=")
    sheet = read(books.xlsx_of(xml)).sheets[0]
    assert sheet.rows == [[1, 2], [3, None]]
    assert sheet.merges == merges


def test_a_million_formatted_blank_rows_cost_little(read):
    blank = "".join(
        f'<row r="{r}" s="1" customFormat="1"><c r="A{r}" s="1"/></row>'
        for r in range(2, 1_048_577)
    )
    data = books.xlsx_of(books.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>' + blank))
    start = time.process_time()
    assert read(data).sheets[0].rows == [[1]]
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("far", "last"),
    [
        (("A1", "XFD1048576"), "XFD1048576"),
        (("XFD1", "A1048576"), "XFD1048576"),
        (("A1", "A4294967295"), "A4294967295"),
        (("A1", "ZZZZZZ1"), "ZZZZZZ1"),
    ],
)
def test_two_far_cells_are_refused_before_the_reader_sees_them(refusal, far, last):
    rows = "".join(f'<row><c r="{cell}"><v>1</v></c></row>' for cell in far)
    problem = refusal(books.xlsx_of(books.sheet_xml(rows)))
    assert (problem.code, problem.details) == ("cell_span", {"last": last})


def test_a_long_table_is_not_far(read):
    rows = "".join(f'<row r="{r}"><c r="B{r}"><v>{r}</v></c></row>' for r in (1, 120_000))
    sheet = only_sheet(read, rows)
    assert (len(sheet.rows), sheet.rows[-1]) == (120_000, [None, 120_000])


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<r><rPr><strike/></rPr><t>5</t></r><r><t>6</t></r>", "5\xa06"),
        ("<r><t>5</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r>", "5\xa02"),
        ("<x:r><x:t>5</x:t></x:r><x:r><x:rPr><x:strike/></x:rPr><x:t>2</x:t></x:r>", "5\xa02"),
        ("<r><t>5</t></r><r><rPr><b/></rPr><t>6</t></r>", "56"),
        ('<r><rPr><strike val="0"/></rPr><t>5</t></r><r><t>6</t></r>', "56"),
        ("<r><t>100m</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r>", "100m2"),
    ],
)
def test_a_struck_out_or_raised_digit_is_no_part_of_the_number_beside_it(read, runs, text):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = f'<sst xmlns="{main}" xmlns:x="{main}"><si><t>甲</t></si><si>{runs}</si></sst>'
    sheet = only_sheet(read, '<row r="1"><c r="A1" t="s"><v>1</v></c></row>', strings=strings)
    assert sheet.rows == [[text]]


def test_a_struck_out_text_without_an_end_costs_no_time():
    start = time.process_time()
    for opening in (b"<si>", b"<si><r><rPr><strike/>"):
        strings = b"<sst>" + opening * 100_000
        assert with_runs_apart(strings + b"<strike/>") == strings + b"<strike/>"
    assert time.process_time() - start < 2


def test_a_lying_count_of_shared_strings_is_not_believed(read):
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'count="4294967295" uniqueCount="4294967295"><si><t>甲</t></si></sst>'
    )
    sheet = only_sheet(read, '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings)
    assert sheet.rows == [["甲"]]


def test_what_calamine_refuses_openpyxl_may_read(read, monkeypatch):
    from dashboard.errors import Refused
    from dashboard.intake.read import calamine

    def refuses(_buffer):
        raise Refused("damaged", detail="…")

    monkeypatch.setattr(calamine, "opened", refuses)
    first, second = read(books.xlsx()).sheets
    assert first.rows == books.TABLE
    assert (first.merges, first.percent_cells) == ([(0, 0, 0, 3)], {(3, 2)})
    assert (first.hidden_rows, second.hidden) == ({4}, True)


def test_a_workbook_of_charts_alone_is_refused(refusal):
    book = openpyxl.Workbook()
    book.create_chartsheet("图")
    book.remove(book.active)
    assert refusal(books.saved(book)).code == "macro_only"


def test_macros_do_not_keep_a_workbook_out(read):
    types = '<Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>'
    data = books.xlsx_of(
        books.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'),
        **{"[Content_Types].xml": f"<Types>{types}</Types>", "xl/vbaProject.bin": b"\0" * 9},
    )
    assert read(data).format == "xlsm"


@pytest.mark.parametrize("written", ["NaN", "INF", "-INF", "1e999"])
def test_a_number_that_is_none_is_an_error_cell(read, written):
    sheet = only_sheet(read, f'<row r="1"><c r="A1"><v>{written}</v></c></row>')
    assert (sheet.rows, sheet.errors) == ([[None]], {(0, 0): "#NUM!"})


DATE = (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>'
    '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)


@pytest.mark.parametrize("epoch", ["", '<workbookPr date1904="1"/>'])
@pytest.mark.parametrize("written", ["NaN", "-nan", "INF", "1e999"])
def test_what_is_no_number_is_no_date_either(read, written, epoch):
    sheet = books.sheet_xml(f'<row r="1"><c r="A1" s="1"><v>{written}</v></c></row>')
    data = books.xlsx_of(sheet, before_sheets=epoch, styles=DATE)
    sheet = read(data).sheets[0]
    assert (sheet.rows, sheet.errors) == ([[None]], {(0, 0): "#NUM!"})


@pytest.mark.parametrize(
    ("serial", "value"),
    [
        ("-1", dt.time()),
        ("-0.5", dt.time(12)),
        ("0", dt.time()),
        ("1", dt.date(1900, 1, 1)),
        ("2958465", dt.date(9999, 12, 31)),
        ("2958466", 2958466),
        ("20210609", 20210609),
        ("13939512345", 13939512345),
    ],
)
def test_a_number_outside_of_the_calendar_becomes_no_date(read, serial, value):
    sheet = only_sheet(read, f'<row r="1"><c r="A1" s="1"><v>{serial}</v></c></row>', styles=DATE)
    assert (sheet.rows, sheet.errors) == ([[value]], {})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "", '<sheetData><row r="2"><c r="A2"><v>2</v></c></row></sheetData>', id="two"
        ),
        pytest.param("<sheetData/>", "", id="the first one blank"),
        pytest.param(
            "",
            '</worksheet><worksheet><sheetData><row r="2"><c r="A2"><v>2</v></c></row></sheetData>',
            id="two documents",
        ),
    ],
)
def test_cells_in_a_second_place_of_the_sheet_are_not_lost_in_silence(refusal, before, after):
    xml = books.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>', after)
    problem = refusal(books.xlsx_of(xml.replace("<sheetData>", f"{before}<sheetData>", 1)))
    assert problem.code == "damaged"


@pytest.mark.parametrize(
    "after", ["<sheetData/>", '<!-- <sheetData><row r="2"/></sheetData> -->', "<sheetDatum/>"]
)
def test_a_second_place_without_cells_does_no_harm(read, after):
    assert only_sheet(read, '<row r="1"><c r="A1"><v>1</v></c></row>', after).rows == [[1]]


def test_a_cell_above_the_first_row_is_damage(refusal):
    rows = '<row r="1"><c r="A1"><v>5</v></c><c r="B0" t="e"><v>#REF!</v></c></row>'
    assert refusal(books.xlsx_of(books.sheet_xml(rows))).code == "damaged"


@pytest.mark.parametrize("number", ["abc", "9" * 6000, "-1"])
def test_a_row_with_no_number_for_its_number_is_counted(read, number):
    rows = f"<row r='{number}'><c r='A1'><v>5</v></c></row>"
    assert only_sheet(read, rows).rows[0] == [5]
