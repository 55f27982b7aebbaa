"""A day in a form: typed or chosen from a calendar, and given back as a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit


class DayField(QDateEdit):
    """Shows ``day``, today unless told; with ``no_later`` days to come cannot be chosen."""

    def __init__(self, day: date | None = None, *, no_later: bool = False) -> None:
        shown = day or date.today()
        super().__init__(QDate(shown.year, shown.month, shown.day))
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        if no_later:
            self.setMaximumDate(QDate.currentDate())

    @property
    def day(self) -> date:
        """The day that stands there."""
        told = self.date()
        return date(told.year(), told.month(), told.day())
