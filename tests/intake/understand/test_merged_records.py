"""One record merged over several rows, of which each says a part of a text."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows


def test_the_rows_of_one_case_are_one_case() -> None:
    reading = read(
        grid("""
|市图书馆案卷评查问题表 2021年6月30日|||||
|案卷号|案由|总分|等次|存在问题|备注|
|甲1号|某案|76|合格|1.缺送达回证|急|
|^|^|^|^|2.笔录未签名||
|^|^|^|^|3.未编页码||
|甲2号|他案|92|优秀|无||
""")
    )
    table = only(reading)
    assert rows(table, "case_no", "total", "problem", "source_row") == [
        ("甲1号", 76, "1.缺送达回证 2.笔录未签名 3.未编页码", 3),
        ("甲2号", 92, "无", 6),
    ]
    assert "duplicate_identity" not in dict(codes(reading))


def test_rows_with_a_date_or_a_number_of_their_own_are_records() -> None:
    reading = read(
        grid("""
|市图书馆案卷评查表 2021年6月30日|||
|案卷号|评查日期|总分|存在问题|
|甲1号|2021-6-9|76|缺送达回证|
|^|2021-6-10|80|未编页码|
""")
    )
    assert rows(only(reading), "total") == [(76,), (80,)]
    assert "duplicate_identity" in dict(codes(reading))


def test_titles_merged_over_their_outlets_stay_apart() -> None:
    reading = read(
        grid("""
|市图书馆宣传报道 2021年6月30日|||
|标题|媒体|日期|链接|
|甲|漯河日报|2021-6-9|http://a.cn|
|^|河南日报|^|http://b.cn|
""")
    )
    assert rows(only(reading), "title", "outlet") == [("甲", "漯河日报"), ("甲", "河南日报")]
