"""How fast the engine scores, against a bare Decimal sum-and-round over the same grid in the same run.

``python tests/benchmarks/scoring_speed.py`` prints, for a court of 300 people with 20,000 cases, the seconds of one
quarter; and for a province of 20,000 people × 40 indicators the ratio to the bare grid: once with figures that repeat
among people, as counts and marks do, and once with figures that hardly ever do. What is timed gives every score and the
tree to ask for its reasons; the figures on the way to a score are reckoned again, by the same rule, and put into
sentences when they are read. That is timed by itself.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.domain.cases import Case
from app.domain.entries import Entry, State
from app.domain.explanation import to_document
from app.domain.facts import Facts
from app.domain.ledgers import Coverage
from app.domain.periods import Period
from app.domain.roster import Person, Posting
from app.domain.scheme.check import build_scheme
from app.domain.schemes import Scheme, SchemeRow, SchemeText
from app.domain.scoring import evaluate

YEAR = 2024
QUARTER = Period.parse("2024Q1")
MANY_CASES = 20_000
DIVISION_SIZE = 15
READ = 200
PLAIN = ("直接计分", "完成率", "标准扣分", "增减计分", "按件扣分", "公式", "分档计分", "区间计分")
PARAMETERS = {
    "直接计分": "下限=0; 上限=100",
    "完成率": "目标=均值({item},部门)",
    "标准扣分": "标准=90; 方向=不低于; 每差=1:0.02",
    "增减计分": "基准=均值({item},同组); 基本分=2; 每高=10%:0.1; 每低=10%:0.1; 封顶=2.5",
    "按件扣分": "每件=0.01",
    "公式": "式=值/100*分值",
    "分档计分": ">=90:2.5; >=80:2; >=60:1; 其他:0",
    "区间计分": "下限=40; 上限=95; 每低=10%:0.2; 每高=10%:0.1",
}


def rows(sheet: str, *told: dict[str, str]) -> tuple[SchemeRow, ...]:
    """Rows of a scheme sheet."""
    return tuple(SchemeRow(cells, {}, sheet) for cells in told)


def measure(indicators: int, *, cases: bool) -> Scheme:
    """A measure of that many indicators, every plain way of scoring in turn; with cases six of them count cases."""
    items, leaves = [], []
    marks = Decimal(100) / indicators
    counted = (
        '折算(角色="承办人")',
        '件数(角色="承办人")',
        '件数(角色="合议庭成员")',
        '件数(超审限=="是")',
        '件数(改判=="是")',
    )
    for number in range(indicators):
        method = PLAIN[number % len(PLAIN)]
        by_cases = cases and number % 8 in (1, 3, 4) and number < 16
        item = {"编码": f"x{number}", "名称": f"数据{number}", "类型": "数值"}
        if by_cases:
            item |= {"类型": "案件", "算式": counted[number % len(counted)]}
        items.append(item)
        leaves.append({
            "指标组": "法官", "编码": f"L{number}", "名称": f"指标{number}", "分值": f"{marks}", "计分方式": method,
            "参数": PARAMETERS[method].format(item=f"数据{number}"), "数据项": f"x{number}", "依据条款": f"第{number}条",
        })  # fmt: skip
    text = SchemeText(
        "方案.xlsx",
        {
            "方案": rows("方案", {"项目": "方案名称", "内容": "测速"}, {"项目": "年度", "内容": str(YEAR)}),
            "指标组": rows("指标组", {"指标组": "法官", "适用条件": '人员类别=="员额法官"'}),
            "数据项": rows("数据项", *items),
            "案件系数": rows(
                "案件系数",
                {"字段": "案由", "取值": "建设工程*", "系数": "2", "次序": "1"},
                {"字段": "案件字", "取值": "民初", "系数": "1", "次序": "2"},
                {"字段": "角色", "取值": "承办人", "系数": "1"},
                {"字段": "角色", "取值": "合议庭成员", "系数": "0.2"},
            ),
            "指标": rows("指标", *leaves),
        },
    )
    scheme, problems = build_scheme(text)
    assert scheme is not None, problems
    return scheme


def facts(people: int, indicators: int, *, cases: int, digits: int = 1) -> Facts:
    """Made-up people with monthly figures of every data item, and cases spread over the year.

    ``digits`` behind the point: with one, figures repeat among people as counts and marks do; with nine, hardly ever.
    """
    dice = random.Random(20240101)
    unit = 10**digits
    staff = [f"F{number}" for number in range(people)]
    folk = tuple(Person(each, f"人{each}") for each in staff)
    postings = tuple(
        Posting(each, f"第{place // DIVISION_SIZE}庭", "员额法官", line=f"条线{place // 60}")
        for place, each in enumerate(staff)
    )
    entries = tuple(
        Entry(each, f"x{number}", month, State.VALUE, Decimal(dice.randrange(20 * unit, 33 * unit)) / unit)
        for each in staff
        for number in range(indicators)
        for month in (QUARTER.months if cases else (QUARTER,))
    )
    lists = tuple(_case(dice, number, staff) for number in range(cases))
    coverage = (Coverage("", Period.parse(str(YEAR))),)
    return Facts(folk, postings, (), entries, lists, (), (), (), coverage)


def _case(dice: random.Random, number: int, staff: list[str]) -> Case:
    chosen = dice.sample(staff, 3)
    day = date(YEAR, 1, 1) + timedelta(days=dice.randrange(365))
    return Case(
        f"（{YEAR}）某民初{number}号",
        day,
        {"承办人": (chosen[0],), "合议庭成员": tuple(chosen[1:])},
        {
            "案件字": "民初",
            "案由": dice.choice(("建设工程施工合同纠纷", "离婚纠纷", "民间借贷纠纷")),
            "超审限": dice.choice(("否", "否", "是")),
            "改判": dice.choice(("否", "否", "否", "是")),
        },
    )


def bare(told: Facts, indicators: int) -> float:
    """CPU seconds of the peer: a term for each cell of the same figures rounded, and the sum, with plain Decimals."""
    weight = Decimal("0.37")
    cent = Decimal("0.01")
    figures = iter([entry.number or Decimal(0) for entry in told.entries])
    grid = [[next(figures) for _ in range(indicators)] for _ in told.people]
    start = time.process_time()
    totals = [sum((cell * weight).quantize(cent, ROUND_HALF_UP) for cell in row) for row in grid]
    assert len(totals) == len(told.people)
    return time.process_time() - start


def timed(scheme: Scheme, told: Facts) -> tuple[float, float]:
    """CPU seconds of one quarter's evaluation, and of one person's whole explanation, reckoned again and worded, after that."""
    start = time.process_time()
    evaluation = evaluate(scheme, QUARTER, told)
    seconds = time.process_time() - start
    assert len(evaluation.results) == len(told.people)
    assert all(each.total is not None for each in evaluation.results)
    read = evaluation.results[:READ]
    middle = time.process_time()
    assert all(to_document(each.tree)["children"] for each in read)
    return seconds, (time.process_time() - middle) / len(read)


def quarter_of_a_court() -> float:
    """CPU seconds of a court's quarter: 300 people, 40 indicators, months and cases."""
    return timed(measure(40, cases=True), facts(300, 40, cases=MANY_CASES))[0]


def province(people: int, digits: int) -> tuple[float, float, float]:
    """CPU seconds of a province's quarter, of its words, and of the bare grid over the same figures."""
    scheme, told = measure(40, cases=False), facts(people, 40, cases=0, digits=digits)
    peer = bare(told, 40)
    ours, words = timed(scheme, told)
    return ours, words, peer


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--people", type=int, default=20_000)
    options = parser.parse_args()
    court = sorted(quarter_of_a_court() for _ in range(options.runs))
    print(f"court of 300, 40 indicators, {MANY_CASES} cases a year: {court[0]:.2f} to {court[-1]:.2f} s CPU a quarter")
    for people, digits in ((options.people // 4, 1), (options.people, 1), (options.people, 9)):
        runs = [province(people, digits) for _ in range(options.runs)]
        ratios = sorted(ours / peer for ours, _, peer in runs)
        seconds = sorted(ours for ours, _, _ in runs)
        words = sorted(each for _, each, _ in runs)
        told = f"{people} people, figures of {digits} decimals: {seconds[0]:.1f} to {seconds[-1]:.1f} s CPU"
        print(f"{told}, {ratios[0]:.1f} to {ratios[-1]:.1f} times the bare grid; peak so far {peak()} MB")
        print(f"  a person's explanation read as a whole: {1000 * words[0]:.1f} to {1000 * words[-1]:.1f} ms CPU")


def peak() -> int:
    """The most memory so far, in MB: facts, results and their explanations together."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
