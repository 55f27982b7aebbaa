"""A coverage-guided run of the reader and of what makes sense of its cells: only refusals in words may come out.

    python tests/fuzz/reading.py FOLDER [-max_total_time=3600] [-rss_limit_mb=2048]

FOLDER keeps what was found on the way (new inputs, and crash-… files); it is filled with seeds of every format first.
The first byte of an input says what the rest is (KINDS): a whole file, or one part that is packed into a sound package.
A sheet that the quick way reads must be read by the long way to the same cells; a form that was filled must be read again
as it was filled. What python-calamine does with a damaged .xls or .xlsb is left out (old_formats.py).
"""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

with atheris.instrument_imports(include=["app.sheets", "olefile"]):
    import exchanged
    import old_formats

    from app.domain.problems import AppError
    from app.domain.schemes import DataItem, ItemKind
    from app.sheets.drafts import Hints
    from app.sheets.intake import read_book
    from app.sheets.reading import xlsx_reader
    from app.sheets.reading.grid import workbook_of_raw
    from app.sheets.reading.number_formats import meaning, short_format
    from app.sheets.reading.raw_cells import Gatherer, RawBook, RawSheet
    from app.sheets.reading.reader import raw_book_of
    from app.sheets.reading.template_mark import mark_in_bytes, mark_of
    from app.sheets.reading.text_reader import read_csv, read_html
    from app.sheets.reading.worker_wire import LENGTH_BYTES, MalformedError, answer_of, told_book
    from app.sheets.reading.xlsx_parts import BROKEN, parse
    from app.sheets.reading.xlsx_quick import NotPlainError, Surroundings, read_rows

ITEMS = (
    DataItem("my", "工作满意度", ItemKind.MARK, unit="分"),
    DataItem("rw", "任务完成率", ItemKind.NUMBER, unit="%"),
    DataItem("pj", "民主评议", ItemKind.WORD),
)
AROUND = Surroundings(
    ["工号", "姓名", "工作满意度", "", "合计"], ["", "0%", "yyyy-mm-dd", "h:mm", "0.00"], never_calculated=False
)
KINDS = (
    "whole file", "xlsx sheet", "shared texts", "styles", "ods", "xlsb parts", "answer of the reading process", "xls stream",
    "number format", "template mark", "csv", "html", "form sheet", "form styles", "form workbook", "form chain", "package",
)  # fmt: skip
(
    WHOLE, XLSX_SHEET, XLSX_TEXTS, XLSX_STYLES, ODS, XLSB, ANSWER, XLS, FORMAT, TEMPLATE_MARK, CSV, HTML, FORM_SHEET,
    FORM_STYLES, FORM_WORKBOOK, FORM_CHAIN, PACKAGE,
) = range(len(KINDS))  # fmt: skip

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": f'<R><Relationship Id="r" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></R>',
    "xl/workbook.xml": '<workbook xmlns:r="x"><sheets><sheet name="一" sheetId="1" r:id="a"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": (
        f'<R><Relationship Id="a" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="b" Type="{_RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="c" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="d" Type="{_RELATIONS}/calcChain" Target="calcChain.xml"/></R>'
    ),
    "xl/sharedStrings.xml": "<sst><si><t>工号</t></si><si><t>姓名</t></si><si><t>工作满意度</t></si></sst>",
    "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="31"/></cellXfs></styleSheet>',
    "xl/calcChain.xml": '<calcChain><c r="A2" i="1"/><c r="D3"/></calcChain>',
    "xl/worksheets/sheet1.xml": (
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
        '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>A1</t></is></c><c r="C2" s="1"><f>A1</f><v>0.5</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A3:B4"/></mergeCells></worksheet>'
    ),
}
_REPLACED = {XLSX_SHEET: "xl/worksheets/sheet1.xml", XLSX_TEXTS: "xl/sharedStrings.xml", XLSX_STYLES: "xl/styles.xml"}


_FORM_PARTS = _PARTS | {"xl/worksheets/sheet1.xml": exchanged.form_seed().decode()}
_FORM_KINDS = {
    FORM_SHEET: "xl/worksheets/sheet1.xml",
    FORM_STYLES: "xl/styles.xml",
    FORM_WORKBOOK: "xl/workbook.xml",
    FORM_CHAIN: "xl/calcChain.xml",
}


def test_one_input(content: bytes) -> None:
    """One input of the run; anything but a refusal in words is a finding."""
    kind, rest = (content[0] % len(KINDS), content[1:]) if content else (WHOLE, b"")
    if kind in _FORM_KINDS:
        exchanged.form(_FORM_PARTS, _FORM_KINDS[kind], rest)
    elif kind in _ALONE:
        _ALONE[kind](rest)
    else:
        if kind == XLSX_SHEET:
            _both_ways(rest)
        with contextlib.suppress(AppError):
            _understand(_raw_book(kind, rest))


def _raw_book(kind: int, rest: bytes) -> RawBook:
    if kind == XLS:
        return old_formats.xls_book(rest)
    if kind in {CSV, HTML}:
        text = rest.decode("gb18030", "replace")
        return (read_csv if kind == CSV else read_html)(text, "2024Q1.xls", "一")
    return raw_book_of(_packed(kind, rest), "2024Q1.xls")


def _understand(book: RawBook) -> None:
    """The cells come through the wire as they are, and are told from each other by what makes sense of them."""
    crossed = answer_of(told_book(book, "0" * 64)[LENGTH_BYTES:])
    assert crossed is not None
    assert _cells(crossed.book) == _cells(book)
    workbook = workbook_of_raw("2024Q1.xls", crossed.book)
    for sheet in workbook.sheets:
        for row in sheet.rows.values():
            row.values()  # type: ignore[unused-ignore]
    read_book(workbook, Hints(ITEMS))


def _cells(book: RawBook) -> list[tuple[object, ...]]:
    return [
        (each.numbers, [text.encode("utf-8", "replace") for text in each.texts], each.signs, each.formats)
        for each in book.sheets
    ]


def _answer(rest: bytes) -> None:
    with contextlib.suppress(MalformedError, AppError):
        answer_of(rest)


def _format(rest: bytes) -> None:
    stored, _, number_format = rest.decode("utf-8", "replace").partition("\n")
    try:
        number = float(stored)
    except ValueError:
        return
    with contextlib.suppress(ValueError, OverflowError):
        meaning(number, number_format, epoch_1904=False)
    assert short_format(short_format(number_format)) == short_format(number_format)


def _template_mark(rest: bytes) -> None:
    mark_in_bytes(rest)
    mark = mark_of(rest.decode("utf-8", "replace"))
    assert mark is None or mark_of(mark.keywords) == mark


_ALONE = {ANSWER: _answer, FORMAT: _format, TEMPLATE_MARK: _template_mark, PACKAGE: exchanged.package}


def _packed(kind: int, rest: bytes) -> bytes:
    if kind == WHOLE:
        return rest
    if kind == XLSB:
        return old_formats.xlsb_package(rest)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        if kind == ODS:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", rest)
        else:
            for name, part in _PARTS.items():
                archive.writestr(name, rest if name == _REPLACED[kind] else part)
    return content.getvalue()


def _both_ways(rest: bytes) -> None:
    """What fits the quick way must be the same by the long way."""
    quick = Gatherer("a", "一")
    try:
        behind = read_rows(io.BytesIO(rest), quick, AROUND)
        parse(io.BytesIO(behind.encode()), *_handlers(quick))
        ours = quick.finish()
    except (NotPlainError, AppError, *BROKEN):
        return
    slow = Gatherer("a", "一")
    try:
        parse(io.BytesIO(rest), *_handlers(slow))
    except (AppError, *BROKEN):
        # The quick way may forgive attributes that no XML may have; it never reads other cells.
        return
    assert _told(ours) == _told(slow.finish())


def _handlers(gatherer: Gatherer):
    reading = xlsx_reader.SheetParser(gatherer, AROUND)
    return reading.start, reading.end, reading.data


def _told(sheet: RawSheet) -> object:
    rows = list(zip(sheet.numbers, workbook_of_raw("a", RawBook([sheet])).sheets[0].rows.values(), strict=True))
    return [(number, row.values()) for number, row in rows], sheet.merged, sheet.hidden_rows, sheet.hidden_columns


def seed(folder: Path) -> None:
    """Fills the folder with sound inputs of every kind, and with the small files of the tests."""
    seeds = {kind: _PARTS[name].encode() for kind, name in _REPLACED.items()}
    seeds[ODS] = (
        '<o:d xmlns:o="a" xmlns:office="b" xmlns:table="c" xmlns:text="d"><table:table table:name="一"><table:table-row>'
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>工号</text:p></table:table-cell>'
        '<table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2024-03-05" table:number-columns-repeated="2"/>'
        "</table:table-row></table:table></o:d>"
    ).encode()
    seeds[ANSWER] = told_book(raw_book_of(_packed(XLSX_SHEET, seeds[XLSX_SHEET]), "a.xlsx"), "0" * 64)[LENGTH_BYTES:]
    alike = "".join(
        f'<row r="{row}"><c r="A{row}" s="1" t="s"><v>1</v></c><c r="B{row}" s="2"/><c r="D{row}"><v>{row}.5</v></c></row>'
        for row in range(3, 15)
    )
    seeds |= {XLS: old_formats.xls_seed(), XLSB: old_formats.xlsb_seed(), PACKAGE: exchanged.package_seed()}
    seeds |= {kind: _FORM_PARTS[name].encode() for kind, name in _FORM_KINDS.items()}
    seeds |= {
        FORMAT: '45356.25\nyyyy"年"m"月"d"日";@[$-804]'.encode(),
        TEMPLATE_MARK: b"<k>hengji-template 20240405T060708Z import 3 book 0123abcd period 2024Q1</k>",
    }
    many = seeds[XLSX_SHEET].replace(b"</sheetData>", alike.encode() + b"</sheetData>")
    (folder / "seed-alike").write_bytes(bytes([XLSX_SHEET]) + many)
    for kind, content in seeds.items():
        (folder / f"seed-{kind}").write_bytes(bytes([kind]) + content)
    texts = {
        CSV: '工号,姓名,工作满意度\nA1,张三,9\n"A2","李\n四",/\n',
        HTML: "<table><tr><th rowspan=2>工号<td>姓名<tr><td>A1<table><tr><td>x</table></table><table><td colspan='3'>&#24352;<br>甲</table>",
    }
    for kind, text in texts.items():
        (folder / f"seed-{kind}").write_bytes(bytes([kind]) + text.encode("gb18030"))
        (folder / f"seed-whole-{kind}").write_bytes(bytes([WHOLE]) + text.encode("gb18030"))
        (folder / f"seed-utf16-{kind}").write_bytes(bytes([WHOLE]) + text.encode("utf-16"))
    for path in sorted((ROOT / "tests" / "data" / "sheets").rglob("*")):
        if path.is_file() and path.stat().st_size < 60_000:
            (folder / f"seed-{path.name}").write_bytes(bytes([WHOLE]) + path.read_bytes())


def main() -> None:
    """Seeds, then runs until it is stopped."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    seed(folder)
    old_formats.stand_in()
    atheris.Setup(
        [sys.argv[0], str(folder), "-max_len=65536", f"-artifact_prefix={folder}/", *sys.argv[2:]], test_one_input
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
