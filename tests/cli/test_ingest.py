from __future__ import annotations

from tests.ingest.sheets import complaints


def test_a_line_a_file_and_exit_1_where_one_was_refused(dudao, own, tmp_path):
    good = complaints(tmp_path / "新.xlsx", "噪声", unit="市文化馆")
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    result = dudao("ingest", good, bad, "--workspace", own.root)
    first, second = result.out.splitlines()
    assert first.split("\t") == ["正常", "新.xlsx", "1 行"]
    assert second.split("\t")[:2] == ["拒收", "坏.xlsx"]
    assert (result.code, result.err) == (1, "")


def test_a_file_that_was_taken_before_is_said_to_be(dudao, own):
    result = dudao("ingest", "--workspace", own.root)
    assert result.code == 0
    assert [line.split("\t")[-1] for line in result.out.splitlines()] == [
        "此前已接收，未重复接收",
        "此前已接收，未重复接收",
    ]


def test_a_folder_is_taken_with_all_below_it(dudao, own, tmp_path):
    complaints(tmp_path / "七月" / "甲" / "a.xlsx", "噪声", unit="市文化馆")
    complaints(tmp_path / "七月" / "b.xlsx", "扰民", unit="市博物馆")
    result = dudao("ingest", tmp_path / "七月", "--workspace", own.root)
    assert [line.split("\t")[1] for line in result.out.splitlines()] == ["b.xlsx", "甲/a.xlsx"]


def test_an_empty_inbox_makes_a_workspace_that_knows_the_plan(dudao, tmp_path):
    root = tmp_path / "新建"
    result = dudao("ingest", "--workspace", root)
    assert result.code == 0
    assert sorted(path.name for path in root.iterdir()) == [
        "archive",
        "exports",
        "inbox",
        "plan",
        "store",
    ]
    assert [line.split("\t")[0] for line in result.out.splitlines()] == ["正常"] * 4


def test_withdraw_and_restore(dudao, own):
    count = ("sql", "select count(*) as n from complaint", "--workspace", own.root)
    as_of = ("--as-of", "2021-07-15")
    ((_, number),) = own.store.rows(
        "select file, submission_id from raw.submission where file = '投诉.xlsx'"
    )
    assert dudao(*count, *as_of).out == "n\n2\n"
    result = dudao("withdraw", number, "--why", "报错了", "--workspace", own.root)
    assert (result.code, result.out) == (0, f"已撤回第 {number} 号报送。\n")
    assert dudao(*count, *as_of).out == "n\n0\n"
    assert dudao("withdraw", number, "--why", "再撤", "--workspace", own.root).code == 2
    assert dudao("restore", number, "--workspace", own.root).code == 0
    assert dudao(*count, *as_of).out == "n\n2\n"


def test_rebuild_says_how_many_files(dudao, own):
    before = own.store.generation().number
    result = dudao("rebuild", "--workspace", own.root)
    assert (result.code, result.out) == (0, "已从存档重新生成数据库，共 6 个文件。\n")
    assert own.store.generation().number == before + 1
