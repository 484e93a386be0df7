"""No identity number leaves intake, wherever its sender put it."""

from __future__ import annotations

import pytest

from dashboard.intake.model import Context, Window
from dashboard.intake.preview import preview
from tests.intake.sheets import Book, codes, grid, read

NUMBER = "11010119900307451" + "4"
"""Its check digit is right; nobody's."""
WAYS = (
    NUMBER,
    f"身份证号{NUMBER}号",
    f"{NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]}",
    f"{NUMBER[:6]}.{NUMBER[6:14]}.{NUMBER[14:]}",
    f"{NUMBER[:6]}\\n{NUMBER[6:]}",
    f"{NUMBER[:6]}\u200b{NUMBER[6:]}",
    "".join(chr(ord(digit) + 0xFEE0) for digit in NUMBER),
)
SHEET = """
|投诉举报台账 {0}||||
|填报单位|{0}|||
|填报日期|2021-7-9|||
|单位|事项|受理日期|办结日期|备用{0}|
|{0}|{0}|2021-6-1|{0}|{0}|
|市图书馆|噪声|2021-6-2||{0}|
|注:{0}|||||
"""


def digits(text: str) -> str:
    """The text with its digits alone, full-width ones as others."""
    return "".join(str(int(one)) for one in text if one.isdecimal())


@pytest.mark.parametrize("written", WAYS)
def test_no_word_of_a_reading_holds_it(written):
    sheet = grid(SHEET.format(written), name=written.replace("\\n", " "))
    reading = read(sheet)
    assert reading.tables[0].rows == 2
    assert NUMBER not in digits(repr(reading))


@pytest.mark.parametrize("written", WAYS)
def test_a_refusal_that_says_what_was_seen_does_not_say_it(written):
    reading = read(grid(f"|{written}|\n|通知|"))
    assert reading.status == "refused"
    assert NUMBER[:14] not in digits(reading.reason or "")


@pytest.mark.parametrize("written", WAYS)
def test_a_preview_does_not_show_it_and_finds_its_sheet(written):
    sheet = grid(f"|{written}|", name=NUMBER)
    sheet.long_numbers[0, 0] = NUMBER
    for name in (NUMBER, "110*************14"):
        shown = preview(Book([sheet]), "a", Context(window=Window(name, (1,)))).shown
        assert list(shown) == [1]
        assert NUMBER not in digits(repr(shown))


def test_a_number_that_is_nobodys_stays():
    other = "410100" + "20210709" + "0012"
    assert other in repr(read(grid(SHEET.format(other))))


OLD = "411102" + "800101" + "123"
"""Of 15 digits: nothing but words beside it tell it from another number."""


@pytest.mark.parametrize("written", [f"张三 {OLD}", f"s:{OLD}", OLD])
def test_an_old_number_under_a_heading_that_says_so_is_masked(written):
    reading = read(
        grid(f"""
|市图书馆任务分解台账 2021年6月30日||||
|任务编号|任务名称|责任人(身份证号)|备用身份证号|完成进度|
|4.4.1|配强法制审核力量|{written}|{OLD}|50%|
""")
    )
    assert OLD not in digits(repr(reading))
    assert reading.tables[0].data["person"][0].endswith("411**********23")
    assert ("identity_number_masked", "C3") in codes(reading)


def test_an_old_number_under_another_heading_stays():
    reading = read(
        grid(f"""
|市图书馆案卷评查表 2021年6月30日|||
|案卷号|案由|总分|
|s:{OLD}|甲案|95|
""")
    )
    assert reading.tables[0].data["case_no"] == [OLD]


def test_a_preview_hides_an_old_number_under_its_heading_and_beside_its_label():
    sheet = grid(f"|姓名|身份证号|案号|\n|张三|{OLD}|s:{OLD}|\n|身份证号|s:{OLD}||")
    shown = preview(Book([sheet]), "a", Context(window=Window(sheet.name, (2, 3)))).shown
    assert shown[2][1] == shown[3][1] == "411**********23"
    assert shown[2][2] == OLD
