from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from app.domain.cases import Case, Ruling
from app.domain.entries import Entry, Origin, State
from app.domain.ledgers import Coverage, Event
from app.domain.periods import Period
from app.domain.problems import Source
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.storage.batches import Batch, open_batch
from app.storage.cases import cases, rulings
from app.storage.database import Database
from app.storage.decisions import Decision, decisions
from app.storage.entries import entries
from app.storage.form_marks import FormMark, form_marks
from app.storage.ledgers import coverage, events
from app.storage.nouns import Noun
from app.storage.packages import LowerCourt, Package, lower_courts, packages
from app.storage.ratings import ballots
from app.storage.roster import absences, people, postings
from app.storage.types import DecimalText

MARCH, QUARTER = Period.parse("2024-03"), Period.parse("2024Q1")
DAY = date(2024, 3, 5)
CASE = Case(
    "（2024）某01民初1号",
    DAY,
    {"承办人": ("Y1",), "合议庭成员": ("Y2", "Y10"), "书记员": ("Y2",)},
    {"案由": "买卖合同纠纷", "超审限": ""},
    date(2023, 12, 1),
    Decimal("1.250"),
    "标的额大",
)

SAMPLES: list[tuple[Noun[Any], Any, str, Any]] = [
    (people, Person("Y3", "张　三\"'", "女", DAY, "110101199001011234", "群众", "本科", "注"), "note", "另注"),
    (
        postings,
        Posting("Y1", "民二庭", "员额法官", "民事", "法官", "庭长", "四级", "四级高级", "政法", None, DAY),
        "end",
        None,
    ),
    (absences, Absence("Y1", "病假", DAY, None, "住院"), "end", date(2024, 4, 1)),
    (entries, Entry("Y1", "结案数", MARCH, State.VALUE, Decimal("12345.12345678900")), "number", Decimal("1.50")),
    (entries, Entry("Y2", "部门评价", QUARTER, State.VALUE, None, "较好", "注"), "word", "好"),
    (entries, Entry("Y2", "结案数", MARCH, State.EXCUSED, note="产假"), "state", State.NOT_APPLICABLE),
    (cases, CASE, "fields", {"案由": "借款合同纠纷", "超审限": ""}),
    (
        events,
        Event("廉政", DAY, "Y1", "通报", "市级", Decimal("-2.5"), Decimal(3), "文", "K", "注", 2, False),
        "points",
        None,
    ),
    (coverage, Coverage("", QUARTER), None, None),
    (ballots, Ballot("Y1", QUARTER, "干警", Decimal("95.5"), "", "7"), "mark", Decimal(95)),
    (decisions, Decision(QUARTER, 1, "Y1", "好", "理由", "党组会", DAY), "grade", "较好"),
    (lower_courts, LowerCourt("XX0101", "溪山县人民法院", "XX0101", "基层"), "name", "溪山市人民法院"),
    (form_marks, FormMark("f1", "汇总", "C5", "平均分(法官)"), "figure", "法官人数"),
]
IDS = [f"{noun.table.name}-{number}" for number, (noun, *_) in enumerate(SAMPLES)]


def write(book: Database, noun: Noun[Any], *records: Any, by: str = "李四") -> int:
    with book.transaction("录入", kind="edit", by=by) as session:
        return noun.write(session, records)


def read(book: Database, noun: Noun[Any], **filters: object) -> tuple[Any, ...]:
    with book.reading() as session:
        return noun.read(session, **filters)


@pytest.mark.parametrize(("noun", "record", "field", "value"), SAMPLES, ids=IDS)
def test_a_record_returns_exactly_as_it_was_given(
    book: Database, noun: Noun[Any], record: Any, field: str | None, value: Any
) -> None:
    placed = replace(record, origin=Origin(Source("三月.xlsx", "Sheet1", "C5")))
    assert write(book, noun, placed) == 1
    with book.reading() as session:
        found = noun.by_key(session)[record.key]
    assert found == record
    assert repr(replace(found, origin=Origin())) == repr(record)
    assert found.origin.source == Source("三月.xlsx", "Sheet1", "C5")
    assert found.origin.by == "李四"
    assert found.origin.at.endswith("+00:00")


@pytest.mark.parametrize(("noun", "record", "field", "value"), SAMPLES, ids=IDS)
def test_writing_again_changes_nothing_but_what_differs(
    book: Database, noun: Noun[Any], record: Any, field: str | None, value: Any
) -> None:
    write(book, noun, record)
    assert write(book, noun, replace(record, origin=Origin(Source("另一份.xlsx"))), by="王五") == 0
    with book.reading() as session:
        assert noun.by_key(session)[record.key].origin.by == "李四"
    if field is not None:
        other = replace(record, **{field: value})
        assert write(book, noun, record, other, by="王五") == 1
        with book.reading() as session:
            found = noun.by_key(session)[record.key]
        assert (found, found.origin.by) == (other, "王五")


@pytest.mark.parametrize(("noun", "record", "field", "value"), SAMPLES, ids=IDS)
def test_a_removed_record_is_gone(book: Database, noun: Noun[Any], record: Any, field: str | None, value: Any) -> None:
    write(book, noun, record)
    with book.transaction("删除", kind="edit") as session:
        assert noun.remove(session, [record.key, tuple("无" for _ in record.key)]) == 1
    with book.reading() as session:
        assert record.key not in noun.by_key(session)


def test_a_ruling_needs_its_case(book: Database) -> None:
    ruling = Ruling(CASE.number, Decimal("2.0"), "审委会讨论", "〔2024〕1号")
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        write(book, rulings, ruling)
    write(book, cases, CASE)
    write(book, rulings, ruling)
    assert read(book, rulings) == (ruling,)
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), book.transaction("删除", kind="edit") as session:
        cases.remove(session, [CASE.key])
    assert read(book, cases) == (CASE,)


def test_nothing_can_be_told_about_somebody_unknown(book: Database) -> None:
    for noun, record in ((entries, Entry("无", "结案数", MARCH, State.EMPTY)), (absences, Absence("无", "事假", DAY))):
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            write(book, noun, record)
        assert read(book, noun) == ()


def test_filters_take_one_value_or_several(book: Database) -> None:
    every = [Entry(number, item, MARCH, State.EMPTY) for number in ("Y1", "Y2", "Y10") for item in ("甲", "乙")]
    write(book, entries, *every, Entry("Y1", "甲", QUARTER, State.EMPTY))
    assert {each.key for each in read(book, entries, staff_no="Y1", period=MARCH)} == {each.key for each in every[:2]}
    assert len(read(book, entries, staff_no={"Y2", "Y10"}, item=["乙"], period=(MARCH, QUARTER))) == 2
    assert read(book, entries, staff_no=()) == ()


def test_an_import_stamps_what_it_writes(book: Database) -> None:
    with book.transaction("导入", kind="import") as session:
        batch = open_batch(session, Batch("三月.xlsx", "00", "数据", MARCH))
        entries.write(session, [Entry("Y1", "甲", MARCH, State.EMPTY)], batch.id)
    assert read(book, entries)[0].origin.batch == batch.id


def test_writing_nothing_is_nothing(book: Database) -> None:
    assert write(book, entries) == 0
    with book.transaction("删除", kind="edit") as session:
        assert entries.remove(session, []) == 0


def test_roles_come_back_in_their_order(book: Database) -> None:
    roles = {"书记员": ("Y2",), "陪审员": ("Y10",), "承办人": ("Y1",), "审判长": ()}
    write(book, cases, replace(CASE, roles=roles))
    assert list(read(book, cases)[0].roles.items()) == [("承办人", ("Y1",)), ("书记员", ("Y2",)), ("陪审员", ("Y10",))]


@given(st.decimals(allow_nan=False, allow_infinity=False, places=12))
def test_no_decimal_loses_a_place(value: Decimal) -> None:
    kind = DecimalText()
    stored = kind.process_bind_param(value, None)
    assert isinstance(stored, str)
    assert "E" not in stored
    returned = kind.process_result_value(stored, None)
    assert returned is not None
    assert returned.as_tuple() == value.as_tuple()


def test_what_is_no_figure_is_never_stored(book: Database) -> None:
    with pytest.raises(Exception, match="not a finite decimal"):
        write(book, entries, Entry("Y1", "甲", MARCH, State.VALUE, Decimal("NaN")))
    assert read(book, entries) == ()


def test_a_package_returns_with_its_document_and_needs_its_court(book: Database) -> None:
    package = Package(
        "XX0101", QUARTER, 2, "2024-04-09T01:02:03+00:00", "d" * 64, {"sets": [{"set": "法官", "sum": "90.50"}]}
    )
    with pytest.raises(IntegrityError):
        write(book, packages, package)
    assert write(book, lower_courts, LowerCourt("XX0101", "溪山县人民法院")) == 1
    assert write(book, packages, package) == 1
    assert read(book, packages, period=QUARTER) == (package,)
    assert write(book, packages, package) == 0
