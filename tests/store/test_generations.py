"""A generation is published whole or not at all, and reading never waits for writing."""

from __future__ import annotations

import json
import threading

import pytest

from dashboard.store import Store, StoreEmptyError, StoreOutdatedError


def test_a_store_before_its_first_generation_says_what_to_do(tmp_path):
    with pytest.raises(StoreEmptyError, match="收件箱"):
        Store(tmp_path).reader()


def test_an_error_while_writing_leaves_the_last_good_generation(store):
    store.add("complaint", subject="占道经营")
    store.reader()
    before = store.store.generation()

    with pytest.raises(RuntimeError, match="power cut"), store.store.writer() as writer:
        writer.execute("delete from raw.complaint_rows")
        raise RuntimeError("power cut")

    assert store.store.generation() == before
    assert [path.name for path in store.store.folder.glob("*.duckdb*")] == [before.path.name]
    assert store.sql("select subject from complaint") == [("占道经营",)]


def test_a_reader_keeps_its_generation_while_the_next_is_written_and_published(store):
    store.add("complaint", subject="甲")
    old = store.reader()
    with store.store.writer() as writer:
        writer.execute("update raw.complaint_rows set subject = '乙'")
        assert old.ask("pages/units") == []
    assert old.cursor(store_day()).execute("select subject from complaint").fetchall() == [("甲",)]
    new = store.store.reader()
    assert new.generation == old.generation + 1
    assert new.cursor(store_day()).execute("select subject from complaint").fetchall() == [("乙",)]


def test_old_generations_are_removed_but_for_the_newest_few(store):
    store.add("complaint", subject="甲")
    store.reader()
    for _ in range(5):
        with store.store.writer():
            pass
    names = sorted(path.name for path in store.store.folder.glob("store-*.duckdb"))
    assert names == [f"store-{number:06d}.duckdb" for number in (4, 5, 6)]


def test_a_store_of_another_version_asks_to_be_rebuilt(store):
    store.add("complaint", subject="甲")
    store.reader()
    pointer = store.store.folder / "current.json"
    content = json.loads(pointer.read_text(encoding="utf-8"))
    pointer.write_text(json.dumps(content | {"fingerprint": "older"}), encoding="utf-8")

    assert not store.store.is_current()
    with pytest.raises(StoreOutdatedError, match="rebuild"):
        store.store.reader()
    with store.store.writer() as writer:
        assert writer.execute("select count(*) from raw.complaint_rows") == [(0,)]


def test_every_thread_gets_right_answers_because_each_query_has_its_own_cursor(store):
    for number in range(40):
        store.add("complaint", subject=str(number), unit=f"单位{number}")
    reader = store.reader()
    wrong = []

    def ask(number: int) -> None:
        for _ in range(40):
            cursor = reader.cursor(store_day())
            sql = "select subject from complaint where unit = $unit"
            rows = cursor.execute(sql, {"unit": f"单位{number}"}).fetchall()
            if rows != [(str(number),)]:
                wrong.append((number, rows))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def store_day():
    import datetime as dt

    return dt.date(2021, 7, 1)
