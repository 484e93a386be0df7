"""印证资料清单: what a unit can show for each task."""

from dashboard.kinds.declare import Kind, column

KIND = Kind(
    view="evidence",
    label="印证资料清单",
    collection="ledger",
    order=12,
    titles=("印证材料清单", "佐证材料", "资料清单", "材料清单"),
    identity=(("task_id", "title"),),
    columns=(
        column(
            "task_id",
            "任务编号",
            spellings=(
                "编号、对应任务、任务序号、任务号、对应任务编号、任务代码、指标编号、"
                "对应指标、所属任务"
            ),
        ),
        column(
            "title",
            "材料名称",
            required=True,
            spellings=(
                "资料名称、印证资料、印证材料、佐证材料名称、资料题名、材料标题、"
                "印证材料名称、印证资料名称、佐证资料、资料标题、佐证资料名称、证明材料、"
                "证明材料名称、支撑材料、支撑材料名称、文件名称、题名、材料题目、佐证材料"
            ),
        ),
        column(
            "form",
            "材料类型",
            type="choice",
            spellings=(
                "资料类型、材料形式、类型、资料形式、材料类别、资料类别、形式、载体、"
                "载体形式、材料种类、文件类型"
            ),
            choices={
                "document": (
                    "文件",
                    "文档",
                    "文件资料",
                    "文字材料",
                ),
                "picture": (
                    "图片",
                    "照片",
                ),
                "video": (
                    "视频",
                    "影像",
                    "录像",
                ),
                "link": (
                    "新闻链接",
                    "链接",
                    "网址",
                ),
                "brief": (
                    "情况简介",
                    "简介",
                    "情况介绍",
                ),
            },
        ),
        column(
            "provision",
            "提供方式",
            type="choice",
            spellings=(
                "提供情况、报送方式、提供状态、提交方式、材料提供方式、提交情况、"
                "报送情况、上传情况、提供形式"
            ),
            choices={
                "uploaded": (
                    "已上传",
                    "上传",
                    "已提供",
                ),
                "on_site": (
                    "实地核查时提供",
                    "实地评估、核查时提供",
                    "实地评估时提供",
                    "现场提供",
                    "现场查看",
                    "实地查看",
                ),
                "statement": (
                    "情况说明",
                    "提交情况说明",
                    "已提交情况说明",
                ),
                "missing": (
                    "未提供",
                    "缺",
                    "未上传",
                    "暂缺",
                ),
            },
        ),
        column(
            "location",
            "链接/存放位置",
            spellings=(
                "存放位置、链接、网址、存放路径、存放地址、存储位置、文件链接、网络链接、"
                "链接地址、存档位置、资料位置、材料位置、链接或存放位置、材料链接、"
                "链接及存放位置、存放处、保存位置、路径"
            ),
        ),
        column(
            "dated_on",
            "材料日期",
            type="date",
            spellings=(
                "形成日期、日期、形成时间、资料日期、成文日期、材料时间、资料时间、"
                "生成日期、材料形成日期、材料形成时间、形成年月、文件日期"
            ),
        ),
    ),
)
