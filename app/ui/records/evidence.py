"""材料: the files that prove one event, kept in the book, and saved out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QHBoxLayout, QVBoxLayout

from app.i18n import translate
from app.services.records import evidence
from app.ui.blank import Fillable
from app.ui.page import Page
from app.ui.parts import Banner, button, label
from app.ui.reasons import ask_reason
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.domain.ledgers import Evidence
    from app.services.records.evidence import EvidenceLine
    from app.services.records.ledgers import EventLine

KILOBYTE = 1024
DIGEST_SHOWN = 12


def evidence_columns() -> tuple[Column[Evidence], ...]:
    """One line a file."""
    return (
        Column(translate("Records", "文件"), lambda row: row.name, width=260),
        Column(
            translate("Records", "大小"),
            lambda row: row.size,
            text=lambda size: translate("Records", "{size} KB").format(size=-(-size // KILOBYTE)),
            number=True,
        ),
        Column(translate("Records", "校验值"), lambda row: row.digest[:DIGEST_SHOWN], tip=lambda row: row.digest),
        Column(translate("Records", "说明"), lambda row: row.note),
    )


class EvidenceDialog(QDialog):
    """The files of one event."""

    def __init__(self, page: Page, line: EventLine, by: str | None) -> None:
        super().__init__(page)
        self._page, self._line, self._by = page, line, by
        self.setWindowTitle(translate("Records", "材料"))
        self.resize(760, 420)
        event = line.event
        heading = f"{event.day.isoformat()}　{line.name}　{event.subject}"
        self.banner = Banner()
        self.view = RecordView(RecordModel(evidence_columns(), key=lambda row: row.digest))
        self.body = Fillable(self.view)
        self.attach = button(translate("Records", "附上文件(&A)…"), "primary")
        self.save = button(translate("Records", "存出来(&S)…"))
        self.detach = button(translate("Records", "去掉(&D)…"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        for made in (self.attach, self.save, self.detach):
            foot.addWidget(made)
        foot.addStretch(1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(label(heading, "heading", wraps=True))
        layout.addWidget(self.banner)
        layout.addWidget(self.body, 1)
        layout.addLayout(foot)
        self.attach.clicked.connect(self._ask_files)
        self.save.clicked.connect(self._ask_out)
        self.detach.clicked.connect(self._ask_detach)
        self.view.current_changed.connect(self._offer)
        self._read()

    def _read(self) -> None:
        number = self._line.number
        self._page.jobs.run(self, lambda _job: evidence.evidence_lines(self._page.book, number=number), done=self._show)

    def _show(self, lines: tuple[EvidenceLine, ...]) -> None:
        self.view.records.set_rows(line.evidence for line in lines)
        self.view.fit_columns(hide_empty=True)
        if lines:
            self.body.show_inside()
        else:
            self.body.show_words(translate("Records", "还没有材料。通报、证书、谈话记录等文件可以附在这里。"))
        self._offer(self.view.current_row())

    @Slot(object)
    def _offer(self, row: Evidence | None) -> None:
        self.attach.setEnabled(not self._page.is_read_only)
        self.save.setEnabled(row is not None)
        self.detach.setEnabled(row is not None and not self._page.is_read_only)

    @Slot()
    def _ask_files(self) -> None:
        folder = str(self._page.desk.preferences.folder("evidence", self._page.book.path.parent))
        names, _ = QFileDialog.getOpenFileNames(self, translate("Records", "选择材料文件"), folder)
        if names:
            self.attach_files([Path(name) for name in names])

    def attach_files(self, paths: list[Path]) -> None:
        """Keep files as evidence."""
        self._page.desk.preferences.remember_folder("evidence", paths[0].parent)
        book, number, by = self._page.book, self._line.number, self._by
        self._page.jobs.run(
            self,
            lambda _job: evidence.attach_files(book, number, paths, by=by),
            done=lambda told: self._tell(told.changes, translate("Records", "已附上，连同校验值存进考核库。")),
            title=translate("Records", "正在存材料"),
        )

    @Slot()
    def _ask_out(self) -> None:
        row = self.view.current_row()
        if row is None:
            return
        folder = self._page.desk.preferences.folder("exports", self._page.book.path.parent)
        told, _ = QFileDialog.getSaveFileName(self, translate("Records", "材料存到"), str(folder / Path(row.name).name))
        if told:
            self.save_file(row.digest, Path(told))

    def save_file(self, digest: str, path: Path) -> None:
        """Write a file out, proven by its digest."""
        done = translate("Records", "已存到：{path}，校验值相符。").format(path=path)
        self._page.jobs.run(
            self,
            lambda _job: evidence.save_file(self._page.book, digest, path),
            done=lambda _told: self.banner.say(done, "good"),
        )

    @Slot()
    def _ask_detach(self) -> None:
        row = self.view.current_row()
        if row is None:
            return
        question = translate("Records", "为什么去掉“{name}”？（留痕里仍有它的校验值）").format(name=row.name)
        reason = ask_reason(self, translate("Records", "去掉材料"), question)
        if reason:
            self.detach_file(row.digest, reason)

    def detach_file(self, digest: str, reason: str) -> None:
        """Take a file away."""
        book, number, by = self._page.book, self._line.number, self._by
        self._page.jobs.run(
            self,
            lambda _job: evidence.detach_file(book, number, digest, reason=reason, by=by),
            done=lambda changes: self._tell(changes, translate("Records", "已去掉。")),
        )

    def _tell(self, changes: Any, words: str) -> None:
        self._page.desk.changes.changed.emit(changes)
        self.banner.say(words, "good")
        self._read()
