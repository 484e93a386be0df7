"""What people decided, from the journal into the store: withdrawals, meetings, remarks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dashboard.journal import Event
from dashboard.store import Writer


def record(writer: Writer, event: Event) -> None:
    """Take one event into the generation being written; arrivals of files are not its work."""
    data = event.data
    match event.name:
        case "withdrawn":
            writer.withdraw(data["submission_id"], _moment(data["at"]), data["why"])
        case "restored":
            writer.restore(data["submission_id"], _moment(data["at"]), data.get("why"))
        case "meeting":
            _forget_meeting(writer, data)
            writer.record("meeting", **_meeting(data))
        case "meeting_removed":
            _forget_meeting(writer, data)
        case "remark":
            writer.record("remark", **_remark(data))
        case "correction":
            writer.record("correction", **_correction(data))
        case "remark_removed" | "correction_removed":
            sort = event.name.removesuffix("_removed")
            writer.take_back(sort, data[f"{sort}_id"], _moment(data["at"]))


def _forget_meeting(writer: Writer, data: dict[str, Any]) -> None:
    """A day has one meeting at most: recorded again it has another note."""
    held_on = dt.date.fromisoformat(data["held_on"])
    writer.execute("delete from raw.meeting where held_on = $held_on", {"held_on": held_on})


def _meeting(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "held_on": dt.date.fromisoformat(data["held_on"]),
        "note": data.get("note"),
        "recorded_at": _moment(data["at"]),
    }


def _remark(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "remark_id": data["remark_id"],
        "rule": data["rule"],
        "unit": data["unit"],
        "item": data.get("item"),
        "exempts": data["exempts"],
        "reason": data["reason"],
        "basis": data.get("basis"),
        "starts_on": _day(data.get("starts_on")),
        "ends_on": _day(data.get("ends_on")),
        "recorded_at": _moment(data["at"]),
        "removed_at": None,
    }


def _correction(data: dict[str, Any]) -> dict[str, Any]:
    same = ("correction_id", "sort", "kind", "unit", "written", "sheet", "file", "header_row")
    values = {name: data.get(name) for name in same}
    return values | {
        "column_name": data.get("column"),
        "recorded_at": _moment(data["at"]),
        "removed_at": None,
    }


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
