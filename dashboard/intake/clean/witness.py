"""What stands where a yes is asked for because it is the thing itself: 局党组会 under 集体讨论."""

from __future__ import annotations

from dashboard.patterns import HAN, lazy_pattern

_MEETING = lazy_pattern(
    r".{0,16}(?:党组|党委|支委|局务|馆务|站务|队务|班子|办公|理事|常务|职代|职工代表大|全体)(?:扩大)?会议?.{0,12}"
    r"|.{0,12}(?:集体|会议)(?:研究|讨论|审议|决定)(?:同意|通过)?|.{0,6}(?:审议|讨论|研究)(?:同意|通过)"
)
_HEARD = lazy_pattern(
    r".{0,12}(?:座谈会|听证会?|征求.{0,4}意见|征集.{0,4}意见|意见征集|听取.{0,4}意见|问卷|公示).{0,8}|公众参与|网上征求"
)
_DAYS = lazy_pattern(r"(?:征求|征集|公示)?\d{1,3}(?:天|日|个工作日)")
_EXPERTS = lazy_pattern(
    r".{0,8}(?:论证会|评审会|论证意见|论证报告|专家评审|专家论证).{0,6}|(?:邀请|聘请)专家\d*[名位人]?|论证通过"
)
_RISK = lazy_pattern(
    r".{0,6}(?:评估报告|稳评报告)|(?:风险)?(?:等级)?[为:]?(?:低风险|中风险|低|可控)|风险可控|(?:通过)?评估(?:通过)?"
)
_LAWFUL = lazy_pattern(
    r".{0,8}(?:审核|审查|法律)意见书?|合法(?:有效|合规)?|符合.{0,4}规定|同意(?:印发|出台|发布|实施)?"
    r"|.{0,6}(?:审核|审查|修改后|修改完善后|原则)通过|经(?:审核|审查)合法"
    rf"|经?{HAN}{{1,8}}(?:科|室|处|局|顾问|机构)(?:审核|审查|已审)(?:合法|同意)?"
)
_KEPT = lazy_pattern(rf"{HAN}{{0,6}}(?:归档|存档|立卷)(?:保存)?|全程记录|档案室|一[事卷]一[档卷]")
_PLACE = lazy_pattern(
    rf"{HAN}{{0,12}}(?:网站?|官网|门户|公众号|平台|公开栏|公示栏|公告栏|宣传栏)(?:上|主动|集中)?(?:公开|公布|公示|发布)?"
    r"|上墙公[示开布]|(?:按规定|依法|长期|及时|全面)公[示开布]"
)
_FILED = lazy_pattern(rf"(?:按时|及时|准予|报{HAN}{{2,8}})?备案(?:通过|登记)?")
_WITNESSES = {
    "assessed": (_EXPERTS,),
    "consulted": (_HEARD, _DAYS),
    "deliberated": (_MEETING,),
    "published": (_PLACE,),
    "participation": (_HEARD, _DAYS),
    "expert_review": (_EXPERTS,),
    "risk_assessment": (_RISK,),
    "legality_reviewed": (_LAWFUL,),
    "collective_discussion": (_MEETING,),
    "recorded": (_KEPT,),
    "filed": (_FILED,),
    "cleaned": (lazy_pattern("(?:完成)?清理(?:完[成毕])?"),),
    "in_catalogue": (lazy_pattern("[列纳]入(?:目录)?|目录内(?:事项)?"),),
}
"""Column -> what can only stand there where it was done."""
_NO_OBJECTION = lazy_pattern("无(?:不同)?(?:异议|意见)")
_OPEN = lazy_pattern(
    "[未没不无否非尚待拟将需应送?/]|申请|准备|正在|计划|预计|建议|部分|基本|逾期|取消|暂|撤|中$|前$"
)
"""What leaves it open whether it was done, or says that it was not."""


def is_witness(text: str, column: str) -> bool:
    """True where the text of a column that asks for yes or no names the act that it asks about:
    a meeting, where it was published, who was heard."""
    plain = _NO_OBJECTION.sub("", text)
    patterns = _WITNESSES.get(column, ())
    return any(one.fullmatch(plain) for one in patterns) and not _OPEN.search(plain)
