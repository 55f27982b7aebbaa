"""文书 of a period: the sheet for the meeting, bulletins, the analysis; of a year its forms and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu

from app.domain.periods import Kind, Period
from app.i18n import translate
from app.services.analysing import bulletins, period_reports, result_uses
from app.services.collecting import templates
from app.services.papers import annual_forms
from app.ui.archives.page import show_outside
from app.ui.page import Page

DECISIONS = "决定"


class Papers(QObject):
    """The lower part of the period's menu: each asks where to, writes in the background, and offers to open it."""

    def __init__(self, page: Page, menu: QMenu) -> None:
        super().__init__(page)
        self._page = page
        self.period: Period | None = None
        menu.addSeparator()
        self.of_periods = (
            self._add(menu, translate("Decisions", "导出评定表(&E)…"), self.ask_sheet),
            self._add(menu, translate("Decisions", "写通报(&B)…"), self.ask_bulletin),
            self._add(menu, translate("Decisions", "写通报，隐去姓名(&H)…"), lambda: self.ask_bulletin(masked=True)),
            self._add(menu, translate("Decisions", "写分析报告(&A)…"), self.ask_report),
        )
        menu.addSeparator()
        self.of_years = (
            self._add(menu, translate("Decisions", "年度考核登记表和统计表(&F)…"), self.ask_forms),
            self._add(menu, translate("Decisions", "结果用到哪些事上(&U)…"), self.ask_uses),
        )

    def offer(self, period: Period | None) -> None:
        """Offer what there is of a computed period."""
        self.period = period
        for action in self.of_periods:
            action.setEnabled(period is not None)
        for action in self.of_years:
            action.setEnabled(period is not None and period.kind is Kind.YEAR)

    def _add(self, menu: QMenu, text: str, doing: Callable[[], Any]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked: doing())
        return action

    # --- asking

    def ask_sheet(self) -> None:
        """Ask where the sheet for the meeting goes."""
        path = self._ask_path(
            translate("Decisions", "{period}评定表.xlsx"), translate("Decisions", "Excel 表格 (*.xlsx)")
        )
        if path is not None:
            self.save_sheet(path)

    def ask_bulletin(self, *, masked: bool = False) -> None:
        """Ask where the bulletin goes, and as what kind of file."""
        pattern = translate("Decisions", "PDF (*.pdf);;Word 文档 (*.docx);;Excel 表格 (*.xlsx)")
        path = self._ask_path(translate("Decisions", "{period}通报.pdf"), pattern)
        if path is not None:
            self.save_bulletin(path, masked=masked)

    def ask_report(self) -> None:
        """Ask where the analysis goes."""
        pattern = translate("Decisions", "PDF (*.pdf);;Excel 表格 (*.xlsx)")
        path = self._ask_path(translate("Decisions", "{period}汇报和分析.pdf"), pattern)
        if path is not None:
            self.save_report(path)

    def ask_forms(self) -> None:
        """Ask in which folder the forms of the year go."""
        base = self._page.desk.preferences.folder("exports", self._page.book.path.parent)
        title = translate("Decisions", "年度考核表格放在哪个文件夹")
        told = QFileDialog.getExistingDirectory(self._page, title, str(base))
        if told:
            self.make_forms(Path(told))

    def ask_uses(self) -> None:
        """Ask for the bonus to share out, if any, and where the workbook goes."""
        question = translate("Decisions", "奖励性绩效奖金总额（元）。不试算奖金就留空：")
        title = translate("Decisions", "结果用到哪些事上")
        text, agreed = QInputDialog.getText(self._page, title, question)
        while agreed and text.strip() and _amount(text) is None:
            needed = translate("Decisions", "“{text}”不是金额，请写数，例如 120000。不试算就留空：").format(text=text)
            text, agreed = QInputDialog.getText(self._page, title, needed)
        if not agreed:
            return
        pattern = translate("Decisions", "Excel 表格 (*.xlsx)")
        path = self._ask_path(translate("Decisions", "{period}考核结果运用.xlsx"), pattern)
        if path is not None:
            self.save_uses(path, _amount(text))

    # --- writing

    def save_sheet(self, path: Path) -> None:
        """Write the sheet for the meeting: everybody with the proposal, to be filled in and taken in again."""
        book, period = self._page.book, self.period
        self._write(path, lambda _job: templates.make_template(book, DECISIONS, path, period=period))

    def save_bulletin(self, path: Path, *, masked: bool) -> None:
        """Write the bulletin."""
        book, period = self._page.book, self.period
        if period is not None:
            self._write(path, lambda _job: bulletins.save_bulletin(book, period, path, masked=masked))

    def save_report(self, path: Path) -> None:
        """Write the analysis of the period."""
        book, period = self._page.book, self.period
        if period is not None:
            self._write(path, lambda _job: period_reports.save_report(book, period, path))

    def make_forms(self, folder: Path) -> None:
        """Write the forms of the year into a folder of their own there."""
        book, period = self._page.book, self.period
        if period is not None:
            place = folder / translate("Decisions", "{period}考核表格").format(period=period.title)
            self._write(place, lambda job: annual_forms.make_annual_forms(book, period.year, place, report=job))

    def save_uses(self, path: Path, pool: Decimal | None) -> None:
        """Write what follows from the year's results."""
        book, period = self._page.book, self.period
        if period is not None:
            self._write(path, lambda _job: result_uses.save_result_uses(book, period.year, path, pool=pool))

    def _ask_path(self, name: str, pattern: str) -> Path | None:
        if self.period is None:
            return None
        folder = self._page.desk.preferences.folder("exports", self._page.book.path.parent)
        proposal = folder / name.format(period=self.period.title)
        told, _ = QFileDialog.getSaveFileName(self._page, translate("Decisions", "存到"), str(proposal), pattern)
        return Path(told) if told else None

    def _write(self, path: Path, work: Callable[[Any], Any]) -> None:
        self._page.desk.preferences.remember_folder("exports", path.parent)
        done = translate("Decisions", "已写成：{path}").format(path=path)
        stopped = translate("Decisions", "已停止。停止之前写好的留在：{path}").format(path=path)
        self._page.jobs.run(
            self._page,
            work,
            done=lambda _told: self._page.banner.say(
                done, "good", translate("Decisions", "打开"), lambda: show_outside(path)
            ),
            cancelled=lambda: self._page.banner.say(stopped, "warn"),
            title=translate("Decisions", "正在写 {name}").format(name=path.name),
        )


def _amount(text: str) -> Decimal | None:
    """The amount written, or None."""
    try:
        amount = Decimal(text.strip().replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and amount >= 0 else None
