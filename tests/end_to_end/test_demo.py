"""The sample court's year: everything that a year has, through the services that people use, and sound at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from app.domain.closing import Stage
from app.domain.grades.decisions import Decision
from app.domain.ledgers import Standing
from app.domain.periods import Kind, Period
from app.domain.problems import AppError
from app.services import demo
from app.services.analysing.month_analysis import analyse_month
from app.services.analysing.result_uses import result_uses
from app.services.books import Book, check_book, opened
from app.services.collecting.handing_in import board
from app.services.deciding.closing import issue_rows
from app.services.deciding.objections import objections
from app.services.deciding.publishing import notice_rows
from app.services.deciding.standing import standing
from app.services.demo import DemoReport
from app.services.exchange.higher_court import courts_document
from app.services.papers.archives import make_archives
from app.services.records.evidence import evidence_lines
from app.services.records.ledgers import Wanted, event_lines
from app.services.scoring.results import explain, period_rows
from app.sheets.sample.corrections import WRONGED, number_at
from app.sheets.sample.people import make_roll
from app.storage.decisions import decisions

YEAR = Period.parse("2024")
FIRST_QUARTER = Period.parse("2024Q1")
QUARTERS = tuple(YEAR.inner(Kind.QUARTER))
PERIODS = tuple(period for kind in Kind for period in YEAR.inner(kind))


@pytest.fixture(scope="module")
def book(lived_year: DemoReport) -> Iterator[Book]:
    with opened(lived_year.book_path, read_only=True) as opened_book:
        yield opened_book


@pytest.fixture(scope="module")
def folder(lived_year: DemoReport) -> Path:
    return lived_year.book_path.parent


def decided(book: Book, period: Period, issue: int = 1) -> dict[str, Decision]:
    with book.reading() as session:
        return {each.staff_no: each for each in decisions.read(session, period=period, issue=issue)}


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_the_year_is_whole_and_both_books_are_sound(lived_year: DemoReport, book: Book) -> None:
    assert check_book(book).findings == ()
    with opened(lived_year.higher_path, read_only=True) as higher:
        assert check_book(higher).findings == ()
    assert (lived_year.people, lived_year.periods, lived_year.refused, lived_year.volumes) == (129, 19, 1, 0)
    assert lived_year.cases > 5700
    assert any(str(lived_year.book_path) in line for line in lived_year.lines)


def test_every_period_is_closed_in_order(book: Book) -> None:
    standings = {period: standing(book, period) for period in PERIODS}
    for period, told in standings.items():
        assert (told.stage, told.next, told.missing) == (Stage.CLOSED, None, ())
        assert (told.publication is None) == (period.kind is Kind.MONTH)
        assert told.seal is not None
    assert all(row.computed and not row.stale for row in period_rows(book))
    sealed = {period: told.seal.origin.at for period, told in standings.items() if told.seal}
    for outer in PERIODS:
        assert all(sealed[inner] <= sealed[outer] for inner in PERIODS if outer.contains(inner))


def test_everybody_is_decided_each_quarter_and_in_the_year(book: Book) -> None:
    for period in (*QUARTERS, YEAR):
        told = decided(book, period)
        assert len(told) == standing(book, period).people
        assert all(each.meeting and each.day and each.present for each in told.values())
    codes = Counter((each.grade, each.code) for each in decided(book, YEAR).values())
    assert codes["不确定等次", "5A"] == 2
    assert codes["不进行考核", "6A"] == 1
    assert codes["优秀", ""] == 24


def test_a_body_decides_otherwise_with_a_reason_and_over_the_quota_by_a_document(book: Book) -> None:
    otherwise = [each for each in decided(book, FIRST_QUARTER).values() if each.grade != each.proposed]
    assert [each.proposed for each in otherwise] == ["较好"]
    assert [(each.grade, bool(each.reason)) for each in otherwise] == [("一般", True)]
    approved = [each for each in decided(book, YEAR).values() if each.approval]
    assert [(each.grade, each.proposed) for each in approved] == [("优秀", "称职")]


def test_an_upheld_objection_made_the_second_issue(book: Book) -> None:
    wronged = number_at(make_roll(2024), WRONGED)
    first = objections(book)[0].objection
    assert (first.period, first.staff_no, first.outcome, first.indicator) == (FIRST_QUARTER, wronged, "成立", "FB3")
    # 81 分得分值的 0.85，91 分得满分 6 分。
    assert (first.figures_before["score"], first.figures_after["score"]) == ("5.10", "6.00")
    before, after = (Decimal(told["total"]) for told in (first.figures_before, first.figures_after))
    assert after - before == Decimal("0.90")
    assert (first.figures_before["decided_grade"], first.figures_after["decided_grade"]) == ("较好", "好")
    rows = issue_rows(book, FIRST_QUARTER)
    assert [row.issue for row in rows] == [1, 2]
    assert len({row.seal.digest for row in rows if row.seal}) == 2
    assert explain(book, FIRST_QUARTER, wronged).total == after
    kept = [each for each in decided(book, FIRST_QUARTER, 2).values() if each.approval]
    assert [(each.grade, bool(each.reason)) for each in kept] == [("好", True)]


def test_a_rejected_objection_changes_nothing(book: Book) -> None:
    second = objections(book)[1]
    assert (second.objection.outcome, second.objection.period.code) == ("不成立", "2024Q3")
    assert second.objection.figures_before == second.objection.figures_after
    assert not any(row.late or row.overdue for row in objections(book))
    assert len(issue_rows(book, second.objection.period)) == 1


def test_who_was_late_is_told_and_a_refused_sheet_came_again(book: Book) -> None:
    def states(month: str, today: date) -> dict[str, str]:
        return {line.division: line.standing for line in board(book, Period.parse(month), today=today).lines}

    assert states("2024-03", date(2024, 5, 1))["执行局"] == "迟交"
    assert states("2024-03", date(2024, 5, 1))["民一庭"] == "已采用"
    assert states("2024-05", date(2024, 7, 10))["民一庭"] == "已采用"
    # 按季报送的四个部门，一月的数四月初随一季度来，不算迟交。
    assert {states("2024-01", date(2024, 5, 1))[name] for name in ("政治部", "办公室", "督察室", "司法警察支队")} == {
        "已采用"
    }


def test_one_division_forgot_its_monthly_records(book: Book) -> None:
    told = {each.division: each for each in analyse_month(book, Period.parse("2024-03")).records.divisions}
    assert (told["督察室"].people, told["督察室"].told["工作完成情况"]) == (3, 0)
    assert told["民二庭"].told["工作完成情况"] == told["民二庭"].people == 10


def test_ledgers_are_confirmed_by_somebody_else_and_proved(book: Book) -> None:
    lines = event_lines(book, Wanted(period=YEAR))
    assert Counter(line.standing for line in lines)[Standing.WAITING] == 0
    (back,) = (line for line in lines if line.standing is Standing.REFUSED)
    assert back.event.subject == "缺席支部学习"
    assert {line.settled_by for line in lines} == {"政治部周敏"}
    assert not any(line.told_by == line.settled_by for line in lines)
    kinds = {Path(each.evidence.name).suffix for each in evidence_lines(book)}
    assert kinds == {".pdf", ".png", ".txt"}


def test_nearly_everybody_signed_for_the_result(book: Book) -> None:
    rows = notice_rows(book, YEAR)
    assert sum(row.signed is None for row in rows) == len(rows) // 29


def test_results_are_used_with_what_they_rest_on(book: Book) -> None:
    lines = result_uses(book, 2024).lines
    two_years = [line for line in lines if line.warning and len(line.rests_on) == 2 and "2023" in line.rests_on[0]]
    assert "LC0041" in {line.staff_no for line in two_years}
    assert all(line.rests_on for line in lines if line.warning)


def test_the_package_is_taken_in_above_and_one_court_is_missing(lived_year: DemoReport, book: Book) -> None:
    with opened(lived_year.higher_path, read_only=True) as higher:
        told = courts_document(higher, YEAR)
    assert [each["court"] for each in told["courts"] if each["received"]] == [
        "澜川市中级人民法院", "澜阳市中级人民法院", "澜安市中级人民法院",
    ]  # fmt: skip
    assert [each["court"] for each in told["missing"]] == ["澜宁市中级人民法院"]
    assert told["total"]["people"] == 129 + 14 + 11
    assert told["courts"][0]["sealed"] is True
    # 44 名法官里一名不进行考核；九名优秀占四十三分之九。
    judges = [
        (each["grade"], each["people"], each["share"]) for each in told["courts"][0]["grades"] if each["pool"] == "法官"
    ]
    assert judges == [
        ("优秀", 9, "20.93%"), ("称职", 33, "76.74%"), ("基本称职", 1, "2.33%"), ("不进行考核", 1, ""),
    ]  # fmt: skip


def test_the_higher_courts_form_is_filled(folder: Path, book: Book) -> None:
    filled = openpyxl.load_workbook(folder / "上报" / "高院报送表（已填）.xlsx")
    told = dict(row[:2] for row in filled["汇总"].iter_rows(min_row=3, values_only=True))
    assert told["填报单位"] == "澜川市中级人民法院"
    assert (told["参加考核人数"], told["优秀人数"], told["结果期次"]) == (129, 24, "1")
    judges = [row for row in filled["法官"].iter_rows(min_row=3, values_only=True) if row[2]]
    assert len(judges) == told["法官人数"]
    assert all(row[5] for row in judges)


def test_papers_lie_in_their_folders(folder: Path) -> None:
    for period in (*QUARTERS, YEAR):
        assert "期" in text_of(folder / "通报" / f"{period.title}通报.pdf")
        assert (folder / "通报" / f"{period.title}通报.xlsx").is_file()
    names = [staff.person.name for staff in make_roll(2024).staff if len(staff.person.name) > 2]
    hidden, open_one = (text_of(folder / "通报" / f"2024年度通报{mark}.pdf") for mark in ("（隐去姓名）", ""))
    assert not [name for name in names if name in hidden]
    assert len([name for name in names if name in open_one]) > 70
    counts = {
        each.name: sum(1 for path in each.rglob("*") if path.is_file()) for each in folder.iterdir() if each.is_dir()
    }
    assert counts["模板"] == 14
    assert counts["收表"] == 4
    assert counts["半年汇报"] == 2
    assert len(list((folder / "年度考核" / "登记表").glob("*.pdf"))) == 129
    assert (folder / "结果运用").is_dir()


def test_what_to_look_at_first_is_written_down(folder: Path) -> None:
    told = (folder / "读我.txt").read_text(encoding="utf-8-sig")
    assert "考核库.hj" in told
    listed = [line.strip().partition("　")[0] for line in told.splitlines() if line.startswith("  ") and "　" in line]
    assert sorted(listed) == sorted(each.name for each in folder.iterdir() if each.is_dir())


def test_volumes_carry_issue_and_seal(book: Book, tmp_path: Path) -> None:
    wronged = number_at(make_roll(2024), WRONGED)
    (volume,) = make_archives(book, 2024, tmp_path, staff=[wronged]).volumes
    text = text_of(volume.path)
    assert "第 2 期" in text or "第2期" in text
    seal = standing(book, FIRST_QUARTER).seal
    assert seal is not None
    assert seal.digest[:8] in text


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "文件.txt").write_text("有用的", encoding="utf-8")
    with pytest.raises(AppError, match="folder-not-empty"):
        demo.make_sample_court(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["文件.txt"]
