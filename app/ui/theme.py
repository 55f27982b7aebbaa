"""How the window looks: fonts, colours and the style sheet, in one place."""

from __future__ import annotations

import re
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from app.paths import RESOURCES

FONT_FAMILY = "Noto Sans SC"
FONT_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
FONT_PIXELS = 13
ROW_PIXELS = 30

COLOURS = MappingProxyType({
    "text": "#1f2733",
    "soft": "#5b6676",
    "faint": "#8a94a3",
    "line": "#dde2e9",
    "edge": "#c3cbd6",
    "ground": "#f3f5f8",
    "side": "#e9edf3",
    "paper": "#ffffff",
    "stripe": "#f8fafc",
    "hover": "#eef2f8",
    "chosen": "#dce7f7",
    "accent": "#2459a9",
    "accent_hover": "#1d4c94",
    "accent_down": "#173f7c",
    "good": "#1e7a4c",
    "good_ground": "#e3f3ea",
    "warn": "#96580a",
    "warn_ground": "#fdf1dc",
    "bad": "#b3362c",
    "bad_ground": "#fbe7e5",
    "calm_ground": "#e8eef8",
})  # fmt: skip
"""Every colour of the window by its task; the style sheet names them ``@text`` and so on."""

TONES = MappingProxyType({"good": "good", "warn": "warn", "bad": "bad", "soft": "soft", "faint": "faint", "": "text"})


def colour(name: str) -> QColor:
    """One of COLOURS, ready to paint with."""
    return QColor(COLOURS[name])


def dress(application: QApplication) -> None:
    """Give the application its fonts, palette and style sheet."""
    for name in FONT_FILES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
    font = QFont(FONT_FAMILY)
    font.setPixelSize(FONT_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)
    application.setStyle("Fusion")
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet())


def style_sheet() -> str:
    """The style sheet with its colours and image paths filled in."""
    text = (RESOURCES / "styles" / "window.qss").read_text(encoding="utf-8")
    values = {**COLOURS, "icons": (RESOURCES / "icons").as_posix()}
    return re.sub(r"@([a-z_]+)", lambda match: values[match[1]], text)


def _palette() -> QPalette:
    palette = QPalette()
    for role, name in (
        (QPalette.ColorRole.Window, "ground"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.Base, "paper"),
        (QPalette.ColorRole.AlternateBase, "stripe"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.Button, "paper"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.ToolTipBase, "paper"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "paper"),
        (QPalette.ColorRole.PlaceholderText, "faint"),
        (QPalette.ColorRole.Link, "accent"),
    ):
        palette.setColor(role, colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    return palette
