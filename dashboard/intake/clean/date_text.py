"""A cell's text as a span of days: one date, a range, words around them, or none at all."""

from __future__ import annotations

import re

from dashboard.intake.clean.date_ranges import read_range
from dashboard.intake.clean.date_words import without_relative_year, without_words
from dashboard.intake.clean.found_dates import find_spans
from dashboard.intake.clean.misread import likely_digits
from dashboard.intake.clean.result import NOTHING, Found, unclear
from dashboard.intake.clean.spans import Span
from dashboard.intake.clean.written_dates import date_text, read_one
from dashboard.patterns import lazy_pattern

_NO_DATE = lazy_pattern(
    r"(?:长期|常年|持续|常态|经常|日常|随时|适时|不定期|定期|无期限|无固定|无时限|不限|全程|贯穿"
    r"|每[日天周月季]|每个[周月季]|每(?:半年|年)$|按[月季年]|逐[月年]|根据(?!.{0,8}通知)|视情|不适用|不涉及"
    r"|暂无|暂缺|无$|没有$)(?!.*(?:\d{4}|\d月|年底)).*"
)
_NOT_SETTLED = lazy_pattern(
    r"\D{0,8}?(?:[待未]定(?![期性案级责])|未(?:确定|明确|排定)|待(?:确定|明确|商定)|另[行定]|具体时间|以.{0,12}为准"
    r"|(?:待|等|候|按|依照|根据|视).{0,8}通知|(?:按|依照|根据).{0,6}(?:要求|安排|部署|计划)$)(?!.*(?:\d{4}|\d月|年底)).*"
)
"""After a few words without a digit: what stands before it may be a date (6月待定)."""
_PENDING = lazy_pattern(
    r"(?:(?:尚|暂|还|均|目前)*未.{0,8}|(?:正在)?.{0,6}[中]|正在.{1,8}|待.{1,6})"
)
_LONGEST = 100
_ANOTHER = lazy_pattern(r"\d{1,2}[日号月](?!内)|(?<![\d.])\d{1,2}[./]\d{1,2}(?![\d.])")
_DENIED = lazy_pattern(
    r"未|不|逾期|延期|推迟|变更|改为|除|非|无|农历|阴历|旧历|民国|[子丑寅卯辰巳午申酉戌亥]年|初[\d一二三四五六七八九十]|[至到-]长期"
)


def parse_date_text(text: str) -> Found:
    """The ``Span`` that the text of a cell stands for, or nothing, or why not."""
    plain = date_text(text)
    if len(plain) > _LONGEST:
        return unclear("not_a_date")
    if not plain or _NO_DATE.fullmatch(plain):
        return NOTHING
    if _NOT_SETTLED.fullmatch(plain):
        return unclear("date_not_settled")
    if _PENDING.fullmatch(plain) and not re.search(r"\d", plain):
        return unclear("no_date_yet")
    read = _parse(plain)
    if isinstance(read, str):
        return unclear(read)
    return Found(read) if read else _searched(plain)


def _parse(plain: str) -> Span | str | None:
    """Prepared text that is a date or a range from end to end."""
    plain, shift = without_relative_year(plain)
    read = read_one(plain) or read_range(plain)
    if read is None:
        core, said = without_words(plain)
        if core == plain:
            return None
        read = read_one(core) or read_range(core)
        if isinstance(read, Span):
            read = said.about(read)
    if isinstance(read, Span) and shift:
        read = read._replace(shift=shift)
    return read


def _searched(plain: str) -> Found:
    """The one date that stands in other words; several, or a denied one, are errors."""
    likely = likely_digits(plain)
    if likely is not None and isinstance(read_one(likely), Span):
        return unclear("looks_misread", likely=likely)
    placed = list(find_spans(plain))
    spans = {span for _, span in placed}
    others = plain
    for written, _ in placed:
        others = others.replace(written, " ", 1)
    if len(spans) > 1 or (spans and _ANOTHER.search(others)):
        return unclear("several_dates")
    if spans and not _DENIED.search(plain):
        (span,) = spans
        planned = re.search(r"预计|拟|计划|力争|争取|暂定|将", plain) is not None
        return Found(span._replace(in_text=True, planned=planned))
    return unclear("not_a_date")
