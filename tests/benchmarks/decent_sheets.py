"""Decent 数据 sheets, made up: plain figures, and what real departments hand in instead. And the books that take them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

PEOPLE, COLUMNS = 5_000, 40
NAMED = ("序号", "工号", "姓名", "部门")
FIGURES = COLUMNS - len(NAMED)
NOTHINGS = ("—", "/", "不适用", "免计", None)
WORDS = ("好", "较好", "一般", "较差")
DIVISIONS = 40

Row = list[object]


class Formula(NamedTuple):
    """A cell with a formula, and the value that was stored with it."""

    formula: str
    value: float


class Look(NamedTuple):
    """How a sheet is made beside its cells: columns shown as percentages, hidden rows, a title over all columns."""

    percent: range = range(0)
    hidden: Sequence[int] = ()
    wide_title: bool = False


def names(word: str, count: int = FIGURES) -> list[str]:
    """The names of data items: 指标 are numbers, 比率 percentages, 评议 words."""
    return [f"测试{word}{number}" for number in range(1, count + 1)]


def write_table(
    path: Path, header: Sequence[str], rows: Sequence[Row], title: str = "", look: Look | None = None
) -> None:
    """A workbook with one sheet, as an office makes it: a title, a header, a border around every cell."""
    look = look or Look()
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Sheet1")
    frame, percent = book.add_format({"border": 1}), book.add_format({"border": 1, "num_format": "0.00%"})
    if look.wide_title:
        sheet.merge_range(0, 0, 0, len(header) - 1, title, frame)
    elif title:
        sheet.write(0, 0, title)
    sheet.write_row(2, 0, header, frame)
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row):
            _write(sheet, (number, column), value, percent if column in look.percent else frame)
    for number in look.hidden:
        sheet.set_row(number + 3, None, None, {"hidden": True})
    book.close()


def _write(sheet: Worksheet, place: tuple[int, int], value: object, style: Format) -> None:
    if isinstance(value, Formula):
        sheet.write_formula(*place, value.formula, style, value.value)
    else:
        sheet.write(*place, value, style)


def person(number: int) -> Row:
    """序号, 工号, 姓名, 部门."""
    return [number + 1, f"P{number:06d}", f"考核{number}号", f"第{number % DIVISIONS}庭"]


def figures(count: int = FIGURES, people: int = PEOPLE, seed: int = 7) -> list[list[float]]:
    """Figures of two decimals between 60 and 100."""
    dice = random.Random(seed)
    return [[dice.randrange(6_000, 10_000) / 100 for _ in range(count)] for _ in range(people)]


def plain(path: Path, people: int = PEOPLE, columns: int = COLUMNS) -> None:
    """A figure of two decimals for everybody in every column."""
    count = columns - len(NAMED)
    rows = [[*person(number), *told] for number, told in enumerate(figures(count, people))]
    write_table(path, [*NAMED, *names("指标", count)], rows, "考核数据表")


def percentages(path: Path) -> None:
    """Half of the columns are percentages, of two decimals as they are shown."""
    half = FIGURES // 2
    rows = [
        [*person(number), *told[:half], *(each / 100 for each in told[half:])] for number, told in enumerate(figures())
    ]
    look = Look(percent=range(len(NAMED) + half, COLUMNS))
    write_table(path, [*NAMED, *names("指标", half), *names("比率", FIGURES - half)], rows, "考核数据表", look)


def long_percentages(path: Path) -> None:
    """Percentages that a division gave, with all their digits: no two alike."""
    dice = random.Random(5)
    rows = [
        [*person(each), *(dice.randrange(60, 100) / dice.randrange(100, 173) for _ in range(FIGURES))]
        for each in range(PEOPLE)
    ]
    write_table(path, [*NAMED, *names("比率")], rows, "考核数据表", Look(percent=range(len(NAMED), COLUMNS)))


def by_name(path: Path) -> None:
    """People are told by 姓名 and 部门 only, under a title that is merged over all columns."""
    rows = [[number + 1, *person(number)[2:], "审判员", *told] for number, told in enumerate(figures())]
    write_table(path, ["序号", "姓名", "部门", "职务", *names("指标")], rows, "考核数据表", Look(wide_title=True))


def beside(path: Path) -> None:
    """Texts and days beside the figures: 职务, 填报日期, 填报人, 备注."""
    dice = random.Random(3)
    rows = [
        [
            *person(number),
            "审判员",
            f"2024-03-{number % 28 + 1:02d}",
            f"填报{number % 50}号",
            *told,
            dice.choice(("", "休假后返岗", "借调")),
        ]
        for number, told in enumerate(figures(FIGURES - 4))
    ]
    write_table(path, [*NAMED, "职务", "填报日期", "填报人", *names("指标", FIGURES - 4), "备注"], rows, "考核数据表")


def nothings(path: Path) -> None:
    """One cell of ten says one of the four kinds of nothing, or is blank."""
    dice = random.Random(4)
    rows = [
        [*person(number), *(dice.choice(NOTHINGS) if dice.random() < 0.1 else each for each in told)]
        for number, told in enumerate(figures())
    ]
    write_table(path, [*NAMED, *names("指标")], rows, "考核数据表")


def texts(path: Path) -> None:
    """A quarter of the figures are texts, some with their unit, and the last column is of words; one row of ten is hidden."""
    rows = [
        [*person(number), *(f"{each}分" if column % 8 == 0 else str(each) if column % 4 == 0 else each for column, each in enumerate(told)), WORDS[number % 4]]
        for number, told in enumerate(figures(FIGURES - 1))
    ]  # fmt: skip
    header = [*NAMED, *names("指标", FIGURES - 1), *names("评议", 1)]
    write_table(path, header, rows, "考核数据表", Look(hidden=range(0, PEOPLE, 10)))


def totals(path: Path) -> None:
    """People by divisions, a 小计 below each, a 合计 at the end, under a title merged over all columns."""
    told = figures()
    rows: list[Row] = []
    for division in range(DIVISIONS):
        numbers = range(division, PEOPLE, DIVISIONS)
        rows += [[*person(number), *told[number]] for number in numbers]
        rows.append(["小计", None, None, None, *_sums([told[number] for number in numbers])])
    rows.append(["合计", None, None, None, *_sums(told)])
    write_table(path, [*NAMED, *names("指标")], rows, "考核数据表", Look(wide_title=True))


def _sums(told: Sequence[Sequence[float]]) -> list[object]:
    return [round(sum(round(each * 100) for each in column)) / 100 for column in zip(*told, strict=True)]


def formulas(path: Path) -> None:
    """Half of the figures are the results of formulas, with the values stored."""
    rows = [
        [
            *person(number),
            *(
                Formula(f"=ROUND(AO{number + 4}*{column}/7,2)", each) if column % 2 else each
                for column, each in enumerate(told)
            ),
        ]
        for number, told in enumerate(figures())
    ]
    write_table(path, [*NAMED, *names("指标")], rows, "考核数据表")


def another_quarter(path: Path) -> None:
    """Other figures for everybody in every column."""
    rows = [[*person(number), *told] for number, told in enumerate(figures(seed=8))]
    write_table(path, [*NAMED, *names("指标")], rows, "考核数据表")


def corrected(path: Path) -> None:
    """The plain sheet again, with one figure of a hundred put right."""
    dice = random.Random(9)
    rows = [
        [*person(number), *(each + 0.5 if dice.random() < 0.01 else each for each in told)]
        for number, told in enumerate(figures())
    ]
    write_table(path, [*NAMED, *names("指标")], rows, "考核数据表")


class Variant(NamedTuple):
    """A sheet: how it is made, the period that it tells, and whether the book has the plain sheet of 2024Q1 already."""

    write: Callable[[Path], None]
    period: str = "2024Q1"
    has_before: bool = False


VARIANTS: Mapping[str, Variant] = {
    each.write.__name__: each
    for each in (
        Variant(plain),
        Variant(percentages),
        Variant(long_percentages),
        Variant(by_name),
        Variant(beside),
        Variant(nothings),
        Variant(texts),
        Variant(totals),
        Variant(formulas),
        Variant(another_quarter, "2024Q2", has_before=True),
        Variant(corrected, has_before=True),
    )
}


def make_book(folder: Path) -> Path:
    """A book with the roster and a scheme that knows the columns."""
    from app.services.books import new_book

    roster: list[Row] = [
        [f"P{number:06d}", f"考核{number}号", f"第{number % DIVISIONS}庭", "员额法官", "2020-01-01"]
        for number in range(PEOPLE)
    ]
    write_table(folder / "花名册.xlsx", ["工号", "姓名", "部门", "人员类别", "任职起"], roster)
    _write_scheme(folder / "方案.xlsx")
    path = folder / "测速.hj"
    new_book(path, court="测速法院", level="基层").close()
    for name in ("花名册.xlsx", "方案.xlsx"):
        take_into(path, folder / name)
    return path


def _write_scheme(path: Path) -> None:
    """Numbers, percentages and words, each an indicator of 2 full marks but the last."""
    numbers, rates, words = names("指标"), names("比率"), names("评议", 1)
    counted = [*((name, "完成率", "目标=50") for name in numbers), *((name, "完成率", "目标=50") for name in rates)]
    counted += [(name, "等次换算", "好:2; 较好:1.5; 一般:1; 较差:0") for name in words]
    parts: dict[str, list[Row]] = {
        "方案": [["项目", "内容"], ["方案名称", "测速办法"], ["年度", "2024"]],
        "指标组": [["指标组", "适用条件"], ["法官", '人员类别=="员额法官"']],
        "数据项": [
            ["编码", "名称", "类型", "单位"],
            *([f"x{number}", name, "数值", "分"] for number, name in enumerate(numbers)),
            *([f"r{number}", name, "数值", "%"] for number, name in enumerate(rates)),
            *([f"w{number}", name, "等次", ""] for number, name in enumerate(words)),
        ],
        "指标": [
            ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
            *(["法官", f"i{number}", name, 2, way, told, name] for number, (name, way, told) in enumerate(counted)),
            ["法官", "总分", "总分", 2 * len(counted), "", "", ""],
        ],
    }
    scheme = xlsxwriter.Workbook(str(path))
    for name, rows in parts.items():
        _write_rows(scheme, name, rows)
    scheme.close()


def _write_rows(book: Workbook, name: str, rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)


def take_into(path: Path, file: Path) -> None:
    """The file taken into the book."""
    from app.services.books import open_book
    from app.services.taking_in.imports import stage, take

    book = open_book(path)
    staging = stage(book, [file])
    assert staging.can_take, [each for sheet in staging.files for each in sheet.faults][:3]
    take(book, staging)
    book.close()


def make_all(folder: Path) -> dict[str, tuple[Path, Path]]:
    """Each variant's book and sheet."""
    book = make_book(folder)
    later = Path(shutil.copy(book, folder / "下一季.hj"))
    made = {}
    for name, variant in VARIANTS.items():
        place = folder / name
        place.mkdir()
        file = place / f"数据-{variant.period}.xlsx"
        variant.write(file)
        made[name] = (later if variant.has_before else book, file)
    take_into(later, made["plain"][1])
    return made
