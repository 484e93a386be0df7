"""Reading bytes as a file that came in."""

from __future__ import annotations

import pytest

from dashboard.errors import Refused
from dashboard.intake.read import read_bytes


@pytest.fixture
def read(tmp_path):
    """``read(data)`` is the workbook in these bytes."""

    def reading(data: bytes, name: str = "表.xls"):
        path = tmp_path / "file"
        path.write_bytes(data)
        return read_bytes(path, name=name)

    return reading


@pytest.fixture
def refusal(read):
    """``refusal(data)`` is the problem for which these bytes are refused."""

    def problem(data: bytes):
        with pytest.raises(Refused) as caught:
            read(data)
        return caught.value.problem

    return problem
