"""单位名录: the directory of units: names, liaison, who enforces."""

from dashboard.kinds.declare import Kind, column

KIND = Kind(
    view="unit",
    label="单位名录",
    collection="plan",
    order=1,
    titles=("单位目录", "单位一览表", "单位名册"),
    columns=(
        column(
            "unit",
            "单位名称",
            required=True,
            spellings=(
                "单位、单位全称、名称、科室名称、单位名称全称、单位全名、机构名称、"
                "部门名称、部门、科室、成员单位、责任单位、局属单位名称"
            ),
        ),
        column(
            "short_name",
            "简称",
            spellings="单位简称、单位简写、名称简称、简写",
        ),
        column(
            "aliases",
            "曾用名/别名",
            spellings="曾用名、别名、其他名称、原名、原名称、又名、其它名称、曾用名称、别称",
        ),
        column(
            "category",
            "类别",
            type="choice",
            spellings="单位类别、单位性质、类型、单位类型、机构类别、性质",
            choices={
                "bureau_unit": (
                    "局属单位",
                    "下属单位",
                    "二级单位",
                ),
                "office": (
                    "机关科室",
                    "科室",
                    "局机关科室",
                ),
            },
        ),
        column(
            "enforces",
            "是否行政执法单位",
            type="yesno",
            spellings=(
                "是否执法单位、行政执法单位、执法单位、是否执法、是否承担行政执法、"
                "是否具有执法权、执法职能、是否有行政执法职能、有无行政执法职能、"
                "是否行政执法部门、行政执法"
            ),
        ),
        column(
            "head",
            "主要负责人",
            spellings=(
                "负责人、单位负责人、单位主要负责人、负责人姓名、单位领导、主要领导、"
                "第一责任人、领导"
            ),
        ),
        column(
            "liaison",
            "联络员",
            spellings="联系人、联络员姓名、联络人、联络员名单、信息员、具体联络员",
        ),
        column(
            "liaison_phone",
            "联系电话",
            spellings=(
                "联络员电话、电话、手机、联系方式、手机号、手机号码、联络电话、电话号码、"
                "联络员联系方式、联络员手机、办公电话、联络员联系电话"
            ),
        ),
    ),
)
