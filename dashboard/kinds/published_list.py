"""清单公开情况: the lists a unit must publish, and where."""

from dashboard.kinds.declare import Kind, column

KIND = Kind(
    view="published_list",
    label="清单公开情况",
    collection="ledger",
    order=17,
    titles=("清单公开", "公开清单", "权责清单公开"),
    identity=(("list",),),
    columns=(
        column(
            "list",
            "清单名称",
            type="choice",
            required=True,
            spellings=(
                "清单、清单类别、清单类型、清单名、公开清单名称、清单事项、清单种类、"
                "目录名称、清单目录名称、应公开清单、公开事项、清单项目"
            ),
            choices={
                "approvals": (
                    "行政审批事项",
                    "行政审批事项清单",
                    "行政许可事项清单",
                ),
                "intermediary": (
                    "中介服务",
                    "行政审批中介服务事项清单",
                    "中介服务清单",
                ),
                "powers": (
                    "权责",
                    "权责清单",
                    "权力和责任清单",
                    "权力清单和责任清单",
                ),
                "services": (
                    "公共服务",
                    "公共服务清单",
                    "公共服务事项清单",
                ),
                "negative": (
                    "负面",
                    "负面清单",
                    "市场准入负面清单",
                ),
                "fees": (
                    "收费和基金",
                    "行政事业性收费和政府性基金清单",
                    "收费清单",
                    "收费目录清单",
                    "政府性基金清单",
                ),
                "decisions": (
                    "重大行政决策事项目录",
                    "重大行政决策目录",
                ),
                "enforcement_powers": (
                    "行政执法权责",
                    "行政执法权责清单",
                    "行政执法权力和责任清单",
                    "执法权责清单",
                    "行政执法事项权责",
                    "执法权责",
                    "执法事项权责",
                ),
            },
        ),
        column(
            "published",
            "是否公开",
            type="yesno",
            spellings=(
                "是否公布、公开情况、是否已公开、是否已公布、公布情况、是否对外公布、"
                "是否对外公开、公开与否、是否向社会公开、是否向社会公布、公开状态、"
                "是否公示"
            ),
        ),
        column(
            "published_on",
            "公开日期",
            type="date",
            spellings=(
                "公布日期、公开时间、公布时间、公示日期、对外公布日期、公示时间、上网日期、上网时间、"
                "首次公开日期、首次公布时间、发布日期、发布时间、公开年月"
            ),
        ),
        column(
            "url",
            "公开网址",
            spellings=(
                "网址、链接、公开链接、公开地址、公布网址、公开网站、公开链接地址、"
                "网址链接、公示网址、公示链接、网络地址、公布链接、公开地址网址、"
                "公开位置、公开渠道、查询网址、发布网址"
            ),
        ),
    ),
)
