from __future__ import annotations

import datetime as dt
import shutil
import threading
import time
from pathlib import Path

import pytest

from dashboard import watch as watching
from dashboard.ingest import Found, ingest
from dashboard.watch import Settling, watch
from dashboard.workspace import Workspace
from tests.ingest.sheets import complaints


@pytest.fixture
def workspace(tmp_path):
    made = Workspace(tmp_path / "workspace")
    ingest(made, received_at=lambda _: dt.datetime(2021, 5, 28, 9))
    return made


@pytest.fixture
def watched(workspace):
    """The workspace while it is watched, and what was published."""
    stop, published, said = threading.Event(), [], threading.Event()

    def on_published(outcomes):
        published.extend(outcomes)
        said.set()

    thread = threading.Thread(target=watch, args=(workspace, stop, on_published))
    thread.start()
    time.sleep(0.5)
    yield workspace, published, said
    stop.set()
    thread.join(15)
    assert not thread.is_alive()


def wait_for(published, count: int, seconds: float = 15) -> float:
    began = time.monotonic()
    while len(published) < count and time.monotonic() - began < seconds:
        time.sleep(0.02)
    assert len(published) == count
    return time.monotonic() - began


def test_a_dropped_file_is_in_the_store_within_five_seconds(watched, tmp_path):
    workspace, published, _ = watched
    shutil.copy(complaints(tmp_path / "a.xlsx", "甲"), workspace.inbox)
    assert wait_for(published, 1) < 5
    assert workspace.store.rows("select subject from raw.complaint_rows") == [("甲",)]
    time.sleep(1)
    assert len(published) == 1


def test_a_file_that_still_grows_is_left_until_it_is_whole(watched, tmp_path):
    workspace, published, _ = watched
    whole = complaints(tmp_path / "a.xlsx", "甲").read_bytes()
    with (workspace.inbox / "a.xlsx").open("wb") as slowly:
        for start in range(0, len(whole), len(whole) // 5):
            slowly.write(whole[start : start + len(whole) // 5])
            slowly.flush()
            time.sleep(0.6)
    wait_for(published, 1)
    assert [one.status for one in published] == ["ok"]


def test_an_error_does_not_end_the_watching(watched, tmp_path, monkeypatch, caplog):
    workspace, published, _ = watched
    failed = threading.Event()
    original = watching.Session.ingest

    def fail_once(self, *args, **kwargs):
        if not failed.is_set():
            failed.set()
            raise OSError("磁盘已满")
        return original(self, *args, **kwargs)

    monkeypatch.setattr(watching, "_RETRY_SECONDS", 0.1)
    monkeypatch.setattr(watching.Session, "ingest", fail_once)
    shutil.copy(complaints(tmp_path / "a.xlsx", "甲"), workspace.inbox)
    wait_for(published, 1)
    assert failed.is_set()
    assert "将继续尝试" in caplog.text


def test_without_events_of_the_system_the_folder_is_listed(workspace, tmp_path, monkeypatch):
    import watchfiles

    def no_events(*args, **kwargs):
        raise OSError("no watches left")

    monkeypatch.setattr(watchfiles, "watch", no_events)
    stop, published = threading.Event(), []
    thread = threading.Thread(target=watch, args=(workspace, stop, published.extend))
    thread.start()
    time.sleep(0.5)
    shutil.copy(complaints(tmp_path / "a.xlsx", "甲"), workspace.inbox)
    took = wait_for(published, 1)
    stop.set()
    thread.join(15)
    assert took < 5


def test_only_one_watches_and_another_takes_over(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "_RETRY_SECONDS", 0.2)
    taken: list[list[object]] = [[], []]
    stops = [threading.Event(), threading.Event()]
    threads = []
    for stop, mine in zip(stops, taken, strict=True):
        threads.append(threading.Thread(target=watch, args=(workspace, stop, mine.extend)))
        threads[-1].start()
        time.sleep(0.5)
    shutil.copy(complaints(tmp_path / "a.xlsx", "甲"), workspace.inbox)
    wait_for(taken[0], 1)
    stops[0].set()
    threads[0].join(15)
    shutil.copy(complaints(tmp_path / "b.xlsx", "乙"), workspace.inbox)
    wait_for(taken[1], 1)
    stops[1].set()
    threads[1].join(15)
    assert len(taken[0]) == 1


def found(size: int, name: str = "a.xlsx") -> Found:
    return Found(Path(name), name, size=size, mtime_ns=1)


def test_a_file_is_due_once_it_stood_still():
    settling = Settling()
    assert settling.due([found(1)], 0.0) == []
    assert settling.due([found(2)], 1.0) == []
    assert settling.due([found(2)], 2.0) == []
    assert settling.due([found(2)], 2.6) == [found(2)]
    settling.took(found(2))
    assert settling.due([found(2)], 9.0) == []
    assert settling.due([found(3)], 10.0) == []
    assert settling.due([found(3)], 12.0) == [found(3)]


def test_a_file_that_was_taken_away_is_forgotten():
    settling = Settling()
    settling.due([found(1)], 0.0)
    assert settling.due([], 1.0) == []
    assert settling.waiting() == frozenset()


def test_a_file_that_failed_must_stand_still_anew():
    settling = Settling()
    settling.due([found(1)], 0.0)
    assert settling.due([found(1)], 2.0)
    settling.failed(found(1))
    assert settling.due([found(1)], 2.1) == []
    assert settling.due([found(1)], 4.0) == [found(1)]
