"""上下级: hand the package in, see what the courts below handed in, fill the higher court's form."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget

from app.i18n import translate
from app.services import overview
from app.services.books import court_of
from app.services.exchange import higher_court
from app.ui.desk import Desk
from app.ui.exchange.courts import CourtsPane
from app.ui.exchange.filling import FillPane
from app.ui.exchange.pane import Offer, Pane
from app.ui.exchange.submitting import SubmitPane
from app.ui.page import Page


class ExchangePage(Page):
    """Three parts behind tabs; each is read when it is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Exchange", "上下级"), desk)
        self.submitting = SubmitPane(self)
        self.courts = CourtsPane(self)
        self.filling = FillPane(self)
        self.tabs = QTabWidget()
        self._was_shown = False
        for pane, title in zip(self.panes, self._titles(), strict=True):
            self.tabs.addTab(pane, title)
        self.content.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.courts.submit_wanted.connect(lambda: self.tabs.setCurrentWidget(self.submitting))

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The parts, from left to right."""
        return (self.submitting, self.courts, self.filling)

    def refresh(self) -> None:
        super().refresh()
        for pane in self.panes:
            pane.is_behind = True
        self.jobs.run(self, lambda _job: read_offer(self.book), done=self._show)

    def find(self) -> None:
        self._current().find()

    @staticmethod
    def _titles() -> tuple[str, ...]:
        return (
            translate("Exchange", "上报(&U)"),
            translate("Exchange", "下级法院(&L)"),
            translate("Exchange", "填上级的表(&T)"),
        )

    def _show(self, offer: Offer) -> None:
        for pane in self.panes:
            pane.show_offer(offer)
        if not self._was_shown:
            self._was_shown = True
            # A book that only collects has nothing of its own to hand in.
            if offer.newest_received is not None and not offer.computed:
                self.tabs.setCurrentWidget(self.courts)
        self._read_current()

    @Slot()
    def _turn(self) -> None:
        self.banner.say("")
        self._read_current()

    def _read_current(self) -> None:
        pane = self._current()
        if self._was_shown and pane.is_behind:
            pane.read()

    def _current(self) -> Pane:
        return self.panes[self.tabs.currentIndex()]


def read_offer(book: Any) -> Offer:
    """What the page begins with; to be called on the job thread."""
    computed = tuple(row for row in overview.period_rows(book) if row.computed)
    return Offer(court_of(book), computed, higher_court.newest_received(book))
