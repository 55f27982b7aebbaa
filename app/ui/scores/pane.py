"""Why this score: the tree from the total down, and under it the figures, cells and steps of the node chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.domain.facts import PersonResult, Status
from app.i18n import translate
from app.ui.parts import button, label, set_tone
from app.ui.scores.course import CourseChart
from app.ui.scores.since import SincePane
from app.ui.scores.tree import TreeModel
from app.ui.scores.wording import explanation_text, node_html

TONES = {Status.COMPLETE: "", Status.INCOMPLETE: "warn", Status.NOT_EVALUATED: "", Status.UNDETERMINED: ""}


class ExplanationPane(QWidget):
    """Explains one person's total. ``closed`` asks to put it away."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._result: PersonResult | None = None
        self._title = ""
        self.head = label("", "heading")
        self.place = label("", "soft")
        self.total = label("", "figure")
        self.standing = label("", "soft", wraps=True)
        self.notes = label("", "soft", wraps=True)
        self.tree = QTreeView()
        self.model = TreeModel()
        self.detail = QTextBrowser()
        self.since = SincePane()
        self.course = CourseChart()
        self.below = QTabWidget()
        self.copy = button(translate("Scores", "复制为文字(&Y)"), drawn="copy")
        self.close_it = button(translate("Scores", "收起"), "quiet")
        self.close_it.setToolTip("Esc")
        self._lay_out()
        self._connect()

    def show_result(self, result: PersonResult, period_title: str, code: str = "") -> None:
        """Explain a result; open at the indicator with this code."""
        if result is not self._result:
            self._result, self._title = result, period_title
            self.model.set_root(result.tree)
            self.tree.expandToDepth(1)
            self._tell(result)
        index = self.model.index_of(code)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(translate("Scores", "得分构成"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, 72)
        self.detail.setOpenLinks(False)
        self.detail.document().setDocumentMargin(10)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.head)
        names.addWidget(self.place)
        top = QHBoxLayout()
        top.addLayout(names, 1)
        top.addWidget(self.total)
        self.below.addTab(self.detail, translate("Scores", "由来"))
        self.below.addTab(self.since, translate("Scores", "较上期"))
        self.below.addTab(self.course, translate("Scores", "全年走势"))
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.tree)
        both.addWidget(self.below)
        both.setSizes([230, 300])
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.close_it)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.standing)
        layout.addWidget(self.notes)
        layout.addWidget(both, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.tree.selectionModel().currentChanged.connect(self._show_node)
        self.copy.clicked.connect(self._copy)
        self.close_it.clicked.connect(self.closed)

    def _tell(self, result: PersonResult) -> None:
        self.head.setText(result.name)
        self.place.setText("　".join(part for part in (result.staff_no, result.division, result.set_name) if part))
        self.total.setText("—" if result.total is None else f"{result.total:f}")
        parts = [result.status.word]
        if result.rank:
            parts.append(
                translate("Scores", "第 {rank} 名 / {size} 人").format(rank=result.rank, size=result.pool_size)
            )
        if result.reason:
            parts.append(result.reason)
        parts.append(translate("Scores", "在岗 {months} 个月").format(months=f"{result.months_in_post.normalize():f}"))
        self.standing.setText(" · ".join(parts))
        set_tone(self.standing, TONES[result.status])
        self.notes.setText("\n".join(result.notes))
        self.notes.setVisible(bool(result.notes))

    @Slot(QModelIndex, QModelIndex)
    def _show_node(self, current: QModelIndex, _before: QModelIndex) -> None:
        node = self.model.node(current)
        self.detail.setHtml(node_html(node) if node else "")

    @Slot()
    def _copy(self) -> None:
        if self._result is not None:
            QGuiApplication.clipboard().setText(explanation_text(self._result, self._title))
