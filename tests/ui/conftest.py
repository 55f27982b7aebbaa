"""What tests of the window share: a job runner that is closed again, errors collected instead of shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.changes import ChangeBus
from app.ui.desk import Desk
from app.ui.jobs import Jobs
from app.ui.preferences import Preferences
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


@pytest.fixture
def book(tmp_path):
    """A made-up court's book, open; nothing computed yet."""
    from tests.ui.made_up import make_book

    made = make_book(tmp_path / "临川.hj")
    yield made
    made.close()


@pytest.fixture
def desk(book, jobs, qapp, tmp_path):
    """What a page is handed."""
    return Desk(book, jobs, ChangeBus(), Preferences(tmp_path / "window.ini"))


@pytest.fixture
def idle(qtbot, jobs):
    """Waits until nothing is under way any more."""
    return lambda: qtbot.waitUntil(lambda: not jobs.under_way, timeout=20_000)


@pytest.fixture
def show(qtbot, idle):
    """Puts a page on the screen and waits until it has read what it shows."""

    def put(page):
        qtbot.addWidget(page)
        page.resize(1100, 640)
        page.show()
        idle()
        return page

    return put
