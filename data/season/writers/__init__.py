"""Workbooks as bytes, a module a format; the same book gives the same bytes."""
