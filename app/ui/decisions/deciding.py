"""Deciding: what the body decided is asked for, tried as a whole, and taken or told what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from app.domain.periods import Period
from app.i18n import translate
from app.services.deciding import deciding
from app.services.deciding.quota_desk import Verdict, stage_verdicts
from app.ui.decisions.verdicts import Meeting, SheetDialog, VerdictDialog
from app.ui.page import Page
from app.ui.remedies import in_window

if TYPE_CHECKING:
    from app.services.deciding.deciding import StagedDecisions
    from app.services.deciding.quota_desk import DeskRow


class Deciding(QObject):
    """Takes decisions in for a page, typed or from a sheet; ``period`` is the one on the desk."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._meeting = Meeting()
        self.period: Period | None = None

    def ask_about(self, rows: Iterable[DeskRow]) -> None:
        """Ask what was decided for these people; the meeting told last stands there already."""
        dialog = VerdictDialog(tuple(rows), self._meeting, self._page)
        dialog.told.connect(lambda verdicts: self.try_verdicts(verdicts, dialog))
        dialog.exec()

    def try_verdicts(self, verdicts: tuple[Verdict, ...], dialog: VerdictDialog | None = None) -> None:
        """Take typed decisions as a whole; their faults are told in the dialog, which stays open."""
        book, period = self._page.book, self.period
        if period is None:
            return

        def work(_job: Any) -> tuple[StagedDecisions, Any]:
            staged = stage_verdicts(book, period, verdicts)
            return staged, deciding.take_decisions(book, staged) if staged.changed else None

        def tell(told: tuple[StagedDecisions, Any]) -> None:
            staged, taken = told
            faults = _fault_texts(staged)
            if taken is None and faults and dialog is not None:
                dialog.show_faults(faults)
                return
            if dialog is not None:
                self._meeting = dialog.meeting_told
                dialog.accept()
            if taken is not None:
                self._tell_taken(staged, taken)

        self._page.jobs.run(dialog or self._page, work, done=tell)

    @Slot()
    def ask_sheet(self) -> None:
        """Ask for the meeting's sheet."""
        folder = self._page.desk.preferences.folder("imports", self._page.book.path.parent)
        pattern = translate("Decisions", "表格 (*.xlsx *.xls *.et *.ods *.csv);;所有文件 (*)")
        told, _ = QFileDialog.getOpenFileName(self._page, translate("Decisions", "会议的评定表"), str(folder), pattern)
        if told:
            self.read_sheet(Path(told))

    def read_sheet(self, path: Path) -> None:
        """Read a 决定 sheet, show what it would change, and take it if the user says so."""
        book, period = self._page.book, self.period
        if period is None:
            return
        self._page.desk.preferences.remember_folder("imports", path.parent)
        self._page.jobs.run(
            self._page,
            lambda _job: deciding.stage_decisions(book, period, path),
            done=self._show_sheet,
            title=translate("Decisions", "正在读 {name}").format(name=path.name),
        )

    def _show_sheet(self, staged: StagedDecisions) -> None:
        if SheetDialog(staged, self._page).exec():
            self._page.jobs.run(
                self._page,
                lambda _job: deciding.take_decisions(self._page.book, staged),
                done=lambda taken: self._tell_taken(staged, taken),
            )

    def _tell_taken(self, staged: StagedDecisions, taken: Any) -> None:
        self._page.desk.changes.changed.emit(taken.changes)
        words = translate("Decisions", "已记下 {count} 人的评定。记错了，在“导入”页的导入记录里撤回。")
        self._page.banner.say(words.format(count=len(staged.changed)), "good")


def _fault_texts(staged: StagedDecisions) -> tuple[str, ...]:
    """Each fault once, with whom it is about and what to do."""
    told = (
        f"{each.cell} {each.message}{in_window(each.remedy)}" for sheet in staged.staging.files for each in sheet.faults
    )
    return tuple(dict.fromkeys(told))
