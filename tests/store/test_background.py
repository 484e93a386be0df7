"""Judging ahead, while the dashboard runs."""

from __future__ import annotations

import datetime as dt
import threading
import time

import pytest

from dashboard.store import background
from dashboard.store.judged import Shelf
from tests.helpers import judge_only

DAYS = [dt.date(2021, 6, number).isoformat() for number in range(1, 11)]


@pytest.fixture(autouse=True)
def few_rules(monkeypatch):
    judge_only(monkeypatch, "complaint_overdue", "reviewer_ratio")


@pytest.fixture
def filled(store):
    store.add("complaint", subject="噪声", due_on="2021-06-03", reported_on=DAYS[0])
    store.add("complaint", unit="乙单位", subject="占道", reported_on=DAYS[-1])
    store.reader()
    return store


def judged(store):
    return sorted(path.name[:10] for path in (store.store.folder / "judged").glob("2*.parquet"))


def test_every_day_of_the_season_is_judged_and_its_history_put_together(filled):
    shelf = Shelf(filled.store.folder / "judged")
    assert background.judge_generation(filled.reader(), shelf, lambda: False)
    assert judged(filled) == DAYS
    assert len(shelf.histories(dt.date(2021, 6, 1))) == 1


def test_the_day_that_pages_open_with_comes_first(filled):
    stopped = iter([False, False, True, True])
    shelf = Shelf(filled.store.folder / "judged")
    assert not background.judge_generation(filled.reader(), shelf, lambda: next(stopped))
    assert judged(filled) == ["2021-06-03", "2021-06-10"]


def test_it_follows_new_generations_until_it_is_told_to_stop(filled, monkeypatch):
    monkeypatch.setattr(background, "_LOOK_SECONDS", 0.05)
    stop = threading.Event()
    thread = threading.Thread(target=background.judge_ahead, args=(filled.store, stop))
    thread.start()
    try:
        assert_soon(lambda: judged(filled) == DAYS)
        filled.add("complaint", subject="灯光", reported_on="2021-06-12")
        filled.reader()
        assert_soon(lambda: judged(filled) == [*DAYS, "2021-06-11", "2021-06-12"])
    finally:
        stop.set()
        thread.join(20)
    assert not thread.is_alive()


def assert_soon(holds, seconds=40.0):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
