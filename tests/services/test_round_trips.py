"""Templates filled in with whatever a person may write there are read back and staged as just that.

Every kind of sheet; numbers of any sign and size, the four kinds of nothing, days, texts that look like formulas.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.domain.cases import Case
from app.domain.entries import Entry, State
from app.domain.grades.conclusions import PastGrade
from app.domain.ledgers import Event
from app.domain.monthly_records import MonthlyRecord
from app.domain.periods import Period
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.services.books import Book, new_book
from app.services.collecting.templates import make_template
from app.services.taking_in.imports import stage, take
from app.services.taking_in.staging.records import StagedWorkbook
from tests.data.corpus.court import ROSTER, SCHEME
from tests.data.corpus.writing import excel

QUARTER, MARCH = Period.parse("2024Q2"), Period.parse("2024-03")
STAFF = [f"{number:04d}" for number in range(1, 11)]
NOTHING = {State.EMPTY: (None,), State.NOT_APPLICABLE: ("/", "—", "--", "不适用"), State.EXCUSED: ("免", "免计")}
ITEMS = {"结案数（件）": "js", "发改数（件）": "gf", "结案率（%）": "jal", "满意度（分）": "my"}

few = settings(max_examples=4)
figures = st.decimals(-99_999, 99_999, places=3).map(lambda told: told.normalize() + 0)
points = st.decimals(0, 100, places=1).map(lambda told: told.normalize() + 0)
texts = st.builds(
    str.__add__,
    st.sampled_from(["", "=", "+", "-", "@", "'", "="]),
    st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=6),
)
maybe_texts = st.one_of(st.just(""), texts)
days = st.dates(date(2024, 4, 1), date(2024, 6, 30))

Row = dict[str, Any]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    folder = tmp_path_factory.mktemp("round")
    made = new_book(folder / "柳溪.hj", court="柳溪县人民法院")
    excel(ROSTER)(folder / "花名册.xlsx")
    excel(*SCHEME.items())(folder / "方案.xlsx")
    take(made, stage(made, [folder / "花名册.xlsx", folder / "方案.xlsx"]))
    yield made
    made.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("filled")


def filled(book: Book, path: Path, kind: str, rows: Sequence[Row], *, period: Period = QUARTER) -> StagedWorkbook:
    """The kind's template with these rows, upon its own where it has one of that person, staged."""
    make_template(book, kind, path, period=period)
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    top = next(row for row in range(1, 12) if sheet.cell(row, 2).value and sheet.cell(row, 3).value)
    columns = {cell.value: cell.column for cell in sheet[top] if cell.value}
    places = {
        str(sheet.cell(row, 1).value): row for row in range(sheet.max_row, top, -1) if sheet.cell(row, 1).value in STAFF
    }
    free = top + len([row for row in range(top + 1, sheet.max_row + 1) if sheet.cell(row, 1).value in STAFF]) + 1
    for row in rows:
        place = places.get(str(row.get("工号") or row.get("被测评人")))
        if place is None:
            place, free = free, free + 1
        for title, value in row.items():
            cell = sheet.cell(place, columns[title])
            cell.value = None if value == "" else value
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
    workbook.save(path)
    (staged,) = stage(book, [path]).workbooks
    assert [fault.message for each in staged.sheets for fault in each.faults if fault.stops] == []
    return staged


def told(staged: StagedWorkbook, kind: type) -> list[Any]:
    return [each.new for each in staged.differences if isinstance(each.new, kind)]


@st.composite
def cells(draw: st.DrawFn) -> tuple[State, Decimal | None, object]:
    state = draw(st.sampled_from([State.VALUE, State.VALUE, *NOTHING]))
    if state is State.VALUE:
        number = draw(figures)
        return state, number, number
    return state, None, draw(st.sampled_from(NOTHING[state]))


@few
@given(st.lists(st.lists(cells(), min_size=4, max_size=4), min_size=10, max_size=10), st.data())
def test_data(
    book: Book, folder: Path, grid: list[list[tuple[State, Decimal | None, object]]], data: st.DataObject
) -> None:
    words = data.draw(
        st.lists(st.sampled_from(["好", "较好", "一般", "较差", None, "/", "免计"]), min_size=10, max_size=10)
    )
    rows = [
        {"工号": no, "部门评价": word, **{title: cell[2] for title, cell in zip(ITEMS, cells, strict=True)}}
        for no, word, cells in zip(STAFF, words, grid, strict=True)
    ]
    found = {
        (each.staff_no, each.item): (each.state, each.number, each.word)
        for each in told(filled(book, folder / "数据.xlsx", "数据", rows), Entry)
    }
    wanted: dict[tuple[str, str], tuple[State, Decimal | None, str]] = {
        (no, item): (cell[0], cell[1], "")
        for no, cells in zip(STAFF, grid, strict=True)
        for item, cell in zip(ITEMS.values(), cells, strict=True)
        if cell[0] is not State.EMPTY
    }
    nothings = {"/": State.NOT_APPLICABLE, "免计": State.EXCUSED}
    for no, word in zip(STAFF, words, strict=True):
        if word is not None:
            wanted[no, "pj"] = (nothings.get(word, State.VALUE), None, "" if word in nothings else word)
    assert found == wanted


@few
@given(st.lists(st.tuples(days, st.integers(0, 200) | st.none(), texts), min_size=1, max_size=10))
def test_absences(book: Book, folder: Path, drawn: list[tuple[date, int | None, str]]) -> None:
    wanted = [
        Absence(no, "病假", start, None if length is None else start + timedelta(length), note)
        for no, (start, length, note) in zip(STAFF, drawn, strict=False)
    ]
    rows = [
        {"工号": each.staff_no, "离岗类型": each.kind, "起": each.start, "止": each.end, "说明": each.note}
        for each in wanted
    ]
    assert told(filled(book, folder / "离岗.xlsx", "离岗", rows), Absence) == wanted


@few
@given(
    st.lists(
        st.tuples(
            days,
            st.sampled_from(STAFF),
            texts,
            maybe_texts,
            figures | st.none(),
            st.integers(1, 99) | st.none(),
            maybe_texts,
        ),
        min_size=1,
        max_size=8,
    )
)
def test_events(book: Book, folder: Path, drawn: list[tuple[Any, ...]]) -> None:
    rows = [
        dict(
            zip(("日期", "工号", "事项", "级别", "分值", "次数", "备注"), each, strict=True),
            台账="廉政",
            依据=f"文件{number}",
        )
        for number, each in enumerate(drawn)
    ]
    found = [
        (each.day, each.staff_no, each.subject, each.level, each.points, each.count, each.note, each.basis)
        for each in told(filled(book, folder / "台账.xlsx", "台账", rows), Event)
    ]
    wanted = [(*each, f"文件{number}") for number, each in enumerate(drawn)]
    assert sorted(found, key=str) == sorted(wanted, key=str)


@few
@given(
    st.lists(
        st.tuples(
            days,
            st.integers(0, 900),
            st.lists(st.sampled_from(STAFF), min_size=1, max_size=4, unique=True),
            texts,
            st.decimals(Decimal("0.1"), 5, places=2).map(lambda told: told.normalize() + 0) | st.none(),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_cases(book: Book, folder: Path, drawn: list[tuple[date, int, list[str], str, Decimal | None]]) -> None:
    rows = [
        {
            "案号": f"（2024）柳民初{number}号", "案由": cause, "立案日期": closed - timedelta(age), "结案日期": closed,
            "承办人": people[0], "合议庭成员": "、".join(people[1:]), "个案系数": factor, "系数说明": cause if factor else "",
        }
        for number, (closed, age, people, cause, factor) in enumerate(drawn, 1)
    ]  # fmt: skip
    found = {each.number: each for each in told(filled(book, folder / "案件.xlsx", "案件", rows), Case)}
    assert len(found) == len(drawn)
    for number, (closed, age, people, cause, factor) in enumerate(drawn, 1):
        case = found[f"（2024）柳民初{number}号"]
        assert (case.closed, case.filed, case.own_factor) == (closed, closed - timedelta(age), factor)
        assert (case.roles["承办人"], case.roles.get("合议庭成员", ())) == ((people[0],), tuple(people[1:]))
        assert (case.fields["案由"], case.own_reason) == (cause, cause if factor else "")


@few
@given(st.lists(points, min_size=10, max_size=10))
def test_ballots(book: Book, folder: Path, marks: list[Decimal]) -> None:
    rows = [{"被测评人": no, "评分": mark} for no, mark in zip(STAFF, marks, strict=True)]
    ballots = told(filled(book, folder / "测评.xlsx", "测评", rows), Ballot)
    assert {each.staff_no: each.mark for each in ballots} == dict(zip(STAFF, marks, strict=True))
    assert {(each.group, each.ticket) for each in ballots} == {("院领导", "1")}


@few
@given(st.lists(st.tuples(texts, maybe_texts, maybe_texts, points | st.none()), min_size=10, max_size=10))
def test_monthly_records(book: Book, folder: Path, drawn: list[tuple[str, str, str, Decimal | None]]) -> None:
    titles = ("工作完成情况", "自评", "负责人评语", "负责人评分")
    rows = [{"工号": no, **dict(zip(titles, each, strict=True))} for no, each in zip(STAFF, drawn, strict=True)]
    found = told(filled(book, folder / "月纪实.xlsx", "月纪实", rows, period=MARCH), MonthlyRecord)
    assert {each.staff_no: (each.work, each.self_assessment, each.comment, each.mark) for each in found} == dict(
        zip(STAFF, drawn, strict=True)
    )


@few
@given(
    st.lists(st.tuples(st.sampled_from(["优秀", "称职", "基本称职", "不称职"]), maybe_texts), min_size=10, max_size=10)
)
def test_past_grades(book: Book, folder: Path, drawn: list[tuple[str, str]]) -> None:
    rows = [
        {"工号": no, "年度": 2021, "等次": grade, "依据": basis}
        for no, (grade, basis) in zip(STAFF, drawn, strict=True)
    ]
    found = told(filled(book, folder / "历年.xlsx", "历年等次", rows), PastGrade)
    assert {each.staff_no: (each.year, each.grade, each.basis) for each in found} == {
        no: (2021, *each) for no, each in zip(STAFF, drawn, strict=True)
    }


@settings(max_examples=2)
@given(
    st.lists(
        st.tuples(
            st.dates(date(1960, 1, 1), date(2000, 1, 1)),
            maybe_texts,
            maybe_texts,
            st.dates(date(2000, 1, 1), date(2023, 1, 1)),
        ),
        min_size=10,
        max_size=10,
    )
)
def test_a_roster_written_by_us_makes_the_same_people_in_another_book(
    folder: Path, drawn: list[tuple[date, str, str, date]]
) -> None:
    head = ["工号", "姓名", "出生日期", "学历", "部门", "人员类别", "备注", "任职起"]
    rows = [[no, f"某{'甲乙丙丁戊己庚辛壬癸'[place]}", born, school, "民一庭", "法官", note, since]
            for place, (no, (born, school, note, since)) in enumerate(zip(STAFF, drawn, strict=True))]  # fmt: skip
    ours, theirs = (fresh(folder, name) for name in ("本院.hj", "另一库.hj"))
    written(folder / "人.xlsx", [head, *rows])
    first = stage(ours, [folder / "人.xlsx"])
    assert [each.status for each in first.files] == ["taken"]
    take(ours, first)
    make_template(ours, "花名册", folder / "写出.xlsx")
    assert [each.status for each in stage(ours, [folder / "写出.xlsx"]).files] == ["unchanged"]
    (again,) = stage(theirs, [folder / "写出.xlsx"]).workbooks
    for kind in (Person, Posting):
        assert told(again, kind) == told(first.workbooks[0], kind)
    assert {each.education for each in told(again, Person)} == {school for _, school, _, _ in drawn}
    ours.close()
    theirs.close()


@settings(max_examples=2)
@given(
    st.lists(st.lists(cells(), min_size=4, max_size=4), min_size=10, max_size=10),
    st.lists(st.tuples(texts, maybe_texts, maybe_texts, points | st.none()), min_size=10, max_size=10),
)
def test_what_was_taken_stands_in_the_next_template_and_changes_nothing(
    lived: Book,
    folder: Path,
    grid: list[list[tuple[State, Decimal | None, object]]],
    months: list[tuple[str, str, str, Decimal | None]],
) -> None:
    titles = ("工作完成情况", "自评", "负责人评语", "负责人评分")
    figures_told = [
        {"工号": no, **{title: cell[2] for title, cell in zip(ITEMS, row, strict=True)}}
        for no, row in zip(STAFF, grid, strict=True)
    ]
    records = [{"工号": no, **dict(zip(titles, each, strict=True))} for no, each in zip(STAFF, months, strict=True)]
    grades = [{"工号": no, "等次": "称职", "依据": each[0]} for no, each in zip(STAFF, months, strict=True)]
    year = Period.parse("2021")
    for kind, rows, period in (("数据", figures_told, QUARTER), ("月纪实", records, MARCH), ("历年等次", grades, year)):
        filled(lived, folder / "填.xlsx", kind, rows, period=period)
        take(lived, stage(lived, [folder / "填.xlsx"]))
        make_template(lived, kind, folder / "再.xlsx", period=period)
        (again,) = stage(lived, [folder / "再.xlsx"]).files
        assert (again.status, [each.message for each in again.faults if each.stops]) == ("unchanged", [])


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A book that keeps what is taken in."""
    folder = tmp_path_factory.mktemp("lived")
    made = new_book(folder / "柳溪.hj", court="柳溪县人民法院")
    excel(ROSTER)(folder / "花名册.xlsx")
    excel(*SCHEME.items())(folder / "方案.xlsx")
    take(made, stage(made, [folder / "花名册.xlsx", folder / "方案.xlsx"]))
    yield made
    made.close()


def fresh(folder: Path, name: str) -> Book:
    for path in folder.glob(f"{name}*"):
        path.unlink()
    return new_book(folder / name, court="柳溪县人民法院")


def written(path: Path, rows: list[list[Any]]) -> None:
    """A workbook whose texts stay texts."""
    excel([])(path)
    workbook = load_workbook(path)
    sheet = workbook.worksheets[0]
    for place, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column, None if value == "" else value)
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
    workbook.save(path)
