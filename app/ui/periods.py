"""Choosing a period: the year, and which part of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from app.domain.periods import Kind, Period
from app.i18n import translate

_STEP = 100
KINDS = (Kind.QUARTER, Kind.MONTH, Kind.HALF, Kind.YEAR)


def part_title(period: Period) -> str:
    """The period without its year: 第一季度, 3月, 上半年, 全年."""
    return translate("Periods", "全年") if period.kind is Kind.YEAR else period.title.partition("年")[2]


def _mark(period: Period) -> int:
    """A period without its year as one number: Qt compares numbers well, tuples not at all."""
    return period.kind * _STEP + period.index


class PeriodChooser(QWidget):
    """A year and a part of it. With ``none`` its words stand first and mean: no period."""

    changed = Signal()

    def __init__(self, year: int, none: str = "") -> None:
        super().__init__()
        self.year = QSpinBox()
        self.year.setRange(2000, 2099)
        self.year.setValue(year)
        self.year.setSuffix(translate("Periods", " 年"))
        self.year.setAccessibleName(translate("Periods", "年度"))
        self.part = QComboBox()
        self.part.setAccessibleName(translate("Periods", "周期"))
        self.part.setMaxVisibleItems(20)
        if none:
            self.part.addItem(none, None)
        for kind in KINDS:
            for period in Period(year, Kind.YEAR, 1).inner(kind):
                self.part.addItem(part_title(period), _mark(period))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.part)
        layout.addWidget(self.year)
        self.year.valueChanged.connect(lambda _year: self.changed.emit())
        self.part.currentIndexChanged.connect(self._tell)
        self._tell()
        self.setFocusProxy(self.part)

    @property
    def period(self) -> Period | None:
        """The period chosen, or None."""
        told = self.part.currentData()
        if told is None:
            return None
        kind, index = divmod(told, _STEP)
        return Period(self.year.value(), Kind(kind), index)

    def choose(self, period: Period) -> None:
        """Show a period as chosen."""
        self.year.blockSignals(True)
        self.year.setValue(period.year)
        self.year.blockSignals(False)
        self.part.setCurrentIndex(self.part.findData(_mark(period)))

    def _tell(self) -> None:
        self.year.setVisible(self.part.currentData() is not None)
        self.changed.emit()
