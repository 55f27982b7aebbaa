"""The first columns of a wide table stay in sight while the others move."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.ui.table_view import RecordView
from app.ui.theme import ROW_PIXELS


class FrozenColumns(QTableView):
    """Lies over the left edge of ``view`` and shows its first columns: the same model, the same selection."""

    def __init__(self, view: RecordView) -> None:
        super().__init__(view)
        self._view = view
        self._count = 0
        self._dress()
        header = view.horizontalHeader()
        header.sectionResized.connect(self._resize)
        header.sortIndicatorChanged.connect(self._mark_sorting)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        view.verticalScrollBar().valueChanged.connect(lambda place: self.verticalScrollBar().setValue(place))
        self.verticalScrollBar().valueChanged.connect(lambda place: view.verticalScrollBar().setValue(place))
        self.clicked.connect(view.clicked)
        self.doubleClicked.connect(view.doubleClicked)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    @property
    def pixels(self) -> int:
        """How much of the table's left edge is covered."""
        return sum(self._view.columnWidth(column) for column in range(self._count))

    def hold(self, count: int) -> None:
        """Keep the first ``count`` columns in sight."""
        self._count = count
        self._view.covered_pixels = lambda: self.pixels
        self._view.covered_columns = count
        for column in range(self.model().columnCount()):
            self.setColumnHidden(column, column >= count)
            if column < count:
                self.setColumnWidth(column, self._view.columnWidth(column))
                self.setItemDelegateForColumn(column, self._view.itemDelegateForColumn(column))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        view = self._view
        self.setModel(view.records)
        self.setSelectionModel(view.selectionModel())
        self.setObjectName("frozen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionBehavior(view.selectionBehavior())
        self.setSelectionMode(view.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(view.verticalScrollMode())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(ROW_PIXELS)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(view.horizontalHeader().defaultAlignment())

    @Slot(int, int, int)
    def _resize(self, column: int, _before: int, now: int) -> None:
        if column < self._count:
            self.setColumnWidth(column, now)
            self._place()

    @Slot(int, Qt.SortOrder)
    def _mark_sorting(self, column: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicator(column, order)

    @Slot(int)
    def _sort(self, column: int) -> None:
        header = self._view.horizontalHeader()
        down = header.sortIndicatorSection() == column and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        self._view.sortByColumn(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    @Slot()
    def _place(self) -> None:
        view, header = self._view, self._view.horizontalHeader()
        self.horizontalHeader().setFixedHeight(max(header.height(), 1))
        frame = view.frameWidth()
        self.setGeometry(frame, frame, self.pixels, view.viewport().height() + header.height())
        # Nothing to hold while everything is in sight, or where it would cover most of the table.
        moves = header.length() > view.viewport().width()
        self.setVisible(bool(self._count) and moves and self.pixels < view.viewport().width() * 2 // 3)
