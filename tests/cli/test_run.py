"""Where ``dudao run`` listens: a port that is free, an address that is this machine's."""

from __future__ import annotations

import socket

import pytest

from dashboard.cli.run import free_port
from dashboard.errors import DudaoError


@pytest.fixture
def taken_port():
    """A port of this machine on which somebody listens already."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_that_is_taken_is_refused_where_it_was_asked_for(taken_port):
    with pytest.raises(DudaoError, match=f"端口 {taken_port} 已被占用"):
        free_port("127.0.0.1", taken_port)


def test_the_next_port_is_used_where_none_was_asked_for(taken_port, monkeypatch):
    monkeypatch.setattr("dashboard.cli.run.FIRST_PORT", taken_port)
    assert free_port("127.0.0.1", None) > taken_port


@pytest.mark.parametrize("port", [None, 8501])
def test_an_address_of_another_machine_is_named_as_the_reason(port):
    with pytest.raises(DudaoError, match=r"192\.0\.2\.1 不是这台电脑的地址"):
        free_port("192.0.2.1", port)


def test_a_name_that_stands_for_no_address_is_named_as_the_reason(monkeypatch):
    def unknown(*_):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr("dashboard.cli.run._bind", unknown)
    with pytest.raises(DudaoError, match="找不到地址 内网"):
        free_port("内网", None)


def test_a_port_that_only_the_system_may_use_is_named_as_the_reason(monkeypatch):
    def forbidden(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("dashboard.cli.run._bind", forbidden)
    with pytest.raises(DudaoError, match="没有权限使用端口 80"):
        free_port("127.0.0.1", 80)
