"""Uploads come into the inbox whole, under names that every system takes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from dashboard.ingest.scan import passed_over
from dashboard.ui.uploads import put_into_inbox, safe_name


@dataclass
class Upload:
    name: str
    content: bytes = b"x"

    def getvalue(self):
        return self.content


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("市图书馆台账(6月9日).xlsx", "市图书馆台账(6月9日).xlsx", id="as it is"),
        pytest.param("../../etc/passwd", "passwd", id="folders above"),
        pytest.param("C:\\Users\\me\\表.xls", "表.xls", id="a path of Windows"),
        pytest.param("a:b*c?.csv", "a_b_c_.csv", id="what Windows refuses"),
        pytest.param("CON.xlsx", "_CON.xlsx", id="a device of Windows"),
        pytest.param("表\u202exslx.exe", "表_xslx.exe", id="a mark that turns text around"),
        pytest.param("..", "_", id="nothing but dots"),
        pytest.param(".隐藏.xlsx", "隐藏.xlsx", id="hidden"),
    ],
)
def test_an_upload_keeps_what_of_its_name_every_system_takes(name, kept):
    assert safe_name(name) == kept


@pytest.mark.parametrize("name", ["~$表.xlsx", "Thumbs.db", "下载.tmp"])
def test_an_upload_has_no_name_that_would_be_passed_over(name):
    assert not passed_over(safe_name(name))


def test_a_long_name_keeps_its_suffix(tmp_path):
    assert safe_name("a" * 300 + ".xlsx") == "a" * 115 + ".xlsx"
    name = safe_name("长" * 300 + ".xlsx")
    assert name == "长" * 71 + ".xlsx"
    for _ in range(2):
        assert put_into_inbox(Upload("长" * 300 + ".xlsx"), tmp_path).is_file()


def test_an_upload_never_overwrites_a_file_of_the_same_name(tmp_path):
    first = put_into_inbox(Upload("表.xlsx", b"first"), tmp_path / "inbox")
    second = put_into_inbox(Upload("表.xlsx", b"second"), tmp_path / "inbox")
    assert (first.read_bytes(), second.read_bytes()) == (b"first", b"second")
    assert second.suffix == ".xlsx"
    assert not any(passed_over(path.name) for path in (first, second))
    assert sorted(path.name for path in (tmp_path / "inbox").iterdir()) == sorted(
        [first.name, second.name]
    )
