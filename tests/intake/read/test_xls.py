from __future__ import annotations

import io

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
