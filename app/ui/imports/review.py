"""What was read, for review: sheets above, and below their faults, changes and rows passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHeaderView, QSplitter, QTabWidget, QVBoxLayout, QWidget

from app.i18n import translate
from app.ui.delegates import TagDelegate
from app.ui.imports.columns import (
    NumberedChange,
    NumberedFault,
    NumberedSkip,
    change_columns,
    fault_columns,
    sheet_columns,
    sheet_key,
    skip_columns,
)
from app.ui.table_view import RecordView
from app.ui.tables import RecordModel

if TYPE_CHECKING:
    from app.services.taking_in.staging.records import StagedSheet, Staging

STATUS_COLUMN = 4


class ReviewPane(QWidget):
    """Shows a Staging. Selecting sheets narrows the lists below to them."""

    def __init__(self) -> None:
        super().__init__()
        self._sheets: tuple[StagedSheet, ...] = ()
        self.sheets = _table(RecordModel(sheet_columns(), key=sheet_key))
        self.sheets.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.sheets.setItemDelegateForColumn(STATUS_COLUMN, TagDelegate(self.sheets))
        self.faults = _table(RecordModel(fault_columns(), key=lambda row: row.number))
        self.faults.setItemDelegateForColumn(0, TagDelegate(self.faults))
        self.faults.show_lines(3)
        self.changes = _table(RecordModel(change_columns(), key=lambda row: row.number))
        self.skipped = _table(RecordModel(skip_columns(), key=lambda row: row.number))
        self.tabs = QTabWidget()
        for view, title in zip(self._lists(), self._titles(), strict=True):
            self.tabs.addTab(view, title)
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.addWidget(self.sheets)
        both.addWidget(self.tabs)
        both.setSizes([170, 330])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(both)
        self.sheets.selectionModel().selectionChanged.connect(lambda *_: self._show_lists())

    def show_staging(self, staging: Staging) -> None:
        """Show what was read; the faults first, if there are any."""
        self._sheets = staging.files
        self.sheets.clearSelection()
        self.sheets.records.set_rows(self._sheets)
        self.sheets.fit_columns()
        self._show_lists()
        self.tabs.setCurrentIndex(0 if any(sheet.faults for sheet in self._sheets) else 1)

    @Slot()
    def _show_lists(self) -> None:
        chosen = self.sheets.selected_rows() or self._sheets
        lists = (_faults(chosen), _changes(chosen), _skips(chosen))
        for number, (view, rows, title) in enumerate(zip(self._lists(), lists, self._titles(), strict=True)):
            view.records.set_rows(rows)
            view.fit_columns()
            self.tabs.setTabText(number, f"{title} {len(rows)}" if rows else title)

    def _lists(self) -> tuple[RecordView, ...]:
        return (self.faults, self.changes, self.skipped)

    @staticmethod
    def _titles() -> tuple[str, ...]:
        return (translate("Imports", "问题"), translate("Imports", "改动"), translate("Imports", "没当数据的行"))


def _table(model: RecordModel) -> RecordView:
    return RecordView(model)


def _faults(sheets: tuple[StagedSheet, ...]) -> tuple[NumberedFault, ...]:
    found = (fault for sheet in sheets for fault in sheet.faults)
    return tuple(NumberedFault(number, fault) for number, fault in enumerate(found))


def _changes(sheets: tuple[StagedSheet, ...]) -> tuple[NumberedChange, ...]:
    found = ((sheet.file, change) for sheet in sheets for change in sheet.changes)
    return tuple(NumberedChange(number, file, change) for number, (file, change) in enumerate(found))


def _skips(sheets: tuple[StagedSheet, ...]) -> tuple[NumberedSkip, ...]:
    found: list[tuple[str, str, Any]] = [
        (sheet.file, sheet.sheet, skipped) for sheet in sheets for skipped in sheet.skipped
    ]
    return tuple(
        NumberedSkip(number, file, sheet, skipped.row, skipped.why, skipped.text)
        for number, (file, sheet, skipped) in enumerate(found)
    )
