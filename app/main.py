"""Builds everything for the window and hands it over: the only place that knows every part."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.i18n import translate
from app.ui.application import build_application
from app.ui.desk import Desk
from app.ui.errors import CrashReporter, show_error
from app.ui.jobs import Jobs
from app.ui.navigation import Place
from app.ui.preferences import Preferences
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from app.ui.page import Page


def open_window(book: Path | None = None, arguments: Sequence[str] = ()) -> int:
    """Open the window, with ``book`` in it if one is named; gives the exit status once it was closed."""
    application = build_application(arguments)
    reporter = CrashReporter()
    reporter.install()
    jobs = Jobs(show_error)
    window = build_window(jobs, Preferences())
    window.painted.connect(window.opening.warm_up)
    if book is not None:
        window.painted.connect(lambda: window.opening.open(book.absolute()))
    window.show()
    status = application.exec()
    jobs.close()
    return status


def build_window(jobs: Jobs, preferences: Preferences) -> MainWindow:
    """The main window with a maker for each page; nothing heavy is imported yet."""
    return MainWindow(places(), MAKERS, jobs, preferences)


def places() -> tuple[Place, ...]:
    """The pages, from top to bottom."""
    return (
        Place("overview", translate("Places", "总览"), "overview"),
        Place("people", translate("Places", "人员"), "people"),
        Place("imports", translate("Places", "导入"), "import"),
        Place("handing-in", translate("Places", "收表"), "handing-in"),
        Place("records", translate("Places", "记录"), "records"),
        Place("scores", translate("Places", "得分"), "scores"),
        Place("decisions", translate("Places", "评定"), "decisions"),
        Place("archives", translate("Places", "档案"), "archives"),
        Place("exchange", translate("Places", "上下级"), "exchange"),
    )


# A page imports its services, and they the database: only when it is first opened.
def _overview(desk: Desk) -> Page:
    from app.ui.overview.page import OverviewPage

    return OverviewPage(desk)


def _people(desk: Desk) -> Page:
    from app.ui.people.page import PeoplePage

    return PeoplePage(desk)


def _imports(desk: Desk) -> Page:
    from app.ui.imports.page import ImportsPage

    return ImportsPage(desk)


def _handing_in(desk: Desk) -> Page:
    from app.ui.handing_in.page import HandingInPage

    return HandingInPage(desk)


def _records(desk: Desk) -> Page:
    from app.ui.records.page import RecordsPage

    return RecordsPage(desk)


def _scores(desk: Desk) -> Page:
    from app.ui.scores.page import ScoresPage

    return ScoresPage(desk)


def _decisions(desk: Desk) -> Page:
    from app.ui.decisions.page import DecisionsPage

    return DecisionsPage(desk)


def _archives(desk: Desk) -> Page:
    from app.ui.archives.page import ArchivesPage

    return ArchivesPage(desk)


def _exchange(desk: Desk) -> Page:
    from app.ui.exchange.page import ExchangePage

    return ExchangePage(desk)


MAKERS: Mapping[str, Callable[[Desk], Page]] = {
    "overview": _overview,
    "people": _people,
    "imports": _imports,
    "handing-in": _handing_in,
    "records": _records,
    "scores": _scores,
    "decisions": _decisions,
    "archives": _archives,
    "exchange": _exchange,
}
