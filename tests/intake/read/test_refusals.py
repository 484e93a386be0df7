from __future__ import annotations

import io
import pickle
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.errors import DudaoError, Refused
from dashboard.intake.read import read_bytes
from dashboard.problems import file as file_problems
from tests.intake.read import books


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "empty_file", "没有任何内容"),
        (b"%PDF-1.7\n%\xe2\xe3", "wrong_format", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "wrong_format", "图片"),
        (b"\xff\xd8\xff\xe0", "wrong_format", "图片"),
        (b"Rar!\x1a\x07", "wrong_format", "RAR"),
        (b"{\\rtf1 a}", "wrong_format", "RTF"),
        (b"MIME-Version: 1.0\n", "wrong_format", "MHT"),
        (b"From: <a>\r\nSubject: b\r\n c\r\nMIME-Version: 1.0\r\n", "wrong_format", "MHT"),
        (b"a.xlsx".ljust(257, b"\0") + b"ustar\0", "wrong_format", "TAR"),
        (b"BZh91AY&SY\0\0", "wrong_format", "BZIP2"),
        (b"L\0\0\0\x01\x14\x02\0" + bytes(70), "wrong_format", "快捷方式"),
        (b"PK\x05\x06" + bytes(18), "wrong_format", "压缩包"),
        (b"<?xml version='1.0'?><a/>", "wrong_format", "XML"),
        (bytes(range(256)) * 9, "wrong_format", "二进制"),
        (b"\n \n", "no_table", "空的"),
        (books.zipped({"word/document.xml": "<a/>"}), "wrong_format", "Word"),
        (books.zipped({"OFD.xml": "<a/>"}), "wrong_format", "OFD"),
        (books.zipped({"表.xlsx": b"1"}), "wrong_format", "解压"),
        (books.saved(openpyxl.Workbook()), "no_table", "空的"),
        (b"PK\x03\x04 and no more", "damaged", "损坏"),
    ],
)
def test_what_is_no_spreadsheet_is_named(refusal, data, code, said):
    problem = refusal(data)
    assert (problem.code, problem.severity) == (code, "error")
    assert said in problem.message


def test_a_text_that_begins_like_a_bitmap_is_a_text(read):
    assert read("BM编号,数量\n1,2\n".encode()).sheets[0].rows[0] == ["BM编号", "数量"]


def test_pictures_alone_are_told_from_nothing(refusal):
    data = books.xlsx_of(books.sheet_xml(""), **{"xl/media/image1.png": b"\x89PNG"})
    assert refusal(data).code == "only_pictures"


def test_macros_alone_are_told_from_nothing(refusal):
    data = books.xlsx_of(books.sheet_xml(""), **{"xl/vbaProject.bin": b"Attribut"})
    problem = refusal(data)
    assert problem.code == "macro_only"
    assert "只有宏" in problem.message


def test_an_archive_marked_as_once_split_is_read(read):
    assert read(b"PK\x07\x08" + books.xlsx()).sheets[0].rows == books.TABLE


@pytest.mark.parametrize("target", ["worksheets/none.xml", "../../etc/passwd", ""])
def test_a_sheet_that_is_declared_and_missing_is_not_passed_over(refusal, target):
    with zipfile.ZipFile(io.BytesIO(books.xlsx())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = parts["xl/_rels/workbook.xml.rels"]
    changed = relations.replace(b"/xl/worksheets/sheet2.xml", target.encode())
    assert changed != relations
    parts["xl/_rels/workbook.xml.rels"] = changed
    problem = refusal(books.zipped(parts))
    assert (problem.code, "缺少工作表" in problem.message) == ("damaged", True)


def test_an_archive_that_unpacks_too_large_is_refused(refusal, monkeypatch):
    monkeypatch.setattr("dashboard.intake.read.archive.MAX_INFLATED_BYTES", 1_000_000)
    assert refusal(books.xlsx_of(b" " * 1_100_000)).code == "inflates_too_large"


def test_a_size_that_lies_in_the_directory_does_not_help(refusal, monkeypatch):
    monkeypatch.setattr("dashboard.intake.read.archive.MAX_INFLATED_BYTES", 1_000_000)
    data = bytearray(books.xlsx_of(b" " * 1_100_000))
    true = (1_100_000).to_bytes(4, "little")
    while (at := data.find(true)) >= 0:
        data[at : at + 4] = (100).to_bytes(4, "little")
    assert refusal(bytes(data)).code == "inflates_too_large"


def test_a_locked_part_is_a_password(refusal):
    data = bytearray(books.xlsx())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + offset] |= 1
    assert refusal(bytes(data)).code == "encrypted"


def test_too_large_a_file_is_refused_unread(refusal, monkeypatch):
    monkeypatch.setattr("dashboard.intake.read.MAX_FILE_BYTES", 1000)
    problem = refusal(b"1,2\n" * 1000)
    assert problem.code == "too_large"


@pytest.mark.parametrize(
    ("made", "share"),
    [
        *((made, share) for made in ("xlsx", "xlsb", "ods") for share in (0.1, 0.5, 0.9, 0.99)),
        *(("xls", share) for share in (0.1, 0.5, 0.9)),
    ],
)
def test_a_truncated_file_is_refused(refusal, made, share):
    data = getattr(books, made)()
    assert refusal(data[: int(len(data) * share)]).code in {"damaged", "wrong_format"}


MADE = {made: getattr(books, made)() for made in ("xlsx", "xls", "xlsb", "ods", "csv")}


def stored(data: bytes) -> bytes:
    """The same archive without compression, so that a flipped byte reaches the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return buffer.getvalue()


MADE |= {f"{made} stored": stored(MADE[made]) for made in ("xlsx", "xlsb", "ods")}


@pytest.mark.parametrize("made", sorted(MADE))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(flips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_flipped_bytes_are_read_or_refused_and_nothing_else(tmp_path, made, flips):
    data = bytearray(MADE[made])
    for where, byte in flips:
        data[min(int(where * len(data)), len(data) - 1)] = byte
    path = tmp_path / "flipped"
    path.write_bytes(data)
    try:
        workbook = read_bytes(path, name="x")
    except Refused as refusal:
        assert refusal.problem.code in {one.code for one in file_problems.PROBLEMS}
    else:
        assert workbook.sheets


def test_a_refusal_crosses_processes_with_its_problem():
    refusal = Refused("damaged", detail="压缩目录")
    again = pickle.loads(pickle.dumps(refusal))
    assert (again.problem, str(again)) == (refusal.problem, refusal.problem.message)
    assert isinstance(again, DudaoError)


def test_two_parts_of_one_name_are_not_chosen_between(refusal):
    data = books.xlsx_of(books.sheet_xml(""), **{"xl/worksheets/Sheet1.xml": "<worksheet/>"})
    assert refusal(data).code == "damaged"


def entry_start(data: bytes, name: str) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo(name)
    return entry.header_offset + 30 + len(entry.filename)


def test_a_part_that_cannot_be_unpacked_is_damage(refusal):
    data = bytearray(books.xlsx())
    data[entry_start(data, "xl/worksheets/sheet1.xml")] = 7  # a block type deflate does not have
    assert refusal(bytes(data)).code == "damaged"


def test_a_figure_changed_by_a_bad_disk_is_not_taken(refusal):
    data = bytearray(stored(books.xlsx()))
    at = data.index(b"<v>12</v>")
    data[at + 3 : at + 5] = b"92"
    assert refusal(bytes(data)).code == "damaged"


def test_a_binary_sheet_that_ends_early_is_damage(refusal):
    with zipfile.ZipFile(io.BytesIO(books.xlsb())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.bin"] = parts["xl/worksheets/sheet1.bin"][:-40]
    assert refusal(books.zipped(parts)).code == "damaged"
