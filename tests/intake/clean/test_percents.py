"""Shares, the scale of a column, and ranges of shares."""

import datetime as dt

import pytest

from dashboard.intake.clean import DateFrame, clean_percent, clean_table, ratio_range
from dashboard.kinds import kind

FRAME = DateFrame(dt.date(2021, 7, 9))


@pytest.mark.parametrize(
    ("written", "share"),
    [
        (0.95, 0.95), (95, 0.95), ("95", 0.95), ("0.95", 0.95), ("95%", 0.95), ("９５％", 0.95),
        ("95 %", 0.95), ("95.0%", 0.95), ("33.3%", 0.333), ("95%%", 0.95), ("百分之九十五", 0.95),
        ("百分之95", 0.95), ("百分百", 1.0), ("已完成", 1.0), ("完成", 1.0), ("未启动", 0.0),
        ("未开展", 0.0), ("九成", 0.9), ("九成五", 0.95), ("一半", 0.5), ("1/2", 0.5),
        ("三分之一", 0.333333333333), ("完成95%", 0.95), ("已完成95%", 0.95), (0, 0.0), (1, 1.0),
        ("80%,正在推进", 0.8), ("80%。等待审定", 0.8), ("完成进度80%", 0.8), ("提前完成", 1.0),
        ("完成一半", 0.5), (100, 1.0), ("—", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_share_is_understood_however_it_is_written(written, share):
    assert clean_percent(written) == (share, None, None)


@pytest.mark.parametrize(
    ("written", "share", "named"),
    [
        ("过半", 0.5, "50%"),
        ("近半", 0.5, "50%"),
        ("约95%", 0.95, "95%"),
        ("95%左右", 0.95, "95%"),
        ("90余%", 0.9, "90%"),
        ("近九成", 0.9, "90%"),
        ("约三分之一", 0.333333333333, "33.33%"),
        ("约95", 0.95, "95%"),
        ("约0.95", 0.95, "95%"),
    ],
)
def test_an_approximate_share_is_kept_and_named(written, share, named):
    assert clean_percent(written) == (share, "approximate_number", {"number": named})


@pytest.mark.parametrize(
    ("written", "named"), [("9 5 %", "95%"), ("9 5", "95%"), ("９　５ ％", "95%")]
)
def test_a_share_typed_apart_is_kept_and_named(written, named):
    assert clean_percent(written) == (0.95, "digits_typed_apart", {"number": named})


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("120%", "out_of_range"), (120, "out_of_range"), (-0.1, "out_of_range"),
        (1.2, "out_of_range"),
        ("80分", "not_a_percent"), ("未完成", "not_a_percent"), ("部分完成", "not_a_percent"),
        ("进行中", "not_a_percent"), ("基本完成", "not_a_percent"), (True, "not_a_percent"),
        ("90%以上", "range_not_number"), ("50%-60%", "range_not_number"),
        ("八九成", "range_not_number"),
        ("9O%", "looks_misread"), (dt.date(2021, 1, 2), "fraction_became_date"),
        ("1/0", "not_a_percent"), ("95 5", "not_a_percent"), (10**400, "out_of_range"),
        (float("nan"), "not_a_percent"),
    ],
)  # fmt: skip
def test_what_is_no_one_share_is_an_error_and_never_a_guess(written, code):
    assert clean_percent(written)[:2] == (None, code)


@pytest.mark.parametrize(
    ("column", "shares", "faults"),
    [
        pytest.param([0.5, 0.95, 1], [0.5, 0.95, 1.0], [], id="fractions: 1 is all of it"),
        pytest.param([0, 1, 1], [0.0, 1.0, 1.0], [], id="nothing and all"),
        pytest.param(
            [95, 80, 0.5],
            [0.95, 0.8, None],
            [(2, "ambiguous_percent")],
            id="0.5 among hundreds is ambiguous",
        ),
        pytest.param(
            [95, 1, 100],
            [0.95, 0.01, 1.0],
            [(1, "percent_scale_assumed")],
            id="1 among hundreds is 1 %, with a doubt",
        ),
        pytest.param(
            [25, 0.3, 1],
            [0.25, None, None],
            [(1, "ambiguous_percent"), (2, "ambiguous_percent")],
            id="1 where fractions stand among hundreds may be either",
        ),
        pytest.param(["95%", 0.5, 1], [0.95, 0.5, 1.0], [], id="a typed % says nothing of others"),
        pytest.param([0.2, 0.4, 0.5, 95], [0.2, 0.4, 0.5, 0.95], [], id="one 95 among fractions"),
        pytest.param([95, "0.5%"], [0.95, 0.005], [], id="a typed % decides for itself"),
    ],
)
def test_the_column_decides_the_scale_of_bare_numbers(column, shares, faults):
    cleaned = clean_table(kind("task_progress"), {"progress": column}, FRAME)
    assert cleaned.values["progress"] == shares
    assert [(fault.index, fault.code) for fault in cleaned.faults] == faults


def test_numbers_in_percent_cells_are_fractions_and_decide_nothing_for_others():
    cleaned = clean_table(
        kind("task_progress"),
        {"progress": [0.5, 95, 1, "80%", 95]},
        FRAME,
        percent_cells={"progress": {0, 2, 3, 4}},
    )
    assert cleaned.values["progress"] == [0.5, 0.95, 1.0, 0.8, None]
    (fault,) = cleaned.faults
    assert (fault.code, fault.details["text"]) == ("out_of_range", "9500%")


@pytest.mark.parametrize(
    ("written", "bounds"),
    [
        ("2%-5%", (0.02, 0.05)), ("2-5%", (0.02, 0.05)), ("２％～５％", (0.02, 0.05)),
        ("2%至5%", (0.02, 0.05)), ("≥10%", (0.1, None)), (">=10%", (0.1, None)),
        ("不低于5%", (0.05, None)), ("不低于百分之五", (0.05, None)), ("10%以上", (0.1, None)),
        ("≤3%", (None, 0.03)), ("不超过3%", (None, 0.03)), ("5%以内", (None, 0.05)),
        ("5%", (0.05, 0.05)), (0.05, (0.05, 0.05)), (5, (0.05, 0.05)), ("全覆盖", (1.0, 1.0)),
        ("不少于5%,不超过10%", (0.05, 0.1)), ("不低于5%且不高于20%", (0.05, 0.2)),
        ("不少于10%,不超过5%", (None, None)), ("不少于5%,不超过随机", (None, None)),
        ("按10%的比例随机抽取", (0.1, 0.1)), ("20%(5家)", (0.2, 0.2)), ("抽查比例5%", (0.05, 0.05)),
        ("随机", (None, None)), ("10户", (None, None)),
        ("5%-2%", (None, None)), ("", (None, None)), (None, (None, None)),
    ],
)  # fmt: skip
def test_a_ratio_has_its_least_and_greatest_share(written, bounds):
    assert ratio_range(written) == bounds


def test_the_bounds_of_one_cell_go_to_two_columns():
    cells = ["2%-5%", "≥10%", "5%", "随机"]
    cleaned = clean_table(
        kind("inspection_item"), {"ratio_min": list(cells), "ratio_max": list(cells)}, FRAME
    )
    assert cleaned.values == {
        "ratio_min": [0.02, 0.1, 0.05, None],
        "ratio_max": [0.05, None, 0.05, None],
    }
    assert [(fault.index, fault.code) for fault in cleaned.faults] == [(3, "not_a_percent")] * 2
