"""全年走势: a person's totals over the months and quarters of a year, beside the mean of the same indicator set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.periods import Kind, Period
from app.i18n import translate
from app.ui.theme import colour

if TYPE_CHECKING:
    from app.services.courses import CoursePoint

LEFT, RIGHT, TOP, BOTTOM = 40, 14, 30, 26
MONTHS = 12


class Scale(NamedTuple):
    """Where values and months lie inside a rectangle; ``low`` and ``high`` are values at its edges."""

    area: QRectF
    low: float
    high: float

    def y(self, value: float) -> float:
        """The height at which a value lies."""
        return self.area.bottom() - (value - self.low) / (self.high - self.low) * self.area.height()

    def x(self, period: Period) -> float:
        """The middle of a period."""
        first = period.first_month - 1
        return self.area.left() + (first + period.kind / 2) / MONTHS * self.area.width()

    def width(self, period: Period) -> float:
        """How wide a period is."""
        return period.kind / MONTHS * self.area.width()


def scale_for(values: Iterable[float], area: QRectF) -> Scale:
    """A scale in steps of ten that holds all values with room to spare."""
    told = list(values) or [0.0, 100.0]
    low = max(0.0, 10 * (min(told) // 10) - 10) if min(told) >= 0 else 10 * (min(told) // 10)
    high = 10 * (max(told) // 10) + 10
    return Scale(area, low, high)


class CourseChart(QWidget):
    """Months as a line, quarters as steps that span their months, the mean of the set as a broken line."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[CoursePoint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)

    def show_course(self, points: Sequence[CoursePoint]) -> None:
        """Show these points."""
        self._points = tuple(points)
        self.setAccessibleDescription("；".join(point_text(point) for point in points))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(LEFT, TOP, self.width() - LEFT - RIGHT, self.height() - TOP - BOTTOM)
        values = [float(each) for point in self._points for each in (point.total, point.mean) if each is not None]
        scale = scale_for(values, area)
        self._draw_grid(painter, scale)
        if not values:
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, translate("Course", "这一年还没有得分。"))
        else:
            self._draw_quarters(painter, scale)
            self._draw_line(painter, scale, mean=True)
            self._draw_line(painter, scale, mean=False)
            self._draw_legend(painter)
        painter.end()

    def _of_kind(self, kind: Kind) -> list[CoursePoint]:
        return [point for point in self._points if point.period.kind is kind]

    @property
    def _line_kind(self) -> Kind:
        return Kind.MONTH if self._of_kind(Kind.MONTH) else Kind.QUARTER

    @staticmethod
    def _draw_grid(painter: QPainter, scale: Scale) -> None:
        painter.setPen(QPen(colour("line"), 1))
        step = 10 if scale.high - scale.low <= 60 else 20
        value = scale.low
        while value <= scale.high:
            y = scale.y(value)
            painter.setPen(QPen(colour("line"), 1))
            painter.drawLine(QPointF(scale.area.left(), y), QPointF(scale.area.right(), y))
            painter.setPen(colour("soft"))
            words = QRectF(0, y - 9, LEFT - 6, 18)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), f"{value:g}")
            value += step
        for month in range(1, MONTHS + 1):
            x = scale.x(Period(2000, Kind.MONTH, month))
            words = QRectF(x - 16, scale.area.bottom() + 4, 32, 18)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter), str(month))

    def _draw_quarters(self, painter: QPainter, scale: Scale) -> None:
        for point in self._of_kind(Kind.QUARTER):
            if point.total is None:
                continue
            x, wide, y = scale.x(point.period), scale.width(point.period), scale.y(float(point.total))
            # A step at its height, not a column: the axis does not begin at zero.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen"))
            painter.drawRoundedRect(QRectF(x - wide / 2 + 2, y - 5, wide - 4, 10), 4, 4)
            painter.setPen(colour("soft"))
            words = QRectF(x - 30, scale.area.bottom() - 20, 60, 18)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter), f"{point.total:f}")

    def _draw_line(self, painter: QPainter, scale: Scale, *, mean: bool) -> None:
        told = [(point, point.mean if mean else point.total) for point in self._of_kind(self._line_kind)]
        spots = [QPointF(scale.x(point.period), scale.y(float(value))) for point, value in told if value is not None]
        pen = QPen(colour("faint" if mean else "accent"), 1.5 if mean else 2)
        pen.setStyle(Qt.PenStyle.DashLine if mean else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(spots))
        if mean:
            return
        painter.setBrush(colour("accent"))
        for spot in spots:
            painter.drawEllipse(spot, 3, 3)

    def _draw_legend(self, painter: QPainter) -> None:
        own = translate("Course", "月得分") if self._line_kind is Kind.MONTH else translate("Course", "季得分")
        entries = [("accent", own), ("faint", translate("Course", "同组平均"))]
        if self._of_kind(Kind.QUARTER):
            entries.insert(1, ("chosen", translate("Course", "季得分")))
        x = float(LEFT)
        for tone, words in entries:
            painter.fillRect(QRectF(x, 12, 12, 6), colour(tone))
            painter.setPen(colour("soft"))
            painter.drawText(QPointF(x + 17, 20), words)
            x += 17 + painter.fontMetrics().horizontalAdvance(words) + 18


def point_text(point: CoursePoint) -> str:
    """A point in words, for whoever cannot see the chart."""
    return f"{point.period.title} {point.status_word if point.total is None else f'{point.total:f}'}"
