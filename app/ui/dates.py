"""A day in a form: typed as one types a day, or chosen from a calendar, and given back as a date."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Slot
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QMenu, QWidget, QWidgetAction

from app.i18n import translate
from app.ui.icons import icon

_DAY = re.compile(r"(\d{4})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2}))")


class NotADayError(Exception):
    """What stands in a field is no day; says so in a sentence."""


class DayField(QWidget):
    """Shows ``day``, today unless told; with ``no_later`` days to come are refused."""

    def __init__(self, day: date | None = None, *, no_later: bool = False) -> None:
        super().__init__()
        self._no_later = no_later
        self.line = QLineEdit((day or date.today()).isoformat())
        self.line.setPlaceholderText("2024-03-05")
        opening = self.line.addAction(icon("down", "soft"), QLineEdit.ActionPosition.TrailingPosition)
        opening.setToolTip(translate("Dates", "从日历里选"))
        opening.triggered.connect(self._show_calendar)
        self.menu = QMenu(self)
        self.calendar = QCalendarWidget()
        if no_later:
            self.calendar.setMaximumDate(QDate.currentDate())
        holding = QWidgetAction(self.menu)
        holding.setDefaultWidget(self.calendar)
        self.menu.addAction(holding)
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def day(self) -> date:
        """The day that stands there. Raises NotADayError."""
        text = self.line.text().strip()
        match = _DAY.fullmatch(text)
        try:
            told = [int(each) for each in match.groups() if each] if match else []
            day = date(*told)
        except (ValueError, TypeError) as fault:
            words = translate("Dates", "“{text}”不是日期，请写成 2024-03-05。")
            raise NotADayError(words.format(text=text)) from fault
        if self._no_later and day > date.today():
            raise NotADayError(translate("Dates", "“{text}”还没有到，请核对日期。").format(text=text))
        return day

    def show_day(self, day: date) -> None:
        """Put a day there."""
        self.line.setText(day.isoformat())

    @Slot()
    def _show_calendar(self) -> None:
        try:
            shown = self.day
        except NotADayError:
            shown = date.today()
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        self.show_day(date(day.year(), day.month(), day.day()))
        self.menu.close()
