from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from app.domain.cases import Case
from app.domain.entries import Entry, Origin, State
from app.domain.ledgers import Coverage, Event
from app.domain.periods import Period
from app.domain.problems import Source
from app.messages.storage import FIELDS, NOUNS
from app.storage.batches import Batch, count_batch, open_batch, read_batch, read_batches
from app.storage.cases import cases
from app.storage.database import Database
from app.storage.entries import entries
from app.storage.history import Change, history, history_of_batch, history_of_step
from app.storage.ledgers import coverage, events
from app.storage.roster import people, postings
from app.storage.triggers import RECORDED

MARCH = Period.parse("2024-03")
ENTRY = Entry("Y1", "结案数", MARCH, State.VALUE, Decimal(12), origin=Origin(Source("三月.xlsx", "Sheet1", "C5")))


def told(changes: tuple[Change, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(each.field, each.old, each.new) for each in changes]


def take(book: Database, *records: Entry, file: str = "三月.xlsx", by: str = "李四") -> str:
    with book.transaction(f"导入{file}", kind="import", by=by) as session:
        batch = open_batch(session, Batch(file, "00", "数据", MARCH))
        entries.write(session, records, batch.id)
        count_batch(session, batch.id, added=len(records), changed=0, unchanged=0)
    return batch.id


def test_each_change_tells_old_new_who_when_why_and_from_where(book: Database) -> None:
    batch = take(book, ENTRY)
    with book.transaction("核对后更正", kind="edit", by="王五") as session:
        entries.write(session, [replace(ENTRY, number=Decimal("13.50"), origin=Origin())])
    with book.reading() as session:
        changes = history(session, "entries", *ENTRY.key)
    assert told(changes) == [("state", None, "value"), ("number", None, "12"), ("number", "12", "13.50")]
    first, last = changes[1:]
    assert (first.by, first.why, first.kind, first.batch) == ("李四", "导入三月.xlsx", "import", batch)
    assert (first.file, first.sheet, first.cell) == ("三月.xlsx", "Sheet1", "C5")
    assert (last.by, last.why, last.kind, last.batch) == ("王五", "核对后更正", "edit", "")
    assert (last.file, last.sheet, last.cell) == ("", "", "")
    assert last.step == first.step + 1
    assert last.at >= first.at


def test_a_removed_record_leaves_its_history(book: Database) -> None:
    take(book, ENTRY)
    with book.transaction("删除", kind="edit") as session:
        entries.remove(session, [ENTRY.key])
    with book.reading() as session:
        assert told(history(session, "entries", *ENTRY.key))[2:] == [("state", "value", None), ("number", "12", None)]


def test_a_case_tells_its_roles_and_columns_apart(book: Database) -> None:
    case = Case("1号", date(2024, 3, 5), {"承办人": ("Y1",)}, {"案由": "买卖"})
    changed = replace(
        case, roles={"承办人": ("Y2",), "合议庭成员": ("Y1", "Y10")}, fields={"案由": "借款", "程序": "简易"}
    )
    for each in (case, changed):
        with book.transaction("录入", kind="edit") as session:
            cases.write(session, [each])
    with book.reading() as session:
        changes = history(session, "cases", "1号")
    assert set(told(changes[-4:])) == {
        ("承办人", "Y1", "Y2"), ("合议庭成员", "", "Y1、Y10"), ("案由", "买卖", "借款"), ("程序", "", "简易"),
    }  # fmt: skip


def test_a_shorter_key_tells_of_everything_below(book: Database) -> None:
    take(book, ENTRY, replace(ENTRY, item="开庭数"), replace(ENTRY, staff_no="Y10"), replace(ENTRY, staff_no="Y2"))
    with book.reading() as session:
        assert {each.key for each in history(session, "entries", "Y1")} == {ENTRY.key, ("Y1", "开庭数", "2024-03")}
        assert {each.key for each in history(session, "entries")} == {
            ENTRY.key, ("Y1", "开庭数", "2024-03"), ("Y10", "结案数", "2024-03"), ("Y2", "结案数", "2024-03"),
        }  # fmt: skip
        assert {each.key for each in history(session, "postings", "Y1")} == {("Y1", "2020-01-01")}


def test_a_key_with_quotes_and_control_characters_finds_its_history(book: Database) -> None:
    odd = Event("廉政", date(2024, 3, 5), "Y1", '他说"好"\\\n\t\x01完', "K")
    with book.transaction("录入", kind="edit") as session:
        events.write(session, [odd])
    with book.reading() as session:
        assert {each.key for each in history(session, "events", *odd.key)} == {odd.key}
        assert events.by_key(session)[odd.key] == odd


def test_a_record_that_is_only_a_key_has_a_history_too(book: Database) -> None:
    with book.transaction("导入", kind="import") as session:
        coverage.write(session, [Coverage("廉政", MARCH)])
    with book.transaction("删除", kind="edit") as session:
        coverage.remove(session, [("廉政", "2024-03")])
    with book.reading() as session:
        assert told(history(session, "coverage", "廉政", "2024-03")) == [("", None, ""), ("", "", None)]


def test_each_import_and_each_step_knows_its_own_changes(book: Database) -> None:
    with book.transaction("导入两份", kind="import") as session:
        batches = [open_batch(session, Batch(f"{n}.xlsx", "00", "数据", MARCH)) for n in (1,)]
        entries.write(session, [ENTRY], batches[0].id)
        batches.append(open_batch(session, Batch("2.xlsx", "00", "数据", MARCH)))
        entries.remove(session, [ENTRY.key])
        entries.write(session, [replace(ENTRY, staff_no="Y2")], batches[1].id)
    with book.reading() as session:
        first, second = (history_of_batch(session, each.id) for each in batches)
        step = history_of_step(session, first[0].step)
    assert told(first) == [("state", None, "value"), ("number", None, "12")]
    assert [each.key[0] for each in second] == ["Y1", "Y1", "Y2", "Y2"]
    assert {each.file for each in second[:2]} == {"2.xlsx"}
    assert {each.noun for each in step} == {"batches", "entries"}


def test_an_import_is_remembered_with_its_counts(book: Database) -> None:
    first, second = take(book, ENTRY), take(book, replace(ENTRY, item="开庭数"), file="补.xlsx")
    with book.reading() as session:
        found = read_batches(session)
        assert [each.id for each in found] == [second, first]
        assert [each.file for each in read_batches(session, digest="00")] == ["补.xlsx", "三月.xlsx"]
        assert read_batches(session, "无") == read_batches(session, digest="11") == ()
        with pytest.raises(KeyError):
            read_batch(session, "99")
    batch = found[1]
    assert (batch.file, batch.kind, batch.period, batch.added, batch.by) == ("三月.xlsx", "数据", MARCH, 1, "李四")
    assert batch.undone is None


@pytest.mark.parametrize(
    "statement",
    ["UPDATE people SET name = '改'", "DELETE FROM postings", "INSERT INTO settings VALUES ('a', 'b')"],
)
def test_no_other_program_can_change_a_record_unseen(
    book: Database, plain: Callable[..., list[Any]], statement: str
) -> None:
    with pytest.raises(driver.IntegrityError, match="no step is open"):
        plain(statement)
    with book.reading() as session:
        assert {each.name for each in people.read(session)} == {"姓名Y1", "姓名Y2", "姓名Y10"}


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM history", "UPDATE history SET new = '{}'", "DELETE FROM steps", "UPDATE steps SET who = '某人'",
     "UPDATE steps SET chain = 'x'", "UPDATE steps SET chain = NULL"],
)  # fmt: skip
def test_history_and_steps_are_never_rewritten(plain: Callable[..., list[Any]], statement: str) -> None:
    before = plain("SELECT * FROM steps"), plain("SELECT * FROM history")
    with pytest.raises(driver.IntegrityError, match="kept for ever"):
        plain(statement)
    assert (plain("SELECT * FROM steps"), plain("SELECT * FROM history")) == before


def test_a_change_of_key_is_an_end_and_a_beginning(book: Database) -> None:
    with book.transaction("改期", kind="edit") as session:
        session.connection.exec_driver_sql("UPDATE postings SET start = '2021-01-01' WHERE staff_no = 'Y1'")
    with book.reading() as session:
        ended, begun = (
            history(session, "postings", "Y1", "2020-01-01"),
            history(session, "postings", "Y1", "2021-01-01"),
        )
        assert postings.read(session, staff_no="Y1")[0].start == date(2021, 1, 1)
    assert {each.new for each in ended[-2:]} == {None}
    assert {each.old for each in begun} == {None}


def test_every_recorded_noun_has_a_name_and_every_field_of_the_clerk_too() -> None:
    assert RECORDED.keys() <= NOUNS.keys()
    clerks = {"people", "postings", "absences", "entries", "cases", "rulings", "events", "ballots", "decisions"}
    clerks |= {"past_grades", "monthly_records", "evidence", "publications", "notices", "objections"}
    fields = {
        column.name
        for noun in clerks
        for column in RECORDED[noun].c
        if not column.primary_key and column.name not in {"file", "sheet", "cell", "batch", "step", "roles", "fields"}
    }
    assert fields <= set(FIELDS) <= {column.name for table in RECORDED.values() for column in table.c}


def test_a_change_of_place_alone_tells_nothing(book: Database) -> None:
    take(book, ENTRY)
    with book.transaction("移动", kind="edit") as session:
        session.connection.exec_driver_sql("UPDATE entries SET cell = 'D5'")
    with book.reading() as session:
        assert {each.cell for each in history(session, "entries", *ENTRY.key)} == {"C5"}
