"""A made-up person's volume, as large as a real one: a year, four quarters, twelve months, 20 indicators, 200 cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from app.domain.entries import Origin, State
from app.domain.explanation import Input, Node, Step
from app.domain.facts import PersonResult, Status
from app.domain.periods import Kind, Period
from app.domain.problems import Source
from app.domain.roster import Absence, Person, Posting
from app.reports.archive import PeriodPart, Volume

COURT = "临川市中级人民法院"
RARE_NAME = "䶮𬴊𫖯𠅤"
BRANCHES = ("办案数量", "办案质量", "办案效率", "办案效果", "综合表现")
RULES = (
    ("完成率", "完成率：数值 ÷ 目标 × 分值，最多得分值的 120%，目标是“均值(结案数,部门)”"),
    ("按件扣分", "按件扣分：分值减去每件扣分 × 件数，免扣 1 件，扣完为止，不得负分"),
    ("分档计分", "分档计分：95 以上得 10，90（含）至 95 得 8，80（含）至 90 得 5，其余得 0"),
    ("公式", "公式：最小(分值, 分值 × (1 − 被发改数 ÷ 结案数) ÷ 0.98)"),
)


def at_cell(file: str, sheet: str, cell: str) -> Origin:
    return Origin(Source(file, sheet, cell), "B0007", "政治部考核科", "2024-04-03T09:15:00")


def case_inputs(period: Period) -> tuple[Input, ...]:
    count = round(200 * period.kind / 12)
    return tuple(
        Input(
            f"（2024）川01刑终{period.first_month * 100 + at}号（承办人）",
            Decimal("1.2") if at % 3 else Fraction(1, 3),
            State.VALUE,
            at_cell(f"审管办案件清单{period.code}.xlsx", "结案明细（含合议）", f"A{at + 5}"),
        )
        for at in range(count)
    )


def leaf(number: int, period: Period) -> Node:
    code, score = f"B{number:02d}", Decimal(100 * number + 50).scaleb(-2) / 4
    name, rule = RULES[number % len(RULES)]
    told = Node("leaf", f"{name}类指标第{number}项", code, score, Decimal(5), Decimal(number * 3), rule=rule)
    months = tuple(
        Input(
            f"{month.title}结案数",
            Decimal(number),
            State.VALUE,
            at_cell(f"刑一庭{month.code}.xlsx", "数据", f"D{number}"),
        )
        for month in period.months[:6]
    )
    steps = (
        Step("目标 = {}", ("均值(结案数,部门)",), Decimal("12.5")),
        Step("完成率 = {} ÷ {}", (number * 3, Decimal("12.5")), Fraction(number * 3 * 2, 25)),
        Step("分值 {} × 完成率 {}", (5, Fraction(1, 3)), score),
    )
    return told._replace(clause=f"《考核办法》第{number + 10}条第（二）项", inputs=months, steps=steps)


def leaves(period: Period, *, gap: bool) -> list[Node]:
    made = [leaf(number, period) for number in range(1, 21)]
    cases = case_inputs(period)
    steps = tuple(
        Step(
            "{} {}：{} × {}（{}）× {}",
            (told.item.removesuffix("（承办人）"), "承办人", 1, told.value, "案件字=刑终", 1),
            told.value,
        )
        for told in cases
    )
    months = Input("在岗月数", Decimal(period.kind))
    made[0] = made[0]._replace(
        label="折算结案数", inputs=(months, *cases), steps=(*steps, *made[0].steps), value=Decimal(len(cases))
    )
    made[1] = made[1]._replace(label="结案件数", inputs=cases, value=Decimal(len(cases)))
    made[5] = made[5]._replace(
        value=None, state=State.NOT_APPLICABLE, score=None, missing_rule="摊分", reason="本人不办刑事案件"
    )
    made[6] = made[6]._replace(value=None, state=State.EXCUSED, missing_rule="满分", reason="借调期间免计")
    if gap:
        hole = Input("服判息诉率", None, State.EMPTY, None)
        made[7] = made[7]._replace(
            value=None,
            state=State.EMPTY,
            score=None,
            missing_rule="待补",
            reason="服判息诉率未填",
            inputs=(hole,),
            steps=(),
        )
    veto = Node("veto", "违反廉政纪律", "V01", None, None, 0, rule="一票否决：数值大于 0 时等次最高为“称职”")
    made.append(veto._replace(reason="未触发", steps=(Step("数值 {}，未触发", (0,)),), clause="《考核办法》第五十条"))
    return made


def tree(period: Period, *, gap: bool = False) -> Node:
    made = leaves(period, gap=gap)
    branches = []
    for at, name in enumerate(BRANCHES):
        children = tuple(made[at * 4 : at * 4 + 4])
        score = (
            None
            if any(child.score is None and child.state is State.EMPTY for child in children)
            else sum((child.score for child in children if child.score is not None), Decimal(0))
        )
        branches.append(Node("branch", name, f"A{at + 1}", score, Decimal(20), children=children))
    branches.append(made[-1])
    if period.kind is Kind.YEAR:
        steps = (Step("四个季度得分的平均 {} × {}", (Decimal("80.00"), "60%"), Decimal("48.00")),)
        branches.append(Node("component", "季度得分", "周期:季", Decimal("48.00"), rule="周期：季 60%", steps=steps))
    total = None if gap else Decimal("80.25") + period.index
    return Node("total", "法官总分", "总分", total, Decimal(100), children=tuple(branches))


def result(period: Period, *, name: str = RARE_NAME, gap: bool = False) -> PersonResult:
    told = tree(period, gap=gap)
    return PersonResult(
        staff_no="J007", name=name, division="刑事审判第一庭", line="刑事", category="员额法官", set_name="法官",
        pool="法官", months_in_post=Decimal(period.kind).quantize(Decimal("0.0001")),
        status=Status.INCOMPLETE if gap else Status.COMPLETE, reason="有 1 项数据未填" if gap else "",
        reason_code="missing" if gap else "", total=told.score, tree=told, rank=None if gap else 3, pool_size=31,
        proposed_grade="" if gap else "好", notes=("本周期内两次任职，按在岗最长的计。",) if period.index == 2 else (),
    )  # fmt: skip


def part(period: Period, **changes: object) -> PeriodPart:
    gap = period == Period(2024, Kind.MONTH, 5)
    made = PeriodPart(
        period=period,
        result=result(period, gap=gap),
        scheme="临川市中级人民法院工作人员绩效考核办法",
        scheme_version="2",
        engine_version="1",
        computed_on=date(period.year, period.first_month, 28),
        seal="9f2c" * 16 if period.kind is Kind.QUARTER else "",
        decided_grade="好" if period.kind is Kind.QUARTER else "",
    )
    return replace(made, **changes)


def periods(year: int = 2024) -> tuple[Period, ...]:
    whole = Period(year, Kind.YEAR, 1)
    return (*whole.months[:11], *whole.inner(Kind.QUARTER), whole)


def volume(**changes: object) -> Volume:
    made = Volume(
        court=COURT,
        year=2024,
        number="2024-J007",
        made_on=date(2025, 1, 15),
        person=Person("J007", RARE_NAME, "女", date(1985, 3, 7), "11010519850307002X", "中共党员", "硕士研究生",
                      origin=at_cell("花名册2024.xlsx", "花名册", "A9")),
        postings=(
            Posting("J007", "立案庭", "法官助理", "立案", post="法官助理", start=date(2019, 7, 1), end=date(2024, 2, 18),
                    origin=at_cell("花名册2024.xlsx", "花名册", "A9")),
            Posting("J007", "刑事审判第一庭", "员额法官", "刑事", "法官", "审判员", "四级高级法官", "四级", "政法专项",
                    start=date(2024, 2, 19), origin=at_cell("花名册2024.xlsx", "花名册", "A10")),
        ),
        absences=(Absence("J007", "借调", date(2024, 6, 3), date(2024, 6, 28), "省高院专项检查",
                          at_cell("离岗2024.xlsx", "离岗", "A4")),),
        periods=tuple(part(period) for period in periods()),
        group_means={period: Decimal("79.85") for period in periods()},
        missing=("2024年12月：还没有计算", "离岗表缺 2024 年下半年"),
    )  # fmt: skip
    return replace(made, **changes)


def small_volume(**changes: object) -> Volume:
    """One quarter and nothing else."""
    return replace(volume(), **{"periods": (part(Period(2024, Kind.QUARTER, 1)),), "missing": (), **changes})
