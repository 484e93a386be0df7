"""督导看板 (Dudao): from units' spreadsheets to who falls short, by how much, since when."""

__version__ = "0.1.0"
