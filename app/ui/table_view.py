"""The one table on the screens: rows of even height, sorted by a click, a selection that stays with its record."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.ui.tables import Index, RecordModel
from app.ui.theme import ROW_PIXELS

WIDEST_COLUMN = 320
SPARE_PIXELS = 6
LINE_PIXELS = 19
HEADING_SIDES = 20
MOST_FITTED_ROWS = 300
"""Measuring every cell of more rows than these would be felt: they get the same height all."""


class RecordView(QTableView):
    """Shows a RecordModel. ``current_changed`` carries the record now current (or None), ``opened`` one asked for."""

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, model: RecordModel, parent: QWidget | None = None, *, cells: bool = False) -> None:
        super().__init__(parent)
        self.records = model
        # Set where the first columns are held in sight (frozen.py).
        self.covered_columns = 0
        self.covered_pixels: Callable[[], int] = lambda: 0
        self._fits_rows = False
        self._remembered: list[Hashable] = []
        self._remembered_current: tuple[Hashable, int] | None = None
        self.setModel(model)
        self._dress(cells)
        # Before sorting is switched on: otherwise Qt sorts the first column downwards at once.
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._connect()

    def current_row(self) -> Any | None:
        """The record that the keyboard stands on, or None."""
        return self.records.row(self.currentIndex())

    def selected_rows(self) -> tuple[Any, ...]:
        """The records selected, in the order shown."""
        places = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(self.records.rows[place] for place in places)

    def choose(self, key: Hashable, column: int = 0) -> bool:
        """Select the record with this key and bring it into sight; False when it is not shown."""
        place = self.records.row_of(key)
        if place < 0:
            return False
        index = self.records.index(place, min(column, self.records.columnCount() - 1))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def fit_columns(self, *, hide_empty: bool = False) -> None:
        """Give each column the width told, or that of what is in sight, within reason.

        ``hide_empty`` leaves out columns in which no record has anything.
        """
        header = self.horizontalHeader()
        # A figure far out at the right edge of a wide window is hard to read: only words are given what is left.
        header.setStretchLastSection(bool(self.records.columns) and not self.records.columns[-1].number)
        for place, column in enumerate(self.records.columns):
            needed = max(self.sizeHintForColumn(place), header.sectionSizeHint(place)) + SPARE_PIXELS
            self.setColumnWidth(place, column.width or min(needed, WIDEST_COLUMN))
            rows = self.records.every_row if hide_empty else ()
            empty = bool(rows) and not any(column.text(column.value(row)) for row in rows)
            self.setColumnHidden(place, empty)
        self._fit_rows()

    def heading_pixels(self) -> int:
        """How high the headings must be for every title to stand whole at the widths of now."""
        metrics, wraps = self.horizontalHeader().fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        heights = [
            metrics.boundingRect(0, 0, self.columnWidth(place) - HEADING_SIDES, 0, wraps, column.title).height()
            for place, column in enumerate(self.records.columns)
            if not self.isColumnHidden(place)
        ]
        return max(heights, default=0) + HEADING_SIDES // 2

    def show_lines(self, count: int) -> None:
        """Let sentences go over several lines: each row as high as it needs, of very many rows ``count`` lines all."""
        self.setWordWrap(True)
        self.verticalHeader().setDefaultSectionSize(ROW_PIXELS + (count - 1) * LINE_PIXELS)
        if not self._fits_rows:
            self._fits_rows = True
            self.horizontalHeader().sectionResized.connect(self._fit_rows)
            self.records.layoutChanged.connect(self._fit_rows)

    @Slot()
    def _fit_rows(self) -> None:
        if self._fits_rows and len(self.records.rows) <= MOST_FITTED_ROWS:
            self.resizeRowsToContents()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, out from under the columns that are held there."""
        super().scrollTo(index, hint)
        hidden = self.covered_pixels() - self.visualRect(index).left()
        if index.column() >= self.covered_columns and hidden > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row() is not None:
            self.opened.emit(self.current_row())
        else:
            super().keyPressEvent(event)

    def _dress(self, cells: bool) -> None:
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectItems if cells else behaviour.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        # Tab goes on to the next field: arrows move within the table.
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(ROW_PIXELS)
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(0)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(36)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.doubleClicked.connect(self._open)
        self.records.modelAboutToBeReset.connect(self._remember)
        self.records.modelReset.connect(self._recall)

    @Slot(QModelIndex, QModelIndex)
    def _tell_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self.records.row(current))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.row(index))

    @Slot()
    def _remember(self) -> None:
        self._remembered = [self.records.key(row) for row in self.selected_rows()]
        row = self.current_row()
        self._remembered_current = None if row is None else (self.records.key(row), self.currentIndex().column())

    @Slot()
    def _recall(self) -> None:
        """Select again what was selected before the model began anew, as far as it is still there."""
        if self._remembered_current is not None:
            key, column = self._remembered_current
            place = self.records.row_of(key)
            index = self.records.index(place, min(column, self.records.columnCount() - 1))
            if place >= 0:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        wanted = set(self._remembered)
        selection = QItemSelection()
        last = self.records.columnCount() - 1
        whole = self.selectionBehavior() is QAbstractItemView.SelectionBehavior.SelectRows
        for place, row in enumerate(self.records.rows if wanted else ()):
            if self.records.key(row) in wanted:
                first = 0 if whole else max(0, self.currentIndex().column())
                selection.select(self.records.index(place, first), self.records.index(place, last if whole else first))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)
        if self.current_row() is None:
            self.current_changed.emit(None)

    def _copy(self) -> None:
        """Put what is selected on the clipboard, as a spreadsheet takes it: tabs between cells."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectionModel().selectedIndexes()):
            lines.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines.values()))
