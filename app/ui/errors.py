"""The one door through which everything that went wrong reaches the screen.

Faults of the user's figures are a list with places; what the user can act on is one box with a sentence; anything else
is our bug: a report that can be copied and sent. The dialogs are imported when there is something to tell: mostly never.
"""

from __future__ import annotations

import sys
import threading
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.domain.problems import AppError, Refused
from app.i18n import translate


def show_error(parent: QObject | None, error: BaseException) -> None:
    """Tell the user what went wrong, over the page where it happened. To be called on the main thread."""
    over = _widget(parent)
    if isinstance(error, Refused) and error.problems:
        from app.ui.problems import ProblemDialog

        ProblemDialog(error.problems, over).exec()
    elif isinstance(error, AppError):
        _tell(over, error)
    else:
        CrashReporter.instance().report(error)


def _tell(parent: QWidget | None, error: AppError) -> None:
    from app.messages import sentence
    from app.ui.remedies import in_window

    message = sentence(error.code, error.values)
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translate("Errors", "衡绩"))
    box.setText(message.text)
    box.setInformativeText(in_window(message.remedy))
    box.addButton(translate("Errors", "知道了"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _widget(owner: QObject | None) -> QWidget | None:
    if isinstance(owner, QWidget) and shiboken6.isValid(owner):
        return owner
    return QApplication.activeWindow()


class CrashReporter(QObject):
    """Takes what nobody caught, on whichever thread, writes a report and shows it on the main thread, once at a time."""

    _caught = Signal(object)
    _only: CrashReporter | None = None

    def __init__(self) -> None:
        super().__init__()
        self._showing = False
        self._cannot_show = False
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        CrashReporter._only = self

    @classmethod
    def instance(cls) -> CrashReporter:
        """The program's one reporter. Raises RuntimeError before it was made."""
        if cls._only is None:
            raise RuntimeError("no crash reporter yet")
        return cls._only

    def install(self) -> None:
        """From now on hear of everything that nobody catches."""
        sys.excepthook = self._hear
        threading.excepthook = lambda told: self._hear(
            told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
        )

    def report(self, error: BaseException) -> None:
        """Report an error that was caught but that nobody can act on. From any thread."""
        self._caught.emit(error)

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if self._cannot_show or issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        from app.services.fault_reports import fault_report, write_fault_report
        from app.ui.problems import CrashDialog

        path = write_fault_report(error)
        if self._showing:
            return
        self._showing = True
        # Until the dialog has closed well: an error in showing an error must not be shown again and again.
        self._cannot_show = True
        try:
            CrashDialog(fault_report(error), path, QApplication.activeWindow()).exec()
            self._cannot_show = False
        finally:
            self._showing = False
