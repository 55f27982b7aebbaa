"""Files of every format, told by their bytes; files that cannot be read."""

import io
import struct
import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from app.domain.problems import AppError
from app.domain.schemes import DataItem, ItemKind
from app.sheets.drafts import Hints
from app.sheets.intake import read_book
from app.sheets.reading import limits
from app.sheets.reading.cells import Cell, Flaw, Sheet, Workbook
from app.sheets.reading.reader import workbook_of
from app.sheets.reading.worker import read_workbook

DATA = Path(__file__).parent.parent / "data" / "sheets"
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/{kind}" Target="{target}"/></Relationships>'
)
BOOK = (
    '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships">'
    '<x:workbookPr date1904="{epoch}"/><x:sheets><x:sheet name="一" sheetId="1" q:id="rId1"/></x:sheets></x:workbook>'
)


def package(sheet: str, epoch: str = "0", extra: dict[str, str] | None = None) -> bytes:
    """An .xlsx made by hand: strict namespaces, prefixes, an absolute target."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format(kind="officeDocument", target="xl/workbook.xml"),
        "xl/workbook.xml": BOOK.format(epoch=epoch),
        "xl/_rels/workbook.xml.rels": RELS.format(kind="worksheet", target="/xl/worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": sheet,
    } | (extra or {})
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


def sheet_of(body: str) -> str:
    return f'<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData>{body}</sheetData></worksheet>'


def texts(sheet):
    return {cell.address: cell.text for row in sheet.rows.values() for cell in row.values()}


def refused(content: bytes, file: str = "表.xlsx") -> str:
    with pytest.raises(AppError) as error:
        workbook_of(content, file)
    return error.value.code


def test_values_formats_and_flaws_of_an_xlsx(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("一")
    sheet.write("A1", 0.57, book.add_format({"num_format": "0%"}))
    sheet.write("B1", datetime(2024, 3, 5), book.add_format({"num_format": 'yyyy"年"m"月"d"日"'}))
    sheet.write("C1", datetime(2024, 3, 5, 8, 30), book.add_format({"num_format": "yyyy-mm-dd hh:mm"}))
    sheet.write("D1", time(8, 30), book.add_format({"num_format": "h:mm"}))
    sheet.write("E1", 12345, book.add_format({"num_format": '#,##0.00"元";[Red]-#,##0'}))
    sheet.write("F1", True)
    sheet.write_rich_string("G1", "张", book.add_format({"bold": True}), "三")
    sheet.write_formula("H1", "=1/0", value="#DIV/0!")
    sheet.write_formula("I1", "=1+1", value=2)
    sheet.write_formula("J1", '=""', value="")
    sheet.write_formula("K1", "=A2", value=0)
    sheet.write("L1", "  　")
    sheet.merge_range("A2:B3", "合")
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.set_column("D:E", None, None, {"hidden": True})
    book.close()
    told = read_workbook(path).sheets[0]
    cells = told.rows[1]
    assert (cells[1].value, cells[1].text, cells[1].percent) == (Decimal("0.57"), "57%", True)
    assert (cells[2].value, cells[3].value, cells[4].value) == (date(2024, 3, 5), datetime(2024, 3, 5, 8, 30), "8:30")
    assert (cells[5].value, cells[6].value, cells[7].value) == (Decimal(12345), True, "张三")
    assert (cells[8].flaw, cells[8].text, cells[9].value) == (Flaw.ERROR, "#DIV/0!", Decimal(2))
    assert cells[10].flaw is Flaw.NOT_CALCULATED
    assert cells[11].flaw is Flaw.NOT_CALCULATED  # a stored 0 in a file that nobody has calculated
    assert 12 not in cells
    assert told.seen(2, 2).text == "合"
    assert (told.hidden_rows, told.hidden_columns) == ({5}, {4, 5})


def test_strict_xlsx_with_prefixes_is_read():
    body = (
        '<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t><rPh><t>jia</t></rPh></is></c><c r="B2"><v>0.1</v></c></row>'
    )
    told = workbook_of(package(sheet_of(body)), "表.xls").sheets[0]
    assert texts(told) == {"A2": "甲", "B2": "0.1"}


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell():
    body = '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><f>A2</f><v>0</v></c><c r="C1"><f>A2</f><v/></c></row>'
    cells = workbook_of(package(sheet_of(body)), "a").sheets[0].rows[1]
    assert [(column, cell.value, cell.flaw) for column, cell in cells.items()] == [
        (2, Decimal(0), Flaw.NONE),
        (3, None, Flaw.NOT_CALCULATED),
    ]


def test_cells_without_references_are_counted():
    told = workbook_of(
        package(sheet_of("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>")), "a"
    ).sheets[0]
    assert texts(told) == {"A1": "1", "C1": "3", "A2": "4"}


def test_a_1904_book_tells_its_days_and_its_day_numbers(desk):
    styles = '<styleSheet xmlns="x"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    rels = RELS.replace(
        "</Relationships>", '<Relationship Id="s" Type="a/styles" Target="styles.xml"/></Relationships>'
    )
    extra = {
        "xl/_rels/workbook.xml.rels": rels.format(kind="worksheet", target="worksheets/sheet1.xml"),
        "xl/styles.xml": styles,
    }
    content = package(sheet_of('<row r="1"><c r="A1" s="1"><v>43894</v></c></row>'), "1", extra)
    told = workbook_of(content, "a").sheets[0]
    assert told.rows[1][1].value == date(2024, 3, 5)
    assert told.epoch_1904


def test_charts_are_no_sheets_and_macros_do_no_harm(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["工号"])
    book.create_chartsheet("图")
    path = tmp_path / "a.xlsm"
    book.save(path)
    assert [sheet.name for sheet in read_workbook(path).sheets] == ["Sheet"]


def test_an_xls_is_read_whatever_it_is_called():
    content = (DATA / "decent.xls").read_bytes()
    for name in ("旧表.xls", "旧表.et", "旧表.xlsx"):
        sheet = workbook_of(content, name).sheets[0]
        assert [texts(sheet)[cell] for cell in ("B1", "A3", "C3", "A4", "C4", "B5", "D5")] == [
            "2024-03", "A1", "98.5%", "0007", "100%", "2024-03-05", "#DIV/0!",
        ]  # fmt: skip
        assert (sheet.rows[3][3].percent, sheet.rows[5][4].flaw) == (True, Flaw.ERROR)
        assert (sheet.hidden_rows, sheet.hidden_columns, sheet.seen(7, 1).text) == ({6}, {6}, "合")


def test_an_xls_is_read_with_its_percentages_and_errors(desk, faults):
    first, hidden = desk.file(DATA / "decent.xls").sheets
    assert (first.period.code, hidden.problems[0].code) == ("2024-03", "sheet-hidden")
    assert faults(first) == [("date-for-number", "B5"), ("cell-error", "D5")]
    assert (first.records[1].item, first.records[1].number) == ("rw", Decimal("98.5"))


def test_where_formats_are_unknown_a_fraction_may_be_a_percentage_and_is_refused():
    cells = {1: Cell(2, 1, "A1", "A1"), 2: Cell(2, 2, Decimal("0.98"), "0.98")}
    header = {1: Cell(1, 1, "工号", "工号"), 2: Cell(1, 2, "任务完成率", "任务完成率")}
    sheet = Sheet("一", {1: header, 2: cells}, formats_known=False)
    items = (DataItem("rw", "任务完成率", ItemKind.NUMBER, unit="%"),)
    reading = read_book(Workbook("2024Q1.xls", (sheet,)), Hints(items)).sheets[0]
    assert [(problem.code, problem.source.cell) for problem in reading.problems] == [("percent-unknown", "B2")]


def record(number: int, content: bytes = b"") -> bytes:
    """One record of an .xlsb."""
    head = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
    length = bytes([len(content)]) if len(content) < 128 else bytes([len(content) & 0x7F | 0x80, len(content) >> 7])
    return head + length + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(cells: bytes) -> bytes:
    """An .xlsb of one sheet; its second style is a percentage."""
    relations = RELS.replace(
        "</Relationships>", '<Relationship Id="s" Type="a/styles" Target="styles.bin"/></Relationships>'
    )
    sheets = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("一"))
    styles = record(47, struct.pack("<HH12x", 0, 0)) + record(47, struct.pack("<HH12x", 0, 9))
    size = record(148, struct.pack("<4I", 0, 9, 0, 9))
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELS.format(kind="officeDocument", target="xl/workbook.bin"),
        "xl/_rels/workbook.bin.rels": relations.format(kind="worksheet", target="worksheets/sheet1.bin"),
        "xl/workbook.bin": record(131) + record(143) + sheets + record(144) + record(132),
        "xl/styles.bin": record(617, struct.pack("<I", 2)) + styles + record(618),
        "xl/worksheets/sheet1.bin": record(129) + size + record(145) + cells + record(146) + record(130),
    }
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def xlsb_row(number: int, *, hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBB", number, 0, 300, 0, 0x10 if hidden else 0) + bytes(5))


def test_an_xlsb_is_read_with_its_percentages_and_errors():
    cells = xlsb_row(0) + record(6, struct.pack("<II", 0, 0) + wide("工号"))
    cells += record(5, struct.pack("<IId", 1, 1, 0.985)) + xlsb_row(1, hidden=True)
    cells += record(3, struct.pack("<IIB", 0, 0, 7)) + record(5, struct.pack("<IId", 1, 0, 2.0))
    told = workbook_of(xlsb(cells), "a.xlsb").sheets[0]
    assert texts(told) == {"A1": "工号", "B1": "98.5%", "A2": "#DIV/0!", "B2": "2"}
    assert (told.rows[1][2].percent, told.rows[2][1].flaw, told.hidden_rows) == (True, Flaw.ERROR, {2})


def test_an_xlsb_bomb_is_refused_before_anything_reads_it():
    content = xlsb(xlsb_row(1_048_575) + record(5, struct.pack("<IId", 16_383, 0, 1.0)))
    assert refused(content) == "file-too-large"


def ods(body: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
            f'<office:body><office:spreadsheet><table:table table:name="一">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return content.getvalue()


def test_an_ods_knows_percentages_merges_repeats_errors_and_hidden_rows():
    def cell(kind: str, value: str, text: str, more: str = "") -> str:
        return f'<table:table-cell office:value-type="{kind}" {value} {more}><text:p>{text}</text:p></table:table-cell>'

    body = (
        "<table:table-row>"
        + cell("string", "", "部门", 'table:number-rows-spanned="2"')
        + cell("percentage", 'office:value="0.985"', "98.50%")
        + cell("date", 'office:date-value="2024-03-05"', "2024年3月5日")
        + cell("date", 'office:date-value="2024-03-01"', "2024年3月")
        + cell("string", "", "#DIV/0!", 'table:formula="of:=1/0"')
        + '</table:table-row><table:table-row table:number-rows-repeated="2" table:visibility="collapse">'
        + "<table:covered-table-cell/>"
        + cell("float", 'office:value="7"', "7", 'table:number-columns-repeated="2"')
        + '</table:table-row><table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row>'
    )
    told = workbook_of(ods(body), "a.ods").sheets[0]
    assert texts(told) == {
        "A1": "部门", "B1": "98.5%", "C1": "2024-03-05", "D1": "2024-03", "E1": "#DIV/0!", "B2": "7", "C2": "7", "B3": "7", "C3": "7",
    }  # fmt: skip
    assert (told.rows[1][2].value, told.rows[1][2].percent, told.rows[1][5].flaw) == (
        Decimal("0.985"),
        True,
        Flaw.ERROR,
    )
    assert (told.seen(2, 1).text, told.hidden_rows) == ("部门", {2, 3})


def test_an_ods_is_read():
    body = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>工号</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="2.5"><text:p>2.5</text:p></table:table-cell></table:table-row>'
    )
    assert texts(workbook_of(ods(body), "a.ods").sheets[0]) == {"A1": "工号", "B1": "2.5"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_csv_is_read_in_every_encoding(encoding):
    told = workbook_of('工号,姓名\nA1,王𫖯\nA2,"李，\n四"\n'.encode(encoding), "名单.csv").sheets[0]
    assert (told.name, texts(told)) == (
        "名单",
        {"A1": "工号", "B1": "姓名", "A2": "A1", "B2": "王𫖯", "A3": "A2", "B3": "李，\n四"},
    )


def test_tab_separated_text_is_read():
    assert texts(workbook_of("工号\t发改数\nA1\t1,234\n".encode(), "a.xls").sheets[0])["B2"] == "1,234"


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_csv_lines_may_end_as_on_any_system(end):
    told = workbook_of(end.join(("工号,姓名", "A1,甲一", 'A2,"乙\n二"', "")).encode(), "名单.csv").sheets[0]
    assert [[cell.text for cell in row.values()] for row in told.rows.values()] == [
        ["工号", "姓名"], ["A1", "甲一"], ["A2", "乙\n二"],
    ]  # fmt: skip
    assert list(told.rows) == [1, 2, 3]


def html_rows(page):
    """Every row of every table of a page, as texts by column."""
    sheets = workbook_of(f"<html><body>{page}</body></html>".encode(), "表.xls").sheets
    return [[[f"{column}{cell.text}" for column, cell in row.items()] for row in each.rows.values()] for each in sheets]


def test_html_without_end_tags_is_read_as_browsers_do():
    told = html_rows("<table><caption>第一季度<tr><th>工号<th>件<tr><td>A1<td>2<tbody><tr><td>A2<td><td>3")
    assert told == [[["1第一季度"], ["1工号", "2件"], ["1A1", "22"], ["1A2", "33"]]]


def test_a_table_that_was_never_ended_ends_where_the_next_begins():
    told = html_rows("<table><tr><td>A1<td>2</tr><table><tr><td>B1<td><table><tr><td>3</table></table>")
    assert told == [[["1A1", "22"]], [["1B1", "23"]]]


def test_an_html_table_named_xls_is_read_with_its_spans():
    page = (
        "<html><head><meta charset='gb2312'></head><body><table><tr><th rowspan=2>工号<th colspan=2>质量</tr>"
        "<tr><td>发改数</td><td>评&nbsp;查</td></tr><tr><td>A1</td><td>2</td><td></td></tr></table></body></html>"
    )
    for encoding in ("gb18030", "utf-8"):
        told = workbook_of(page.encode(encoding), "报表.xls").sheets[0]
        assert texts(told) == {"A1": "工号", "B1": "质量", "B2": "发改数", "C2": "评 查", "A3": "A1", "B3": "2"}
        assert (told.seen(2, 1).text, told.seen(1, 3).text) == ("工号", "质量")


def test_what_is_no_spreadsheet_is_said_so():
    assert refused(b"") == "file-empty"
    assert refused(b"%PDF-1.7\n%\xe2\xe3") == "file-unknown"
    assert refused(b"\x89PNG\r\n\x1a\n\x00\x00") == "file-unknown"
    assert refused(b"<html><p>no table</p></html>") == "file-unknown"
    assert refused("只有一句话".encode()) == "file-unknown"
    assert (
        refused(b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')
        == "file-xml-2003"
    )
    assert refused(b"anything", "~$表.xlsx") == "file-lock-mark"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "file-unknown"
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", "<a/>")
    assert refused(content.getvalue()) == "file-unknown"


def test_broken_files_are_said_to_be_broken(tmp_path):
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(path)
    content = path.read_bytes()
    assert refused(content[: len(content) // 2]) == "file-broken"
    assert refused(package("<worksheet><sheetData>")) == "file-broken"
    assert refused(package(sheet_of('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))) == "file-broken"
    assert refused(package(sheet_of('<row r="1"><c r="??"><v>7</v></c></row>'))) == "file-broken"
    assert refused(package(sheet_of('<row r="1"><c r="A1"><v>1e999</v></c></row>'))) == "file-broken"
    assert refused(package('<!DOCTYPE a [<!ENTITY b "c">]>' + sheet_of(""))) == "file-broken"
    assert refused((DATA / "decent.xls").read_bytes()[:700]) in {"file-broken", "file-unknown"}


def test_a_damaged_compressed_part_is_said_to_be_broken():
    content = bytearray(
        package(sheet_of("".join(f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, 200))))
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    start = part.header_offset + 30 + len(part.filename)
    content[start : start + 40] = b"\xff" * 40
    assert refused(bytes(content)) == "file-broken"


def test_a_protected_file_is_said_to_be_protected(tmp_path):
    import msoffcrypto

    plain, secret = tmp_path / "a.xlsx", io.BytesIO()
    openpyxl.Workbook().save(plain)
    with plain.open("rb") as stream:
        msoffcrypto.OfficeFile(stream).encrypt("123", secret)
    assert refused(secret.getvalue()) == "file-protected"


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    codes = []
    for path in (tmp_path / "没有.xlsx", tmp_path):
        with pytest.raises(AppError) as error:
            read_workbook(path)
        codes.append(error.value.code)
    assert codes == ["file-missing", "file-is-folder"]


def test_bombs_are_refused_before_they_burst(monkeypatch):
    assert refused(package(sheet_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))) == "file-too-large"
    merges = '<mergeCells><mergeCell ref="A1:ZZ200000"/></mergeCells>'
    wide = '<row r="1"><c r="A1"><v>1</v></c></row><row r="199999"><c r="SF199999"><v>1</v></c></row>'
    assert refused(package(sheet_of(wide).replace("</worksheet>", f"{merges}</worksheet>"))) == "file-too-large"
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 2000)
    assert refused(package(sheet_of("<row/>" * 500))) == "file-too-large"
    monkeypatch.setattr(limits, "CELLS", 3)
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 10**6)
    assert refused(package(sheet_of('<row r="1">' + "<c/>" * 4 + "</row>"))) == "file-too-large"


def test_an_ods_bomb_is_refused():
    cell = '<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="500"/>'
    assert (
        refused(ods(f'<table:table-row table:number-rows-repeated="200000">{cell}</table:table-row>'))
        == "file-too-large"
    )


def test_formatted_but_empty_cells_far_away_do_no_harm():
    body = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>'
    told = workbook_of(package(sheet_of(body)), "a").sheets[0]
    assert (texts(told), told.width, told.height) == ({"A1": "1"}, 1, 1)


def package_with_texts(sheet: str, texts: str) -> bytes:
    """An .xlsx with shared texts."""
    relation = '<Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    rels = RELS.format(kind="worksheet", target="/xl/worksheets/sheet1.xml").replace("</Relationships>", relation)
    shared = f'<sst xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">{texts}</sst>'
    return package(sheet, extra={"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": rels})


@pytest.mark.parametrize(
    "cell", ['<c r="XFD1048576" t="inlineStr"><is><t> </t></is></c>', '<c r="XFD9" t="s"><v>0</v></c>']
)
def test_a_blank_far_away_is_nothing(tmp_path, cell):
    rows = "".join(f'<row r="{number}"><c r="A{number}"><v>{number}</v></c></row>' for number in range(1, 9))
    last = cell.partition("XFD")[2].partition('"')[0]
    path = tmp_path / "表.xlsx"
    path.write_bytes(package_with_texts(sheet_of(f'{rows}<row r="{last}">{cell}</row>'), "<si><t> </t></si>"))
    assert texts(read_workbook(path).sheets[0]) == {f"A{number}": str(number) for number in range(1, 9)}


def test_content_far_away_is_told_with_its_place():
    far = sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD9"><v>7</v></c></row>')
    with pytest.raises(AppError) as error:
        workbook_of(package(far), "表.xlsx")
    assert error.value.code == "file-too-large"
    assert "第9行第16384列还有内容" in str(error.value.values["what"])


STRUCK_OUT = (
    "<r><rPr><strike/></rPr><t>9</t></r><r><t>10</t></r>",
    "<r><rPr><strike val='1'/></rPr><t>全部</t></r>",
    "<r><t>1</t></r><r><rPr><strike val='0'/></rPr><t>2</t></r>",
    "<t>8</t>",
)


@pytest.mark.parametrize("inline", [True, False])
def test_what_is_struck_out_in_a_cell_is_no_part_of_its_value_and_a_flaw(tmp_path, inline):
    cells = [
        f't="inlineStr"><is>{runs}</is>' if inline else f't="s"><v>{number}</v>'
        for number, runs in enumerate(STRUCK_OUT)
    ]
    sheet = sheet_of("".join(f'<row r="{row}"><c r="A{row}" {cell}</c></row>' for row, cell in enumerate(cells, 1)))
    path = tmp_path / "表.xlsx"
    path.write_bytes(package_with_texts(sheet, "".join(f"<si>{runs}</si>" for runs in STRUCK_OUT)))
    told = [row[1] for row in read_workbook(path).sheets[0].rows.values()]
    assert [(cell.text, cell.flaw) for cell in told] == [
        ("10", Flaw.STRUCK), ("", Flaw.STRUCK), ("12", Flaw.NONE), ("8", Flaw.NONE),
    ]  # fmt: skip
    assert told[0].value is None


def styled(sheet: str, *formats: int) -> bytes:
    """A package whose cells may have styles with these built-in formats."""
    styles = "".join(f'<xf numFmtId="{each}"/>' for each in formats)
    extra = {
        "xl/_rels/workbook.xml.rels": RELS.format(kind="worksheet", target="worksheets/sheet1.xml").replace(
            "</Relationships>", '<Relationship Id="s" Type="a/styles" Target="styles.xml"/></Relationships>'
        ),
        "xl/styles.xml": f'<styleSheet xmlns="x"><cellXfs>{styles}</cellXfs></styleSheet>',
    }
    return package(sheet, extra=extra)


def test_built_in_formats_of_the_chinese_excel_are_days_and_months():
    body = (
        '<row r="1">'
        + "".join(f'<c r="{"ABCDE"[place]}1" s="{place}"><v>45356</v></c>' for place in range(5))
        + "</row>"
    )
    told = workbook_of(styled(sheet_of(body), 0, 31, 57, 14, 58), "a").sheets[0]
    assert [cell.text for cell in told.rows[1].values()] == [
        "45356",
        "2024-03-05",
        "2024-03",
        "2024-03-05",
        "2024-03-05",
    ]


@pytest.mark.parametrize("told", ["A1", "A1:XFD1048576", "C7:C9"])
def test_what_the_dimension_record_tells_is_not_believed(told):
    sheet = sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="20"><c r="D20"><v>2</v></c></row>')
    wrong = sheet.replace("<sheetData>", f'<dimension ref="{told}"/><sheetData>')
    assert texts(workbook_of(package(wrong), "a").sheets[0]) == {"A1": "1", "D20": "2"}


def test_numbers_kept_as_texts_stay_texts_with_their_zeros():
    body = '<row r="1"><c r="A1" t="inlineStr"><is><t>007</t></is></c><c r="B1"><v>7</v></c></row>'
    cells = workbook_of(package(sheet_of(body)), "a").sheets[0].rows[1]
    assert [cell.value for cell in cells.values()] == ["007", Decimal(7)]


def test_very_hidden_sheets_are_hidden():
    book = BOOK.replace('sheetId="1"', 'sheetId="1" state="veryHidden"')
    told = workbook_of(
        package(sheet_of('<row r="1"><c r="A1"><v>1</v></c></row>'), extra={"xl/workbook.xml": book.format(epoch=0)}),
        "a",
    )
    assert told.sheets[0].hidden


def test_lock_files_of_wps_and_excel_are_no_tables():
    assert [refused(b"x", name) for name in ("~$表.xlsx", ".~表.xlsx")] == ["file-lock-mark"] * 2


def test_an_old_xls_with_a_password_is_said_to_be_protected():
    content = bytearray((DATA / "decent.xls").read_bytes())
    begin = content.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    # The record behind the first becomes the one that tells of a password.
    content[begin + 20 : begin + 22] = b"\x2f\x00"
    assert refused(bytes(content), "旧.xls") == "file-protected"


def test_rights_management_is_told_from_a_password(tmp_path):
    import msoffcrypto

    plain, secret = tmp_path / "a.xlsx", io.BytesIO()
    openpyxl.Workbook().save(plain)
    with plain.open("rb") as stream:
        msoffcrypto.OfficeFile(stream).encrypt("123", secret)
    content = secret.getvalue()
    name = "StrongEncryptionDataSpace".encode("utf-16-le")
    assert name in content
    managed = content.replace(name, "DRMEncryptedDataSpaceXXXX".encode("utf-16-le"))
    assert refused(managed) == "file-rights-managed"


def test_a_file_wrapped_by_an_encrypting_office_is_told_from_other_files():
    wrapped = b"\x62\x14\x23\x65\x8f\x01\x00E-SafeNet\x00LOCK\x00\x00" + bytes(range(256)) * 4
    assert (refused(wrapped, "表.xlsx"), refused(wrapped, "图.jpg")) == ("file-wrapped", "file-unknown")


def test_two_parts_of_one_name_are_two_contents_and_refused():
    content = io.BytesIO(package(sheet_of('<row r="1"><c r="A1"><v>1</v></c></row>')))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("XL/worksheets/Sheet1.xml", sheet_of('<row r="1"><c r="A1"><v>2</v></c></row>'))
    assert refused(content.getvalue()) == "file-ambiguous"


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"><v>1</v><v>2</v></c>',
        '<c r="A1"><v>1<!-- x -->5</v></c>',
        '<c r="A1" t="str"><v>甲</v><is><t>乙</t></is></c>',
    ],
)
def test_where_two_readers_read_different_values_nothing_is_taken(cell):
    with pytest.raises(AppError) as error:
        workbook_of(package(sheet_of(f'<row r="1">{cell}</row>')), "a.xlsx")
    assert (error.value.code, error.value.values["cell"]) == ("readers-disagree", "A1")


def test_two_values_for_one_cell_are_a_broken_file():
    assert refused(package(sheet_of('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'))) == "file-broken"


def test_a_merged_range_may_be_told_from_either_corner_but_not_from_nowhere():
    body = sheet_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="D9"><v>1</v></c></row>')
    merged = '<mergeCells><mergeCell ref="{}"/></mergeCells></worksheet>'
    told = workbook_of(package(body.replace("</worksheet>", merged.format("B4:A3"))), "a").sheets[0]
    assert told.merged == ((3, 1, 4, 2),)
    assert refused(package(body.replace("</worksheet>", merged.format("A0:B2")))) == "file-broken"


def test_a_shared_text_told_a_hundred_thousand_times_is_refused_before_memory_ends():
    texts_part = "<sst><si><t>" + "长" * 30_000 + "</t></si></sst>"
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 5000))
    extra = {
        "xl/_rels/workbook.xml.rels": RELS.format(kind="worksheet", target="worksheets/sheet1.xml").replace(
            "</Relationships>",
            '<Relationship Id="t" Type="a/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
        "xl/sharedStrings.xml": texts_part,
    }
    assert refused(package(sheet_of(rows), extra=extra)) == "file-too-large"


def test_an_ods_with_durations_is_read_though_the_other_reader_spells_them_otherwise():
    body = (
        '<table:table-row><table:table-cell office:value-type="time" office:time-value="PT36H00M00S">'
        "<text:p>36:00</text:p></table:table-cell></table:table-row>"
    )
    assert texts(workbook_of(ods(body), "a.ods").sheets[0]) == {"A1": "36:00"}


def test_text_outside_of_cells_of_an_ods_does_no_harm():
    assert texts(workbook_of(ods("<text:p>外</text:p>"), "a.ods").sheets[0]) == {}
