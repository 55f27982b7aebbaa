"""上报: the package of one court, taken in at the court above; whatever was changed on the way is refused with its place."""

import json
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.problems import AppError, Forbidden
from app.services.books import Book, check_book, new_book
from app.services.exchange.higher_court import (
    courts_document,
    expect_courts,
    forget_courts,
    newest_received,
    save_courts,
)
from app.services.exchange.receiving import review_packages, take_packages
from app.services.exchange.submitting import package_document, review_package, submit
from app.services.scoring.computing import compute
from app.services.taking_in.imports import import_document, stage, take, undo_import
from app.services.taking_in.staging.records import StagedSheet
from app.sheets.package_mark import SHEET
from app.sheets.package_sheet import digest_of, text_of, write_package
from tests.small_court import EXPECTED, MARKS, write_book, write_small_court

QUARTER = Period.parse("2024Q1")
JUDGES = sum((Decimal(EXPECTED["persons"][each]["total"]) for each in ("P02", "P03", "P04")), Decimal(0))
"""What the three judges have together, worked out by hand."""


@pytest.fixture
def below(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "基层.hj", court="溪山县人民法院", code="0681", level="基层")
    take(made, stage(made, list(write_small_court(tmp_path / "all").values())))
    compute(made, QUARTER)
    yield made
    made.close()


@pytest.fixture
def above(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "中院.hj", court="溪州市中级人民法院", code="0600", level="中级")
    yield made
    made.close()


@pytest.fixture
def package(below: Book, tmp_path: Path) -> Path:
    path = tmp_path / "上报.xlsx"
    submit(below, QUARTER, path)
    return path


def staged(book: Book, path: Path, **wishes: object) -> StagedSheet:
    (sheet,) = stage(book, [path], **wishes).files  # type: ignore[arg-type]
    return sheet


def changed(path: Path, out: Path, change: Callable[..., object]) -> Path:
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(out)
    return out


def test_a_package_tells_sums_and_grades_and_nobodys_place(below: Book, package: Path) -> None:
    workbook = load_workbook(package)
    assert workbook.sheetnames == ["说明", "总表", "等次", "缺漏", "人员", SHEET]
    assert [workbook[name].sheet_state for name in workbook.sheetnames] == ["visible"] * 5 + ["hidden"]
    rows = [[cell.value for cell in row] for row in workbook["总表"]["A2:I7"]]
    assert rows[0] == ["部门", "指标组", "人数", "完整", "待补", "不进行考核", "不确定等次", "总分合计", "平均分"]
    told = {(row[0], row[1]): row[2:] for row in rows[1:] if row[1]}
    assert told["民一庭", "法官"][0] == 3
    assert Decimal(str(told["民一庭", "法官"][5])) == JUDGES
    people = [[cell.value for cell in row] for row in workbook["人员"].iter_rows(min_row=2)]
    assert "名次" not in people[0]
    assert [row[0] for row in people[1:] if row[3] == "法官"] == ["P02", "P03", "P04"]


def test_a_period_that_is_not_computed_or_no_longer_up_to_date_is_not_handed_in(below: Book, tmp_path: Path) -> None:
    with pytest.raises(Forbidden, match="period-not-computed"):
        submit(below, Period.parse("2024"), tmp_path / "年.xlsx")
    newer = [*MARKS[:3], ["P04", "段四", 91]]
    take(below, stage(below, [write_book(tmp_path / "补-2024Q1.xlsx", {"民一庭": newer})]))
    with pytest.raises(Forbidden, match="period-stale") as caught:
        submit(below, QUARTER, tmp_path / "旧.xlsx")
    assert caught.value.exit_status == 5
    assert not (tmp_path / "旧.xlsx").exists()


def test_what_is_missing_stands_in_the_package(below: Book) -> None:
    missing = package_document(below, QUARTER)["missing"]
    assert {"set": "法官", "code": "F4", "name": "群众满意度", "people": 1} in missing


def test_a_package_is_taken_once_and_seen_at_the_court_above(above: Book, package: Path) -> None:
    outcome = take(above, stage(above, [package]))
    (told,) = import_document(outcome)["files"]
    assert (told["kind"], told["period"], told["sheet"], told["status"]) == ("上报包", "2024Q1", SHEET, "taken")
    assert (told["added"], told["changed"]) == (1, 0)
    assert staged(above, package).status == "unchanged"
    document = courts_document(above, QUARTER)
    (court,) = document["courts"]
    assert (court["court"], court["code"], court["issue"], court["received"]) == ("溪山县人民法院", "0681", 1, True)
    assert [each["set"] for each in court["sets"]] == ["庭长", "法官", "书记员", "行政"]
    assert (document["total"]["people"], document["missing"]) == (7, [])
    assert "rank" not in json.dumps(document)
    assert check_book(above).sound


def test_means_and_shares_are_exact(above: Book, package: Path) -> None:
    take(above, stage(above, [package]))
    document = courts_document(above, QUARTER)
    judges = next(each for each in document["total"]["sets"] if each["set"] == "法官")
    assert Decimal(judges["sum"]) == JUDGES
    assert Decimal(judges["mean"]) == (JUDGES / 3).quantize(Decimal("0.01"), ROUND_HALF_UP)
    shares = [each for each in document["total"]["grades"] if each["pool"] == "法官"]
    assert sum(each["people"] for each in shares) == 3
    assert all(each["share"].endswith("%") for each in shares)


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [("总表", "H4", 999.5), ("人员", "B4", "某某"), ("等次", "C3", 7), ("说明", "B3", "别院")],
)
def test_a_changed_cell_is_refused_with_its_place(
    above: Book, package: Path, tmp_path: Path, sheet: str, cell: str, value: object
) -> None:
    def change(workbook: dict[str, dict[str, object]]) -> None:
        workbook[sheet][cell] = value

    told = staged(above, changed(package, tmp_path / "改.xlsx", change))
    assert told.status == "refused"
    assert [(each.code, each.sheet, each.cell) for each in told.faults] == [("package-cell-changed", sheet, cell)]
    assert str(value) in told.faults[0].message


def test_a_cell_that_was_added_and_a_sheet_that_is_gone_are_told(above: Book, package: Path, tmp_path: Path) -> None:
    def change(workbook) -> None:  # type: ignore[no-untyped-def]
        workbook["总表"]["Z9"] = "添上的"
        del workbook["缺漏"]

    told = staged(above, changed(package, tmp_path / "改.xlsx", change))
    assert {(each.code, each.sheet, each.cell) for each in told.faults} == {
        ("package-cell-changed", "总表", "Z9"),
        ("package-sheet-gone", "缺漏", ""),
    }


def test_a_changed_document_is_refused_and_says_which_part(above: Book, package: Path, tmp_path: Path) -> None:
    def change(workbook) -> None:  # type: ignore[no-untyped-def]
        cells = next(row for row in workbook[SHEET] if row[0].value == "summary")
        cells[2].value = cells[2].value.replace('"people":3', '"people":4')

    told = staged(above, changed(package, tmp_path / "改.xlsx", change))
    assert [(each.code, each.sheet) for each in told.faults] == [("package-part-changed", SHEET)]
    assert "总表" in told.faults[0].message


def test_a_package_of_a_later_program_is_refused(above: Book, package: Path, tmp_path: Path) -> None:
    def change(workbook) -> None:  # type: ignore[no-untyped-def]
        workbook[SHEET]["B1"] = "2"

    told = staged(above, changed(package, tmp_path / "改.xlsx", change))
    assert [each.code for each in told.faults] == ["package-version"]


def test_a_document_of_another_shape_is_refused_in_words(
    above: Book, package: Path, below: Book, tmp_path: Path
) -> None:
    document = package_document(below, QUARTER)
    for part in document["summary"]:
        part["sum"] = "很多"
    path = tmp_path / "怪.xlsx"
    with pytest.raises(ArithmeticError):
        write_package(path, document)
    workbook = load_workbook(package)
    rows = {row[0].value: row for row in workbook[SHEET] if row[1].value}
    rows["summary"][1].value, rows["summary"][2].value = (
        sha256(text_of(document["summary"]).encode()).hexdigest(),
        text_of(document["summary"]),
    )
    workbook[SHEET]["B2"] = digest_of(document)
    workbook.save(path)
    assert {each.code for each in staged(above, path).faults} <= {"package-unreadable", "package-cell-changed"}


def test_a_newer_package_replaces_and_an_older_one_is_a_fault(
    above: Book, below: Book, package: Path, tmp_path: Path
) -> None:
    take(above, stage(above, [package]))
    document = package_document(below, QUARTER)
    document["head"]["issue"] = 2
    write_package(tmp_path / "二.xlsx", document)
    newer = stage(above, [tmp_path / "二.xlsx"])
    assert [(each.status, each.changed) for each in newer.files] == [("taken", 1)]
    batch = take(above, newer).batches[0]
    assert courts_document(above, QUARTER)["courts"][0]["issue"] == 2
    assert [each.code for each in staged(above, package).faults] == ["package-older"]
    undo_import(above, batch, reason="报错了")
    assert courts_document(above, QUARTER)["courts"][0]["issue"] == 1


def test_a_workbook_whose_index_is_damaged_is_refused_in_words(above: Book, package: Path, tmp_path: Path) -> None:
    content = bytearray(package.read_bytes())
    with zipfile.ZipFile(package) as archive:
        begin = archive.getinfo("xl/workbook.xml").header_offset
    content[begin + 30 + len("xl/workbook.xml")] ^= 0b110
    path = tmp_path / "坏.xlsx"
    path.write_bytes(content)
    with pytest.raises(zlib.error), zipfile.ZipFile(path) as archive:
        archive.read("xl/workbook.xml")
    assert [each.code for each in staged(above, path).faults] == ["file-broken"]


def test_only_a_higher_court_takes_packages_and_never_its_own(below: Book, package: Path, tmp_path: Path) -> None:
    assert [each.code for each in staged(below, package).faults] == ["package-own-court"]
    beside = new_book(tmp_path / "邻院.hj", court="邻县人民法院", level="基层")
    assert [each.code for each in staged(beside, package).faults] == ["package-not-higher-court"]
    beside.close()


def test_another_period_than_the_one_told_is_a_fault(above: Book, package: Path) -> None:
    told = staged(above, package, period=Period.parse("2024Q2"))
    assert [each.code for each in told.faults] == ["package-other-period"]


def test_a_court_of_another_name_with_the_same_code_is_a_question(
    above: Book, below: Book, package: Path, tmp_path: Path
) -> None:
    take(above, stage(above, [package]))
    document = package_document(below, QUARTER)
    document["head"] |= {"court": "溪山市人民法院", "issue": 2}
    write_package(tmp_path / "二.xlsx", document)
    (fault,) = staged(above, tmp_path / "二.xlsx").faults
    assert (fault.code, fault.question) == ("package-court-renamed", True)
    assert staged(above, tmp_path / "二.xlsx", replace=True).status == "taken"


def test_the_courts_that_should_hand_in_are_known_beforehand(above: Book, package: Path, tmp_path: Path) -> None:
    expect_courts(above, ["0681 溪山县人民法院", "0682 溪水县人民法院", "溪林县人民法院"])
    expect_courts(above, ["0682 溪水县人民法院"])
    assert [each["court"] for each in courts_document(above, QUARTER)["missing"]] == [
        "溪山县人民法院",
        "溪水县人民法院",
        "溪林县人民法院",
    ]
    take(above, stage(above, [package]))
    document = courts_document(above, QUARTER)
    assert [each["court"] for each in document["missing"]] == ["溪水县人民法院", "溪林县人民法院"]
    save_courts(above, QUARTER, tmp_path / "汇总.xlsx")
    workbook = load_workbook(tmp_path / "汇总.xlsx")
    assert workbook.sheetnames == ["上报情况", "指标组", "等次"]
    rows = [[cell.value for cell in row] for row in workbook["上报情况"]]
    assert "尚未收到：溪水县人民法院、溪林县人民法院" in rows[2]
    assert [row[2] for row in rows[4:7]] == ["已收到", "未收到", "未收到"]


def test_a_package_without_persons_names_nobody(below: Book, above: Book, tmp_path: Path) -> None:
    submit(below, QUARTER, tmp_path / "无名.xlsx", with_persons=False)
    workbook = load_workbook(tmp_path / "无名.xlsx")
    assert "人员" not in workbook.sheetnames
    texts = " ".join(str(cell.value) for sheet in workbook for row in sheet for cell in row)
    assert "林二" not in texts
    assert take(above, stage(above, [tmp_path / "无名.xlsx"])).files[0].status == "taken"


def test_a_package_beside_another_file_is_staged_with_it(above: Book, package: Path, tmp_path: Path) -> None:
    shutil.copy(package, tmp_path / "二.xlsx")
    staging = stage(above, [package, tmp_path / "二.xlsx"])
    assert [each.status for each in staging.files] == ["taken", "unchanged"]


def test_a_court_that_never_handed_in_can_be_forgotten_and_one_that_did_cannot(above: Book, package: Path) -> None:
    take(above, stage(above, [package]))
    expect_courts(above, ["0682 云岭县人民法院", "松阳县人民法院"])
    with pytest.raises(AppError, match="court-unknown") as unknown:
        forget_courts(above, ["松阳县人民法院", "0999"])
    assert unknown.value.values == {"courts": "0999"}
    with pytest.raises(AppError, match="court-has-packages"):
        forget_courts(above, ["0682", "0681"])
    assert len(courts_document(above, QUARTER)["missing"]) == 2
    forget_courts(above, ["0682", "松阳县人民法院"])
    assert courts_document(above, QUARTER)["missing"] == []
    assert check_book(above).sound


def test_what_may_still_be_replaced_is_remarked(above: Book, below: Book, tmp_path: Path) -> None:
    quarter, year = package_document(below, QUARTER), package_document(below, QUARTER)
    quarter["head"] |= {"sealed": True, "computed_at": "2024-04-09T08:00:00+00:00"}
    year["head"] |= {"period": "2024", "computed_at": "2024-04-08T08:00:00+00:00"}
    for name, document in (("季", quarter), ("年", year)):
        write_package(tmp_path / f"{name}.xlsx", document)
    take(above, stage(above, [tmp_path / "季.xlsx", tmp_path / "年.xlsx"]))
    (court,) = courts_document(above, QUARTER)["courts"]
    assert court["remarks"] == []
    (court,) = courts_document(above, Period.parse("2024"))["courts"]
    assert court["remarks"] == [
        "报来时还没有封存，可能还会有新的一期。",
        "比本院2024年第一季度的上报包算得早，可能是旧的。",
    ]
    assert newest_received(above) == Period.parse("2024")


def test_before_it_is_written_a_package_can_be_looked_at_with_what_it_lacks(below: Book) -> None:
    review = review_package(below, QUARTER)
    judges = next(each for each in review.sets if each["set"] == "法官")
    assert (judges["people"], Decimal(judges["sum"])) == (3, JUDGES)
    assert sum(each["people"] for each in review.grades if each["pool"] == "法官") == 3
    told = {each.code: each.values for each in review.warnings}
    assert told["package-not-sealed"] == {"period": "2024年第一季度"}
    assert int(told["package-has-gaps"]["count"]) == sum(each["people"] for each in review.document["missing"])
    assert "package-grades-open" in told


def test_only_packages_come_in_by_their_own_door_and_each_file_is_told_why(
    above: Book, below: Book, package: Path, tmp_path: Path
) -> None:
    roster = write_book(tmp_path / "花名册.xlsx", {"花名册": [["工号", "姓名"], ["P01", "何一"]]})
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 no more")
    steps: list[str] = []
    staging = review_packages(
        above,
        [package, roster, broken, tmp_path / "没有.xlsx"],
        report=lambda _done, _total, text="": steps.append(text),
    )
    told = {each.file: (each.status, [fault.code for fault in each.faults]) for each in staging.files}
    assert told["上报.xlsx"] == ("taken", [])
    assert told["花名册.xlsx"] == ("refused", ["package-not-one"])
    assert told["坏.xlsx"][1] == ["file-broken"]
    assert told["没有.xlsx"][1] == ["file-missing"]
    assert "读取 上报.xlsx" in steps
    taken = take_packages(above, staging)
    assert [each.file for each in taken.files] == ["上报.xlsx"]
    assert courts_document(above, QUARTER)["courts"][0]["received"]
    refused = review_packages(below, [package])
    assert [fault.code for fault in refused.files[0].faults] == ["package-own-court"]
