"""Words of a heading that forbid a column which it is otherwise like: 实际完成时间 is no deadline.

Two headings that differ in such a word are alike to the letter and mean opposite things.
"""

from __future__ import annotations

from dashboard.patterns import lazy_pattern

_DONE = "实际|已完成|已抽|已开展"
_NOT_CLOSED = "申请|交办|转办|回访|立案|受理|归档|评查"
_JOINT = "联合|跨部门"
_CONTRARY = {
    "starts_on": "完成|结束|截止|办结",
    "due_on": f"{_DONE}|^起$|开始|启动|起始|受理|登记|转办|交办|投诉|回访|办复",
    "ends_on": "实际|开始|启动|起始",
    "closed_on": f"{_NOT_CLOSED}|计划|预计|拟|要求|承诺|应[办完结]|限[期时]",
    "received_on": "办结|期限|答复|回复|转办|回访",
    "reviewed_on": "立案|结案|归档",
    "issued_on": "收文|来文|拟|计划|预计|修订|清理|备案|废止|审核|审议|公开|公布|失效",
    "dated_on": "提交|上传|报送|填报|收集",
    "found_on": "整改|销号|完成|复[查核]|验收|回头看",
    "case_no": "立案|当事人|信用代码|许可证|执法证|身份",
    "progress": "计划|目标|时序|预期|偏差|上[年月周期]|去年|同期",
    "published_on": "拟|计划|预计|应|[投撰送约]稿",
    "decided_on": "拟|计划|预计",
    "planned": f"{_DONE}|^累计(?!.*计划)|完成|{_JOINT}|公[开示布]",
    "completed": f"计划|应抽|{_JOINT}|公[开示布]",
    "joint_planned": f"{_DONE}|完成",
    "joint_completed": "计划|应",
    "enforcement_staff": "审核|顾问|资格|持证|女|党员|辅助|协管|退休",
    "legal_reviewers": "资格|考试|比例|占比|女|顾问|案件|决定|应配|应当|需配|缺",
    "qualified_reviewers": "执法资格|执法证|比例|占比",
    "legal_advisers": "费用|合同|期限",
    "certificate": "身份|职业资格",
    "certified_staff": "职业资格|未持|比例|占比",
    "major_decisions": "(?<!应)审核|移送|比例|占比",
    "major_reviewed": "移送|比例|占比|未|应",
    "referred_cases": "审核|未",
    "legality": "合理|规范|总分",
    "reasonableness": "合法|规范|总分",
    "documents": "合法|合理|总分|扣分",
    "total": "合法|合理|规范|满分|标准分|扣分|份数|页数",
    "accountability": "方式|日期|时间",
    "cleaned": "办理|处理|整改|公[开示布]|备案",
    "method": "数量|户数|比例|对象|时间|类别|类型|批次|次数|频",
    "frequency": "^年[度份]$|[户家]数|数量|对象|比例|类别|类型|批次",
    "reviewer": "被评查|日期|时间|内容|项目|标准",
    "finding_no": "名称|情况|内容|描述",
    "person": "电话$|验收|复[核查]|核[查实验]|销号|单位|科室|领导|配合|协[助办同]",
    "section": "配合|协[助办同]|参[与加]|会[签办]|抄送",
    "person_name": "人数|总数|数量|数$|类别|类型|性质",
    "unit": "配合|协[助办同]|参[与加]|会[签办]|审核|审查|抄送",
    "status": "上[年月周期次]|去年|同期|下一?[步月周期]",
    "note": "上[年月周期次]|去年|同期|下一?[步月周期]",
}
_OF_OTHERS = "(?:人|人员|姓名|电话|日期|时间|编号|号|号码|金额|数|数量)$"
_CONTRARY |= dict.fromkeys(
    ("title", "subject", "issue", "item", "cause", "measure", "problem", "list"), _OF_OTHERS
)
_CONTRARY["issue"] = f"类别|类型|{_OF_OTHERS}"
_CONTRARY["measure"] = f"下一?[步月周期]|^(?!.*[措举]).*(?:情况$|进展|结果$|成效|效果)|{_OF_OTHERS}"
_CONTRARY |= dict.fromkeys(
    (
        "assessed", "consulted", "legality_reviewed", "deliberated", "published", "filed",
        "participation", "expert_review", "risk_assessment", "collective_discussion",
        "post_evaluated",
    ),
    "需要|应当|是否应|应否",
)  # fmt: skip
"""That a step is called for says nothing of whether it was taken."""
_PATTERNS = {column: lazy_pattern(words) for column, words in _CONTRARY.items()}


def says_the_contrary(column: str, heading: str) -> bool:
    """True where the heading's key holds a word that forbids the column."""
    pattern = _PATTERNS.get(column)
    return pattern is not None and pattern.search(heading) is not None
