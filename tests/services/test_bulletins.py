"""The bulletin of the small court in every form: the same figures, what is decided and what is not, names hidden outside."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from openpyxl import load_workbook

from app.domain.closing import Seal
from app.domain.periods import Period
from app.domain.problems import AppError
from app.services.analysing.bulletins import bulletin, bulletin_document, save_bulletin
from app.services.books import Book, new_book
from app.services.scoring.computing import compute
from app.services.scoring.results import results_document
from app.services.taking_in.imports import stage, take
from app.storage.closing import seals
from app.storage.decisions import Decision, decisions
from tests.small_court import ROSTER, SCHEME, write_book, write_small_court

QUARTER = Period.parse("2024Q1")
LISTS = [
    ["名单", "条件", "周期", "说明"],
    ["表扬", "名次==1 且 排名人数>1", "季", "本组第一名"],
    ["提醒", "总分<60", None, None],
]
NAMES = [str(row[1]) for row in ROSTER[3:-1]]


def court(directory: Path, scheme: dict) -> Book:
    """The small court under a scheme, the quarter computed."""
    made = new_book(directory / "库.hj", court="溪山县人民法院")
    files = write_small_court(directory / "all")
    files |= {"scheme": write_book(directory / "all" / "方案.xlsx", scheme)}
    take(made, stage(made, list(files.values())))
    compute(made, QUARTER)
    return made


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    made = court(tmp_path_factory.mktemp("court"), {**SCHEME, "通报": LISTS})
    with made.transaction("评定", kind="decide") as session:
        decisions.write(session, [Decision(QUARTER, 1, "P06", "好")])
    yield made
    made.close()


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def docx_text(path: Path) -> str:
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def xlsx_text(path: Path) -> str:
    workbook = load_workbook(path)
    return "\n".join(str(cell.value) for sheet in workbook for row in sheet for cell in row if cell.value is not None)


READERS = {".pdf": pdf_text, ".docx": docx_text, ".xlsx": xlsx_text}


def test_totals_places_and_grades_are_those_of_the_results(book: Book) -> None:
    told = {line.staff_no: line for line in bulletin(book, QUARTER).lines}
    for person in results_document(book, QUARTER)["persons"]:
        line = told[person["staff_no"]]
        assert (line.total and f"{line.total:f}", line.rank) == (person["total"], person["rank"])
        assert line.grade == (person["decided_grade"] or person["proposed_grade"] or "")
        assert line.decided == bool(person["decided_grade"])


def test_the_means_of_the_judges_are_those_of_their_totals(book: Book) -> None:
    judges = next(each for each in bulletin(book, QUARTER).sets if each.name == "法官")
    totals = [line.total for line in judges.lines]
    assert judges.court["总分"].score == (sum(totals, Decimal(0)) / len(totals)).quantize(Decimal("0.01"))
    assert judges.divisions["民一庭"]["总分"].score == judges.court["总分"].score  # all of them are there


def test_lists_follow_the_sheet(book: Book) -> None:
    praised, reminded = bulletin(book, QUARTER).lists
    first = {line.staff_no for part in bulletin(book, QUARTER).sets for line in part.lines if line.rank == 1}
    assert {each.staff_no for each in praised.people} <= first
    assert praised.people[0].reasons == ("本组第一名",)
    assert {each.staff_no for each in reminded.people} == {
        line.staff_no for line in bulletin(book, QUARTER).lines if line.total is not None and line.total < 60
    }


def test_party_building_stands_by_itself(book: Book) -> None:
    party = bulletin(book, QUARTER).party
    assert party is not None
    assert party.title == "党建"
    assert sum(each.events for each in party.divisions) == len(party.events) > 0
    assert {each.division for each in party.divisions} == {"民一庭", "办公室"}


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_every_form_says_issue_state_scheme_and_day(book: Book, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"通报{suffix}"
    made = save_bulletin(book, QUARTER, path)
    text = READERS[suffix](path).replace("\n", "").replace("\r", "")
    assert "第1期" in text
    assert "未办结，仅供核对" in text
    assert "溪山县人民法院绩效考核实施办法" in text
    day = made.made_on
    assert f"{day.year}年{day.month}月{day.day}日" in text or day.isoformat() in text
    assert all(name in text for name in NAMES)


class LaterDay(date):
    """A clock that stands on the day of printing."""

    @classmethod
    def today(cls) -> date:
        return date(2031, 5, 6)


def day_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_printed_on_a_later_day_it_still_says_when_it_was_computed(
    book: Book, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.analysing.bulletins.date", LaterDay)
    path = tmp_path / f"通报{suffix}"
    made = save_bulletin(book, QUARTER, path)
    assert made.made_on == date(2031, 5, 6) > made.computed_on
    text = READERS[suffix](path).replace("\n", "").replace("\r", "")
    if suffix == ".xlsx":
        assert f"核算于 {made.computed_on.isoformat()}　制表于 2031-05-06" in text
    else:
        assert f"得分于{day_words(made.computed_on)}核算" in text
        assert "2031年5月6日核算" not in text


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_outside_the_court_no_name_and_no_number_is_left(book: Book, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"通报{suffix}"
    save_bulletin(book, QUARTER, path, masked=True)
    text = READERS[suffix](path)
    assert not [name for name in NAMES if name in text]
    assert not [f"P0{number}" for number in range(1, 8) if f"P0{number}" in text]
    assert "苏某" in text
    if suffix != ".pdf":
        with ZipFile(path) as parts:
            everything = b"".join(map(parts.read, parts.namelist())).decode("utf-8", "replace")
        assert not [name for name in NAMES if name in everything]


def test_outside_the_court_the_document_has_neither(book: Book) -> None:
    document = bulletin_document(bulletin(book, QUARTER, masked=True))
    assert document["masked"] is True
    assert document["party"]["events"] == []
    people = [person for each in document["sets"] for person in each["persons"]]
    assert {person["staff_no"] for person in people} == {None}
    assert len({person["name"] for person in people}) == 7
    assert not {person["name"] for person in people} & set(NAMES)


def test_a_grade_that_nobody_decided_is_told_as_proposed(book: Book, tmp_path: Path) -> None:
    document = bulletin_document(bulletin(book, QUARTER))
    graded = [person for each in document["sets"] for person in each["persons"] if person["grade"]]
    assert [person["staff_no"] for person in graded if person["grade_decided"]] == ["P06"]
    assert document["undecided"] == len(graded) - 1 > 0
    save_bulletin(book, QUARTER, tmp_path / "通报.pdf")
    assert f"有{len(graded) - 1}人的等次尚未评定" in pdf_text(tmp_path / "通报.pdf").replace("\r\n", "")


def test_without_the_sheet_the_bulletin_says_that_there_are_no_lists(tmp_path: Path) -> None:
    made = court(tmp_path, SCHEME)
    save_bulletin(made, QUARTER, tmp_path / "通报.pdf")
    told = bulletin(made, QUARTER)
    made.close()
    assert told.lists == ()
    assert "本通报不设表扬、提醒名单" in pdf_text(tmp_path / "通报.pdf").replace("\r\n", "")


def test_a_closed_period_carries_its_seal(tmp_path: Path) -> None:
    made = court(tmp_path, SCHEME)
    seal = Seal(QUARTER, 1, 1, "0123456789abcdef" * 4, {}, "1")
    with made.transaction("封存", kind="close") as session:
        seals.write(session, [seal])
    save_bulletin(made, QUARTER, tmp_path / "通报.pdf")
    document = bulletin_document(bulletin(made, QUARTER))
    made.close()
    text = pdf_text(tmp_path / "通报.pdf").replace("\r\n", "")
    assert "未办结" not in text
    assert text.count("封存码0123456789abcdef") > 2  # the title and the foot of every page
    assert "0123456789abcdef" * 4 in text
    assert (document["sealed"], document["seal"]) == (True, seal.digest)


def test_a_period_that_was_never_computed_has_no_bulletin(book: Book) -> None:
    with pytest.raises(AppError, match="not-computed"):
        bulletin(book, Period.parse("2024Q2"))


def test_another_kind_of_file_is_refused(book: Book, tmp_path: Path) -> None:
    with pytest.raises(AppError, match="bulletin-file-kind") as refused:
        save_bulletin(book, QUARTER, tmp_path / "通报.doc")
    assert refused.value.exit_status == 2
    assert not (tmp_path / "通报.doc").exists()
