"""The files that go wrong, and the odd ones: faults, a resubmission, forms, lists of names."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from data.season import bureau
from data.season.layout import Table
from data.season.manners import chinese_number
from data.season.sending import Part, Sending
from data.season.story.papers import on


def _faulty_progress(table: Table) -> None:
    """Bad dates, words for numbers, an unknown status, an error cell."""
    table.faults = {
        (0, "due_on"): "2021-13-45",
        (1, "due_on"): "6月31日",
        (0, "progress"): "差不多了",
        (1, "status"): "搞不清",
    }


def _faulty_staffing(table: Table) -> None:
    table.faults = {
        (1, "enforcement_staff"): "#REF!",
        (3, "legal_reviewers"): "若干",
        (4, "certified_staff"): "-3",
    }


def _stranger(table: Table) -> None:
    """A unit that no directory knows."""
    table.rows[-1] = {**table.rows[-1], "unit": "漯河市文旅投资集团"}


def _misspelt(table: Table) -> None:
    """The library with a wrong character in its name."""
    table.title = table.title.replace("图书馆", "图书舘")
    table.lines = [
        tuple(piece.replace("图书馆", "图书舘") for piece in pieces) for pieces in table.lines
    ]


def _in_words(table: Table) -> None:
    """Counts in words, and one that is only about right."""
    for one in table.fields:
        if one.name in ("enforcement_staff", "legal_reviewers"):
            one.manner = lambda value, _: (chinese_number(value), None)
        elif one.name == "certified_staff":
            one.manner = lambda value, _: (f"约{value}", None)


def _in_pieces(table: Table) -> None:
    """Counts with their measure word."""
    for one in table.fields:
        if one.name in ("major_decisions", "major_reviewed"):
            one.manner = lambda value, _: (f"{value}件", None)


def _hidden_row(table: Table) -> None:
    """A filter left on: the rows are there all the same."""
    table.hidden = frozenset({1, 2})


def _sent(
    month: int,
    day: int,
    name: str,
    style: str,
    sender: str,
    *parts: Part,
    dates: str = "line",
    names_unit: str = "line",
    **more: Any,
) -> Sending:
    """A file whose name ends in its reporting date; ``more`` as in ``Sending``."""
    ending = f"({month}月{day}日)"
    return Sending(
        on(month, day),
        f"{name}{ending}",
        style,
        sender,
        list(parts),
        dates=dates,
        names_unit=names_unit,
        **more,
    )


def _again(sending: Sending, *parts: Part, sent_on: tuple[int, int]) -> Sending:
    """The same file once more, corrected: same unit, same reporting date, later."""
    name = f"{sending.name}更正"
    return replace(sending, name=name, parts=list(parts), folder_day=on(*sent_on))


def _faulty() -> list[Sending]:
    progress = Part("task_progress", ("文化馆",))
    counts = Part("staffing", bureau.ENFORCING)
    strangers = Part("publicity", ("图书馆", "文化馆", "许慎园"), tweak=_stranger)
    ledger = _sent(
        7, 9, "市文化馆创建工作台账", "wps", "文化馆", replace(progress, tweak=_faulty_progress)
    )
    survey = _sent(
        7, 16, "法制审核人员摸底表", "excel", "政策法规科", replace(counts, tweak=_faulty_staffing)
    )
    misspelt = Part("task_progress", ("图书馆",), tweak=_misspelt)
    return [
        ledger,
        _again(ledger, progress, sent_on=(7, 12)),
        survey,
        _again(survey, counts, sent_on=(7, 19)),
        _sent(9, 3, "宣传报道补报", "xls", "办公室", strangers),
        _sent(8, 20, "市图书馆任务分解台账", "wps", "图书馆", misspelt),
    ]


def _spoiled() -> list[Sending]:
    return [
        _sent(
            7,
            16,
            "市体校印证资料清单",
            "wps",
            "体校",
            Part("evidence", ("体校",)),
            spoiled="damaged",
        ),
        _sent(7, 2, "市博物馆印证资料清单加密", "wps", "博物馆", spoiled="encrypted"),
    ]


_QUARTER = ("staffing", "enforcement", "random_inspection", "complaint")

_OWN_NUMBERS = [
    _sent(
        6,
        18,
        "源汇大队执法人员情况",
        "xls",
        "源汇",
        Part("staffing", ("源汇",), tweak=_in_words),
    ),
    _sent(7, 20, "市执法支队法制审核人员配备表", "excel", "支队", Part("staffing", ("支队",))),
    _sent(
        8,
        20,
        "郾城大队三项制度落实情况",
        "wps",
        "郾城",
        Part("enforcement", ("郾城",), tweak=_in_pieces),
        dates="title",
        names_unit="title",
    ),
    _sent(
        9,
        30,
        "市执法支队三季度执法情况",
        "excel",
        "支队",
        *(Part(kind, ("支队",)) for kind in _QUARTER),
        dates="sheet",
        names_unit="title",
    ),
    _sent(
        10,
        11,
        "郾城大队法制审核人员配备表",
        "wps",
        "郾城",
        Part("staffing", ("郾城",)),
        names_unit="sheet",
    ),
]
"""Units that send their own numbers besides what is compiled of all."""


_ODD_SHAPES = [
    _sent(
        7,
        12,
        "市体育市场中心人员及三项制度",
        "excel",
        "体育中心",
        Part("staffing", ("体育中心",)),
        Part("enforcement", ("体育中心",), where="beside"),
    ),
    _sent(
        7,
        23,
        "市旅游质监所人员和三项制度情况",
        "excel",
        "质监所",
        Part("staffing", ("质监所",)),
        Part("enforcement", ("质监所",), where="below"),
    ),
    _sent(
        8,
        20,
        "召陵大队法制审核人员登记表",
        "wps",
        "召陵",
        Part("staffing", ("召陵",), shape="pairs"),
    ),
    _sent(
        9,
        24,
        "市文物中心执法人员花名册",
        "excel",
        "文物中心",
        Part("staffing", ("文物中心",), shape="names"),
        names_unit="title",
    ),
    _sent(
        10,
        15,
        "郾城大队工作台账",
        "wps",
        "郾城",
        Part("task_progress", ("郾城",), tweak=_hidden_row),
        extras=("dictionary",),
    ),
    _sent(
        11,
        5,
        "许慎文化园重大决策程序情况",
        "wps",
        "许慎园",
        Part("major_decision", ("许慎园",), shape="steps"),
    ),
]
"""Tables under and beside one another, forms, lists of names, hidden rows."""


_UNDATED = Sending(
    on(11, 26),
    "许慎文化园宣传报道统计",
    "csv",
    "许慎园",
    [Part("publicity", ("许慎园",))],
    dates="none",
    names_unit="line",
)

_ODD_FORMATS = [
    _sent(
        6,
        11,
        "审批科清单公开情况导出",
        "html",
        "行政审批服务科",
        Part("published_list", ("行政审批服务科",)),
        dates="title",
        names_unit="title",
    ),
    _sent(
        9,
        17,
        "广播电视科任务分解台账",
        "csv",
        "广播电视科",
        Part("task_progress", ("广播电视科",)),
        dates="file",
        names_unit="file",
    ),
    _sent(
        10,
        8,
        "公共服务科任务分解台账",
        "bom",
        "公共服务科",
        Part("task_progress", ("公共服务科",)),
        dates="file",
        names_unit="file",
    ),
    _UNDATED,
]
"""HTML under the name of an .xls, text in other encodings, a file without any date."""


def special() -> list[Sending]:
    """All of them."""
    return [*_faulty(), *_spoiled(), *_OWN_NUMBERS, *_ODD_SHAPES, *_ODD_FORMATS]
