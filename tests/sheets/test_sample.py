"""The made-up court: the same every time, complete, and laid out as departments lay out their sheets."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from app.domain.cases import Case
from app.domain.periods import Kind, Period
from app.domain.scheme.check import build_scheme
from app.domain.schemes import SchemeRow, SchemeText
from app.sheets.sample import SampleFile, write_library, write_sample
from app.sheets.sample.cases import make_cases
from app.sheets.sample.desk import Desk
from app.sheets.sample.figures import BY_SETS, Figures
from app.sheets.sample.ledgers import LEDGERS, make_events
from app.sheets.sample.people import Roll, make_roll, year_of
from app.sheets.sample.scheme import LIBRARY_FILE, SET_ROWS, scheme_pages
from app.sheets.sample.scheme_items import BY_NAME, FACTORS, ITEMS
from app.sheets.sample.year import handed_in

LIBRARY = Path(__file__).parents[2] / "resources" / "library" / LIBRARY_FILE
METHODS = {
    "直接计分", "完成率", "增减计分", "标准扣分", "区间计分", "分档计分", "按件扣分", "按件加分", "事项计分", "名次计分", "等次换算", "测评计分",
    "引用得分", "公式", "一票否决",
}  # fmt: skip


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sample")


@pytest.fixture(scope="module")
def progress() -> list[tuple[int, int]]:
    return []


@pytest.fixture(scope="module")
def files(directory: Path, progress: list[tuple[int, int]]) -> tuple[SampleFile, ...]:
    return write_sample(directory, report=lambda done, total: progress.append((done, total)))


@pytest.fixture(scope="module")
def roll() -> Roll:
    return make_roll(2024)


@pytest.fixture(scope="module")
def cases(roll: Roll) -> dict[Period, tuple[Case, ...]]:
    return make_cases(roll)


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(path)}


def test_the_same_year_gives_the_same_bytes(files: tuple[SampleFile, ...], directory: Path, tmp_path: Path) -> None:
    again = write_sample(tmp_path)
    assert [file.path.relative_to(tmp_path) for file in again] == [file.path.relative_to(directory) for file in files]
    assert all(one.path.read_bytes() == other.path.read_bytes() for one, other in zip(files, again, strict=True))


def test_progress_is_told_file_by_file(files: tuple[SampleFile, ...], progress: list[tuple[int, int]]) -> None:
    assert progress == [(number, len(files)) for number in range(1, len(files) + 1)]


def test_a_year_of_365_days_works_too() -> None:
    workbooks = list(handed_in(2023))
    periods = {workbook.period.code for workbook in workbooks if workbook.period}
    assert periods >= {"2023-02", "2023Q4", "2023"}


def test_files_come_in_the_order_of_taking_in(files: tuple[SampleFile, ...]) -> None:
    assert [file.order for file in files] == list(range(1, len(files) + 1))
    assert [file.kind for file in files[:4]] == ["花名册", "离岗", "方案", "历年等次"]
    months = [file.period for file in files if file.kind == "案件"]
    assert months == [f"2024-{month:02d}" for month in range(1, 13)]


def test_one_file_is_late_one_is_mended_and_one_refused(files: tuple[SampleFile, ...]) -> None:
    late = [file for file in files if file.period and file.path.parent.name > file.period and "-" in file.period]
    assert [file.period for file in late] == ["2024-02", "2024-03"]
    refused = [file for file in files if file.expect == "refused"]
    assert [file.path.name for file in refused] == ["民一庭5月考核数据（报政治部）.xlsx"]
    mended = next(file for file in files if "重报" in file.path.name)
    assert (mended.period, mended.expect) == (refused[0].period, "taken")
    assert mended.order > refused[0].order


def test_a_refused_sheet_differs_from_the_mended_one_in_three_cells(files: tuple[SampleFile, ...]) -> None:
    refused = next(file for file in files if file.expect == "refused")
    mended = next(file for file in files if "重报" in file.path.name)
    pairs = [
        (one, other)
        for left, right in zip(cells(refused.path)["5月"], cells(mended.path)["5月"], strict=True)
        for one, other in zip(left, right, strict=True)
        if one != other
    ]
    assert [one for one, _ in pairs] == ["两次", "1..0", "LC9999"]


def test_about_130_people_in_14_divisions_and_five_sets(roll: Roll) -> None:
    members = roll.members(year_of(roll))
    assert 125 <= len(members) <= 135
    assert len({member.posting.division for member in members}) == 14
    assert len({member.set_name for member in members}) == 5
    assert roll.shared_names() == {"刘洋"}
    names = "".join(member.name for member in members)
    assert all(letter in names for letter in "喆堃赟龑翀祎昇䶮")


def test_identity_numbers_are_of_no_place_and_have_a_right_check_digit(roll: Roll) -> None:
    numbers = [staff.person.id_number for staff in roll.staff]
    weights = [2 ** (17 - place) % 11 for place in range(17)]
    assert len(set(numbers)) == len(numbers)
    for number in numbers:
        assert number.startswith("990101")
        assert "10X98765432"[sum(int(a) * b for a, b in zip(number[:17], weights, strict=True)) % 11] == number[17]


def test_people_move_come_and_leave(roll: Roll) -> None:
    postings = Counter(len(staff.postings) for staff in roll.staff)
    assert postings[2] == 5
    assert any({each.category for each in staff.postings} == {"法官助理", "员额法官"} for staff in roll.staff)
    assert sum(1 for staff in roll.staff if staff.postings[-1].end) == 3
    assert {absence.kind for staff in roll.staff for absence in staff.absences} == {
        "病假",
        "事假",
        "产假",
        "借调",
        "学习",
    }


def test_about_6000_cases_close_inside_their_month_with_people_at_work(
    roll: Roll, cases: dict[Period, tuple[Case, ...]]
) -> None:
    desk = Desk(roll)
    everything = [case for month in cases.values() for case in month]
    assert 5700 <= len(everything) <= 6300
    assert len({case.number for case in everything}) == len(everything)
    for month, closed in cases.items():
        assert all(month.has_day(case.closed) and case.filed and case.filed < case.closed for case in closed)
        for case in closed:
            working = {day for day, _ in desk.judging_days(case.roles["承办人"][0], month)}
            assert case.closed in working
            assert bool(case.own_factor) == bool(case.own_reason)


def test_a_few_cases_fit_no_coefficient(cases: dict[Period, tuple[Case, ...]]) -> None:
    words = tuple(value.rstrip("*") for field, value, _, _ in FACTORS if field == "案件字")
    causes = tuple(value.rstrip("*") for field, value, _, _ in FACTORS if field == "案由")
    closed = [case for month in cases.values() for case in month if case.fields["程序"] not in ("再审", "简易")]
    unmatched = [
        case
        for case in closed
        if not case.fields["案件字"].startswith(words) and not case.fields["案由"].startswith(causes)
    ]
    assert 10 < len(unmatched) < 60


def test_every_ledger_is_told_every_month(roll: Roll) -> None:
    for month in year_of(roll).months:
        events = make_events(roll, month)
        assert set(events) == set(LEDGERS)
        for ledger in LEDGERS:
            assert events[ledger]
            assert all(month.has_day(event.day) for event in events[ledger])
            assert all(bool(event.staff_no) == (event.subject != "零报告") for event in events[ledger])


def test_one_paper_is_told_twice(roll: Roll) -> None:
    keys = [event.result_key for month in year_of(roll).months for event in make_events(roll, month)["奖惩"]]
    assert any(count == 2 for key, count in Counter(keys).items() if key)


def test_everybody_has_every_figure_that_the_set_needs(roll: Roll, cases: dict[Period, tuple[Case, ...]]) -> None:
    figures = Figures(roll, cases)
    for month in year_of(roll).months:
        for member in roll.members(month):
            for item, sets in BY_SETS.items():
                value = figures.monthly(member, month, item)
                assert value is not None
                if member.set_name not in sets:
                    assert value == "—"


def test_the_scheme_uses_every_way_to_give_points() -> None:
    rows = [row for rows in SET_ROWS.values() for row in rows]
    assert {row.method for row in rows if row.method} == METHODS
    assert {item.kind for item in ITEMS} == {"数值", "评分", "等次", "台账", "案件", "测评", "公式"}
    assert {item.gathering for item in ITEMS if item.gathering} == {"求和", "平均", "末值", "最大"}


def test_full_marks_add_up_to_100_for_each_kind_of_period() -> None:
    for rows in SET_ROWS.values():
        sums: dict[str, int] = defaultdict(int)
        for row in rows:
            if row.method and not row.extra:
                sums[row.kinds] += row.marks or 0
        assert dict(sums) == {"月": 100, "季": 100, "年": 100}


def test_every_indicator_has_its_clause_and_its_item() -> None:
    for rows in SET_ROWS.values():
        codes = {row.code for row in rows}
        assert all(row.clause for row in rows)
        assert all(row.parent in codes for row in rows[1:])
        assert all(row.item in BY_NAME for row in rows if row.item)


def test_the_engine_accepts_the_scheme_without_a_word() -> None:
    sheets = {}
    for page in scheme_pages(2024):
        columns = [str(title) for title in page.header[0]]
        texts = [{title: _text(value) for title, value in zip(columns, line, strict=True)} for line in page.body]
        sheets[page.name] = tuple(
            SchemeRow({title: text for title, text in row.items() if text}, dict.fromkeys(columns, "A1"), page.name)
            for row in texts
        )
    scheme, problems = build_scheme(SchemeText("方案.xlsx", sheets))
    assert problems == ()
    assert scheme is not None
    assert [each.name for each in scheme.sets] == list(SET_ROWS)
    assert scheme.composition(Kind.YEAR)[0].weight == Fraction(3, 5)


def test_the_library_holds_what_the_code_makes(tmp_path: Path) -> None:
    # Made anew by: python -c "from pathlib import Path; from app.sheets.sample import write_library as w; w(Path('resources/library'))"
    assert cells(LIBRARY) == cells(write_library(tmp_path))


def test_departments_lay_out_their_sheets_each_in_its_own_way(files: tuple[SampleFile, ...]) -> None:
    by_name = {file.path.name: file.path for file in files}
    two_rows = cells(by_name["民一庭3月考核数据（报政治部）.xlsx"])["3月"]
    assert two_rows[2][:3] == ("序号", "工号", "姓名")
    assert two_rows[3][:4] == (None, None, None, "迟到早退次数（次）")
    full_width = cells(by_name["刑二庭3月考核数据（报政治部）.xlsx"])["3月"]
    assert any(cell and set(str(cell)) <= set("０１２３４５６７８９．") for row in full_width for cell in row)
    three_months = cells(by_name["办公室一季度考核数据（1-3月）.xlsx"])
    assert list(three_months) == ["1月", "2月", "3月"]
    assert [row[0] for row in three_months["1月"] if row[0] in {"小计", "合计"}] == ["小计", "小计", "小计", "合计"]
    blocks = openpyxl.load_workbook(by_name["督察室一季度考核数据（1-3月）.xlsx"])["1月"]
    assert any(merge.min_col == 2 and merge.size["rows"] > 1 for merge in blocks.merged_cells.ranges)
    assert "工号" not in {cell for row in cells(by_name["督察室一季度考核数据（1-3月）.xlsx"])["1月"] for cell in row}


def test_each_sheet_tells_its_period() -> None:
    for workbook in list(handed_in(2024))[4:]:
        for page in workbook.pages:
            told = [str(cell) for line in page.above for cell in line if str(cell).startswith("周期：")]
            assert len(told) == 1, (workbook.name, page.name)
            if workbook.period:
                assert told[0] in (f"周期：{workbook.period.code}", f"周期：{workbook.period.title}")


def _text(value: object) -> str:
    number = getattr(value, "number", None)
    return f"{number}%" if number is not None else "" if value is None else str(value)
