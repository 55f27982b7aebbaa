"""The higher court's form and the package of a lower court, for the run in reading.py."""

from __future__ import annotations

import io
import json
import zipfile

from app.domain.problems import AppError
from app.services.exchange.package_figures import by_set, counted, shares
from app.sheets.forms.grid import FormGrid, Place
from app.sheets.forms.layout import filled_text
from app.sheets.forms.wire import (
    ToldForm,
    ToldSheet,
    examined,
    form_of,
    told_form,
    told_values,
    told_written,
    values_of,
    written_of,
)
from app.sheets.forms.workbook import Value, filled_content, form_file
from app.sheets.package_mark import MARK, SHEET
from app.sheets.package_pages import readable_sheets
from app.sheets.package_sheet import PARTS, VERSION, _hash, package_in, package_of, told_package
from app.sheets.reading.grid import workbook_of_raw
from app.sheets.reading.raw_cells import NUMBER, TEXT, Gatherer, RawBook, RawSheet
from app.sheets.reading.worker_wire import LENGTH_BYTES
from app.sheets.result_sheet import placed

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MORE = {
    (1, 1): Value("1.5", is_number=True),
    (3, 7): Value("甲<", is_number=False),
    (4, 2): Value("=1", is_number=False),
    (9, 1): Value("乙", is_number=False),
}


def form(parts: dict[str, str], name: str, rest: bytes) -> None:
    """A form in which one part is any bytes: filled wherever it asks and in a few other cells, it is read again as filled."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for part, sound in (
            parts | {"[Content_Types].xml": f'<Types><Override ContentType="{_MAIN}"/></Types>'}
        ).items():
            archive.writestr(part, rest if part == name else sound)
    try:
        opened = _examined(content.getvalue())
        values = [_wanted(sheet) for sheet in opened.sheets]
        told = told_values(opened.digest, values)
        again = _examined(written_of(told_written(filled_content(content.getvalue(), "表.xlsx", values_of(told)))[8:]))
    except AppError:
        return
    for before, wanted, after in zip(opened.sheets, values, again.sheets, strict=True):
        if wanted and before.grid.rows:
            _compare(before.grid, wanted, after.grid)


def _examined(content: bytes) -> ToldForm:
    return form_of(told_form(examined(form_file(content, "表.xlsx"), "0" * 64))[LENGTH_BYTES:])


def _wanted(sheet: ToldSheet) -> dict[Place, Value]:
    """What the sheet asks for, and a few cells more."""
    wanted = {
        (each.row, each.column): Value(filled_text(each, ["1"] * len(each.asks)), is_number=False)
        for each in sheet.asked
    }
    for table in sheet.tables:
        wanted |= {(row.row, table.columns[0].column): Value("7", is_number=True) for row in table.rows}
    return _MORE | wanted


def _compare(before: FormGrid, wanted: dict[Place, Value], after: FormGrid) -> None:
    assert all(after.cells[place].text == value.text for place, value in wanted.items())
    assert after.cells.keys() == before.cells.keys() | wanted.keys()
    assert all(
        after.cells[place].formula == before.cells[place].formula for place in before.cells.keys() - wanted.keys()
    )


def package(rest: bytes) -> None:
    """A package whose parts are any text, with sound digests and, where it can have them, the sheets that belong to them."""
    texts = dict(zip(PARTS, rest.decode("utf-8", "replace").split("\n"), strict=False))
    digests = {name: _hash(text) for name, text in texts.items()}
    whole = _hash("\n".join((f"{MARK} {VERSION}", *(f"{name} {digest}" for name, digest in digests.items()))))
    hidden = Gatherer("包.xlsx", SHEET)
    rows = [
        (MARK, str(VERSION), ""),
        ("digest", whole, ""),
        *((name, digests[name], text) for name, text in texts.items()),
    ]
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if text:
                hidden.put(number, column, TEXT, text)
    book = RawBook([hidden.finish(), *_readable(texts)])
    reading = package_in(workbook_of_raw("包.xlsx", book, "0" * 64))
    assert package_of(told_package(reading)[LENGTH_BYTES:]) == reading
    if reading.document is None or reading.problems:
        return
    summary = reading.document["summary"]
    json.dumps([counted(summary), by_set(summary), shares(reading.document["grades"])])


def _readable(texts: dict[str, str]) -> list[RawSheet]:
    sheets = []
    try:
        for table in readable_sheets({name: json.loads(text) for name, text in texts.items()}):
            gatherer = Gatherer("包.xlsx", table.name)
            for row, column, value in placed(table):
                if value is not None and value != "":
                    sign = TEXT if isinstance(value, str) else NUMBER
                    gatherer.put(row + 1, column + 1, sign, value if isinstance(value, str) else f"{value:f}")
            sheets.append(gatherer.finish())
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, AppError):
        # Only what people could read is left out then, and the package is refused for it.
        return []
    return sheets


def form_seed() -> bytes:
    """A sheet with a table of people, questions, merged headers, formulas and a shared text."""
    return (
        '<worksheet xmlns="x"><cols><col min="2" max="3" style="1"/></cols><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>{{法院}}考核表</t></is></c><c r="C1" s="1"><v>0.5</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>序号</t></is></c><c r="B2" t="s"><v>1</v></c>'
        '<c r="C2" t="s"><v>0</v></c><c r="D2" t="str"><v>总分</v></c></row>'
        '<row r="3"><c r="A3"><v>1</v></c><c r="B3"/><c r="D3"><f>C3*2</f><v>4</v></c></row>'
        '<row r="4" s="1" customFormat="1"/><row r="5"><c r="A5"><f t="shared" ref="A5:A6" si="0">1</f><v>2</v></c></row>'
        '<row r="6"><c r="A6"><f t="shared" si="0"/><v>3</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>'
    ).encode()


def package_seed() -> bytes:
    """The parts of a sound package, a line each."""
    head = {
        "court": "某县人民法院", "period": "2024Q1", "issue": 1, "scheme": "办法", "scheme_version": "1", "engine_version": "1",
        "computed_at": "2024-04-02T08:00:00+00:00", "code": "X01", "level": "基层", "book": "ab12cd34", "program_version": "1.0",
        "sealed": True, "seal": "ab", "made_at": "2024-04-03T08:00:00+00:00",
    }  # fmt: skip
    counts = {"people": 2, "complete": 1, "incomplete": 1, "not_evaluated": 0, "undetermined": 0}
    of = {"division": "刑庭", "set": "法官"}
    document = (
        head,
        [{"division": "刑庭", "set": "法官", **counts, "sum": "91.50", "grades": {"好": 1}}],
        [{"pool": "法官", "grade": "好", "decided": 1, "proposed": 0}],
        [{"set": "法官", "code": "F1", "name": "办案", "people": 1}],
        [
{"staff_no": "A1", "name": "张三", **of, "status": "完整", "total": "91.50", "proposed_grade": "好", "decided_grade": "好"},
            {"staff_no": "A2", "name": "李四", **of, "status": "待补", "total": None, "proposed_grade": "", "decided_grade": ""},
        ],
    )  # fmt: skip
    return "\n".join(json.dumps(part, ensure_ascii=False) for part in document).encode()
