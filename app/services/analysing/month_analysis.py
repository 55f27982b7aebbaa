"""月分析: the figures of a month against plan, last month and the group's mean, with hints; and their workbook."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.month_analysis import Figure, Hint, Plan, hints, percent
from app.domain.numbers import Exact, half_up, shown
from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.scoring.month_figures import Months, month_figures, thresholds
from app.services.books import court_of
from app.services.records.monthly_records import PARTS, Month, MonthRow, month_records
from app.services.schemes import applicable, scheme_versions
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind, SheetValue
from app.storage.database import Database
from app.storage.facts import read_facts

NOTE = "提示只说明数字与计划、上月、同组均值相差多少，不是评价，不影响得分；提示线在方案的“方案”表里规定。"
NO_SCHEME = "考核库里没有这一年的方案，没有数据项可分析。"


@dataclass(frozen=True, slots=True)
class MonthAnalysis:
    """A month with its records, figures and hints; ``note`` says what hints are, or why there are no figures."""

    records: Month
    figures: tuple[Figure, ...]
    hints: tuple[Hint, ...]
    note: str

    def row_of(self, staff_no: str) -> MonthRow | None:
        """The person's row of the month."""
        return next((row for row in self.records.rows if row.staff_no == staff_no), None)


def analyse_month(book: Database, month: Period, division: str = "") -> MonthAnalysis:
    """The analysis of a month; nothing is kept. Raises AppError: not a month, nobody in that division."""
    records = month_records(book, month, division)
    if division and not records.rows:
        raise AppError("month-without-people", period=month.title, division=division)
    before = month.previous()
    with book.reading() as session:
        version = applicable(scheme_versions(session), month)
        if version is None:
            return MonthAnalysis(records, (), (), NO_SCHEME)
        facts = read_facts(session, month.year)
        earlier = applicable(scheme_versions(session), before) if before.year != month.year else None
        last = Months(earlier.scheme, read_facts(session, before.year), before) if earlier else None
    figures = month_figures(version.scheme, month, facts, last)
    wanted = {row.staff_no for row in records.rows}
    chosen = tuple(each for each in figures if each.staff_no in wanted)
    return MonthAnalysis(records, chosen, hints(chosen, thresholds(version.scheme)), NOTE)


def month_document(told: MonthAnalysis) -> dict[str, Any]:
    """A month as JSON values (contract, section 2, month)."""
    figures: dict[str, list[dict[str, Any]]] = {}
    for figure in told.figures:
        figures.setdefault(figure.staff_no, []).append(_figure(figure))
    return {
        "month": told.records.month.code,
        "fed_item": told.records.fed or None,
        "divisions": [
            {
                "division": each.division,
                "people": each.people,
                "told": dict(each.told),
                "without_work": list(each.without_work),
                "complete": each.is_complete,
            }
            for each in told.records.divisions
        ],
        "persons": [_person(row) | {"figures": figures.get(row.staff_no, [])} for row in told.records.rows],
        "hints": [
            {
                "staff_no": each.staff_no,
                "item": each.item,
                "against": each.against.value,
                "side": each.side.value,
                "text": each.text,
            }
            for each in told.hints
        ],
        "note": told.note,
    }


def _person(row: MonthRow) -> dict[str, Any]:
    record = row.record
    return {
        "staff_no": row.staff_no,
        "name": row.name,
        "division": row.division,
        "work": record.work or None,
        "self_assessment": record.self_assessment or None,
        "comment": record.comment or None,
        "mark": None if record.mark is None else f"{record.mark:f}",
        "missing": list(row.missing),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "item": figure.item,
        "name": figure.name,
        "value": _text(figure.value),
        "state": figure.state.value,
        "last_month": _text(figure.last),
        "group_mean": _text(figure.mean),
        "group_people": figure.people,
        "plan": None if figure.plan is None else _plan(figure.plan),
    }


def _plan(plan: Plan) -> dict[str, Any]:
    return {
        "period": plan.period.code,
        "target": shown(plan.target),
        "done": shown(plan.done),
        "progress": percent(plan.progress),
        "due": percent(plan.due),
    }


def _text(value: Exact | None) -> str | None:
    return None if value is None else shown(value)


# --- as a workbook

_HEAD = (SheetColumn("工号"), SheetColumn("姓名"), SheetColumn("部门"))


def save_month(book: Database, month: Period, path: Path, division: str = "") -> MonthAnalysis:
    """Write a month as a workbook of four sheets: hints, figures, records, completeness. Raises AppError: not writable."""
    told = analyse_month(book, month, division)
    court = court_of(book).name
    sheets = (_hint_sheet(told), _figure_sheet(told), _record_sheet(told), _completeness_sheet(told))
    write_scores(Path(path), *sheets, court=court)
    return told


def _hint_sheet(told: MonthAnalysis) -> ScoreSheet:
    rows = []
    for each in told.hints:
        row = told.row_of(each.staff_no)
        rows.append((*_who(row), each.side.word, each.against.word, each.text))
    columns = (
        *_HEAD,
        SheetColumn("提示"),
        SheetColumn("对照"),
        SheetColumn("依据", kind=ColumnKind.LONG_TEXT, width=70),
    )
    return ScoreSheet(
        f"{told.records.month.title}分析提示", columns, tuple(rows), lines=(told.note,), name="提示", frozen_columns=2
    )


def _figure_sheet(told: MonthAnalysis) -> ScoreSheet:
    number = ColumnKind.NUMBER
    columns = (
        *_HEAD,
        SheetColumn("数据项"),
        SheetColumn("单位"),
        SheetColumn("本月", kind=number),
        SheetColumn("上月", kind=number),
        SheetColumn("同组均值", kind=number),
        SheetColumn("同组人数", kind=number),
        SheetColumn("目标周期", "计划"),
        SheetColumn("目标", "计划", number),
        SheetColumn("到本月完成", "计划", number),
        SheetColumn("进度", "计划"),
        SheetColumn("应有进度", "计划"),
    )
    rows = tuple(_figure_row(told, each) for each in told.figures)
    return ScoreSheet(f"{told.records.month.title}数据对照", columns, rows, name="数据对照", frozen_columns=4)


def _figure_row(told: MonthAnalysis, figure: Figure) -> tuple[SheetValue, ...]:
    value: SheetValue = figure.state.word if figure.value is None else _decimal(figure.value)
    plan = figure.plan
    planned: tuple[SheetValue, ...] = (None,) * 5
    if plan is not None:
        planned = (
            plan.period.title,
            _decimal(plan.target),
            _decimal(plan.done),
            percent(plan.progress),
            percent(plan.due),
        )
    last = None if figure.last is None else _decimal(figure.last)
    mean = None if figure.mean is None else _decimal(figure.mean)
    who = _who(told.row_of(figure.staff_no))
    return (*who, figure.name, figure.unit, value, last, mean, figure.people, *planned)


def _record_sheet(told: MonthAnalysis) -> ScoreSheet:
    text = ColumnKind.LONG_TEXT
    columns = (
        *_HEAD,
        SheetColumn("工作完成情况", kind=text, width=46),
        SheetColumn("自评", kind=text, width=24),
        SheetColumn("负责人评语", kind=text, width=30),
        SheetColumn("负责人评分", kind=ColumnKind.NUMBER),
        SheetColumn("还缺", kind=text, width=20),
    )
    rows = [
        (
            *_who(row),
            row.record.work,
            row.record.self_assessment,
            row.record.comment,
            row.record.mark,
            "、".join(row.missing),
        )
        for row in told.records.rows
    ]
    return ScoreSheet(told.records.title, columns, tuple(rows), name="纪实", frozen_columns=2)


def _completeness_sheet(told: MonthAnalysis) -> ScoreSheet:
    number = ColumnKind.NUMBER
    columns = (
        SheetColumn("部门"),
        SheetColumn("在岗", kind=number),
        *(SheetColumn(f"已写{word}", kind=number) for word in PARTS.values()),
        SheetColumn("没有写工作完成情况的", kind=ColumnKind.LONG_TEXT, width=50),
    )
    rows: list[tuple[SheetValue, ...]] = [
        (each.division, each.people, *(each.told[word] for word in PARTS.values()), "、".join(each.without_work))
        for each in told.records.divisions
    ]
    return ScoreSheet(
        f"{told.records.month.title}纪实完成情况", columns, tuple(rows), name="完成情况", frozen_columns=1
    )


def _who(row: MonthRow | None) -> tuple[SheetValue, ...]:
    return ("", "", "") if row is None else (row.staff_no, row.name, row.division)


def _decimal(value: Exact) -> Decimal:
    """The figure exactly where its decimals end within 6 places, else with 2."""
    text = shown(value)
    return Decimal(text) if len(text.partition(".")[2]) < 6 else half_up(value, 2)
