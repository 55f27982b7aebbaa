"""Months, quarters, half-years and the year, each computed, decided, made public, told to everybody and closed."""

from __future__ import annotations

from pathlib import Path

from app.domain.closing import Stage
from app.domain.grades.grading import PersonProposal
from app.domain.objections import REJECTED, UPHELD, Way
from app.domain.periods import Period
from app.services.deciding.closing import close_period, reopen_period
from app.services.deciding.grading import grade
from app.services.deciding.objections import Answer, Complaint, accept, answer, lodge
from app.services.deciding.publishing import notice_rows, publish, sign
from app.services.deciding.standing import standing
from app.services.sample_court.folders import DECISIONS, SHEETS
from app.services.sample_court.meeting import JUDGES_POOL, Wish, after_correction, as_proposed, decide, meet
from app.services.sample_court.taking import Arrivals
from app.services.scoring.computing import compute
from app.sheets.sample.corrections import INDICATOR
from app.sheets.sample.days import closing_days, workday
from app.sheets.sample.meetings import JUDGES_BODY, REVIEWERS, Verdict
from app.storage.database import Database

SIGNS_LATE = 29
"""Everybody but each 29th has signed for the own notice."""
EXCELLENT = "优秀"


def close_without_grades(book: Database, period: Period, scope: str) -> None:
    """Compute a month or a half-year, make it public where the scheme asks (公示周期), and close it."""
    days = closing_days(period)
    compute(book, period)
    if Stage.PUBLIC in standing(book, period).stages:
        publish(book, period, days.public, scope=scope)
    close_period(book, period, today=days.signed)


def close_with_grades(book: Database, period: Period, directory: Path, wish: Wish = as_proposed) -> None:
    """Compute a quarter or the year, decide on everybody, make it public, tell everybody, and close it."""
    days = closing_days(period)
    compute(book, period)
    meet(book, period, days.meeting, _decision_file(directory, period), wish)
    publish(book, period, days.public)
    _sign_all(book, period)
    close_period(book, period, today=days.signed)


def _decision_file(directory: Path, period: Period, mark: str = "") -> Path:
    return directory / SHEETS / DECISIONS / f"{period.title}评定表{mark}.xlsx"


def _sign_all(book: Database, period: Period) -> None:
    day = closing_days(period).signed
    rows = notice_rows(book, period)
    sign(book, period, {row.staff_no: day for at, row in enumerate(rows, 1) if at % SIGNS_LATE})


def talked_to(staff_no: str) -> Wish:
    """One grade lower for whoever was talked to."""

    def wish(person: PersonProposal) -> Verdict | None:
        if person.staff_no != staff_no:
            return None
        lower = {"好": "较好", "较好": "一般"}.get(person.proposed_grade, person.proposed_grade)
        reason = "本季受提醒谈话一次，经评议低定一个等次"
        return Verdict(person.staff_no, person.name, lower, reason=reason)

    return wish


def one_more_excellent() -> Wish:
    """The first judge whom only the quota kept from 优秀 gets it, because the quota was raised by a document."""
    given: list[str] = []

    def wish(person: PersonProposal) -> Verdict | None:
        barred = {bar.code for bar in person.barred if bar.grade == EXCELLENT}
        if given or person.pool != JUDGES_POOL or barred != {"quota"}:
            return None
        given.append(person.staff_no)
        reason = "本院获集体二等功，优秀比例经批准适当提高"
        return Verdict(person.staff_no, person.name, EXCELLENT, reason=reason, approval="澜组〔2025〕6号")

    return wish


def uphold_objection(arrivals: Arrivals, quarter: Period, staff_no: str, directory: Path) -> int:
    """A judge objects to one indicator: the mark is corrected, and the quarter computed, decided and closed anew.

    Gives the number of the objection.
    """
    book, days = arrivals.book, closing_days(quarter)
    lodged, corrected = workday(days.signed, 2), workday(days.signed, 8)
    text = "一季度裁判文书评分与评查组反馈的分数相差十分，请核对。"
    row, _ = lodge(book, quarter, staff_no, Complaint(Way.OBJECTION, text, lodged, indicator=INDICATOR))
    number = row.objection.number
    accept(book, number, workday(lodged, 1))
    proposed = {each.staff_no: each.proposed_grade for each in grade(book, quarter).persons}
    reopen_period(book, quarter, reason=f"第{number}号异议成立，更正裁判文书评分")
    arrivals.take_corrections(corrected)
    compute(book, quarter)
    verdicts = after_correction(book, quarter, proposed, "澜组〔2024〕17号")
    path = _decision_file(directory, quarter, "（第2期）")
    decide(book, quarter, workday(corrected, 1), path, {JUDGES_BODY: verdicts}, note="（第2期）")
    told = "经核对原始评查表，评分录入有误，已更正并重新核算、重新评定。"
    answer(book, number, Answer(UPHELD, told, "澜中法考〔2024〕5号", REVIEWERS, workday(corrected, 2)))
    publish(book, quarter, workday(corrected, 2))
    sign(book, quarter, {staff_no: workday(corrected, 8)})
    close_period(book, quarter, today=workday(corrected, 9))
    return number


def reject_objection(book: Database, quarter: Period, staff_no: str) -> int:
    """An officer objects to the service mark, without success; nothing changes. Gives the number of the objection."""
    lodged = workday(closing_days(quarter).signed, 2)
    complaint = Complaint(Way.OBJECTION, "三季度服务满意度评分偏低，请求复查评分表。", lodged, indicator="ZB2")
    row, _ = lodge(book, quarter, staff_no, complaint)
    number = row.objection.number
    accept(book, number, workday(lodged, 1))
    told = "经复查十三个部门的评分表，计算无误，评分是各部门独立打分的平均数，维持原结果。"
    answer(book, number, Answer(REJECTED, told, "澜中法考〔2024〕9号", "乔若水、童叔同", workday(lodged, 5)))
    return number
