"""Words of Qt's own dialogs that its Chinese leaves out or tells oddly."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

WORDS = {
    ("QFileSystemModel", "Size"): "大小",
    ("QAbstractFileIconProvider", "Folder"): "文件夹",
    ("QAbstractFileIconProvider", "File Folder"): "文件夹",
    ("QAbstractFileIconProvider", "Drive"): "磁盘",
    ("QAbstractFileIconProvider", "Shortcut"): "快捷方式",
    ("QAbstractFileIconProvider", "Alias"): "快捷方式",
    ("QAbstractFileIconProvider", "Unknown"): "未知",
}


class QtWords(QTranslator):
    """Asked before Qt's own translation; None, never an empty text, where that is good enough."""

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _count: int = -1) -> str | None:
        """The word to show, or None."""
        return WORDS.get((context, source))

    def isEmpty(self) -> bool:
        """False: otherwise Qt would not ask."""
        return False
