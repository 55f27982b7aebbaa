"""The columns of the import page's tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.roster import staff_no_order
from app.i18n import translate
from app.ui.problems import KIND_TONES, kind_word
from app.ui.remedies import in_window
from app.ui.tables import Column

if TYPE_CHECKING:
    from app.services.taking_in.staging.records import Fault, StagedChange, StagedSheet

STATUS_TONES = {"taken": "good", "unchanged": "", "refused": "bad", "asked": "warn"}


class NumberedChange(NamedTuple):
    """A change with its place in the list, which names it."""

    number: int
    file: str
    change: StagedChange


class NumberedFault(NamedTuple):
    """A fault with its place in the list, which names it."""

    number: int
    fault: Fault

    @property
    def kind(self) -> str:
        """fault, question or warning."""
        return "warning" if self.fault.warning else "question" if self.fault.question else "fault"


class NumberedSkip(NamedTuple):
    """A row that is no record, and why."""

    number: int
    file: str
    sheet: str
    row: int
    why: str
    text: str = ""


def status_word(sheet: StagedSheet) -> str:
    """What becomes of a sheet: 可以采用, 已采用, 没有变化, 先要改好, 等您回答."""
    if _state(sheet) == "asked":
        return translate("Imports", "等您回答")
    if sheet.status == "taken":
        return translate("Imports", "已采用") if sheet.batch else translate("Imports", "可以采用")
    return {"unchanged": translate("Imports", "没有变化"), "refused": translate("Imports", "先要改好")}[sheet.status]


def _state(sheet: StagedSheet) -> str:
    """The sheet's status, or ``asked`` where nothing but questions stands against it."""
    stopping = [fault for fault in sheet.faults if fault.stops]
    return "asked" if stopping and all(fault.question for fault in stopping) else sheet.status


def sheet_key(sheet: StagedSheet) -> tuple[str, str]:
    """What names a sheet in the list."""
    return (sheet.file, sheet.sheet)


def sheet_columns() -> tuple[Column[StagedSheet], ...]:
    """The columns of the list of sheets."""
    return (
        Column(translate("Imports", "文件"), lambda row: row.file),
        Column(translate("Imports", "工作表"), lambda row: row.sheet),
        Column(translate("Imports", "种类"), lambda row: row.kind or translate("Imports", "认不出")),
        Column(translate("Imports", "周期"), lambda row: row.period.title if row.period else ""),
        Column(translate("Imports", "结果"), status_word, tone=lambda row: STATUS_TONES[_state(row)]),
        Column(translate("Imports", "读到"), lambda row: row.rows_read, number=True),
        Column(translate("Imports", "新增"), lambda row: row.added, number=True),
        Column(translate("Imports", "改动"), lambda row: row.changed, number=True),
        Column(translate("Imports", "不变"), lambda row: row.unchanged, number=True),
        Column(translate("Imports", "问题"), lambda row: sum(each.times for each in row.faults), number=True),
    )


def fault_columns() -> tuple[Column[NumberedFault], ...]:
    """The columns of the list of faults."""
    return (
        Column(
            translate("Imports", "类别"),
            lambda row: kind_word(row.kind),
            tone=lambda row: KIND_TONES[row.kind],
            width=76,
        ),
        Column(translate("Imports", "文件"), lambda row: row.fault.file, width=150),
        Column(translate("Imports", "工作表"), lambda row: row.fault.sheet, width=80),
        Column(translate("Imports", "单元格"), lambda row: row.fault.cell, sort_key=staff_no_order, width=70),
        Column(translate("Imports", "现在写的"), lambda row: row.fault.value, width=110),
        Column(translate("Imports", "问题"), lambda row: row.fault.message, width=290),
        Column(translate("Imports", "怎么办"), lambda row: in_window(row.fault.remedy), width=200),
    )


def change_columns() -> tuple[Column[NumberedChange], ...]:
    """The columns of the list of changes, old beside new."""
    return (
        Column(translate("Imports", "工号"), lambda row: row.change.staff_no, sort_key=staff_no_order),
        Column(translate("Imports", "姓名"), lambda row: row.change.name),
        Column(translate("Imports", "内容"), lambda row: row.change.item),
        Column(translate("Imports", "原来"), lambda row: row.change.old, text=_old, tone=lambda _row: "soft"),
        Column(translate("Imports", "现在"), lambda row: row.change.new, text=_new, tone=_new_tone),
        Column(translate("Imports", "上期"), lambda row: row.change.last or "", tone=lambda _row: "soft"),
        Column(translate("Imports", "文件"), lambda row: row.change.source.file or row.file),
        Column(translate("Imports", "工作表"), lambda row: row.change.source.sheet),
        Column(translate("Imports", "单元格"), lambda row: row.change.source.cell, sort_key=staff_no_order),
    )


def skip_columns() -> tuple[Column[NumberedSkip], ...]:
    """The columns of the list of rows that were passed over."""
    return (
        Column(translate("Imports", "文件"), lambda row: row.file),
        Column(translate("Imports", "工作表"), lambda row: row.sheet),
        Column(translate("Imports", "行"), lambda row: row.row, number=True),
        Column(translate("Imports", "为什么不算数据"), lambda row: row.why),
        Column(translate("Imports", "这一行写的"), lambda row: row.text, tone=lambda _row: "soft"),
    )


def _old(value: Any) -> str:
    return translate("Imports", "（无）") if value is None else str(value)


def _new(value: Any) -> str:
    return translate("Imports", "（去掉）") if value is None else str(value)


def _new_tone(row: NumberedChange) -> str:
    return "warn" if row.change.new is None else ""
