"""A court's year on paper: which workbook comes when, from whom, with which sheets - and what went wrong on the way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.domain.periods import Kind, Period
from app.sheets.sample.cases import make_cases
from app.sheets.sample.corrections import correction_page, number_at
from app.sheets.sample.court import JUDGES, OFFICER
from app.sheets.sample.days import in_time, too_late, workday
from app.sheets.sample.division_sheets import (
    QUARTERLY,
    faulty_page,
    forgetful_people,
    monthly_page,
    names_of_divisions,
)
from app.sheets.sample.figures import Figures
from app.sheets.sample.ledgers import KEEPERS, make_events
from app.sheets.sample.lists import ballot_page, case_page, ledger_page
from app.sheets.sample.marks import make_ballots
from app.sheets.sample.monthly_records import MONTHS_TOLD, monthly_record_pages
from app.sheets.sample.office_sheets import (
    adopted_page,
    case_figures_pages,
    complaint_page,
    document_pages,
    quarter_mark_pages,
    supplement_page,
    year_mark_pages,
)
from app.sheets.sample.pages import Page
from app.sheets.sample.past_grades import WEAK, past_grade_page
from app.sheets.sample.people import Roll, make_roll, year_of
from app.sheets.sample.rosters import absence_page, roster_page
from app.sheets.sample.scheme import COURT_SETTINGS, scheme_pages

FORGETFUL = ("民三庭", 2)
"""The division and month of a sheet with empty cells, mended a month later."""
LATE = ("执行局", 3)
"""The division and month of a sheet that comes a month late."""
FAULTY = ("民一庭", 5)
"""The division and month of a sheet that is refused, and handed in again."""
CORRECTED_IN = 5
"""The month in which a mark of the first quarter is corrected, because somebody objected to it."""


class Handed(NamedTuple):
    """One workbook as it is handed in; ``period`` None where its sheets tell several.

    ``received`` is the day it comes where that is not the usual one; ``corrects``: it follows from an objection.
    """

    folder: str
    name: str
    period: Period | None
    kind: str
    pages: tuple[Page, ...]
    note: str = ""
    refused: bool = False
    received: date | None = None
    corrects: bool = False

    @property
    def day(self) -> date:
        """The day it comes: told, or some working days after the month, or the year, of its folder."""
        if self.received is not None:
            return self.received
        if self.folder.endswith("年度"):
            return in_time(Period.parse(self.folder.removesuffix("年度")))
        return in_time(Period.parse(self.folder))


def handed_in(year: int) -> Iterator[Handed]:
    """Every workbook of the year in the order of taking in."""
    roll = make_roll(year)
    figures = Figures(roll, make_cases(roll))
    yield from _basics(roll)
    for month in year_of(roll).months:
        yield from _monthly(figures, month)
        if month.index % 3 == 0:
            yield from _quarterly(figures, Period(year, Kind.QUARTER, month.index // 3))
    yield from _yearly(figures)


def _basics(roll: Roll) -> Iterator[Handed]:
    for name, kind, pages, note in (
        ("花名册.xlsx", "花名册", (roster_page(roll),), "全院干警及先后任职"),
        ("离岗情况.xlsx", "离岗", (absence_page(roll),), "病假、产假、借调、学习等"),
        (
            "全员绩效考核实施办法（一加五）.xlsx",
            "方案",
            scheme_pages(roll.year, COURT_SETTINGS),
            "一个办法、五类指标组",
        ),
        ("历年等次.xlsx", "历年等次", (past_grade_page(roll, number_at(roll, WEAK)),), "前两年的考核等次"),
    ):
        yield Handed("基础资料", name, None, kind, pages, note, received=date(roll.year, 1, 4))


def _monthly(figures: Figures, month: Period) -> Iterator[Handed]:
    yield from _belated(figures, month)
    roll, folder, cases = figures.roll, month.code, figures.cases[month]
    events = make_events(roll, month)
    ledgers = tuple(ledger_page(roll, month, name, KEEPERS[name], told) for name, told in events.items())
    yield Handed(
        folder,
        f"{month.title}结案清单（审管办）.xlsx",
        month,
        "案件",
        (case_page(roll, month, cases),),
        f"{len(cases)}件",
    )
    yield Handed(folder, f"三本台账及奖惩（{month.title}）.xlsx", month, "台账", ledgers, "党建、廉政、业务评查、奖惩")
    yield Handed(
        folder,
        f"审管办{month.index}月办案数据.xlsx",
        month,
        "数据",
        tuple(case_figures_pages(figures, month)),
        "分条线",
    )
    if month.index in MONTHS_TOLD:
        records = monthly_record_pages(figures, month)
        yield Handed(folder, f"月纪实（{month.title}）.xlsx", month, "月纪实", records, "每个部门一张表")
    for division in names_of_divisions():
        if division not in QUARTERLY and (division, month.index) != LATE:
            yield from _of_division(figures, division, month)


def _of_division(figures: Figures, division: str, month: Period) -> Iterator[Handed]:
    name = f"{division}{month.index}月考核数据（报政治部）.xlsx"
    page = monthly_page(figures, division, month)
    if (division, month.index) == FORGETFUL:
        forgotten = forgetful_people(figures.roll, division, month)
        page = monthly_page(figures, division, month, forgotten=forgotten)
        yield Handed(month.code, name, month, "数据", (page,), "三人考勤漏填，次月补正")
    elif (division, month.index) == FAULTY:
        yield Handed(month.code, name, month, "数据", (faulty_page(page),), "三处差错，退回重报", refused=True)
        mended = f"{division}{month.index}月考核数据（更正后重报）.xlsx"
        back = workday(in_time(month), 2)
        yield Handed(month.code, mended, month, "数据", (page,), "更正后重报", received=back)
    else:
        yield Handed(month.code, name, month, "数据", (page,))


def _belated(figures: Figures, month: Period) -> Iterator[Handed]:
    """What comes in a month about the month before: a late sheet, and one that is mended."""
    before = month.previous()
    for division, index in (LATE, FORGETFUL):
        if index != before.index or before.year != month.year:
            continue
        late = (division, index) == LATE
        name = f"{division}{index}月考核数据（{f'{month.index}月补报' if late else '补正'}）.xlsx"
        page = monthly_page(figures, division, before)
        note = "逾期，次月补报" if late else "补正漏填的考勤"
        yield Handed(month.code, name, before, "数据", (page,), note, received=too_late(before))
    if month.index == CORRECTED_IN:
        yield _correction(figures.roll, month)


def _correction(roll: Roll, month: Period) -> Handed:
    quarter = Period(month.year, Kind.QUARTER, 1)
    name = f"{quarter.title}裁判文书评分（更正）.xlsx"
    note, day = "异议成立，更正一名法官的评分", workday(month.first_day, 8)
    return Handed(
        month.code, name, quarter, "数据", (correction_page(roll, quarter),), note, received=day, corrects=True
    )


def _quarterly(figures: Figures, quarter: Period) -> Iterator[Handed]:
    roll, folder, word = figures.roll, quarter.months[-1].code, "一二三四"[quarter.index - 1]
    months = f"{quarter.first_month}-{quarter.months[-1].index}月"
    for division in names_of_divisions():
        if division in QUARTERLY:
            pages = tuple(monthly_page(figures, division, month) for month in quarter.months)
            yield Handed(
                folder, f"{division}{word}季度考核数据（{months}）.xlsx", None, "数据", pages, "三个月各一张表"
            )
    complaints, adopted = complaint_page(roll, quarter), adopted_page(roll, quarter)
    yield Handed(
        folder,
        f"{quarter.title}评查评分（审管办）.xlsx",
        quarter,
        "数据",
        tuple(document_pages(roll, quarter)),
        "裁判文书、卷宗",
    )
    yield Handed(folder, f"{word}季度信访投诉报送表（督察室）.xlsx", quarter, "数据", (complaints,), "只报有投诉的")
    yield Handed(folder, f"{word}季度信息调研和创新（办公室）.xlsx", quarter, "数据", (adopted,), "只报有采用的")
    yield Handed(
        folder,
        f"{quarter.title}评分汇总（政治部）.xlsx",
        quarter,
        "数据",
        tuple(quarter_mark_pages(roll, quarter)),
        "五类人员各一张表",
    )
    ballots = tuple(ballot_page(name, quarter, make_ballots(roll, quarter, name)) for name in (JUDGES, OFFICER))
    yield Handed(folder, f"{quarter.title}民主测评.xlsx", quarter, "测评", ballots, "无记名")
    if supplement := supplement_page(figures, quarter):
        yield Handed(
            folder,
            f"{quarter.title}新进离任人员补报（政治部）.xlsx",
            quarter,
            "数据",
            (supplement,),
            "在岗不足一季的人员",
        )


def _yearly(figures: Figures) -> Iterator[Handed]:
    year, folder = year_of(figures.roll), f"{figures.roll.year}年度"
    marks = tuple(year_mark_pages(figures.roll, year))
    yield Handed(folder, f"{year.title}述职和领导评价（政治部）.xlsx", year, "数据", marks, "五类人员各一张表")
    if supplement := supplement_page(figures, year):
        yield Handed(
            folder, f"{year.title}新进离任人员补报（政治部）.xlsx", year, "数据", (supplement,), "在岗不足一年的人员"
        )
