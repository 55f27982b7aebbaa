"""结果通知: who was told in writing and signed for it, and signatures noted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QHBoxLayout, QVBoxLayout

from app.domain.periods import Period
from app.domain.roster import staff_no_order
from app.i18n import translate
from app.services.deciding import publishing
from app.ui.collation import by_pinyin
from app.ui.dates import DayField, NotADayError
from app.ui.forms import beside
from app.ui.page import Page
from app.ui.parts import Banner, button, label
from app.ui.table_view import RecordView
from app.ui.tables import Column, RecordModel

if TYPE_CHECKING:
    from app.services.changes import Changes
    from app.services.deciding.publishing import NoticeRow


def notice_columns() -> tuple[Column[NoticeRow], ...]:
    """Everybody with the day of the signature."""
    return (
        Column(translate("Decisions", "工号"), lambda row: row.staff_no, sort_key=staff_no_order),
        Column(translate("Decisions", "姓名"), lambda row: row.name, sort_key=by_pinyin),
        Column(translate("Decisions", "部门"), lambda row: row.division, sort_key=by_pinyin),
        Column(translate("Decisions", "评定等次"), lambda row: row.grade),
        Column(translate("Decisions", "签收日期"), lambda row: row.signed.isoformat() if row.signed else ""),
        Column(translate("Decisions", "本人意见"), lambda row: row.opinion),
    )


class NoticesDialog(QDialog):
    """The list of notices of one period; what it notes goes to the page's book."""

    def __init__(self, page: Page, period: Period) -> None:
        super().__init__(page)
        self._page, self._period = page, period
        self.setWindowTitle(translate("Decisions", "{period}结果通知").format(period=period.title))
        self.resize(860, 560)
        self.banner = Banner()
        self.count = label("", "soft")
        self.view = RecordView(RecordModel(notice_columns(), key=lambda row: row.staff_no))
        self.day = DayField(no_later=True)
        self.note = button(translate("Decisions", "登记选中的人已签收(&S)"), "primary")
        self.export = button(translate("Decisions", "导出签收表(&E)…"))
        self.take_in = button(translate("Decisions", "收回填好的签收表(&I)…"))
        self._lay_out()
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.addWidget(self.count, 1)
        tools.addWidget(self.export)
        tools.addWidget(self.take_in)
        foot = QHBoxLayout()
        beside(foot, translate("Decisions", "签收日期(&D)"), self.day)
        foot.addWidget(self.note)
        foot.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addLayout(tools)
        layout.addWidget(self.banner)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.note.setEnabled(False)
        self.take_in.setEnabled(not self._page.is_read_only)

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self.note.clicked.connect(self._note)
        self.export.clicked.connect(self._ask_export)
        self.take_in.clicked.connect(self._ask_take_in)

    def _offer(self) -> None:
        self.note.setEnabled(bool(self.view.selected_rows()) and not self._page.is_read_only)

    def _read(self) -> None:
        self._page.jobs.run(self, lambda _job: publishing.notice_rows(self._page.book, self._period), done=self._show)

    def _show(self, rows: tuple[NoticeRow, ...]) -> None:
        self.view.records.set_rows(rows)
        self.view.fit_columns()
        signed = sum(row.signed is not None for row in rows)
        self.count.setText(
            translate("Decisions", "{count} 人，已签收 {signed} 人").format(count=len(rows), signed=signed)
        )

    @Slot()
    def _note(self) -> None:
        try:
            day = self.day.day
        except NotADayError as fault:
            self.banner.say(str(fault), "bad")
            return
        self.sign({row.staff_no: day for row in self.view.selected_rows()})

    def sign(self, days: dict[str, date]) -> None:
        """Note who signed on which day."""
        self._page.jobs.run(
            self, lambda _job: publishing.sign(self._page.book, self._period, days), done=self._tell_signed
        )

    def _tell_signed(self, changes: Changes) -> None:
        self._page.desk.changes.changed.emit(changes)
        self.banner.say(translate("Decisions", "签收已登记。"), "good")
        self._read()

    @Slot()
    def _ask_export(self) -> None:
        folder = self._page.desk.preferences.folder("exports", self._page.book.path.parent)
        proposal = folder / translate("Decisions", "{period}签收表.xlsx").format(period=self._period.title)
        pattern = translate("Decisions", "Excel 表格 (*.xlsx)")
        told, _ = QFileDialog.getSaveFileName(self, translate("Decisions", "签收表存到"), str(proposal), pattern)
        if told:
            self.save(Path(told))

    def save(self, path: Path) -> None:
        """Write the list to sign."""
        done = translate("Decisions", "签收表已写成：{path}").format(path=path)
        self._page.jobs.run(
            self,
            lambda _job: publishing.save_notices(self._page.book, self._period, path),
            done=lambda _told: self.banner.say(done, "good"),
        )

    @Slot()
    def _ask_take_in(self) -> None:
        folder = self._page.desk.preferences.folder("imports", self._page.book.path.parent)
        pattern = translate("Decisions", "表格 (*.xlsx *.xls *.et *.ods);;所有文件 (*)")
        told, _ = QFileDialog.getOpenFileName(self, translate("Decisions", "填好的签收表"), str(folder), pattern)
        if told:
            self.take(Path(told))

    def take(self, path: Path) -> None:
        """Take a filled list in, as a whole or not at all."""
        self._page.jobs.run(
            self,
            lambda _job: publishing.sign_sheet(self._page.book, self._period, path),
            done=self._tell_signed,
            title=translate("Decisions", "正在读签收表"),
        )
