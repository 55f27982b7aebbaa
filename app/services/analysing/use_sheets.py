"""使用考核结果 as a workbook: one sheet a use, and one for the bonus."""

from __future__ import annotations

from pathlib import Path

from app.domain.numbers import half_up
from app.domain.uses.use_report import Bonus, UseReport
from app.domain.uses.use_rules import REMARK, USES, Use
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind

_LONG, _NUMBER = ColumnKind.LONG_TEXT, ColumnKind.NUMBER
_COLUMNS = (
    SheetColumn("工号"),
    SheetColumn("姓名"),
    SheetColumn("部门"),
    SheetColumn("提示", kind=_LONG, width=36),
    SheetColumn("依据的结果", kind=_LONG, width=44),
    SheetColumn("规定", kind=_LONG, width=44),
    SheetColumn("出处", kind=_LONG, width=36),
    SheetColumn("性质"),
)


def write_use_sheets(path: Path, report: UseReport) -> None:
    """Writes the workbook. Raises AppError("workbook-not-written")."""
    sheets = [_use_sheet(report, use) for use in USES]
    sheets += [] if report.bonus is None else [_bonus_sheet(report, report.bonus)]
    write_scores(path, *sheets, court=report.court)


def _head(report: UseReport) -> tuple[str, ...]:
    version = f"（版本 {report.scheme_version}）" if report.scheme_version else ""
    return (f"{report.court}　{report.year}年度　方案：{report.scheme}{version}　{REMARK}",)


def _use_sheet(report: UseReport, use: str) -> ScoreSheet:
    rows = tuple(_row(each) for each in report.lines if each.rule.use == use)
    return ScoreSheet(f"{report.year}年度考核结果使用：{use}", _COLUMNS, rows, _head(report), report.notes, use)


def _row(each: Use) -> tuple[str, ...]:
    return (
        each.staff_no,
        each.name,
        each.division,
        each.told,
        "；".join(each.rests_on),
        each.rule.text,
        each.rule.source,
        f"{'预警：' if each.warning else ''}{REMARK}",
    )


def _bonus_sheet(report: UseReport, bonus: Bonus) -> ScoreSheet:
    columns = (
        SheetColumn("工号"),
        SheetColumn("姓名"),
        SheetColumn("部门"),
        SheetColumn("等次"),
        SheetColumn("系数", kind=_NUMBER),
        SheetColumn("金额", kind=_NUMBER),
    )
    rows = tuple(
        (each.staff_no, each.name, each.division, each.grade, half_up(each.weight, 4), each.amount)
        for each in bonus.lines
    )
    total = sum((each.amount for each in bonus.lines), start=bonus.pool * 0)
    notes = [f"奖金总额 {bonus.pool:f} 元，分配 {total:f} 元，余 {bonus.rest:f} 元；等次系数：{bonus.factors}。"]
    if bonus.undecided:
        notes.append(f"其中{bonus.undecided}人的等次尚未评定，按建议等次试算。")
    what = "奖励性绩效奖金试算"
    return ScoreSheet(f"{report.year}年度{what}", columns, rows, _head(report), tuple(notes), what)
