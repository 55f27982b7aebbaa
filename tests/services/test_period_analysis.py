"""Half-year report and health check as services: the same figures as document, workbook and paper; nobody ranked by lights."""

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.domain.analysis.health_check import HealthLine
from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.analysing.period_analysis import analysis, analysis_document, health_checks
from app.services.analysing.period_reports import save_report
from app.services.books import Book, new_book
from app.services.library import copy_library_entry
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from app.sheets.library import BLANKS
from tests.small_court import ROSTER, SCHEME, write_book

FIRST, SECOND, HALF = (Period.parse(code) for code in ("2024Q1", "2024Q2", "2024H1"))
MARKED = SCHEME | {
    "数据项": [["编码", "名称", "类型"], ["f", "分", "评分"]],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项", "周期"],
        *([each, "A", "评分", 100, "直接计分", None, "分", "季"] for each in ("庭长", "法官", "书记员", "行政")),
    ],
    "周期": [["周期", "组成", "权重"], ["半年", "季", "100%"]],
    "等次": SCHEME["等次"][:1],
}
STAFF = ("P01", "P02", "P03", "P04", "P05", "P06", "P07")


def marks(period: str, *told: int | None) -> list[list[Any]]:
    return [
        [f"周期：{period}"],
        ["工号", "分"],
        *([staff_no, mark] for staff_no, mark in zip(STAFF, told, strict=True)),
    ]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    sheets = {
        "花名册": {"花名册": ROSTER},
        "方案": MARKED,
        "一季": {"数据": marks("2024Q1", 80, 90, 70, 60, 88, 92, 92)},
        "二季": {"数据": marks("2024Q2", 84, 80, 76, 70, 88, 92, 92)},
    }
    take(made, stage(made, [write_book(tmp_path / f"{name}.xlsx", told) for name, told in sheets.items()]))
    for period in (FIRST, SECOND, HALF):
        compute(made, period)
    yield made
    made.close()


def test_a_half_year_is_analysed_from_its_quarters(book: Book) -> None:
    told = analysis(book, HALF)
    judges = next(each for each in told.figures.places if each.scope == "全院" and each.set_name == "法官")
    assert (judges.people, judges.mean) == (3, Decimal("74.33"))  # (85 + 73 + 65) ÷ 3
    assert (told.last, told.people, told.statuses) == (None, 7, (("完整", 7),))


def test_a_quarter_is_compared_with_the_one_before(book: Book) -> None:
    document = analysis_document(analysis(book, SECOND))
    assert document["last_period"] == "2024Q1"
    court = document["places"][0]
    assert (court["scope"], court["set"], court["rate"], court["last_rate"], court["change"]) == (
        "全院", None, "83.14", "81.71", "1.43",
    )  # fmt: skip
    assert {each["staff_no"]: each["change"] for each in document["movements"]} == {
        "P01": "4.00", "P02": "-10.00", "P03": "6.00", "P04": "10.00", "P05": "0.00", "P06": "0.00", "P07": "0.00",
    }  # fmt: skip
    assert [(each["set"], each["score"], each["people"]) for each in document["undecisive"]] == [("行政", "92.00", 2)]
    assert document["health"] == []


def test_a_period_that_was_not_computed_has_no_analysis(book: Book) -> None:
    with pytest.raises(AppError, match="not-computed"):
        analysis(book, Period.parse("2024"))


def test_the_report_is_a_workbook_or_a_paper_and_nothing_else(book: Book, tmp_path: Path) -> None:
    save_report(book, SECOND, tmp_path / "二季.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "二季.xlsx")
    assert workbook.sheetnames == ["全院部门条线", "指标", "个人变动"]
    rows = {(row[0], row[1], row[2]): row for row in workbook["全院部门条线"].iter_rows(values_only=True)}
    assert rows["全院", "全院", "合计"][6] == 83.14
    save_report(book, HALF, tmp_path / "上半年.PDF")
    assert (tmp_path / "上半年.PDF").read_bytes().startswith(b"%PDF-")
    with pytest.raises(AppError, match="report-kind-unknown"):
        save_report(book, HALF, tmp_path / "上半年.doc")


# --- 体检


def filled(directory: Path) -> Path:
    """The health check of the library, its limits filled in as it suggests."""
    path = copy_library_entry("审判质量指标体检表", directory)
    workbook = openpyxl.load_workbook(path)
    for _, sheet, cell, _, reference, _ in workbook[BLANKS].iter_rows(min_row=3, values_only=True):
        workbook[sheet][cell] = reference
    workbook.save(path)
    return path


SUBJECTS = [
    ["工号", "姓名", "部门", "人员类别", "职务"],
    ["T00", "全院", "全院", "体检对象", "全院"],
    ["T01", "民一庭", "民一庭", "体检对象", "部门"],
    ["P02", "林二", "民一庭", "员额法官", "审判员"],
    ["P03", "何三", "民一庭", "员额法官", "审判员"],
]
NAMES = ("结案数", "审限内结案数", "一审结案数", "上诉案件数", "二审改判数", "二审发回重审数")


def counts(period: str, judge: tuple[int, ...], other: tuple[int, ...]) -> list[list[Any]]:
    return [[f"周期：{period}"], ["工号", *NAMES], ["P02", *judge], ["P03", *other]]


@pytest.fixture
def health(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "体检.hj", court="溪山县人民法院")
    sheets = {
        "花名册": {"花名册": SUBJECTS},
        "一季": {"数据": counts("2024Q1", (100, 100, 100, 10, 4, 2), (100, 80, 100, 20, 3, 0))},
        "二季": {"数据": counts("2024Q2", (100, 95, 100, 30, 4, 2), (100, 88, 100, 20, 3, 1))},
    }
    files = [write_book(tmp_path / f"体检{name}.xlsx", told) for name, told in sheets.items()]
    take(made, stage(made, [files[0], filled(tmp_path), *files[1:]]))
    for period in (FIRST, SECOND):
        compute(made, period)
    yield made
    made.close()


def lights(book: Book, period: Period, name: str) -> dict[str, HealthLine]:
    (check,) = health_checks(book, period)
    return {line.indicator: line for line in check.lines if line.name == name}


def test_a_light_tells_whether_a_figure_is_inside_its_interval_and_on_which_side_it_is_out(health: Book) -> None:
    told = lights(health, FIRST, "林二")
    within = told["审限内结案率"]  # 100 % is not what is wanted: the interval ends at 99, yellow up to 108.9
    assert (within.value, within.limits, within.light.word, within.side) == ("100", "90–99", "略出区间", "偏高")
    ratio = told["二审改判-发回重审比"]
    assert (ratio.value, ratio.light.word, ratio.side) == ("2", "区间内", "")
    appeals = told["一审服判息诉率"]
    assert (appeals.value, appeals.limits, appeals.light.word) == ("90", "不低于 85", "区间内")
    late = lights(health, FIRST, "何三")["审限内结案率"]
    assert (late.value, late.light.word, late.side) == ("80", "区间外", "偏低")  # more than 10 % below 90


def test_a_denominator_of_zero_gives_no_light_and_says_why(health: Book) -> None:
    line = lights(health, FIRST, "何三")["二审改判-发回重审比"]
    assert (line.light.word, line.value, line.reason) == ("无", "不适用", "除数为零")


def test_court_and_division_are_told_from_sums_and_not_from_means_of_ratios(health: Book) -> None:
    for name in ("全院", "民一庭"):
        line = lights(health, FIRST, name)["审限内结案率"]
        assert (line.value, line.light.word) == ("90", "区间内")  # 180 ÷ 200


def test_the_way_is_told_by_the_distance_from_the_interval(health: Book) -> None:
    told = lights(health, SECOND, "林二")
    assert (told["审限内结案率"].last_value, told["审限内结案率"].moved) == ("100", "向好")  # 1 above → inside
    assert told["一审服判息诉率"].moved == "变差"  # 90 → 70, 15 below
    assert told["二审改判-发回重审比"].moved == "持平"


def test_a_half_year_shows_the_lights_of_its_quarters(health: Book, book: Book) -> None:
    assert [each.period for each in health_checks(health, HALF)] == [FIRST, SECOND]
    told = analysis(book, HALF, health=health)
    assert [each.period for each in told.health] == [FIRST, SECOND]


def test_nobody_is_ranked_by_lights(health: Book, book: Book, tmp_path: Path) -> None:
    (check,) = health_checks(health, FIRST)
    names = {each.name for each in fields(HealthLine)}
    assert names.isdisjoint({"rank", "place", "score", "total"})
    # Order of scheme and staff numbers, whatever the lights are.
    judges = [line.staff_no for line in check.lines if line.indicator == "审限内结案率" and line.level == "法官"]
    assert judges == ["P02", "P03"]
    counted = check.counts("法官")["审限内结案率"]
    assert {light.word: count for light, count in counted.items()} == {"区间内": 0, "略出区间": 1, "区间外": 1, "无": 0}
    document = analysis_document(analysis(book, HALF, health=health))
    assert {"rank", "places", "greens"}.isdisjoint(document["health"][0]["lights"][0])
    save_report(book, HALF, tmp_path / "汇报.xlsx", health=health)
    assert openpyxl.load_workbook(tmp_path / "汇报.xlsx").sheetnames == [
        "全院部门条线", "指标", "体检2024Q1", "体检分布2024Q1", "体检2024Q2", "体检分布2024Q2",
    ]  # fmt: skip
    save_report(book, HALF, tmp_path / "汇报.pdf", health=health)
    assert (tmp_path / "汇报.pdf").stat().st_size > 10_000


def test_the_book_of_the_health_check_itself_has_lights_and_no_places(health: Book) -> None:
    told = analysis(health, FIRST)
    assert told.figures.places == ()
    assert told.figures.movements == ()
    assert len(told.health[0].lines) == 4 * 12
