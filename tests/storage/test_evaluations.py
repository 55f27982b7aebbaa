from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.cases import Case, Ruling
from app.domain.entries import Entry, Origin, State
from app.domain.explanation import Input, Node, Step
from app.domain.facts import Evaluation, InnerResult, PersonResult, Status
from app.domain.ledgers import Coverage, Event
from app.domain.periods import Kind, Period
from app.domain.problems import Problem, Source
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.storage.cases import cases, rulings
from app.storage.database import Database
from app.storage.decisions import Decision, decisions
from app.storage.entries import entries
from app.storage.evaluations import (
    newest_issue,
    read_evaluation,
    read_evaluations,
    read_result,
    read_results,
    save_evaluation,
)
from app.storage.facts import read_facts
from app.storage.history import history
from app.storage.ledgers import coverage, events
from app.storage.ratings import ballots
from app.storage.results import inner_results, read_heads
from app.storage.roster import absences, people, postings
from app.storage.schemes import add_scheme, read_schemes, scheme_in_force
from app.storage.staleness import is_stale

YEAR, QUARTER, MARCH = Period.parse("2024"), Period.parse("2024Q1"), Period.parse("2024-03")
WARNING = Problem("people-without-set", Source("花名册.xlsx", "Sheet1", "A5"), "Y9", {"name": "某"}, warning=True)


def result(staff_no: str, total: str | None = "87.50", rank: int | None = 1) -> PersonResult:
    leaf = Node(
        "leaf", "结案数", "A1", None if total is None else Decimal(total), Decimal(100), "12", State.VALUE,
        inputs=(Input("结案数", "12", State.VALUE, Origin(Source("三月.xlsx", "Sheet1", "C5"), "1", "李四", "2024-04-01")),),
        steps=(Step("12 ÷ 12", (), "1"),),
    )  # fmt: skip
    return PersonResult(
        staff_no, f"姓名{staff_no}", "民一庭", "民事", "员额法官", "法官", "法官池", Decimal("3.0000"),
        Status.COMPLETE if total else Status.INCOMPLETE, "", "", None if total is None else Decimal(total),
        Node("total", "总分", "", None if total is None else Decimal(total), children=(leaf,)),
        rank, 3, "A9", "称职", "好", ("两段任职",),
    )  # fmt: skip


@pytest.fixture
def scheme(book: Database, scheme_text: Callable[..., Any]) -> int:
    with book.transaction("导入方案", kind="import") as session:
        return add_scheme(session, scheme_text(), year=2024, name="甲", version="1")


def save(book: Database, period: Period, *results: PersonResult, scheme: int, **more: Any) -> int:
    evaluation = Evaluation(period, "甲", "1", "1", results or (result("Y1"),), (WARNING,))
    with book.transaction(f"计算{period.code}", kind="compute", by="李四") as session:
        return save_evaluation(session, evaluation, scheme=scheme, **more)


def stale(book: Database, period: Period = QUARTER) -> bool:
    with book.reading() as session:
        found = read_evaluation(session, period)
        assert found is not None
        return is_stale(session, found)


def change(book: Database, noun: Any, *records: Any) -> None:
    with book.transaction("改", kind="edit") as session:
        assert noun.write(session, records) == len(records)


def test_results_return_with_their_whole_explanation(book: Database, scheme: int) -> None:
    every = (result("Y2"), result("Y10", None, None), result("Y1", "60.00", 2))
    assert save(book, QUARTER, *every, scheme=scheme) == 1
    with book.reading() as session:
        found = read_results(session, QUARTER)
        assert [each.to_document() for each in found] == [each.to_document() for each in every]
        one = read_result(session, QUARTER, "Y10")
        assert one is not None
        assert one.to_document() == every[1].to_document()
        assert read_result(session, QUARTER, "无") is None
        assert read_results(session, MARCH) == ()


def test_a_computed_period_knows_how_it_was_computed(book: Database, scheme: int) -> None:
    save(book, QUARTER, scheme=scheme, inner_kinds=[Kind.MONTH, Kind.YEAR])
    with book.reading() as session:
        found = read_evaluation(session, QUARTER)
        assert read_evaluations(session) == (found,)
        assert read_evaluation(session, MARCH) is None
        assert read_evaluation(session, QUARTER, 2) is None
    assert found is not None
    assert (found.period, found.issue, found.scheme, found.by) == (QUARTER, 1, scheme, "李四")
    assert (found.scheme_name, found.scheme_version, found.engine_version) == ("甲", "1", "1")
    assert found.inner_kinds == frozenset({Kind.MONTH})
    assert found.warnings == (WARNING,)
    assert found.inputs_step == found.step == 4
    assert found.computed_at.endswith("+00:00")


def test_computing_again_replaces_what_differs_and_keeps_its_history(book: Database, scheme: int) -> None:
    save(book, QUARTER, result("Y1"), result("Y2"), scheme=scheme)
    save(book, QUARTER, result("Y1", "90.00"), scheme=scheme)
    with book.reading() as session:
        assert [(each.staff_no, each.total) for each in read_results(session, QUARTER)] == [("Y1", Decimal("90.00"))]
        totals = [
            (each.old, each.new) for each in history(session, "results", "2024Q1", "1", "Y1") if each.field == "total"
        ]
        gone = {each.new for each in history(session, "results", "2024Q1", "1", "Y2")[-3:]}
    assert totals == [(None, "87.50"), ("87.50", "90.00")]
    assert gone == {None}


def test_a_result_that_stays_the_same_has_one_line_of_history(book: Database, scheme: int) -> None:
    save(book, QUARTER, scheme=scheme)
    with book.reading() as session:
        before = history(session, "results")
    save(book, QUARTER, scheme=scheme)
    with book.reading() as session:
        assert history(session, "results") == before


def test_a_later_issue_leaves_the_earlier_one_as_it_was(book: Database, scheme: int) -> None:
    save(book, QUARTER, scheme=scheme)
    assert save(book, QUARTER, result("Y1", "90.00"), scheme=scheme, issue=2) == 2
    assert save(book, QUARTER, result("Y1", "91.00"), scheme=scheme) == 2
    with book.reading() as session:
        assert newest_issue(session, QUARTER) == 2
        assert [read_results(session, QUARTER, issue)[0].total for issue in (1, 2, None)] == [
            Decimal("87.50"),
            Decimal("91.00"),
            Decimal("91.00"),
        ]
        assert [each.total for each in read_heads(session, period=QUARTER)] == [Decimal("91.00")]
        assert [each.issue for each in read_evaluations(session)] == [2]


def test_heads_tell_a_persons_course_with_the_decided_grade(book: Database, scheme: int) -> None:
    for period in (MARCH, QUARTER, Period.parse("2025")):
        save(book, period, result("Y1"), result("Y2"), scheme=scheme)
    change(book, decisions, Decision(QUARTER, 1, "Y1", "较好"), Decision(MARCH, 2, "Y1", "一般"))
    with book.reading() as session:
        course = read_heads(session, year=2024, staff_no="Y1")
        inner = inner_results(session, 2024)
    assert [(each.period, each.decided_grade, each.proposed_grade) for each in course] == [
        (MARCH, "", "好"),
        (QUARTER, "较好", "好"),
    ]
    assert (course[0].status, course[0].total, course[0].pool, course[0].veto) == (
        Status.COMPLETE, Decimal("87.50"), "法官池", "A9",
    )  # fmt: skip
    assert inner == {
        MARCH: dict.fromkeys(("Y1", "Y2"), InnerResult(Status.COMPLETE, Decimal("87.50"), "好")),
        QUARTER: {
            "Y1": InnerResult(Status.COMPLETE, Decimal("87.50"), "较好", decided=True),
            "Y2": InnerResult(Status.COMPLETE, Decimal("87.50"), "好"),
        },
    }


def test_a_scheme_version_freezes_when_a_period_uses_it(book: Database, scheme: int) -> None:
    save(book, QUARTER, scheme=scheme)
    with book.reading() as session:
        found = scheme_in_force(session, 2024)
    assert found is not None
    assert (found.id, found.frozen) == (scheme, True)


def test_the_same_scheme_is_one_version_and_another_is_the_next(
    book: Database, scheme: int, scheme_text: Callable[..., Any]
) -> None:
    def add(text: Any, year: int = 2024, name: str = "甲") -> int:
        with book.transaction("导入方案", kind="import") as session:
            return add_scheme(session, text, year=year, name=name, version="2")

    assert add(scheme_text(file="改名.xlsx")) == scheme
    second, other = add(scheme_text("乙")), add(scheme_text(), 2023)
    assert [scheme, second, other] == [1, 2, 3]
    assert add(scheme_text()) == 4
    with book.reading() as session:
        assert [each.id for each in read_schemes(session)] == [4, 3, 2, 1]
        stored = read_schemes(session, 2024)[0]
        in_force = [scheme_in_force(session, year) for year in (2022, 2023, 2024, 2030)]
    assert [each and each.id for each in in_force] == [None, 3, 4, 4]
    assert (stored.text, stored.version, stored.frozen) == (scheme_text(), "2", False)
    assert stored.origin.source.file == "方案.xlsx"


def test_a_fresh_result_is_not_stale(book: Database, scheme: int) -> None:
    save(book, QUARTER, scheme=scheme)
    assert not stale(book)


CASE = Case("1号", date(2024, 3, 5), {"承办人": ("Y1",)})
INSIDE = [
    (entries, Entry("Y1", "甲", MARCH, State.EMPTY)),
    (entries, Entry("Y1", "甲", QUARTER, State.EMPTY)),
    (ballots, Ballot("Y1", QUARTER, "干警", Decimal(90))),
    (cases, CASE),
    (events, Event("廉政", date(2024, 1, 1), "Y1", "通报")),
    (coverage, Coverage("", QUARTER)),
    (coverage, Coverage("廉政", YEAR)),
    (absences, Absence("Y1", "病假", date(2023, 12, 1), date(2024, 1, 1))),
    (absences, Absence("Y1", "病假", date(2024, 3, 31))),
    (postings, Posting("Y1", "民二庭", "员额法官", start=date(2020, 1, 1))),
    (postings, Posting("Y1", "民一庭", "员额法官", start=date(2020, 1, 1), end=date(2024, 3, 30))),
    (postings, Posting("Y1", "民二庭", "员额法官", start=date(2024, 3, 31))),
    (people, Person("Y1", "改名")),
    (decisions, Decision(MARCH, 1, "Y1", "好")),
]
OUTSIDE = [
    (entries, Entry("Y1", "甲", YEAR, State.EMPTY)),
    (entries, Entry("Y1", "甲", Period.parse("2024-04"), State.EMPTY)),
    (ballots, Ballot("Y1", YEAR, "干警", Decimal(90))),
    (cases, replace(CASE, closed=date(2024, 4, 1))),
    (events, Event("廉政", date(2023, 12, 31), "Y1", "通报")),
    (coverage, Coverage("", Period.parse("2024Q2"))),
    (absences, Absence("Y1", "病假", date(2024, 4, 1))),
    (postings, Posting("Y1", "民一庭", "员额法官", start=date(2020, 1, 1), end=date(2024, 3, 31))),
    (postings, Posting("Y1", "民二庭", "员额法官", start=date(2024, 4, 1))),
    (people, Person("Y3", "新人")),
    (people, Person("Y1", "姓名Y1", note="备注")),
    (decisions, Decision(QUARTER, 1, "Y1", "好")),
    (decisions, Decision(YEAR, 1, "Y1", "好")),
]


@pytest.mark.parametrize(("noun", "record"), INSIDE, ids=lambda each: getattr(each, "key", ""))
def test_a_change_that_speaks_of_the_period_makes_it_stale(book: Database, scheme: int, noun: Any, record: Any) -> None:
    save(book, QUARTER, scheme=scheme)
    change(book, noun, record)
    assert stale(book)
    save(book, QUARTER, scheme=scheme)
    assert not stale(book)


@pytest.mark.parametrize(("noun", "record"), OUTSIDE, ids=lambda each: getattr(each, "key", ""))
def test_a_change_that_does_not_speak_of_the_period_leaves_it_alone(
    book: Database, scheme: int, noun: Any, record: Any
) -> None:
    save(book, QUARTER, scheme=scheme)
    change(book, noun, record)
    assert not stale(book)


def test_a_posting_moved_further_out_touches_only_the_days_between(book: Database, scheme: int) -> None:
    ended = Posting("Y1", "民一庭", "员额法官", start=date(2020, 1, 1), end=date(2024, 6, 30))
    change(book, postings, ended)
    save(book, QUARTER, scheme=scheme)
    change(book, postings, replace(ended, end=date(2024, 9, 30), note="延期"))
    assert not stale(book)
    change(book, postings, replace(ended, end=date(2024, 9, 30), note="再注"))
    assert not stale(book)


def test_a_ruling_touches_the_month_of_its_case(book: Database, scheme: int) -> None:
    change(book, cases, CASE, replace(CASE, number="2号", closed=date(2024, 5, 1)))
    save(book, QUARTER, scheme=scheme)
    change(book, rulings, Ruling("2号", Decimal(2), "大案"))
    assert not stale(book)
    change(book, rulings, Ruling("1号", Decimal(2), "大案"))
    assert stale(book)


def test_a_removal_counts_as_a_change(book: Database, scheme: int) -> None:
    change(book, entries, Entry("Y1", "甲", MARCH, State.EMPTY))
    save(book, QUARTER, scheme=scheme)
    with book.transaction("删除", kind="edit") as session:
        entries.remove(session, [("Y1", "甲", "2024-03")])
    assert stale(book)


def test_what_was_read_before_a_change_is_stale_though_saved_after(book: Database, scheme: int) -> None:
    change(book, entries, Entry("Y1", "甲", MARCH, State.EMPTY))
    save(book, QUARTER, scheme=scheme, inputs_step=3)
    assert stale(book)


def test_a_newer_scheme_makes_its_year_stale_and_no_other(
    book: Database, scheme: int, scheme_text: Callable[..., Any]
) -> None:
    save(book, QUARTER, scheme=scheme)
    for year, expected in ((2023, False), (2025, False), (2024, True)):
        with book.transaction("导入方案", kind="import") as session:
            add_scheme(session, scheme_text("乙"), year=year, name="甲", version="2")
        assert stale(book) is expected


def test_an_inner_period_computed_later_makes_the_longer_one_stale(book: Database, scheme: int) -> None:
    save(book, YEAR, scheme=scheme, inner_kinds=[Kind.QUARTER])
    save(book, MARCH, scheme=scheme)
    assert not stale(book, YEAR)
    save(book, QUARTER, scheme=scheme)
    assert stale(book, YEAR)
    assert not stale(book, QUARTER)


def test_facts_hold_all_that_touches_the_year_and_nothing_else(book: Database, scheme: int) -> None:
    for noun, record in (*INSIDE, *OUTSIDE):
        with book.transaction("录入", kind="edit") as session:
            noun.write(session, [record])
    change(book, rulings, Ruling("1号", Decimal(2), "大案"))
    change(book, cases, Case("旧案", date(2023, 12, 31), {}))
    change(book, rulings, Ruling("旧案", Decimal(2), "大案"))
    change(book, postings, Posting("Y2", "民二庭", "员额法官", start=date(2019, 1, 1), end=date(2019, 12, 31)))
    change(book, absences, Absence("Y2", "病假", date(2025, 1, 1)))
    change(
        book, entries, *(Entry("Y2", "甲", Period.parse(code), State.EMPTY) for code in ("2023", "2024H2", "2025-01"))
    )
    save(book, QUARTER, scheme=scheme)
    with book.reading() as session:
        facts = read_facts(session, 2024)
    assert {each.staff_no for each in facts.people} == {"Y1", "Y2", "Y3", "Y10"}
    assert {each.key for each in facts.postings} == {
        ("Y1", "2020-01-01"), ("Y1", "2024-03-31"), ("Y1", "2024-04-01"), ("Y2", "2020-01-01"), ("Y10", "2020-01-01"),
    }  # fmt: skip
    assert {each.start.isoformat() for each in facts.absences} == {"2023-12-01", "2024-03-31", "2024-04-01"}
    assert {each.period.code for each in facts.entries} == {"2024", "2024-03", "2024-04", "2024Q1", "2024H2"}
    assert [each.number for each in facts.cases] == [each.number for each in facts.rulings] == ["1号"]
    assert [each.day.year for each in facts.events] == [2024]
    assert {each.period.code for each in facts.ballots} == {"2024Q1", "2024"}
    assert len(facts.coverage) == 3
    assert facts.inner[QUARTER]["Y1"] == InnerResult(Status.COMPLETE, Decimal("87.50"), "好", decided=True)
