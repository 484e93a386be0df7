"""会议: the state on the shared screen, one thing a slide, turned with ← → and Home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from dashboard.texts import t
from dashboard.ui.choices import choose, chosen, link
from dashboard.ui.names import short_name
from dashboard.ui.session import as_of, ask
from dashboard.ui.slides import Figure, Slide, bar, slide_html, split
from dashboard.ui.tables import badge, percent, shown

WEEK = dt.timedelta(days=7)


def main() -> None:
    """Draw the slide that the address names, and the keys that turn it."""
    slides = [part for make in SLIDES for part in split(make())]
    text = chosen("slide") or "1"
    number = min(max(int(text) if text.isdigit() else 1, 1), len(slides))
    day = as_of().isoformat()
    st.html(slide_html(slides[number - 1], day=day, number=number, total=len(slides)))
    turn(number, len(slides))


def turn(number: int, total: int) -> None:
    """The buttons below the slide, and their keys."""
    with st.container(horizontal=True, key="meeting_keys"):
        st.button(t("meeting.first"), shortcut="Home", on_click=go, args=(1,))
        st.button(t("meeting.previous"), shortcut="Left", on_click=go, args=(max(number - 1, 1),))
        st.button(t("meeting.next"), shortcut="Right", on_click=go, args=(min(number + 1, total),))
        st.html(f'<a href="{escape(link("shortfalls"))}" target="_self">{t("meeting.leave")}</a>')


def go(number: int) -> None:
    """Show another slide."""
    choose(slide=str(number))


def phases() -> Slide:
    """Each phase with its progress against what it should be."""
    rows = tuple(
        (
            escape(row["name"]),
            escape(span(row["starts_on"], row["ends_on"])),
            bar(row["progress"], row["expected"]),
            phase_state(row),
        )
        for row in ask("pages/meeting_phases")
    )
    headings = ("meeting.phase", "meeting.dates", "meeting.progress", "meeting.state")
    return Slide(t("meeting.phases"), (), words(headings), rows, wide=2)


def span(starts_on: dt.date | None, ends_on: dt.date | None) -> str:
    """Two dates of one season, without the year: 06-01 – 12-31."""
    if starts_on is None and ends_on is None:
        return t("meeting.no_date")
    return " – ".join(f"{one:%m-%d}" if one else "" for one in (starts_on, ends_on))


def phase_state(row: dict[str, Any]) -> str:
    """How a phase stands, in words."""
    progress, expected = row["progress"], row["expected"]
    if progress is None:
        return badge("grey", row["done_text"] or t("meeting.counted"))
    if progress >= 1:
        return badge("green", t("meeting.done"))
    if row["ends_on"] is not None and as_of() > row["ends_on"]:
        return badge("red", t("meeting.unfinished"))
    if expected == 0:
        return badge("grey", t("meeting.not_begun"))
    points = round(((expected or 0) - progress) * 100)
    if points > 0:
        return badge("amber", t("meeting.behind", points=points))
    return badge("green", t("meeting.on_pace"))


def units() -> Slide:
    """Red and amber, and the units that have most of them."""
    counts = ask("pages/meeting_counts", before=as_of() - WEEK)[0]
    figures = tuple(
        Figure(
            t(f"meeting.{tone}"),
            str(counts[tone]),
            change(counts[tone], counts[f"{tone}_before"]),
            tone,
        )
        for tone in ("red", "amber", "blue")
    )
    rows = tuple(
        (
            unit_shown(row["unit"]),
            badge("red", f"■ {row['red']}") if row["red"] else "0",
            badge("amber", f"▲ {row['amber']}") if row["amber"] else "0",
            t("meeting.n_days", days=row["days"]) if row["days"] else "",
        )
        for row in ask("pages/meeting_units")
    )
    headings = ("meeting.unit", "meeting.red", "meeting.amber", "meeting.days")
    return Slide(t("meeting.units"), figures, words(headings), rows)


def unit_shown(unit: str | None) -> str:
    """A unit by its short name."""
    return escape(short_name(unit) if unit else t("ui.bureau"))


def change(now: int, before: int) -> str:
    """The change against a week before, with its sign."""
    if now == before:
        return t("meeting.unchanged")
    return t("meeting.against_week", change=f"{now - before:+d}")


def reviewers() -> Slide:
    """Enforcing units against the line, unit by unit."""
    found = ask("pages/meeting_reviewers")
    line = percent(next((row["line"] for row in found if row["line"] is not None), None))
    short = sum(1 for row in found if (row["missing"] or 0) > 0)
    figures = (
        Figure(t("meeting.short_units"), str(short), tone="red" if short else "green"),
        Figure(t("meeting.enforcing_units"), str(len(found))),
    )
    rows = tuple(
        (
            unit_shown(row["unit"]),
            shown(row["staff"]),
            shown(row["reviewers"]),
            shown(row["required"]),
            percent(row["ratio"]),
            reviewer_state(row["missing"]),
        )
        for row in found
    )
    names = ("unit", "staff", "present", "required", "ratio", "state")
    headings = words(tuple(f"meeting.{name}" for name in names))
    return Slide(t("meeting.reviewers", line=line), figures, headings, rows)


def reviewer_state(missing: float | None) -> str:
    """Whether a unit has reviewers enough, in words."""
    if missing is None:
        return badge("amber", t("meeting.not_reported"))
    if missing > 0:
        return badge("red", t("meeting.lacks", number=shown(float(missing))))
    return badge("green", t("meeting.enough"))


def tasks() -> Slide:
    """Tasks past their deadline."""
    found = ask("pages/meeting_tasks")
    figures = (
        Figure(t("meeting.overdue_tasks"), str(len(found)), tone="red" if found else "green"),
        Figure(t("meeting.units_concerned"), str(len({row["unit"] for row in found}))),
    )
    rows = tuple(
        (
            unit_shown(row["unit"]),
            escape(row["item"]),
            badge("red", "■ " + t("meeting.n_days", days=row["since_due"])),
        )
        for row in found
    )
    headings = words(("meeting.unit", "meeting.task", "meeting.late"))
    empty = t("meeting.none_overdue")
    return Slide(t("meeting.tasks"), figures, headings, rows, empty, wide=1)


def evidence() -> Slide:
    """How much of what units undertook they can show."""
    found = ask("pages/meeting_evidence")
    taken = sum(row["tasks"] for row in found)
    evidenced = sum(row["evidenced"] for row in found)
    figures = (
        Figure(t("meeting.coverage"), f"{evidenced / taken * 100:.0f}%" if taken else "–"),
        Figure(
            t("meeting.lacking"),
            str(taken - evidenced),
            tone="amber" if taken > evidenced else "green",
        ),
    )
    rows = tuple(
        (
            unit_shown(row["unit"]),
            str(row["tasks"]),
            str(row["evidenced"]),
            badge("amber", f"▲ {row['missing']}"),
            bar(row["evidenced"] / row["tasks"], None),
        )
        for row in found
        if row["missing"]
    )
    names = ("unit", "tasks_taken", "evidenced", "lacking", "progress")
    headings = words(tuple(f"meeting.{name}" for name in names))
    empty = t("meeting.all_evidenced") if found else ""
    return Slide(t("meeting.evidence"), figures, headings, rows, empty, wide=4)


def findings() -> Slide:
    """Findings that are still open."""
    counts = ask("pages/meeting_findings_count")[0]
    figures = (
        Figure(
            t("meeting.overdue"),
            str(counts["overdue"]),
            tone="red" if counts["overdue"] else "green",
        ),
        Figure(t("meeting.open"), str(counts["open"]), tone="amber" if counts["open"] else "green"),
        Figure(t("meeting.closed"), str(counts["closed"]), tone="green"),
    )
    rows = tuple(
        (
            unit_shown(row["unit"]),
            escape(row["issue"] or ""),
            f"{row['due_on']:%m-%d}" if row["due_on"] else "",
            badge("red", "■ " + t("meeting.n_days", days=row["days_late"]))
            if row["days_late"]
            else "",
        )
        for row in ask("pages/meeting_findings")
    )
    headings = words(("meeting.unit", "meeting.issue", "meeting.due", "meeting.late"))
    empty = t("meeting.all_closed") if counts["findings"] else ""
    return Slide(t("meeting.findings"), figures, headings, rows, empty, wide=1)


def words(keys: tuple[str, ...]) -> tuple[str, ...]:
    """The texts of several keys."""
    return tuple(t(key) for key in keys)


SLIDES: tuple[Callable[[], Slide], ...] = (phases, units, reviewers, tasks, evidence, findings)

main()
