"""Whose rows they are: a column, a row over the rows, the title, the sheet's or file's name."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.assemble.units import Directory, UnitMatch, looks_like_unit
from dashboard.intake.locate.labels import Line
from dashboard.intake.model import CellValue, address
from dashboard.intake.recognise.common import UNIT
from dashboard.intake.recognise.which import title_words
from dashboard.patterns import lazy_pattern
from dashboard.text import normal, tidy

_ORDINAL = lazy_pattern(
    r"^(?:第?[一二三四五六七八九十]{1,3}[、.,:]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.]|\d{1,2}(?=\D))+"
)
_PIECES = lazy_pattern(r"[\s\-_—–()\[\]【】《》“”‘’\"':,、+.·]+")
_DATES = lazy_pattern(
    r"20\d{2}(?:年度?|(?=\d))|\d{1,2}月(?:份|底)?(?:\d{1,2}[日号])?|第?[一二三四1-4]季度|[上下]半年|附件\d*|\d+"
)

_ENDS_DAY = frozenset("0123456789日号)\uff09")
_DAY_BEHIND = lazy_pattern(
    r"[\s,;(]*(?:截[至止]到?)?20\d{2}\s*[年./-]\s*\d{1,2}\s*(?:月|[./-])\s*(?:\d{1,2}\s*[日号]?)?\)?$"
)
"""市图书馆 2021年7月2日: the day stands behind the unit without a label of its own."""

_BUSINESS = lazy_pattern(
    r"(?:旅游|群众|消费|法治|综合|重大|年度|时限|期限|时间|链接|新闻|收集|归档|整理|执行|政府|建设|创建|示范|重点|任务|工作|问题|督导|整改|宣传|报道|信息|稿件|清单|公[开示]|印证|证明|佐证|材料|资料"
    r"|投诉|举报|信访|办理|受理|行政处罚|行政许可|行政执法|案卷|评查|复查|结果|抽查|双随机|三项制度|决策|规范性文件|文件|清理|清单|持证|名单|名册|花名册|人员|配备|报送|自查|周报|月报"
    r"|进度|进展|状态|情况|落实|完成|推进|台账|登记|汇总|统计|目录|一览|分解|安排|明细|[表单册])+$"
)
"""What a title goes on with after whose it is: 博物馆|任务进度."""


class Named(NamedTuple):
    """What names the unit of a whole table."""

    line: Line | None
    """填报单位: over or under the table."""
    title: str
    sheet: str
    file: str
    first: Line | None = None
    """填报单位: over the first table of the sheet, if that is another."""
    first_title: str = ""
    foot: tuple[Line, ...] = ()
    """Texts that stand alone under the table: a signature."""
    cover: Line | None = None
    """填报单位: on a sheet without a table."""
    cover_names: tuple[Line, ...] = ()
    """Texts that stand alone on such a sheet: the unit's name without a label."""
    elsewhere: str = ""
    """填报单位: on the file's other sheets, where they all say the same."""


class Owner(NamedTuple):
    """A unit as written, what it was matched to, and the cell that names it."""

    written: str
    match: UnitMatch
    cell: str | None


def owner_of_table(draft: Draft, named: Named, directory: Directory) -> Owner | None:
    """The unit that the table as a whole belongs to; None where nothing names one.

    A title may name the superior office, which is none of the directory: only where nothing
    else names a unit is such a name taken."""
    sources: tuple[Line | str | None, ...] = (
        named.line,
        named.title,
        named.first,
        named.first_title,
        named.sheet,
        named.cover,
        named.file.rsplit(".", 1)[0],
        named.elsewhere,
    )
    strange: Owner | None = None
    for source in sources:
        if isinstance(source, Line):
            return _owner_by_line(source, directory)
        owner = _owner_in(source, directory, draft) if source else None
        if owner is None and source is named.first_title:
            owner = _owner_by_signature(named.foot, directory)
        if owner is None and source is named.sheet and not named.cover:
            owner = _owner_by_signature(named.cover_names, directory)
        if owner and owner.match.how not in ("unknown", "several"):
            return owner
        strange = strange or owner
    return strange


def _owner_by_signature(lines: tuple[Line, ...], directory: Directory) -> Owner | None:
    for line in lines:
        match = directory.match(line.text)
        without_place = match.how == "near" and directory.inside(line.text) == match.name
        plain = match.how == "unchecked" and looks_like_unit(line.text)
        if match.how == "exact" or without_place or plain:
            return Owner(line.text, match, address(*line.place))
    return None


def _owner_by_line(line: Line, directory: Directory) -> Owner:
    written = _DAY_BEHIND.sub("", level(line.text)) if line.text[-1:] in _ENDS_DAY else line.text
    line = line._replace(text=written or line.text)
    match = directory.match(line.text)
    if match.how in ("unknown", "ambiguous"):
        inside = directory.inside(line.text)
        match = UnitMatch(inside, "exact") if inside else match
    return Owner(line.text, match, address(*line.place))


def _owner_in(text: str, directory: Directory, draft: Draft) -> Owner | None:
    """The unit named in running text: one of the directory, else what ends like a unit."""
    inside = directory.inside(text)
    if inside:
        return Owner(inside, UnitMatch(inside, "exact"), None)
    best: Owner | None = None
    pieces = _pieces(text, draft)
    if several := _several(pieces, directory):
        return several
    for piece in pieces:
        match = directory.match(piece)
        like_unit = looks_like_unit(piece)  # 公共服务 of a title is not yet 公共服务科
        if match.how == "exact" or (match.how == "near" and (like_unit or directory.called(piece))):
            return Owner(piece, match, None)
        if best is None and like_unit:
            best = Owner(piece, match, None)
        name = _BUSINESS.sub("", piece)
        unit_like = len(name) > 2 and looks_like_unit(name)
        called = directory.called(name) or directory.without_place(name)
        if not like_unit and (unit_like or called):
            match = directory.match(name)
            if match.how in ("exact", "near"):
                return Owner(name, match, None)
            best = best or (None if "各" in name else Owner(name, match, None))
    return best


def _several(pieces: list[str], directory: Directory) -> Owner | None:
    """The units of a text that names more than one by name: it says of none that it is its."""
    named = [piece for piece in pieces if directory.match(piece).how == "exact"]
    if len({directory.match(piece).name for piece in named}) < 2:
        return None
    written = "、".join(named)
    return Owner(written, UnitMatch(written, "several"), None)


def level(text: str) -> str:
    """One line with half-width letters, digits, brackets and colons."""
    return unicodedata.normalize("NFKC", tidy(text)).strip()


def _pieces(text: str, draft: Draft) -> list[str]:
    """The parts of a title or name that may be a unit: without the kind's words and dates."""
    plain = level(text)
    for word in title_words(draft.kind.view):
        plain = re.sub(re.escape(word), " ", plain, flags=re.IGNORECASE)
    plain = _DATES.sub(" ", plain)
    return [piece for piece in _PIECES.split(plain) if len(piece) > 1]


def assign_units(
    draft: Draft, raw: list[CellValue] | None, owner: Owner | None, directory: Directory
) -> None:
    """Give every row its unit, and report each name that is not plainly a unit's, once."""
    owners = _owners(draft, raw, owner, directory)
    draft.written = [one.written if one else None for one in owners]
    draft.units = [one.match.name if one else None for one in owners]
    rows = range(len(owners))
    first = dict(zip(reversed(draft.written), reversed(rows), strict=True))
    for index in sorted(first.values()):
        _report(draft, owners[index], index)


def _owners(
    draft: Draft, raw: list[CellValue] | None, owner: Owner | None, directory: Directory
) -> list[Owner | None]:
    starts, heads = _sections(draft, directory)
    if raw is None and not starts:
        return [owner] * len(draft.rows)
    found: list[Owner | None] = []
    known: dict[str, Owner] = {}
    for index, row in enumerate(draft.rows):
        value = raw[index] if raw else None
        if value is not None:
            text = tidy(str(value))
            one = known.get(text)
            if one is None:
                one = Owner(text, directory.match(text), draft.cell(index, UNIT))
                known[text] = one
            found.append(one)
            continue
        place = bisect_right(starts, row) - 1
        found.append(heads[place] if place >= 0 else owner)
    return found


def _sections(draft: Draft, directory: Directory) -> tuple[list[int], list[Owner]]:
    """The rows that name a unit over the rows below them."""
    starts: list[int] = []
    heads: list[Owner] = []
    grid = draft.found.grid
    for row, text in sorted(draft.found.body.sections.items()):
        name = _ORDINAL.sub("", level(text)).rstrip(": ")
        match = directory.match(name)
        known = match.how in ("exact", "near") and not (
            match.how == "near" and len(normal(name)) > 20
        )
        if known or (match.how == "unchecked" and looks_like_unit(name)):
            cell = grid.address(row, next(iter(grid.filled[row]), 0))
            starts.append(row)
            heads.append(Owner(name, match, cell))
    return starts, heads


def _report(draft: Draft, owner: Owner | None, index: int) -> None:
    if owner is None:
        draft.report("unit_missing", draft.cell(index, UNIT))
        return
    how, name = owner.match.how, owner.written
    if how == "near":
        draft.report("unit_near_match", owner.cell, name=name, unit=owner.match.name)
    elif how == "unknown":
        draft.report("unit_unknown", owner.cell, name=name)
    elif how == "several":
        draft.report("unit_several", owner.cell, name=name)
    elif how == "ambiguous":
        first, second = owner.match.near
        draft.report("unit_ambiguous", owner.cell, name=name, first=first, second=second)
