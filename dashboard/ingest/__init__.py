"""Taking files in: archive, journal, then the store by what the journal says.

``ingest`` is what the command and the watcher call; ``rebuild`` works the store out anew.
What people decide about what came in is in ``dashboard.ingest.actions``.
"""

from dashboard.ingest.outcome import Outcome
from dashboard.ingest.run import Session, check_current, ingest, rebuild
from dashboard.ingest.scan import Found, in_folder, named

__all__ = [
    "Found",
    "Outcome",
    "Session",
    "check_current",
    "in_folder",
    "ingest",
    "named",
    "rebuild",
]
