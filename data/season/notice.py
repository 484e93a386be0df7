"""The notice of 28 May 2021 as data: tasks, phases and the figures that rules compare with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

ISSUED = dt.date(2021, 5, 28)
YEAR_END = dt.date(2021, 12, 31)

AREAS: dict[str, str] = {
    "1": "依法全面履行政府职能",
    "2": "完善依法行政制度体系",
    "3": "推进重大行政决策科学化、民主化、法治化",
    "4": "行政执法严格规范公正文明",
}
_AREA_NUMERALS = {"1": "一", "2": "二", "3": "三", "4": "四"}


@dataclass(frozen=True, slots=True)
class Task:
    """One task of part four of the notice."""

    task_id: str
    title: str
    requirement: str
    lead_unit: str

    @property
    def area(self) -> str:
        """The area it belongs to, as the notice calls it."""
        return AREAS[self.task_id[2]]

    @property
    def basis(self) -> str:
        """The clause, e.g. 四(一)1."""
        return f"四({_AREA_NUMERALS[self.task_id[2]]}){self.task_id[4]}"


TASKS: tuple[Task, ...] = (
    Task(
        "4.1.1",
        "深化行政审批制度改革",
        "向社会公布我局全部行政审批事项清单,清单之外不得设置行政许可事项。全面清理行政审批中介服务,"
        "对保留的行政审批中介服务事项实行清单管理。全面推进“证照分离”“多证合一”等改革举措,"
        "优化行政审批流程,政务服务重点领域实现“一网、一门、一次”",
        "行政审批服务科",
    ),
    Task(
        "4.1.2",
        "落实权责清单制度",
        "编制并对外公布我局权责清单、公共服务清单。全面落实并严格执行负面清单制度。"
        "全面实施行政事业性收费和政府性基金清单制度,加大对乱收费行为的举报投诉查处力度。",
        "政策法规科",
    ),
    Task(
        "4.1.3",
        "优化法治化营商环境",
        "深化“双随机、一公开”监管制度,推进“智慧监管”,优化并完善事中事后综合监管平台功能,"
        "扩大跨部门联合抽查覆善面,实现综合监管。",
        "市场管理科",
    ),
    Task(
        "4.2.1",
        "完善行政规范性文件制定",
        "严格执行国务院办公厅《关于加强行政规范性文件制定和监督管理工作的通知》,严禁越权发文,"
        "重要行政规范性文件的制定应依法依规执行评估论证、公开征求意见、合法性审核、"
        "集体审议决定、向社会公开发布等程序。",
        "政策法规科",
    ),
    Task(
        "4.2.2",
        "加强行政规范性文件合法性审查",
        "建立程序完备、权责一致、相互衔接、运行高效的行政规范性文件合法性审核机制,"
        "对文件的制定主体、程序和有关内容等开展合法性审核,行政规范性文件合法性审核率达100%。",
        "政策法规科",
    ),
    Task(
        "4.2.3",
        "强化行政规范性文件备案和清理",
        "完善规范性文件备案审查制度。依法做好规范性文件备案审查工作。"
        "健全规范性文件动态清理工作机制。对于经备案审查认为不符合上位法的规范性文件,"
        "及时修订或者废止。",
        "政策法规科",
    ),
    Task(
        "4.3.1",
        "健全依法决策机制",
        "编制年度重大行政决策事项目录,实行目录动态管理并向社会公布。规范重大行政决策程序制度,"
        "明确决策主体、事项范围、法定程序、法律责任等。",
        "办公室",
    ),
    Task(
        "4.3.2",
        "完善行政决策程序",
        "完善决策程序制度,强化决策程序刚性约束,遵守公众参与、专家论证、风险评估、"
        "合法性审查和集体讨论决定的法定程序,实现科学决策、民主决策、依法决策。"
        "落实法律顾问制度。",
        "办公室",
    ),
    Task(
        "4.3.3",
        "强化行政决策规范化建设",
        "落实重大行政决策全过程记录、材料归档和档案管理制度。"
        "建立决策机关跟踪重大行政决策执行情况和实施效果制度,开展决策后评估。",
        "办公室",
    ),
    Task(
        "4.4.1",
        "加强行政执法规范化建设",
        "建立健全行政执法“三项制度”推进协调机制,全面推行行政执法公示制度、"
        "执法全过程记录制度、重大执法决定法制审核制度,"
        "推进落实负责法制审核的人员不少于本单位执法人员总数5%的要求。",
        "漯河市文化市场综合行政执法支队",
    ),
    Task(
        "4.4.2",
        "提高行政执法效能",
        "加强行政执法队伍建设,健全行政执法和刑事司法衔接机制,"
        "落实与检察机关、审判机关信息共享、案情通报、案件移送制度。",
        "漯河市文化市场综合行政执法支队",
    ),
    Task(
        "4.4.3",
        "落实行政执法责任制",
        "建立行政执法权责清单,规范行政执法流程。每年至少组织1次行政执法案卷评查,"
        "对行政行为的合法性、合理性和执法文书规范性进行评判,实行错案责任倒查问责制,"
        "进一步规范执法行为。",
        "漯河市文化市场综合行政执法支队",
    ),
)
TASK: dict[str, Task] = {task.task_id: task for task in TASKS}


@dataclass(frozen=True, slots=True)
class Phase:
    """One step of part five of the notice; a date is None where the notice fixes none."""

    phase_id: str
    name: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    deliverables: str
    basis: str


PHASES: tuple[Phase, ...] = (
    Phase(
        "1",
        "进行动员部署",
        dt.date(2021, 5, 1),
        dt.date(2021, 5, 31),
        "动员会、创建台账、创建责任分工、细化工作方案",
        "五(一)",
    ),
    Phase(
        "2",
        "开展集中督导",
        dt.date(2021, 6, 1),
        dt.date(2021, 12, 31),
        "专项督导记录、督导问题整改台账",
        "五(二)",
    ),
    Phase(
        "3",
        "收集印证资料",
        dt.date(2021, 6, 20),
        dt.date(2021, 8, 10),
        "文件、图片、视频、新闻链接、情况简介等印证资料,或实地核查标注、情况说明",
        "五(三)",
    ),
    Phase(
        "4",
        "形成自评报告",
        dt.date(2021, 8, 1),
        dt.date(2021, 8, 15),
        "介绍主要举措、重要成效和突出亮点的自评报告",
        "五(四)",
    ),
    Phase("5", "营造创建氛围", None, None, "宣传报道(具体时间以省、市通知为准)", "五(五)"),
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure that rules compare with. ``share`` says that it is written as a percentage."""

    rule: str
    name: str
    value: float
    share: bool
    basis: str


THRESHOLDS: tuple[Threshold, ...] = (
    Threshold("reviewer_ratio", "法制审核人员占执法人员总数比例下限", 0.05, True, "四(四)1"),
    Threshold("document_unreviewed", "行政规范性文件合法性审核率", 1.0, True, "四(二)2"),
    Threshold("case_review_missing", "每年组织案卷评查次数下限", 1, False, "四(四)3"),
    Threshold("enforcement_systems", "重大执法决定法制审核率", 1.0, True, "四(四)1"),
    Threshold("liaison_missing", "联络员人数下限", 1, False, "六(二)"),
    Threshold("due_soon_days", "临期提醒天数", 3, False, "六(二)"),
    Threshold("grade_excellent", "案卷评查优秀分数线", 90, False, "四(四)3"),
    Threshold("grade_good", "案卷评查良好分数线", 80, False, "四(四)3"),
    Threshold("grade_pass", "案卷评查合格分数线", 60, False, "四(四)3"),
    Threshold("case_failed", "案卷评查不合格分数线(低于)", 60, False, "四(四)3"),
    Threshold("task_behind", "任务进度滞后容许幅度", 0.20, True, "六(二)"),
    Threshold("report_stale_amber", "未报送天数(黄)", 14, False, "六(二)"),
    Threshold("report_stale_red", "未报送天数(红)", 28, False, "六(二)"),
)
