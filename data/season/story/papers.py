"""Documents, decisions and published lists, and how their procedures are completed."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from data.season.grid import Row


class Changing(NamedTuple):
    """A row of a ledger: since when it is listed, and what changes in it from which days on."""

    unit: str
    since: dt.date
    row: Row
    changes: tuple[tuple[dt.date, Row], ...] = ()

    def on(self, day: dt.date) -> Row:
        """The row as it stands on that day."""
        row = dict(self.row)
        for since, change in self.changes:
            if since <= day:
                row.update(change)
        return row


def standing(ledger: list[Changing], unit: str, day: dt.date) -> list[Row]:
    """What the unit lists on that day."""
    return [one.on(day) for one in ledger if one.unit == unit and one.since <= day]


def on(month: int, day: int, year: int = 2021) -> dt.date:
    """A day of the season's year."""
    return dt.date(year, month, day)


_STEPS = ("assessed", "consulted", "legality_reviewed", "deliberated", "published", "filed")


def _document(
    title: str,
    doc_no: str,
    issued: dt.date,
    done: str = "111111",
    validity: str | None = "in_force",
) -> Row:
    """``done``: a mark a step, 1 yes, 0 no, _ blank."""
    marks = {"1": True, "0": False, "_": None}
    row: Row = {"title": title, "doc_no": doc_no, "issued_on": issued}
    row.update({step: marks[mark] for step, mark in zip(_STEPS, done, strict=True)})
    return {**row, "cleaned": validity is not None, "validity": validity}


DOCUMENTS: list[Changing] = [
    Changing(
        "政策法规科",
        on(6, 15),
        _document(
            "漯河市文化广电和旅游局行政规范性文件制定办法", "漯文广旅〔2019〕12号", on(3, 11, 2019)
        ),
    ),
    Changing(
        "政策法规科",
        on(6, 15),
        _document("漯河市文化市场行政处罚裁量基准", "漯文广旅〔2020〕31号", on(6, 2, 2020)),
    ),
    Changing(
        "政策法规科",
        on(6, 15),
        _document(
            "漯河市文化市场信用分级管理办法(试行)",
            "漯文广旅〔2019〕45号",
            on(9, 20, 2019),
            "101111",
            None,
        ),
        ((on(8, 20), {"cleaned": True, "validity": "revised"}),),
    ),
    Changing(
        "政策法规科",
        on(6, 15),
        _document(
            "漯河市旅游市场秩序管理规定", "漯旅〔2016〕8号", on(5, 16, 2016), "011110", "repealed"
        ),
    ),
    Changing(
        "政策法规科",
        on(9, 10),
        _document(
            "漯河市文化广电和旅游局法制审核工作规定",
            "漯文广旅〔2021〕52号",
            on(8, 30),
            "11111_",
            None,
        ),
        ((on(10, 8), {"filed": True, "cleaned": True, "validity": "in_force"}),),
    ),
    Changing(
        "旅游科",
        on(6, 18),
        _document("漯河市引客入漯奖励办法", "漯文广旅〔2021〕18号", on(4, 12), "110110", None),
        (
            (on(8, 6), {"legality_reviewed": True, "cleaned": True, "validity": "in_force"}),
            (on(11, 26), {"filed": True}),
        ),
    ),
    Changing(
        "旅游科",
        on(6, 18),
        _document("漯河市乡村旅游示范村评定办法", "漯文广旅〔2018〕27号", on(7, 3, 2018), "111100"),
        ((on(10, 15), {"published": True, "filed": True}),),
    ),
    Changing(
        "旅游科",
        on(10, 15),
        _document("漯河市研学旅行基地管理办法", "漯文广旅〔2021〕66号", on(9, 28), "11011_", None),
        ((on(11, 26), {"legality_reviewed": True, "filed": True}),),
    ),
    Changing(
        "艺术科",
        on(6, 25),
        _document(
            "漯河市文艺精品创作扶持办法", "漯文广旅〔2020〕9号", on(2, 26, 2020), "101110", None
        ),
        ((on(9, 17), {"filed": True, "cleaned": True, "validity": "in_force"}),),
    ),
    Changing(
        "艺术科",
        on(6, 25),
        _document(
            "漯河市民间艺术团体扶持暂行办法",
            "漯文〔2014〕21号",
            on(8, 8, 2014),
            "1_1___",
            "expired",
        ),
    ),
    Changing(
        "公共服务科",
        on(7, 2),
        _document("漯河市公共文化场馆免费开放管理办法", "漯文广旅〔2019〕33号", on(6, 28, 2019)),
    ),
    Changing(
        "公共服务科",
        on(7, 2),
        _document(
            "漯河市基层综合性文化服务中心管理办法", "漯文广旅〔2021〕22号", on(5, 6), "110100", None
        ),
        (
            (on(9, 3), {"legality_reviewed": True}),
            (
                on(10, 22),
                {"published": True, "filed": True, "cleaned": True, "validity": "in_force"},
            ),
        ),
    ),
    Changing(
        "文物科",
        on(7, 9),
        _document(
            "漯河市文物保护员管理办法", "漯文广旅〔2020〕16号", on(4, 15, 2020), "111110", None
        ),
        ((on(10, 15), {"filed": True, "cleaned": True, "validity": "in_force"}),),
    ),
    Changing(
        "文物科",
        on(7, 9),
        _document(
            "漯河市不可移动文物认定办法", "漯文物〔2017〕3号", on(3, 30, 2017), "111101", "revised"
        ),
        ((on(10, 15), {"published": True}),),
    ),
    Changing(
        "体育科",
        on(7, 16),
        _document(
            "漯河市全民健身设施管理办法", "漯体〔2018〕11号", on(10, 10, 2018), "110110", None
        ),
        (
            (
                on(11, 5),
                {"legality_reviewed": True, "filed": True, "cleaned": True, "validity": "revised"},
            ),
        ),
    ),
    Changing(
        "博物馆",
        on(7, 23),
        _document("漯河市博物馆藏品征集管理办法", "漯博〔2020〕5号", on(9, 1, 2020), "101110"),
        ((on(10, 8), {"filed": True}),),
    ),
]

_DECIDING = (
    "in_catalogue",
    "participation",
    "expert_review",
    "risk_assessment",
    "legality_reviewed",
    "collective_discussion",
    "recorded",
    "post_evaluated",
)


def _decision(title: str, decided: dt.date, done: str) -> Row:
    """``done``: a mark a step, 1 yes, 0 no, / not applicable, _ blank."""
    marks = {"1": "yes", "0": "no", "/": "na", "_": None}
    steps = {step: marks[mark] for step, mark in zip(_DECIDING, done, strict=True)}
    return {"title": title, "decided_on": decided, **steps}


DECISIONS: list[Changing] = [
    Changing(
        "办公室",
        on(6, 25),
        _decision("漯河市“十四五”文化广电和旅游发展规划", on(5, 20), "11111111"),
    ),
    Changing(
        "办公室",
        on(6, 25),
        _decision("市文化艺术中心运营管理方案", on(4, 16), "1/101100"),
        (
            (on(8, 13), {"risk_assessment": "yes", "collective_discussion": "yes"}),
            (on(11, 19), {"recorded": "yes", "post_evaluated": "yes"}),
        ),
    ),
    Changing("办公室", on(6, 25), _decision("局机关购买法律服务方案", on(3, 9), "0///111/")),
    Changing(
        "办公室",
        on(9, 24),
        _decision("全市公共文化服务高质量发展实施意见", on(9, 3), "1111111_"),
        ((on(12, 17), {"post_evaluated": "yes"}),),
    ),
    Changing(
        "公共服务科",
        on(7, 9),
        _decision("城市书房建设三年行动计划", on(6, 11), "11_1111_"),
        ((on(9, 30), {"expert_review": "yes"}), (on(12, 10), {"post_evaluated": "yes"})),
    ),
    Changing(
        "公共服务科",
        on(7, 9),
        _decision("送戏下乡政府购买服务方案", on(4, 28), "1/10_111"),
        ((on(8, 27), {"legality_reviewed": "yes", "risk_assessment": "yes"}),),
    ),
    Changing(
        "旅游科",
        on(7, 16),
        _decision("沙澧河风景区提升改造项目", on(5, 31), "11111110"),
        ((on(12, 3), {"post_evaluated": "yes"}),),
    ),
    Changing(
        "旅游科",
        on(10, 22),
        _decision("文旅消费券发放方案", on(10, 8), "0111101_"),
        ((on(12, 3), {"collective_discussion": "yes", "in_catalogue": "yes"}),),
    ),
    Changing("文物科", on(7, 23), _decision("贾湖遗址考古公园建设方案", on(6, 18), "1111111/")),
    Changing(
        "许慎园",
        on(7, 30),
        _decision("许慎文化园二期展陈改造", on(7, 12), "1110111/"),
        ((on(10, 29), {"risk_assessment": "yes"}),),
    ),
    Changing(
        "博物馆",
        on(8, 6),
        _decision("新馆开放运行方案", on(7, 20), "11111/0/"),
        ((on(10, 8), {"collective_discussion": "yes", "recorded": "yes"}),),
    ),
    Changing("图书馆", on(8, 13), _decision("总分馆制建设实施方案", on(7, 28), "1//1111/")),
    Changing(
        "体校",
        on(9, 17),
        _decision("训练馆改扩建项目", on(8, 25), "1_11110/"),
        ((on(12, 10), {"participation": "yes", "recorded": "yes"}),),
    ),
]


def _list(name: str, published: tuple[int, int] | None, page: int | None) -> Row:
    url = f"https://wglj.luohe.example/qd/{page}.html" if page else None
    return {
        "list": name,
        "published": published is not None,
        "published_on": on(*published) if published else None,
        "url": url,
    }


def _out(day: tuple[int, int], page: int) -> tuple[dt.date, Row]:
    row = _list("powers", day, page)
    return on(*day), {key: row[key] for key in ("published", "published_on", "url")}


LISTS: list[Changing] = [
    Changing("行政审批服务科", on(6, 11), _list("approvals", (3, 18), 101)),
    Changing("行政审批服务科", on(6, 11), _list("intermediary", None, None), (_out((7, 28), 102),)),
    Changing("行政审批服务科", on(6, 11), _list("services", (4, 20), 103)),
    Changing("政策法规科", on(6, 11), _list("powers", (2, 26), 104)),
    Changing("政策法规科", on(6, 11), _list("negative", (5, 10), None), (_out((8, 18), 105),)),
    Changing("政策法规科", on(6, 11), _list("fees", None, None), (_out((9, 6), 106),)),
    Changing("办公室", on(6, 25), _list("decisions", None, None), (_out((8, 5), 107),)),
    Changing("支队", on(6, 18), _list("enforcement_powers", (5, 25), 108)),
    Changing("源汇", on(6, 25), _list("enforcement_powers", (6, 1), 109)),
    Changing("郾城", on(7, 2), _list("enforcement_powers", (4, 30), None), (_out((11, 9), 110),)),
    Changing("召陵", on(7, 9), _list("enforcement_powers", None, None), (_out((10, 14), 111),)),
    Changing("质监所", on(6, 25), _list("enforcement_powers", (5, 12), 112)),
    Changing("文物中心", on(7, 2), _list("enforcement_powers", (6, 21), 113)),
    Changing("体育中心", on(7, 2), _list("enforcement_powers", None, None), (_out((8, 24), 114),)),
    Changing("图书馆", on(7, 16), _list("services", (6, 30), 115)),
    Changing("文化馆", on(7, 16), _list("services", (7, 8), None), (_out((9, 28), 116),)),
]
