"""任务分解: what every unit took up, how far it is, what is overdue and what nobody does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.texts import t
from dashboard.ui import charts
from dashboard.ui.area import title_and_area
from dashboard.ui.cards import Card, cards
from dashboard.ui.choices import chosen, link
from dashboard.ui.marks import share_bar
from dashboard.ui.matrix import Cell, matrix
from dashboard.ui.names import short_names
from dashboard.ui.plots.history import history_panels
from dashboard.ui.prose import plain, prose
from dashboard.ui.session import ask
from dashboard.ui.shortfall_rows import of_rules, rule_card, shortfall_section
from dashboard.ui.tables import (
    Column,
    Row,
    badge,
    paged_table,
    percent,
    severity,
    source_column,
)

_MOST_UNITS = 60
_MOST_PANELS = 24
_SIGNS = {"done": "✓", "blocked": "✕", "ongoing": "→", "not_started": "○", "in_progress": "◐"}


def _wanted(rows: Sequence[Row], area: str | None) -> list[Row]:
    """The rows of the chosen unit and area."""
    unit = chosen("unit")
    return [row for row in rows if unit in (None, row["unit"]) and area in (None, row["area"])]


def _figures(pairs: Sequence[Row], shortfalls: Sequence[Row]) -> None:
    shares = [row["progress"] for row in pairs if row["progress"] is not None]
    done = sum(row["status"] == "done" for row in pairs)
    mean = percent(round(sum(shares) / len(shares), 3)) if shares else "—"
    cards(
        [
            Card(t("tasks.pairs"), str(len(pairs)), t("tasks.pairs_note"), "#matrix"),
            Card(t("tasks.mean"), mean, t("tasks.mean_note"), "#matrix", "blue"),
            Card(t("tasks.done"), str(done), t("tasks.done_note"), "#matrix", "green"),
            _rule_card(shortfalls, "task_overdue"),
            _rule_card(shortfalls, "task_behind"),
            _rule_card(shortfalls, "task_unassigned"),
        ]
    )


def _rule_card(shortfalls: Sequence[Row], rule: str) -> Card:
    found = of_rules(shortfalls, rule)
    return rule_card(t(f"tasks.{rule}"), t(f"tasks.{rule}_note"), rule, found)


def _sign(row: Row) -> tuple[str, str]:
    """Tone and sign of a unit's task: what most needs a look comes first."""
    if row["is_overdue"]:
        return "red", "■"
    if row["is_behind"] or row["is_unassigned"]:
        return "amber", "▲"
    if row["is_due_soon"]:
        return "blue", "●"
    if row["status"] == "done":
        return "green", "✓"
    share = min(int((row["progress"] or 0) * 5), 4)
    return f"share-{share}", _SIGNS[row["status"]]


def _cell(row: Row) -> Cell:
    tone, sign = _sign(row)
    share = t("ui.blank") if row["progress"] is None else percent(round(row["progress"], 2))
    return tone, f"{sign} {share}", link("tasks", task=row["task_key"], unit=row["unit"])


def _matrix(pairs: Sequence[Row], plan: Sequence[Row]) -> None:
    st.header(t("tasks.matrix"), anchor="matrix")
    st.html(f'<p class="dudao-legend">{_legend()}</p>')
    units = list({row["unit"]: row["label"] for row in pairs}.items())
    present = {row["task_key"] for row in pairs}
    columns = [
        (row["task_key"], f"{row['task_id'] or ''}\n{row['title']}".strip())
        for row in plan
        if row["task_id"] or row["task_key"] in present
    ]
    shown = units
    if len(units) > _MOST_UNITS:
        page = st.pagination(-(-len(units) // _MOST_UNITS), key="task_units")
        shown = units[(page - 1) * _MOST_UNITS :][:_MOST_UNITS]
    cells = {(row["unit"], row["task_key"]): _cell(row) for row in pairs}
    matrix(shown, columns, cells, t("ui.unit"), short_rows=True)


def _legend() -> str:
    words = ("overdue", "behind", "due_soon", "done", "in_progress", "not_started", "ongoing")
    return "　".join(escape(t(f"tasks.legend_{word}")) for word in (*words, "blocked", "shade"))


def _without_ledger(pairs: Sequence[Row]) -> None:
    """Name the units of the directory that stand in no row of the matrix."""
    present = {row["unit"] for row in pairs}
    silent = [row for row in ask("pages/units") if row["unit"] not in present]
    if silent:
        names = "、".join(row["short_name"] or row["unit"] for row in silent)
        st.warning(prose("tasks.without_ledger", count=len(silent), names=names))


def _by_task(plan: Sequence[Row], shortfalls: Sequence[Row]) -> None:
    st.header(t("tasks.by_task"))
    late = [row["item"] for row in of_rules(shortfalls, "task_overdue")]

    def overdue(row: Row) -> str:
        count = sum(item == f"{row['task_id']} {row['title']}" for item in late)
        return f'<span class="dudao-badge dudao-red">■ {count}</span>' if count else "0"

    columns = [
        Column("task_id", t("tasks.task_id")),
        Column("title", t("tasks.title"), href=lambda row: link("tasks", task=row["task_key"])),
        Column("basis", t("tasks.basis")),
        Column("lead_unit", t("tasks.lead_unit"), show=short_names()),
        Column("count_units", t("tasks.count_units"), narrow=True),
        Column("progress", t("tasks.mean"), html=lambda row: share_bar(row["progress"])),
        Column("count_measures", t("tasks.count_measures"), narrow=True),
        Column("count_done", t("tasks.count_done"), narrow=True),
        Column("count_blocked", t("tasks.count_blocked"), narrow=True),
        Column("overdue", t("tasks.task_overdue"), html=overdue, narrow=True),
    ]
    paged_table(plan, columns, key="tasks_plan")


def _person(row: Row) -> str:
    """Who answers for a measure, and below it the section."""
    who = escape(row["person"]) if row["person"] else badge("amber", t("tasks.no_person"))
    return f'{who}<span class="dudao-small">{escape(row["section"] or "")}</span>'


def _pace(row: Row) -> str:
    """How far a measure is, and below it by when."""
    due = t("tasks.fact", name=t("tasks.due_on"), value=row["due_on"]) if row["due_on"] else ""
    return f'{share_bar(row["progress"])}<span class="dudao-small">{escape(due)}</span>'


def _note(row: Row) -> str:
    """What was reported, and below it the problem if there is one."""
    if not row["problem"]:
        return escape(row["note"] or "")
    problem = escape(t("tasks.problem_mark", problem=row["problem"]))
    return f'{escape(row["note"] or "")}<span class="dudao-small">{problem}</span>'


def _measures(rows: Sequence[Row], *, with_task: bool) -> None:
    """The measures of one task by unit, or of one unit by task."""

    def state(row: Row) -> str:
        mark = severity(row) if row["severity"] else ""
        word = t(f"tasks.status_{row['status']}") if row["status"] else t("ui.blank")
        return f"{mark} {escape(word)}"

    columns = [
        Column("label", t("ui.unit"), href=lambda row: link("unit", unit=row["unit"])),
        Column("measure", t("tasks.measure"), wide=True),
        Column("person", t("tasks.person"), html=_person),
        Column("pace", t("tasks.progress"), html=_pace),
        Column("status", t("tasks.status"), html=state),
        Column("note", t("tasks.note"), html=_note, wide=True),
        source_column(),
    ]
    if with_task:
        columns[0] = Column("item", t("tasks.title"), href=_task_page, wide=True)
    paged_table(rows, columns, key="task_measures")


def _task_page(row: Row) -> str:
    return link("tasks", task=row["task_key"])


def _one_task(plan: Sequence[Row], task: str | None) -> None:
    """What a cell of the matrix leads to: one task, its measures by unit."""
    described = next((row for row in plan if row["task_key"] == task), None)
    st.html(
        f'<a href="{escape(link("tasks", unit=None))}" target="_self">← {t("tasks.all_tasks")}</a>'
    )
    if described is None:
        st.warning(prose("ui.unknown_choice", name=t("tasks.title"), value=task))
        return
    st.header(plain(f"{described['task_id'] or ''} {described['title']}"))
    if described["requirement"]:
        st.write(plain(described["requirement"]))
    facts = [
        t("tasks.fact", name=t(f"tasks.{name}"), value=described[name])
        for name in ("basis", "lead_unit", "due_on")
        if described[name]
    ]
    st.caption(plain("　".join(facts)))
    rows = ask("pages/tasks_measures", unit=chosen("unit"), task=task)
    if rows:
        _measures(rows, with_task=False)
    else:
        st.info(prose("tasks.nobody_took_it", unit=chosen("unit") or t("ui.bureau")))
    if chosen("unit"):
        everyone = escape(link("tasks", task=task, unit=None))
        st.html(f'<a href="{everyone}" target="_self">{t("tasks.all_units_of_task")} →</a>')


def _everything(plan: Sequence[Row], area: str | None) -> None:
    pairs = ask("pages/tasks_matrix")
    shortfalls = ask("pages/tasks_shortfalls")
    if not pairs:
        st.info(t("tasks.nothing"))
    ours, theirs = _wanted(pairs, area), _wanted(shortfalls, area)
    if ours:
        _figures(ours, theirs)
        _matrix(ours, [row for row in plan if area in (None, row["area"])])
        if area is None:  # a sheet tells all areas together
            _history(ours)
    elif pairs:
        st.info(t("tasks.nothing_chosen"))
    if chosen("unit") is None:
        if pairs:
            _without_ledger(pairs)
        _by_task([row for row in plan if area in (None, row["area"])], theirs)
    else:
        st.header(prose("tasks.measures_of", unit=chosen("unit")))
        measures = ask("pages/tasks_measures", unit=chosen("unit"), task=None)
        _measures(_wanted(measures, area), with_task=True)
    for rule in ("task_overdue", "task_unassigned", "task_behind"):
        found = of_rules(theirs, rule)
        shortfall_section(found, t(f"tasks.{rule}"), t(f"tasks.no_{rule}"), rule)


def _history(pairs: Sequence[Row]) -> None:
    """Small lines over time, the unit with the least progress first."""
    shares: dict[str, list[float]] = defaultdict(list)
    for row in pairs:
        if row["unit"] and row["progress"] is not None:
            shares[row["unit"]].append(row["progress"])
    units = sorted(shares, key=lambda unit: sum(shares[unit]) / len(shares[unit]))
    history = ask("pages/tasks_history", units=units[:_MOST_PANELS])
    told = [row["unit"] for row in history if row["progress"] is not None]
    if len(told) == len(set(told)):  # one figure a unit is no history
        return
    st.header(t("tasks.history"))
    st.caption(t("tasks.history_caption"))
    figure = history_panels([row for row in history if row["unit"] in told], "progress", _progress)
    charts.draw(figure, key="tasks_history", alt=t("tasks.history_alt"))


def _progress(row: Row) -> str:
    progress = percent(row["progress"])
    return t(
        "tasks.history_words",
        progress=progress,
        done=row["count_done"],
        all=row["count_measures"],
    )


def page() -> None:
    """Draw the page."""
    plan = ask("pages/tasks_plan")
    task = chosen("task")
    if plan and task is None:
        areas = [row["area"] for row in plan if row["area"]]
        _everything(plan, title_and_area(t("ui.page_tasks"), areas))
        return
    st.title(t("ui.page_tasks"))
    if plan:
        _one_task(plan, task)
    else:
        st.info(t("tasks.nothing"))


page()
