"""记录: what is kept day by day — ledgers, the month in words, objections."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from app.i18n import translate
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.records.ledgers import LedgersTab
from app.ui.records.months import MonthsTab
from app.ui.records.objections import ObjectionsTab


class RecordsPage(Page):
    """Three lists behind tabs; only the one in sight reads the book."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(translate("Records", "记录"), desk)
        self.ledgers, self.months, self.objections = LedgersTab(self), MonthsTab(self), ObjectionsTab(self)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.ledgers, translate("Records", "台账"))
        self.tabs.addTab(self.months, translate("Records", "月纪实"))
        self.tabs.addTab(self.objections, translate("Records", "异议和复核"))
        self.content.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._show_tab)

    @property
    def tab(self) -> LedgersTab | MonthsTab | ObjectionsTab:
        """The list in sight."""
        return (self.ledgers, self.months, self.objections)[self.tabs.currentIndex()]

    def _show_tab(self, _place: int) -> None:
        self.banner.say("")
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        self.tab.refresh()

    def find(self) -> None:
        self.tab.search.begin()
