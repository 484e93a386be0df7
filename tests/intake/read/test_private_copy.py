from __future__ import annotations

import hashlib
import os
import socket
import sys

import pytest

from dashboard.errors import Refused
from dashboard.intake.read import copying
from dashboard.intake.read.copying import private_copy

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these")


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "target"
    folder.mkdir()
    return folder


def code_of(source, target, size_cap=1000):
    with pytest.raises(Refused) as caught:
        private_copy(source, target, size_cap)
    assert list(target.iterdir()) == []
    return caught.value.problem.code


def test_a_copy_lies_under_its_hash(tmp_path, target):
    source = tmp_path / "表.xlsx"
    source.write_bytes(b"content")
    path, digest, size = private_copy(source, target, 1000)
    assert (path.parent, path.read_bytes(), size) == (target, b"content", 7)
    assert digest == hashlib.sha256(b"content").hexdigest()
    assert [one.name for one in target.iterdir()] == [path.name]


def test_a_folder_is_no_file(tmp_path, target):
    assert code_of(tmp_path, target) == "not_regular_file"


def test_a_missing_file_is_named(tmp_path, target):
    assert code_of(tmp_path / "gone", target) == "not_found"


def test_a_large_file_is_not_copied(tmp_path, target):
    source = tmp_path / "large"
    source.write_bytes(bytes(1001))
    assert code_of(source, target) == "too_large"


@posix
@pytest.mark.parametrize("to", ["there", "gone", "/dev/zero"])
def test_a_link_is_not_followed(tmp_path, target, to):
    (tmp_path / "there").write_bytes(b"x")
    source = tmp_path / "link"
    source.symlink_to(to)
    assert code_of(source, target) == "not_regular_file"


@posix
def test_a_pipe_hangs_nobody(tmp_path, target):
    source = tmp_path / "pipe"
    os.mkfifo(source)
    assert code_of(source, target) == "not_regular_file"


@posix
def test_a_device_or_socket_is_no_file(tmp_path, target, monkeypatch):
    assert code_of(type(tmp_path)("/dev/zero"), target) == "not_regular_file"
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("s")
        assert code_of(tmp_path / "s", target) == "not_regular_file"


@posix
def test_a_pipe_put_there_after_the_look_hangs_nobody(tmp_path, target, monkeypatch):
    source = tmp_path / "swapped"
    os.mkfifo(source)
    looks = []
    real = copying._require_regular
    monkeypatch.setattr(
        copying,
        "_require_regular",
        lambda status, cap: real(status, cap) if looks else looks.append(status),
    )
    assert code_of(source, target) == "not_regular_file"


@pytest.mark.parametrize(
    ("error", "code"),
    [(PermissionError(13, "denied"), "no_permission"), (OSError(5, "I/O error"), "not_readable")],
)
def test_a_file_that_cannot_be_opened_is_named(tmp_path, target, monkeypatch, error, code):
    source = tmp_path / "locked"
    source.write_bytes(b"x")

    def fails(*_arguments):
        raise error

    monkeypatch.setattr(copying.os, "open", fails)
    assert code_of(source, target) == code


def test_a_file_that_grows_meanwhile_is_left_for_later(tmp_path, target, monkeypatch):
    source = tmp_path / "growing"
    source.write_bytes(b"begun")
    real = copying._poured

    def poured(original, partial, size_cap):
        result = real(original, partial, size_cap)
        with source.open("ab") as more:
            more.write(b", and more")
        os.utime(source, ns=(1, 1))
        return result

    monkeypatch.setattr(copying, "_poured", poured)
    assert code_of(source, target) == "changed_meanwhile"
