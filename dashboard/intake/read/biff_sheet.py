"""What the records of one sheet of an .xls workbook tell of its cells."""

from __future__ import annotations

import struct
from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from dashboard.intake.read.biff5 import LABELS, STRING, label, string
from dashboard.intake.read.marks import Marks

if TYPE_CHECKING:
    from dashboard.intake.model import Position
    from dashboard.intake.read.framed_numbers import Frame

_ROW, _COLUMNS = 0x208, 0x7D
_NUMBER, _RK, _MULRK, _BOOLERR = 0x203, 0x27E, 0xBD, 0x205
_FORMULAS = (0x06, 0x206, 0x406)
CELLS = frozenset((_NUMBER, _RK, _MULRK, _BOOLERR, 0xFD, 0x204, 0xD6, *_FORMULAS))
"""Records of cells; each begins with its row and its column, 16 bits each."""
_ROW_HIDDEN, _COLUMNS_HIDDEN = 0x20, 0x01
_ERROR_RESULT, _BLANK_RESULT = 2, 3
ERROR_NAMES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_GIVES_NUMBER = frozenset((*range(0x03, 0x08), *range(0x09, 0x0F), 0x12, 0x13, 0x14))
"""Last tokens of formulas that cannot give text: arithmetic and comparison."""
_NUMBER_FUNCTIONS = frozenset((0, 4, 5, 6, 7, 27, 169))
"""COUNT, SUM, AVERAGE, MIN, MAX, ROUND, COUNTA."""


class SheetLook:
    """Notes what the records of one sheet tell."""

    def __init__(
        self, styles: dict[int, Frame | None], struck_styles: Collection[int] = ()
    ) -> None:
        self.errors: dict[Position, str] = {}
        self.uncomputed: set[Position] = set()
        self.percents: set[Position] = set()
        self.framed: dict[Position, Frame] = {}
        self.struck: set[Position] = set()
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.texts: dict[Position, bytes] = {}
        self.rows: list[int] = []
        self._styles = styles
        self._struck_styles = struck_styles
        self._formula_at: Position = (0, 0)
        self.handlers = {
            _ROW: self._row,
            _COLUMNS: self._columns,
            _BOOLERR: self._error,
            _MULRK: self._run,
            **dict.fromkeys((_NUMBER, _RK), self._number),
            **dict.fromkeys(_FORMULAS, self._formula),
            **dict.fromkeys(LABELS, self._label),
            STRING: self._string,
        }
        if struck_styles:
            for code in CELLS:
                look = self._run_struck if code == _MULRK else self._struck
                self.handlers[code] = partial(look, self.handlers.get(code))

    def marks(self) -> Marks:
        """What was noted, but for the texts, of which the encoding is not known here."""
        return Marks(
            self.errors,
            frozenset(self.uncomputed),
            frozenset(self.percents),
            frozenset(self.hidden),
            frozenset(self.hidden_columns),
            struck=frozenset(self.struck),
            framed=self.framed,
            rows=self.rows,
        )

    def _label(self, body: bytes) -> None:
        place, text = label(body)
        self.texts[place] = text

    def _string(self, body: bytes) -> None:
        self.texts[self._formula_at] = string(body)

    def _row(self, body: bytes) -> None:
        if len(body) >= 16 and body[12] & _ROW_HIDDEN:
            self.hidden.add(int.from_bytes(body[:2], "little"))

    def _columns(self, body: bytes) -> None:
        if len(body) >= 10 and body[8] & _COLUMNS_HIDDEN:
            first, last = struct.unpack_from("<2H", body)
            self.hidden_columns.update(range(first, last + 1))

    def _number(self, body: bytes) -> None:
        row, column, style = struct.unpack_from("<3H", body)
        if style in self._styles:
            self._note((row, column), self._styles[style])

    def _run(self, body: bytes) -> None:
        row, first = struct.unpack_from("<2H", body)
        for index in range((len(body) - 6) // 6):
            style = int.from_bytes(body[4 + index * 6 : 6 + index * 6], "little")
            if style in self._styles:
                self._note((row, first + index), self._styles[style])

    def _struck(self, further: Callable[[bytes], None] | None, body: bytes) -> None:
        row, column, style = struct.unpack_from("<3H", body)
        if style in self._struck_styles:
            self.struck.add((row, column))
        if further:
            further(body)

    def _run_struck(self, further: Callable[[bytes], None] | None, body: bytes) -> None:
        row, first = struct.unpack_from("<2H", body)
        for index in range((len(body) - 6) // 6):
            if int.from_bytes(body[4 + index * 6 : 6 + index * 6], "little") in self._struck_styles:
                self.struck.add((row, first + index))
        if further:
            further(body)

    def _note(self, place: Position, frame: Frame | None) -> None:
        if frame is None:
            self.percents.add(place)
        else:
            self.framed[place] = frame

    def _error(self, body: bytes) -> None:
        if len(body) >= 8 and body[7]:
            row, column = struct.unpack_from("<2H", body)
            self.errors[row, column] = ERROR_NAMES.get(body[6], "#ERR!")

    def _formula(self, body: bytes) -> None:
        if len(body) < 20:
            return
        row, column = self._formula_at = struct.unpack_from("<2H", body)
        if body[12:14] != b"\xff\xff":
            self._number(body)
        elif body[6] == _ERROR_RESULT:
            self.errors[row, column] = ERROR_NAMES.get(body[8], "#ERR!")
        elif body[6] == _BLANK_RESULT and _gives_number(body[20:]):
            self.uncomputed.add((row, column))


def _gives_number(formula: bytes) -> bool:
    """Whether a formula whose stored result is '' can only give a number, so that '' means
    that no one has computed it. Programs that write .xls without computing store just that."""
    length = int.from_bytes(formula[:2], "little")
    tokens = formula[2 : 2 + length]
    if not tokens:
        return False
    if tokens[-1] in _GIVES_NUMBER and len(tokens) > 1:
        return True
    if len(tokens) >= 4 and tokens[-4] in {0x22, 0x42, 0x62}:
        return int.from_bytes(tokens[-2:], "little") & 0x7FFF in _NUMBER_FUNCTIONS
    if len(tokens) >= 4 and tokens[-4] == 0x19 and tokens[-3] & 0x10:
        return True
    return len(tokens) >= 3 and tokens[-3] in {0x21, 0x41, 0x61} and tokens[-2:] == b"\x1b\0"
