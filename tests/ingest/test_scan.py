from __future__ import annotations

import os
import sys

import pytest

from dashboard.ingest.scan import in_folder, named, passed_over
from dashboard.text import shown_name


@pytest.mark.parametrize(
    ("name", "over"),
    [
        ("台账.xlsx", False),
        ("~$台账.xlsx", True),
        (".~台账.xlsx", True),
        (".DS_Store", True),
        ("下载.TMP", True),
        ("下载.xlsx.crdownload", True),
        ("Thumbs.db", True),
        ("desktop.ini", True),
        ("~台账.xlsx", False),
    ],
)
def test_what_programs_leave_about_is_passed_over(name, over):
    assert passed_over(name) is over


def test_files_of_subfolders_have_posix_names_in_order(tmp_path):
    for name in ("b.xlsx", "a/2.xlsx", "a/1.xlsx", ".hidden/x.xlsx", "a/~$1.xlsx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [one.name for one in in_folder(tmp_path)] == ["a/1.xlsx", "a/2.xlsx", "b.xlsx"]


def test_a_named_file_in_the_inbox_has_its_name_there(tmp_path):
    inside = tmp_path / "inbox" / "6月" / "a.xlsx"
    inside.parent.mkdir(parents=True)
    inside.write_bytes(b"x")
    outside = tmp_path / "~$b.xlsx"
    outside.write_bytes(b"x")
    assert [one.name for one in named(inside, tmp_path / "inbox")] == ["6月/a.xlsx"]
    assert [one.name for one in named(outside, tmp_path / "inbox")] == ["~$b.xlsx"]
    assert [one.name for one in named(tmp_path / "inbox", tmp_path / "inbox")] == ["6月/a.xlsx"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX links")
def test_links_come_as_files_and_are_not_followed(tmp_path):
    target = tmp_path / "elsewhere"
    target.mkdir()
    (target / "secret.xlsx").write_bytes(b"x")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "link").symlink_to(target)
    assert [one.name for one in in_folder(inbox)] == ["link"]


def test_names_are_safe_to_store_and_show():
    assert shown_name("a\u202excod.exe") == "a_xcod.exe"
    assert shown_name("a\nb\t.xlsx") == "a_b_.xlsx"
    gbk = os.fsdecode("台账.xls".encode("gb18030"))
    assert shown_name(gbk) == "台账.xls"
    assert shown_name("台账(6月).xlsx") == "台账(6月).xlsx"
    undecoded = "台账.xls".encode().decode("ascii", "surrogateescape")
    assert shown_name(undecoded) == "台账.xls"


def test_a_missing_folder_is_empty(tmp_path):
    assert list(in_folder(tmp_path / "none")) == []


def test_a_name_does_not_hold_an_identity_number(tmp_path):
    (tmp_path / ("案卷11010119900307451" + "4.csv")).write_bytes(b"x")
    assert [one.name for one in in_folder(tmp_path)] == ["案卷110*************14.csv"]
