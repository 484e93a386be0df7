from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.read import books

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    "<office:body><office:spreadsheet>"
)
TAIL = "</office:spreadsheet></office:body></office:document-content>"


def book_of(rows: str) -> bytes:
    content = f'{HEAD}<table:table table:name="表">{rows}</table:table>{TAIL}'
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return books.zipped({"mimetype": mimetype, "content.xml": content})


def cell(inside: str = "", **attributes: str) -> str:
    names = {"repeated": "table:number-columns-repeated", "formula": "table:formula"}
    text = " ".join(
        f'{names.get(key, "office:" + key.replace("_", "-"))}="{value}"'
        for key, value in attributes.items()
    )
    return f"<table:table-cell {text}>{inside}</table:table-cell>"


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (cell(value_type="float", value="12"), 12),
        (cell(value_type="currency", value="1.5"), 1.5),
        (cell(value_type="boolean", boolean_value="false"), False),
        (cell(value_type="date", date_value="2021-07-09T08:30:00"), dt.datetime(2021, 7, 9, 8, 30)),
        (cell(value_type="date", date_value="2021-07-09T00:00:00"), dt.date(2021, 7, 9)),
        (cell(value_type="time", time_value="PT08H30M00S"), dt.time(8, 30)),
        (cell(value_type="time", time_value="PT30H00M00S"), dt.timedelta(hours=30)),
        (cell("<text:p>甲</text:p><text:p>乙</text:p>", value_type="string"), "甲\n乙"),
        (
            cell(
                "<text:p>a<text:s text:c='2'/>b<text:span>c</text:span></text:p>",
                value_type="string",
            ),
            "a  bc",
        ),
        (
            cell("<office:annotation><text:p>批注</text:p></office:annotation><text:p>文</text:p>"),
            "文",
        ),
        (cell("<text:p>未知</text:p>", value_type="date", date_value="?"), "未知"),
    ],
)
def test_a_cell_gives_its_value(read, one, value):
    assert read(book_of(f"<table:table-row>{one}</table:table-row>")).sheets[0].rows == [[value]]


def test_error_cells_are_blank_and_told(read):
    error = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    sheet = read(book_of(f"<table:table-row>{error}</table:table-row>")).sheets[0]
    assert (sheet.rows, sheet.errors) == ([[None]], {(0, 0): "#DIV/0!"})


def test_repeated_cells_and_rows_stand_where_they_are_shown(read):
    row = (
        '<table:table-row table:number-rows-repeated="2">'
        + cell(repeated="2")
        + cell(value_type="percentage", value="0.5", repeated="2")
        + "</table:table-row>"
    )
    sheet = read(book_of(row)).sheets[0]
    assert sheet.rows == [[None, None, 0.5, 0.5]] * 2
    assert sheet.percent_cells == {(0, 2), (0, 3), (1, 2), (1, 3)}


def test_digits_that_a_float_loses_are_kept(read):
    one = cell(value_type="float", value="410100199001011234")
    sheet = read(book_of(f"<table:table-row>{one}</table:table-row>")).sheets[0]
    assert sheet.long_numbers == {(0, 0): "410100199001011234"}


def test_a_value_repeated_a_billion_times_is_refused(refusal):
    one = cell(value_type="float", value="1", repeated="16384")
    row = f'<table:table-row table:number-rows-repeated="1048576">{one}</table:table-row>'
    assert refusal(book_of(row)).code == "cell_span"


def test_a_password_is_named(refusal):
    data = books.zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest:encryption-data/>",
            "content.xml": b"\x01\x02",
        }
    )
    assert refusal(data).code == "encrypted"


def test_a_flat_document_is_read_too(read):
    row = f"<table:table-row>{cell(value_type='float', value='1')}</table:table-row>"
    flat = f'{HEAD}<table:table table:name="表">{row}</table:table>{TAIL}'
    flat = flat.replace("document-content", "document")
    workbook = read(flat.encode())
    assert (workbook.format, workbook.sheets[0].rows) == ("xml", [[1]])


@pytest.mark.parametrize(
    ("kind", "attribute", "written"),
    [
        ("float", "value", "abc"),
        ("float", "value", "9" * 5000),
        ("date", "date_value", "0000-00-00"),
        ("date", "date_value", "9999-12-31T25:00:00"),
        ("time", "time_value", "P1D"),
    ],
)
def test_an_attribute_that_is_not_understood_is_kept_as_text(read, kind, attribute, written):
    one = cell(value_type=kind, **{attribute: written})
    assert read(book_of(f"<table:table-row>{one}</table:table-row>")).sheets[0].rows == [[written]]


def test_a_number_that_is_none_is_an_error_cell(read):
    one = cell(value_type="float", value="NaN")
    sheet = read(book_of(f"<table:table-row>{one}</table:table-row>")).sheets[0]
    assert (sheet.rows, sheet.errors) == ([[None]], {(0, 0): "#NUM!"})
