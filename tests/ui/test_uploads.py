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


def test_a_long_name_keeps_its_suffix():
    assert safe_name("长" * 300 + ".xlsx") == "长" * 115 + ".xlsx"


def test_an_upload_never_overwrites_a_file_of_the_same_name(tmp_path):
    first = put_into_inbox(Upload("表.xlsx", b"first"), tmp_path / "inbox")
    second = put_into_inbox(Upload("表.xlsx", b"second"), tmp_path / "inbox")
    assert (first.read_bytes(), second.read_bytes()) == (b"first", b"second")
    assert second.suffix == ".xlsx"
    assert not any(passed_over(path.name) for path in (first, second))
    assert sorted(path.name for path in (tmp_path / "inbox").iterdir()) == sorted(
        [first.name, second.name]
    )
