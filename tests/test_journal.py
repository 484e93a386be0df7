from __future__ import annotations

import datetime as dt

import pytest

from dashboard.history import History
from dashboard.journal import Journal, JournalDamagedError


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "archive" / "journal.jsonl")


def received(number: int) -> dict[str, object]:
    return {
        "submission_id": number,
        "file": f"{number}.xlsx",
        "received_at": dt.datetime(2021, 6, 1, 9),
        "sha256": f"{number:064d}",
        "size": 10,
        "plan": False,
    }


def names(journal: Journal) -> list[tuple[int, str]]:
    return [(event.n, event.name) for event, _ in journal.read()]


def test_events_come_back_in_their_order_with_their_particulars(journal):
    journal.append([(1, "received", received(1)), (2, "withdrawn", {"submission_id": 1})])
    journal.append([(3, "restored", {"submission_id": 1})])
    assert names(journal) == [(1, "received"), (2, "withdrawn"), (3, "restored")]
    first = next(journal.read())[0]
    assert first.data["received_at"] == "2021-06-01T09:00:00"


def test_a_journal_that_is_not_there_is_empty(journal):
    assert names(journal) == []


@pytest.mark.parametrize("torn", [b'{"n": 2, "ev', b'{"n": 2, "event": "withdrawn"}', b"\0" * 99])
def test_a_half_written_line_never_happened_and_is_cut_off(journal, torn):
    journal.append([(1, "received", received(1))])
    with journal.path.open("ab") as file:
        file.write(torn)
    assert names(journal) == [(1, "received")]
    journal.append([(2, "withdrawn", {"submission_id": 1})])
    assert names(journal) == [(1, "received"), (2, "withdrawn")]
    assert len(journal.path.read_bytes().splitlines()) == 2


def test_a_long_torn_line_is_cut_off_as_well(journal):
    journal.append([(1, "received", received(1))])
    with journal.path.open("ab") as file:
        file.write(b"x" * 200_000)
    journal.append([(2, "restored", {"submission_id": 1})])
    assert names(journal) == [(1, "received"), (2, "restored")]


@pytest.mark.parametrize("line", ["not json\n", "[1]\n", '{"n": 2}\n', '"text"\n'])
def test_a_whole_line_that_is_no_event_is_said_and_not_skipped(journal, line):
    journal.append([(1, "received", received(1))])
    with journal.path.open("a", encoding="utf-8") as file:
        file.write(line)
    with pytest.raises(JournalDamagedError, match="已损坏"):
        names(journal)


def test_a_missing_event_is_said(journal):
    journal.append([(1, "received", received(1)), (3, "received", received(2))])
    with pytest.raises(JournalDamagedError, match="缺少"):
        History(journal).refresh()


def test_history_reads_only_what_was_added_since(journal):
    history = History(journal).refresh()
    history.append([("received", received(1))])
    Journal(journal.path).append(
        [(2, "withdrawn", {"submission_id": 1, "at": "2021-06-02T08:00:00"})]
    )
    history.refresh()
    assert history.last == 2
    assert list(history.withdrawn) == [1]
    assert history.next_number("submission") == 2


def test_bytes_are_known_until_they_are_withdrawn(journal):
    history = History(journal)
    history.append([("received", received(1))])
    sha256 = f"{1:064d}"
    assert history.standing(sha256) == 1
    history.append([("withdrawn", {"submission_id": 1, "at": "2021-06-02T08:00:00", "why": "错"})])
    assert history.standing(sha256) is None
    assert history.withdrawn_as(sha256, "1.xlsx") == 1
    assert history.withdrawn_as(sha256, "其他.xlsx") is None


def test_chinese_stands_in_the_file_as_it_is(journal):
    journal.append([(1, "withdrawn", {"submission_id": 1, "why": "填错了"})])
    assert "填错了" in journal.path.read_text(encoding="utf-8")
