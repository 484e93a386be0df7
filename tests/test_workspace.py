from __future__ import annotations

import pytest

from dashboard.archive import Archive
from dashboard.errors import Refused
from dashboard.workspace import Workspace


def test_a_new_workspace_has_its_folders_and_the_shipped_plan(tmp_path):
    workspace = Workspace(tmp_path / "新建")
    assert not workspace.exists()
    assert workspace.create() is workspace
    assert workspace.exists()
    assert len(list(workspace.plan.iterdir())) == 4
    assert list(workspace.inbox.iterdir()) == []


def test_a_plan_of_ones_own_is_left_alone(tmp_path):
    own = tmp_path / "plan" / "名录.xlsx"
    own.parent.mkdir()
    own.write_bytes(b"x")
    workspace = Workspace(tmp_path).create()
    assert workspace.plan_files() == [own]


def test_the_shipped_plan_stands_in_until_there_is_one(tmp_path):
    assert len(Workspace(tmp_path / "none").plan_files()) == 4


def test_bytes_are_kept_once_under_their_sha256(tmp_path):
    archive = Archive(tmp_path / "archive")
    source = tmp_path / "a.xlsx"
    source.write_bytes(b"content")
    for _ in range(2):
        blob = archive.receive(source)
        archive.keep(blob)
        assert archive.path(blob.sha256).read_bytes() == b"content"
        assert not blob.path.exists()
    assert blob.size == 7
    assert source.exists()


def test_a_damaged_copy_in_the_archive_is_mended_by_the_next_arrival(tmp_path):
    archive = Archive(tmp_path / "archive")
    source = tmp_path / "a.xlsx"
    source.write_bytes(b"content")
    archive.keep(blob := archive.receive(source))
    archive.path(blob.sha256).write_bytes(b"cut")
    archive.keep(archive.receive(source))
    assert archive.path(blob.sha256).read_bytes() == b"content"


def test_what_can_not_be_copied_leaves_nothing(tmp_path):
    archive = Archive(tmp_path / "archive")
    with pytest.raises(Refused):
        archive.receive(tmp_path)
    assert list((tmp_path / "archive" / "incoming").iterdir()) == []
