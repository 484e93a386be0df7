"""The shipped plan and season are what the script writes, and hold what they promise."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import pytest
from odf.draw import Frame

from dashboard.kinds import kinds
from data.season import SEED, arrivals, expected, files, plan, render, season
from data.season.bureau import SILENT, SILENT_AFTER_JULY, name
from data.season.grid import Book, Page
from data.season.writers import ods

_DATA = Path(__file__).resolve().parents[2] / "data"
_FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$')


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    return dict(files())


def _shipped() -> dict[str, bytes]:
    found = (_DATA / "sample").glob("2021-*/*")
    return {path.relative_to(_DATA / "sample").as_posix(): path.read_bytes() for path in found}


def _contents(data: bytes) -> object:
    """The parts of a zip archive, unpacked: zlib's own version may pack them differently."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(one.filename, one.date_time, archive.read(one)) for one in archive.infolist()]


def _rows(kind: str) -> list[tuple[dt.date | None, dict[str, object]]]:
    return [
        (table.reported_on, row)
        for tables in expected().values()
        for table in tables
        if table.kind == kind
        for row in table.rows
    ]


def test_the_shipped_season_is_what_the_script_writes(written):
    shipped = _shipped()
    assert sorted(shipped) == sorted(written)
    stale = [path for path in written if _contents(shipped[path]) != _contents(written[path])]
    assert not stale, "run: python -m data.season"


def test_the_shipped_list_of_arrivals_is_what_the_script_writes():
    shipped = (_DATA / "sample" / "arrivals.csv").read_bytes()
    assert shipped.replace(b"\r\n", b"\n") == arrivals()


def test_no_file_arrives_before_its_reporting_date_and_corrections_come_after():
    came = {one.path: one.received_at for one in season()}
    for one in season():
        days = [table.reported_on for table in one.meant if table.reported_on]
        assert all(day <= one.received_at.date() for day in days), one.path
    corrected = [path for path in came if "更正" in path]
    assert all(came[path.replace("更正", "")] < came[path] for path in corrected)


def test_the_shipped_plan_is_what_the_script_writes():
    for file, (book, _) in plan().items():
        shipped = (_DATA / "plan" / file).read_bytes()
        assert _contents(shipped) == _contents(render(book, "excel")), file


def test_a_book_is_the_same_whatever_the_process_wrote_before():
    page = Page("表一")
    page.put(0, 0, "市文物中心")
    book = Book([page], dt.date(2021, 6, 4))
    before = ods.write(book)
    Frame(name="a drawing, which the book has not")
    assert ods.write(book) == before


def test_the_same_seed_gives_the_same_bytes(written):
    season.cache_clear()
    assert dict(files(SEED)) == written


def test_another_seed_tells_another_story_of_the_same_files():
    other = expected(7)
    assert sorted(other) == sorted(expected())
    assert other != expected()


def test_the_season_is_small(written):
    assert sum(map(len, written.values())) < 2_500_000
    assert 150 <= len(written) <= 400


def test_no_two_files_are_the_same_bytes(written):
    assert len(set(written.values())) == len(written)


def test_every_name_is_allowed_on_windows(written):
    for path in written:
        assert not [part for part in path.split("/") if _FORBIDDEN.search(part)], path
        assert len(path) < 120


def test_every_format_is_there(written):
    def begins(suffix: str, *starts: bytes) -> bool:
        found = [data for path, data in written.items() if path.endswith(suffix)]
        return all(any(data.startswith(start) for data in found) for start in starts)

    assert begins(".xlsx", b"PK", b"\xd0\xcf\x11\xe0")
    assert begins(".xls", b"\xd0\xcf\x11\xe0", b"<html>")
    assert begins(".ods", b"PK")
    assert begins(".csv", b"\xef\xbb\xbf")
    assert begins(".tsv", b"\xff\xfe")
    gb = [data for path, data in written.items() if path.endswith(".csv")]
    assert any("填表人" in data.decode("gb18030", "ignore") for data in gb)


def test_every_kind_that_units_send_is_there():
    sent = {table.kind for tables in expected().values() for table in tables}
    assert {one.view for one in kinds().values() if one.collection != "plan"} <= sent


def test_every_meant_column_belongs_to_its_kind():
    for tables in expected().values():
        for table in tables:
            known = {one.name for one in kinds()[table.kind].columns} | {"unit"}
            for row in table.rows:
                assert row.keys() <= known, table


def test_the_plan_holds_every_task_phase_unit_and_threshold():
    meant = {tables[0].kind: tables[0].rows for _, tables in plan().values()}
    ids = [f"4.{area}.{task}" for area in range(1, 5) for task in range(1, 4)]
    assert [row["task_id"] for row in meant["task"]] == ids
    assert [row["phase_id"] for row in meant["phase"]] == list("12345")
    assert len(meant["unit"]) == 24
    assert {row["rule"]: row["value"] for row in meant["threshold"]}["reviewer_ratio"] == 0.05
    leads = {row["lead_unit"] for row in meant["task"]}
    assert leads <= {row["unit"] for row in meant["unit"]}
    for rows in meant.values():
        assert all(row.get("basis", "依据") for row in rows)


def test_dates_lie_in_the_season():
    first, last = dt.date(2021, 5, 28), dt.date(2021, 12, 31)
    days = [table.reported_on for tables in expected().values() for table in tables]
    assert days.count(None) == 1
    assert all(first <= day <= last for day in days if day is not None)


def _staff(unit: str) -> set[tuple[object, object]]:
    return {
        (row["legal_reviewers"], row["enforcement_staff"])
        for _, row in _rows("staffing")
        if row["unit"] == name(unit) and {"legal_reviewers", "enforcement_staff"} <= row.keys()
    }


def test_staffing_tells_of_exactly_five_percent_just_below_none_and_mended():
    assert _staff("源汇") == {(2, 40)}
    assert _staff("郾城") == {(2, 41)}
    assert _staff("市场管理科") == {(0, 0)}
    assert {(2, 62), (4, 62)} <= _staff("支队")


def test_one_unit_never_reports_and_another_stops_in_july():
    last: dict[object, dt.date] = {}
    for tables in expected().values():
        for table in tables:
            if table.reported_on is None or table.kind in ("unit", "finding"):
                continue
            for row in table.rows:
                last[row["unit"]] = max(table.reported_on, last.get(row["unit"], table.reported_on))
    assert name(SILENT) not in last
    assert last[name(SILENT_AFTER_JULY)] == dt.date(2021, 7, 30)


def test_there_are_a_veto_a_failed_case_a_contradicted_grade_and_wrong_cases():
    cases = [row for _, row in _rows("case_review")]
    assert any(row["veto"] for row in cases)
    assert any(row["grade"] == "fail" and not row["veto"] for row in cases)
    assert any(row["grade"] == "good" and row["total"] > 90 for row in cases)
    wrong = [row for row in cases if row["wrong_case"]]
    assert {bool(row["accountability"]) for row in wrong} == {True, False}


def test_files_go_wrong_in_every_way():
    spoiled = {one.spoiled for one in season()}
    assert {"damaged", "encrypted"} <= spoiled
    faults = [table for tables in expected().values() for table in tables if table.faults]
    assert {table.kind for table in faults} == {"task_progress", "staffing"}
    corrected = [path for path in expected() if "更正" in path]
    assert len(corrected) == 2
    assert any("集团" in str(row["unit"]) for _, row in _rows("publicity"))
