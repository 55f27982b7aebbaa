from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.entries import Entry, Origin, State
from app.domain.periods import Period
from app.domain.problems import AppError, Refused, Source
from app.domain.roster import Person, Posting
from app.messages import sentence
from app.storage.batches import Batch, open_batch, read_batches
from app.storage.check import check
from app.storage.database import Database
from app.storage.entries import entries
from app.storage.history import history
from app.storage.roster import people, postings
from app.storage.undo import undo_batch

MARCH = Period.parse("2024-03")


def entry(staff_no: str, number: str, file: str = "三月.xlsx") -> Entry:
    return Entry(staff_no, "结案数", MARCH, State.VALUE, Decimal(number), origin=Origin(Source(file, "Sheet1", "C5")))


def take(book: Database, *records: Entry, remove: tuple[str, ...] = ()) -> str:
    with book.transaction("导入", kind="import", by="李四") as session:
        batch = open_batch(session, Batch(records[0].origin.source.file, "00", "数据", MARCH))
        entries.write(session, records, batch.id)
        entries.remove(session, [entry(number, "0").key for number in remove])
    return batch.id


def undo(book: Database, batch: str) -> int:
    with book.transaction("报错了表", kind="undo", by="王五") as session:
        return undo_batch(session, batch)


def numbers(book: Database) -> dict[str, str]:
    with book.reading() as session:
        return {each.staff_no: str(each.number) for each in entries.read(session)}


def test_an_import_is_taken_back_as_a_whole(book: Database) -> None:
    first = take(book, entry("Y1", "1"), entry("Y2", "2"))
    second = take(book, entry("Y1", "10", "四月.xlsx"), entry("Y10", "3", "四月.xlsx"), remove=("Y2",))
    assert numbers(book) == {"Y1": "10", "Y10": "3"}
    assert undo(book, second) == 3
    assert numbers(book) == {"Y1": "1", "Y2": "2"}
    with book.reading() as session:
        found = {each.staff_no: each.origin for each in entries.read(session)}
        last = history(session, "entries", *entry("Y1", "1").key)[-1]
        undone = {each.id: each.undone for each in read_batches(session)}
        assert check(session) == ()
    assert {each.batch for each in found.values()} == {first}
    assert {each.source.file for each in found.values()} == {"三月.xlsx"}
    assert {each.by for each in found.values()} == {"李四"}
    assert (last.old, last.new, last.by, last.why, last.kind) == ("10", "1", "王五", "报错了表", "undo")
    assert undone == {first: None, second: last.step}


def test_an_import_whose_later_change_was_taken_back_can_be_taken_back_too(book: Database) -> None:
    first = take(book, entry("Y1", "1"))
    second = take(book, entry("Y1", "10", "四月.xlsx"))
    undo(book, second)
    assert undo(book, first) == 1
    assert numbers(book) == {}


def test_what_somebody_changed_since_is_listed_and_nothing_is_taken_back(book: Database) -> None:
    batch = take(book, entry("Y1", "1"), entry("Y2", "2"), entry("Y10", "3"))
    with book.transaction("核对后更正", kind="edit", by="赵六") as session:
        entries.write(session, [replace(entry("Y2", "5"), origin=Origin())])
        entries.remove(session, [entry("Y10", "3").key])
    with pytest.raises(Refused) as caught:
        undo(book, batch)
    error = caught.value
    assert (error.code, error.exit_status, error.values["count"]) == ("undo-refused", 5, "2")
    assert [each.values["key"] for each in error.problems] == [
        "工号 Y2、数据项 结案数、周期 2024-03",
        "工号 Y10、数据项 结案数、周期 2024-03",
    ]
    for each in error.problems:
        assert "赵六" in sentence(each.code, {"value": each.value, **each.values}).text
    assert numbers(book) == {"Y1": "1", "Y2": "5"}


def test_what_others_still_need_is_listed_and_nothing_is_taken_back(book: Database) -> None:
    with book.transaction("导入", kind="import") as session:
        batch = open_batch(session, Batch("新人.xlsx", "00", "花名册"))
        people.write(session, [Person("Y3", "新人")], batch.id)
        postings.write(session, [Posting("Y3", "民一庭", "员额法官")], batch.id)
    take(book, entry("Y3", "1"))
    with pytest.raises(Refused) as caught:
        undo(book, batch.id)
    problem = caught.value.problems[0]
    assert (len(caught.value.problems), problem.value) == (1, "工号 Y3、数据项 结案数、周期 2024-03")
    assert "人员" in sentence(problem.code, {"value": problem.value, **problem.values}).text
    with book.reading() as session:
        assert len(people.read(session, staff_no="Y3")) == len(postings.read(session, staff_no="Y3")) == 1


def test_new_people_go_with_their_postings(book: Database) -> None:
    with book.transaction("导入", kind="import") as session:
        batch = open_batch(session, Batch("新人.xlsx", "00", "花名册"))
        people.write(session, [Person("Y3", "新人")], batch.id)
        postings.write(session, [Posting("Y3", "民一庭", "员额法官")], batch.id)
    assert undo(book, batch.id) == 2
    with book.reading() as session:
        assert people.read(session, staff_no="Y3") == postings.read(session, staff_no="Y3") == ()


@pytest.mark.parametrize(("batch", "code"), [("99", "batch-missing"), ("x", "batch-missing"), ("1", "batch-undone")])
def test_what_cannot_be_taken_back_is_told(book: Database, batch: str, code: str) -> None:
    assert take(book, entry("Y1", "1")) == "1"
    undo(book, "1")
    with pytest.raises(AppError) as caught:
        undo(book, batch)
    assert caught.value.code == code
    assert sentence(code, caught.value.values).text


def test_an_import_that_changed_nothing_in_the_end_is_only_marked(book: Database) -> None:
    batch = take(book, entry("Y1", "1"), remove=("Y1",))
    assert undo(book, batch) == 0
    with book.reading() as session:
        assert read_batches(session)[0].undone is not None
