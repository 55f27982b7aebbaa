"""A reason, without which nothing that others rely on is taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QWidget

from app.i18n import translate


def ask_reason(parent: QWidget, title: str, question: str) -> str:
    """The reason told; an empty text where the user thought better of it. Asked again while it is left blank."""
    reason, agreed = QInputDialog.getText(parent, title, question)
    while agreed and not reason.strip():
        needed = translate("Reasons", "没有写理由，不能办。") + question
        reason, agreed = QInputDialog.getText(parent, title, needed)
    return reason.strip() if agreed else ""
