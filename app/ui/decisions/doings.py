"""What can be done with a period on the desk beside deciding: publish, notify, close, open again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMessageBox

from app.domain.closing import Stage
from app.domain.periods import Period
from app.i18n import translate
from app.services.deciding import closing, publishing
from app.ui.decisions.notices import NoticesDialog
from app.ui.decisions.publication import PublicationDialog, Publishing
from app.ui.page import Page
from app.ui.reasons import ask_reason

if TYPE_CHECKING:
    from app.services.deciding.standing import PeriodStanding


class Doings(QObject):
    """The menu of a period; ``period`` asks the page which one it is."""

    def __init__(self, page: Page, menu: QMenu) -> None:
        super().__init__(page)
        self._page = page
        self.period: Period | None = None
        self.publish = self._add(menu, translate("Decisions", "登记公示(&G)…"), self.ask_publish)
        self.withdraw = self._add(menu, translate("Decisions", "撤回公示(&W)…"), self.ask_withdraw)
        self.notices = self._add(menu, translate("Decisions", "结果通知和签收(&N)…"), self.show_notices)
        menu.addSeparator()
        self.close_it = self._add(menu, translate("Decisions", "办结封存(&C)…"), self.ask_close)
        self.reopen = self._add(menu, translate("Decisions", "重新打开(&O)…"), self.ask_reopen)

    def offer(self, period: Period | None, told: PeriodStanding | None) -> None:
        """Offer what can be done where the period stands."""
        self.period = period
        may_write = not self._page.is_read_only
        open_now = told is not None and told.seal is None and may_write
        public = told is not None and told.publication is not None and not told.publication.withdrawn
        asked = told is not None and Stage.PUBLIC in told.stages
        self.publish.setEnabled(open_now and asked and not public)
        self.withdraw.setEnabled(open_now and public)
        self.close_it.setEnabled(open_now)
        self.reopen.setEnabled(told is not None and told.seal is not None and may_write)
        self.notices.setEnabled(told is not None)

    def _add(self, menu: QMenu, text: str, doing: Callable[[], Any]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked: doing())
        return action

    # --- publication

    def ask_publish(self) -> None:
        """Ask for the days and note the publication."""
        if self.period is None:
            return
        dialog = PublicationDialog(self.period.title, self._page)
        if dialog.exec():
            self.note_publication(dialog.told)

    def note_publication(self, told: Publishing) -> None:
        """Note it."""
        book, period = self._page.book, self.period
        if period is not None:
            done = translate("Decisions", "{period}的公示已登记。").format(period=period.title)
            self._page.carry_out(
                lambda: publishing.publish(book, period, told.start, until=told.until, scope=told.scope),
                lambda _made: done,
                changes=lambda made: made[1],
            )

    def ask_withdraw(self) -> None:
        """Ask why, and end the publication before its time."""
        book, period = self._page.book, self.period
        if period is None:
            return
        question = translate("Decisions", "为什么撤回{period}的公示？（会记入改动记录）").format(period=period.title)
        reason = ask_reason(self._page, translate("Decisions", "撤回公示"), question)
        if reason:
            done = translate("Decisions", "公示已撤回，改好以后可以重新登记。")
            self._page.carry_out(
                lambda: publishing.withdraw(book, period, reason=reason),
                lambda _told: done,
                changes=lambda told: told,
            )

    def show_notices(self) -> None:
        """Show who signed."""
        if self.period is not None:
            NoticesDialog(self._page, self.period).exec()

    # --- the seal

    def ask_close(self) -> None:
        """Say what sealing means, and seal."""
        if self.period is None:
            return
        question = translate(
            "Decisions",
            "办结以后，{period}的数据、方案、得分、评定一起封存，不能再改；要更正得写明理由重新打开，原来的一期原样留着。\n\n现在办结吗？",
        ).format(period=self.period.title)
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        title = translate("Decisions", "办结封存")
        answer = QMessageBox.question(self._page, title, question, buttons, QMessageBox.StandardButton.No)
        if answer == QMessageBox.StandardButton.Yes:
            self.close_period()

    def close_period(self) -> None:
        """Seal the period; what is missing is told by the error door, all at once."""
        book, period = self._page.book, self.period
        if period is not None:
            done = translate("Decisions", "{period}已办结封存。").format(period=period.title)
            self._page.carry_out(lambda: closing.close_period(book, period), lambda _closed: done)

    def ask_reopen(self) -> None:
        """Ask why, and begin the next issue."""
        if self.period is None:
            return
        question = translate("Decisions", "为什么重新打开{period}？（记入改动记录；原来的一期原样留着）")
        title = translate("Decisions", "重新打开")
        reason = ask_reason(self._page, title, question.format(period=self.period.title))
        if reason:
            self.reopen_period(reason)

    def reopen_period(self, reason: str) -> None:
        """Open it again."""
        book, period = self._page.book, self.period
        if period is not None:
            done = translate("Decisions", "{period}已重新打开，从这里起是下一期次。").format(period=period.title)
            self._page.carry_out(lambda: closing.reopen_period(book, period, reason=reason), lambda _reopened: done)
