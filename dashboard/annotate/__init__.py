"""Back to the sender: the unit's own workbook with its faulty cells marked and explained."""

from dashboard.annotate.workbook import annotate, annotated

__all__ = ["annotate", "annotated"]
