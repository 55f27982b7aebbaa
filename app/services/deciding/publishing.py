"""公示 and 结果通知: what was made public from when to when, and who signed for the own result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.closing import Notice, Publication, Stage, public_days
from app.domain.entries import Origin
from app.domain.periods import Period
from app.domain.problems import AppError, Barred, Forbidden, Problem, Refused, Source
from app.services.changes import Changes
from app.services.deciding.grading import basis_of
from app.services.deciding.standing import last_public_day, standing_in, workdays_of
from app.services.sealed import refuse_if_sealed, seal_mark
from app.services.taking_in.matching import Directory
from app.sheets.drafts import NOTICES, Hints, NoticeDraft
from app.sheets.intake import read_file
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind
from app.storage.closing import notices, publication_of, publications
from app.storage.database import Database
from app.storage.decisions import decisions
from app.storage.results import read_heads
from app.storage.roster import people, postings
from app.storage.sealing import shown_digest
from app.storage.session import Session
from app.storage.settings import read_court


def publish(
    book: Database, period: Period, start: date, *, until: date | None = None, scope: str = ""
) -> tuple[Publication, Changes]:
    """Note that a period's results are public from a day on; until the last working day that the scheme asks for.

    Raises Forbidden (5) where the period is sealed, the scheme asks for no publication, or it is public already;
    Barred with what must be done before; AppError for days that cannot be.
    """
    with book.transaction(f"公示{period.title}", kind="publish") as session:
        refuse_if_sealed(session, period, told="公示")
        basis = basis_of(session, period)
        days = public_days(basis.scheme, period.kind)
        if not days:
            raise Forbidden("publication-not-asked", period=period.title, kind=period.kind.word)
        told = standing_in(session, period, start)
        _refuse_unready(
            period, [each.problem for each in told.obstacles if each.stage in (Stage.COMPUTED, Stage.DECIDED)]
        )
        last = publication_of(session, period, told.issue)
        if last is not None and not last.withdrawn:
            raise Forbidden("publication-there", period=period.title, start=last.start, until=last.until)
        end = until or last_public_day(workdays_of(basis.scheme), start, days)
        _check_days(session, period, told.issue, start, end)
        ordinal = last.ordinal + 1 if last else 1
        scope = scope.strip() or basis.scheme.setting("公示范围")
        shown = shown_digest(session, period, told.issue)
        made = Publication(period, told.issue, ordinal, start, end, scope, shown)
        publications.write(session, [made])
    return made, Changes(decisions=True)


def _refuse_unready(period: Period, problems: list[Problem]) -> None:
    if problems:
        raise Barred(tuple(problems), "publication-not-ready", period=period.title)


def _check_days(session: Session, period: Period, issue: int, start: date, end: date) -> None:
    if end < start:
        raise AppError("publication-ends-before-start", start=start, until=end)
    meetings = [each.day for each in decisions.read(session, period=period, issue=issue) if each.day]
    latest = max(meetings, default=start)
    if start < latest:
        raise AppError("publication-before-meeting", start=start, day=latest)


def withdraw(book: Database, period: Period, *, reason: str) -> Changes:
    """End a publication before its time; it stays on record. Raises AppError without a reason, Forbidden without one."""
    if not reason.strip():
        raise AppError("reason-needed")
    with book.transaction(f"撤回{period.title}的公示：{reason.strip()}", kind="publish") as session:
        refuse_if_sealed(session, period, told="公示")
        issue = basis_of(session, period).saved.issue
        last = publication_of(session, period, issue)
        if last is None or last.withdrawn:
            raise Forbidden("publication-none", period=period.title)
        publications.write(session, [replace(last, withdrawn=reason.strip(), origin=Origin())])
    return Changes(decisions=True)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """What a person is told in writing, and the day of the signature."""

    staff_no: str
    name: str
    division: str
    total: Decimal | None
    grade: str
    reason: str
    signed: date | None
    opinion: str


def notice_rows(book: Database, period: Period) -> tuple[NoticeRow, ...]:
    """The notices of a period's newest issue, in the order of its results. Raises Forbidden("not-computed")."""
    with book.reading() as session:
        return _notice_rows(session, period)


def _notice_rows(session: Session, period: Period) -> tuple[NoticeRow, ...]:
    issue = _issue_of(session, period)
    told = {each.staff_no: each for each in decisions.read(session, period=period, issue=issue)}
    signed = {each.staff_no: each for each in notices.read(session, period=period, issue=issue)}
    return tuple(
        NoticeRow(
            head.staff_no,
            head.name,
            head.division,
            head.total,
            head.decided_grade,
            told[head.staff_no].reason if head.staff_no in told else "",
            signed[head.staff_no].signed if head.staff_no in signed else None,
            signed[head.staff_no].opinion if head.staff_no in signed else "",
        )
        for head in read_heads(session, period=period)
    )


def _issue_of(session: Session, period: Period) -> int:
    heads = read_heads(session, period=period)
    if not heads:
        raise Forbidden("not-computed", period=period.title, written=period.code)
    return heads[0].issue


def sign(book: Database, period: Period, days: Mapping[str, date]) -> Changes:
    """Note on which day people signed for their notice.

    Raises Refused with every number that has no result and every day to come; Barred where somebody's grade is not decided.
    """
    told = [(staff_no, day, "", Origin()) for staff_no, day in days.items()]
    return _sign(book, period, told, ())


def sign_sheet(book: Database, period: Period, path: Path) -> Changes:
    """Take a filled list of signatures in, as a whole or not at all. Raises Refused with all its faults."""
    reading = read_file(Path(path), Hints(kind=NOTICES))
    with book.reading() as session:
        directory = Directory(people.read(session), postings.read(session))
    problems = [each for sheet in reading.sheets for each in sheet.problems if not each.warning]
    for sheet in reading.sheets:
        if sheet.period not in (None, period):
            values = {"told": sheet.period.title, "wanted": period.title}
            problems.append(
                Problem("decision-other-period", Source(reading.file, sheet.sheet), sheet.period.code, values)
            )
    told = []
    for draft in (each for sheet in reading.sheets for each in sheet.records):
        if isinstance(draft, NoticeDraft):
            match = directory.match(draft.person, period)
            if match.problem is not None:
                problems.append(match.problem)
            else:
                told.append((match.staff_no, draft.signed, draft.opinion, Origin(draft.source)))
    return _sign(book, period, told, tuple(problems))


def _sign(
    book: Database, period: Period, told: list[tuple[str, date, str, Origin]], problems: tuple[Problem, ...]
) -> Changes:
    with book.transaction(f"登记{period.title}结果通知的签收", kind="notice") as session:
        issue = _issue_of(session, period)
        grades = {each.staff_no: each.decided_grade for each in read_heads(session, period=period)}
        has_grades = any(row.kind is period.kind for row in basis_of(session, period).scheme.grades)
        found = list(problems)
        for staff_no, day, _, origin in told:
            found += _not_yet(day, origin.source)
            if staff_no not in grades:
                values = {"staff_no": staff_no, "period": period.title}
                found.append(Problem("notice-unknown-person", origin.source, staff_no, values))
            elif has_grades and not grades[staff_no]:
                found.append(Problem("notice-before-decision", origin.source, staff_no, {"staff_no": staff_no}))
        if any(each.code == "notice-before-decision" for each in found):
            raise Barred(tuple(found), "input-refused")
        if found:
            raise Refused(tuple(found))
        rows = [Notice(period, issue, staff_no, day, opinion, origin) for staff_no, day, opinion, origin in told]
        notices.write(session, rows)
    return Changes(decisions=True)


def _not_yet(day: date, source: Source) -> Iterator[Problem]:
    """Nobody has signed on a day that is still to come."""
    today = date.today()
    if day > today:
        yield Problem("notice-day-ahead", source, day.isoformat(), {"today": today.isoformat()})


def save_notices(book: Database, period: Period, path: Path) -> None:
    """The list to sign, as a workbook that ``sign_sheet`` reads again."""
    with book.reading() as session:
        rows = _notice_rows(session, period)
        court = read_court(session).name
        issue, mark = _issue_of(session, period), seal_mark(session, period)
    columns = (
        SheetColumn("工号"), SheetColumn("姓名"), SheetColumn("部门"), SheetColumn("总分", kind=ColumnKind.NUMBER),
        SheetColumn("评定等次"), SheetColumn("签名", width=14), SheetColumn("签收日期", width=14),
        SheetColumn("本人意见", width=24),
    )  # fmt: skip
    cells = tuple(
        (
            each.staff_no,
            each.name,
            each.division,
            each.total,
            each.grade,
            None,
            each.signed.isoformat() if each.signed else None,
            each.opinion or None,
        )
        for each in rows
    )
    lines = (f"{court}　第 {issue} 期" + (f"　封存 {mark}" if mark else ""),)
    write_scores(
        Path(path), ScoreSheet(f"{period.title}考核结果通知签收表", columns, cells, lines, name="签收"), court=court
    )


def notices_document(period: Period, rows: tuple[NoticeRow, ...]) -> dict[str, Any]:
    """The notices as JSON values."""
    return {
        "period": period.code,
        "persons": [
            {
                "staff_no": each.staff_no,
                "name": each.name,
                "division": each.division,
                "total": None if each.total is None else f"{each.total:f}",
                "decided_grade": each.grade or None,
                "reason": each.reason or None,
                "signed": each.signed.isoformat() if each.signed else None,
                "opinion": each.opinion or None,
            }
            for each in rows
        ],
    }
