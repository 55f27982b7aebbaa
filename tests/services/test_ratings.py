"""测评: no rater is ever stored, nothing is shown below the least number of ballots, in any outlet (contract, section 3, 测评)."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.ratings import Ballot
from app.services.books import Book, check_book, new_book
from app.services.records.ratings import CLERK, TypedBallot, enter_ballots, rating_document, rating_review
from app.services.scoring.computing import compute
from app.services.scoring.results import explain_document, results_document
from app.services.taking_in.imports import import_document, stage, take
from app.storage.history import history
from app.storage.ratings import ballots as stored
from app.storage.steps import read_steps
from tests.small_court import ROSTER, SCHEME, write_book

QUARTER = Period.parse("2024Q1")
RATER = "轩辕测评者甲"
RATED = SCHEME | {
    "数据项": [["编码", "名称", "类型"], ["cp", "民主测评", "测评"]],
    "指标": [
        ["指标组", "编码", "名称", "分值", "计分方式", "参数", "数据项"],
        *(
            [
                each,
                "A",
                "测评",
                100,
                "测评计分",
                "院领导=60%; 干警=40%; 最少票数=3; 评价分=优秀:100，称职:80",
                "民主测评",
            ]
            for each in ("庭长", "法官", "书记员", "行政")
        ),
    ],
}
HEAD = ["被测评人", "测评人", "测评人类别", "评分", "评价", "票号"]
BALLOTS = [
    *(["P02", RATER, "院领导", mark, None, f"L{number}"] for number, mark in enumerate((81, 84, 87), 1)),
    *(["P02", RATER, "干警", None, word, f"G{number}"] for number, word in enumerate(("优秀", "优秀", "称职"), 1)),
    *(["P03", RATER, "院领导", mark, None, f"L{number}"] for number, mark in enumerate((61.25, 63.5), 1)),
    *(["P03", RATER, "干警", mark, None, f"G{number}"] for number, mark in enumerate((90, 91, 92), 1)),
]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院")
    sheets = {"花名册": {"花名册": ROSTER}, "方案": RATED, "测评-2024Q1": {"测评": [HEAD, *BALLOTS]}}
    take(made, stage(made, [write_book(tmp_path / f"{name}.xlsx", told) for name, told in sheets.items()]))
    yield made
    made.close()


def test_no_rater_stands_anywhere_in_the_bytes_of_the_book(book: Book, tmp_path: Path) -> None:
    compute(book, QUARTER)
    rating_review(book, QUARTER)
    book.close()
    content = b"".join(path.read_bytes() for path in sorted(tmp_path.glob("库.hj*")))
    assert "院领导".encode() in content  # what is looked for would be found
    for code in ("utf-8", "utf-16-le", "gb18030"):
        assert RATER.encode(code) not in content
    assert repr(RATER.encode("unicode-escape"))[2:-1].encode() not in content


def test_each_group_beside_the_others(book: Book) -> None:
    review = rating_review(book, QUARTER)
    assert [(each.group, each.people, each.mean, each.spread) for each in review.groups] == [
        ("干警", 2, Decimal("92.17"), Decimal("1.17")),  # (100+100+80)÷3 = 93.33…, 91
        ("院领导", 1, Decimal("84.00"), Decimal("0.00")),
    ]
    assert review.hidden == 1


def test_a_group_below_the_least_number_shows_its_ballots_only_as_a_number(book: Book) -> None:
    document = rating_document(rating_review(book, QUARTER))
    hidden = next(each for each in document["persons"] if each["staff_no"] == "P03")["groups"][1]
    assert hidden == {"group": "院领导", "ballots": 2, "shown": False, "mean": None, "spread": None}


SECRETS = ("61.25", "63.5", "62.375", "62.38")
"""The two ballots of the hidden group, and their mean."""


def test_no_outlet_tells_the_ballots_of_a_small_group(book: Book, tmp_path: Path) -> None:
    compute(book, QUARTER)
    worse = [row if row[0] != "P03" else [*row[:3], 50, None, row[5]] for row in BALLOTS]
    again = stage(book, [write_book(tmp_path / "改-测评-2024Q1.xlsx", {"测评": [HEAD, *worse]})])
    with book.reading() as session:
        told = history(session, "ballots")
    outlets = (
        results_document(book, QUARTER),
        explain_document(book, QUARTER, "P03"),
        rating_document(rating_review(book, QUARTER)),
        import_document(again),
        told,
    )
    assert [secret for secret in SECRETS for outlet in outlets if secret in str(outlet)] == []
    assert len(told) > 10
    changes = import_document(again)["files"][0]["changes"]
    assert {(each["old"], each["new"]) for each in changes} == {("不公开", "不公开")}


def test_a_ballot_changed_behind_the_program_is_found_and_not_told(book: Book) -> None:
    with book.transaction("改", kind="edit") as session:
        session.connection.exec_driver_sql("DROP TRIGGER ballots_update")
        session.connection.exec_driver_sql("UPDATE ballots SET mark = '12.5' WHERE mark = '61.25'")
        session.connection.exec_driver_sql("UPDATE settings SET value = '基层' WHERE name = 'level'")
    findings = check_book(book).findings
    assert "check-changed" in {each.code for each in findings}
    assert [secret for secret in (*SECRETS, "12.5") if any(secret in each.text for each in findings)] == []


def test_a_file_named_after_a_rater_is_refused(book: Book, tmp_path: Path) -> None:
    path = write_book(tmp_path / "尤六的测评-2024Q1.xlsx", {"测评": [HEAD, *BALLOTS]})
    staging = stage(book, [path])
    assert {fault.code for fault in staging.files[0].faults if fault.stops} == {"rater-in-file-name"}
    rated = write_book(tmp_path / "林二、何三的测评-2024Q1.xlsx", {"测评": [HEAD, *BALLOTS]})
    assert [fault.code for fault in stage(book, [rated]).files[0].faults if fault.stops] == []


@pytest.mark.parametrize(("ticket", "refused"), [("尤六", True), ("P06", True), ("7", False), ("L7", False)])
def test_a_ticket_that_names_somebody_is_refused(book: Book, tmp_path: Path, ticket: str, refused: bool) -> None:
    row = ["P02", None, "院领导", 90, None, ticket]
    path = write_book(tmp_path / "补-测评-2024Q1.xlsx", {"测评": [HEAD, row]})
    codes = {fault.code for fault in stage(book, [path]).files[0].faults if fault.stops}
    assert codes == ({"ticket-names-person"} if refused else set())


def test_typed_ballots_are_numbered_on_and_tell_nobody(book: Book) -> None:
    typed = [TypedBallot("P03", "院领导", Decimal(90)), TypedBallot("P04", "干警", word="优秀")]
    enter_ballots(book, QUARTER, typed)
    with book.reading() as session:
        step = read_steps(session, limit=1)[0]
    assert step.by == CLERK
    review = {each.staff_no: each for each in rating_review(book, QUARTER).persons}
    assert {cell.group: cell.ballots for cell in review["P03"].cells} == {"干警": 3, "院领导": 3}
    assert review["P03"].cells[1].mean == Decimal("71.58")  # (61.25 + 63.5 + 90) ÷ 3


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (TypedBallot("P03", "院领导"), "ballot-incomplete"),
        (TypedBallot("P03", " ", Decimal(90)), "ballot-incomplete"),
        (TypedBallot("P99", "院领导", Decimal(90)), "staff-unknown"),
    ],
)
def test_a_ballot_that_is_not_whole_is_refused(book: Book, typed: TypedBallot, code: str) -> None:
    with pytest.raises(AppError, match=code):
        enter_ballots(book, QUARTER, [TypedBallot("P02", "干警", Decimal(90)), typed])
    assert rating_review(book, QUARTER).persons[0].cells[0].ballots == 3


def test_ballots_for_two_items_are_not_held_together(book: Book, tmp_path: Path) -> None:
    head, *rows = RATED["指标"]
    scheme = RATED | {"数据项": [*RATED["数据项"], ["ld", "领导评价", "测评"]], "指标": [head, *_halved(rows)]}
    take(book, stage(book, [write_book(tmp_path / "方案二.xlsx", scheme)], replace=True))
    ballots = [Ballot("P04", QUARTER, "干警", Decimal(mark), ticket=f"{item}{mark}", item=item)
               for item, marks in (("cp", (90, 92, 94)), ("ld", (60, 61, 62))) for mark in marks]  # fmt: skip
    with book.transaction("补录", kind="enter-ballots") as session:
        stored.write(session, ballots)
    (rated,) = [each for each in rating_review(book, QUARTER).persons if each.staff_no == "P04"]
    assert {cell.group: cell.mean for cell in rated.cells} == {
        "干警（民主测评）": Decimal("92.00"),
        "干警（领导评价）": Decimal("61.00"),
    }


def _halved(rows: list[list[object]]) -> list[list[object]]:
    """Each set's one indicator as two of 50, over both items."""
    told = []
    for row in rows:
        told.append([*row[:3], 50, *row[4:]])
        told.append([row[0], "B", "领导评价", 50, row[4], row[5], "领导评价"])
    return told
