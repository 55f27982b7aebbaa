"""Columns of what packages tell: by set, by grade, what is missing, who is in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.i18n import translate
from app.ui.tables import Column, RecordModel

Row = dict[str, Any]
COURT_PIXELS = 180
"""Courts stand one below another: the names further down are as long as those in sight."""


def count_columns() -> tuple[Column[Row], ...]:
    """How many people, by what became of their scores."""
    return (
        Column(translate("Exchange", "人数"), lambda row: row["people"], number=True),
        Column(translate("Exchange", "完整"), lambda row: row["complete"], number=True),
        Column(
            translate("Exchange", "待补"),
            lambda row: row["incomplete"],
            number=True,
            tone=lambda row: "warn" if row["incomplete"] else "",
        ),
        Column(translate("Exchange", "不进行考核"), lambda row: row["not_evaluated"], number=True),
        Column(translate("Exchange", "不确定等次"), lambda row: row["undetermined"], number=True),
    )


def set_columns() -> tuple[Column[Row], ...]:
    """An indicator set: people, sum and mean of the complete totals."""
    return (
        Column(translate("Exchange", "指标组"), lambda row: row["set"] or translate("Exchange", "（未分组）")),
        *count_columns(),
        Column(translate("Exchange", "总分合计"), lambda row: _decimal(row["sum"]), number=True),
        Column(translate("Exchange", "平均分"), lambda row: _decimal(row["mean"]), number=True),
    )


def grade_columns() -> tuple[Column[Row], ...]:
    """A grade of a pool: how many, how many of them decided, which share."""
    return (
        Column(translate("Exchange", "等次池"), lambda row: row["pool"]),
        Column(translate("Exchange", "等次"), lambda row: row["grade"]),
        Column(translate("Exchange", "人数"), lambda row: row["people"], number=True),
        Column(translate("Exchange", "其中已评定"), lambda row: row["decided"], number=True),
        Column(translate("Exchange", "占比"), lambda row: row["share"], number=True),
    )


def missing_columns() -> tuple[Column[Row], ...]:
    """An indicator for which people have no figure."""
    return (
        Column(translate("Exchange", "指标组"), lambda row: row["set"]),
        Column(translate("Exchange", "编码"), lambda row: row["code"]),
        Column(translate("Exchange", "指标"), lambda row: row["name"]),
        Column(translate("Exchange", "未填人数"), lambda row: row["people"], number=True),
    )


def person_columns() -> tuple[Column[Row], ...]:
    """Somebody in the package; nobody has a place there."""
    return (
        Column(translate("Exchange", "工号"), lambda row: row["staff_no"]),
        Column(translate("Exchange", "姓名"), lambda row: row["name"]),
        Column(translate("Exchange", "部门"), lambda row: row["division"]),
        Column(translate("Exchange", "指标组"), lambda row: row["set"]),
        Column(translate("Exchange", "状态"), lambda row: row["status"]),
        Column(translate("Exchange", "总分"), lambda row: _decimal(row["total"]), number=True),
        Column(translate("Exchange", "建议等次"), lambda row: row["proposed_grade"]),
        Column(translate("Exchange", "评定等次"), lambda row: row["decided_grade"]),
    )


def of_courts(columns: tuple[Column[Row], ...]) -> tuple[Column[Row], ...]:
    """The same columns, the court before them."""
    return (Column(translate("Exchange", "法院"), lambda row: row["court"], width=COURT_PIXELS), *columns)


def model(columns: tuple[Column[Row], ...]) -> RecordModel:
    """Rows of one of these tables, named by all that is a word in them."""
    return RecordModel(columns, key=lambda row: tuple(each for each in row.values() if isinstance(each, str)))


def _decimal(told: str | None) -> Decimal | None:
    return None if told is None else Decimal(told)
