"""年度考核的表: 登记表 for each person, the summary for 备案, and the table for cadre systems, all from what is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from app.domain.analysis.annual_summary import SummaryLine
from app.domain.grades.conclusions import NOT_EVALUATED, UNDETERMINED, ZB18, code_of, for_institution
from app.domain.grades.decisions import Decision
from app.domain.grades.year_grades import YearGrade
from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.domain.roster import Posting, staff_no_order
from app.domain.schemes import Scheme
from app.domain.scoring.court import Court, Member
from app.domain.told_shares import told_words
from app.domain.uses.terms_of_office import in_post_since
from app.domain.words import plain
from app.reports.annual_summary import AnnualSummary, write_annual_summary
from app.reports.register_form import RegisterForm, write_register_form
from app.services.deciding.year_grades import year_grades
from app.services.folders import folder_at
from app.services.papers.form_sheets import write_code_sheets, write_summary_sheets
from app.services.progress import Report, unheard
from app.services.schemes import scheme_of
from app.storage.closing import issue_seal
from app.storage.database import Database
from app.storage.decisions import decisions
from app.storage.evaluations import read_evaluation
from app.storage.facts import read_facts
from app.storage.roster import postings
from app.storage.session import Session
from app.storage.settings import read_court

REGISTERS = "登记表"
_FORBIDDEN = '\\/:*?"<>|\t\r\n'
_SEAL_SIGNS = 16
SERVANT, INSTITUTION, OTHER = "公务员", "事业单位工作人员", "工作人员"
"""Whose form it is; the last are those to whom neither rule applies."""


@dataclass(frozen=True, slots=True)
class FormsMade:
    """What was written; ``notes``: what the forms lack, and why."""

    registers: tuple[Path, ...]
    tables: tuple[Path, ...]
    notes: tuple[str, ...]


class _Year(NamedTuple):
    """What all forms of a year share."""

    court: str
    year: int
    scheme: Scheme
    members: tuple[Member, ...]
    held: dict[str, list[Posting]]
    years: dict[str, dict[int, YearGrade]]
    decided: dict[str, Decision]
    state: str
    sealed: bool
    day: date


def make_annual_forms(
    book: Database,
    year: int,
    directory: Path,
    *,
    staff: Sequence[str] | None = None,
    report: Report | None = None,
) -> FormsMade:
    """Write the forms of a year; with ``staff`` only the 登记表 of these people.

    Raises AppError: no scheme, a number that is unknown or was not in post, a file that cannot be written.
    """
    tell = report or unheard
    with book.reading() as session:
        told = _read(session, year)
    chosen = _chosen(told, staff)
    place = folder_at(Path(directory) / REGISTERS)
    registers = []
    for number, member in enumerate(chosen, start=1):
        path = place / _file_name(year, member)
        write_register_form(path, _form(told, member))
        registers.append(path)
        tell(number, len(chosen), f"{member.staff_no} {member.person.name}")
    tables = () if staff else _tables(told, Path(directory))
    return FormsMade(tuple(registers), tables, tuple(_notes(told)))


def annual_summary(book: Database, year: int) -> AnnualSummary:
    """The summary of a year. Raises AppError("scheme-missing")."""
    with book.reading() as session:
        return _summary(_read(session, year))


def _read(session: Session, year: int) -> _Year:
    period = Period(year, Kind.YEAR, 1)
    scheme = scheme_of(session, period).scheme
    saved = read_evaluation(session, period)
    seal = issue_seal(session, period, saved.issue) if saved else None
    issue = f"第{saved.issue}期　" if saved else ""
    held: dict[str, list[Posting]] = {}
    for posting in postings.read(session):
        held.setdefault(posting.staff_no, []).append(posting)
    told = decisions.read(session, period=period, issue=saved.issue) if saved else ()
    state = f"已办结，封存码{seal.digest[:_SEAL_SIGNS]}" if seal else "未办结，仅供核对"
    return _Year(
        court=read_court(session).name,
        year=year,
        scheme=scheme,
        members=Court(scheme, period, read_facts(session, year)).members,
        held=held,
        years=year_grades(session, year),
        decided={each.staff_no: each for each in told},
        state=issue + state,
        sealed=seal is not None,
        day=date.today(),
    )


def _chosen(told: _Year, staff: Sequence[str] | None) -> list[Member]:
    by_number = {member.staff_no: member for member in told.members}
    for staff_no in staff or ():
        if staff_no not in by_number:
            raise AppError("not-in-post-that-year", staff_no=staff_no, year=told.year)
    if staff:
        return [by_number[staff_no] for staff_no in dict.fromkeys(staff)]
    return sorted(told.members, key=lambda member: staff_no_order(member.staff_no))


def _kind(told: _Year, member: Member) -> str:
    """Whose rules apply: told by 编制 and 人员类别 of the posting in force longest in the year."""
    if "事业" in member.posting.establishment:
        return INSTITUTION
    apart = {plain(word) for word in told_words(str(told.scheme.setting("不适用公务员规定")))}
    mine = {plain(member.posting.category), plain(member.posting.establishment)}
    return OTHER if mine & apart else SERVANT


def _form(told: _Year, member: Member) -> RegisterForm:
    person, posting = member.person, member.posting
    since = in_post_since(posting, told.held.get(member.staff_no, ()))
    decided = told.decided.get(member.staff_no)
    kind = _kind(told, member)
    return RegisterForm(
        title=f"{kind}年度考核登记表",
        court=told.court,
        year=told.year,
        staff_no=member.staff_no,
        name=person.name,
        made_on=told.day,
        gender=person.gender,
        born=_month(person.birth_date),
        politics=person.political_status,
        education=person.education,
        since=_month(since),
        unit_and_post=f"{told.court}{posting.division}{posting.post}",
        work=posting.line,
        decision="" if decided is None else _decision(decided, kind),
        explanation="" if decided is None else _explanation(decided),
        running=told.state,
    )


def _month(day: date | None) -> str:
    return "" if day is None else f"{day.year}.{day.month:02d}"


def _decision(decided: Decision, kind: str) -> str:
    """机关负责人或考核委员会意见, as far as the book knows it: meeting, day and grade."""
    word = for_institution(decided.grade) if kind == INSTITUTION else decided.grade
    day = "" if decided.day is None else f"{decided.day.year}年{decided.day.month}月{decided.day.day}日"
    body = f"经{day}{decided.meeting}研究，" if decided.meeting or day else ""
    if decided.grade in (UNDETERMINED, NOT_EVALUATED):
        return f"{body}{decided.grade}。"
    return f"{body}确定为“{word}”等次。"


def _explanation(decided: Decision) -> str:
    """未确定等次或不参加考核情况说明: the reason code in words, and the reason."""
    if decided.grade not in (UNDETERMINED, NOT_EVALUATED):
        return ""
    code = code_of(decided.grade, decided.code)
    reason = f"{decided.reason}。" if decided.reason and not decided.reason.endswith("。") else decided.reason
    return f"{ZB18[code]}（代码{code}）。{reason}"


def _tables(told: _Year, directory: Path) -> tuple[Path, ...]:
    summary = _summary(told)
    name = f"{told.year}年度考核统计表"
    paper, sheet = directory / f"{name}.pdf", directory / f"{name}.xlsx"
    codes = directory / f"{told.year}年度考核结论代码.xlsx"
    write_annual_summary(paper, summary)
    write_summary_sheets(sheet, summary)
    write_code_sheets(codes, summary)
    return paper, sheet, codes


def _summary(told: _Year) -> AnnualSummary:
    above = {plain(word) for word in told_words(str(told.scheme.setting("不列入年度统计的职务")))}
    members = [each for each in told.members if plain(each.posting.post) not in above]
    members.sort(key=lambda each: (each.posting.division, staff_no_order(each.staff_no)))
    left = len(told.members) - len(members)
    notes = [*_notes(told), *([f"由上级管理的{left}人不列入本表"] if left else [])]
    lines = tuple(_line(told, each) for each in members)
    return AnnualSummary(told.court, told.year, told.day, told.state, told.sealed, lines, tuple(notes))


def _line(told: _Year, member: Member) -> SummaryLine:
    years = dict(told.years.get(member.staff_no, {}))
    kind = _kind(told, member)
    this = years.get(told.year)
    if this is not None and kind == INSTITUTION:
        this = years[told.year] = this._replace(grade=for_institution(this.grade))
    decided = told.decided.get(member.staff_no)
    return SummaryLine(
        staff_no=member.staff_no,
        name=member.person.name,
        division=member.posting.division,
        post=member.posting.post,
        kind=kind,
        this=this,
        years=years,
        note="" if decided is None else _explanation(decided),
    )


def _notes(told: _Year) -> Iterator[str]:
    waiting = [each.staff_no for each in told.members if not _is_decided(told, each)]
    if waiting:
        some = "、".join(waiting[:5]) + ("等" if len(waiting) > 5 else "")
        yield f"有{len(waiting)}人的{told.year}年度等次尚未评定（{some}），表中留空"


def _is_decided(told: _Year, member: Member) -> bool:
    this = told.years.get(member.staff_no, {}).get(told.year)
    return this is not None and this.decided


def _file_name(year: int, member: Member) -> str:
    bare = f"{year}-{member.staff_no}-{member.person.name}"
    return "".join("_" if sign in _FORBIDDEN else sign for sign in bare) + ".pdf"
