"""Cells of one row that must be there, or that contradict one another."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft
from dashboard.intake.recognise.which import missing
from dashboard.kinds import Column

PARTS = {
    "staffing": (
        ("legal_reviewers", "enforcement_staff"),
        ("certified_staff", "enforcement_staff"),
        ("qualified_reviewers", "legal_reviewers"),
    ),
    "enforcement": (("major_reviewed", "major_decisions"),),
    "random_inspection": (
        ("completed", "planned"),
        ("joint_completed", "joint_planned"),
        ("joint_planned", "planned"),
        ("results_published", "completed"),
    ),
    "inspection_item": (("ratio_min", "ratio_max"),),
}
"""View -> pairs of a part and the whole that it cannot exceed."""

ORDER = {
    "phase": (("starts_on", "ends_on"),),
    "task_progress": (("starts_on", "due_on"),),
    "complaint": (("received_on", "due_on"), ("received_on", "closed_on")),
    "finding": (("found_on", "due_on"), ("found_on", "closed_on")),
    "case_review": (("closed_on", "reviewed_on"),),
}
"""View -> pairs of dates of which the first comes first."""

_SCORES = ("legality", "reasonableness", "documents")


def check_required(draft: Draft) -> None:
    """Report required columns that are absent, and required cells that are blank."""
    absent = missing(draft.matched)
    for name in absent:
        column = draft.kind.column(name)
        draft.report(
            "column_missing", draft.header_cell(), kind=draft.kind.label, label=column.label
        )
    for column in draft.kind.columns:
        if not column.required or column.name in absent:
            continue
        if column.name not in draft.matched.columns:
            _report_uncounted(draft, column)
            continue
        for index, value in enumerate(draft.values[column.name]):
            if value is None and (index, column.name) not in draft.failed:
                cell = draft.cell(index, column.name)
                draft.report("required_blank", cell, label=column.label)


def _report_uncounted(draft: Draft, column: Column) -> None:
    """Report what a list of names gives no count of, as none of its columns says who counts."""
    counts = draft.values[column.name]
    if counts and not draft.failed and all(count is None for count in counts):
        draft.report(
            "column_missing", draft.header_cell(), kind=draft.kind.label, label=column.label
        )


def check_parts(draft: Draft) -> None:
    """Report parts that exceed their whole: more reviewers than staff."""
    for part, whole in PARTS.get(draft.kind.view, ()):
        some, most = draft.values[part], draft.values[whole]
        for index, (a, b) in enumerate(zip(some, most, strict=True)):
            if a is not None and b is not None and a > b:
                draft.report(
                    "part_above_whole",
                    draft.cell(index, part),
                    part=draft.kind.column(part).label,
                    part_value=f"{a:g}",
                    whole=draft.kind.column(whole).label,
                    whole_value=f"{b:g}",
                )


def check_dates(draft: Draft) -> None:
    """Report dates in the wrong order: due before start, closed before received."""
    for first, second in ORDER.get(draft.kind.view, ()):
        for index, (a, b) in enumerate(zip(draft.values[first], draft.values[second], strict=True)):
            if a and b and b < a:
                draft.report(
                    "dates_reversed",
                    draft.cell(index, second),
                    earlier=draft.kind.column(first).label,
                    earlier_day=a,
                    later=draft.kind.column(second).label,
                    later_day=b,
                )


def check_scores(draft: Draft) -> None:
    """Report totals that neither add up nor average to their parts, where all three stand.

    The maxima differ from sheet to sheet (40 + 30 + 30, or 100 each), so that a total is only
    doubted where it lies below the least part or above the sum: no weights give it."""
    if draft.kind.view != "case_review":
        return
    values = draft.values
    for index, total in enumerate(values["total"]):
        parts = [values[name][index] for name in _SCORES]
        if total is None or None in parts:
            continue
        if total > sum(parts) + 0.01 or total < min(parts) - 0.01 or _differs(values, index):
            shown = "、".join(f"{part:g}" for part in parts)
            draft.report(
                "total_not_parts", draft.cell(index, "total"), total=f"{total:g}", parts=shown
            )


def _differs(values: dict[str, list[float]], index: int) -> bool:
    """True where most other rows add up and this one does not."""
    rows = list(zip(*(values[name] for name in (*_SCORES, "total")), strict=True))
    full = [row for row in rows if None not in row]
    adding = [row for row in full if abs(sum(row[:3]) - row[3]) < 0.01]
    if len(adding) < 2 or len(adding) * 2 <= len(full):
        return False
    return bool(abs(sum(rows[index][:3]) - rows[index][3]) >= 0.01)


def check_ratios(draft: Draft, written: list[float | None] | None) -> None:
    """Report a ratio typed beside the counts that differs from the one computed of them."""
    if written is None or draft.kind.view != "staffing":
        return
    staff, reviewers = draft.values["enforcement_staff"], draft.values["legal_reviewers"]
    for index, ratio in enumerate(written):
        if ratio is None or not staff[index] or reviewers[index] is None:
            continue
        computed = reviewers[index] / staff[index]
        if abs(computed - ratio) > 0.0051:
            draft.report(
                "ratio_differs",
                draft.cell(index, "ratio"),
                written=f"{ratio:.2%}",
                computed=f"{computed:.2%}",
            )
