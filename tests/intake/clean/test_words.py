"""Yes and no, steps and choices."""

import datetime as dt

import pytest

from dashboard.intake.clean import clean_choice, clean_step, clean_yesno
from dashboard.kinds import kind, kinds

YES = [
    "是", "有", "√", "✔", "✓", "☑", "Y", "yes", "T", "对", "1", 1, 1.0, True, "达标", "已公示",
    "已审核",
    "己备案", "均已公开", "已备案（文旅〔2021〕3号）", "是(2021年)", "是，2021年5月", "有2名",
    "是。", "☑是 □否", "是√ 否□",
    "是 ", "Ｙ", "完成", "✔\ufe0f", "(√)", "\uf0fc", "\uf052是 \uf0a3否", "是(√)否( )",
    "有制度", "建立健全", "法规科已出具审核意见", "经局党组会审议通过",
]  # fmt: skip
NO = [
    "否", "无", "×", "✗", "✘", "x", "X", "N", "no", "F", "错", "0", 0, 0.0, False, "不达标",
    "未备案", "尚未公示",
    "没有", "不公开", "暂未开展", "否（原因见备注）", "□是 ☑否", "是□ 否√", "没有公示",
    "❌\ufe0f", "是( )否(√)", "是[ ] 否[√]",
]  # fmt: skip
UNCLEAR = [
    "部分",
    "部分公开",
    "是/否",
    "是，但未公示",
    "是;否",
    "是(√)否(√)",
    "没有未公布的",
    "不一定",
    "未定",
    "不得不公布",
    "不适用/否",
    "已制定未印发",
    "已基本完成",
    "有待完善",
    "领导已要求开展",
    "法规科已审核未反馈",
    "经研究未通过",
    "局办公室已要求开展",
    "不详",
    "3",
    3,
    "无异议",
    "张三",
]


@pytest.mark.parametrize("written", YES)
def test_yes_however_it_is_written(written):
    assert clean_yesno(written) == (True, None, None)
    assert clean_step(written) == ("yes", None, None)


@pytest.mark.parametrize("written", NO)
def test_no_however_it_is_written(written):
    assert clean_yesno(written) == (False, None, None)
    assert clean_step(written) == ("no", None, None)


@pytest.mark.parametrize("written", UNCLEAR)
def test_what_is_neither_is_an_error(written):
    assert clean_yesno(written)[:2] == (None, "not_yes_or_no")
    assert clean_step(written)[:2] == (None, "not_yes_or_no")


@pytest.mark.parametrize("written", ["正在审核", "办理中", "拟7月备案", "待审核", "计划下半年开展"])
def test_what_is_under_way_is_not_yet_a_yes(written):
    assert clean_yesno(written)[:2] == (False, "not_yet_done")
    assert clean_step(written)[:2] == ("no", "not_yet_done")


@pytest.mark.parametrize("written", ["待核", "待认定", "正在核查"])
def test_what_is_still_judged_is_neither_yes_nor_no(written):
    assert clean_yesno(written, "wrong_case")[:2] == (None, "not_yes_or_no")


@pytest.mark.parametrize(
    "written", ["不适用", "不涉及", "无需", "无需备案", "不需要", "免", "免于备案", "N/A", "无此项"]
)
def test_what_does_not_apply_is_nothing_for_yes_or_no_and_na_for_a_step(written):
    assert clean_yesno(written) == (None, None, None)
    assert clean_step(written) == ("na", None, None)


@pytest.mark.parametrize(
    ("written", "step"),
    [("□是□否☑不适用", "na"), ("☑是□否□不适用", "yes"), ("是□ 否√ 不涉及□", "no")],
)
def test_a_step_may_have_a_third_box(written, step):
    assert clean_step(written) == (step, None, None)


@pytest.mark.parametrize("written", ["/", "-", "—", "——", "－"])
def test_a_stroke_is_nothing_for_yes_or_no_and_na_for_a_step(written):
    assert clean_yesno(written) == (None, None, None)
    assert clean_step(written) == ("na", None, None)


@pytest.mark.parametrize("written", [None, "", " ", "□是 □否"])
def test_a_blank_is_nothing(written):
    assert clean_yesno(written) == (None, None, None)
    assert clean_step(written) == (None, None, None)


@pytest.mark.parametrize("written", ["2021年5月20日", "2021.5", dt.date(2021, 5, 20)])
def test_a_date_in_place_of_a_yes_is_a_yes_with_a_doubt(written):
    assert clean_yesno(written)[:2] == (True, "date_as_yes")


@pytest.mark.parametrize(
    ("column", "written", "answer"),
    [
        ("publicity", "执行到位", True),
        ("recording", "全面推行", True),
        ("joint", "跨部门", True),
        ("joint", "与消防联合检查", True),
        ("joint", "部门内部", False),
        ("joint", "单部门", False),
        ("enforces", "行政执法单位", True),
        ("enforces", "有执法权", True),
        ("enforces", "非执法单位", False),
        ("wrong_case", "不属于", False),
        ("wrong_case", "不适用", None),
    ],
)
def test_a_column_understands_what_it_asks(column, written, answer):
    assert clean_yesno(written, column) == (answer, None, None)


@pytest.mark.parametrize("written", ["部分落实", "未全面推行", "委托执法"])
def test_a_column_does_not_understand_half_an_answer(written):
    assert {clean_yesno(written, name).value for name in ("publicity", "enforces")} <= {None, False}


def test_two_columns_understand_words_of_their_own():
    assert clean_yesno("继续有效", "cleaned").value is True
    assert clean_yesno("继续有效", "filed").code == "not_yes_or_no"
    assert clean_yesno("市公安局、消防救援支队", "joint").value is True
    assert clean_yesno("市公安局", "published").code == "not_yes_or_no"


ALL_SPELLINGS = [
    pytest.param(column, spelling, key, id=f"{view}.{column.name}.{spelling}")
    for view, one in kinds().items()
    for column in one.columns
    if column.type == "choice"
    for key, spellings in column.choices.items()
    for spelling in (*spellings, key)
]


@pytest.mark.parametrize(("column", "spelling", "key"), ALL_SPELLINGS)
def test_every_declared_spelling_is_its_choice(column, spelling, key):
    assert clean_choice(spelling, column) == (key, None, None)


@pytest.mark.parametrize(
    ("column", "written", "key", "code"),
    [
        ("task_progress.status", "推进中，预计7月完成", "in_progress", None),
        ("task_progress.status", "未启动，拟7月开展", "not_started", None),
        ("task_progress.status", "完成（6月）", "done", None),
        ("task_progress.status", "✔已完成", "done", None),
        ("task_progress.status", "1.已完成", "done", None),
        ("task_progress.status", "己完成", "done", None),
        ("task_progress.status", "正在推进中", "in_progress", None),
        ("task_progress.status", "由张三负责推进中", "in_progress", "choice_near_match"),
        ("case_review.case_type", "行政处罚案卷", "penalty", None),
        ("case_review.case_type", "一般程序行政处罚", "penalty", "choice_near_match"),
        ("case_review.grade", "优秀等次", "excellent", None),
        ("case_review.grade", "良好(85)", "good", None),
        ("evidence.provision", "实地核查提供", "on_site", "choice_near_match"),
        ("published_list.list", "《公共服务清单》", "services", None),
        ("published_list.list", "行政执法权责清单", "enforcement_powers", None),
        ("published_list.list", "行政审批事项清单（2021年版）", "approvals", None),
        ("task_progress.status", "已完成初稿，正在征求意见", None, "unknown_choice"),
        ("task_progress.status", "完成清单编制，尚未公布", None, "unknown_choice"),
        ("task_progress.status", "已完成，正在归档", "done", None),
        ("task_progress.status", "推进中(80%)", "in_progress", None),
        ("task_progress.status", "正在推进，约60%", "in_progress", None),
        ("task_progress.status", "已完成(80%)", None, "unknown_choice"),
        ("finding.status", "已整改80%", None, "unknown_choice"),
        ("finding.status", "整改落实中(80%)", None, "unknown_choice"),
        ("task_progress.status", "尚未进行", "not_started", None),
        ("task_progress.status", "提前完成", "done", None),
        ("task_progress.status", "稳步推进", "in_progress", None),
        ("task_progress.status", "启动仪式已完成", "done", "choice_near_match"),
        ("task_progress.status", "推进缓慢", "blocked", None),
        ("task_progress.status", "常年", "ongoing", None),
        ("evidence.form", "jpg", "picture", None),
        ("evidence.form", "图", "picture", None),
        ("evidence.form", "签到表", "document", None),
        ("evidence.form", "工作照", None, "unknown_choice"),
        ("evidence.provision", "届时提供", "on_site", None),
        ("evidence.provision", "正在整理", "missing", None),
        ("evidence.provision", "有", "uploaded", None),
        ("publicity.level", "区县级", "county", None),
        ("publicity.level", "市直", "municipal", None),
        ("normative_document.validity", "有效期届满", "expired", None),
        ("normative_document.validity", "有效期5年", None, "unknown_choice"),
        ("normative_document.validity", "有效期内", "in_force", None),
        ("normative_document.validity", "是", "in_force", None),
        ("published_list.list", "行政权力清单", "powers", None),
        ("task_progress.status", "—", None, None),
        ("task_progress.status", "", None, None),
        ("task_progress.status", "未完成", None, "unknown_choice"),
        ("task_progress.status", "已完成50%", None, "unknown_choice"),
        ("task_progress.status", "基本完成", None, "unknown_choice"),
        ("task_progress.status", "7月底前完成", None, "unknown_choice"),
        ("task_progress.status", "进行中、受阻", None, "unknown_choice"),
        ("task_progress.status", 0, None, "unknown_choice"),
        ("task_progress.status", False, None, "unknown_choice"),
        ("task_progress.status", "完成中", None, "unknown_choice"),
        ("task_progress.status", "正在完成", None, "unknown_choice"),
        ("task_progress.status", "需完成", None, "unknown_choice"),
        ("task_progress.status", "年底完成", None, "unknown_choice"),
        ("task_progress.status", "年底已完成", "done", "choice_near_match"),
        ("task_progress.status", "应急预案修编完成", "done", "choice_near_match"),
        ("task_progress.status", "完成三分之二", None, "unknown_choice"),
        ("task_progress.status", "完成第一阶段", None, "unknown_choice"),
        ("task_progress.status", "长期未完成", None, "unknown_choice"),
        ("task_progress.status", "正常推进", "in_progress", "choice_near_match"),
        ("finding.status", "已全部整改", "closed", None),
        ("published_list.list", "涉企收费目录清单", "fees", "choice_near_match"),
        ("finding.status", "已要求整改", None, "unknown_choice"),
        ("finding.status", "已开始整改", None, "unknown_choice"),
        ("finding.status", "建议销号", None, "unknown_choice"),
        ("case_review.grade", "下合格", None, "unknown_choice"),
        ("case_review.grade", "评定为合格", "pass", "choice_near_match"),
        ("task_progress.status", "末完成", None, "unknown_choice"),
        ("task_progress.status", "末启动", "not_started", None),
        ("task_progress.status", "完成时限未到", None, "unknown_choice"),
        ("finding.status", "申请销号", None, "unknown_choice"),
        ("finding.status", "已整改未销号", None, "unknown_choice"),
        ("evidence.provision", "上传失败", None, "unknown_choice"),
        ("case_review.grade", "优秀率", None, "unknown_choice"),
        ("case_review.grade", "优秀(拟)", "excellent", "choice_near_match"),
        ("publicity.level", "省级以上", None, "unknown_choice"),
        ("publicity.level", "省级未采用", None, "unknown_choice"),
        ("publicity.level", "市县级", None, "unknown_choice"),
        ("publicity.level", "县级市", None, "unknown_choice"),
        ("publicity.level", "漯河市级媒体", "municipal", "choice_near_match"),
        ("evidence.provision", "正在上传", None, "unknown_choice"),
        ("published_list.list", "执法权责清单", "enforcement_powers", None),
        ("published_list.list", "行政执法权力和责任清单", "enforcement_powers", None),
        ("normative_document.validity", "继续无效", None, "unknown_choice"),
        ("normative_document.validity", "修订后继续有效", None, "unknown_choice"),
        ("case_review.grade", "优良", None, "unknown_choice"),
        ("published_list.list", "法律顾问名单", None, "unknown_choice"),
        ("case_review.grade", "#N/A", None, "error_value_text"),
        ("task_progress.status", "□未启动 ☑进行中 □已完成", "in_progress", None),
        ("task_progress.status", "\uf0a3未启动 \uf0a3进行中 \uf052已完成", "done", None),
        ("task_progress.status", "接近完成", None, "unknown_choice"),
        ("task_progress.status", "按时序推进", "in_progress", None),
        ("evidence.provision", "情况说明已提交", "statement", None),
        ("finding.status", "正在办理", "in_progress", "choice_near_match"),
        ("finding.status", "目前正在走合同审批流程", "in_progress", "choice_near_match"),
        ("finding.status", "办理中", "in_progress", "choice_near_match"),
        ("finding.status", "正在办结", None, "unknown_choice"),
        ("finding.status", "销号申请中", None, "unknown_choice"),
        ("finding.status", "整改中（已完成60%）", "in_progress", None),
        ("finding.status", "已整改（60%）", None, "unknown_choice"),
        ("finding.status", "100%", "closed", "choice_near_match"),
        ("finding.status", "60%", "in_progress", "choice_near_match"),
        ("task_progress.status", "0%", "not_started", "choice_near_match"),
        ("task_progress.status", "150%", None, "unknown_choice"),
        ("finding.status", "办结中", None, "unknown_choice"),
        ("evidence.provision", "正在收集", "missing", None),
        ("task_progress.status", "☑未启动 ☑进行中", None, "unknown_choice"),
        ("task_progress.status", "□未启动 □进行中", None, "unknown_choice"),
        ("task_progress.status", "□未启动 ☑差不多", None, "unknown_choice"),
    ],
)
def test_a_choice_is_what_the_cell_names_without_denying_it(column, written, key, code):
    view, _, name = column.partition(".")
    assert clean_choice(written, kind(view).column(name))[:2] == (key, code)


def test_an_unknown_choice_names_what_is_allowed():
    found = clean_choice("甲等", kind("case_review").column("grade"))
    assert found.details == {"allowed": "优秀、良好、合格、不合格"}


@pytest.mark.parametrize(
    ("written", "column", "answer"),
    [
        ("错案", "wrong_case", True),
        ("属错案", "wrong_case", True),
        ("不是错案", "wrong_case", False),
        ("A证", "has_qualification", True),
        ("C类证书", "has_qualification", True),
        ("A20154111", "has_qualification", True),
        ("无证", "has_qualification", False),
        ("联合", "joint", True),
        ("跨部门联合抽查", "joint", True),
        ("单独", "joint", False),
    ],
)
def test_the_word_of_the_column_itself_is_an_answer_there(written, column, answer):
    assert clean_yesno(written, column) == (answer, None, None)
    if answer:
        assert clean_yesno(written, "published")[:2] == (None, "not_yes_or_no")


WITNESSES = [
    ("局门户网站", "published"),
    ("局网站公开", "published"),
    ("局党组会2021年第9次", "deliberated"),
    ("2021年6月9日局务会研究通过", "collective_discussion"),
    ("网上公开征求意见", "participation"),
    ("召开座谈会", "participation"),
    ("公示7天无异议", "participation"),
    ("30天", "consulted"),
    ("专家论证会", "expert_review"),
    ("低风险", "risk_assessment"),
    ("修改后通过", "legality_reviewed"),
    ("审核通过", "legality_reviewed"),
    ("办公室存档", "recorded"),
    ("职代会审议", "deliberated"),
    ("法规科审核", "legality_reviewed"),
    ("邀请专家3名", "expert_review"),
    ("依法公开", "published"),
    ("一事一档", "recorded"),
    ("目录内事项", "in_catalogue"),
]


@pytest.mark.parametrize(("written", "column"), WITNESSES)
def test_the_act_itself_is_a_yes_with_a_doubt_in_its_column_alone(written, column):
    assert clean_yesno(written, column)[:2] == (True, "witness_as_yes")
    assert clean_step(written, column)[:2] == ("yes", "witness_as_yes")
    assert clean_yesno(written, "filed").value is None


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("不在网站公开", "published"),
        ("部分网站", "published"),
        ("待局党组会审议", "deliberated"),
        ("需召开座谈会", "participation"),
        ("建议修改", "legality_reviewed"),
        ("依申请公开", "published"),
        ("高风险", "risk_assessment"),
        ("送法规科审核", "legality_reviewed"),
        ("申请列入", "in_catalogue"),
        ("目录外事项", "in_catalogue"),
        ("涉密不公开", "published"),
        ("暂不公开", "published"),
    ],
)
def test_what_is_open_or_denied_is_no_yes(written, column):
    assert clean_yesno(written, column).value is not True


def test_words_of_a_column_deny_it():
    assert clean_yesno("涉密不公开", "published") == (False, None, None)
    assert clean_step("目录外", "in_catalogue") == ("no", None, None)


def test_who_a_document_was_filed_with_says_that_it_was():
    assert clean_yesno("报市政府备案", "filed")[:2] == (True, "witness_as_yes")
