"""What a sheet would change, and everything that is wrong with it: staged against a book made up in memory."""

from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from app.domain.cases import Case
from app.domain.entries import Entry, Origin, State
from app.domain.ledgers import Coverage, Event
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.services.taking_in.staging.absences import stage_absences
from app.services.taking_in.staging.cases import stage_cases
from app.services.taking_in.staging.entries import stage_entries
from app.services.taking_in.staging.fields import staged_changes
from app.services.taking_in.staging.holdings import Desk, Holdings
from app.services.taking_in.staging.ledgers import stage_ledgers
from app.services.taking_in.staging.ratings import stage_ratings
from app.services.taking_in.staging.records import Outline, Record, fault
from app.services.taking_in.staging.roster import stage_roster
from app.sheets.drafts import (
    AbsenceDraft,
    BallotDraft,
    CaseDraft,
    EntryDraft,
    EventDraft,
    PersonRef,
    RosterDraft,
    SheetReading,
)

FILE = "表.xlsx"
QUARTER = Period.parse("2024Q1")
ALL_FIELDS = frozenset({"staff_no", "name", "division", "category", "post", "start", "end", "gender"})


class Shelf:
    """A book in memory."""

    def __init__(self, *records: Record) -> None:
        self.every = records

    def records(self, noun: type[Record], year: int | None) -> Iterable[Record]:
        return [each for each in self.every if isinstance(each, noun)]

    def cases_numbered(self, numbers: Collection[str]) -> Iterable[Case]:
        return [each for each in self.every if isinstance(each, Case) and each.number in numbers]


PEOPLE: tuple[Record, ...] = (
    Person("P01", "苏一", gender="女"),
    Person("P02", "林二"),
    Posting("P01", "民一庭", "员额法官", post="庭长", start=date(2020, 1, 1)),
    Posting("P02", "民一庭", "员额法官", start=date(2020, 1, 1)),
)


def desk(*records: Record, replace: bool = False) -> Desk:
    return Desk(Holdings(Shelf(*PEOPLE, *records), ()), FILE, replace)


def reading(kind: str, *records: Any, period: Period | None = QUARTER, coverage: tuple[str, ...] = ()) -> SheetReading:
    return SheetReading("表", kind, period, tuple(records), coverage=coverage, rows_read=len(records))


def place(cell: str) -> Source:
    return Source(FILE, "表", cell)


def codes(outline: Outline) -> list[str]:
    for problem in outline.problems:
        assert fault(problem).message  # every code has its sentence, with every value that it needs
    return [problem.code for problem in outline.problems]


def row(number: int, staff_no: str, name: str, division: str = "民一庭", **told: Any) -> RosterDraft:
    fields = {name: place(f"{column}{number}") for column, name in zip("ABCDEFGH", sorted(ALL_FIELDS), strict=True)}
    return RosterDraft(number, staff_no, name, division, "员额法官", fields, ALL_FIELDS, **told)


def who(staff_no: str, cell: str = "A5") -> PersonRef:
    return PersonRef(staff_no, "", "", "", place(cell))


def mark(staff_no: str, value: int | None, cell: str = "C5", item: str = "zwmy") -> EntryDraft:
    state = State.EMPTY if value is None else State.VALUE
    number = None if value is None else Decimal(value)
    return EntryDraft(5, who(staff_no), item, QUARTER, state, number, "", "", {"number": place(cell)})


def entry(staff_no: str, value: int) -> Entry:
    return Entry(staff_no, "zwmy", QUARTER, State.VALUE, Decimal(value))


# --- 花名册


def test_a_newcomer_is_added_with_the_posting() -> None:
    outline = stage_roster(reading("花名册", row(4, "P09", "段九", start=date(2024, 2, 1))), desk())
    assert codes(outline) == []
    assert (outline.count_added, outline.count_changed, outline.unchanged) == (1, 0, 0)
    assert [type(each.new) for each in outline.differences] == [Person, Posting]


def test_the_same_roster_again_changes_nothing() -> None:
    told = row(4, "P01", "苏一", post="庭长", start=date(2020, 1, 1), gender="女")
    outline = stage_roster(reading("花名册", told), desk())
    assert outline.differences == ()
    assert outline.unchanged == 1


def test_a_column_that_the_sheet_does_not_have_leaves_the_field_alone() -> None:
    told = row(4, "P01", "苏一", post="庭长", start=date(2020, 1, 1))._replace(given=ALL_FIELDS - {"gender"})
    assert stage_roster(reading("花名册", told), desk()).differences == ()


def test_an_empty_cell_in_a_column_that_the_sheet_has_empties_the_field() -> None:
    told = row(4, "P01", "苏一", post="庭长", start=date(2020, 1, 1))
    changes = staged_changes(stage_roster(reading("花名册", told), desk()).differences, lambda _: "苏一", {})
    assert [(each.item, each.old, each.new) for each in changes] == [("人员 性别", "女", "")]


def test_a_transfer_tells_both_postings_and_ends_the_first() -> None:
    first = row(4, "P02", "林二", start=date(2020, 1, 1), end=date(2024, 6, 30))
    second = row(5, "P02", "林二", "刑一庭", start=date(2024, 7, 1))
    outline = stage_roster(reading("花名册", first, second), desk())
    assert codes(outline) == []
    assert (outline.count_added, outline.count_changed) == (1, 1)


def test_a_posting_that_overlaps_one_in_the_book_is_a_question_and_replace_answers_it() -> None:
    told = reading("花名册", row(5, "P02", "林二", "刑一庭", start=date(2024, 7, 1)))
    assert codes(stage_roster(told, desk())) == ["posting-overlaps-book"]
    answered = stage_roster(told, desk(replace=True))
    assert codes(answered) == []
    assert [each.new for each in answered.differences if each.new is None] == [None]


def test_a_row_without_dates_is_the_dated_posting_that_the_book_has() -> None:
    outline = stage_roster(reading("花名册", row(4, "P02", "林二")), desk())
    assert codes(outline) == []
    assert outline.differences == ()


def test_postings_of_one_person_that_overlap_in_the_sheet_are_a_fault() -> None:
    first = row(4, "P09", "段九", start=date(2020, 1, 1))
    second = row(5, "P09", "段九", "刑一庭", start=date(2024, 7, 1))
    assert codes(stage_roster(reading("花名册", first, second), desk())) == ["postings-overlap"]


def test_a_posting_that_ends_before_it_starts_is_a_fault() -> None:
    told = row(4, "P09", "段九", start=date(2024, 2, 1), end=date(2024, 1, 1))
    assert codes(stage_roster(reading("花名册", told), desk())) == ["posting-ends-before-start"]


def test_rows_of_one_number_with_two_names_are_a_fault() -> None:
    first = row(4, "P09", "段九", start=date(2020, 1, 1), end=date(2020, 12, 31))
    second = row(5, "P09", "柏七", start=date(2021, 1, 1))
    assert codes(stage_roster(reading("花名册", first, second), desk())) == ["roster-rows-disagree"]


def test_another_name_under_a_known_number_is_a_question() -> None:
    told = reading("花名册", row(4, "P02", "林贰", start=date(2020, 1, 1)))
    assert codes(stage_roster(told, desk())) == ["person-renamed"]
    assert codes(stage_roster(told, desk(replace=True))) == []


def test_an_identity_card_that_belongs_to_somebody_else_is_a_fault() -> None:
    told = row(4, "P09", "段九", start=date(2024, 1, 1), id_number="42")
    told = told._replace(given=ALL_FIELDS | {"id_number"})
    other = Person("P08", "文八", id_number="42")
    assert codes(stage_roster(reading("花名册", told), desk(other))) == ["person-identity-taken"]


def test_a_division_is_spelled_as_the_book_spells_it() -> None:
    outline = stage_roster(reading("花名册", row(4, "P02", "林二", "民 一 庭", start=date(2020, 1, 1))), desk())
    assert outline.differences == ()


# --- 离岗


def away(start: date, end: date | None) -> AbsenceDraft:
    return AbsenceDraft(4, who("P02"), "病假", start, end, "", {"start": place("D4"), "end": place("E4")})


def test_an_absence_is_added_and_told_again_changes_nothing() -> None:
    told = reading("离岗", away(date(2024, 1, 2), date(2024, 1, 9)))
    outline = stage_absences(told, desk())
    assert outline.count_added == 1
    kept = outline.differences[0].new
    assert isinstance(kept, Absence)
    assert stage_absences(told, desk(kept)).differences == ()


def test_an_absence_that_ends_before_it_starts_is_a_fault() -> None:
    outline = stage_absences(reading("离岗", away(date(2024, 1, 9), date(2024, 1, 2))), desk())
    assert codes(outline) == ["absence-ends-before-start"]
    assert outline.problems[0].source == place("E4")


# --- 数据


def test_a_value_is_added_changed_or_left_alone() -> None:
    told = reading("数据", mark("P01", 90), mark("P02", 80))
    outline = stage_entries(told, desk(entry("P01", 85)))
    assert (outline.count_added, outline.count_changed, outline.unchanged) == (1, 1, 0)
    again = stage_entries(told, desk(entry("P01", 90), entry("P02", 80)))
    assert (again.differences, again.unchanged) == ((), 2)


def test_an_empty_cell_over_a_value_is_a_change_to_empty() -> None:
    outline = stage_entries(reading("数据", mark("P01", None)), desk(entry("P01", 85)))
    changes = staged_changes(outline.differences, lambda _: "苏一", {"zwmy": "工作满意度"})
    assert [(each.staff_no, each.code, each.old, each.new) for each in changes] == [("P01", "zwmy", "85", "未填")]


def test_an_empty_cell_where_the_book_has_nothing_changes_nothing() -> None:
    outline = stage_entries(reading("数据", mark("P01", None)), desk())
    assert (outline.differences, outline.unchanged) == ((), 1)


def test_a_person_told_twice_with_two_values_is_a_fault_but_not_with_one() -> None:
    assert codes(stage_entries(reading("数据", mark("P01", 90), mark("P01", 91, "C9")), desk())) == ["told-twice"]
    assert codes(stage_entries(reading("数据", mark("P01", 90), mark("P01", 90, "C9")), desk())) == []


def test_a_person_whom_nobody_knows_is_told_once_a_row() -> None:
    told = reading("数据", mark("P77", 90), mark("P77", 3, "D5", "rw"))
    assert codes(stage_entries(told, desk())) == ["person-unknown"]


# --- 案件


def case(number: str, judge: str = "P02", closed: date = date(2024, 1, 10), **told: Any) -> CaseDraft:
    roles = {"承办人": (who("", "F4")._replace(name=judge),)}
    values = {"filed": None, "fields": {"案件字": "民初"}, "own_factor": None, "own_reason": "", **told}
    return CaseDraft(4, number, closed, roles=roles, sources={"number": place("A4")}, **values)


def case_list(*cases: CaseDraft) -> SheetReading:
    return reading("案件", *cases, coverage=("",))


def test_a_case_list_brings_its_cases_and_covers_its_period() -> None:
    outline = stage_cases(case_list(case("1号"), case("2号", "苏一")), desk())
    assert codes(outline) == []
    assert outline.count_added == 2
    kept = [each.new for each in outline.differences]
    assert [each.roles["承办人"] for each in kept if isinstance(each, Case)] == [("P02",), ("P01",)]
    assert [each.period for each in kept if isinstance(each, Coverage)] == [QUARTER]


def test_a_case_list_without_a_period_is_refused() -> None:
    outline = stage_cases(case_list(case("1号"))._replace(period=None), desk())
    assert codes(outline) == ["period-needed"]


def test_a_case_factor_without_a_reason_is_a_fault() -> None:
    assert codes(stage_cases(case_list(case("1号", own_factor=Decimal(2))), desk())) == ["case-factor-without-reason"]


def test_cases_of_the_period_that_the_list_does_not_name_stay_unless_it_replaces_them() -> None:
    old = Case("9号", date(2024, 2, 2), {"承办人": ("P02",)})
    outline = stage_cases(case_list(case("1号")), desk(old))
    assert codes(outline) == ["others-stay"]
    assert not outline.stops
    replaced = stage_cases(case_list(case("1号")), desk(old, replace=True))
    assert [each.old for each in replaced.differences if each.new is None] == [old]


def test_a_case_that_the_book_has_closed_in_another_period_is_a_question() -> None:
    old = Case("1号", date(2023, 12, 29), {"承办人": ("P02",)})
    assert codes(stage_cases(case_list(case("1号")), desk(old))) == ["case-closed-elsewhere"]


# --- 台账


def event(subject: str, staff_no: str = "P02", **told: Any) -> EventDraft:
    values = {"level": "", "points": Decimal(1), "count": None, "basis": "", "result_key": "", "note": "", "ordinal": 1}
    person = who(staff_no) if staff_no else PersonRef("", "", "", "", place("C4"))
    return EventDraft(
        4, "党建", date(2024, 2, 6), person, subject, sources={"subject": place("E4")}, **{**values, **told}
    )


def test_a_ledger_brings_its_events_and_covers_its_period() -> None:
    outline = stage_ledgers(reading("台账", event("优秀党课"), coverage=("党建",)), desk())
    assert codes(outline) == []
    assert outline.count_added == 1
    assert [each.new.ledger for each in outline.differences if isinstance(each.new, Coverage)] == ["党建"]


def test_nothing_to_report_covers_the_ledger_and_brings_no_event() -> None:
    outline = stage_ledgers(reading("台账", event("零报告", ""), coverage=("党建",)), desk())
    assert codes(outline) == []
    assert [type(each.new) for each in outline.differences] == [Coverage]


def test_events_that_the_ledger_does_not_name_stay_unless_it_replaces_them() -> None:
    old = Event("党建", date(2024, 1, 6), "P01", "旧事项", points=Decimal(2))
    told = reading("台账", event("优秀党课"), coverage=("党建",))
    assert codes(stage_ledgers(told, desk(old))) == ["others-stay"]
    gone = [each.old for each in stage_ledgers(told, desk(old, replace=True)).differences if each.new is None]
    assert gone == [old]


# --- 测评


def test_ballots_come_in_without_any_rater() -> None:
    draft = BallotDraft(4, who("P02"), QUARTER, "干警", Decimal(95), "", "1", {"mark": place("D4")})
    outline = stage_ratings(reading("测评", draft), desk())
    assert [each.new for each in outline.differences] == [Ballot("P02", QUARTER, "干警", Decimal(95), "", "1")]


def test_ballots_without_numbers_that_meet_those_of_another_file_are_a_question() -> None:
    draft = BallotDraft(4, who("P02"), QUARTER, "干警", Decimal(95), "", "1", {"mark": place("D4")})
    old = Ballot("P02", QUARTER, "干警", Decimal(80), "", "1", origin=Origin(Source("别的.xlsx", "表", "D4")))
    assert codes(stage_ratings(reading("测评", draft), desk(old))) == ["ballots-from-elsewhere"]
    numbered = draft._replace(sources={"mark": place("D4"), "ticket": place("F4")})
    assert codes(stage_ratings(reading("测评", numbered), desk(old))) == []
    assert codes(stage_ratings(reading("测评", draft), desk(old, replace=True))) == []


def test_what_an_earlier_sheet_brings_the_next_one_finds() -> None:
    at = desk()
    outline = stage_roster(reading("花名册", row(4, "P09", "段九", start=date(2024, 1, 1))), at)
    before = at.holdings.snapshot()
    at.holdings.lay(outline.differences)
    assert codes(stage_entries(reading("数据", mark("P09", 90)), at)) == []
    at.holdings.restore(before)
    assert codes(stage_entries(reading("数据", mark("P09", 90)), at)) == ["person-unknown"]
