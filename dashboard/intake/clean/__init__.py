"""Cell text to typed values, column by column; what is not understood is a fault, never a guess."""

from dashboard.intake.clean.choices import clean_choice
from dashboard.intake.clean.compact import says_nothing, together
from dashboard.intake.clean.dates import clean_date, is_span
from dashboard.intake.clean.found_dates import find_date
from dashboard.intake.clean.identity import mask_identity_numbers, says_identity
from dashboard.intake.clean.numbers import clean_integer, clean_number, clean_quantity
from dashboard.intake.clean.percents import clean_percent
from dashboard.intake.clean.ratios import ratio_range
from dashboard.intake.clean.result import Cleaned, DateFrame, Fault, Found, shown
from dashboard.intake.clean.table import clean_table
from dashboard.intake.clean.task_ids import clean_task_id
from dashboard.intake.clean.texts import clean_text
from dashboard.intake.clean.yesno import clean_step, clean_yesno

__all__ = [
    "Cleaned",
    "DateFrame",
    "Fault",
    "Found",
    "clean_choice",
    "clean_date",
    "clean_integer",
    "clean_number",
    "clean_percent",
    "clean_quantity",
    "clean_step",
    "clean_table",
    "clean_task_id",
    "clean_text",
    "clean_yesno",
    "find_date",
    "is_span",
    "mask_identity_numbers",
    "ratio_range",
    "says_identity",
    "says_nothing",
    "shown",
    "together",
]
