"""本期免报 and 恢复要报: a button and a menu on the sheets of the board."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton

from app.domain.receipts import Standing
from app.i18n import translate
from app.services.collecting import waivers
from app.ui.reasons import ask_reason

if TYPE_CHECKING:
    from app.domain.periods import Period
    from app.services.changes import Changes
    from app.services.collecting.handing_in import BoardLine
    from app.ui.desk import Desk
    from app.ui.table_view import RecordView


def can_waive(line: BoardLine) -> bool:
    """Whether there is anything to waive: what was taken is not, nor what is waived already."""
    return not line.is_taken and line.standing != Standing.WAIVED


class WaiveButton(QPushButton):
    """Waives the sheets chosen in a list, or wants them again. ``done`` carries what to say."""

    done = Signal(str)

    def __init__(self, desk: Desk, view: RecordView) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self._period: Period | None = None
        self.setProperty("role", "")
        self.setAutoDefault(False)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().selectionChanged.connect(lambda *_: self.offer())
        view.records.modelReset.connect(self.offer)
        self.clicked.connect(self.ask)
        self.offer()

    def show_period(self, period: Period | None) -> None:
        """Whose sheets the list has."""
        self._period = period
        self.offer()

    @Slot()
    def offer(self) -> None:
        """Say what the button would do with what is chosen."""
        lines = self._chosen()
        wants = bool(lines) and all(line.standing == Standing.WAIVED for line in lines)
        self.setText(translate("HandingIn", "恢复要报(&W)…") if wants else translate("HandingIn", "本期免报(&W)…"))
        fits = wants or (bool(lines) and all(map(can_waive, lines)))
        self.setEnabled(fits and self._period is not None and not self._desk.book.read_only)

    @Slot()
    def ask(self) -> None:
        """Ask for the reason, and do it."""
        lines = self._chosen()
        if not lines or self._period is None or not self.isEnabled():
            return
        wants = lines[0].standing == Standing.WAIVED
        names = "、".join(f"{line.division}“{line.sheet}”" for line in lines)
        if wants:
            title, question = (
                translate("HandingIn", "恢复要报"),
                translate("HandingIn", "为什么又要报{names}？（会记入改动记录）"),
            )
        else:
            title, question = (
                translate("HandingIn", "本期免报"),
                translate("HandingIn", "为什么本期不用报{names}？（会记入改动记录）"),
            )
        reason = ask_reason(self._view, title, question.format(names=names))
        if reason:
            self.mark(lines, reason, wants=wants)

    def mark(self, lines: Sequence[BoardLine], reason: str, *, wants: bool) -> None:
        """Waive the sheets, or want them again."""
        period = self._period
        if period is None:
            return
        doing = waivers.want_sheets if wants else waivers.waive_sheets
        sheets = [line.key for line in lines]

        def tell(changes: Changes) -> None:
            self._desk.changes.changed.emit(changes)
            words = (
                translate("HandingIn", "已恢复要报：{names}。")
                if wants
                else translate("HandingIn", "已记为本期免报：{names}。催报单不再列它，点“恢复要报”可以撤回。")
            )
            self.done.emit(words.format(names="、".join(f"{line.division}“{line.sheet}”" for line in lines)))

        self._desk.jobs.run(self, lambda _job: doing(self._desk.book, period, sheets, reason=reason), done=tell)

    def _chosen(self) -> tuple[BoardLine, ...]:
        return self._view.selected_rows()

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu_here()
        menu.popup(self._view.viewport().mapToGlobal(place))

    def menu_here(self) -> QMenu:
        """The menu of what is chosen: what the button does, and opening it."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        waive = menu.addAction(self.text())
        waive.setEnabled(self.isEnabled())
        waive.triggered.connect(self.ask)
        line = self._view.current_row()
        words = (
            translate("HandingIn", "看退回的原因(&O)")
            if line and line.problems
            else translate("HandingIn", "去导入(&O)")
        )
        opening = menu.addAction(words)
        opening.setEnabled(line is not None)
        opening.triggered.connect(lambda: self._view.opened.emit(line))
        return menu
