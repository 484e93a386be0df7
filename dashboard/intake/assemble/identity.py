"""Identity numbers that only the heading over them calls so."""

from __future__ import annotations

from dashboard.intake.assemble.draft import Draft, Raw
from dashboard.intake.assemble.rows import with_helpers
from dashboard.intake.clean import mask_identity_numbers, says_identity
from dashboard.intake.locate.grid import plain
from dashboard.intake.model import CellValue
from dashboard.intake.recognise.common import REPORTED_ON, UNIT


def mask_by_headings(draft: Draft, raw: Raw) -> None:
    """Mask what stands under 责任人(身份证号): without the heading nothing would tell it from a
    number of another sort."""
    for name, head in draft.matched.columns.items():
        if any(says_identity(text) for text in head.path):
            _mask(draft, raw[name], name)


def _mask(draft: Draft, cells: list[CellValue], name: str) -> None:
    long_numbers = draft.found.grid.long_numbers
    for index, (value, place) in enumerate(zip(cells, draft.places(name), strict=True)):
        if value is None or isinstance(value, bool):
            continue
        text = long_numbers.get(place) or plain(value)
        masked = mask_identity_numbers(text, said=True)
        if masked == text:
            continue
        cells[index] = masked
        if name in (UNIT, REPORTED_ON) or name in draft.aside:
            continue
        label = with_helpers(draft.kind).column(name).label
        cell = draft.cell(index, name)
        draft.report("identity_number_masked", cell, label=label, text=masked)
