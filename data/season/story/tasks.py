"""任务分解台账: who took up which task, and how far each is on any day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from data.season.bureau import BY_KEY, REPORTING
from data.season.grid import Row
from data.season.notice import ISSUED, TASK, YEAR_END

TAKEN: dict[str, str] = {
    "支队": "4.1.2 4.1.3 4.4.1 4.4.2 4.4.3",
    "源汇": "4.4.1 4.4.2 4.4.3",
    "郾城": "4.1.3 4.4.1 4.4.3",
    "召陵": "4.4.1 4.4.3",
    "质监所": "4.1.2 4.1.3 4.4.1 4.4.3",
    "文物中心": "4.2.1 4.4.1 4.4.3",
    "体育中心": "4.1.3 4.4.1 4.4.3",
    "图书馆": "4.1.2 4.3.2",
    "文化馆": "4.1.2 4.3.1",
    "博物馆": "4.1.2 4.2.3 4.3.2",
    "美术馆": "4.1.2 4.3.2",
    "许慎园": "4.1.2 4.3.1 4.3.2",
    "体校": "4.1.2 4.3.2",
    "办公室": "4.2.3 4.3.1 4.3.2 4.3.3",
    "政策法规科": "4.1.2 4.2.1 4.2.2 4.2.3 4.3.2 4.4.1",
    "行政审批服务科": "4.1.1 4.1.2 4.1.3",
    "市场管理科": "4.1.2 4.1.3 4.4.1 4.4.3",
    "艺术科": "4.2.1 4.3.1",
    "公共服务科": "4.1.2 4.2.1 4.3.2",
    "广播电视科": "4.1.1 4.1.3",
    "文物科": "4.1.1 4.2.1 4.3.2",
    "旅游科": "4.1.3 4.2.1 4.3.1",
    "体育科": "4.1.1 4.2.2",
}
"""Who took up what. The unit that is silent took up nothing."""

TAKEN_LATE: dict[tuple[str, str], dt.date] = {("办公室", "4.3.3"): dt.date(2021, 7, 5)}
"""Tasks that nobody has taken up until that day."""

NOBODY_UNTIL: dict[tuple[str, str], dt.date] = {
    ("文化馆", "4.3.1"): dt.date(2021, 7, 12),
    ("广播电视科", "4.1.3"): dt.date(2021, 6, 28),
    ("旅游科", "4.3.1"): dt.date(2021, 8, 2),
}
"""Tasks without a responsible person until that day."""

_DUE_TEMPO: dict[tuple[str, str], tuple[tuple[int, int] | None, str]] = {
    ("支队", "4.4.1"): ((9, 30), "late"),
    ("支队", "4.1.3"): ((11, 30), "steady"),
    ("源汇", "4.4.2"): (None, "steady"),
    ("郾城", "4.4.1"): ((8, 31), "overdue"),
    ("召陵", "4.4.3"): ((10, 31), "overdue"),
    ("质监所", "4.1.2"): ((7, 31), "overdue"),
    ("文物中心", "4.2.1"): ((9, 30), "slow"),
    ("体育中心", "4.4.1"): ((7, 31), "steady"),
    ("文化馆", "4.3.1"): ((12, 31), "late"),
    ("图书馆", "4.1.2"): ((6, 30), "steady"),
    ("博物馆", "4.2.3"): ((8, 31), "steady"),
    ("美术馆", "4.1.2"): ((9, 30), "steady"),
    ("美术馆", "4.3.2"): ((12, 31), "steady"),
    ("许慎园", "4.1.2"): ((6, 30), "overdue"),
    ("体校", "4.3.2"): ((12, 31), "slow"),
    ("办公室", "4.3.1"): ((6, 30), "overdue"),
    ("办公室", "4.3.3"): ((12, 31), "late"),
    ("政策法规科", "4.2.3"): ((9, 30), "steady"),
    ("政策法规科", "4.1.2"): ((7, 31), "steady"),
    ("行政审批服务科", "4.1.1"): ((8, 31), "steady"),
    ("市场管理科", "4.1.3"): ((12, 31), "steady"),
    ("艺术科", "4.3.1"): ((10, 31), "late"),
    ("公共服务科", "4.2.1"): ((9, 30), "overdue"),
    ("文物科", "4.1.1"): ((11, 30), "slow"),
    ("旅游科", "4.2.1"): (None, "steady"),
    ("体育科", "4.2.2"): ((10, 31), "late"),
}
"""Due date (month, day) and tempo of the tasks that the story tells of; others are drawn."""

MEASURES: dict[str, tuple[str, ...]] = {
    "4.1.1": (
        "公布行政审批事项清单,压减办理时限",
        "清理中介服务事项,实行清单管理",
        "推进“证照分离”改革,实现一网通办",
    ),
    "4.1.2": (
        "编制公布权责清单,及时动态调整",
        "编制公共服务清单并上墙公示",
        "梳理收费项目,公开收费依据和标准",
    ),
    "4.1.3": (
        "制定双随机抽查计划,扩大联合抽查覆盖面",
        "完善事中事后监管平台,抽查结果及时公示",
        "建立市场主体名录库和执法人员名录库",
    ),
    "4.2.1": ("制发文件履行评估论证、征求意见等程序", "制定规范性文件制定程序规定,严禁越权发文"),
    "4.2.2": ("建立合法性审核机制,审核率达到100%", "规范审核流程,出具书面审核意见"),
    "4.2.3": ("开展规范性文件清理,公布清理结果", "印发之日起15日内报送备案"),
    "4.3.1": ("编制年度重大行政决策事项目录", "修订议事决策规则,明确决策主体和程序"),
    "4.3.2": (
        "落实公众参与、专家论证等法定程序",
        "聘请法律顾问,参与合同和决策审查",
        "重大事项提交集体讨论决定",
    ),
    "4.3.3": ("决策全过程记录,材料一事一档", "开展决策后评估,跟踪实施效果"),
    "4.4.1": (
        "落实执法公示、全过程记录、法制审核三项制度",
        "配齐法制审核人员,比例不低于5%",
        "配备执法记录仪,规范音像记录管理",
    ),
    "4.4.2": ("健全两法衔接机制,落实案件移送制度", "开展执法人员培训,提高办案能力"),
    "4.4.3": ("组织案卷评查,通报评查结果", "建立执法权责清单,落实错案责任追究"),
}
_SECTIONS = {
    "支队": ("法制科", "执法一大队", "综合科"),
    "源汇": ("法制室", "一中队"),
    "郾城": ("办公室", "二中队"),
    "召陵": ("综合股", "执法中队"),
    "质监所": ("质监科", "投诉科"),
    "文物中心": ("执法股", "综合股"),
    "体育中心": ("监管股", "综合股"),
}
_PEOPLE = (
    "王芳",
    "李强",
    "张敏",
    "刘伟",
    "陈静",
    "杨帆",
    "赵云鹏",
    "黄海",
    "周洁",
    "吴刚",
    "徐慧",
    "孙浩",
    "马丽",
    "朱建国",
    "胡玉",
    "郭峰",
    "何平",
    "高洁",
    "林晓",
    "罗文",
)


@dataclass(slots=True)
class UnitTask:
    """One task that one unit took up."""

    unit: str
    task_id: str
    measure: str
    section: str
    person: str
    starts_on: dt.date
    due_on: dt.date | None
    tempo: str
    """steady, late (catches up), slow (never does), overdue (done weeks after its day)"""
    taken_on: dt.date

    def progress(self, day: dt.date) -> float:
        """The share done on that day, in steps of five points."""
        due = self.due_on or YEAR_END
        elapsed = max(0.0, (day - self.starts_on).days / (due - self.starts_on).days)
        if self.tempo == "overdue":
            done = elapsed >= 1 + 40 / (due - self.starts_on).days
            share = 1.0 if done else min(0.9, elapsed * 0.8)
        elif self.tempo == "slow":
            share = min(0.9, elapsed * 0.62)
        elif self.tempo == "late" and elapsed < 0.65:
            share = elapsed * 0.4 if elapsed < 0.45 else 0.18 + (elapsed - 0.45) * 2.9
        else:
            share = min(1.0, elapsed + 0.12) if elapsed else 0.0
        return round(share * 20) / 20

    def row(self, day: dt.date) -> Row:
        """The row of the unit's ledger on that day."""
        progress = self.progress(day)
        nobody = day < NOBODY_UNTIL.get((self.unit, self.task_id), day)
        return {
            "task_id": self.task_id,
            "title": TASK[self.task_id].title,
            "measure": self.measure,
            "section": self.section,
            "person": None if nobody else self.person,
            "starts_on": self.starts_on,
            "due_on": self.due_on,
            "progress": progress,
            "status": self._status(progress),
            "note": self._note(progress),
            "problem": self._problem(day, progress),
        }

    def _status(self, progress: float) -> str:
        if self.due_on is None:
            return "ongoing"
        if progress >= 1:
            return "done"
        if self.tempo == "slow" and progress >= 0.4:
            return "blocked"
        return "in_progress" if progress else "not_started"

    def _note(self, progress: float) -> str | None:
        if not progress:
            return None
        start, end = "已制定工作方案,明确责任分工", "已完成,材料已归档"
        steps = (
            start,
            "已召开推进会,正在梳理资料",
            "主要工作已开展,成效初步显现",
            "已完成大部分工作,正在完善提升",
            end,
        )
        return steps[min(4, int(progress * 4))]

    def _problem(self, day: dt.date, progress: float) -> str | None:
        if self.tempo == "slow" and progress >= 0.2:
            return "人员力量不足,进度滞后"
        late = self.due_on is not None and day > self.due_on and progress < 1
        return "超过时限,正在加快办理" if late else None


def unit_tasks(rng: Random) -> list[UnitTask]:
    """Every task taken up by every unit, in the order of the directory."""
    return [_taken(unit, task_id, rng) for unit in REPORTING for task_id in TAKEN[unit].split()]


def _taken(unit: str, task_id: str, rng: Random) -> UnitTask:
    drawn = rng.choice([(12, 31), (12, 31), (12, 31), (11, 30), (10, 31), None])
    tempo = rng.choice(["steady"] * 9 + ["late"])
    due, tempo = _DUE_TEMPO.get((unit, task_id), (drawn, tempo))
    first = dt.date(2021, 6, 1)
    sections = _SECTIONS.get(unit, ("综合科", "业务科", "办公室"))
    return UnitTask(
        unit,
        task_id,
        rng.choice(MEASURES[task_id]),
        BY_KEY[unit].name if BY_KEY[unit].office else rng.choice(sections),
        rng.choice(_PEOPLE),
        TAKEN_LATE.get((unit, task_id), first),
        dt.date(2021, *due) if due else None,
        tempo,
        TAKEN_LATE.get((unit, task_id), ISSUED),
    )
