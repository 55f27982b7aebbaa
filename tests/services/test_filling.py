"""填表: the higher court's own workbook in, the same out, filled; every other byte of it stays."""

import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from app.domain.periods import Period
from app.domain.problems import AppError, Forbidden
from app.services.books import Book, check_book, new_book
from app.services.exchange.filling import Filling, fill, fill_document, plan_filling
from app.services.exchange.form_marks import remember_marks
from app.services.scoring.computing import compute
from app.services.taking_in.imports import stage, take
from tests.services.form_maker import write_form
from tests.small_court import EXPECTED, MARKS, ROSTER, write_book, write_small_court

QUARTER = Period.parse("2024Q1")
TOTALS = {staff_no: Decimal(told["total"]) for staff_no, told in EXPECTED["persons"].items()}
JUDGES = [TOTALS[each] for each in ("P02", "P03", "P04")]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = new_book(tmp_path / "库.hj", court="溪山县人民法院", code="0681", level="基层")
    take(made, stage(made, list(write_small_court(tmp_path / "all").values())))
    compute(made, QUARTER)
    yield made
    made.close()


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return write_form(tmp_path / "中院报表.xlsx")


def filled(book: Book, form: Path, *marks: str) -> tuple[Filling, Path]:
    out = form.with_name(f"已填{form.suffix}")
    return fill(book, QUARTER, form, out, marks=marks), out


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells(path: Path, sheet: str) -> dict[str, object]:
    found = load_workbook(path)[sheet]
    return {cell.coordinate: cell.value for row in found for cell in row if cell.value is not None}


def test_only_the_sheets_that_were_filled_change_and_all_other_parts_stay(book: Book, form: Path) -> None:
    _, out = filled(book, form)
    before, after = parts(form), parts(out)
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    # The form asks already to be recalculated, so its workbook part stays too.
    assert changed == {f"xl/worksheets/sheet{number}.xml" for number in (1, 2, 3)}
    assert {"xl/charts/chart1.xml", "xl/media/image1.png", "xl/sharedStrings.xml", "xl/styles.xml"} <= before.keys()


def test_around_the_cells_the_sheet_stays_byte_for_byte(book: Book, form: Path) -> None:
    _, out = filled(book, form)
    for number in (1, 2, 3):
        name = f"xl/worksheets/sheet{number}.xml"
        before, after = parts(form)[name], parts(out)[name]
        head, tail = before.index(b"<sheetData>"), before.index(b"</sheetData>")
        assert after.startswith(before[:head])
        assert after.endswith(before[tail:])


def test_formulas_stay_and_the_workbook_recalculates_when_it_is_opened(book: Book, form: Path) -> None:
    _, out = filled(book, form)
    assert cells(out, "汇总")["B6"] == "=B5-B4"
    assert cells(out, "法官")["G8"] == "=SUM(G4:G7)"
    assert b'fullCalcOnLoad="1"' in parts(out)["xl/workbook.xml"]


def test_words_and_names_ask_for_figures(book: Book, form: Path) -> None:
    filling, out = filled(book, form)
    told = cells(out, "汇总")
    assert told["A2"] == "填报单位：溪山县人民法院"
    assert told["B3"] == 3
    assert Decimal(str(told["B5"])) == max(JUDGES)
    assert told["B7"] == 81.5
    # 承办: P02 four, P03 three and 民他10号, P04 one; 民一庭 has five people.
    assert told["B9"] == "共9件，5人"
    assert told["B8"] == "{{院长身高}}"
    assert [(each.cell, each.asked) for each in filling.unknown if each.sheet == "汇总"] == [("B8", "院长身高")]
    assert ("汇总", "B5", "名称") in {(each.sheet, each.cell, each.by) for each in filling.written}


def test_free_rows_are_filled_in_the_order_of_the_sheets_scope(book: Book, form: Path) -> None:
    filling, out = filled(book, form)
    told = cells(out, "法官")
    assert sorted(str(told[f"C{row}"]) for row in (4, 5, 6)) == ["P02", "P03", "P04"]
    assert "C7" not in told
    row = next(row for row in (4, 5, 6) if told[f"C{row}"] == "P02")
    assert (told[f"B{row}"], told[f"D{row}"], told[f"E{row}"]) == ("林二", "民一庭", 4)
    # One of his four cases was late: 75 %, which a cell shown as a percentage holds as 0.75.
    assert told[f"F{row}"] == 0.75
    assert Decimal(str(told[f"G{row}"])) == TOTALS["P02"]
    assert [(each.cell, each.why) for each in filling.unknown if each.sheet == "法官"] == [
        ("H2", "不认识这一栏，没有填")
    ]
    assert filling.left_over == []


def test_people_named_in_rows_are_found_and_nothing_that_stands_there_is_touched(book: Book, form: Path) -> None:
    filling, out = filled(book, form)
    told = cells(out, "名册")
    assert (told["A2"], told["B2"], Decimal(str(told["C2"]))) == ("何　三", "民一庭", TOTALS["P03"])
    assert told["D3"] == "/"
    assert told["C5"] == 77.5
    assert "C4" not in told
    kept = [(each.cell, each.value, each.stood) for each in filling.kept if each.sheet == "名册"]
    assert kept == [("C5", TOTALS["P02"], "77.5")]
    assert ("A4", "不在册的人", "得分里没有这个人") in {(each.cell, each.asked, each.why) for each in filling.unknown}
    # Grades are told once people decided them; a proposal is none.
    assert {each.why for each in filling.empty if each.asked.startswith("评定等次")} == {"还没有评定等次"}


def test_a_mark_is_told_once_and_remembered_for_that_form(book: Book, form: Path, tmp_path: Path) -> None:
    filling, out = filled(book, form, "汇总!B4=平均分(法官)", "汇总!$B$7=最低分(法官)")
    mean = (sum(JUDGES) / 3).quantize(Decimal("0.01"))
    told = cells(out, "汇总")
    assert (Decimal(str(told["B4"])), Decimal(str(told["B7"]))) == (mean, min(JUDGES))
    over = [(each.cell, each.stood) for each in filling.written if each.by == "标记"]
    assert over == [("B4", ""), ("B7", "81.5")]
    again, out = filled(book, form)
    assert Decimal(str(cells(out, "汇总")["B4"])) == mean
    assert again.fingerprint == filling.fingerprint
    forgotten, out = filled(book, form, "汇总!B4=", "汇总!B7=")
    assert "B4" not in cells(out, "汇总")
    assert not [each for each in forgotten.written if each.by == "标记"]
    assert check_book(book).sound


def test_the_form_of_the_next_quarter_is_the_same_form(book: Book, form: Path, tmp_path: Path) -> None:
    filled(book, form, "汇总!B4=平均分(法官)")
    next_form = tmp_path / "二季度.xlsx"
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(next_form, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, text.replace("第一季度".encode(), "第二季度".encode()))
    _, out = filled(book, next_form)
    assert "B4" in cells(out, "汇总")


def test_a_mark_over_a_formula_takes_it_out_of_the_calculation_chain(book: Book, form: Path, tmp_path: Path) -> None:
    chained = tmp_path / "链.xlsx"
    chain = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<c r="B6" i="1"/><c r="E8" i="2"/><c r="G8"/></calcChain>'
    )
    with zipfile.ZipFile(form) as old, zipfile.ZipFile(chained, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
                text = text.replace(
                    b"</Relationships>",
                    b'<Relationship Id="rId99" Type="' + kind + b'" Target="calcChain.xml"/></Relationships>',
                )
            new.writestr(name, text)
        new.writestr("xl/calcChain.xml", chain)
    _, out = filled(book, chained, "法官!E8=合计(承办结案,法官)")
    assert parts(out)["xl/calcChain.xml"] == chain.replace(b'<c r="E8" i="2"/><c r="G8"/>', b'<c r="G8" i="2"/>')
    assert cells(out, "法官")["E8"] == 9


def test_a_name_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    made = new_book(tmp_path / "险.hj", court="=cmd|'/c calc'!A0", level="基层")
    roster = [*ROSTER[:4], ["P02", "=1+1", *ROSTER[4][2:]], ["P03", "@SUM(A1)", *ROSTER[5][2:]], *ROSTER[6:]]
    files = write_small_court(tmp_path / "all")
    sheets = {"花名册": [[cell if cell != "林二" else "=1+1" for cell in row] for row in roster]}
    workbook = xlsxwriter.Workbook(str(files["花名册"]), {"strings_to_formulas": False})
    sheet = workbook.add_worksheet("花名册")
    for at, row in enumerate(sheets["花名册"]):
        for column, value in enumerate(row):
            sheet.write(at, column, value) if value is not None else None
    workbook.close()
    take(made, stage(made, [files["花名册"], files["方案"]]))
    compute(made, QUARTER)
    form = write_form(tmp_path / "表.xlsx")
    out = tmp_path / "已填.xlsx"
    fill(made, QUARTER, form, out)
    found = load_workbook(out)["法官"]
    names = {cell.value: cell for cell in found["B"] if cell.row in (4, 5, 6)}
    assert {"=1+1", "@SUM(A1)"} <= names.keys()
    assert {names[each].data_type for each in ("=1+1", "@SUM(A1)")} <= {"s", "inlineStr"}
    assert all(names[each].quotePrefix for each in ("=1+1", "@SUM(A1)"))
    assert b"<f>=1" not in parts(out)["xl/worksheets/sheet2.xml"]
    assert names["=1+1"].border.left.style == "thin"
    made.close()


def test_macros_and_signs_of_them_stay(book: Book, tmp_path: Path) -> None:
    form = write_form(tmp_path / "带宏.xlsm", macro=bytes(range(256)) * 8)
    filling, out = filled(book, form)
    assert parts(out)["xl/vbaProject.bin"] == bytes(range(256)) * 8
    assert filling.written
    with pytest.raises(AppError, match="form-other-suffix"):
        fill(book, QUARTER, form, tmp_path / "无宏.xlsx")


def test_a_form_of_another_format_is_refused_with_advice(book: Book, tmp_path: Path) -> None:
    for name, content in (
        ("旧.xls", b"\xd0\xcf\x11\xe0" * 200),
        ("表.et", b"\xd0\xcf\x11\xe0" * 200),
        ("文.csv", b"a,b"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(AppError, match="form-not-xlsx"):
            fill(book, QUARTER, tmp_path / name, tmp_path / "出.xlsx")
    assert not (tmp_path / "出.xlsx").exists()


def test_the_form_itself_is_never_written_over(book: Book, form: Path) -> None:
    with pytest.raises(AppError, match="form-onto-itself"):
        fill(book, QUARTER, form, form)


def test_a_mark_that_cannot_be_read_or_understood_writes_nothing(book: Book, form: Path) -> None:
    out = form.with_name("出.xlsx")
    for mark, code in (("汇总B4", "unreadable"), ("没有!B4=法官人数", "unreadable"), ("汇总!B4=院长身高", "unclear")):
        with pytest.raises(AppError, match=f"form-mark-{code}") as caught:
            fill(book, QUARTER, form, out, marks=[mark])
        assert caught.value.exit_status == 2
    assert not out.exists()


def test_a_period_that_is_not_computed_or_stale_fills_nothing(book: Book, form: Path, tmp_path: Path) -> None:
    with pytest.raises(Forbidden, match="period-not-computed"):
        fill(book, Period.parse("2024"), form, tmp_path / "出.xlsx")
    newer = [*MARKS[:3], ["P04", "段四", 91]]
    take(book, stage(book, [write_book(tmp_path / "补-2024Q1.xlsx", {"民一庭": newer})]))
    with pytest.raises(Forbidden, match="period-stale"):
        fill(book, QUARTER, form, tmp_path / "出.xlsx")
    assert not (tmp_path / "出.xlsx").exists()


def test_people_without_a_free_row_are_told(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "短.xlsx"
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("全院")
    for column, title in enumerate(("序号", "姓名", "总分")):
        sheet.write(0, column, title)
    sheet.write(1, 0, 1)
    sheet.write(2, 0, 2)
    workbook.close()
    filling, out = filled(book, path)
    assert len(filling.left_over) == 5
    assert len([value for cell, value in cells(out, "全院").items() if cell.startswith("B")]) == 3


def test_the_list_of_cells_is_one_json_document(book: Book, form: Path) -> None:
    filling, out = filled(book, form)
    document = json.loads(json.dumps(fill_document(book, filling, out)))
    assert set(document) == {
        "book", "period", "form", "file", "fingerprint", "written", "kept", "empty", "unknown", "left_over",
    }  # fmt: skip
    for each in document["written"]:
        assert cells(out, each["sheet"])[each["cell"]] is not None
        assert isinstance(each["value"], str)
    assert len({(each["sheet"], each["cell"]) for each in document["written"]}) == len(document["written"])


def test_what_would_be_written_is_seen_before_anything_is_written_or_remembered(book: Book, form: Path) -> None:
    plan = plan_filling(book, QUARTER, form, marks=["汇总!B4=平均分(法官)"])
    filling, out = filled(book, form, "汇总!B4=平均分(法官)")
    assert (plan.filling.written, plan.filling.unknown) == (filling.written, filling.unknown)
    assert plan.sheets == ("汇总", "法官", "名册")
    assert plan.cells("汇总")[3, 1] == "法官人数"
    assert plan.cells("没有的表") == {}
    filled(book, form, "汇总!B4=")
    assert not [each for each in plan_filling(book, QUARTER, form).filling.written if each.by == "标记"]
    assert remember_marks(book, plan.filling.fingerprint, plan.told)
    (marked,) = [each for each in plan_filling(book, QUARTER, form).filling.written if each.by == "标记"]
    assert (marked.sheet, marked.cell, marked.asked) == ("汇总", "B4", "平均分(法官)")
    with pytest.raises(AppError, match="form-onto-itself"):
        plan_filling(book, QUARTER, form, path=form)
    assert out.exists()


def test_every_question_that_is_offered_is_understood(book: Book, form: Path) -> None:
    figures = plan_filling(book, QUARTER, form).figures
    offers = figures.offers()
    assert {"法院", "平均分(法官)", "人数(民一庭)", "合计(承办结案,法官)"} <= set(offers)
    assert len(offers) == len(set(offers))
    assert [each for each in offers if figures.answer(each) is None] == []
