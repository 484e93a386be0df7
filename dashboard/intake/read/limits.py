"""How large a file may be before it is no table of a bureau but an accident or an attack.

The worker's limits on memory and time stand behind these; these are told more kindly.
"""

from dashboard.errors import Refused

MEBIBYTE = 1 << 20

MAX_FILE_BYTES = 50 * MEBIBYTE
MAX_PARTS = 10_000
"""Files in an archive."""
MAX_INFLATED_BYTES = 512 * MEBIBYTE
"""All that is unpacked of one archive. One sheet of 1,048,576 formatted blank rows of nine
cells, common in offices, unpacks to about 290 MB."""
MAX_STRINGS_BYTES = 128 * MEBIBYTE
"""The texts that the cells of an .xlsx share; a reader takes many times as much memory."""
MAX_SPAN_CELLS = 20_000_000
"""Cells from A1 to the last one: the readers hold the whole rectangle."""
MAX_FIELD_CHARACTERS = 1_000_000
"""Characters in one field of a text table; the csv module's own limit is 131,072."""


def too_large(size: int, limit: int) -> Refused:
    """The refusal of a file of ``size`` bytes where ``limit`` are allowed."""
    return Refused("too_large", size=f"{size / MEBIBYTE:.1f}", limit=f"{limit / MEBIBYTE:g}")
