from __future__ import annotations

import datetime as dt

from dashboard.sample import sample_files
from dashboard.shipped import shipped


def test_the_sample_comes_in_the_order_of_its_arrivals():
    files = sample_files(shipped("data", "sample"))
    moments = [at for _, at in files]
    assert len(files) > 300
    assert moments == sorted(moments)
    assert moments[0] > dt.datetime(2021, 5, 28)
    assert moments[-1] < dt.datetime(2022, 1, 31)


def test_every_spreadsheet_of_the_sample_has_its_arrival():
    root = shipped("data", "sample")
    months = [folder for folder in root.iterdir() if folder.name.startswith("2021-")]
    there = sum(1 for folder in months for path in folder.iterdir())
    assert there == len(sample_files(root))
