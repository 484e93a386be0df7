"""The words units use for the choices of a vocabulary."""

from __future__ import annotations

VOCABULARIES: dict[str, dict[str, tuple[str, ...]]] = {
    "status": {
        "not_started": ("未启动", "未开始"),
        "in_progress": ("进行中", "推进中", "正在推进"),
        "done": ("已完成", "完成"),
        "ongoing": ("长期坚持", "持续推进"),
        "blocked": ("受阻",),
    },
    "form": {
        "document": ("文件", "文件资料"),
        "picture": ("图片", "照片"),
        "video": ("视频",),
        "link": ("新闻链接", "链接"),
        "brief": ("情况简介", "简介"),
    },
    "provision": {
        "uploaded": ("已上传", "上传"),
        "on_site": ("实地核查时提供", "实地评估、核查时提供"),
        "statement": ("情况说明", "提交情况说明"),
        "missing": ("未提供", "暂缺"),
    },
    "case_type": {
        "penalty": ("行政处罚",),
        "permit": ("行政许可",),
        "coercion": ("行政强制",),
        "inspection": ("行政检查",),
        "other": ("其他",),
    },
    "grade": {
        "excellent": ("优秀",),
        "good": ("良好",),
        "pass": ("合格",),
        "fail": ("不合格",),
    },
    "validity": {
        "in_force": ("有效", "继续有效", "现行有效"),
        "revised": ("修订", "修改"),
        "repealed": ("废止",),
        "expired": ("失效",),
    },
    "list": {
        "approvals": ("行政审批事项清单", "行政审批事项"),
        "intermediary": ("行政审批中介服务事项清单", "中介服务清单"),
        "powers": ("权责清单",),
        "services": ("公共服务清单", "公共服务事项清单"),
        "negative": ("负面清单", "市场准入负面清单"),
        "fees": ("行政事业性收费和政府性基金清单", "收费清单"),
        "decisions": ("重大行政决策事项目录",),
        "enforcement_powers": ("行政执法权责清单",),
    },
    "finding_status": {
        "open": ("未整改",),
        "in_progress": ("整改中", "正在整改"),
        "closed": ("已销号", "已整改"),
    },
    "level": {
        "national": ("国家级",),
        "provincial": ("省级",),
        "municipal": ("市级",),
        "county": ("县区级",),
    },
}
