"""Icons: line drawings from ``resources/icons``, in the colours of the window."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import RESOURCES
from app.ui.theme import COLOURS

SIZES = (16, 20, 24, 32, 48, 64)


@cache
def icon(name: str, tone: str = "soft") -> QIcon:
    """The drawing ``name`` in the colour ``tone``; in the accent colour where it is switched on."""
    made = QIcon()
    for size in SIZES:
        made.addPixmap(drawing(name, size, tone))
        made.addPixmap(drawing(name, size, "accent"), QIcon.Mode.Normal, QIcon.State.On)
    return made


def picture(name: str, size: int, tone: str = "soft") -> QPixmap:
    """The drawing for a label, ``size`` wide on the screen and sharp at any scaling up to 300 %."""
    made = drawing(name, 3 * size, tone)
    made.setDevicePixelRatio(3)
    return made


def drawing(name: str, size: int, tone: str = "soft") -> QPixmap:
    """The drawing as a picture of ``size`` device pixels."""
    text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.replace("currentColor", COLOURS[tone]).encode()))
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
