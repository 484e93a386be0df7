"""案卷评查表: case files, their scores, vetoes and wrong cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from data.season.grid import Row

_ROUNDS: dict[str, list[tuple[tuple[int, int], int]]] = {
    "支队": [((6, 24), 8), ((9, 16), 9), ((11, 18), 8)],
    "源汇": [((7, 8), 6), ((10, 20), 5)],
    "郾城": [((7, 15), 6), ((10, 28), 6)],
    "召陵": [((11, 11), 5)],
    "质监所": [((6, 30), 5), ((12, 2), 5)],
    "文物中心": [((8, 12), 4)],
    "体育中心": [((9, 8), 5)],
    "市场管理科": [((9, 23), 5)],
}
"""Day and number of the cases of each round. 召陵 has none until November."""

_CODES = {
    "支队": "漯文综",
    "源汇": "源文综",
    "郾城": "郾文综",
    "召陵": "召文综",
    "质监所": "漯旅质",
    "文物中心": "漯文物",
    "体育中心": "漯体管",
    "市场管理科": "漯文市",
}
_CAUSES: dict[str, tuple[tuple[str, str], ...]] = {
    "default": (
        ("某网吧接纳未成年人进入案", "penalty"),
        ("某歌厅超时经营案", "penalty"),
        ("某书店销售侵权图书案", "penalty"),
        ("擅自从事营业性演出案", "penalty"),
        ("某网吧未悬挂标志案", "penalty"),
        ("娱乐场所设立审批", "permit"),
        ("印刷企业日常检查", "inspection"),
        ("先行登记保存涉案设备", "coercion"),
    ),
    "质监所": (
        ("某旅行社未签订合同案", "penalty"),
        ("不合理低价游案", "penalty"),
        ("导游私自揽活案", "penalty"),
        ("旅行社日常检查", "inspection"),
    ),
    "文物中心": (
        ("擅自在保护范围内施工案", "penalty"),
        ("文物商店检查", "inspection"),
        ("建设工程文物勘探审批", "permit"),
    ),
    "体育中心": (
        ("游泳场所救生员配备不足案", "penalty"),
        ("高危险性体育项目许可", "permit"),
        ("健身场所检查", "inspection"),
    ),
    "市场管理科": (
        ("网吧日常检查", "inspection"),
        ("演出现场检查", "inspection"),
        ("艺术品经营备案检查", "inspection"),
    ),
}
_REVIEWERS = ("李娜", "王芳", "赵云鹏", "孙浩", "何平", "罗文")


@dataclass(slots=True)
class Case:
    """One case file and, where it changed, how it stands from a later day on."""

    unit: str
    round_on: dt.date
    row: Row
    amended_on: dt.date | None = None
    amended: Row | None = None

    def on(self, day: dt.date) -> Row:
        """The row as the unit writes it on that day."""
        if self.amended_on is not None and day >= self.amended_on:
            return {**self.row, **(self.amended or {})}
        return dict(self.row)


def grade_of(total: float) -> str:
    """The grade that the bands of the plan give."""
    bands = ((90, "excellent"), (80, "good"), (60, "pass"))
    return next((name for least, name in bands if total >= least), "fail")


def cases(rng: Random) -> list[Case]:
    """All case files of the season, the story's special ones among them."""
    found = []
    for unit, rounds in _ROUNDS.items():
        number = 2
        for (month, day), count in rounds:
            for _ in range(count):
                number += rng.randrange(1, 4)
                found.append(_case(unit, dt.date(2021, month, day), number, rng))
    _tell(found)
    return found


def _case(unit: str, round_on: dt.date, number: int, rng: Random) -> Case:
    cause, sort = rng.choice(_CAUSES.get(unit, _CAUSES["default"]))
    legality = rng.randrange(66, 81) / 2
    reasonableness = rng.randrange(30, 41) / 2
    documents = rng.randrange(60, 81) / 2
    total = legality + reasonableness + documents
    word = {"penalty": "罚", "permit": "许", "coercion": "强", "inspection": "检"}[sort]
    row = {
        "case_no": f"{_CODES[unit]}{word}字〔2021〕第{number:02d}号",
        "case_type": sort,
        "cause": cause,
        "reviewed_on": round_on - dt.timedelta(days=rng.randrange(1, 6)),
        "closed_on": round_on - dt.timedelta(days=rng.randrange(20, 80)),
        "reviewer": rng.choice(_REVIEWERS),
        "legality": legality,
        "reasonableness": reasonableness,
        "documents": documents,
        "total": total,
        "grade": grade_of(total),
        "veto": None,
        "problem": None
        if total >= 90
        else rng.choice(
            ["送达回证填写不规范", "询问笔录缺少签名", "裁量理由说明不充分", "卷内目录不完整"]
        ),
        "wrong_case": False,
        "accountability": None,
    }
    return Case(unit, round_on, row)


def _scored(legality: float, reasonableness: float, documents: float) -> Row:
    total = legality + reasonableness + documents
    return {
        "legality": legality,
        "reasonableness": reasonableness,
        "documents": documents,
        "total": total,
        "grade": grade_of(total),
    }


def _penalty(case: Case, cause: str) -> Row:
    """Makes the case one of a penalty; gives its row."""
    for word in "许强检":
        case.row["case_no"] = case.row["case_no"].replace(f"{word}字", "罚字")
    case.row.update(case_type="penalty", cause=cause)
    return case.row


def _tell(found: list[Case]) -> None:
    """A veto, failed files, a grade its total contradicts, wrong cases."""
    of = {unit: [case for case in found if case.unit == unit] for unit in _ROUNDS}
    veto = of["支队"][3]
    _penalty(veto, "某歌厅超时经营案").update(_scored(36, 17, 33))
    veto.row.update(grade="fail", veto="未告知当事人陈述申辩权利", problem="缺少权利告知书")
    failed = of["郾城"][2]
    _penalty(failed, "某书店销售侵权图书案").update(
        _scored(22, 12, 23.5), problem="主要证据不足,程序倒置"
    )
    failed.amended_on = dt.date(2021, 10, 28)
    failed.amended = _scored(31, 15, 29.5) | {"problem": "补充完善后复查"}
    second = of["召陵"][1]
    _penalty(second, "擅自从事营业性演出案").update(
        _scored(24, 11, 20), problem="未经法制审核即作出处罚决定"
    )
    of["质监所"][1].row.update(_scored(37, 18, 36.5), grade="good")
    wrong = of["郾城"][4]
    _penalty(wrong, "某网吧接纳未成年人进入案").update(
        _scored(23, 12, 21), wrong_case=True, problem="处罚对象认定错误"
    )
    wrong.amended_on = dt.date(2021, 8, 18)
    wrong.amended = {"accountability": "对承办人批评教育,责令书面检查"}
    other = of["支队"][14]
    _penalty(other, "某网吧未悬挂标志案").update(
        _scored(30, 14, 27), wrong_case=True, problem="适用法律错误"
    )
    other.amended_on = dt.date(2021, 11, 18)
    other.amended = {"accountability": "撤销原决定,承办人年度考核不得评优"}
