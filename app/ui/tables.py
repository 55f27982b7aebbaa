"""The one table model of the program; a screen supplies only its columns.

It sorts and filters itself, in Python and by native value: a proxy model takes a minute for what takes a tenth of a
second here. It knows no database and nothing in ``data`` can fail.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from app.ui.theme import TONES, colour

Row = TypeVar("Row")
ToneRole = int(Qt.ItemDataRole.UserRole) + 1
"""The role that tells a delegate the tone of a cell."""

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
Index = QModelIndex | QPersistentModelIndex


def written(value: Any) -> str:
    """A value as it stands in a cell; nothing is an empty cell, a decimal keeps its places."""
    if value is None:
        return ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def same(value: Any) -> Any:
    """The value itself."""
    return value


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: what it shows of a row, how that is written, sorted, explained and coloured."""

    title: str
    value: Callable[[Row], Any]
    text: Callable[[Any], str] = written
    sort_key: Callable[[Any], Any] = same
    tip: Callable[[Row], str] | None = None
    tone: Callable[[Row], str] | None = None
    number: bool = False
    width: int = 0
    heading_tip: str = ""


class RecordModel(QAbstractTableModel):
    """Shows frozen records. ``key`` names a record, so that the selection can follow it; ``search`` is what is found."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        key: Callable[[Any], Hashable],
        search: Callable[[Any], str] | None = None,
    ) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._key = key
        self._search = search
        self._every: tuple[Any, ...] = ()
        self._words: list[str] = []
        self._rows: list[Any] = []
        self._wanted = ""
        self._fits: Callable[[Any], bool] | None = None
        self._sorted_by = -1
        self._order = Qt.SortOrder.AscendingOrder

    # --- what is shown

    @property
    def columns(self) -> tuple[Column[Any], ...]:
        """The columns, from left to right."""
        return self._columns

    @property
    def rows(self) -> tuple[Any, ...]:
        """The records shown, in the order shown."""
        return tuple(self._rows)

    @property
    def every_row(self) -> tuple[Any, ...]:
        """All records, whether the filter shows them or not."""
        return self._every

    def row(self, index: Index) -> Any | None:
        """The record at an index, or None."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def key(self, row: Any) -> Hashable:
        """What names a record."""
        return self._key(row)

    def row_of(self, key: Hashable) -> int:
        """Where the record with this key is shown, or -1."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), -1)

    # --- changing it

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Show these records. The same keys: rearranged in place, the selection follows; others: from anew."""
        told = tuple(rows)
        words = [self._search(row).casefold() for row in told] if self._search else []
        shown = self._arranged(told, words)
        if len(shown) == len(self._rows) and {*map(self._key, shown)} == {*map(self._key, self._rows)}:
            self._every, self._words = told, words
            self._rearrange(shown)
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._every, self._words, self._rows = told, words, shown
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[Any]], rows: Iterable[Any]) -> None:
        """Show these records under other columns, unsorted."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._sorted_by = -1
        self._every = tuple(rows)
        self._words = [self._search(row).casefold() for row in self._every] if self._search else []
        self._rows = self._arranged(self._every, self._words)
        self.endResetModel()

    def set_filter(self, wanted: str, fits: Callable[[Any], bool] | None = None) -> None:
        """Show only records that hold every word of ``wanted`` and fit."""
        self._wanted, self._fits = wanted, fits
        self.beginResetModel()
        self._rows = self._arranged(self._every, self._words)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._order = column, order
        self._rearrange(self._arranged(self._every, self._words))

    def _arranged(self, every: tuple[Any, ...], words: list[str]) -> list[Any]:
        rows = list(every)
        if self._wanted.strip() and words:
            wanted = self._wanted.casefold().split()
            rows = [row for row, told in zip(rows, words, strict=True) if all(word in told for word in wanted)]
        if self._fits is not None:
            rows = [row for row in rows if self._fits(row)]
        if 0 <= self._sorted_by < len(self._columns):
            rows.sort(key=self._sort_key, reverse=self._order == Qt.SortOrder.DescendingOrder)
        return rows

    def _sort_key(self, row: Any) -> tuple[bool, Any]:
        column = self._columns[self._sorted_by]
        key = column.sort_key(column.value(row))
        return (key is not None, 0 if key is None else key)

    def _rearrange(self, rows: list[Any]) -> None:
        self.layoutAboutToBeChanged.emit()
        persistent = self.persistentIndexList()
        keys = [self._key(self._rows[index.row()]) for index in persistent]
        self._rows = rows
        places = {self._key(row): place for place, row in enumerate(rows)} if persistent else {}
        moved = [self.index(places[key], old.column()) for key, old in zip(keys, persistent, strict=True)]
        self.changePersistentIndexList(persistent, moved)
        self.layoutChanged.emit()

    # --- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 -- Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.heading_tip or column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (_RIGHT if column.number else _LEFT) | int(Qt.TextFlag.TextWordWrap)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(column.value(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.number else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return (column.tip(row) if column.tip else column.text(column.value(row))) or None
        if column.tone is not None:
            return self._toned(column.tone(row), role)
        return None

    @staticmethod
    def _toned(tone: str, role: int) -> Any:
        if role == ToneRole:
            return tone
        if role == Qt.ItemDataRole.ForegroundRole and tone:
            return QBrush(colour(TONES[tone]))
        return None
