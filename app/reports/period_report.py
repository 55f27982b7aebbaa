"""半年汇报 as a paper: court, divisions, lines, indicators, movement, and the lights of the health check; nobody is ranked by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.domain.analysis.health_check import HealthLine, Light
from app.domain.analysis.period_analysis import COURT, DIVISION, LINE, PeriodFigures, PlaceLine
from app.domain.numbers import half_up
from app.domain.periods import Period
from app.domain.rehearsal import Movement
from app.reports.paper import Block, Grid, Heading, Paper, Text
from app.reports.paper_pdf import write_paper_pdf
from app.reports.tables import Column

NO_FIGURE = "—"
MOVED = 10
"""How many people are named who gained most, and who lost most."""
_PEOPLE = 60
"""Lights of more subjects than these are told as counts; the workbook has every line."""


@dataclass(frozen=True, slots=True)
class HealthPart:
    """The lights of one period, and how many subjects of each level have which, by indicator."""

    period: Period
    stale: bool
    lines: tuple[HealthLine, ...]
    counts: Mapping[str, Mapping[str, Mapping[Light, int]]]


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """What the paper is made from."""

    court: str
    period: Period
    made_on: date
    scheme: str
    scheme_version: str
    issue: int
    stale: bool
    last: Period | None
    figures: PeriodFigures
    people: int
    statuses: tuple[tuple[str, int], ...]
    health: tuple[HealthPart, ...] = ()


def write_period_report(path: Path, report: PeriodReport) -> int:
    """Writes the report as PDF; gives its number of pages. Raises AppError: see ``write_paper_pdf``."""
    return write_paper_pdf(path, period_paper(report))


def period_paper(report: PeriodReport) -> Paper:
    """The report as a paper."""
    version = f"（版本{report.scheme_version}）" if report.scheme_version else ""
    return Paper(
        title=f"{report.court}\n{report.period.title}全员绩效考核情况汇报",
        court=report.court,
        made_on=report.made_on,
        blocks=tuple(_blocks(report)),
        lines=("核算之后数据又有改动，这些数不是最新的",) if report.stale else (),
        running=(f"第{report.issue}期", f"方案：{report.scheme}{version}"),
        warned=report.stale,
    )


def _blocks(report: PeriodReport) -> Iterator[Block]:
    yield Heading("总体情况")
    yield from _overview(report)
    yield Heading("部门和条线")
    yield _places(report, DIVISION, "各部门情况")
    yield _places(report, LINE, "各条线情况")
    yield Heading("各项指标")
    yield from _indicators(report)
    if report.last is not None:
        yield Heading("个人变动")
        yield from _movements(report)
    for part in report.health:
        yield Heading(f"审判质量指标体检（{part.period.title}）")
        yield from _health(part)
    yield Heading("说明")
    yield from map(Text, _notes(report))


def _overview(report: PeriodReport) -> Iterator[Block]:
    told = "，".join(f"{word}{count}人" for word, count in report.statuses)
    yield Text(f"{report.period.title}列入核算{report.people}人：{told}。{_whole(report)}")
    yield _places(report, COURT, "各指标组情况")


def _whole(report: PeriodReport) -> str:
    whole = next((each for each in report.figures.places if each.scope == COURT and not each.set_name), None)
    if whole is None or whole.rate is None:
        return "没有人的得分完整，不能算平均。"
    compared = ""
    if whole.change is not None and report.last is not None:
        word = "持平" if not whole.change else f"{'上升' if whole.change > 0 else '下降'}{abs(whole.change):f}个百分点"
        compared = f"，与{report.last.title}比{word}"
    return f"平均得分率{whole.rate:f}%{compared}。"


def _places(report: PeriodReport, scope: str, title: str) -> Grid:
    columns = (
        Column("范围", 3),
        Column("指标组", 3),
        Column("人数", 1.1, "right"),
        Column("完整", 1.1, "right"),
        Column("平均总分", 1.6, "right"),
        Column("得分率%", 1.5, "right"),
        Column("变动", 1.4, "right"),
    )
    rows = tuple(_place(each) for each in report.figures.places if each.scope == scope)
    return Grid(columns, rows, title)


def _place(each: PlaceLine) -> tuple[str, ...]:
    return (
        each.place,
        each.set_name or "合计",
        str(each.people),
        str(each.complete),
        _shown(each.mean) if each.set_name else "",
        _shown(each.rate),
        _signed(each.change),
    )


def _indicators(report: PeriodReport) -> Iterator[Block]:
    columns = (
        Column("指标组", 2.4),
        Column("指标", 4.4),
        Column("满分", 1.1, "right"),
        Column("人数", 1.1, "right"),
        Column("平均", 1.3, "right"),
        Column("得分率%", 1.5, "right"),
        Column("变动", 1.4, "right"),
    )
    rows = tuple(
        (
            *(each.set_name, each.name, _shown(each.full_marks, ""), str(each.people)),
            *(_shown(each.mean), _shown(each.rate), _signed(each.change)),
        )
        for each in report.figures.indicators
    )
    yield Grid(columns, rows, "各项指标平均得分")
    same = report.figures.undecisive
    if not same:
        yield Text("没有人人同分的指标（没有人得到的加减分不在此列）。")
        return
    yield Text(f"有{len(same)}项指标人人同分，没有拉开差距，可以研究是否保留或调整：")
    told = tuple((each.set_name, each.name, f"{each.score:f}", str(each.people)) for each in same)
    yield Grid(
        (Column("指标组", 3), Column("指标", 6), Column("得分", 1.5, "right"), Column("人数", 1.2, "right")), told
    )


def _movements(report: PeriodReport) -> Iterator[Block]:
    moved = [each for each in report.figures.movements if each.change]
    up = [each for each in moved if (each.change or 0) > 0][:MOVED]
    down = [each for each in reversed(moved) if (each.change or 0) < 0][:MOVED]
    title = report.last.title if report.last else ""
    if not moved:
        yield Text(f"与{title}比，没有人的总分有变动。")
        return
    for told, word in ((up, "上升"), (down, "下降")):
        if told:
            yield _moved(told, f"与{title}比总分{word}较多的（至多{MOVED}人）")


def _moved(told: Sequence[Movement], title: str) -> Grid:
    columns = (
        Column("姓名", 2),
        Column("部门", 3),
        Column("上期", 1.4, "right"),
        Column("本期", 1.4, "right"),
        Column("变动", 1.4, "right"),
    )
    rows = tuple(
        (
            *(each.name, each.division, _shown(each.before.total if each.before else None)),
            *(_shown(each.after.total if each.after else None), _signed(each.change)),
        )
        for each in told
    )
    return Grid(columns, rows, title)


def _health(part: HealthPart) -> Iterator[Block]:
    yield Text("审判质量管理指标只作体检：看是不是在合理区间内，不评分，不排名，不层层加码。")
    for level, counts in part.counts.items():
        lines = [line for line in part.lines if line.level == level]
        subjects = len({line.staff_no for line in lines})
        named = "" if subjects > 1 or lines[0].name == level else f"：{lines[0].name}"
        yield Heading(f"{level}{named}", 2)
        if subjects > 1:
            yield _counts(counts, f"{level}：各项指标的灯（个数）")
        if len(lines) <= _PEOPLE or subjects == 1:
            yield _lights(lines, single=subjects == 1)
        else:
            yield _lights([each for each in lines if each.light in (Light.NEAR, Light.OUTSIDE)], single=False)
            yield Text("只列区间外和略出区间的；全部见表格。", small=True)


def _counts(counts: Mapping[str, Mapping[Light, int]], title: str) -> Grid:
    columns = (Column("指标", 4), *(Column(light.word, 1.6, "right") for light in Light))
    rows = tuple((indicator, *(str(told[light]) for light in Light)) for indicator, told in counts.items())
    return Grid(columns, rows, title)


def _lights(lines: Sequence[HealthLine], *, single: bool) -> Grid:
    columns = (
        *([] if single else [Column("对象", 2)]),
        Column("指标", 3.6),
        Column("数值", 1.8, "right"),
        Column("合理区间", 2.2),
        Column("灯", 2.2),
        Column("方向", 1.1),
        Column("走向", 1.1),
    )
    rows = tuple(
        (
            *([] if single else [line.name]),
            *(line.indicator, _value(line), line.limits or NO_FIGURE),
            *(line.light.word, line.side or NO_FIGURE, line.moved or NO_FIGURE),
        )
        for line in lines
    )
    return Grid(columns, rows)


def _value(line: HealthLine) -> str:
    """The figure to two decimals with its sign, or the word for none."""
    try:
        figure = Decimal(line.value)
    except ArithmeticError:
        return line.value
    text = f"{figure:f}"
    if len(text.partition(".")[2]) > 2:
        text = f"{half_up(figure, 2):f}"
    return f"{text}%" if line.unit == "%" else text


def _notes(report: PeriodReport) -> Iterator[str]:
    yield "得分率是总分占满分的百分比；几个指标组放在一起时只看得分率，不比总分。"
    yield "只计得分完整的人；变动：一个指标组的是分，合在一起的是百分点。"
    yield "部门、条线按花名册的次序排列，先后不分高低。"
    if report.last is None:
        yield "上一个同类周期没有核算，不作比较。"


def _shown(value: Decimal | None, nothing: str = NO_FIGURE) -> str:
    return nothing if value is None else f"{value:f}"


def _signed(value: Decimal | None) -> str:
    """A change with its sign; none at all has neither sign."""
    return NO_FIGURE if value is None else f"{value:+f}" if value else f"{value:f}"
