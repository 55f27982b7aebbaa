"""下级法院: which courts handed a period in, what is missing, sums and means by court and set, shares of grades."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.periods import Kind, Period
from app.i18n import translate
from app.services.changes import Changes
from app.services.exchange import higher_court, receiving
from app.ui.archives.page import show_outside
from app.ui.blank import Fillable
from app.ui.delegates import TagDelegate
from app.ui.exchange.court_columns import STATE_COLUMN, court_columns
from app.ui.exchange.package_columns import grade_columns, missing_columns, model, of_courts, set_columns
from app.ui.exchange.pane import Offer, Pane
from app.ui.exchange.receiving import ExpectDialog, PackagesDialog
from app.ui.forms import beside
from app.ui.imports.drop import DropZone
from app.ui.page import Page
from app.ui.parts import button, label
from app.ui.periods import PeriodChooser
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel

if TYPE_CHECKING:
    from app.services.taking_in.imports import Taken
    from app.services.taking_in.staging.records import Staging


class CourtsPane(Pane):
    """The courts of a period above; below, what the selected ones (or all of them) come to. Nothing here is a ranking."""

    submit_wanted = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._document: dict[str, Any] | None = None
        self._offer: Offer | None = None
        self.drop = DropZone(
            translate("Exchange", "把下级法院的上报包拖到这里"),
            translate("Exchange", "一次可以放几个；先给您看每一份是谁的、能不能收，再收下。"),
            translate("Exchange", "收上报包(&O)…"),
        )
        self.period = PeriodChooser(date.today().year)
        self.expect = button(translate("Exchange", "登记法院(&A)…"))
        self.forget = button(translate("Exchange", "不再登记(&D)…"))
        self.look = button(translate("Exchange", "看这次导入(&B)"))
        self.export = button(translate("Exchange", "导出汇总(&E)…"))
        self.courts = RecordView(RecordModel(court_columns(), key=lambda row: row["court"]))
        self.sets = RecordView(model(of_courts(set_columns())))
        self.grades = RecordView(model(of_courts(grade_columns())))
        self.missing = RecordView(model(of_courts(missing_columns())))
        self.parts = QTabWidget()
        self.both = QSplitter(Qt.Orientation.Vertical)
        self.body = Fillable(self.both)
        self.summary = label("", "soft", wraps=True)
        self.controls = QWidget()
        self._lay_out()
        self._connect()

    # --- building

    def _lay_out(self) -> None:
        line = QHBoxLayout(self.controls)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        beside(line, translate("Exchange", "周期(&Q)"), self.period)
        line.addStretch(1)
        for made in (self.expect, self.forget, self.look, self.export):
            line.addWidget(made)
        self._dress_tables()
        self.both.setChildrenCollapsible(False)
        self.both.addWidget(self.courts)
        self.both.addWidget(self.parts)
        self.both.setSizes([280, 220])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        for widget in (self.drop, self.controls, self.summary):
            column.addWidget(widget)
        column.addWidget(self.body, 1)

    def _dress_tables(self) -> None:
        self.courts.setItemDelegateForColumn(STATE_COLUMN, TagDelegate(self.courts))
        self.courts.setAccessibleName(translate("Exchange", "下级法院"))
        for view, title in zip(self._views(), self._titles(), strict=True):
            view.setAccessibleName(title)
            self.parts.addTab(view, title)
        for view in (self.courts, *self._views()):
            # Courts stand in the order of their codes, never in that of their figures (contract, section 5.1).
            view.setSortingEnabled(False)
            view.horizontalHeader().setSectionsClickable(False)

    def _connect(self) -> None:
        self.drop.choose.clicked.connect(self._ask_files)
        self.drop.dropped.connect(self.receive)
        self.period.changed.connect(self._read_chosen)
        self.expect.clicked.connect(self._ask_courts)
        self.forget.clicked.connect(self._ask_forget)
        self.look.clicked.connect(lambda: self._show_import(self.courts.current_row()))
        self.export.clicked.connect(self._ask_where)
        self.courts.opened.connect(self._show_import)
        self.courts.current_changed.connect(self._allow)
        self.courts.selectionModel().selectionChanged.connect(lambda *_: self._show_parts())
        self.body.asked.connect(self._begin)

    def _views(self) -> tuple[RecordView, ...]:
        return (self.sets, self.grades, self.missing)

    @staticmethod
    def _titles() -> tuple[str, ...]:
        return (
            translate("Exchange", "各指标组的合计和平均"),
            translate("Exchange", "等次占比"),
            translate("Exchange", "缺的数据"),
        )

    # --- showing

    @property
    def _collects(self) -> bool:
        return self._offer is not None and receiving.takes_packages(self._offer.court)

    def show_offer(self, offer: Offer) -> None:
        if self._offer is None:
            self._choose(offer.newest_received or Period(date.today().year - 1, Kind.YEAR, 1))
        self._offer = offer

    def _choose(self, period: Period) -> None:
        self.period.blockSignals(True)
        self.period.choose(period)
        self.period.blockSignals(False)

    @Slot()
    def _read_chosen(self) -> None:
        if self._offer is not None:
            self.read()

    def read(self) -> None:
        super().read()
        period = self.period.period
        if period is not None:
            self.page.jobs.run(self, lambda _job: higher_court.courts_document(self.page.book, period), done=self._show)

    def _show(self, document: dict[str, Any]) -> None:
        self._document = document
        courts = document["courts"]
        for widget in (self.drop, self.controls):
            widget.setVisible(self._collects)
        self.summary.setVisible(self._collects and bool(courts))
        self.drop.set_compact(bool(courts))
        self.drop.setEnabled(not self.page.is_read_only)
        self.courts.records.set_rows(courts)
        self.courts.fit_columns()
        self.summary.setText(came_line(document))
        self._show_parts()
        self._allow()
        if not courts:
            self._show_blank()
        else:
            self.body.show_inside()

    def _show_blank(self) -> None:
        about = translate(
            "Exchange",
            "这里是上级法院收下级法院上报包的地方：哪些法院报了、缺谁，各院各指标组的合计和平均，等次占比；不排名次。",
        )
        if self._collects:
            begin = translate(
                "Exchange", "还没有登记过法院，也没有收到上报包：先登记应当上报的法院，或者直接收上报包。"
            )
            self.body.show_words(f"{about}\n{begin}", translate("Exchange", "登记应当上报的法院"))
            return
        level = self._offer.court.level if self._offer is not None else ""
        none = translate(
            "Exchange", "这个考核库是{level}法院的，没有下级法院向它上报；要把本院的得分报上去，请到“上报”。"
        )
        unknown = translate(
            "Exchange", "这个考核库没有写明是中级还是高级法院，不收上报包；要把本院的得分报上去，请到“上报”。"
        )
        text = none.format(level=level) if level else unknown
        self.body.show_words(f"{about}\n{text}", translate("Exchange", "去上报"))

    @Slot()
    def _show_parts(self) -> None:
        if self._document is None:
            return
        chosen = self.courts.selected_rows()
        lists = [parts_of(self._document, chosen, part) for part in ("sets", "grades", "missing")]
        for number, (view, rows, title) in enumerate(zip(self._views(), lists, self._titles(), strict=True)):
            view.records.set_rows(rows)
            view.fit_columns()
            self.parts.setTabText(number, f"{title} {len(rows)}" if rows else title)

    @Slot()
    def _allow(self) -> None:
        row, may_write = self.courts.current_row(), not self.page.is_read_only
        self.expect.setEnabled(may_write)
        self.forget.setEnabled(may_write and row is not None and not row["received"])
        self.look.setEnabled(row is not None and row["received"])
        self.export.setEnabled(bool(self._document and self._document["courts"]))

    @Slot()
    def _begin(self) -> None:
        if self._collects:
            self._ask_courts()
        else:
            self.submit_wanted.emit()

    # --- taking packages in

    @Slot()
    def _ask_files(self) -> None:
        folder = str(self.page.desk.preferences.folder("packages", self.page.book.path.parent))
        pattern = translate("Exchange", "上报包 (*.xlsx);;所有文件 (*)")
        names, _ = QFileDialog.getOpenFileNames(self, translate("Exchange", "选择收到的上报包"), folder, pattern)
        self.receive([Path(name) for name in names])

    def receive(self, paths: Sequence[Path], *, renamed: bool = False) -> None:
        """Read the files and show what each is; what is agreed to is taken in."""
        if not paths or self.page.is_read_only:
            return
        paths = tuple(paths)
        self.page.desk.preferences.remember_folder("packages", paths[0].parent)
        self.page.jobs.run(
            self,
            lambda job: receiving.review_packages(self.page.book, paths, renamed=renamed, report=job),
            done=lambda staging: self._ask_take(paths, staging, renamed=renamed),
            title=translate("Exchange", "正在读上报包"),
        )

    def _ask_take(self, paths: Sequence[Path], staging: Staging, *, renamed: bool) -> None:
        dialog = PackagesDialog(staging, self, renamed=renamed)
        if not dialog.exec():
            return
        if dialog.wants_another_look:
            self.receive(paths, renamed=dialog.renamed.isChecked())
            return
        self.page.jobs.run(
            self,
            lambda job: receiving.take_packages(self.page.book, staging, report=job),
            done=self._tell_taken,
            cancelled=self._tell_stopped,
            title=translate("Exchange", "正在收下上报包"),
        )

    def _tell_taken(self, taken: Taken) -> None:
        periods = {sheet.period for sheet in taken.files if sheet.period is not None}
        if len(periods) == 1:
            self._choose(periods.pop())
        words = translate("Exchange", "收下 {count} 份上报包（批次 {batches}）。收错了，到“导入”页的导入记录里撤回。")
        self.page.banner.say(words.format(count=len(taken.files), batches="、".join(taken.batches)), "good")
        self.page.desk.changes.changed.emit(taken.changes)

    def _tell_stopped(self) -> None:
        """Each package is taken by itself: those before the stop are in the book."""
        self.page.banner.say(translate("Exchange", "已停止。停止之前收下的上报包已经在库里。"), "warn")
        self.page.desk.changes.changed.emit(Changes(entries=True))

    @Slot(object)
    def _show_import(self, row: dict[str, Any] | None) -> None:
        """Where the package came in, and can be taken back."""
        if row is not None and row["received"]:
            self.page.page_requested.emit("imports", row["batch"])

    # --- which courts should hand in

    @Slot()
    def _ask_courts(self) -> None:
        dialog = ExpectDialog(self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            told = dialog.told
            self._write(lambda: higher_court.expect_courts(self.page.book, told))

    @Slot()
    def _ask_forget(self) -> None:
        row = self.courts.current_row()
        if row is None:
            return
        question = translate("Exchange", "不再等“{court}”上报？以后还可以再登记。").format(court=row["court"])
        answer = QMessageBox.question(self, translate("Exchange", "不再登记"), question)
        if answer == QMessageBox.StandardButton.Yes:
            self._write(lambda: higher_court.forget_courts(self.page.book, [row["code"] or row["court"]]))

    def _write(self, doing: Any) -> None:
        def tell(changes: Changes) -> None:
            self.page.desk.changes.changed.emit(changes)

        self.page.jobs.run(self, lambda _job: doing(), done=tell)

    # --- out

    @Slot()
    def _ask_where(self) -> None:
        period = self.period.period
        if period is None:
            return
        folder = self.page.desk.preferences.folder("exports", self.page.book.path.parent)
        name = translate("Exchange", "{period}各院上报汇总.xlsx").format(period=period.title)
        pattern = translate("Exchange", "Excel 表格 (*.xlsx)")
        told, _ = QFileDialog.getSaveFileName(self, translate("Exchange", "汇总存到"), str(folder / name), pattern)
        if told:
            self.save(Path(told))

    def save(self, path: Path) -> None:
        """Write the period's summary and offer to open the folder."""
        period = self.period.period
        if period is None:
            return
        self.page.desk.preferences.remember_folder("exports", path.parent)
        done = translate("Exchange", "汇总已写成：{path}").format(path=path)
        self.page.jobs.run(
            self,
            lambda _job: higher_court.save_courts(self.page.book, period, path),
            done=lambda _told: self.page.banner.say(
                done, "good", translate("Exchange", "打开文件夹"), lambda: show_outside(path.parent)
            ),
            title=translate("Exchange", "正在写汇总"),
        )


def parts_of(document: dict[str, Any], chosen: Sequence[dict[str, Any]], part: str) -> tuple[dict[str, Any], ...]:
    """The rows of one part: of all courts together, then court after court; those chosen come before them all."""
    every = translate("Exchange", "合计")
    total = [{"court": every, **row} for row in document["total"].get(part, ())]
    courts = [
        {"court": each["court"], **row} for each in chosen or document["courts"] for row in court_rows(each, part)
    ]
    return (*courts, *total) if chosen else (*total, *courts)


def court_rows(court: dict[str, Any], part: str) -> Iterable[dict[str, Any]]:
    """One part of a court's package; nothing where none came."""
    return court[part] if court["received"] else ()


def came_line(document: dict[str, Any]) -> str:
    """How many came, and who is missing."""
    came = sum(each["received"] for each in document["courts"])
    words = translate("Exchange", "收到 {came} 个法院的上报包。").format(came=came)
    if document["missing"]:
        names = "、".join(each["court"] for each in document["missing"])
        words += translate("Exchange", "还缺 {count} 个：{names}。").format(count=len(document["missing"]), names=names)
    again = [each["court"] for each in document["courts"] if each["received"] and each["remarks"]]
    if again:
        words += translate("Exchange", "可能要重报：{names}。").format(names="、".join(again))
    return words
