"""Parts of a unit's own page: its tasks, what it sent, what it owes, what it is praised for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

import streamlit as st

from dashboard.queries import rules
from dashboard.texts import t
from dashboard.ui.choices import link
from dashboard.ui.labels import choice_label, kind_label
from dashboard.ui.rule_words import severities
from dashboard.ui.shortfall_rows import rule_title
from dashboard.ui.tables import (
    Column,
    Row,
    badge,
    data_table,
    percent,
    source_column,
    source_link,
    table_html,
)

PAGE_OF_KIND = {
    "task_progress": "tasks",
    "evidence": "evidence",
    "case_review": "cases",
    "staffing": "reviewers",
    "normative_document": "documents",
    "major_decision": "documents",
    "published_list": "documents",
    "enforcement": "enforcement",
    "random_inspection": "enforcement",
    "inspection_item": "enforcement",
    "complaint": "enforcement",
    "finding": "findings",
}
_NAMED = 6
"""Things named in a list before the rest is only counted."""


def draw_tasks(tasks: Sequence[Row]) -> None:
    """The unit's ledger with progress, lateness and evidence."""
    st.header(t("unit.tasks"))
    if not tasks:
        st.info(t("unit.no_tasks"))
        return
    columns = [
        Column("item", t("unit.task"), wide=True),
        Column("measure", t("unit.measure"), wide=True),
        Column("person", t("unit.person"), html=_person),
        Column("due_on", t("unit.due_on"), html=_due),
        Column("progress", t("unit.progress"), show=percent),
        Column("status", t("unit.status"), show=_status),
        Column("evidenced", t("unit.evidence"), html=_evidence),
        source_column(),
    ]
    data_table(tasks, columns)


def _status(value: str | None) -> str:
    return choice_label("task_progress", "status", value)


def _person(row: Row) -> str:
    if row["person"]:
        return escape(row["person"])
    return badge("amber", f"▲ {t('unit.no_person')}")


def _due(row: Row) -> str:
    day = escape(str(row["due_on"] or ""))
    if row["days_late"]:
        return f"{day} {badge('red', '■ ' + t('unit.late', days=row['days_late']))}"
    return day


def _evidence(row: Row) -> str:
    href = escape(link("evidence"))
    if row["is_evidenced"]:
        mark = badge("green", f"✓ {t('unit.evidence_count', count=row['count_materials'])}")
    else:
        mark = badge("amber", f"▲ {t('unit.evidence_none')}")
    return f'<a href="{href}" target="_self">{mark}</a>'


def sent_html(sent: Sequence[Row]) -> str:
    """Each kind that the unit sent, how often and when last."""
    rows = [row for row in sent if row["last_reported_on"]]
    if not rows:
        return ""
    columns = [
        Column("kind", t("unit.kind"), href=_kind_page, show=kind_label, wide=True),
        Column("count_sheets", t("unit.times")),
        Column("first_reported_on", t("unit.first")),
        Column("last_reported_on", t("unit.last"), href=_submission),
        Column("days_since", t("unit.since"), show=lambda days: t("unit.days", days=days)),
    ]
    return table_html(rows, columns)


def _kind_page(row: Row) -> str | None:
    page = PAGE_OF_KIND.get(row["kind"])
    return link(page) if page else None


def _submission(row: Row) -> str:
    return link("submissions", submission=row["submission_id"])


def owed_html(
    sent: Sequence[Row], tasks: Sequence[Row], findings: Sequence[Row], liaison: bool
) -> str:
    """What the unit owes: sheets never sent, tasks without evidence or person, open findings."""
    lines = [] if liaison else [escape(t("unit.owes_liaison"))]
    lines += [
        escape(t("unit.owes_kind", kind=kind_label(row["kind"]), day=row["owed_from"]))
        for row in sent
        if row["is_owed"] and not row["last_reported_on"]
    ]
    lines += _of_tasks("owes_person", [row for row in tasks if not row["person"]])
    lines += _of_tasks("owes_evidence", [row for row in tasks if not row["is_evidenced"]])
    lines += [
        _linked(row, t("unit.owes_finding", item=row["item"], issue=row["issue"]))
        for row in findings
        if not row["is_closed"]
    ]
    if not lines:
        return f'<p class="dudao-words">✓ {escape(t("unit.owes_nothing"))}</p>'
    return _list(lines)


def _of_tasks(key: str, rows: Sequence[Row]) -> list[str]:
    """One line a task, though the unit may have several measures for it."""
    tasks = {row["item"]: row for row in rows}
    return [_linked(row, t(f"unit.{key}", item=item)) for item, row in tasks.items()]


def praise_html(
    passed: Sequence[str], tasks: Sequence[Row], findings: Sequence[Row], items: Sequence[Row]
) -> str:
    """What the unit is praised for, each sort of it under a heading with its count."""
    done = {row["item"]: row for row in tasks if row["is_done"]}
    mended = [row for row in findings if row["is_closed"]]
    sorts = [
        ("rules", [_rule(rule) for rule in passed]),
        ("tasks", [_linked(row, item) for item, row in done.items()]),
        ("findings", [_linked(row, _closed(row)) for row in mended]),
        ("publicity", [_linked(row, _published(row)) for row in items]),
    ]
    parts = [
        f"<section><h3>✓ {escape(t(f'unit.praise_{name}', count=len(lines)))}</h3>"
        f"{_list(lines)}</section>"
        for name, lines in sorts
        if lines
    ]
    if not parts:
        return f'<p class="dudao-words">{escape(t("unit.praise_none"))}</p>'
    return f'<div class="dudao-grid dudao-praise">{"".join(parts)}</div>'


def passed_rules(sent: Collection[str], failed: Collection[str]) -> list[str]:
    """The rules that looked at something this unit sent and found nothing.

    A rule's header names the view and column that it reads in the first place; a rule that
    names none, or looks at the plan, says nothing about what a unit sent. Nor does one that
    only reminds (blue)."""
    return [
        rule
        for rule, one in rules().items()
        if rule not in failed
        and severities(one) != ["blue"]
        and one.header.get("source", "").partition(".")[0] in sent
    ]


def _rule(rule: str) -> str:
    href = escape(link("rules", rule=rule))
    return f'<a href="{href}" target="_self">{escape(rule_title(rule))}</a>'


def _closed(row: Row) -> str:
    return t("unit.praise_closed", issue=row["issue"], day=row["closed_on"] or "")


def _published(row: Row) -> str:
    level = choice_label("publicity", "level", row["level"])
    return t("unit.praise_published", title=row["title"], outlet=row["outlet"] or "", level=level)


def _linked(row: Row, text: str) -> str:
    """The text, leading to the cell that it comes from."""
    href = source_link(row)
    said = escape(text)
    return f'<a href="{escape(href)}" target="_self">{said}</a>' if href else said


def _list(lines: Sequence[str]) -> str:
    named = "".join(f"<li>{line}</li>" for line in lines[:_NAMED])
    if len(lines) <= _NAMED:
        return f'<ul class="dudao-list">{named}</ul>'
    rest = "".join(f"<li>{line}</li>" for line in lines[_NAMED:])
    more = escape(t("unit.praise_more", count=len(lines)))
    return (
        f'<ul class="dudao-list">{named}</ul>'
        f'<details><summary>{more}</summary><ul class="dudao-list">{rest}</ul></details>'
    )
