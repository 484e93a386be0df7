from __future__ import annotations

import io
import math
import struct
import time

import pytest
import xlwt

from dashboard.errors import Refused
from dashboard.intake.read.compound import CompoundFile, compound
from tests.intake.read import books


def test_error_cells_are_blank_and_told(read):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.row(1).set_cell_error(0, "#REF!")
    sheet.row(1).set_cell_boolean(1, True)
    found = read(books.saved(book)).sheets[0]
    assert found.rows == [[None, None], [None, True]]
    assert found.errors == {(1, 0): "#REF!"}


@pytest.mark.parametrize(
    ("formula", "uncomputed"),
    [("A1+B1", True), ("SUM(A1:B1)", True), ("ROUND(A1,2)", True), ('"a"&"b"', False)],
)
def test_a_number_formula_stored_as_blank_text_was_never_computed(read, formula, uncomputed):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, 1)
    sheet.write(0, 1, 2)
    sheet.write(0, 2, xlwt.Formula(formula))
    assert ((0, 2) in read(books.saved(book)).sheets[0].uncomputed) is uncomputed


def test_of_a_number_longer_than_a_float_holds_no_digits_are_made_up(read):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, 411104202100000127)
    sheet.write(0, 1, 1234567890123456)
    digits = read(books.saved(book)).sheets[0].long_numbers
    assert digits == {(0, 0): "4.111042021000001e+17", (0, 1): "1234567890123456"}


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_no_date_either(read, number):
    book = xlwt.Workbook()
    book.add_sheet("表").write(0, 0, math.pi, xlwt.easyxf(num_format_str="YYYY-MM-DD"))
    stream = CompoundFile(books.saved(book)).stream("Workbook")
    stream = stream.replace(struct.pack("<d", math.pi), struct.pack("<d", number))
    sheet = read(compound("Workbook", stream)).sheets[0]
    assert (sheet.rows, sheet.errors) == ([[None]], {(0, 0): "#NUM!"})


def test_a_number_that_its_format_makes_a_name_is_that_name(read):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for column, code in enumerate(("000", '"漯文罚〔2021〕"0"号"', '0"人"', "0%", "0.00")):
        sheet.write(0, column, 7, xlwt.easyxf(num_format_str=code))
    found = read(books.saved(book)).sheets[0]
    assert found.rows == [["007", "漯文罚〔2021〕7号", 7, 7, 7]]
    assert found.percent_cells == {(0, 3)}


def test_a_bare_workbook_stream_is_read_without_its_shell(read):
    stream = CompoundFile(books.xls()).stream("Workbook")
    workbook = read(stream)
    assert (workbook.format, workbook.sheets[0].rows) == ("xls", books.TABLE)


@pytest.mark.parametrize("name", ["Workbook", "WORKBOOK", "BOOK"])
def test_the_stream_is_found_however_its_name_is_written(read, name):
    stream = CompoundFile(books.xls()).stream("Workbook")
    assert read(compound(name, stream)).sheets[0].rows == books.TABLE


def test_streams_older_than_excel_5_are_named(refusal):
    assert refusal(b"\x09\x04\x06\x00\x00\x00\x10\x00" + bytes(20)).code == "old_format"


def test_a_looping_chain_of_sectors_is_damage(refusal):
    data = bytearray(compound("Workbook", bytes(40_000)))
    table = len(data) - 4096
    data[table + 4 * 3 : table + 4 * 4] = (1).to_bytes(4, "little")
    assert refusal(bytes(data)).code == "damaged"


def test_a_lying_count_of_shared_strings_is_not_believed(read):
    stream = bytearray(CompoundFile(books.xls()).stream("Workbook"))
    at = stream.index(b"\xfc\x00", stream.index(b"\x85\x00")) + 4
    stream[at + 4 : at + 8] = b"\xff\xff\xff\xff"
    try:
        sheets = read(compound("Workbook", bytes(stream))).sheets
    except Refused:
        return
    assert sheets[0].name == "表一"


@pytest.mark.parametrize(
    ("stream", "code"),
    [
        ("EncryptionInfo", "encrypted"),
        ("EncryptedPackage", "encrypted"),
        ("WordDocument", "wrong_format"),
        ("Anything", "wrong_format"),
    ],
)
def test_other_compound_files_are_named(refusal, stream, code):
    assert refusal(compound(stream, b"x" * 5000)).code == code


def test_a_password_on_an_xls_is_named(refusal):
    stream = CompoundFile(books.xls()).stream("Workbook")
    end = 4 + int.from_bytes(stream[2:4], "little")
    locked = stream[:end] + b"\x2f\x00\x06\x00" + bytes(6) + stream[end:]
    assert refusal(compound("Workbook", locked)).code == "encrypted"


def record(code: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", code, len(body)) + body


def excel_5(codepage: int, encoding: str) -> bytes:
    """A workbook stream of Excel 5 by hand, because no library writes it."""
    name = "表一".encode(encoding)
    head = record(0x809, struct.pack("<4H", 0x500, 5, 0, 0))
    head += record(0x42, struct.pack("<H", codepage))
    declared = len(head) + 4 + 7 + len(name) + 4
    head += record(0x85, struct.pack("<IBBB", declared, 0, 0, len(name)) + name) + record(0x0A)
    sheet = record(0x809, struct.pack("<4H", 0x500, 0x10, 0, 0))
    for column, text in enumerate(("单位", "a")):
        body = text.encode(encoding)
        sheet += record(0x204, struct.pack("<4H", 0, column, 0, len(body)) + body)
    body = "图书馆".encode(encoding, "replace")
    sheet += record(0xD6, struct.pack("<4H", 1, 0, 0, len(body)) + body + b"\1\0\0")
    sheet += record(0x203, struct.pack("<3Hd", 1, 1, 0, 12))
    result = b"\0\0\0\0\0\0\xff\xff" + struct.pack("<HIH", 0, 0, 3) + b"\x1e\1\0"
    sheet += record(0x06, struct.pack("<3H", 2, 0, 0) + result)
    body = "一".encode(encoding)
    return head + sheet + record(0x207, struct.pack("<H", len(body)) + body) + record(0x0A)


@pytest.mark.parametrize(
    ("codepage", "encoding"),
    [(936, "gbk"), (1252, "gbk"), (0, "gbk"), (32768, "gbk")],
)
def test_texts_of_excel_5_are_read_by_their_code_page(read, codepage, encoding):
    stream = excel_5(codepage, encoding)
    for data in (stream, compound("Book", stream)):
        sheet = read(data).sheets[0]
        assert sheet.name == "表一"
        assert sheet.rows == [["单位", "a"], ["图书馆", 12], ["一", None]]


def test_texts_of_excel_5_that_are_not_of_their_code_page_are_refused(refusal):
    stream = excel_5(936, "gbk").replace("图书馆".encode("gbk"), b"\xff" * 6)
    assert refusal(stream).code == "encoding_doubtful"


@pytest.mark.parametrize(
    "extent", [(0, 0xFFFFFFFF, 0, 0xFFFF), (0x20000002, 8, 0, 12), (0, 8, 12, 0)]
)
def test_a_lying_extent_of_a_sheet_is_not_believed(read, extent):
    stream = bytearray(CompoundFile(books.xls()).stream("Workbook"))
    at = stream.index(struct.pack("<HH", 0x200, 14)) + 4
    struct.pack_into("<2I2H", stream, at, *extent)
    assert read(compound("Workbook", bytes(stream))).sheets[0].rows == books.TABLE


def test_one_cell_far_away_costs_little_and_stands_where_it_stood(read):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for column, value in enumerate(("单位", 411104202100000127, 0.5)):
        sheet.write(4, column, value, xlwt.easyxf(num_format_str="0%" if column == 2 else "0"))
    sheet.row(9).set_cell_error(1, "#REF!")
    sheet.write_merge(20, 22, 0, 1, "合并")
    sheet.write(65535, 255, 411104202100000135)
    start = time.process_time()
    found = read(books.saved(book)).sheets[0]
    assert time.process_time() - start < 2
    assert {
        (row, column): value
        for row, values in enumerate(found.rows)
        for column, value in enumerate(values)
        if value is not None
    } == {
        (4, 0): "单位",
        (4, 1): 411104202100000128,
        (4, 2): 0.5,
        (20, 0): "合并",
        (65535, 255): 411104202100000128,
    }
    assert set(map(len, found.rows)) == {256}
    assert found.long_numbers.keys() == {(4, 1), (65535, 255)}
    assert (found.errors, found.percent_cells) == ({(9, 1): "#REF!"}, {(4, 2)})
    assert found.merges == [(20, 0, 22, 1)]


def test_rows_are_left_out_once_though_a_sheet_is_declared_twice_or_lies_twice(read):
    book = xlwt.Workbook()
    for name in ("表一", "表二"):
        sheet = book.add_sheet(name)
        sheet.write(3, 1, name)
        sheet.write(65535, 255, 1)
    stream = bytearray(CompoundFile(books.saved(book)).stream("Workbook"))
    first = stream.index(b"\x85\0") + 4
    second = stream.index(b"\x85\0", first) + 4
    stream[second : second + 4] = stream[first : first + 4]
    extent = stream.index(struct.pack("<HH", 0x200, 14))
    at = stream.index(b"\x0a\0\0\0", extent)
    stream[at:at] = stream[extent : extent + 18]
    for sheet in read(compound("Workbook", bytes(stream))).sheets:
        assert (sheet.rows[3][1], sheet.rows[65535][255]) == ("表一", 1)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_told_where_it_stands_though_rows_were_left_out(read, number):
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(3, 1, math.pi)
    sheet.write(65535, 255, 1)
    stream = CompoundFile(books.saved(book)).stream("Workbook")
    stream = stream.replace(struct.pack("<d", math.pi), struct.pack("<d", number))
    assert read(compound("Workbook", stream)).sheets[0].errors == {(3, 1): "#NUM!"}


@pytest.mark.parametrize("code", ["only_pictures", "macro_only", "no_table"])
def test_what_a_blank_xls_holds_instead_is_named(refusal, monkeypatch, code):
    book = xlwt.Workbook()
    book.add_sheet("表")
    stream = CompoundFile(books.saved(book)).stream("Workbook")
    if code == "only_pictures":
        end = 4 + int.from_bytes(stream[2:4], "little")
        at = stream.index(b"\x85\0") + 4
        offset = int.from_bytes(stream[at : at + 4], "little") + 12
        stream = stream[:at] + offset.to_bytes(4, "little") + stream[at + 4 :]
        stream = stream[:end] + record(0xEB, bytes(8)) + stream[end:]
    if code == "macro_only":
        names = property(lambda _: ["Workbook", "_VBA_PROJECT"])
        monkeypatch.setattr(CompoundFile, "names", names)
    assert refusal(compound("Workbook", stream)).code == code


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 5_000_000])
def test_a_shell_gives_back_the_stream_put_in(size):
    content = bytes(i % 251 for i in range(size))
    shell = CompoundFile(compound("Book", content))
    assert shell.names == ["Book"]
    assert shell.stream("Book")[:size] == content


def test_small_streams_come_from_the_small_sectors():
    odd = xlwt.CompoundDoc.XlsDoc()
    buffer = io.BytesIO()
    odd.save(buffer, b"small")
    assert CompoundFile(buffer.getvalue()).stream("Workbook").startswith(b"small")


def test_a_cell_beyond_the_columns_that_there_are_is_damage(refusal):
    stream = bytearray(CompoundFile(books.xls()).stream("Workbook"))
    at = stream.index(struct.pack("<HH", 0xFD, 10)) + 4
    struct.pack_into("<2H", stream, at, 0xFFFF, 0xFFFF)
    assert refusal(compound("Workbook", bytes(stream))).code == "damaged"
