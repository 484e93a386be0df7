"""Damaged files by the thousand: ``python -m benchmarks.damage``.

Files of the sample season and of the plan are cut, flipped, padded, holed and mixed at random
places, packed parts also from within, and read as ``dudao ingest`` reads them, in worker
processes. Each must be read or refused with its reason; a worker that dies, a failure of the
program or a file without a result is printed with its seed, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import io
import random
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import measure
from dashboard.intake.model import Context, FileReading
from dashboard.intake.pool import Job, Pool

FAILURES = frozenset({"reader_failed", "reader_crashed", "too_much_memory", "took_too_long"})
"""Refusals that say something of the program, not of the file."""
_DATA = measure.REPOSITORY / "data"
_AT_ONCE = 200
_NOT_UNPACKED = (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, RuntimeError)
"""NotImplementedError, for ways of packing that zipfile lacks, is a RuntimeError."""
Damage = Callable[[bytearray, random.Random], bytes]


def cut(data: bytearray, dice: random.Random) -> bytes:
    """The beginning, as a copy that was interrupted leaves it."""
    return bytes(data[: dice.randrange(len(data))])


def flip(data: bytearray, dice: random.Random) -> bytes:
    """A few bits the other way, as a bad disk does it."""
    for _ in range(dice.choice((1, 1, 3, 30))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


def pad(data: bytearray, dice: random.Random) -> bytes:
    """Something behind it, or before it, as mail programs and downloads do it."""
    more = dice.randbytes(dice.choice((1, 100, 5_000)))
    return bytes(data) + more if dice.random() < 0.7 else more + bytes(data)


def hole(data: bytearray, dice: random.Random) -> bytes:
    """Zeros for a sector, as a disk that was full leaves it."""
    start = dice.randrange(len(data))
    length = min(dice.choice((16, 512, 4096)), len(data) - start)
    data[start : start + length] = bytes(length)
    return bytes(data)


def mix(data: bytearray, dice: random.Random) -> bytes:
    """A piece of it again at another place."""
    length = dice.choice((4, 64, 1024))
    here, there = dice.randrange(len(data)), dice.randrange(len(data))
    data[here : here + length] = data[there : there + length]
    return bytes(data)


def within(data: bytearray, dice: random.Random) -> bytes:
    """One part of an archive damaged before it is packed, so that all checksums are right."""
    if not data.startswith(b"PK"):
        return flip(data, dice)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        names = old.namelist()
        hit = dice.choice(names or [""])
        for name in names:
            part = old.read(name)
            if name == hit and part:
                part = dice.choice((cut, flip, flip, hole, mix))(bytearray(part), dice)
            new.writestr(name, part)
    return packed.getvalue()


WAYS: tuple[Damage, ...] = (cut, flip, pad, hole, mix, within, within)


def sources() -> list[Path]:
    """The files that are damaged: the plan and the sample season."""
    found = [*_DATA.glob("plan/*.xlsx"), *_DATA.glob("sample/*/*.*")]
    return sorted(found)


def damaged(source: Path, seed: int) -> bytes:
    """The bytes of the file, damaged once or twice as the seed says."""
    dice = random.Random(seed)
    data = source.read_bytes()
    for _ in range(dice.choice((1, 1, 2))):
        way = dice.choice(WAYS)
        if data:
            data = _tried(way, data, dice)
    return data


def _tried(way: Damage, data: bytes, dice: random.Random) -> bytes:
    try:
        return way(bytearray(data), dice)
    except _NOT_UNPACKED:
        return flip(bytearray(data), dice)  # what was damaged before cannot be unpacked


def failed(reading: FileReading) -> bool:
    """Whether the reading says that the program did not cope."""
    return any(one.code in FAILURES for one in reading.problems)


def readings(seeds: range, folder: Path, pool: Pool) -> Iterator[tuple[int, Path, FileReading]]:
    """Each seed with the file that was damaged and what came of it."""
    files, context = sources(), Context()
    for start in range(seeds.start, seeds.stop, _AT_ONCE):
        some = range(start, min(start + _AT_ONCE, seeds.stop))
        hit = {seed: random.Random(seed).choice(files) for seed in some}
        for seed, source in hit.items():
            (folder / str(seed)).write_bytes(damaged(source, seed))
        jobs = [Job(folder / str(seed), hit[seed].name, context) for seed in some]
        for seed, (job, reading) in zip(some, pool.take(jobs), strict=True):
            job.path.unlink()
            yield seed, hit[seed], reading


def main() -> None:
    """The command."""
    command = argparse.ArgumentParser(prog="benchmarks.damage", description=__doc__)
    command.add_argument("--files", type=int, default=4_000, help="how many")
    command.add_argument("--first", type=int, default=0, help="the first seed")
    given = command.parse_args()
    print(measure.machine())
    came: Counter[str] = Counter()
    bad = 0
    began = time.monotonic()
    seeds = range(given.first, given.first + given.files)
    with tempfile.TemporaryDirectory() as folder, Pool() as pool:
        for seed, source, reading in readings(seeds, Path(folder), pool):
            code = reading.problems[0].code if reading.status == "refused" else reading.status
            came[code] += 1
            if failed(reading):
                bad += 1
                print(f"seed {seed}: {source.name}: {reading.reason}")
    for code, count in came.most_common():
        print(f"{count:6}  {code}")
    print(f"{given.files} files in {time.monotonic() - began:.0f} s, {bad} failures")
    raise SystemExit(1 if bad else 0)


if __name__ == "__main__":
    main()
