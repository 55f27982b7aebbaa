"""What the three parts of the page have in common: they read when they are looked at, and again after a change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.periods import Period
from app.i18n import translate
from app.ui.page import Page
from app.ui.scores.period_list import first_choice, period_text

if TYPE_CHECKING:
    from app.services.books import Court
    from app.services.overview import PeriodRow


class Offer(NamedTuple):
    """What the page begins with: whose book, its computed periods, and the newest for which a package came."""

    court: Court
    computed: tuple[PeriodRow, ...]
    newest_received: Period | None


class Pane(QWidget):
    """One part of the page, behind one of its tabs."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.is_behind = True

    def show_offer(self, offer: Offer) -> None:
        """Take what the page begins with; a part that offers periods replaces this."""

    def read(self) -> None:
        """Read again what the part shows."""
        self.is_behind = False

    def find(self) -> None:
        """Put the keyboard where one searches."""


class ComputedPeriods(QComboBox):
    """The computed periods of the book, each with what is the matter with it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PeriodRow, ...] = ()
        self.setAccessibleName(translate("Exchange", "周期"))
        self.setMaxVisibleItems(20)
        self.setMinimumWidth(210)

    @property
    def row(self) -> PeriodRow | None:
        """The period chosen, or None where none is computed."""
        place = self.currentIndex()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def show_rows(self, rows: Iterable[PeriodRow]) -> None:
        """Offer these, the one chosen before again; at first the one that ends last."""
        before = self.row
        self._rows = tuple(rows)
        periods = [row.period for row in self._rows]
        self.blockSignals(True)
        self.clear()
        self.addItems([period_text(row) for row in self._rows])
        if periods:
            again = before is not None and before.period in periods
            self.setCurrentIndex(periods.index(before.period) if again and before else first_choice(self._rows))
        self.blockSignals(False)
        self.setEnabled(bool(periods))

    def choose(self, period: Period) -> None:
        """Choose a period, where it is offered."""
        places = [place for place, row in enumerate(self._rows) if row.period == period]
        if places:
            self.setCurrentIndex(places[0])
