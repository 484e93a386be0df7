"""Files for other programs: CSV and Excel, with nothing in them that those would run."""

from dashboard.exports.downloads import to_csv, to_xlsx
from dashboard.exports.files import write_csv, write_text, write_xlsx

__all__ = ["to_csv", "to_xlsx", "write_csv", "write_text", "write_xlsx"]
