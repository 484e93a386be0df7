"""Yes and no: 是/否, 有/无, √/×, 已…/未…, ☑是 □否; and steps, which may not apply."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dashboard.intake.clean.compact import compact, is_error_value, is_stroke
from dashboard.intake.clean.result import NOTHING, Found, PercentNumber, unclear
from dashboard.intake.clean.witness import is_witness
from dashboard.intake.model import CellValue
from dashboard.patterns import HAN, lazy_pattern

YES = "yes"
NO = "no"
NOT_APPLICABLE = "na"

_YES_WORDS = frozenset((
    "是", "有", "对", "√", "✓", "✔", "☑", "✅", "🗸", "v", "y", "yes", "t", "true", "1", "1.0",
    "ok", "已", "达标", "达到", "符合", "具备", "通过", "完成", "落实", "履行", "公开", "公布",
    "公示", "建立", "健全", "合格", "属于", "需要", "主动公开", "全部公开", "全部完成", "是的",
    "有的", "已有", "均有", "均已", "全部", "有制度", "建立健全", "健全完善",
))  # fmt: skip
_NO_WORDS = frozenset((
    "否", "无", "未", "没", "错", "×", "✗", "✘", "✖", "✕", "╳", "☒", "❌", "x", "n", "no", "f",
    "false", "0", "0.0", "非", "没有", "不是", "缺", "暂无", "暂缺", "空缺", "待办",
))  # fmt: skip
_NA_WORDS = lazy_pattern(
    r"(?:n/a|na|免|(?:不适用|不涉及|未涉及|无涉及|没有?涉及|无需|无须|不需要?|不用|不必|免予|免于|豁免|无此项|无此类|无该项"
    r"|不属于|非必须|非必需|不要求)[^\d未已,;/否]{0,8})(?:[(,;:。].*)?"
)
_VAGUE = lazy_pattern(
    r"部分|不清(?:楚|$)|不详|不明|不确定|不一定|不知|不尽|未定|待定|待核实|未知|基本|大部|有待|可能|[?]|(?<![上下])半|\d+(?:\.\d+)?%"
    r"|逾期|过期|取消|暂停|停止|撤|无(?:问题|异议|意见|不当)"
)
_NOT_YET = lazy_pattern(
    r"正在.*|.{0,8}(?:进行|推进|办理|实施|审核|审查|研究|征求意见|评估|论证|备案|清理|整改|公示|筹备|起草|制定)中"
    r"|(?:拟|计划|预计|准备|即将|待|将|筹备).*"
)
_DONE = lazy_pattern(
    r"(?:均|全部|都)?(?:已|己)(?!安排|计划|列入计划|部署).*"
    rf"|{HAN}{{1,10}}[科局委办会室处馆组](?:均|都)?已(?!安排|计划|列入计划|部署|要求|通知).*"
    rf"|经{HAN}{{2,14}}(?:通过|同意)"
)
"""已备案, and who did it before that: 法规科已出具意见, 经党组会审议通过."""
_UNDONE = lazy_pattern(r"(?:尚|还|均|都|暂|从|并)?(?:未|没|没有).*|(?:不|无|非).*")
_NEGATION = lazy_pattern(r"未|没|不|否|尚|待|拟|正在")
_NOT_PLAIN = lazy_pattern(r"已|(?:没有?|不得?|无)[未不]|/[是否]")
"""What stands in a denial that is none or not alone: 未…已…, 没有未…, 不适用/否."""
_OPENING = lazy_pattern(
    r"(?P<sign>是|有|否|无|√|✓|✔|☑|×|✗|✘)(?P<rest>[(,.;:。].*)"
    r"|(?P<held>是|有)(?:[1-9]\d*.*|[一二两三四五六七八九十]+[个件次人项部份名].*)"
)
_A_STROKE = lazy_pattern(r"[/\-_~]+")
_BOX = r"[□☐☑√✓✔■☒▣]"
_OPTION = r"(?:不适用|不涉及|无需|是|否|有|无|已[^□☐☑√✓✔■☒▣]{0,6}|未[^□☐☑√✓✔■☒▣]{0,6})"
_BOXES = (
    lazy_pattern(rf"({_BOX})\(?({_OPTION})\)?[,;/]?"),
    lazy_pattern(rf"({_OPTION})\(?({_BOX})\)?[,;/]?"),
)
_TICKED = frozenset("☑√✓✔■☒▣")
_ONE_SIGN = lazy_pattern(r"\([^()]\)")
_SQUARE = str.maketrans("[]", "()")
_DAY = r"(?:\d{2,4}[年./-])?\d{1,2}[月./-](?:\d{1,2}日?)?"
_DATED = lazy_pattern(
    rf"{_DAY}(?:[-~至到](?:{_DAY}|\d{{1,2}}日?))?"
    r"(?:已?[^\d未不没待拟]{1,6})?|\d{8}|\d{4}[年./-]\d{1,2}月?"
)
_DOCUMENT = lazy_pattern(r"[\u4e00-\u9fff]{1,12}[〔\[(【]20\d{2}[〕\])】]第?\d{1,5}号")
"""漯司审〔2021〕22号: the document that says so."""
_CLEANED = lazy_pattern(
    r"继续有效|现行有效|保留|宣布?失效|已?失效|已?废止|(?:已|拟)?(?:修订|修改)|有效"
)
_ANOTHER_OFFICE = lazy_pattern(
    r"[^\d未不没无否待拟]{2,}(?:局|委|厅|办|科|院|部门|支队|大队|队|中心|政府|消防|公安|海关)"
)
_IN_PLACE = lazy_pattern(
    "(?:执行|落实|推行|运行)?到位|全面(?:推行|落实|执行|建立|实施)|正常(?:开展|运行|执行|实施)|(?:制定|建立)了"
)
_OWN_WORDS = {
    "joint": (
        lazy_pattern("(?:(?:跨?部门)?联合|跨部门|[与和同会].{2,12}联合)(?:抽查|检查|执法)?"),
        lazy_pattern("(?:单独|独立|单部门|本部门|部门内部?|内部)(?:抽查|检查)?"),
    ),
    "publicity": (_IN_PLACE, None),
    "published": (None, lazy_pattern(r"[^,;。不得]{1,8}不(?:予|宜)?公[开布示]")),
    "in_catalogue": (None, lazy_pattern("目录外(?:事项)?|临时(?:增加|动议)")),
    "recording": (_IN_PLACE, None),
    "enforces": (
        lazy_pattern("(?:行政)?执法(?:单位|主体|机关)?|(?:具?有)(?:行政)?执法(?:权|职能)"),
        None,
    ),
    "wrong_case": (
        lazy_pattern("(?:属于?|是|为|系|认定为|构成)?错案|构成"),
        lazy_pattern("不属于(?:错案)?"),
    ),
    "has_qualification": (lazy_pattern(r"[abc]类?证书?|[abc]?\d{4,}号?"), lazy_pattern("无证书?")),
}
"""What stands in one column for yes and for no, and would mean nothing in another."""


_JUDGED = frozenset(("wrong_case",))


def clean_yesno(value: CellValue, column: str = "") -> Found:
    """Yes (True), no (False), or nothing: a stroke, 不适用. ``column`` is its name in the kind.

    What is under way is a no with a doubt, but not where it is judged what something is: 待认定
    under 是否错案 is neither. 部分 and the like are errors.
    """
    answer = _answer(value, column)
    if answer.value is None:
        return answer
    if answer.value == NOT_APPLICABLE:
        return NOTHING
    if column in _JUDGED and answer.code == "not_yet_done":
        return unclear("not_yes_or_no")
    return answer._replace(value=answer.value == YES)


def clean_step(value: CellValue, column: str = "") -> Found:
    """One of ``yes``, ``no`` and ``na``; a stroke is ``na``, a blank cell nothing."""
    if isinstance(value, str) and _A_STROKE.fullmatch(compact(value)):
        return Found(NOT_APPLICABLE)
    return _answer(value, column)


def _answer(value: CellValue, column: str) -> Found:
    if isinstance(value, str):
        return _of_text(value, column)
    if value is None:
        return NOTHING
    if (
        isinstance(value, (bool, int, float))
        and not isinstance(value, PercentNumber)
        and value in (0, 1)
    ):
        return Found(YES if value else NO)
    if isinstance(value, dt.date):
        return Found(YES, "date_as_yes")
    return unclear("not_yes_or_no")


@lru_cache(maxsize=4096)
def _of_text(written: str, column: str) -> Found:
    text = compact(written).rstrip("。.,;!")
    if not text or is_stroke(text):
        return NOTHING
    if _ONE_SIGN.fullmatch(text):
        text = text[1]
    if text in _YES_WORDS or text in _NO_WORDS:
        return Found(YES if text in _YES_WORDS else NO)
    if (own := _of_column(text, column)) is not None:
        return own
    if _NA_WORDS.fullmatch(text):
        return Found(NOT_APPLICABLE)
    if is_error_value(text):
        return unclear("error_value_text")
    return _of_boxes(text) or _of_words(text, column)


def _of_words(text: str, column: str) -> Found:
    """What the words say; where they say neither yes nor no, what they are witness to."""
    found = _of_phrase(text)
    if found.code == "not_yes_or_no" and is_witness(text, column):
        return Found(YES, "witness_as_yes")
    return found


def _of_phrase(text: str) -> Found:
    """The first reading that fits; a 是 or 已 with a denial beside it fits none."""
    if match := _OPENING.fullmatch(text):
        return Found(NO) if match["sign"] in _NO_WORDS else _unless(_NEGATION, text, YES)
    if _VAGUE.search(text):
        return unclear("not_yes_or_no")
    if _NOT_YET.fullmatch(text):
        return Found(NO, "not_yet_done")
    if _DONE.fullmatch(text):
        return _unless(_NEGATION, text, YES)
    if _UNDONE.fullmatch(text):
        return _unless(_NOT_PLAIN, text, NO)
    return _of_witness(text) or unclear("not_yes_or_no")


def _of_witness(text: str) -> Found | None:
    """A day on which it was done, or the number of the document that says so."""
    if _DATED.fullmatch(text):
        return Found(YES, "date_as_yes")
    return Found(YES, "document_as_yes") if _DOCUMENT.fullmatch(text) else None


def _unless(contrary: re.Pattern[str], text: str, answer: str) -> Found:
    return unclear("not_yes_or_no") if contrary.search(text) else Found(answer)


def _of_column(text: str, column: str) -> Found | None:
    """Words that only one column understands."""
    if column == "cleaned" and _CLEANED.fullmatch(text):
        return Found(YES)  # DATA.md: a document with a validity from a clean-up is cleaned
    if column == "joint" and _ANOTHER_OFFICE.fullmatch(text):
        return Found(YES)  # DATA.md: an office that takes part, named
    said, denied = _OWN_WORDS.get(column, (None, None))
    if said and said.fullmatch(text):
        return Found(YES)
    if denied and denied.fullmatch(text):
        return Found(NO)
    return None


def _of_boxes(text: str) -> Found | None:
    """A form's choice: ☑是 □否, 是√ 否□ or 是(√) 否( ); exactly one must be ticked."""
    text = text.translate(_SQUARE).replace("()", "□")
    for pattern, box, option in ((_BOXES[0], 1, 2), (_BOXES[1], 2, 1)):
        matches = list(pattern.finditer(text))
        if not matches or "".join(match[0] for match in matches) != text:
            continue
        ticked = [match[option] for match in matches if match[box] in _TICKED]
        if len(ticked) != 1:
            return NOTHING if not ticked and len(matches) > 1 else unclear("not_yes_or_no")
        if _NA_WORDS.fullmatch(ticked[0]):
            return Found(NOT_APPLICABLE)
        return Found(YES if ticked[0][0] in "是有已" else NO)
    return None
