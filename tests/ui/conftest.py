"""What tests of the window share: a job runner that is closed again, errors collected instead of shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.jobs import Jobs
from app.ui.theme import dress


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application in the program's own clothes."""
    assert isinstance(qapp, QApplication)
    dress(qapp)
    return qapp


@pytest.fixture
def failures():
    """What reached the error door: pairs of owner and error."""
    return []


@pytest.fixture
def jobs(qapp, failures):
    runner = Jobs(lambda owner, error: failures.append((owner, error)))
    yield runner
    runner.close()
