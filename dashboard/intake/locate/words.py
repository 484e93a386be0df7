"""The words by which rows betray themselves: totals, notes, signatures, sections, numbering."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from dashboard.intake.model import CellValue
from dashboard.patterns import HAN, lazy_pattern
from dashboard.text import normal

_ALL_OF = (
    "(?:全(?:局|市|县|区|镇|乡|系统|年|馆|站|队|支队|体|部)|各(?:单位|科室|部门|大队|县区|区|站|馆)|本(?:页|表|月|周|期|年度?|季度?|局|馆|站|队|科室?|单位)"
    "|以上|上半年|下半年|局属单位|机关科室|数据|单位|科室|人数|件数|数量|得分|分数)"
)
_TOTAL = lazy_pattern(
    rf"^(?:(?:\d{{1,2}}月份?|{HAN}{{0,6}}?)(?:合计|小计|总计|共计|总和|合計|小計|總計|平均分?|平均值|均值|平均数|总平均|最[高低]分?)"
    rf"|{_ALL_OF}?(?:累计|汇总))"
    r"(?:数|行|栏|\(.*\)|[::].*|\d+[项件个条份次人户家])?$|^(?:sub)?total[::]?$|^average$|^(?:总|合)[::]$"
)
"""累计 and 汇总 end many a text that is no total: 目录已汇总, 清理情况汇总."""
_DERIVED = lazy_pattern(
    rf"^(?:{HAN}{{0,8}}率|{HAN}{{0,6}}平均{HAN}{{0,6}}|(?:上年|去年|上期|上月|本年)?同期数?"
    rf"|[同环]比{HAN}{{0,4}}|增减[数率]?)[::]?$"
)
_SUM_OF_PROGRAM = lazy_pattern(r"\S\s+(?:汇总|计数|平均值|求和)$")
"""省级 汇总: a spreadsheet program writes its subtotals so, after the name of the group."""
_TOTAL_OF = lazy_pattern(r"^(?:合计|小计|总计|共计)[::]\d+[\u4e00-\u9fff]?\(")
"""合计:2篇(省级1篇,市级1篇): a total that goes on to say what it is made of."""
_TOTAL_WORDS = lazy_pattern(
    r"[合小总共累總]\W*[计計]|汇\W*总|总\W*和|平\W*均|最\W*[高低]|均\W*值|otal|OTAL|verage"
    r"|率[::\uff1a]?\s*(?:\n|$)|同期|[同环]比|增减|\s(?:计数|求和)"
)
"""What every word for a total has in it."""
_TOTAL_LETTERS = frozenset("计計总和均高低值率期比减数tTv")
"""One of these is in every such word."""
_SECTION = lazy_pattern(
    r"^(?:[(]?[一二三四五六七八九十]{1,3}[)、..,,::]|第[一二三四五六七八九十\d]+(?:部分|类|项|章|节|组|块)|[ivx]{1,4}[、..])"
)
_ORDINAL = lazy_pattern(r"^[(]?[一二三四五六七八九十]{1,3}[)]?[、..]?$|^[ivx]{1,4}$")
_NOTE = lazy_pattern(
    r"^(?:注|备注|说明|附注|附|注意|注释|提示|温馨提示|填表说明|填报说明|填表要求|填报要求|填写说明|填表须知|要求|特此说明|数据来源|口径说明|统计口径)"
    r"(?:[::]|\d|[一二三四五][、.]|$)|^[※*★☆▲◆●]"
    r"|^\(?(?:此页)?以下(?:空白|无正文)|^\(?(?:[续接][上前][表页]|[转接]下[表页]|未完待续)"
    r"|^(?:以上)?共\d+[条项件篇人家个份宗起][。)]?$"
    r"|^本表(?:一式|由|请|须|应|于|每|填|为|所)|^特此(?:报告|说明|上报|报送|函告|函复|证明|告知)"
)
_SIGN_WORDS = (
    "填表人|制表人|记录人|登记人|统计人|汇总人|制表|填报人|填表|经办人|承办人|审核人|复核人|审批人|核对人|校对人|审核|复核|审定|批准|负责人|单位负责人|部门负责人|科室负责人|"
    "分管领导|分管负责人|主管领导|主要负责人|统计负责人|联系人|联络员|联系电话|联系方式|电话|手机|传真|邮箱|签字|签名|签章|盖章|"
    "单位盖章|单位公章|公章|填报单位|报送单位|填表单位|制表单位|填表日期|填报日期|填报时间|填表时间|报送日期|报送时间|上报日期|制表日期|"
    "制表时间|打印日期|打印时间|打印人|导出日期|导出时间|导出人|录入人|操作员|领导签字|领导审核|领导签批|单位领导|局长|馆长|主任|科长|日期|监督电话|第\\d+页|共\\d+页"
)
_SIGN = lazy_pattern(
    rf"^\(?(?:{HAN}{{0,6}})?(?:{_SIGN_WORDS})(?:\([^()]*\))?(?:[::]|_|年月日)"
    rf"|^{HAN}{{0,12}}\((?:签字|签名|签章|盖章|公章|单位公章)\)|^第\d+页|^-\d+-$|^page\d"
)
_SIGN_LABEL = lazy_pattern(rf"^(?:{_SIGN_WORDS})(?:\([^()]*\))?[::]?$")
_LONGEST_LABEL = 10
_LONGEST_SIGN = 40
_SIGN_MARKS = lazy_pattern(r"[:_年(页]|^-|^p")
"""One of these is in every signature that is longer than a label."""
_SIGN_LABELS = frozenset(_SIGN_WORDS.split("|"))
_FOOT_MARKS = lazy_pattern(r"[:_年(页例注备说附示要特据口下续接转待表※*★☆▲◆●]|\|[-p]")
"""One of these is in every note, example and signature but the bare labels."""
_SUMMED_UP = lazy_pattern(
    rf"(?:以上|本[月季周年期]度?|全[年市]|累计|合计|截[至止].{{2,12}})?[,:]?共(?:计|有)?{HAN}{{0,8}}\d+[件条个宗起次家户份项人].*"
)
_EXAMPLE = lazy_pattern(
    r"^\(?(?:填[写报表])?(?:示例|样例|范例|例子|举例|例如|例)(?:行|\d{1,2})?\)?(?:[::].*)?$"
)
_UNTIL = lazy_pattern(
    r"^\(?(?:数据|统计)?(?:时间)?截[至止](?:时间|日期|到)?[::]?20\d{2}[年./-]\d{1,2}(?:[月./-]|月底|$)(?:\d{1,2}日?)?\)?[。.]?$"
)
_FULL_MARKS = lazy_pattern(
    r"^\(?(?:各项|单项)?(?:满分|标准分|标准分值|分值|权重|最高分|应得分)值?\)?[::]?$"
)
_SIGNED = lazy_pattern(r"^[\u4e00-\u9fff()]{2,28}(?:[局馆所队站校台处科室园院办会司厅委]|中心|\))$")
_LABELLED = lazy_pattern(rf"^(?:{HAN}|[()]){{2,10}}[::](?:{HAN}|[·、_\d\-]){{0,20}}$")
_LONGEST_DERIVED = 16
_NOTE_LABELS = frozenset(("备注", "说明", "注", "附注", "备注说明"))
_ORDERED = "〇一二三四五六七八九十"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


@lru_cache(maxsize=50_000)
def is_total(text: str) -> bool:
    """True for 合计, 小 计, 全局总计:, 平均分; not for a sentence that holds the word."""
    plain = normal(text)
    if len(plain) > 14:
        return len(plain) <= _LONGEST_SIGN and bool(_TOTAL_OF.match(plain))
    return bool(_TOTAL.match(plain))


@lru_cache(maxsize=50_000)
def is_derived(text: str) -> bool:
    """True for what names figures made of others: 办结率, 平均进度, 上年同期, 省级 汇总. Where
    words stand beside it, it may name a matter as well."""
    if len(text) > _LONGEST_DERIVED:
        return False
    return bool(_DERIVED.match(normal(text)) or _SUM_OF_PROGRAM.search(text.strip()))


def names_a_total(text: str) -> bool:
    """True for what may stand at the head of a row that sums up others or is made of them."""
    return is_total(text) or is_derived(text)


def may_hold_total(text: str) -> bool:
    """False where plainly no word for a total is in the text: one look at many cells."""
    return not _TOTAL_LETTERS.isdisjoint(text) and _TOTAL_WORDS.search(text) is not None


def is_average(text: str) -> bool:
    """True for a total row that holds averages, or the best or the least of all."""
    return "均" in text or "最" in text or "average" in text.lower()


@lru_cache(maxsize=50_000)
def is_note(text: str) -> bool:
    """True for what begins a note at the foot: 注:, 备注:, 说明:, ※."""
    return bool(_NOTE.match(normal(text)[:40]))


def is_note_label(text: str) -> bool:
    """True for 备注 and 说明, and nothing else, where a row would have its number."""
    return normal(text).rstrip(":") in _NOTE_LABELS


@lru_cache(maxsize=50_000)
def is_signature(text: str) -> bool:
    """True for the signatures of a sheet: 填表人:张三, 单位(盖章), 第 1 页."""
    return bool(_SIGN.match(normal(text)[:40]))


@lru_cache(maxsize=5_000)
def is_signature_label(text: str) -> bool:
    """True where the cell is such a label and nothing else, its value in the next cell."""
    return bool(_SIGN_LABEL.match(normal(text)[:40]))


@lru_cache(maxsize=50_000)
def begins_a_foot(text: str) -> bool:
    """True for a note, a signature or its label: one look at a cell that is mostly none."""
    plain = normal(text)[:40]
    if _NOTE.match(plain):
        return True
    if len(plain) > _LONGEST_LABEL and not _SIGN_MARKS.search(plain):
        return False
    return bool(_SIGN.match(plain) or _SIGN_LABEL.match(plain))


def none_begins_a_foot(texts: Collection[str]) -> bool:
    """True where plainly none of the texts ``begins_a_foot`` or marks an example: one look at
    all of them, at a tenth of the time."""
    joined = normal(f"|{'|'.join(texts)}|")
    return _FOOT_MARKS.search(joined) is None and _SIGN_LABELS.isdisjoint(joined.split("|"))


def sums_up(text: str) -> bool:
    """True for a sentence below the rows that says how many there are: 本月共受理4件,办结3件。"""
    return bool(_SUMMED_UP.fullmatch(normal(text)[:80]))


@lru_cache(maxsize=5_000)
def is_example(text: str) -> bool:
    """True for what marks a row as one that only shows how to fill in: 示例, (例), 填写示例:."""
    return bool(_EXAMPLE.match(normal(text)[:40]))


def is_until(text: str) -> bool:
    """True for what says up to which day the sheet counts: 截至2021年8月31日."""
    return len(text) <= _LONGEST_SIGN and bool(_UNTIL.match(normal(text)))


def is_full_marks(text: str) -> bool:
    """True for what marks the row of the greatest scores: (满分), 标准分, 分值."""
    return len(text) <= _LONGEST_SIGN and bool(_FULL_MARKS.match(normal(text)))


def signs_off(text: str) -> bool:
    """True for who may stand over the date under a table: 漯河市图书馆, 政策法规科(盖章)."""
    return len(text) <= _LONGEST_SIGN and bool(_SIGNED.match(normal(text)))


@lru_cache(maxsize=5_000)
def is_labelled(text: str) -> bool:
    """True for a label with its colon, alone or before a name: 评查组长:, 组员:张三."""
    return bool(_LABELLED.match(normal(text)[:40]))


@lru_cache(maxsize=50_000)
def is_section(text: str) -> bool:
    """True for 一、…, (二)…, 第三部分…"""
    return bool(_SECTION.match(normal(text)[:12]))


def is_ordinal(text: str) -> bool:
    """True for the ordinal of a section that stands in a cell of its own: 一, (二), III."""
    return bool(_ORDINAL.match(normal(text)))


def ordinal(value: CellValue) -> int | None:
    """The number that a cell of a numbering row holds: 3, 3., (3), ③, 三, C are 3; 甲 is 1."""
    if isinstance(value, str):
        return _written_ordinal(value) if len(value.strip()) <= 8 else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value) if value == int(value) and 0 < value < 100 else None
    return None


@lru_cache(maxsize=5_000)
def _written_ordinal(text: str) -> int | None:
    plain = re.sub(r"[()\[\]栏列、.]|第", "", normal(text).split("=")[0])
    if plain.isdigit():
        return int(plain) if len(plain) < 3 else None
    if len(plain) == 1 and "a" <= plain <= "z":
        return ord(plain) - ord("a") + 1
    for row in (_ORDERED, _STEMS):
        if len(plain) == 1 and plain in row:
            return row.index(plain) + (row is _STEMS)
    return 10 + _ORDERED.index(plain[1]) if re.match("十[一二三四五六七八九]$", plain) else None
