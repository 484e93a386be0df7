"""The columns of every kind as units head them."""

from __future__ import annotations

from data.season.forms.spec import Spec, choice, count, date, step, text, yesno

_RANDOM = ("双随机抽查",)
_JOINT = ("跨部门联合抽查",)
_SCORES = ("得分情况",)
_WRONG = ("错案追究",)
_MADE = ("制定程序",)
_KEPT = ("备案清理",)
_LEGAL = ("决策程序", "法定程序")
_FILES = ("决策程序", "归档评估")
_REVIEW = ("法制审核人员",)
_WHO = ("责任落实",)
_WHEN = ("时间安排",)
_HOW = ("推进情况",)
_MEND = ("整改落实",)

SPECS: dict[str, tuple[Spec, ...]] = {
    "task_progress": (
        text("task_id", "任务编号", "编号", "任务序号", "任务\n编号", width=9),
        text("title", "任务名称", "工作任务", "重点任务", "任务内容", width=26),
        text(
            "measure",
            "具体举措",
            "工作措施",
            "落实措施",
            "具 体 举 措",
            width=34,
            manners=("plain", "wrapped", "spaced"),
        ),
        text("section", "责任科室", "承办科室", "责任部门", group=_WHO, optional=True),
        text(
            "person",
            "责任人",
            "具体责任人",
            "责 任 人",
            "承办人",
            group=_WHO,
            manners=("plain", "name", "spaced"),
        ),
        date(
            "starts_on",
            "开始时间",
            "启动时间",
            "开始日期",
            group=_WHEN,
            manners=("real", "dash", "dot", "cn", "md"),
        ),
        date(
            "due_on",
            "完成时限",
            "完成时间",
            "办结时限",
            "完成\n时限",
            group=_WHEN,
            manners=(
                "real",
                "real_cn",
                "dash",
                "dot",
                "slash",
                "compact",
                "cn",
                "md",
                "wide",
                "month_end",
                "month",
                "quarter",
                "any",
            ),
            blanks=("长期坚持", "长期", "常年"),
        ),
        Spec(
            "progress",
            ("完成进度", "进度", "完成比例", "完 成 进 度"),
            ("share", "points", "percent", "words", "fraction"),
            "percent",
            10,
            group=_HOW,
        ),
        choice("status", "状态", "工作状态", "完成状态", vocabulary="status", group=_HOW),
        text(
            "note",
            "进展情况",
            "工作进展",
            "目前进展",
            width=30,
            group=_HOW,
            manners=("plain", "wrapped", "spaced"),
        ),
        text("problem", "存在问题", "存在的问题", width=20, optional=True),
    ),
    "evidence": (
        text("task_id", "任务编号", "对应任务", "编号", width=9),
        text(
            "title",
            "材料名称",
            "资料名称",
            "印证材料",
            "材料\n名称",
            width=28,
            manners=("plain", "spaced"),
        ),
        choice("form", "材料类型", "资料类型", "材料形式", vocabulary="form"),
        choice("provision", "提供方式", "报送方式", "提供情况", vocabulary="provision", width=18),
        text("location", "链接/存放位置", "存放位置", "存放路径", width=34),
        date("dated_on", "材料日期", "形成日期", "形成时间"),
    ),
    "case_review": (
        text("case_no", "案卷号", "文号", "案卷编号", "案号", width=26),
        choice("case_type", "案卷类型", "案件类型", "案卷类别", vocabulary="case_type"),
        text("cause", "案由", "案件名称", width=26),
        date("reviewed_on", "评查日期", "评查时间"),
        date("closed_on", "结案日期", "结案时间"),
        text("reviewer", "评查人", "评查人员", manners=("plain", "name")),
        count("legality", "合法性得分", "合法性评分", group=_SCORES, under="合法性"),
        count("reasonableness", "合理性得分", "合理性评分", group=_SCORES, under="合理性"),
        count("documents", "文书规范得分", "文书规范性", group=_SCORES, under="文书规范"),
        count("total", "总分", "总得分", "评查得分", group=_SCORES),
        choice("grade", "等次", "评定等次", "等级", vocabulary="grade"),
        text("veto", "一票否决项", "一票否决情形", blanks=(None, None, "无"), width=22),
        text("problem", "存在问题", "扣分原因", "存在的问题", width=24),
        yesno("wrong_case", "是否错案", manners=("yes", "letter"), group=_WRONG),
        text("accountability", "责任追究情况", "追责情况", width=26, group=_WRONG, blanks=(None,)),
    ),
    "staffing": (
        count(
            "enforcement_staff",
            "执法人员总数",
            "行政执法人员总数",
            "执法人员数(人)",
            manners=("plain", "people", "persons", "words"),
        ),
        count(
            "legal_reviewers",
            "法制审核人员数",
            "法制审核人数",
            "法制审核人员",
            manners=("plain", "people", "persons", "words"),
            group=_REVIEW,
            under="人数",
        ),
        count(
            "qualified_reviewers",
            "取得法律职业资格人数",
            "具有法律职业资格人数",
            "取得法律职业\n资格人数",
            group=_REVIEW,
            under="取得资格人数",
        ),
        count("legal_advisers", "法律顾问数", "法律顾问人数"),
        count(
            "certified_staff",
            "持证执法人员数",
            "持证人数",
            "持有执法证人数",
            manners=("plain", "people", "about"),
        ),
        text("base_note", "口径", "统计口径", width=9),
    ),
    "normative_document": (
        text("title", "文件名称", "规范性文件名称", "文件标题", width=36),
        text("doc_no", "文号", "发文字号", "发文文号", width=24),
        date(
            "issued_on",
            "印发日期",
            "发文日期",
            "印发时间",
            manners=("real", "dash", "dot", "cn", "slash"),
        ),
        yesno(
            "assessed",
            "评估论证",
            "是否评估论证",
            group=_MADE,
            manners=("yes", "tick", "letter", "digit"),
        ),
        yesno(
            "consulted",
            "公开征求意见",
            "是否公开征求意见",
            group=_MADE,
            manners=("yes", "tick", "letter", "digit"),
        ),
        yesno(
            "legality_reviewed",
            "合法性审核",
            "是否合法性审核",
            "合法性审查",
            group=_MADE,
            manners=("yes", "tick", "reviewed"),
        ),
        yesno("deliberated", "集体审议", "集体审议决定", "是否集体审议", group=_MADE),
        yesno("published", "向社会公布", "公开发布", "是否向社会公布", group=_MADE),
        yesno(
            "filed", "备案", "是否备案", "备案情况", group=_KEPT, manners=("yes", "tick", "filed")
        ),
        yesno("cleaned", "已清理", "是否清理", "清理情况", group=_KEPT, manners=("yes", "cleaned")),
        choice("validity", "效力", "清理结果", "效力状态", vocabulary="validity", group=_KEPT),
    ),
    "major_decision": (
        text("title", "决策事项", "决策事项名称", "重大行政决策事项", width=32),
        date("decided_on", "决策日期", "决策时间", "决定日期"),
        step("in_catalogue", "列入年度目录", "是否列入年度目录"),
        step("participation", "公众参与", "是否公众参与", group=_LEGAL),
        step("expert_review", "专家论证", "是否专家论证", group=_LEGAL),
        step("risk_assessment", "风险评估", "是否风险评估", group=_LEGAL),
        step("legality_reviewed", "合法性审查", "合法性审核", group=_LEGAL),
        step("collective_discussion", "集体讨论决定", "集体讨论", group=_LEGAL),
        step("recorded", "全过程记录归档", "记录归档", group=_FILES),
        step("post_evaluated", "决策后评估", "后评估", group=_FILES),
    ),
    "published_list": (
        choice("list", "清单名称", "清单类别", vocabulary="list", width=34),
        yesno(
            "published", "是否公开", "是否公布", "公开情况", manners=("yes", "tick", "published")
        ),
        date("published_on", "公开日期", "公布日期", "公开时间"),
        text("url", "公开网址", "网址", "公开链接", width=36),
    ),
    "enforcement": (
        yesno(
            "publicity",
            "公示制度",
            "行政执法公示制度",
            "执法公示制度",
            manners=("yes", "have", "built"),
        ),
        yesno(
            "recording",
            "全过程记录",
            "执法全过程记录制度",
            "全过程记录制度",
            manners=("yes", "have", "built"),
        ),
        count(
            "major_decisions",
            "重大执法决定数",
            "重大执法决定件数",
            manners=("plain", "pieces"),
            group=("重大执法决定",),
            under="重大执法决定数",
        ),
        count(
            "major_reviewed",
            "经法制审核数",
            "经法制审核件数",
            manners=("plain", "pieces"),
            group=("重大执法决定",),
            under="经法制审核数",
        ),
        count("referred_cases", "移送司法机关案件数", "移送案件数"),
    ),
    "random_inspection": (
        count("planned", "计划抽查数", "计划抽查次数", group=_RANDOM, under="计划数"),
        count("completed", "完成抽查数", "已完成抽查数", group=_RANDOM, under="完成数"),
        count(
            "joint_planned",
            "计划跨部门联合抽查数",
            "计划联合抽查数",
            group=_JOINT,
            under="计划联合抽查数",
        ),
        count(
            "joint_completed",
            "完成跨部门联合抽查数",
            "完成联合抽查数",
            group=_JOINT,
            under="完成联合抽查数",
        ),
        count("results_published", "结果已公开数", "公开结果数"),
    ),
    "complaint": (
        text("subject", "事项", "投诉事项", "投诉举报事项", "投诉内容", width=34),
        date("received_on", "受理日期", "受理时间", "接收日期"),
        date(
            "due_on",
            "办理期限",
            "办结时限",
            "办理时限",
            manners=("real", "dash", "dot", "cn", "slash", "compact"),
        ),
        date(
            "closed_on",
            "办结日期",
            "办结时间",
            manners=("real", "dash", "dot", "cn", "slash", "md"),
        ),
    ),
    "finding": (
        text("finding_no", "编号", "问题编号", width=12),
        date("found_on", "督导日期", "发现日期", "督导时间"),
        text("issue", "存在问题", "督导发现问题", "问题描述", width=32),
        text("measure", "整改措施", "整改举措", width=26, group=_MEND),
        text("person", "整改责任人", "责任人", group=_MEND),
        date("due_on", "整改时限", "整改期限", group=_MEND),
        choice("status", "整改状态", "整改情况", "状态", vocabulary="finding_status", group=_MEND),
        date("closed_on", "销号日期", "销号时间"),
        text("checked_by", "复核人", "复核"),
    ),
    "publicity": (
        text("title", "标题", "报道标题", "稿件标题", width=36),
        text("outlet", "媒体/平台", "媒体", "刊发媒体", "发布平台", width=16),
        choice("level", "级别", "媒体级别", vocabulary="level"),
        date("published_on", "日期", "发布日期", "刊发日期"),
        text("url", "链接", "网址", "文章链接", width=40),
    ),
}
