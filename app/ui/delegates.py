"""Painting that roles cannot express: a word on a tinted tag."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from app.ui.tables import ToneRole
from app.ui.theme import ROW_PIXELS, TONES, colour

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_GROUNDS = {"good": "good_ground", "warn": "warn_ground", "bad": "bad_ground"}


class TagDelegate(QStyledItemDelegate):
    """Paints a status word on a rounded tag in its tone; a soft one, which is as it should be, stays plain."""

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        text = str(index.data() or "")
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        if not text:
            return
        tone = str(index.data(ToneRole) or "")
        if tone == "soft":
            painter.setPen(colour("soft"))
            painter.drawText(option.rect.adjusted(11, 0, -4, 0), int(_MIDDLE), text)
            return
        width = min(option.fontMetrics.horizontalAdvance(text) + 16, option.rect.width() - 8)
        tag = QRectF(option.rect.x() + 6, option.rect.center().y() - 10, width, 21)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(_GROUNDS.get(tone, "calm_ground")))
        painter.drawRoundedRect(tag, 5, 5)
        painter.setPen(colour(TONES.get(tone, "soft") if tone else "soft"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = option.fontMetrics.horizontalAdvance(str(index.data() or "")) + 28
        return QSize(width, ROW_PIXELS)
