"""使用考核结果: what follows from a year's results, person by person, with the rule and what it rests on."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from app.domain.formula.values import Nothing, number_of
from app.domain.grades.year_grades import YearGrade
from app.domain.numbers import Exact, exact, shown
from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.domain.roster import Absence, Posting
from app.domain.schemes import DataItem, Scheme
from app.domain.scoring import FINDERS
from app.domain.scoring.court import Court, Member
from app.domain.scoring.evaluator import Evaluator
from app.domain.told_shares import told_figures
from app.domain.uses.bonus import Shares, shared_out
from app.domain.uses.result_uses import Officer, bonus_weights, uses
from app.domain.uses.use_report import Bonus, BonusLine, UseReport
from app.domain.uses.use_rules import REMARK
from app.domain.words import plain
from app.services.analysing.use_sheets import write_use_sheets
from app.services.deciding.year_grades import year_grades
from app.services.schemes import scheme_of
from app.storage.database import Database
from app.storage.facts import read_facts
from app.storage.roster import absences, postings
from app.storage.settings import read_court


class _Told(NamedTuple):
    """What the book tells of each person beyond the year."""

    postings: dict[str, list[Posting]]
    absences: dict[str, list[Absence]]
    years: dict[str, dict[int, YearGrade]]


def result_uses(book: Database, year: int, *, pool: Decimal | None = None) -> UseReport:
    """What the results of a year are used for; ``pool``: the bonus to share out, in yuan.

    Raises AppError: no scheme; a pool that is below zero.
    """
    if pool is not None and pool < 0:
        raise AppError("bonus-below-zero", 2, pool=f"{pool:f}")
    period = Period(year, Kind.YEAR, 1)
    with book.reading() as session:
        scheme = scheme_of(session, period).scheme
        facts = read_facts(session, year)
        told = _Told(_by_person(postings.read(session)), _by_person(absences.read(session)), year_grades(session, year))
        court = read_court(session).name
    item = _case_item(scheme)
    evaluator = Evaluator(Court(scheme, period, facts), FINDERS)
    officers = tuple(_officer(evaluator, member, told, item) for member in evaluator.court.members)
    return UseReport(
        court=court,
        year=year,
        scheme=scheme.name,
        scheme_version=scheme.version,
        lines=uses(scheme, year, officers),
        notes=tuple(_notes(scheme, year, officers, item)),
        bonus=None if pool is None else _bonus(scheme, year, officers, pool),
    )


def save_result_uses(book: Database, year: int, path: Path, *, pool: Decimal | None = None) -> UseReport:
    """Write them as a workbook. Raises AppError: see ``result_uses``; not writable."""
    report = result_uses(book, year, pool=pool)
    write_use_sheets(Path(path), report)
    return report


def _by_person(records: tuple[Any, ...]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for each in records:
        found[each.staff_no].append(each)
    return found


def _case_item(scheme: Scheme) -> DataItem | None:
    wanted = plain(str(scheme.setting("办案数数据项")))
    return next((each for each in scheme.items if wanted in (plain(each.name), plain(each.code))), None)


def _officer(evaluator: Evaluator, member: Member, told: _Told, item: DataItem | None) -> Officer:
    staff_no = member.staff_no
    return Officer(
        staff_no=staff_no,
        name=member.person.name,
        posting=member.posting,
        postings=tuple(told.postings.get(staff_no, ())),
        absences=tuple(told.absences.get(staff_no, ())),
        years=told.years.get(staff_no, {}),
        handled=None if item is None else _handled(evaluator, member, item),
        in_post=exact(member.tenure.ratio),
    )


def _handled(evaluator: Evaluator, member: Member, item: DataItem) -> Exact | None:
    value = number_of(evaluator.told(member, item.code).value)
    return None if isinstance(value, Nothing) else value


def _notes(scheme: Scheme, year: int, officers: tuple[Officer, ...], item: DataItem | None) -> list[str]:
    notes = []
    if item is None:
        notes.append(f"方案没有数据项“{scheme.setting('办案数数据项')}”，办案下限没有核对")
    without = [each.staff_no for each in officers if year not in each.years]
    if without:
        notes.append(
            f"有{len(without)}人没有{year}年度等次（{'、'.join(without[:5])}{'等' if len(without) > 5 else ''}）"
        )
    proposed = sum(1 for each in officers if year in each.years and not each.years[year].decided)
    if proposed:
        notes.append(f"有{proposed}人的{year}年度等次尚未评定，依建议等次提示")
    alone = sum(1 for each in officers if len(each.years) <= 1)
    if alone:
        notes.append(f"有{alone}人没有往年等次，连续几年的规则只看得到本年；往年的可用“历年等次”表导入")
    return notes


def _bonus(scheme: Scheme, year: int, officers: tuple[Officer, ...], pool: Decimal) -> Bonus:
    factors = str(scheme.setting("奖金系数"))
    weights = bonus_weights(scheme, year, officers, told_figures(factors))
    shares: Shares = shared_out(pool, weights, Decimal(shown(scheme.setting("奖金最小单位"))))
    lines = tuple(
        BonusLine(
            each.staff_no,
            each.name,
            each.posting.division,
            each.years[year].grade,
            weights[each.staff_no],
            shares.amounts[each.staff_no],
        )
        for each in officers
        if each.staff_no in weights
    )
    undecided = sum(1 for each in officers if each.staff_no in weights and not each.years[year].decided)
    return Bonus(pool, factors, lines, shares.rest, undecided)


def result_uses_document(report: UseReport) -> dict[str, Any]:
    """The report as JSON values, decimals as texts."""
    return {
        "court": report.court,
        "year": report.year,
        "scheme": report.scheme,
        "scheme_version": report.scheme_version,
        "remark": REMARK,
        "lines": [
            {
                "use": each.rule.use,
                "rule": each.rule.code,
                "document": each.rule.document,
                "article": each.rule.article,
                "text": each.rule.text,
                "staff_no": each.staff_no,
                "name": each.name,
                "division": each.division,
                "told": each.told,
                "rests_on": list(each.rests_on),
                "warning": each.warning,
                "remark": REMARK,
            }
            for each in report.lines
        ],
        "notes": list(report.notes),
        "bonus": None if report.bonus is None else _bonus_document(report.bonus),
    }


def _bonus_document(bonus: Bonus) -> dict[str, Any]:
    return {
        "pool": f"{bonus.pool:f}",
        "factors": bonus.factors,
        "rest": f"{bonus.rest:f}",
        "undecided": bonus.undecided,
        "persons": [
            {
                "staff_no": each.staff_no,
                "name": each.name,
                "division": each.division,
                "grade": each.grade,
                "weight": shown(each.weight),
                "amount": f"{each.amount:f}",
            }
            for each in bonus.lines
        ],
    }
