"""会议: the state on the shared screen, one thing a slide, turned with ← → and Home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from dashboard.texts import t
from dashboard.ui.choices import choose, chosen, known_as_of, link
from dashboard.ui.life_words import level, turn_badge
from dashboard.ui.meetings import compared_with, keep_in_address
from dashboard.ui.names import short_names
from dashboard.ui.session import as_of, ask
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.slides import ROWS, Figure, Slide, bar, slide_html, split
from dashboard.ui.tables import Row, badge, percent, shown


def main() -> None:
    """Draw the slide that the address names, and the keys that turn it."""
    keep_in_address()
    slides = [part for make in SLIDES for part in split(make())]
    text = chosen("slide") or "1"
    number = min(max(int(text) if text.isdigit() else 1, 1), len(slides))
    known = known_as_of()
    day = t("meeting.as_known", day=as_of(), known=known) if known else as_of().isoformat()
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


def changes() -> Slide:
    """What changed since the last meeting, the most important first."""
    before = compared_with()
    found = ask("pages/changes_counts", before=before, unit=None)
    total = next((row for row in found if row["grain"] == "all"), None)
    counts = {name: total[f"count_{name}"] if total else 0 for name in CHANGES}
    figures = tuple(
        Figure(t(f"life.{name}"), str(counts[name]), of_them_red(total, name), tone)
        for name, tone in CHANGES.items()
    )
    rows = tuple(
        (
            turn_badge(row["change"]),
            unit_shown(row["unit"]),
            escape(t("meeting.rule_item", rule=rule_title(row["rule"]), item=row["item"])),
            level(row),
        )
        for row in ask("pages/meeting_changes", before=before, size=ROWS)
    )
    names = ("change", "unit", "shortfall", "severity")
    left = sum(counts.values()) - len(rows)
    return Slide(
        t("meeting.changes", day=before),
        figures,
        words(tuple(f"meeting.{name}" for name in names)),
        rows,
        t("meeting.no_changes"),
        wide=2,
        note=t("meeting.more_changes", number=left) if left else "",
    )


def of_them_red(total: Row | None, name: str) -> str:
    """How many of them are red, where that is counted."""
    red = total.get(f"count_{name}_red") if total else None
    return t("changes.of_them_red", red=red) if red else ""


def phases() -> Slide:
    """Each phase with its progress against what it should be."""
    rows = tuple(
        (
            escape(row["name"]),
            escape(span(row["starts_on"], row["ends_on"])),
            bar(row["progress"], row["expected"]),
            phase_state(row),
        )
        for row in ask("pages/phases_list")
    )
    headings = ("meeting.phase", "meeting.dates", "meeting.progress", "meeting.state")
    return Slide(t("meeting.phases"), (), words(headings), rows, wide=2)


def span(starts_on: dt.date | None, ends_on: dt.date | None) -> str:
    """Two dates of one season, without the year: 06-01 – 12-31."""
    if starts_on is None and ends_on is None:
        return t("meeting.no_date")
    return " – ".join(f"{one:%m-%d}" if one else "" for one in (starts_on, ends_on))


def phase_state(row: dict[str, Any]) -> str:
    """How a phase stands, in words; behind is what the rule on phases calls so."""
    progress, expected = row["progress"], row["expected"]
    if progress is None:
        return badge("grey", row["done_text"] or t("meeting.counted"))
    if progress >= 1:
        return badge("green", t("meeting.done"))
    if row["severity"] == "red":
        return badge("red", t("meeting.unfinished"))
    if row["severity"] == "amber":
        points = round(((expected or 0) - progress) * 100)
        return badge("amber", t("meeting.behind", points=points))
    if expected == 0:
        return badge("grey", t("meeting.not_begun"))
    return badge("green", t("meeting.on_pace"))


def units() -> Slide:
    """Red and amber, and the units that have most of them."""
    before = compared_with()
    counts = ask("pages/meeting_counts", before=before)[0]
    figures = tuple(
        Figure(
            t(f"meeting.{tone}"),
            str(counts[tone]),
            change(counts[tone], counts[f"{tone}_before"], before),
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
    return escape(SHORT_NAME(unit) if unit else t("ui.bureau"))


def change(now: int, then: int, before: dt.date) -> str:
    """The change against the last meeting, with its sign."""
    if now == then:
        return t("meeting.unchanged", day=f"{before:%m-%d}")
    return t("meeting.against", day=f"{before:%m-%d}", change=f"{now - then:+d}")


def reviewers() -> Slide:
    """Enforcing units against the line, unit by unit."""
    found = ask("pages/meeting_reviewers")
    line = next((float(row["line"]) for row in found if row["line"] is not None), None)
    full = max([row["ratio"] or 0 for row in found] + [2 * (line or 0), 0.01])
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
            bar(row["ratio"], line, full=full, text=percent(row["ratio"])),
            reviewer_state(row["missing"]),
        )
        for row in found
        if row["staff"] != 0
    )
    nobody = [SHORT_NAME(row["unit"]) for row in found if row["staff"] == 0]
    note = t("meeting.nobody_enforces", units="、".join(nobody)) if nobody else ""
    names = ("unit", "staff", "present", "required", "ratio", "state")
    headings = words(tuple(f"meeting.{name}" for name in names))
    title = t("meeting.reviewers", line=percent(line))
    return Slide(title, figures, headings, rows, wide=4, note=note)


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


CHANGES = {"new": "red", "worse": "amber", "mended": "green", "better": "green"}
"""What may have become of a shortfall since the last meeting, and its tone."""
SHORT_NAME = short_names()
"""The directory is read once a run, not once a row."""
SLIDES: tuple[Callable[[], Slide], ...] = (
    changes,
    phases,
    units,
    reviewers,
    tasks,
    evidence,
    findings,
)

main()
