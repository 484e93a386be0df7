"""Registers of other topics that have the headings of a kind: petitions, sign-in sheets.

信访登记 has all that 投诉举报 has, 党建任务清单 all that a task ledger has. Their titles tell them
apart; a sheet without a title is told by its headings alone (see ``telling``).
"""

from __future__ import annotations

from functools import lru_cache

from dashboard.patterns import HAN, lazy_pattern

_OFFICE = r"科|室|股|处(?![理置])|局|中心|委员会|小组|专班|支部|党委|党组|大队|支队"
_OTHER = lazy_pattern(
    r"(?:信访|来信来访|群众来访|问题线索|纪检|巡察|巡视|党建|党风|党费|党员|党史|意识形态|主题教育"
    r"|人大建议|政协|提案|议案|文明城市|文明单位|卫生城市|创文|创卫|扶贫|帮扶|乡村振兴|疫情|防疫|疫苗|防汛"
    r"|安全生产|安全隐患|隐患排查|消防|保密|环保督察|扫黑除恶|招商|重点项目"
    r"|科研|论文|课题|收文|来文|发文登记|周工作|周计划|采购|食堂|工资|资产|费用|审计|民主生活会|爱国卫生|信箱)"
    rf"(?!{HAN}{{0,4}}(?:{_OFFICE})(?!{HAN}))"
)
"""The 信访 of 填报单位:信访科 is none: that is whose sheet it is."""
_OUR = lazy_pattern(
    r"法治|法制|依法|执法|督导|双随机|随机抽查|案卷|规范性文件|重大(?:行政)?决策|三项制度|投诉|印证|权责"
    r"|宣传报道|普法"
)
"""What a title of ours says, whatever else it is about."""
_NEVER = lazy_pattern("签到|考勤|考试|报名")
"""Lists of those who came, of whom none says that they are all there are."""
_LONGEST = 200


def is_of_another_topic(title: str, sheet: str, file: str) -> bool:
    """True where the title, or where there is none a name, is that of another register; all of
    them normalised."""
    return _is_other(title[:_LONGEST] or f"{sheet} {file}"[:_LONGEST], f"{sheet} {file}"[:_LONGEST])


@lru_cache(maxsize=1_000)
def _is_other(title: str, names: str) -> bool:
    if _NEVER.search(title):
        return True
    if _OUR.search(title) or _OUR.search(names):
        return False
    return _OTHER.search(title) is not None
