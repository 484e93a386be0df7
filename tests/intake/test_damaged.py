"""A file cut, flipped or padded at random is read or refused; ``benchmarks.damage`` runs long."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.damage import damaged, failed, sources
from dashboard.intake.model import Context
from dashboard.intake.pool import Job, Pool


@pytest.fixture(scope="module")
def pool():
    with Pool(1) as one:
        yield one


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=st.sampled_from(sources()), seed=st.integers(0, 1 << 32))
def test_a_damaged_file_is_read_or_refused_with_its_reason(tmp_path, pool, source, seed):
    path = tmp_path / "damaged"
    path.write_bytes(damaged(source, seed))
    ((_, reading),) = pool.take([Job(path, source.name, Context())])
    assert not failed(reading), reading.reason
    assert reading.status in {"ok", "problems", "refused"}
    assert bool(reading.reason) is (reading.status == "refused")
