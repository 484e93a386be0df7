"""Blank spreadsheets for units: what is filled in there comes in without a question."""

from dashboard.templates.workbook import Blank, write_template

__all__ = ["Blank", "write_template"]
