"""印证资料清单: what each unit can show for each of its tasks, and since when it is listed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from data.season.grid import Row
from data.season.story.tasks import UnitTask

_TITLES: dict[str, tuple[str, ...]] = {
    "4.1.1": (
        "行政审批事项清单",
        "中介服务清理结果公告",
        "政务服务大厅一窗受理照片",
        "证照分离改革情况",
    ),
    "4.1.2": ("权责清单公示", "公共服务清单", "收费项目公示栏照片", "清单动态调整情况"),
    "4.1.3": ("双随机抽查计划", "联合抽查现场照片", "抽查结果公示链接", "监管平台应用情况"),
    "4.2.1": ("规范性文件制定程序规定", "公开征求意见公告", "专家论证会照片"),
    "4.2.2": ("合法性审核意见书汇编", "合法性审核工作制度", "审核台账"),
    "4.2.3": ("规范性文件清理通知", "清理结果公告链接", "备案报告"),
    "4.3.1": ("重大行政决策事项目录", "议事决策规则", "目录公布链接"),
    "4.3.2": ("局党组会议纪要", "法律顾问聘用合同", "专家论证会视频", "听证会照片"),
    "4.3.3": ("决策档案管理制度", "决策后评估报告"),
    "4.4.1": ("三项制度实施方案", "执法公示平台链接", "执法记录仪使用视频", "法制审核人员名单"),
    "4.4.2": ("案件移送制度", "两法衔接联席会议照片", "执法培训情况"),
    "4.4.3": ("案卷评查通报", "执法权责清单", "案卷评查现场照片", "错案责任追究办法"),
}
_FORMS = (("照片", "picture"), ("视频", "video"), ("链接", "link"), ("情况", "brief"))

READY: dict[str, tuple[int, int]] = {
    "政策法规科": (6, 22),
    "支队": (6, 24),
    "图书馆": (6, 24),
    "行政审批服务科": (6, 25),
    "博物馆": (6, 28),
    "办公室": (7, 1),
    "源汇": (7, 1),
    "公共服务科": (7, 5),
    "体校": (7, 6),
    "文物科": (7, 8),
    "市场管理科": (7, 8),
    "质监所": (7, 9),
    "文化馆": (7, 12),
    "旅游科": (7, 14),
    "文物中心": (7, 16),
    "艺术科": (7, 19),
    "许慎园": (7, 20),
    "广播电视科": (7, 22),
    "美术馆": (7, 22),
    "体育中心": (7, 26),
    "郾城": (7, 28),
    "体育科": (7, 30),
    "召陵": (8, 5),
}
"""When each unit begins to list what it has."""

LATE: dict[tuple[str, str], tuple[int, int]] = {
    ("召陵", "4.4.3"): (11, 12),
    ("郾城", "4.4.1"): (8, 27),
    ("艺术科", "4.3.1"): (8, 20),
    ("体育科", "4.2.2"): (9, 10),
    ("许慎园", "4.3.1"): (8, 9),
    ("文化馆", "4.3.1"): (8, 9),
    ("美术馆", "4.3.2"): (12, 31),
    ("办公室", "4.3.3"): (8, 6),
    ("文物科", "4.1.1"): (10, 15),
}
"""Tasks whose evidence comes later than the rest of the unit's."""


@dataclass(slots=True)
class Item:
    """One piece of evidence; until ``shown_on`` the unit lists it as not provided."""

    unit: str
    listed_on: dt.date
    shown_on: dt.date
    row: Row

    def on(self, day: dt.date) -> Row:
        """The row as the unit writes it on that day."""
        if day >= self.shown_on:
            return dict(self.row)
        blank = {"provision": "missing", "location": None, "dated_on": None}
        return {**self.row, **blank}


def items(tasks: list[UnitTask], rng: Random) -> list[Item]:
    """All evidence of the season."""
    return [item for task in tasks for item in _for_task(task, rng)]


def _for_task(task: UnitTask, rng: Random) -> list[Item]:
    ready = dt.date(2021, *READY[task.unit])
    late = LATE.get((task.unit, task.task_id))
    shown = dt.date(2021, *late) if late else ready + dt.timedelta(days=rng.choice([0, 0, 4, 9]))
    titles = rng.sample(_TITLES[task.task_id], k=min(2 + (rng.random() < 0.4), 3))
    if len(titles) > len(_TITLES[task.task_id]):
        titles = titles[:2]
    return [
        Item(task.unit, max(ready, task.taken_on), shown, _row(task, title, shown, rng))
        for title in titles
    ]


def _row(task: UnitTask, title: str, shown: dt.date, rng: Random) -> Row:
    form = next((sort for word, sort in _FORMS if word in title), "document")
    provision = "on_site" if form == "video" else "uploaded"
    if form == "brief" and rng.random() < 0.5:
        provision = "statement"
    if form == "link":
        place = f"https://wglj.luohe.example/fzzf/{rng.randrange(1000, 9999)}.html"
    else:
        place = f"共享盘/印证资料/{task.task_id}/{title}"
    return {
        "task_id": task.task_id,
        "title": title,
        "form": form,
        "provision": provision,
        "location": None if provision == "on_site" else place,
        "dated_on": min(shown, dt.date(2021, 12, 24)) - dt.timedelta(days=rng.randrange(3, 25)),
    }
