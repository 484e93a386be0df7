"""How counts of shortfalls went week by week, as a line beside the present count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.texts import t
from dashboard.ui.charts import GREY, SEVERITY_COLOURS
from dashboard.ui.choices import chosen, known_as_of
from dashboard.ui.session import ask, await_history, is_followed
from dashboard.ui.sparkline import sparkline
from dashboard.ui.tables import Row


def severity_trend(level: str, unit: str | None) -> str:
    """The line of all shortfalls of a severity; '' for reminders, and while days are not judged."""
    column = f"count_{level}"
    weeks = [row for row in _weeks(unit) if column in row]
    return _line(weeks, [column], SEVERITY_COLOURS[level])


def rule_trend(rule: str) -> str:
    """The line of what a rule found, red and amber; '' while days are not judged."""
    weeks = [row for row in _weeks(chosen("unit")) if row["rule"] == rule]
    return _line(weeks, ["count_red", "count_amber"], GREY)


def _weeks(unit: str | None) -> Sequence[Row]:
    if not is_followed() and known_as_of() is None:
        await_history()  # the lines are drawn by themselves once the days are judged
    return ask("pages/shortfall_trend", unit=unit)


def _line(weeks: Sequence[Row], columns: Sequence[str], colour: str) -> str:
    counts: Counter[object] = Counter()
    for row in weeks:
        counts[row["on_day"]] += sum(row[one] for one in columns)
    values = list(counts.values())
    if not values:
        return ""
    alt = t("life.trend", weeks=len(values), first=values[0], last=values[-1], most=max(values))
    return sparkline(values, alt, colour)
