"""上报: choose a computed period, see what its package will tell, and write it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QTabWidget, QVBoxLayout

from app.i18n import translate
from app.messages import sentence
from app.services.exchange import submitting
from app.ui.archives.page import show_outside
from app.ui.blank import Fillable
from app.ui.computing import compute_periods
from app.ui.exchange.package_columns import grade_columns, missing_columns, model, person_columns, set_columns
from app.ui.exchange.pane import ComputedPeriods, Offer, Pane
from app.ui.forms import beside
from app.ui.page import Page
from app.ui.parts import Banner, button, label
from app.ui.remedies import in_window
from app.ui.table_view import RecordView

if TYPE_CHECKING:
    from app.services.exchange.submitting import PackageReview
    from app.services.overview import PeriodRow


class SubmitPane(Pane):
    """The package of a period, looked at before it is written."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._court = ""
        self._remedy: Callable[[], object] = self.read
        self.period = ComputedPeriods()
        self.with_persons = QCheckBox(translate("Exchange", "附人员名单（按工号，不排名次）(&N)"))
        self.with_persons.setChecked(True)
        self.with_persons.setToolTip(translate("Exchange", "不勾时只报汇总数，上报包里没有任何人的姓名和得分"))
        self.notes = Banner()
        self.sets = RecordView(model(set_columns()))
        self.grades = RecordView(model(grade_columns()))
        self.missing = RecordView(model(missing_columns()))
        self.persons = RecordView(model(person_columns()))
        self.parts = QTabWidget()
        self.body = Fillable(self.parts)
        self.summary = label("", "soft", wraps=True)
        self.make = button(translate("Exchange", "做上报包(&M)…"), "primary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        beside(line, translate("Exchange", "周期(&P)"), self.period)
        line.addSpacing(16)
        line.addWidget(self.with_persons)
        line.addStretch(1)
        for view, title in zip(self._views(), self._titles(), strict=True):
            view.setAccessibleName(title)
            self.parts.addTab(view, title)
        foot = QHBoxLayout()
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(self.notes)
        column.addWidget(self.body, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.period.currentIndexChanged.connect(self.read)
        self.with_persons.toggled.connect(self._show_persons)
        self.body.asked.connect(self._do_remedy)
        self.make.clicked.connect(self._ask_where)

    def _views(self) -> tuple[RecordView, ...]:
        return (self.sets, self.grades, self.missing, self.persons)

    @staticmethod
    def _titles() -> tuple[str, ...]:
        return (
            translate("Exchange", "指标组"),
            translate("Exchange", "等次"),
            translate("Exchange", "缺的数据"),
            translate("Exchange", "人员"),
        )

    # --- showing

    def show_offer(self, offer: Offer) -> None:
        self._court = offer.court.name
        self.period.show_rows(offer.computed)

    @Slot()
    def read(self) -> None:
        super().read()
        row = self.period.row
        if row is None:
            text = translate(
                "Exchange", "这里把一个周期的得分做成上报包，交给上级法院。还没有计算过任何周期：先去算分，再来上报。"
            )
            self._show_nothing(
                text, translate("Exchange", "去得分页(&G)"), lambda: self.page.page_requested.emit("scores", None)
            )
        elif row.stale:
            text = translate("Exchange", "{period}计算之后数据又有改动，得分已不是最新的，重新计算以后才能上报。")
            self._show_nothing(
                text.format(period=row.title), translate("Exchange", "重新计算(&R)"), lambda: self._compute(row)
            )
        else:
            self.make.setEnabled(False)
            period = row.period
            self.page.jobs.run(
                self,
                lambda _job: submitting.review_package(self.page.book, period),
                done=lambda review: self._show(row, review),
            )

    def _show_nothing(self, text: str, button_text: str, remedy: Callable[[], object]) -> None:
        self._remedy = remedy
        self.notes.say("")
        self.summary.setText("")
        self.make.setEnabled(False)
        self.body.show_words(text, button_text)

    def _show(self, row: PeriodRow, review: PackageReview) -> None:
        if row != self.period.row:
            return
        document = review.document
        told = (review.sets, review.grades, document["missing"], document["persons"])
        for number, (view, rows, title) in enumerate(zip(self._views(), told, self._titles(), strict=True)):
            view.records.set_rows(rows)
            view.fit_columns()
            self.parts.setTabText(number, f"{title} {len(rows)}" if rows else title)
        self.body.show_inside()
        words = [sentence(each.code, each.values) for each in review.warnings]
        self.notes.say("\n".join(each.text + in_window(each.remedy) for each in words), "warn")
        self.summary.setText(contents_line(row, review))
        self._show_persons()
        self.make.setEnabled(True)

    @Slot()
    def _show_persons(self) -> None:
        self.parts.setTabVisible(self.parts.indexOf(self.persons), self.with_persons.isChecked())

    def _compute(self, row: PeriodRow) -> None:
        compute_periods(self.page, [row.period], self.read)

    # --- doing

    @Slot()
    def _do_remedy(self) -> None:
        self._remedy()

    @Slot()
    def _ask_where(self) -> None:
        row = self.period.row
        if row is None:
            return
        folder = self.page.desk.preferences.folder("exchange", self.page.book.path.parent)
        name = translate("Exchange", "{court}{period}上报包.xlsx").format(court=self._court, period=row.title)
        pattern = translate("Exchange", "Excel 表格 (*.xlsx)")
        told, _ = QFileDialog.getSaveFileName(self, translate("Exchange", "上报包存到"), str(folder / name), pattern)
        if told:
            self.save(Path(told))

    def save(self, path: Path) -> None:
        """Write the package there and offer to open the folder."""
        row = self.period.row
        if row is None:
            return
        path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        self.page.desk.preferences.remember_folder("exchange", path.parent)
        period, with_persons = row.period, self.with_persons.isChecked()
        self.page.jobs.run(
            self,
            lambda job: submitting.submit(self.page.book, period, path, with_persons=with_persons, report=job),
            done=lambda document: self._tell(row, document, path),
            cancelled=lambda: self.page.banner.say(translate("Exchange", "已停止，没有写成上报包。"), "warn"),
            title=translate("Exchange", "正在做{period}的上报包").format(period=row.title),
        )

    def _tell(self, row: PeriodRow, document: dict[str, Any], path: Path) -> None:
        persons = len(document["persons"])
        listed = translate("Exchange", "附 {count} 人名单").format(count=persons)
        words = translate(
            "Exchange", "上报包已做好：{path}（{period}第 {issue} 期，{listed}）。交出去之前一格也不要改。"
        )
        told = words.format(
            path=path,
            period=row.title,
            issue=document["head"]["issue"],
            listed=listed if persons else translate("Exchange", "不附名单"),
        )
        self.page.banner.say(told, "good", translate("Exchange", "打开文件夹"), lambda: show_outside(path.parent))


def contents_line(row: PeriodRow, review: PackageReview) -> str:
    """What the package is of, in one line."""
    head = review.document["head"]
    words = translate("Exchange", "{period}第 {issue} 期（{sealed}），{scheme}：{people} 人，{sets} 个指标组。")
    return words.format(
        period=row.title,
        issue=head["issue"],
        sealed=translate("Exchange", "已封存") if head["sealed"] else translate("Exchange", "未封存"),
        scheme=head["scheme"],
        people=sum(each["people"] for each in review.sets),
        sets=len(review.sets),
    )
