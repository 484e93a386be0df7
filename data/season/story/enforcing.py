"""Who enforces: staff and reviewers, the three systems, random inspections, inspection plans."""

from __future__ import annotations

import datetime as dt

from data.season.grid import Row

Step = tuple[int, int]
"""Month and day of 2021."""

STAFF: dict[str, list[tuple[Step, tuple[int, int, int, int, int]]]] = {
    # enforcement staff, reviewers, of them qualified, advisers, certified staff
    "支队": [
        ((5, 28), (62, 2, 1, 1, 60)),
        ((7, 20), (62, 3, 2, 1, 61)),
        ((9, 6), (62, 4, 4, 1, 62)),
    ],
    "源汇": [((5, 28), (40, 2, 2, 1, 40))],
    "郾城": [((5, 28), (41, 2, 1, 1, 39)), ((10, 11), (41, 2, 2, 1, 41))],
    "召陵": [((5, 28), (19, 0, 0, 0, 17)), ((8, 16), (19, 1, 1, 1, 19))],
    "质监所": [((5, 28), (12, 1, 1, 1, 12))],
    "文物中心": [((5, 28), (9, 0, 0, 0, 8)), ((9, 20), (9, 1, 1, 0, 9))],
    "体育中心": [((5, 28), (21, 1, 1, 0, 20)), ((7, 12), (21, 2, 1, 1, 21))],
    "市场管理科": [((5, 28), (0, 0, 0, 1, 0))],
}
"""Exactly 5 % is 源汇 (2 of 40), just below is 郾城 (2 of 41), none enforces in 市场管理科."""

BASES = {
    "支队": "在编",
    "源汇": "在岗",
    "郾城": "在编",
    "召陵": "持证",
    "质监所": "在编",
    "文物中心": "在岗",
    "体育中心": "在编",
    "市场管理科": "在编",
}

_SYSTEMS: dict[str, list[tuple[Step, tuple[bool, bool]]]] = {
    "郾城": [((5, 28), (True, False)), ((8, 20), (True, True))],
    "召陵": [((5, 28), (False, False)), ((7, 15), (True, False)), ((9, 25), (True, True))],
    "文物中心": [((5, 28), (True, False)), ((7, 25), (True, True))],
    "体育中心": [((5, 28), (False, True)), ((6, 25), (True, True))],
}
_MAJOR = {
    "支队": 14,
    "源汇": 6,
    "郾城": 5,
    "召陵": 3,
    "质监所": 4,
    "文物中心": 2,
    "体育中心": 2,
    "市场管理科": 0,
}
_UNREVIEWED: dict[str, tuple[Step, int]] = {"召陵": ((10, 1), 1), "支队": ((8, 1), 2)}
"""Until that day so many major decisions stand without a review."""
_REFERRED = {"支队": ((9, 1), 1), "源汇": ((11, 1), 1)}

_PLANNED = {
    "支队": (120, 6),
    "源汇": (60, 2),
    "郾城": (60, 2),
    "召陵": (48, 2),
    "质监所": (36, 4),
    "文物中心": (24, 1),
    "体育中心": (30, 2),
    "市场管理科": (40, 4),
}
_PACE = {
    "支队": 1.2,
    "源汇": 1.3,
    "郾城": 0.72,
    "召陵": 0.6,
    "质监所": 1.22,
    "文物中心": 0.9,
    "体育中心": 1.2,
    "市场管理科": 1.25,
}
_JOINT_FROM: dict[str, Step] = {
    "支队": (5, 20),
    "源汇": (6, 20),
    "郾城": (12, 10),
    "召陵": (9, 10),
    "质监所": (6, 1),
    "文物中心": (10, 20),
    "体育中心": (7, 20),
    "市场管理科": (5, 10),
}
"""When the first joint inspection was done."""


def _day(step: Step) -> dt.date:
    return dt.date(2021, *step)


def staffing(unit: str, day: dt.date) -> Row:
    """The unit's staff on that day."""
    staff, reviewers, qualified, advisers, certified = [
        numbers for since, numbers in STAFF[unit] if _day(since) <= day
    ][-1]
    return {
        "enforcement_staff": staff,
        "legal_reviewers": reviewers,
        "qualified_reviewers": qualified,
        "legal_advisers": advisers,
        "certified_staff": certified,
        "base_note": BASES[unit],
    }


def enforcement(unit: str, day: dt.date) -> Row:
    """The three systems on that day; decisions are counted since 1 January."""
    states = _SYSTEMS.get(unit, [((5, 28), (True, True))])
    publicity, recording = [state for since, state in states if _day(since) <= day][-1]
    major = round(_MAJOR[unit] * day.timetuple().tm_yday / 365)
    until, missing = _UNREVIEWED.get(unit, ((1, 1), 0))
    referred_on, referred = _REFERRED.get(unit, ((12, 31), 0))
    return {
        "publicity": publicity,
        "recording": recording,
        "major_decisions": major,
        "major_reviewed": max(0, major - (missing if day < _day(until) else 0)),
        "referred_cases": referred if day >= _day(referred_on) else 0,
    }


def random_inspection(unit: str, day: dt.date) -> Row:
    """Inspections done since 1 January."""
    planned, joint = _PLANNED[unit]
    pace = _PACE[unit]
    if day >= dt.date(2021, 10, 1) and unit == "郾城":
        pace = 1.1
    done = min(planned, round(planned * pace * day.timetuple().tm_yday / 365 + 0.4))
    started = _day(_JOINT_FROM[unit])
    months = (day - started).days // 45 + 1 if day >= started else 0
    return {
        "planned": planned,
        "completed": done,
        "joint_planned": joint,
        "joint_completed": min(joint, months),
        "results_published": max(0, done - 1 - done // 12),
    }


INSPECTION_ITEMS: dict[str, list[tuple[str, str, int | None, str, str, str, str | None, str]]] = {
    # item, target, base, ratio as written, frequency, time as written, partner, method
    "市场管理科": [
        (
            "互联网上网服务营业场所检查",
            "网吧",
            186,
            "2%-5%",
            "每年1次",
            "6月至7月",
            "市公安局",
            "实地检查",
        ),
        (
            "娱乐场所经营活动检查",
            "歌舞娱乐场所",
            94,
            "≥10%",
            "每年2次",
            "10月至11月",
            "市消防救援支队",
            "实地检查",
        ),
        (
            "演出经纪机构检查",
            "演出经纪机构",
            12,
            "5%-10%",
            "每年1次",
            "2021年9月",
            None,
            "书面检查",
        ),
        (
            "艺术品经营单位检查",
            "艺术品经营单位",
            25,
            "3%~5%",
            "每年1次",
            "11月底",
            None,
            "实地检查",
        ),
    ],
    "质监所": [
        (
            "旅行社经营行为检查",
            "旅行社及分社",
            48,
            "10%-20%",
            "每年2次",
            "5月至10月",
            "市市场监管局",
            "实地检查",
        ),
        (
            "A级景区服务质量检查",
            "A级旅游景区",
            15,
            "≥20%",
            "每年1次",
            "2021年三季度",
            None,
            "实地检查",
        ),
        ("导游执业情况检查", "导游", 320, "≥2%", "每年1次", "12月底", None, "随机抽查"),
    ],
    "文物中心": [
        (
            "文物保护单位安全巡查",
            "省级以上文物保护单位",
            32,
            "≥30%",
            "每季度1次",
            "2021年12月",
            "市消防救援支队",
            "实地检查",
        ),
        ("文物商店经营检查", "文物商店", 3, "≥50%", "每年1次", "10月底", None, "实地检查"),
    ],
    "体育中心": [
        (
            "高危险性体育项目经营检查",
            "游泳场所",
            22,
            "20%-30%",
            "每年1次",
            "7月至8月",
            "市卫健委",
            "实地检查",
        ),
        (
            "体育彩票销售网点检查",
            "体彩网点",
            210,
            "3%-5%",
            "每年1次",
            "11月至12月",
            None,
            "实地检查",
        ),
    ],
}

_RATIOS: dict[str, tuple[float, float | None]] = {
    "2%-5%": (0.02, 0.05),
    "≥10%": (0.10, None),
    "5%-10%": (0.05, 0.10),
    "3%~5%": (0.03, 0.05),
    "10%-20%": (0.10, 0.20),
    "≥20%": (0.20, None),
    "≥2%": (0.02, None),
    "≥30%": (0.30, None),
    "≥50%": (0.50, None),
    "20%-30%": (0.20, 0.30),
    "3%-5%": (0.03, 0.05),
}
_LAST_DAYS: dict[str, Step] = {
    "6月至7月": (7, 31),
    "10月至11月": (11, 30),
    "2021年9月": (9, 30),
    "11月底": (11, 30),
    "5月至10月": (10, 31),
    "2021年三季度": (9, 30),
    "12月底": (12, 31),
    "2021年12月": (12, 31),
    "10月底": (10, 31),
    "7月至8月": (8, 31),
    "11月至12月": (12, 31),
}


def inspection_items(unit: str) -> list[Row]:
    """The unit's plan of the year; keys in capitals hold what is written for several columns."""
    return [
        {
            "item": item,
            "target": target,
            "base": base,
            "ratio_min": _RATIOS[ratio][0],
            "ratio_max": _RATIOS[ratio][1],
            "frequency": frequency,
            "due_on": _day(_LAST_DAYS[when]),
            "joint": partner is not None,
            "method": method,
            "RATIO": ratio,
            "WHEN": when,
            "PARTNER": partner,
        }
        for item, target, base, ratio, frequency, when, partner, method in INSPECTION_ITEMS[unit]
    ]
