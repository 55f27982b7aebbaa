"""What a page is handed: the open book, the job runner, the change signal, and what the window remembers."""

from __future__ import annotations

from typing import Any, NamedTuple

from app.ui.changes import ChangeBus
from app.ui.jobs import Jobs
from app.ui.preferences import Preferences


class Desk(NamedTuple):
    """Everything that a page works with."""

    book: Any
    jobs: Jobs
    changes: ChangeBus
    preferences: Preferences
