"""What people decide about what came in. Each is an event in the journal; nothing is deleted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dashboard.errors import UsageError
from dashboard.history import History
from dashboard.ingest.reading import Readers
from dashboard.ingest.run import Session
from dashboard.intake.model import Correction
from dashboard.journal import now
from dashboard.workspace import Workspace


def withdraw(workspace: Workspace, submission_id: int, why: str) -> None:
    """Let a submission count no longer. UsageError where it is not there or withdrawn."""
    history = _known(workspace, submission_id)
    if submission_id in history.withdrawn:
        raise UsageError(f"第 {submission_id} 号报送已经撤回。")
    _record(workspace, "withdrawn", submission_id=submission_id, at=now(), why=_said(why))


def restore(workspace: Workspace, submission_id: int, why: str | None = None) -> None:
    """Let a withdrawn submission count again. UsageError where it is not withdrawn."""
    history = _known(workspace, submission_id)
    if submission_id not in history.withdrawn:
        raise UsageError(f"第 {submission_id} 号报送没有被撤回。")
    _record(workspace, "restored", submission_id=submission_id, at=now(), why=why)


def record_meeting(workspace: Workspace, held_on: dt.date, note: str | None = None) -> None:
    """Remember the day of a meeting, to say what changed since."""
    _record(workspace, "meeting", held_on=held_on, note=note, at=now())


def remove_meeting(workspace: Workspace, held_on: dt.date) -> None:
    """Take back that there was a meeting. UsageError where none was recorded for that day."""
    if held_on not in History(workspace.journal).refresh().meetings:
        raise UsageError(f"{held_on} 没有登记过会议。")
    _record(workspace, "meeting_removed", held_on=held_on, at=now())


def remark(
    workspace: Workspace,
    rule: str,
    unit: str,
    item: str | None,
    reason: str,
    *,
    exempts: bool = False,
    basis: str | None = None,
    starts_on: dt.date | None = None,
    ends_on: dt.date | None = None,
) -> int:
    """Say something about a shortfall, or exempt it until ``ends_on``; returns its number.

    UsageError where an exemption has no basis or no end, or ends before it starts."""
    if exempts and not (basis or "").strip():
        raise UsageError("豁免要写明依据。")
    if exempts and ends_on is None:
        raise UsageError("豁免要写明截止日期。")
    if starts_on and ends_on and ends_on < starts_on:
        raise UsageError(f"截止日期 {ends_on} 早于开始日期 {starts_on}。")
    return _numbered(
        workspace,
        "remark",
        rule=rule,
        unit=unit,
        item=item,
        exempts=exempts,
        reason=_said(reason),
        basis=basis,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def remove_remark(workspace: Workspace, remark_id: int) -> None:
    """Take a remark or an exemption back. UsageError where there is none of that number."""
    if remark_id not in History(workspace.journal).refresh().remarks:
        raise UsageError(f"没有第 {remark_id} 号备注或豁免，或已取消。")
    _record(workspace, "remark_removed", remark_id=remark_id, at=now())


def correct(workspace: Workspace, correction: Correction) -> int:
    """Settle how sheets are read, and read anew those it concerns; returns its number."""
    return correct_all(workspace, [correction])[0]


def correct_all(workspace: Workspace, corrections: Sequence[Correction]) -> list[int]:
    """As ``correct`` for several that belong together: sheets are read anew once."""
    at = now()
    settled = [
        {name: getattr(one, name) for name in Correction.__slots__} | {"at": at}
        for one in corrections
    ]
    with Readers() as pool:
        return Session(workspace, pool).record_all_numbered("correction", settled)


def remove_correction(workspace: Workspace, *correction_ids: int) -> None:
    """Take corrections back, and read anew what was read by them."""
    standing = History(workspace.journal).refresh().corrections
    for number in correction_ids:
        if number not in standing:
            raise UsageError(f"没有第 {number} 号更正，或已取消。")
    at = now()
    taken_back = [{"correction_id": number, "at": at} for number in correction_ids]
    with Readers() as pool:
        Session(workspace, pool).record_all("correction_removed", taken_back)


def _numbered(workspace: Workspace, name: str, **data: object) -> int:
    with Readers() as pool:
        return Session(workspace, pool).record_numbered(name, at=now(), **data)


def _record(workspace: Workspace, name: str, **data: object) -> None:
    with Readers() as pool:
        Session(workspace, pool).record(name, **data)


def _known(workspace: Workspace, submission_id: int) -> History:
    history = History(workspace.journal).refresh()
    if submission_id not in history.received:
        raise UsageError(f"没有第 {submission_id} 号报送。")
    return history


def _said(text: str) -> str:
    if not text.strip():
        raise UsageError("请说明原因。")
    return text.strip()
