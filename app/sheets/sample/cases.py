"""The cases that the made-up court closes in a year: who had them, when, how they ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from random import Random

from app.domain.cases import Case
from app.domain.periods import Period
from app.sheets.sample import case_lists
from app.sheets.sample.case_lists import CaseKind
from app.sheets.sample.court import CASE_CODE, CASE_SHARE
from app.sheets.sample.desk import Bench, Desk
from app.sheets.sample.draws import draws
from app.sheets.sample.people import Roll, year_of

MONTHLY_LOAD = 14.4
"""Cases that an ordinary judge closes in an ordinary month."""
SEASONS = (0.95, 0.75, 1.05, 1.0, 1.0, 1.05, 0.95, 0.95, 1.05, 0.95, 1.1, 1.2)
"""February is short, December is not."""


def make_cases(roll: Roll) -> dict[Period, tuple[Case, ...]]:
    """The closed cases of each month, by closing date; numbers run by filing date."""
    desk = Desk(roll)
    months = year_of(roll).months
    cases = [case for month in months for each in roll.staff for case in _closed_by(each.staff_no, desk, month)]
    numbered = _numbered(cases)
    return {
        month: tuple(
            sorted(
                (case for case in numbered if month.has_day(case.closed)), key=lambda case: (case.closed, case.number)
            )
        )
        for month in months
    }


def case_share(post: str) -> int:
    """岗位办案比例 of a judge's post, per cent."""
    return CASE_SHARE.get(post, 100)


def _closed_by(staff_no: str, desk: Desk, month: Period) -> Iterator[Case]:
    days = desk.judging_days(staff_no, month)
    if not days:
        return
    chance = draws("案件", staff_no, month.code)
    skill = draws("能力", staff_no).uniform(0.76, 1.16)
    share = case_share(days[0][1].post) / 100
    count = round(MONTHLY_LOAD * share * skill * SEASONS[month.index - 1] * len(days) / 22 * chance.uniform(0.9, 1.1))
    for _ in range(count):
        day, posting = chance.choice(days)
        kinds = case_lists.CASE_KINDS[posting.division]
        kind = chance.choices(kinds, [each.share for each in kinds])[0]
        yield _case(chance, desk.bench(posting.division, day), staff_no, kind)


def _case(chance: Random, bench: Bench, judge: str, kind: CaseKind) -> Case:
    late = chance.random() < 0.02
    days = chance.randint(*kind.days) + (chance.randint(20, 60) if late else 0)
    own = chance.random() < 0.008
    word = case_lists.UNKNOWN_WORDS.get(kind.word[0], kind.word) if chance.random() < 0.008 else kind.word
    fields = {
        "案件字": word,
        "案由": chance.choice(kind.causes),
        "程序": kind.procedure,
        "部门": bench.division,
        "结案方式": chance.choice(case_lists.OUTCOMES[kind.word[0]]),
        "是否超审限": "是" if late else "否",
        **_reversal(chance, bench.division),
    }
    return Case(
        number="",
        closed=bench.day,
        filed=bench.day - timedelta(days=days),
        roles=_roles(chance, bench, judge, kind),
        fields=fields,
        own_factor=Decimal(chance.choice(("2.5", "3", "4"))) if own else None,
        own_reason=chance.choice(case_lists.OWN_FACTOR_REASONS) if own else "",
    )


def _reversal(chance: Random, division: str) -> dict[str, str]:
    """Whether a higher court changed the judgment or sent it back, and why."""
    is_changed = division != "执行局" and chance.random() < 0.025
    reason = chance.choice(case_lists.REVERSAL_REASONS) if is_changed else ""
    return {"是否改判发回": "是" if is_changed else "否", "改发原因": reason}


def _roles(chance: Random, bench: Bench, judge: str, kind: CaseKind) -> dict[str, tuple[str, ...]]:
    others = () if kind.alone else tuple(chance.sample([each for each in bench.judges if each != judge], 2))
    panel = (judge, *others)
    # The head of the division presides where he sits; else whoever it falls to, often the judge in charge.
    presiding = bench.head if bench.head in others else chance.choice(panel)
    members = panel if bench.lists_whole_panel else tuple(each for each in others if each != presiding)
    return {
        "承办人": (judge,),
        "审判长": (presiding,) if others else (),
        "合议庭成员": members if others else (),
        "法官助理": (chance.choice(bench.assistants),) if bench.assistants and chance.random() < 0.97 else (),
        "书记员": (chance.choice(bench.clerks),) if bench.clerks else (),
    }


def _numbered(cases: list[Case]) -> list[Case]:
    """The cases with their numbers: by filing year and 案件字, in the order of filing."""
    serials: Counter[tuple[int, str]] = Counter()
    numbered = []
    for case in sorted(cases, key=lambda each: (each.filed or each.closed, each.closed)):
        year, word = (case.filed or case.closed).year, case.fields["案件字"]
        serials[year, word] += 1
        numbered.append(replace(case, number=f"（{year}）{CASE_CODE}{word}{serials[year, word]}号"))
    return numbered


def days_taken(case: Case) -> int:
    """Days from filing to closing."""
    return (case.closed - (case.filed or case.closed)).days
