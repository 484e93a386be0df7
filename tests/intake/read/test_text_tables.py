from __future__ import annotations

import time
from contextlib import suppress

import pytest

from dashboard.errors import Refused

TEXT = '单位,人数,备注\r\n市文化执法支队,12,"先查,\n后办"\r\n图书馆,,="001"\r\n'
ROWS = [["单位", "人数", "备注"], ["市文化执法支队", "12", "先查,\n后办"], ["图书馆", None, "001"]]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_the_encoding_is_found_by_content(read, encoding):
    workbook = read(TEXT.encode(encoding))
    assert (workbook.format, workbook.sheets[0].rows) == ("csv", ROWS)


def test_four_byte_characters_of_gb18030_are_read(read):
    assert read("姓名,𠮷野\n甲,乙\n丙,丁\n".encode("gb18030")).sheets[0].rows[0] == ["姓名", "𠮷野"]


def test_full_width_digits_and_marks_are_chinese_text(read):
    text = "编号,时限,进度\n４．１．１,２０２１年６月２５日，上午,１００％\n"
    assert read(text.encode("gb18030")).sheets[0].rows[1][2] == "１００％"


def test_big5_never_becomes_wrong_chinese(refusal):
    text = "單位,人數,備註\n市文化執法支隊,十二,沒有問題\n圖書館,三,辦理中\n"
    assert refusal(text.encode("big5")).code == "encoding_doubtful"


@pytest.mark.parametrize(
    "text",
    ["單位,人數\n中華電信網路容量,八\n", "行の高さ,テスト\n", "МОСКВА,Москва\n", "Größe,€€€\n"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_other_languages_are_what_their_bytes_say(read, text, encoding):
    rows = [line.split(",") for line in text.splitlines()]
    assert read(text.encode(encoding)).sheets[0].rows == [
        [int(one) if one.isdigit() else one for one in row] for row in rows
    ]


@pytest.mark.parametrize(
    ("written", "read_as"), [("utf-8", "gb18030"), ("utf-8", "cp1252"), ("gb18030", "utf-8")]
)
def test_what_was_garbled_before_it_was_saved_is_refused(refusal, written, read_as):
    garbled = TEXT.encode(written).decode(read_as, "replace")
    assert refusal(garbled.encode()).code == "encoding_doubtful"


def test_utf8_with_a_wrong_byte_is_not_read_as_gb18030(refusal):
    data = bytearray("市文化广电和旅游局,法治政府建设示范市创建\n".encode() * 3)
    data[4:5] = b""
    assert refusal(bytes(data)).code in {"encoding_doubtful", "encoding_unreadable"}


def test_rare_characters_in_a_name_are_no_doubt(read):
    assert read("漯河,1\n".encode("gb18030")).sheets[0].rows == [["漯河", "1"]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a;b;c\n1,5;2;3\n2,5;3;4\n", [["a", "b", "c"], ["1,5", "2", "3"], ["2,5", "3", "4"]]),
        ("a\tb\n1,2\t3\n", [["a", "b"], ["1,2", "3"]]),
        ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ("sep=;\na;b,c\n", [[None, None], ["a", "b,c"]]),
        ("一列\n二\n", [["一列"], ["二"]]),
        ("标题\n\na,b\n1,2\n", [["标题", None], [None, None], ["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ],
)
def test_the_delimiter_is_the_one_that_splits_evenly(read, text, rows):
    assert read(text.encode()).sheets[0].rows == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,b\n"未关闭,2\n3,4\n', [["a", "b"], ['"未关闭', "2"], ["3", "4"]]),
        ('a,b\n"甲"乙,2\n', [["a", "b"], ["甲乙", "2"]]),
    ],
)
def test_a_stray_quote_swallows_nothing(read, text, rows):
    assert read(text.encode()).sheets[0].rows == rows


def test_a_long_cell_is_read(read):
    long = "字" * 200_000
    assert read(f"a,b\n{long},2\n".encode()).sheets[0].rows[1] == [long, "2"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"' + 'a"",' * 250_000, id="quotes"),
        pytest.param(",;\t|" * 250_000, id="delimiters"),
        pytest.param("a,b\n" * 250_000, id="rows"),
    ],
)
def test_a_hostile_megabyte_takes_no_time(read, text):
    start = time.process_time()
    with suppress(Refused):
        read(text.encode())
    assert time.process_time() - start < 3


def test_one_endless_line_does_not_widen_every_other(refusal):
    data = b"1\n" * 10_000 + b",1" * 100_000
    assert refusal(data).code == "cell_span"
