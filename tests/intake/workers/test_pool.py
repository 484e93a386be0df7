from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from dashboard.intake.model import Context, UnitName
from dashboard.intake.pool import Job, Limits, Pool, WorkerError
from dashboard.intake.workers.worker import Worker

FUNCTION = """
import os, time
from dashboard.errors import Refused
from dashboard.intake.model import FileReading

def understand(workbook, name, context):
    if name == "abort": os.abort()
    if name == "exit": os._exit(3)
    if name == "kill": os.kill(os.getpid(), 9)
    if name.startswith("/") and not os.path.exists(name):
        open(name, "w").close()
        os.kill(os.getpid(), 9)
    if name == "spin":
        while True: pass
    if name == "sleep": time.sleep(60)
    if name == "eat": return [bytearray(1 << 24) for _ in range(1000)]
    if name == "deep": return understand_deeper()
    if name == "wrong": raise ValueError("not as thought")
    if name == "refuse": raise Refused("no_table")
    if name == "print": print("noise"); os.write(1, b"more noise")
    told = f"{name} {workbook.sheets[0].rows} {[unit.name for unit in context.units]} {os.getpid()}"
    return FileReading("ok", reason=told)

def understand_deeper():
    return understand_deeper() + 1
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has these limits")


@pytest.fixture
def function(tmp_path, monkeypatch):
    (tmp_path / "hostile_to_pools.py").write_text(FUNCTION, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return "hostile_to_pools:understand"


@pytest.fixture
def jobs(tmp_path):
    source = tmp_path / "source"
    source.write_bytes(b"1,2\n3,4\n")
    context = Context(units=(UnitName("图书馆"),))
    return lambda *names: [Job(source, name, context) for name in names]


def statuses(found):
    return [(job.name, reading.status) for job, reading in found]


def test_readings_come_in_the_order_of_the_jobs(function, jobs):
    with Pool(2, function=function) as pool:
        found = list(pool.take(jobs(*map(str, range(40)))))
    assert [job.name for job, _ in found] == [str(n) for n in range(40)]
    assert [reading.reason.split()[0] for _, reading in found] == [str(n) for n in range(40)]
    assert all("[['1', '2'], ['3', '4']] ['图书馆']" in reading.reason for _, reading in found)
    assert {reading.format for _, reading in found} == {"csv"}


def test_one_worker_serves_many_files(function, jobs):
    with Pool(1, function=function) as pool:
        workers = {reading.reason.split()[-1] for _, reading in pool.take(jobs(*"abcdefgh"))}
    assert len(workers) == 1


@posix
def test_a_file_that_ends_its_worker_costs_only_itself(function, jobs):
    bad = {
        "abort": ("reader_crashed", "SIGABRT"),
        "exit": ("reader_crashed", "3"),
        "kill": ("too_much_memory", "内存"),
        "wrong": ("reader_failed", "ValueError"),
        "deep": ("reader_failed", "RecursionError"),
        "refuse": ("no_table", "空的"),
    }
    names = [name for one in bad for name in (f"before {one}", one, f"after {one}")]
    with Pool(2, function=function) as pool:
        found = list(pool.take(jobs(*names)))
    assert statuses(found) == [(name, "refused" if name in bad else "ok") for name in names]
    for job, reading in found:
        if job.name in bad:
            code, said = bad[job.name]
            assert [one.code for one in reading.problems] == [code]
            assert reading.reason == reading.problems[0].message
            assert said in reading.reason


@posix
def test_a_file_that_eats_memory_is_stopped_by_the_limit(function, jobs):
    limits = Limits(address_space=700 << 20)
    with Pool(1, limits, function) as pool:
        found = list(pool.take(jobs("a", "eat", "b")))
    assert statuses(found) == [("a", "ok"), ("eat", "refused"), ("b", "ok")]
    assert found[1][1].problems[0].code == "too_much_memory"
    assert "700 MB" in found[1][1].reason


def test_a_file_that_takes_too_long_is_stopped_by_the_clock(function, jobs):
    with Pool(1, Limits(wall_seconds=1.5), function) as pool:
        found = list(pool.take(jobs("a", "sleep", "b", "sleep", "c")))
    assert [status for _, status in statuses(found)] == ["ok", "refused", "ok", "refused", "ok"]
    assert [one.code for one in found[1][1].problems] == ["took_too_long"]
    assert "1.5 秒" in found[1][1].reason


@posix
def test_a_file_that_computes_too_long_is_stopped_by_the_kernel(function, jobs):
    with Pool(1, Limits(cpu_seconds=1, wall_seconds=20), function) as pool:
        found = list(pool.take(jobs("a", "spin", "b")))
    assert [status for _, status in statuses(found)] == ["ok", "refused", "ok"]
    assert found[1][1].problems[0].code == "took_too_long"


def test_what_a_library_prints_does_not_disturb_the_answers(function, jobs):
    with Pool(1, function=function) as pool:
        assert statuses(pool.take(jobs("print", "a"))) == [("print", "ok"), ("a", "ok")]


def test_a_failure_of_the_program_is_logged_with_its_traceback_once(function, jobs, caplog):
    with caplog.at_level(logging.ERROR), Pool(1, function=function) as pool:
        list(pool.take(jobs("wrong", "wrong", "wrong")))
    assert caplog.text.count("ValueError: not as thought") == 3
    assert caplog.text.count("Traceback") == 1


def test_jobs_are_drawn_only_a_few_ahead(function, jobs):
    drawn = []

    def endless():
        while True:
            drawn.append(1)
            yield from jobs("a")

    with Pool(1, function=function) as pool:
        taken = pool.take(endless())
        for _ in range(5):
            next(taken)
        taken.close()
        assert len(drawn) < 20
        assert statuses(pool.take(jobs("after"))) == [("after", "ok")]


def test_a_function_that_cannot_be_imported_is_no_fault_of_the_files(jobs):
    with Pool(1, function="no.such.module:function") as pool, pytest.raises(WorkerError):
        list(pool.take(jobs("a", "b")))


@posix
@posix
def test_a_file_whose_worker_was_killed_gets_a_second_try(function, jobs, tmp_path):
    with Pool(1, function=function) as pool:
        found = list(pool.take(jobs("a", str(tmp_path / "killed"), "kill", "b")))
    assert [reading.status for _, reading in found] == ["ok", "ok", "refused", "ok"]


@posix
def test_a_worker_that_is_killed_while_it_starts_costs_no_file(function, jobs, monkeypatch):
    started = []
    start = Worker.__init__

    def killed_at_first(worker, settings):
        start(worker, settings)
        started.append(worker)
        if len(started) <= 2:
            worker.kill()

    monkeypatch.setattr(Worker, "__init__", killed_at_first)
    with Pool(1, function=function) as pool:
        assert statuses(pool.take(jobs("a", "b"))) == [("a", "ok"), ("b", "ok")]
    assert len(started) == 3


def test_leaving_the_pool_leaves_no_process_behind(function, jobs):
    with Pool(2, function=function) as pool:
        taken = pool.take(jobs(*["a"] * 12, "sleep"))
        workers = {int(next(taken)[1].reason.split()[-1]) for _ in range(12)}
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill"])
def test_workers_end_with_their_parent(tmp_path, function, jobs, sent):
    job = jobs("a")[0]
    script = textwrap.dedent(
        f"""
        import sys
        sys.path.insert(0, {str(tmp_path)!r})
        from pathlib import Path
        from dashboard.intake.model import Context
        from dashboard.intake.pool import Job, Pool
        jobs = [Job(Path({str(job.path)!r}), name, Context()) for name in ("a", "sleep")]
        with Pool(1, function={function!r}) as pool:
            for _, reading in pool.take(jobs):
                print(reading.reason.split()[-1], flush=True)
        """
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    worker = int(parent.stdout.readline())
    parent.send_signal(sent)
    parent.wait(10)
    parent.stdout.close()
    until = time.monotonic() + 5
    while time.monotonic() < until and alive(worker):
        time.sleep(0.05)
    assert not alive(worker)


def alive(process: int) -> bool:
    """Not so for a process that is gone but for its entry, waiting for init to clear it."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_worker_loads_nothing_heavy():
    listed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, dashboard.intake.workers.process; print(*sys.modules)",
        ],
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    heavy = {"duckdb", "pandas", "numpy", "streamlit", "typer", "rich", "openpyxl", "lxml"}
    assert heavy.isdisjoint(listed)
    assert "dashboard.intake.read" in listed
