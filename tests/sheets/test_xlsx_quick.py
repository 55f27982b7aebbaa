"""The quick way through a sheet's rows gives what the long way gives, or declines."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.problems import AppError
from app.sheets.reading.cells import Flaw
from app.sheets.reading.grid import workbook_of_raw
from app.sheets.reading.raw_cells import Gatherer, RawBook
from app.sheets.reading.xlsx_parts import BROKEN, parse
from app.sheets.reading.xlsx_quick import NotPlainError, Surroundings, read_rows
from app.sheets.reading.xlsx_reader import SheetParser

AROUND = Surroundings(["工号", "甲&乙", "", "7"], ["", "0%", "yyyy-mm-dd", "0.00", "000"], never_calculated=False)
NUMBERS = st.sampled_from(
    ["0", "-1", "12.5", "1.50", "0.57", "0.56999999999999995", "45356", "1E-3", "12345678901234567890"]
)
STYLES = st.sampled_from(["", ' s="1"', ' s="2"', ' s="3"', ' s="4"', ' s="99"'])


def cell(kind: str, style: str, number: str) -> str:
    """What stands between the cell's reference and its end, by kind."""
    return {
        "number": f"{style}><v>{number}</v></c>",
        "shared": f'{style} t="s"><v>{len(number) % 4}</v></c>',
        "empty": f"{style}/>",
        "hollow": f"{style}></c>",
        "formula": f"{style}><f>A1+1</f><v>{number}</v></c>",
        "uncalculated": f"{style}><f>A1+1</f></c>",
        "text": f'{style} t="str"><f>A1</f><v> 甲&amp;乙 </v></c>',
        "inline": f'{style} t="inlineStr"><is><t xml:space="preserve">丙&#10;丁</t></is></c>',
        "truth": f'{style} t="b"><v>1</v></c>',
        "error": f'{style} t="e"><v>#DIV/0!</v></c>',
        "day": f'{style} t="d"><v>2024-03-05</v></c>',
    }[kind]


KINDS = ("number", "shared", "empty", "hollow", "formula", "uncalculated", "text", "inline", "truth", "error", "day")
CELLS = st.tuples(st.sampled_from(KINDS), STYLES, NUMBERS)
ROWS = st.lists(
    st.tuples(st.lists(st.one_of(st.none(), CELLS), max_size=6), st.integers(1, 9), st.booleans()),
    min_size=1,
    max_size=5,
)


def sheet(rows: list[tuple[list[tuple[str, str, str] | None], int, bool]]) -> str:
    """Rows, each told so many times in a row, some of them hidden."""
    parts = []
    number = 0
    for cells, times, hidden in rows:
        for _ in range(times):
            number += 1
            told = "".join(
                f'<c r="{"ABCDEF"[place]}{number}"' + cell(*each)
                for place, each in enumerate(cells)
                if each is not None
            )
            attributes = f' r="{number}"' + (' hidden="1"' if hidden else "")
            parts.append(f"<row{attributes}>{told}</row>" if told else f"<row{attributes}/>")
    return f'<worksheet xmlns="x"><sheetData>{"".join(parts)}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'


def quickly(content: str):
    gatherer = Gatherer("a", "一")
    behind = read_rows(io.BytesIO(content.encode()), gatherer, AROUND)
    parser = SheetParser(gatherer, AROUND)
    parse(io.BytesIO(behind.encode()), parser.start, parser.end, parser.data)
    return told(gatherer)


def slowly(content: str):
    parser = SheetParser(Gatherer("a", "一"), AROUND)
    parse(io.BytesIO(content.encode()), parser.start, parser.end, parser.data)
    return told(parser.gatherer)


def told(gatherer: Gatherer):
    raw = gatherer.finish()
    rows = workbook_of_raw("a", RawBook([raw])).sheets[0].rows
    return {number: row.values() for number, row in rows.items()}, raw.merged, raw.hidden_rows


@settings(max_examples=120, deadline=None)
@given(ROWS)
def test_both_ways_give_the_same_cells(rows):
    content = sheet(rows)
    assert quickly(content) == slowly(content)


def test_long_runs_of_rows_alike_are_read_alike():
    def row(number: int):
        shared = ("shared", ' s="1"', "1" * (number % 4 + 4))
        return [("number", "", str(number)), shared, None, ("number", ' s="3"', "1.5"), ("empty", "", "")], 1, False

    rows = [row(number) for number in range(60)]
    content = sheet(rows)
    assert quickly(content) == slowly(content)


@pytest.mark.parametrize("never_calculated", [False, True])
def test_long_runs_of_formulas_alike_are_read_alike(monkeypatch, never_calculated):
    monkeypatch.setitem(globals(), "AROUND", AROUND._replace(never_calculated=never_calculated))

    def row(number: int):
        result = "0" if number in {30, 31} else f"{number}.50"
        odd = ("error", "", "") if number == 45 else ("formula", ' s="4"', "12")
        return [("number", "", str(number)), ("formula", ' s="3"', result), odd, ("empty", "", "")], 1, False

    content = sheet([row(number) for number in range(1, 60)])
    assert quickly(content) == slowly(content)
    flaws = [row[1].flaw for row in quickly(content)[0].values()]
    assert flaws.count(Flaw.NOT_CALCULATED) == (2 if never_calculated else 0)


@pytest.mark.parametrize(
    "body",
    [
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
        '<row r="1"> <c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row>x',
        '<row r="1"><c r="A1"><!-- --><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;&nosuch;</t></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>',
        "<row><c><v>1</v></c></row>",
    ],
)
def test_what_is_not_written_plainly_goes_the_long_way(body):
    with pytest.raises(NotPlainError):
        quickly(f"<worksheet><sheetData>{body}</sheetData></worksheet>")


@pytest.mark.parametrize("body", ["<!DOCTYPE a>", "<?x?>", "<!-- c -->"])
def test_comments_and_document_types_before_the_rows_go_the_long_way(body):
    with pytest.raises(NotPlainError):
        quickly(f"{body}<worksheet><sheetData></sheetData></worksheet>")


def test_a_row_that_does_not_fit_is_told_in_linear_time():
    cells = "".join(f'<c r="{letter}1"><x/></c>' for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    with pytest.raises((NotPlainError, AppError, *BROKEN)):
        quickly(f'<worksheet><sheetData><row r="1">{cells * 40}</row></sheetData></worksheet>')
