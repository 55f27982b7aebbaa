"""台账 as first-class records: entered, confirmed by somebody else, in effect; refused, proved by files (contract, 4, 台账确认)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.ledgers import Event, Standing
from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Period
from app.domain.problems import AppError, Refused
from app.reports.archive import lay_volume
from app.services.books import Book, check_book, new_book
from app.services.papers.archives import _materials, _order, _shared
from app.services.records.evidence import LARGEST, attach_files, detach_file, evidence_lines, save_file
from app.services.records.ledger_documents import ledger_document
from app.services.records.ledgers import (
    EventLine,
    Wanted,
    confirm_events,
    cover_ledger,
    enter_event,
    event_lines,
    refuse_events,
)
from app.services.records.monthly_records import record_month
from app.services.scoring.computing import compute
from app.services.scoring.results import explain
from app.services.taking_in.imports import stage, take
from app.storage.evidence import digest_of
from app.storage.ledgers import events
from tests.small_court import LEDGER, ROSTER, SCHEME, write_book

QUARTER = Period.parse("2024Q1")
PARTY = SCHEME | {
    "方案": [*SCHEME["方案"], ["台账确认", "是"]],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
        *([each, "A", "基础分", 80, "公式", "式=80", None] for each in ("庭长", "法官", "书记员", "行政")),
        *(
            [each, "B", "党建", 20, "事项计分", "基本分=10", "党建台账分"]
            for each in ("庭长", "法官", "书记员", "行政")
        ),
    ],
}


def made(path: Path, scheme: dict[str, list[list[object]]]) -> Book:
    book = new_book(path / "库.hj", court="溪山县人民法院")
    sheets = {"花名册": {"花名册": ROSTER}, "方案": scheme, "台账-2024Q1": {"台账": LEDGER}}
    paths = [write_book(path / f"{name}.xlsx", told) for name, told in sheets.items()]
    take(book, stage(book, paths))
    return book


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Book]:
    """A book whose scheme asks for a second person."""
    book = made(tmp_path, PARTY)
    yield book
    book.close()


@pytest.fixture
def trusting(tmp_path: Path) -> Iterator[Book]:
    """A book whose scheme does not."""
    book = made(tmp_path, PARTY | {"方案": SCHEME["方案"]})
    yield book
    book.close()


def lines_of(book: Book, standing: Standing | None = None, staff_no: str = "") -> dict[str, EventLine]:
    return {each.event.subject: each for each in event_lines(book, Wanted(standing=standing, staff_no=staff_no))}


def score_of(book: Book, staff_no: str) -> str:
    compute(book, QUARTER)
    node = explain(book, QUARTER, staff_no).tree.find("B")
    assert node is not None
    return f"{node.score}"


def test_what_a_sheet_brings_is_in_effect_at_once_unless_the_scheme_asks(trusting: Book) -> None:
    assert {line.standing for line in event_lines(trusting)} == {Standing.IN_EFFECT}
    assert score_of(trusting, "P02") == "13.00"  # 10 + 1.5 + 1.5; the third tells the same 成果标识 again


def test_where_the_scheme_asks_everything_waits_and_nothing_counts(asking: Book) -> None:
    assert {line.standing for line in event_lines(asking)} == {Standing.WAITING}
    assert score_of(asking, "P02") == "10.00"


def test_only_what_a_second_person_confirmed_counts(asking: Book) -> None:
    lecture = lines_of(asking)["支部优秀党课"]
    settled = confirm_events(asking, [lecture.number], by="李复核")
    assert [(line.standing, line.settled_by) for line in settled.lines] == [(Standing.IN_EFFECT, "李复核")]
    assert settled.lines[0].told_by == lecture.told_by != "李复核"
    assert score_of(asking, "P02") == "11.50"
    assert len(event_lines(asking, Wanted(standing=Standing.WAITING))) == 4


def test_who_told_an_event_cannot_confirm_it_and_then_nothing_of_the_batch_is(asking: Book) -> None:
    own = enter_event(asking, Event("党建", date(2024, 3, 1), "P01", "讲党课", points=Decimal(1)), by="王录入")
    other = lines_of(asking)["支部优秀党课"]
    with pytest.raises(Refused) as refused:
        confirm_events(asking, [other.number, own.lines[0].number], by="王 录入")
    assert refused.value.exit_status == 5
    assert [problem.code for problem in refused.value.problems] == ["event-own"]
    assert lines_of(asking)["支部优秀党课"].standing is Standing.WAITING


def test_every_number_that_cannot_be_confirmed_is_told_at_once(asking: Book) -> None:
    lecture = lines_of(asking)["支部优秀党课"]
    confirm_events(asking, [lecture.number], by="李复核")
    absent = lines_of(asking)["缺席学习"]
    refuse_events(asking, [absent.number], reason="核实后当天请假", by="李复核")
    with pytest.raises(Refused) as refused:
        confirm_events(asking, [lecture.number, absent.number, "0000000000"], by="赵三")
    assert [problem.code for problem in refused.value.problems] == [
        "event-in-effect", "event-refused-already", "event-unknown",
    ]  # fmt: skip


def test_a_number_that_names_nothing_is_bad_input_and_an_event_that_does_not_wait_is_forbidden(asking: Book) -> None:
    lecture = lines_of(asking)["支部优秀党课"]
    numbers = [lecture.number, "0000000000"]
    with pytest.raises(Refused) as unknown:
        confirm_events(asking, numbers, by="李复核")
    assert (unknown.value.exit_status, unknown.value.code) == (3, "events-not-settled")
    with pytest.raises(Refused) as unknown:
        refuse_events(asking, numbers, reason="重复", by="李复核")
    assert unknown.value.exit_status == 3
    confirm_events(asking, [lecture.number], by="李复核")
    with pytest.raises(Refused) as forbidden:
        confirm_events(asking, numbers, by="赵三")
    assert forbidden.value.exit_status == 5


def test_what_was_sent_back_keeps_its_reason_and_never_counts(trusting: Book) -> None:
    absent = lines_of(trusting)["缺席学习"]
    assert score_of(trusting, "P03") == "9.00"
    settled = refuse_events(trusting, [absent.number], reason="核实后当天请假", by="李复核")
    assert (settled.lines[0].standing, settled.lines[0].event.refused) == (Standing.REFUSED, "核实后当天请假")
    assert score_of(trusting, "P03") == "10.00"


def test_nothing_is_sent_back_without_a_reason(trusting: Book) -> None:
    with pytest.raises(AppError, match="refusal-without-reason"):
        refuse_events(trusting, [lines_of(trusting)["缺席学习"].number], reason="　", by="李复核")


def test_the_same_sheet_again_neither_unconfirms_nor_brings_back_what_was_refused(asking: Book, tmp_path: Path) -> None:
    confirm_events(asking, [lines_of(asking)["支部优秀党课"].number], by="李复核")
    refuse_events(asking, [lines_of(asking)["缺席学习"].number], reason="当天请假", by="李复核")
    staging = stage(asking, [tmp_path / "台账-2024Q1.xlsx"])
    assert [sheet.status for sheet in staging.files] == ["unchanged"]


def test_an_event_told_otherwise_waits_again(asking: Book, tmp_path: Path) -> None:
    confirm_events(asking, [lines_of(asking)["支部优秀党课"].number], by="李复核")
    changed = [row if row[4] != "支部优秀党课" else [*row[:6], 2, *row[7:]] for row in LEDGER]
    take(asking, stage(asking, [write_book(tmp_path / "改正-台账-2024Q1.xlsx", {"台账": changed})]))
    line = lines_of(asking)["支部优秀党课"]
    assert (line.standing, line.event.points, line.settled_by) == (Standing.WAITING, Decimal(2), "")


def test_an_event_typed_in_twice_is_two_events(trusting: Book) -> None:
    told = Event("党建", date(2024, 3, 1), "P01", "讲党课", points=Decimal(1))
    numbers = {enter_event(trusting, told, by="王录入").lines[0].number for _ in range(2)}
    assert len(numbers) == 2


def test_nobody_outside_the_roster_gets_an_event(trusting: Book) -> None:
    with pytest.raises(AppError, match="staff-unknown"):
        enter_event(trusting, Event("党建", date(2024, 3, 1), "P99", "讲党课"))


def test_a_ledger_that_somebody_looked_into_has_zeros(tmp_path: Path) -> None:
    book = new_book(tmp_path / "零.hj", court="溪山县人民法院")
    take(
        book,
        stage(book, [write_book(tmp_path / "花.xlsx", {"花名册": ROSTER}), write_book(tmp_path / "案.xlsx", PARTY)]),
    )
    assert score_of(book, "P02") == "None"
    cover_ledger(book, "党建", QUARTER, by="王录入")
    assert score_of(book, "P02") == "10.00"
    book.close()


def test_the_document_tells_everything_of_an_event(asking: Book) -> None:
    document = ledger_document(event_lines(asking, Wanted(staff_no="P04")))
    assert document["waiting"] == 1
    event = document["events"][0]
    assert (event["staff_no"], event["subject"], event["standing"]) == ("P04", "违反工作纪律", "waiting")
    assert (event["count"], event["points"], event["basis"]) == ("1", None, "监察通报1号")
    assert event["source"]["file"] == "台账-2024Q1.xlsx"


# --- 材料


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "通报扫描件.pdf"
    path.write_bytes(b"%PDF-1.7 scan")
    return path


def test_evidence_is_kept_with_its_hash_listed_and_saved_out_again(trusting: Book, scan: Path, tmp_path: Path) -> None:
    number = lines_of(trusting)["缺席学习"].number
    attached = attach_files(trusting, number, [scan], by="王录入")
    assert [(each.name, each.size, each.digest) for each in attached.evidence] == [
        ("通报扫描件.pdf", 13, digest_of(b"%PDF-1.7 scan"))
    ]
    (line,) = evidence_lines(trusting, staff_no="P03")
    assert line.line is not None
    assert (line.line.number, line.evidence.origin.by) == (number, "王录入")
    out = tmp_path / "取出"
    out.mkdir()
    assert save_file(trusting, attached.evidence[0].digest[:8], out).read_bytes() == scan.read_bytes()
    with pytest.raises(AppError, match="file-exists"):
        save_file(trusting, attached.evidence[0].digest, out)


def test_the_same_file_proves_two_events_and_stands_in_the_book_once(trusting: Book, scan: Path) -> None:
    for subject in ("缺席学习", "违反工作纪律"):
        attach_files(trusting, lines_of(trusting)[subject].number, [scan, scan])
    with trusting.reading() as session:
        count = session.connection.exec_driver_sql("SELECT count(*) FROM files").scalar()
    assert (count, len(evidence_lines(trusting))) == (1, 2)
    assert check_book(trusting).sound


def test_a_file_taken_away_leaves_only_its_trace(trusting: Book, scan: Path) -> None:
    number = lines_of(trusting)["缺席学习"].number
    digest = attach_files(trusting, number, [scan]).evidence[0].digest
    detach_file(trusting, number, digest, reason="附错了")
    assert evidence_lines(trusting) == ()
    with trusting.reading() as session:
        assert session.connection.exec_driver_sql("SELECT count(*) FROM files").scalar() == 0
    assert check_book(trusting).sound


def test_a_file_that_is_missing_empty_or_too_large_is_refused_and_nothing_kept(
    trusting: Book, scan: Path, tmp_path: Path
) -> None:
    number = lines_of(trusting)["缺席学习"].number
    empty, heavy = tmp_path / "空.pdf", tmp_path / "大.pdf"
    empty.write_bytes(b"")
    with heavy.open("wb") as file:
        file.truncate(LARGEST + 1)
    for path, code in ((tmp_path / "无.pdf", "file-missing"), (empty, "file-empty"), (heavy, "evidence-too-large")):
        with pytest.raises(AppError, match=code):
            attach_files(trusting, number, [scan, path])
    assert evidence_lines(trusting) == ()


def test_check_finds_evidence_whose_bytes_are_not_those_that_were_attached(trusting: Book, scan: Path) -> None:
    attach_files(trusting, lines_of(trusting)["缺席学习"].number, [scan])
    with trusting.transaction("改", kind="edit") as session:
        session.connection.exec_driver_sql("UPDATE files SET content = x'00'")
    findings = {each.code for each in check_book(trusting).findings}
    assert findings == {"check-evidence"}


def test_evidence_outlives_the_row_of_a_sheet_that_was_told_otherwise(trusting: Book, scan: Path) -> None:
    line = lines_of(trusting)["缺席学习"]
    attach_files(trusting, line.number, [scan])
    with trusting.transaction("改事项", kind="edit") as session:
        events.remove(session, [line.event.key])
        events.write(session, [replace(line.event, subject="缺席集中学习")])
    (left,) = evidence_lines(trusting)
    assert (left.line, left.evidence.subject) == (None, "缺席学习")


# --- the person's file


def test_the_year_s_volume_lists_the_evidence_of_the_person_and_of_nobody_else(
    trusting: Book, scan: Path, tmp_path: Path
) -> None:
    line = lines_of(trusting)["缺席学习"]
    attach_files(trusting, line.number, [scan])
    refuse_events(trusting, [line.number], reason="当天请假", by="李复核")
    record_month(trusting, MonthlyRecord("P03", Period.parse("2024-03"), work="审结案件3件", mark=Decimal(85)))
    compute(trusting, QUARTER)
    with trusting.reading() as session:
        shared = _shared(session, 2024)._replace(materials=_materials(trusting, 2024))
    volumes = {each: _order(trusting, shared, each, tmp_path).volume for each in ("P02", "P03")}
    assert [(each.evidence.name, each.standing) for each in volumes["P03"].materials] == [("通报扫描件.pdf", "已退回")]
    assert [each.work for each in volumes["P03"].months] == ["审结案件3件"]
    assert (volumes["P02"].materials, volumes["P02"].months) == ((), ())
    laid = {each: lay_volume(volume) for each, volume in volumes.items()}
    assert "materials" in laid["P03"].marks
    assert "materials" not in laid["P02"].marks
    texts = [words.line.text for page in laid["P03"].pages for _, ink in page.pieces for words in ink.words]
    assert digest_of(b"%PDF-1.7 scan") in "".join(texts)
    assert "六、备考表" in texts  # one period, then this part, then the check sheet
