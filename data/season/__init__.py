"""The sample season: one year of a bureau's spreadsheets, written by a seeded script.

``python -m data.season`` writes them; ``expected`` says what each of them means, so
that tests can compare what intake takes with what the script meant. To change the story,
change ``story/``; to change how sheets look, ``forms/``, ``habits.py`` and ``layout.py``.
"""

from data.season.directory import plan
from data.season.make import SEED, Made, arrivals, expected, files, render, season

__all__ = ["SEED", "Made", "arrivals", "expected", "files", "plan", "render", "season"]
