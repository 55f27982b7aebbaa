"""The engine against a spreadsheet that has the same rules as living formulas, over the same figures.

``python tests/benchmarks/against_spreadsheet.py`` writes a workbook with a score formula for every figure and a total
for every person, lets LibreOffice recalculate it, and compares the times and every total. The workbook holds no
results, so LibreOffice has to compute each cell; the same workbook with plain figures in their places tells how long
reading and writing alone take. An exact computation of its own says which of two different totals is right.
All times are CPU seconds, of LibreOffice with everything that it starts.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.domain.scoring import evaluate
from tests.benchmarks.scoring_speed import DIVISION_SIZE, PLAIN, QUARTER, facts, measure

INDICATORS = 40
FULL = Fraction(100, INDICATORS)
FORMULAS = {
    "直接计分": "ROUND({v},2)",
    "完成率": "ROUND(MIN(MAX({v}/{division},0),1)*2.5,2)",
    "标准扣分": "ROUND(MAX(2.5-MAX(90-{v},0)/1*0.02,0),2)",
    "增减计分": "ROUND(MAX(MIN(2+IF({v}>={court},INT(({v}-{court})/({court}*0.1)),-INT(({court}-{v})/({court}*0.1)))*0.1,2.5),0),2)",
    "按件扣分": "ROUND(MAX(2.5-0.01*MAX({v},0),0),2)",
    "公式": "ROUND({v}/100*2.5,2)",
    "分档计分": "IF({v}>=90,2.5,IF({v}>=80,2,IF({v}>=60,1,0)))",
    "区间计分": "ROUND(MAX(2.5-IF({v}<40,(40-{v})/4*0.2,IF({v}>95,(95-{v})/-9.5*0.1,0)),0),2)",
}
"""What the parameters of tests/benchmarks/scoring_speed.py say, for 40 indicators of 2.5 points, as a clerk writes it."""

Grid = list[list[Decimal]]


def exact_score(method: str, v: Fraction, division: Fraction, court: Fraction) -> Fraction:
    """The same rules once more, in fractions, before rounding."""
    if method == "完成率":
        return min(max(v / division, Fraction(0)), Fraction(1)) * FULL
    if method == "标准扣分":
        return max(FULL - max(90 - v, Fraction(0)) / 50, Fraction(0))
    if method == "增减计分":
        steps = int(abs(v - court) / (court / 10)) * (1 if v >= court else -1)
        return max(min(2 + Fraction(steps, 10), FULL), Fraction(0))
    if method == "按件扣分":
        return max(FULL - max(v, Fraction(0)) / 100, Fraction(0))
    if method == "公式":
        return v / 100 * FULL
    if method == "分档计分":
        return next(
            (points for limit, points in ((90, FULL), (80, Fraction(2)), (60, Fraction(1))) if v >= limit), Fraction(0)
        )
    if method == "区间计分":
        outside = (40 - v) / 4 / 5 if v < 40 else (v - 95) / Fraction(19, 2) / 10 if v > 95 else Fraction(0)
        return max(FULL - outside, Fraction(0))
    return v


def exact_totals(grid: Grid) -> list[Decimal]:
    """Every total, each score rounded half-up to cents."""
    columns = [[Fraction(value) for value in column] for column in zip(*grid, strict=True)]
    court = [sum(column, Fraction(0)) / len(column) for column in columns]
    totals = []
    for place in range(len(grid)):
        first = place - place % DIVISION_SIZE
        cents = 0
        for number, column in enumerate(columns):
            around = column[first : first + DIVISION_SIZE]
            score = exact_score(
                PLAIN[number % len(PLAIN)], column[place], sum(around, Fraction(0)) / len(around), court[number]
            )
            cents += int(score * 100 + Fraction(1, 2))
        totals.append(Decimal(cents).scaleb(-2))
    return totals


def write_workbook(path: Path, grid: Grid, *, living: bool) -> None:
    """Sheets 数据, 均值 and 得分; ``living`` False: figures stand where the formulas would."""
    book = Workbook(write_only=True)
    data, means, scores = (book.create_sheet(name) for name in ("数据", "均值", "得分"))
    for row in grid:
        data.append([float(value) for value in row])
    letters = [get_column_letter(number + 1) for number in range(INDICATORS)]
    people = len(grid)
    ranges = [(1, people)] + [
        (first + 1, min(first + DIVISION_SIZE, people)) for first in range(0, people, DIVISION_SIZE)
    ]
    for first, last in ranges:
        means.append([f"=AVERAGE(数据!{c}{first}:{c}{last})" if living else 26.5 for c in letters])
    for place in range(people):
        scores.append(list(_formulas(place, letters)) if living else [2.5] * (INDICATORS + 1))
    book.save(path)


def _formulas(place: int, letters: list[str]) -> Iterator[str]:
    for number, letter in enumerate(letters):
        yield "=" + FORMULAS[PLAIN[number % len(PLAIN)]].format(
            v=f"数据!{letter}{place + 1}",
            division=f"均值!{letter}{place // DIVISION_SIZE + 2}",
            court=f"均值!{letter}$1",
        )
    yield f"=SUM(A{place + 1}:{letters[-1]}{place + 1})"


def recalculated(path: Path, folder: Path) -> tuple[Path, float]:
    """The workbook as LibreOffice saves it again, and the CPU seconds that it took."""
    out = folder / "新"
    out.mkdir(exist_ok=True)
    command = ["soffice", f"-env:UserInstallation={(folder / '设置').as_uri()}", "--headless", "--norestore"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([*command, "--convert-to", "xlsx", "--outdir", out, path], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return out / path.name, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def totals_in(path: Path) -> list[Decimal]:
    """The last column of sheet 得分, to the cent."""
    book = load_workbook(path, read_only=True, data_only=True)
    cent = Decimal("0.01")
    totals = [
        Decimal(repr(float(row[-1]))).quantize(cent, ROUND_HALF_UP) for row in book["得分"].iter_rows(values_only=True)
    ]
    book.close()
    return totals


def main() -> None:
    """Print the times and what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--digits", type=int, default=1, help="decimals of the figures")
    options = parser.parse_args()
    if shutil.which("soffice") is None:
        parser.exit(1, "soffice (LibreOffice) is not there\n")
    scheme, told = measure(INDICATORS, cases=False), facts(options.people, INDICATORS, cases=0, digits=options.digits)
    figures = iter([entry.number or Decimal(0) for entry in told.entries])
    grid = [[next(figures) for _ in range(INDICATORS)] for _ in range(options.people)]
    begin = time.process_time()
    evaluation = evaluate(scheme, QUARTER, told)
    own = time.process_time() - begin
    by_staff = {each.staff_no: each.total for each in evaluation.results}
    ours = [by_staff[person.staff_no] for person in told.people]
    right = exact_totals(grid)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds = {}
        for living in (False, True):
            path = folder / f"{'公式' if living else '数值'}.xlsx"
            write_workbook(path, grid, living=living)
            saved, seconds[living] = recalculated(path, folder)
        theirs = totals_in(saved)
    print(f"{options.people} people x {INDICATORS} indicators, {INDICATORS} score formulas and a total for each person")
    print(
        f"engine, explanations recorded: {own:.1f} s; totals that differ from exact fractions: {differing(ours, right)}"
    )
    print(
        f"LibreOffice, formulas without results: {seconds[True]:.1f} s; the same workbook without formulas: {seconds[False]:.1f} s"
    )
    print(
        f"engine / LibreOffice as a whole: {own / seconds[True]:.3f}; recalculation alone: {own / (seconds[True] - seconds[False]):.3f}"
    )
    print(
        f"totals of LibreOffice that differ from exact fractions: {differing(theirs, right)}, by at most {furthest(theirs, right)}"
    )


def differing(told: list[Decimal | None] | list[Decimal], right: list[Decimal]) -> int:
    """How many are not the same figure."""
    return sum(one != other for one, other in zip(told, right, strict=True))


def furthest(told: list[Decimal], right: list[Decimal]) -> Decimal:
    """The greatest difference."""
    return max(abs(one - other) for one, other in zip(told, right, strict=True))


if __name__ == "__main__":
    main()
