from __future__ import annotations

import os
import sys
import threading

import pytest

from dashboard.ingest import Session, ingest, rebuild
from dashboard.ingest.reading import Readers
from tests.ingest.sheets import complaints, content, directory, staffing

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")
CLOCKS = {"submission", "claim"}


def subjects(workspace) -> list[tuple[str, str]]:
    rows = workspace.store.rows(
        "select unit, subject from raw.complaint_rows where valid_from is not null"
    )
    return sorted(rows)


def test_the_plan_comes_in_first_and_by_itself(planned):
    rows = planned.store.rows("select submission_id, status, sha256 from raw.submission")
    assert [row[:2] for row in sorted(rows)] == [(1, "ok"), (2, "ok"), (3, "ok"), (4, "ok")]
    for _, _, sha256 in rows:
        assert planned.archive.path(sha256).is_file()


def test_a_file_in_the_inbox_is_archived_and_taken_in(workspace):
    path = complaints(workspace.inbox / "6月" / "投诉.xlsx", "占道经营")
    (outcome,) = ingest(workspace)
    assert (outcome.file, outcome.status, outcome.rows) == ("6月/投诉.xlsx", "ok", 1)
    assert subjects(workspace) == [("漯河市图书馆", "占道经营")]
    ((sha256,),) = workspace.store.rows("select sha256 from raw.submission where submission_id = 5")
    assert workspace.archive.path(sha256).read_bytes() == path.read_bytes()


def test_the_same_bytes_are_not_taken_twice(workspace):
    path = complaints(workspace.inbox / "a.xlsx", "占道经营")
    ingest(workspace)
    (workspace.inbox / "b.xlsx").write_bytes(path.read_bytes())
    outcomes = ingest(workspace)
    assert [(one.file, one.submission_id, one.known) for one in outcomes] == [
        ("a.xlsx", 5, True),
        ("b.xlsx", 5, True),
    ]
    assert len(subjects(workspace)) == 1


def test_the_same_bytes_twice_in_one_batch_are_one_submission(workspace):
    path = complaints(workspace.inbox / "a.xlsx", "占道经营")
    (workspace.inbox / "b.xlsx").write_bytes(path.read_bytes())
    outcomes = ingest(workspace)
    assert [(one.submission_id, one.known) for one in outcomes] == [(5, False), (5, True)]


def test_a_changed_file_of_the_same_name_is_a_submission_of_its_own(workspace):
    complaints(workspace.inbox / "a.xlsx", "甲", day="2021-06-20")
    ingest(workspace)
    complaints(workspace.inbox / "a.xlsx", "甲", "乙", day="2021-06-30")
    (outcome,) = ingest(workspace)
    assert (outcome.submission_id, outcome.rows, outcome.known) == (6, 2, False)


def test_a_refused_file_stays_in_the_archive_and_stops_nothing(workspace):
    (workspace.inbox / "a坏.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    complaints(workspace.inbox / "b.xlsx", "占道经营")
    bad, good = ingest(workspace)
    assert (bad.status, good.status) == ("refused", "ok")
    assert bad.reason and bad.reason.endswith("。")
    rows = workspace.store.rows("select status, reason, sha256 from raw.submission order by 1")
    refused = next(row for row in rows if row[0] == "refused")
    assert workspace.archive.path(refused[2]).is_file()


def test_a_refused_file_is_refused_again_but_not_recorded_again(workspace):
    (workspace.inbox / "坏.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    first, second = ingest(workspace)[0], ingest(workspace)[0]
    assert (second.status, second.submission_id, second.known) == ("refused", 5, True)
    assert first.reason == second.reason


@posix_only
def test_what_is_no_regular_file_has_a_result_without_bytes(workspace, tmp_path):
    os.mkfifo(workspace.inbox / "a管道.xlsx")
    (tmp_path / "secret.xlsx").write_bytes(b"secret")
    (workspace.inbox / "b链接.xlsx").symlink_to(tmp_path / "secret.xlsx")
    (workspace.inbox / "c文件夹链接").symlink_to(tmp_path)
    outcomes = ingest(workspace)
    assert [one.status for one in outcomes] == ["refused"] * 3
    rows = workspace.store.rows(
        "select file, sha256, size, reason from raw.submission where status = 'refused' order by 1"
    )
    assert [row[:3] for row in rows] == [
        ("a管道.xlsx", None, None),
        ("b链接.xlsx", None, None),
        ("c文件夹链接", None, None),
    ]
    assert "管道" in rows[0][3]
    assert [one.known for one in ingest(workspace)] == [True] * 3


def test_rebuilding_gives_the_same_content(workspace):
    complaints(workspace.inbox / "a.xlsx", "甲", "乙")
    staffing(workspace.inbox / "b.xlsx", 100, 4)
    (workspace.inbox / "c.xlsx").write_bytes(b"nonsense")
    ingest(workspace)
    complaints(workspace.inbox / "a.xlsx", "甲", day="2021-07-31")
    directory(workspace.inbox / "名录.xlsx", ("漯河市图书馆", "图馆"), day="2021-06-15")
    ingest(workspace)
    before = content(workspace)
    assert len(rebuild(workspace)) == 9
    assert content(workspace) == before


def test_a_deleted_store_comes_back_by_itself(workspace):
    complaints(workspace.inbox / "a.xlsx", "甲")
    ingest(workspace)
    before = content(workspace)
    for path in workspace.store_folder.iterdir():
        path.unlink()
    ingest(workspace)
    assert content(workspace) == before


def test_a_new_directory_changes_how_old_sheets_are_read(workspace):
    complaints(workspace.inbox / "a.xlsx", "甲", unit="云上书院")
    ingest(workspace)
    assert subjects(workspace) == [("云上书院", "甲")]
    directory(workspace.inbox / "b.xlsx", ("漯河市云上书院管理处", "云上书院"), day="2021-07-01")
    ingest(workspace)
    assert subjects(workspace) == [("漯河市云上书院管理处", "甲")]


def test_what_comes_out_does_not_depend_on_the_order_of_arrival(planned, tmp_path):
    """The directory before, after and in the middle of the sheets that need it."""
    import shutil

    from dashboard.workspace import Workspace

    source = tmp_path / "source"
    files = [
        complaints(source / "甲.xlsx", "甲", unit="云上书院"),
        complaints(source / "乙.xlsx", "乙", unit="云上书院", day="2021-07-31"),
    ]
    names = directory(source / "名录.xlsx", ("漯河市云上书院管理处", "云上书院"), day="2021-07-01")
    seen = []
    for number, order in enumerate(([names, *files], [*files, names], [files[0], names, files[1]])):
        root = tmp_path / str(number)
        shutil.copytree(planned.root, root)
        workspace = Workspace(root)
        for path in order:
            shutil.copy(path, workspace.inbox)
            ingest(workspace)
        seen.append(subjects(workspace))
    assert seen[0] == [("漯河市云上书院管理处", "乙"), ("漯河市云上书院管理处", "甲")]
    assert seen[1:] == [seen[0]] * 2


def test_two_at_once_take_everything_once(workspace):
    for number in range(6):
        complaints(workspace.inbox / f"{number}.xlsx", f"事项{number}")
    done = []
    threads = [threading.Thread(target=lambda: done.append(ingest(workspace))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.known for outcomes in done for one in outcomes) == [False] * 6 + [True] * 6
    assert len(subjects(workspace)) == 6


def test_readers_go_on_while_a_generation_is_written(workspace):
    complaints(workspace.inbox / "a.xlsx", "甲")
    reader = workspace.store.reader()
    count = "select count(*) from store.raw.submission"
    with workspace.store.lock(), workspace.store.writer() as writer:
        writer.set_last_event(4)
        assert reader.cursor().execute(count).fetchone() == (4,)
        assert workspace.store.reader().cursor().execute(count).fetchone() == (4,)
    ingest(workspace)
    assert reader.cursor().execute(count).fetchone() == (4,)
    assert workspace.store.reader().cursor().execute(count).fetchone() == (5,)


def test_a_line_of_the_journal_without_its_store_is_caught_up(workspace):
    """As a kill leaves it between the journal and the store."""
    complaints(workspace.inbox / "a.xlsx", "甲")
    with Readers() as readers:
        session = Session(workspace, readers)
        from dashboard.ingest.arrivals import Arrivals
        from dashboard.ingest.scan import in_folder

        Arrivals(workspace.archive, session.history.refresh()).take(in_folder(workspace.inbox))
    assert subjects(workspace) == []
    (outcome,) = ingest(workspace)
    assert (outcome.submission_id, outcome.status) == (5, "ok")
    assert subjects(workspace) == [("漯河市图书馆", "甲")]


def test_a_long_batch_is_published_in_parts(workspace, monkeypatch):
    from dashboard.ingest import catch_up

    monkeypatch.setattr(catch_up, "_PUBLISH_EVENTS", 2)
    monkeypatch.setattr(catch_up, "_CHUNK", 1)
    for number in range(5):
        complaints(workspace.inbox / f"{number}.xlsx", f"事项{number}")
    before = workspace.store.generation().number
    ingest(workspace)
    assert workspace.store.generation().number == before + 3
    assert len(subjects(workspace)) == 5
    once = content(workspace)
    rebuild(workspace)
    assert content(workspace) == once
