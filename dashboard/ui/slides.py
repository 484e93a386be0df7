"""Slides for the shared screen: one thing each, large, at most seven rows, no scrolling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from dashboard.texts import t

ROWS = 7
"""More rows than this cannot be read from the back of the room."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure: large, with its label and, where it has one, its change."""

    label: str
    value: str
    note: str = ""
    tone: str = "grey"


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen: a title, some key figures, a few rows. Cells are HTML of our own making."""

    title: str
    figures: tuple[Figure, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    empty: str = ""
    """What stands instead of rows where there are none."""
    wide: int = 0
    """The column that takes the room that is left."""
    note: str = field(default="")


def split(slide: Slide, *, screens: int = 2) -> list[Slide]:
    """A slide with more than seven rows as several, at most ``screens``, the rest counted."""
    parts = [slide.rows[at : at + ROWS] for at in range(0, len(slide.rows), ROWS)] or [()]
    kept = parts[:screens]
    left = sum(len(part) for part in parts[screens:])
    made = []
    for number, part in enumerate(kept, 1):
        title = slide.title
        if len(kept) > 1:
            title = t("meeting.part", title=title, number=number, total=len(kept))
        note = t("meeting.more", number=left) if left and number == len(kept) else slide.note
        made.append(
            Slide(title, slide.figures, slide.headings, part, slide.empty, slide.wide, note)
        )
    return made


def slide_html(slide: Slide, *, day: str, number: int, total: int) -> str:
    """The whole screen as HTML."""
    figures = "".join(_figure(one) for one in slide.figures)
    place = t("meeting.slide", number=number, total=total)
    return (
        f'<div class="dudao-slide"><div class="dudao-slide-head">'
        f"<h1>{escape(slide.title)}</h1><span>{escape(t('meeting.as_of', day=day))}</span></div>"
        f'<div class="dudao-figures">{figures}</div>{_rows(slide)}'
        f'<div class="dudao-slide-foot"><span>{escape(slide.note)}</span>'
        f"<span>{escape(place)}</span></div></div>"
    )


def bar(
    share: float | None, expected: float | None, *, full: float = 1.0, text: str | None = None
) -> str:
    """A bar of a share with its percentage, and a mark where it should be.

    ``full``: the share that fills the bar. ``text`` stands instead of whole per cent."""
    if share is None:
        return ""
    mark = ""
    if expected is not None:
        mark = f'<i style="left:{min(expected / full, 1) * 100:.1f}%"></i>'
    filled = f'<b style="width:{min(share / full, 1) * 100:.1f}%"></b>'
    return (
        f'<span class="dudao-slide-bar">{filled}{mark}</span>'
        f'<span class="dudao-slide-bar-text">{text or f"{share * 100:.0f}%"}</span>'
    )


def _figure(figure: Figure) -> str:
    return (
        f'<div class="dudao-figure dudao-edge-{figure.tone}">'
        f'<span class="dudao-figure-value">{escape(figure.value)}</span>'
        f'<span class="dudao-figure-text">{escape(figure.label)}'
        f"<small>{escape(figure.note)}</small></span></div>"
    )


def _rows(slide: Slide) -> str:
    if not slide.rows:
        return f'<p class="dudao-slide-empty">{escape(slide.empty or t("meeting.nothing"))}</p>'
    head = "".join(f"<th>{escape(one)}</th>" for one in slide.headings)
    body = "".join(_row(row, slide.wide) for row in slide.rows)
    gap = f"--dudao-row-gap:{_gap(slide):.2f}vh"
    return f'<table class="dudao-slide-table" style="{gap}"><tr>{head}</tr>{body}</table>'


def _gap(slide: Slide) -> float:
    """Room above and below a row, in hundredths of the screen's height: few rows spread out.

    At 768 pixels head, figures and foot leave 51 % of the height to rows of 44 pixels."""
    room = 51.0 if slide.figures else 66.0
    return min(3.0, max(0.2, (room / len(slide.rows) - 5.9) / 2))


def _row(row: Sequence[str], wide: int) -> str:
    cells = (
        f'<td class="{"dudao-slide-wide" if at == wide else ""}"><div>{cell}</div></td>'
        for at, cell in enumerate(row)
    )
    return f"<tr>{''.join(cells)}</tr>"
