"""What a new version of a scheme changes, row by row and cell by cell, so that a person can read it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.problems import Source
from app.domain.schemes import SchemeRow, SchemeText
from app.domain.words import plain

NAMED_BY = {
    "方案": ("项目",),
    "指标组": ("指标组",),
    "数据项": ("编码",),
    "案件系数": ("字段", "取值"),
    "指标": ("指标组", "编码"),
    "周期": ("周期", "组成"),
    "等次": ("等次池", "周期", "等次"),
    "参加考核": ("状态", "代码"),
    "通报": ("名单",),
}
"""By which columns a row of each sheet is known again in another version."""


@dataclass(frozen=True, slots=True)
class SchemeChange:
    """One difference. ``column`` empty: the whole row is new (``old`` empty) or gone (``new`` empty)."""

    sheet: str
    row: str
    column: str
    old: str
    new: str
    source: Source = Source()
    """Where the new version says it; of what is gone, nothing."""

    @property
    def sentence(self) -> str:
        """The difference in words."""
        if not self.column:
            return f"{self.sheet}：{'新增' if self.new else '删去'}“{self.row}”"
        return f"{self.sheet}“{self.row}”的{self.column}：{self.old or '（空）'} → {self.new or '（空）'}"


def scheme_changes(old: SchemeText, new: SchemeText) -> tuple[SchemeChange, ...]:
    """Every difference between two versions, in the order of the sheets; an order of rows that changed is none."""
    changes: list[SchemeChange] = []
    for sheet, columns in NAMED_BY.items():
        before = _by_name(old.sheets.get(sheet, ()), columns)
        after = _by_name(new.sheets.get(sheet, ()), columns)
        for name, row in after.items():
            if name not in before:
                source = row.source(columns[0], new.file)
                changes.append(SchemeChange(sheet, _label(row, columns), "", "", _summary(row), source))
            else:
                changes += _cells(before[name], row, columns, new.file)
        gone = [row for name, row in before.items() if name not in after]
        changes += [SchemeChange(sheet, _label(row, columns), "", _summary(row), "") for row in gone]
    return tuple(changes)


def _by_name(rows: tuple[SchemeRow, ...], columns: tuple[str, ...]) -> dict[tuple[str, ...], SchemeRow]:
    named: dict[tuple[str, ...], SchemeRow] = {}
    for row in rows:
        name = tuple(plain(row.text(column)) for column in columns)
        again = 1
        while (*name, str(again)) in named:
            again += 1
        named[*name, str(again)] = row
    return named


def _cells(old: SchemeRow, new: SchemeRow, columns: tuple[str, ...], file: str) -> list[SchemeChange]:
    told = dict.fromkeys((*old.cells, *new.cells))
    return [
        SchemeChange(
            new.sheet, _label(new, columns), column, old.text(column), new.text(column), new.source(column, file)
        )
        for column in told
        if plain(old.text(column)) != plain(new.text(column))
    ]


def _label(row: SchemeRow, columns: tuple[str, ...]) -> str:
    label = " ".join(filter(None, (row.text(column) for column in columns)))
    name = row.text("名称")
    return f"{label} {name}" if name else label


def _summary(row: SchemeRow) -> str:
    return "；".join(f"{column}={text}" for column, text in row.cells.items() if text)
