"""宣传报道: what was published about the campaign, where and at which level."""

from dashboard.kinds.declare import Kind, column

KIND = Kind(
    view="publicity",
    label="宣传报道",
    collection="ledger",
    order=23,
    titles=("宣传情况", "宣传报道台账", "宣传报道统计"),
    identity=(("title", "outlet"),),
    columns=(
        column(
            "title",
            "标题",
            required=True,
            spellings=(
                "报道标题、稿件标题、文章标题、信息标题、稿件名称、新闻标题、宣传标题、"
                "报道题目、稿件题目、题目、文章题目、信息名称、报道名称、作品名称、"
                "宣传内容、新闻题目、题目及链接、标题及链接"
            ),
        ),
        column(
            "outlet",
            "媒体/平台",
            spellings=(
                "媒体、平台、发布平台、刊发媒体、发布媒体、媒体名称、刊播媒体、宣传媒体、"
                "发布渠道、刊登媒体、刊发平台、媒体平台、刊载媒体、宣传平台、报道媒体、"
                "采用媒体、刊发单位、刊登单位、刊播单位、刊播平台、刊物、发布媒体平台、"
                "媒体或平台、采用单位、采用平台、投稿媒体、媒体名称及级别、媒体及级别、"
                "刊发媒体及级别、媒体及链接、新闻媒体、报道平台、推送平台、信息平台、"
                "报刊名称、刊发报刊、采用刊物、发布网站、宣传渠道、宣传阵地、载体"
            ),
        ),
        column(
            "level",
            "级别",
            type="choice",
            spellings=(
                "媒体级别、层级、媒体层级、媒体等级、报道级别、宣传级别、平台级别、"
                "采用级别、刊发级别、等级"
            ),
            choices={
                "national": (
                    "国家级",
                    "中央级",
                    "国家",
                    "中央",
                    "央媒",
                ),
                "provincial": (
                    "省级",
                    "省",
                ),
                "municipal": (
                    "市级",
                    "市",
                ),
                "county": (
                    "县区级",
                    "县级",
                    "区级",
                    "县区",
                    "县",
                    "区",
                ),
            },
        ),
        column(
            "published_on",
            "日期",
            type="date",
            spellings=(
                "发布日期、刊发日期、发布时间、刊发时间、报道日期、报道时间、刊登日期、"
                "刊播日期、刊播时间、见报日期、发稿日期、宣传时间、刊登时间、采用日期、"
                "采用时间、发稿时间、见刊时间、见刊日期"
            ),
        ),
        column(
            "url",
            "链接",
            spellings=(
                "网址、文章链接、网页链接、链接地址、网址链接、原文链接、报道链接、"
                "新闻链接、稿件链接、网页地址、网络链接"
            ),
        ),
    ),
)
