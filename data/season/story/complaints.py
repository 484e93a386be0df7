"""投诉举报办理: what people complained of, and when it was settled."""

from __future__ import annotations

import datetime as dt
from random import Random

from data.season.grid import Row
from data.season.story.papers import Changing, on

_SUBJECTS: dict[str, tuple[str, ...]] = {
    "支队": (
        "网吧夜间容留未成年人",
        "歌厅噪音扰民",
        "流动书摊售卖盗版教辅",
        "剧本娱乐场所内容不良",
        "网络平台售卖盗版光盘",
        "演出票务退款难",
        "印刷厂无证经营",
        "校外艺考培训虚假宣传",
    ),
    "质监所": (
        "旅行社擅自变更行程",
        "导游强迫购物",
        "景区门票未执行优惠政策",
        "一日游低价揽客",
        "退团费用纠纷",
        "景区讲解收费不透明",
    ),
    "许慎园": ("园区停车收费过高", "游船等候时间长", "展厅空调损坏", "预约系统无法登录"),
    "体育中心": ("游泳馆会员卡退费难", "健身房停业不退款", "游泳馆水质不达标"),
    "市场管理科": ("上网场所未实名登记", "演出现场疏散通道被占", "艺术品经营者售假"),
}
_PLACES = ("源汇区", "郾城区", "召陵区", "舞阳县", "临颍县", "开发区", "西城区")


def complaints(rng: Random) -> list[Changing]:
    """Every complaint of the season; a few are settled late, two not at all."""
    found = []
    for unit, subjects in _SUBJECTS.items():
        day, number = on(5, 24), 0
        while day < on(12, 18):
            late = number % 9 == 4
            found.append(_complaint(unit, rng.choice(subjects), day, late, rng))
            day += dt.timedelta(
                days=rng.randrange(5, 17) * (1 if unit in ("支队", "质监所") else 2)
            )
            number += 1
    return found


def _complaint(unit: str, subject: str, day: dt.date, late: bool, rng: Random) -> Changing:
    due = day + dt.timedelta(days=rng.choice([15, 21, 30]))
    closed = (
        due + dt.timedelta(days=rng.randrange(12, 40))
        if late
        else (day + dt.timedelta(days=rng.randrange(3, 13)))
    )
    row: Row = {
        "subject": f"{rng.choice(_PLACES)}{subject}",
        "received_on": day,
        "due_on": due,
        "closed_on": None,
    }
    return Changing(unit, day, row, ((closed, {"closed_on": closed}),))
