"""The line at the foot of the window that shows long work, and stops it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from app.i18n import translate
from app.ui.jobs import Job, Jobs
from app.ui.parts import button, label


class ProgressLine(QFrame):
    """Shows the oldest job that has a title; hidden while there is none."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._jobs = jobs
        self._job: Job | None = None
        self.title = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(260)
        self.text = label("", "soft")
        self.cancel = button(translate("Progress", "取消(&X)"))
        self.cancel.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 20, 6)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.cancel)
        self.hide()
        for signal in (jobs.began, jobs.progressed, jobs.ended):
            signal.connect(self._show)

    @Slot(object)
    def _show(self, _told: Job) -> None:
        self._job = next((job for job in self._jobs.under_way if job.title), None)
        if self._job is None:
            self.hide()
            return
        job = self._job
        self.title.setText(translate("Progress", "正在停止……") if job.is_cancelled else job.title)
        self.text.setText(self._position(job))
        self.cancel.setEnabled(not job.is_cancelled)
        self.bar.setRange(0, job.total)
        self.bar.setValue(job.done)
        self.show()

    @staticmethod
    def _position(job: Job) -> str:
        if not job.total:
            return job.text
        percent = f"{100 * job.done // job.total}%"
        return f"{percent}　{job.text}" if job.text else percent

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
