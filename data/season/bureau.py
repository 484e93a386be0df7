"""The bureau of the sample: its 24 units, as the directory of units names them.

The bureau and its tasks are those of the notice; the people and numbers are made up.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the directory. ``key`` is how the season's scripts call it."""

    key: str
    name: str
    short_name: str
    aliases: str
    category: str
    enforces: bool
    head: str
    liaison: str | None

    @property
    def office(self) -> bool:
        """Whether it is an office of the bureau itself (机关科室)."""
        return self.category == "office"


def _station(
    key: str, name: str, short: str, aliases: str, enforces: bool, head: str, liaison: str
) -> Unit:
    return Unit(key, name, short, aliases, "bureau_unit", enforces, head, liaison)


def _office(
    name: str, short: str, aliases: str, enforces: bool, head: str, liaison: str | None
) -> Unit:
    return Unit(name, name, short, aliases, "office", enforces, head, liaison)


_BRIGADE = "漯河市文化市场综合行政执法支队"

UNITS: tuple[Unit, ...] = (
    _station(
        "支队", _BRIGADE, "市执法支队", "市文化市场综合执法支队、文化执法支队", True, "张伟", "李娜"
    ),
    _station("源汇", f"{_BRIGADE}源汇大队", "源汇大队", "源汇区文化执法大队", True, "王强", "刘洋"),
    _station("郾城", f"{_BRIGADE}郾城大队", "郾城大队", "郾城区文化执法大队", True, "陈杰", "杨丽"),
    _station("召陵", f"{_BRIGADE}召陵大队", "召陵大队", "召陵区文化执法大队", True, "赵磊", "黄敏"),
    _station(
        "质监所", "漯河市旅游质量监督所", "市旅游质监所", "市旅游质监站", True, "周涛", "吴静"
    ),
    _station(
        "文物中心",
        "漯河市文物保护中心",
        "市文物中心",
        "漯河市文物管理所、市文管所",
        True,
        "徐军",
        "孙燕",
    ),
    _station(
        "体育中心",
        "漯河市体育市场管理中心",
        "市体育市场中心",
        "市体育市场管理办公室",
        True,
        "马超",
        "朱琳",
    ),
    _station("图书馆", "漯河市图书馆", "市图书馆", "市图", False, "胡斌", "郭婷"),
    _station(
        "文化馆", "漯河市文化馆", "市文化馆", "漯河市群众艺术馆、市群艺馆", False, "林峰", "何雪"
    ),
    _station("博物馆", "漯河市博物馆", "市博物馆", "市博", False, "高鹏", "罗兰"),
    _station("美术馆", "漯河市美术馆", "市美术馆", "漯河画院、市画院", False, "梁宇", "宋佳"),
    _station(
        "许慎园",
        "漯河市许慎文化园管理处",
        "许慎文化园",
        "许慎文化园管理处、许慎园",
        False,
        "郑凯",
        "谢芳",
    ),
    _station("体校", "漯河市体育运动学校", "市体校", "漯河市业余体校", False, "韩冰", "唐颖"),
    _station(
        "转播台", "漯河市广播电视转播台", "市转播台", "漯河广播电视发射台", False, "冯刚", "于洁"
    ),
    _office("办公室", "局办公室", "综合办公室", False, "董浩", "萧雨"),
    _office("政策法规科", "法规科", "政法科、法制科", False, "程鹏", "曹颖"),
    _office("行政审批服务科", "审批科", "行政审批科", False, "袁野", "邓丽"),
    _office("市场管理科", "市场科", "文化市场管理科", True, "许峰", "傅琴"),
    _office("艺术科", "文艺科", "艺术处", False, "沈涛", "曾敏"),
    _office("公共服务科", "公服科", "公共文化科、社会文化科", False, "彭飞", "吕梅"),
    _office("广播电视科", "广电科", "传媒机构管理科", False, "苏明", "卢珊"),
    _office("文物科", "文博科", "文物保护科", False, "蒋勇", "蔡琳"),
    _office("旅游科", "旅游管理科", "资源开发科", False, "贾亮", "丁香"),
    _office("体育科", "群体科", "群众体育科", False, "魏东", None),
)

SILENT = "转播台"
"""The unit that never sends anything."""
SILENT_AFTER_JULY = "美术馆"
WITHOUT_LIAISON = "体育科"
"""It names one in June: see the directory that is sent again on 18 June."""
LATE_LIAISON = "薛梅"

BY_KEY: dict[str, Unit] = {unit.key: unit for unit in UNITS}
REPORTING: tuple[str, ...] = tuple(unit.key for unit in UNITS if unit.key != SILENT)
ENFORCING: tuple[str, ...] = tuple(unit.key for unit in UNITS if unit.enforces)


def name(key: str) -> str:
    """The canonical name of a unit."""
    return BY_KEY[key].name


def short(key: str) -> str:
    """The short name of a unit."""
    return BY_KEY[key].short_name


def phone(key: str) -> str:
    """The liaison's telephone number, plainly a sample."""
    return f"0395-3130{[unit.key for unit in UNITS].index(key) + 1:03d}"
