"""投诉举报办理: the complaints a unit took in, and when each was settled."""

from dashboard.kinds.declare import Kind, column

KIND = Kind(
    view="complaint",
    label="投诉举报办理",
    collection="ledger",
    order=21,
    titles=("投诉举报", "投诉举报台账"),
    identity=(("subject", "received_on"),),
    columns=(
        column(
            "subject",
            "事项",
            required=True,
            spellings=(
                "投诉事项、举报事项、投诉举报事项、投诉内容、投诉举报内容、信访事项、"
                "反映问题、反映事项、举报内容、主要内容、诉求内容、投诉主题、主题、"
                "投诉举报事由、反映内容、事由、问题描述、投诉举报事项名称、诉求事项、"
                "诉求、信访内容、诉求标题、工单标题、工单内容、来电内容、来信内容、"
                "群众反映的问题"
            ),
        ),
        column(
            "received_on",
            "受理日期",
            type="date",
            spellings=(
                "受理时间、收件日期、接收日期、收到日期、收到时间、接收时间、登记日期、"
                "登记时间、接件日期、受理年月、来件日期、来电日期、收件时间、接件时间、"
                "投诉日期、投诉时间、接诉日期、日期"
            ),
        ),
        column(
            "due_on",
            "办理期限",
            type="date",
            spellings=(
                "办结时限、办理时限、应办结日期、办结期限、应办结时间、限办日期、"
                "办理截止日期、截止日期、限办时间、办结时限要求、处理期限、办理时限要求、"
                "承诺办结日期、法定时限、处理时限、应办结期限、规定办结日期、要求办结时间、要求办结时限、"
                "应答复日期、应答复时间、答复时限、答复期限"
            ),
        ),
        column(
            "closed_on",
            "办结日期",
            type="date",
            spellings=(
                "办结时间、实际办结日期、完成日期、办理完成日期、实际办结时间、回复日期、"
                "答复日期、处理完成日期、处结日期、答复时间、回复时间、反馈日期、"
                "办理完成时间、结案日期、完成时间、办结情况"
            ),
        ),
    ),
)
