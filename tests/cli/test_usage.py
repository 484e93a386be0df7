from __future__ import annotations

import os
import subprocess
import sys

import pytest

from dashboard.cli.app import COMMANDS, app
from tests.cli.conftest import Said


def python(*arguments: str, cwd=None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("ingst",), 2, "没有命令 ingst。是否要写：ingest"),
        (("check", "--jsn", "a.xlsx"), 2, "没有选项 --jsn"),
        (("check",), 2, "缺少参数 FILE。"),
        (("sql", "select 1", "select", "2"), 2, "多余的参数：select 2。"),
        (("template", "--unit"), 2, "选项 --unit 的用法不对"),
        (("check", "none.xlsx"), 2, "找不到 none.xlsx"),
        (("ingest", "none.xlsx"), 2, "找不到 none.xlsx"),
        (("sql",), 2, "缺少参数 SELECT。"),
        (("sql", "select 1", "--format", "xml"), 2, "没有格式 xml"),
        (("shortfalls", "--as-of", "昨天"), 2, "“昨天”不是日期"),
        (("shortfalls", "--as-of"), 2, "选项 --as-of"),
        (("shortfalls", "--mended", "--within", "十天"), 2, "“十天”不是天数"),
        (("shortfalls", "--mended", "--within", "-1"), 2, "“-1”不是天数"),
        (("run", "--port", "99999"), 2, "不是端口号"),
        (("withdraw", "x", "--why", "错"), 2, "不是报送编号"),
        (("withdraw", "1"), 2, "缺少选项 --why。"),
        (("rebuild",), 2, "还没有工作区"),
        (("template", "周报"), 2, "没有叫“周报”的表"),
    ],
)
def test_a_wrong_call_is_one_chinese_sentence_and_exit_2(
    dudao, tmp_path, monkeypatch, arguments, code, said
):
    monkeypatch.chdir(tmp_path)
    result = dudao(*arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert "Traceback" not in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_a_folder_is_wanted_is_told_in_chinese(dudao, tmp_path):
    (tmp_path / "data").touch()
    result = dudao("ingest", "--workspace", tmp_path / "data")
    assert result.code == 1
    assert result.err.startswith("读写文件失败：不是文件夹(")


@pytest.mark.skipif(sys.platform == "win32", reason="names there are text")
@pytest.mark.parametrize("command", ["ingest", "run", "shortfalls", "rebuild"])
def test_a_folder_whose_name_is_no_text_is_no_workspace(dudao, tmp_path, command):
    folder = tmp_path / os.fsdecode("工作区".encode("gb18030"))
    result = dudao(command, "--workspace", folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("工作区 的名称不是 UTF-8 编码，不能作工作区，请换一个。\n")
    assert list(tmp_path.iterdir()) == []


def test_who_stops_it_is_told_so(dudao, taken, monkeypatch):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("dashboard.cli.rebuild.existing", stopped)
    assert dudao("rebuild", "--workspace", taken.root) == Said(130, "", "已中止。\n")


@pytest.mark.parametrize("name", [command.__name__ for command in COMMANDS])
def test_every_command_has_its_help_in_chinese(dudao, name):
    result = dudao(name, "--help")
    assert result.code == 0
    assert f"dudao {name}" in result.out
    words = set(result.out.replace("│", " ").split())
    assert not words & {"Usage:", "Options", "Arguments", "Show", "[required]", "Commands"}
    assert "显示帮助并退出" in result.out


def test_every_promised_command_is_there():
    promised = {"demo", "run", "ingest", "check", "shortfalls", "sql", "template", "rebuild"}
    assert promised <= {command.callback.__name__ for command in app.registered_commands}


def test_the_version_is_told(dudao):
    assert dudao("--version").out.startswith("dudao ")
    result = python("-m", "dashboard", "--version")
    assert (result.returncode, result.stdout) == (0, dudao("--version").out)


def test_the_workspace_may_stand_before_or_after_the_command(dudao, taken):
    query = ("sql", "select count(*) as n from submission")
    after = dudao(*query, "--workspace", taken.root)
    assert after.out == "n\n6\n"
    assert dudao("--workspace", taken.root, *query) == after
    assert dudao("sql", "--workspace", taken.root, query[1]) == after


@pytest.mark.parametrize("module", ["dashboard.cli.app", "dashboard.checking"])
def test_light_commands_load_nothing_heavy(module):
    heavy = "pandas streamlit duckdb pyarrow openpyxl plotly rich.console"
    code = f"import {module}, sys; print([m for m in '{heavy}'.split() if m in sys.modules])"
    assert python("-c", code).stdout.strip() == "[]"
