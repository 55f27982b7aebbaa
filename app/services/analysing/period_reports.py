"""半年汇报 as a file: a workbook with everything, or a paper to print."""

from __future__ import annotations

from pathlib import Path

from app.domain.analysis.health_check import Light
from app.domain.analysis.period_analysis import IndicatorLine, PlaceLine
from app.domain.periods import Period
from app.domain.problems import AppError
from app.reports.period_report import HealthPart, PeriodReport, write_period_report
from app.services.analysing.period_analysis import HealthCheck, PeriodAnalysis, analysis
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind, SheetValue
from app.storage.database import Database

_NUMBER = ColumnKind.NUMBER
_NOT_RANKED = "只供分析，不排名；各行按花名册和方案的次序，先后不分高低。"


def save_report(book: Database, period: Period, path: Path, *, health: Database | None = None) -> PeriodAnalysis:
    """Write the analysis of a period; the file's ending says as what. Raises AppError: not computed, no such kind of file."""
    path = Path(path)
    if path.suffix.lower() not in (".xlsx", ".pdf"):
        raise AppError("report-kind-unknown", 2, suffix=path.suffix or path.name)
    told = analysis(book, period, health=health)
    if path.suffix.lower() == ".pdf":
        write_period_report(path, paper_of(told))
    else:
        write_scores(path, *_sheets(told), court=told.court)
    return told


def paper_of(told: PeriodAnalysis) -> PeriodReport:
    """The analysis as the paper asks for it."""
    return PeriodReport(
        court=told.court,
        period=told.period,
        made_on=told.made_on,
        scheme=told.scheme,
        scheme_version=told.scheme_version,
        issue=told.issue,
        stale=told.stale,
        last=told.last,
        figures=told.figures,
        people=told.people,
        statuses=told.statuses,
        health=tuple(
            HealthPart(each.period, each.stale, each.lines, {level: each.counts(level) for level in each.levels})
            for each in told.health
        ),
    )


def _sheets(told: PeriodAnalysis) -> tuple[ScoreSheet, ...]:
    sheets = [_places(told), _indicators(told)]
    if told.last is not None:
        sheets.append(_movements(told))
    return (*sheets, *(sheet for each in told.health for sheet in _health(each)))


def _lines(told: PeriodAnalysis) -> tuple[str, ...]:
    version = f"（版本 {told.scheme_version}）" if told.scheme_version else ""
    last = f"　与{told.last.title}比" if told.last else "　上期没有计算，不作比较"
    lines = [f"{told.court}　方案：{told.scheme}{version}　第 {told.issue} 期次{last}"]
    if told.stale:
        lines.append("注意：计算之后数据又有改动，这些数不是最新的，请重新计算。")
    return tuple(lines)


def _places(told: PeriodAnalysis) -> ScoreSheet:
    columns = (
        SheetColumn("范围"),
        SheetColumn("名称"),
        SheetColumn("指标组"),
        SheetColumn("人数", kind=_NUMBER),
        SheetColumn("得分完整", kind=_NUMBER),
        SheetColumn("平均总分", kind=_NUMBER),
        SheetColumn("得分率%", kind=_NUMBER),
        SheetColumn("上期平均", kind=_NUMBER),
        SheetColumn("上期得分率%", kind=_NUMBER),
        SheetColumn("变动", kind=_NUMBER),
    )
    rows = tuple(_place_row(each) for each in told.figures.places)
    notes = (
        "得分率是总分占满分的百分比，几个指标组放在一起时只看得分率；变动：一个指标组的是分，合在一起的是百分点。",
        _NOT_RANKED,
    )
    return ScoreSheet(told.title, columns, rows, _lines(told), notes, "全院部门条线", 3)


def _place_row(each: PlaceLine) -> tuple[SheetValue, ...]:
    return (
        *(each.scope, each.place, each.set_name or "合计", each.people, each.complete),
        *(each.mean, each.rate, each.last_mean, each.last_rate, each.change),
    )


def _indicators(told: PeriodAnalysis) -> ScoreSheet:
    columns = (
        SheetColumn("指标组"),
        SheetColumn("编码"),
        SheetColumn("指标"),
        SheetColumn("满分", kind=_NUMBER),
        SheetColumn("计分人数", kind=_NUMBER),
        SheetColumn("平均得分", kind=_NUMBER),
        SheetColumn("得分率%", kind=_NUMBER),
        SheetColumn("上期平均", kind=_NUMBER),
        SheetColumn("变动", kind=_NUMBER),
        SheetColumn("能否拉开差距"),
    )
    rows: list[tuple[SheetValue, ...]] = [
        (
            *(each.set_name, each.code, each.name, each.full_marks, each.people),
            *(each.mean, each.rate, each.last_mean, each.change),
            _separation(each),
        )
        for each in told.figures.indicators
    ]
    return ScoreSheet(f"{told.period.title}各项指标", columns, tuple(rows), _lines(told), (), "指标", 3)


def _separation(each: IndicatorLine) -> str:
    if each.separates:
        return ""
    if not each.people:
        return "没有人有得分"
    return "没有人加减分" if each.separates is None else "人人同分"


def _movements(told: PeriodAnalysis) -> ScoreSheet:
    columns = (
        SheetColumn("工号"),
        SheetColumn("姓名"),
        SheetColumn("部门"),
        SheetColumn("上期总分", kind=_NUMBER),
        SheetColumn("本期总分", kind=_NUMBER),
        SheetColumn("变动", kind=_NUMBER),
    )
    rows: list[tuple[SheetValue, ...]] = [
        (
            *(each.staff_no, each.name, each.division, each.before.total if each.before else None),
            *(each.after.total if each.after else None, each.change),
        )
        for each in told.figures.movements
    ]
    return ScoreSheet(f"{told.period.title}个人变动", columns, tuple(rows), _lines(told), (), "个人变动", 2)


def _health(each: HealthCheck) -> tuple[ScoreSheet, ScoreSheet]:
    stale = ("注意：计算之后数据又有改动，请重新计算。",) if each.stale else ()
    columns = (
        SheetColumn("范围"),
        SheetColumn("对象"),
        SheetColumn("部门"),
        SheetColumn("指标"),
        SheetColumn("数值"),
        SheetColumn("单位"),
        SheetColumn("合理区间"),
        SheetColumn("灯"),
        SheetColumn("方向"),
        SheetColumn("上期"),
        SheetColumn("走向"),
        SheetColumn("说明", kind=ColumnKind.LONG_TEXT, width=30),
    )
    rows: list[tuple[SheetValue, ...]] = [
        (
            *(line.level, line.name, line.division, line.indicator, line.value, line.unit, line.limits),
            *(f"{line.light.colour}（{line.light.word}）", line.side, line.last_value, line.moved, line.reason),
        )
        for line in each.lines
    ]
    title = f"{each.period.title}审判质量指标体检"
    code = each.period.code
    lights = ScoreSheet(title, columns, tuple(rows), stale, (_NOT_RANKED,), f"体检{code}", 4)
    counted = (
        SheetColumn("范围"),
        SheetColumn("指标"),
        *(SheetColumn(f"{light.colour}（{light.word}）", kind=_NUMBER) for light in Light),
    )
    told: list[tuple[SheetValue, ...]] = [
        (level, indicator, *(counts[light] for light in Light))
        for level in each.levels
        for indicator, counts in each.counts(level).items()
    ]
    return lights, ScoreSheet(f"{title}（分布）", counted, tuple(told), stale, (_NOT_RANKED,), f"体检分布{code}", 2)
