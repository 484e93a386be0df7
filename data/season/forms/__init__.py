"""The forms on which units report: which columns, under which headings, in which manner."""

from data.season.forms.draw import draw_form

__all__ = ["draw_form"]
