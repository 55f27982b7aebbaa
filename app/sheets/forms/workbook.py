"""The higher court's own workbook as a file: taken apart, and made anew with cells filled in place, all else untouched.

Loading and saving with a spreadsheet library would lose what the library does not know (charts, images, macros, forms of
print); so only the XML of the sheets concerned changes, and the workbook is told to recalculate (contract, section 2).
What is here runs in the reading process: the file comes from elsewhere.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple

from app.domain.problems import AppError
from app.sheets.forms.grid import Place
from app.sheets.forms.sheet_xml import SheetXml, Written, elements, place_of, read_sheet_xml, spliced, with_cells
from app.sheets.reading import limits
from app.sheets.reading.cells import address
from app.sheets.reading.reader import OLE, ZIP, checked_names, refuse_bomb, refuse_many_parts, workbook_stream
from app.sheets.reading.xlsx_parts import (
    BROKEN,
    BrokenPackageError,
    Package,
    contents,
    number_formats,
    relations_of,
    shared_texts,
)

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MAIN = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": ".xlsx",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": ".xlsm",
}
_AFTER = ("sheets", "functionGroups", "externalReferences", "definedNames")
"""The elements of a workbook part that stand before calcPr."""


class DefinedName(NamedTuple):
    """A name that stands for one cell."""

    name: str
    sheet: str
    row: int
    column: int


class FormPart(NamedTuple):
    """One worksheet of a form."""

    name: str
    part: str
    xml: SheetXml


class Value(NamedTuple):
    """What a cell gets: a number's digits, or a text."""

    text: str
    is_number: bool


@dataclass(frozen=True)
class FormFile:
    """A form taken apart. ``percents``: the styles that show a figure as a percentage."""

    content: bytes
    suffix: str
    sheets: tuple[FormPart, ...]
    names: tuple[DefinedName, ...]
    percents: frozenset[int]
    workbook_part: str
    styles_part: str
    chain_part: str


def form_file(content: bytes, file: str) -> FormFile:
    """The form in these bytes. Raises AppError: broken, too large, protected, or of a format that cannot be filled in place."""
    if not content:
        raise AppError("file-empty", file=file)
    if content.startswith(OLE):
        workbook_stream(content, file)
    if not content.startswith(ZIP):
        raise AppError("form-not-xlsx", file=file)
    refuse_many_parts(content, file)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            refuse_bomb(archive, file)
            checked_names(archive, file)
            return _form(archive, content, file)
    except MemoryError as fault:
        raise limits.too_large(file, "表格的单元格太多") from fault
    except BROKEN as broken:
        raise AppError("file-broken", file=file) from broken


def _form(archive: zipfile.ZipFile, content: bytes, file: str) -> FormFile:
    package = Package(archive)
    told = (
        package.open("[Content_Types].xml").read().decode("utf-8", errors="replace").lower()
        if package.has("[Content_Types].xml")
        else ""
    )
    suffix = next((each for kind, each in _MAIN.items() if f'"{kind}"' in told), "")
    if not suffix:
        raise AppError("form-not-xlsx", file=file)
    index = contents(package)
    names, parts = {each.name.casefold() for each in index.sheets}, {each.part.casefold() for each in index.sheets}
    if not index.sheets or min(len(names), len(parts)) < len(index.sheets):
        raise BrokenPackageError("sheets")
    limits.check_sheets(file, len(index.sheets))
    texts = shared_texts(package, index.shared_texts).texts
    main = next(
        (part for kind, part in relations_of(package, "_rels/.rels", "").values() if kind == "officeDocument"),
        "xl/workbook.xml",
    )
    folder, _, name = main.rpartition("/")
    kinds = dict(relations_of(package, f"{folder}/_rels/{name}.rels".lstrip("/"), folder).values())
    formats = number_formats(package, index.styles)
    return FormFile(
        content=content,
        suffix=suffix,
        sheets=tuple(
            FormPart(each.name, each.part, read_sheet_xml(package.open(each.part).read(), texts))
            for each in index.sheets
        ),
        names=_names(package.open(main).read()),
        percents=frozenset(number for number, each in enumerate(formats) if "%" in each),
        workbook_part=main,
        styles_part=index.styles,
        chain_part=kinds.get("calcChain", ""),
    )


def _names(workbook: bytes) -> tuple[DefinedName, ...]:
    """The names of single cells; those that the program itself keeps (print areas …) are left out."""
    found = []
    for each in elements(workbook, frozenset({"definedName"})):
        sheet, _, cell = each.text.rpartition("!")
        place = place_of(cell)
        if place is not None and sheet and not each.attributes.get("name", "").startswith("_xlnm"):
            bare = sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet
            found.append(DefinedName(each.attributes.get("name", ""), bare, *place))
    return tuple(found)


def filled_content(content: bytes, file: str, values: Iterable[Mapping[Place, Value]]) -> bytes:
    """The form in these bytes with these values, sheet by sheet, as the bytes of a file. Raises AppError as ``form_file``."""
    try:
        return _filled(form_file(content, file), values)
    except BROKEN as broken:
        raise AppError("file-broken", file=file) from broken


def _filled(form: FormFile, values: Iterable[Mapping[Place, Value]]) -> bytes:
    told = [(sheet, given) for sheet, given in zip(form.sheets, values, strict=True) if given]
    new: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(form.content)) as archive:
        real = {name.replace("\\", "/").lstrip("/").casefold(): name for name in archive.namelist()}
        styles = _Styles(
            archive.read(real[form.styles_part.casefold()]) if form.styles_part.casefold() in real else b""
        )
        given_to = {sheet.part: given for sheet, given in told}
        for sheet in form.sheets if told else ():
            given = given_to.get(sheet.part, {})
            written = {place: _written(sheet, place, value, styles) for place, value in given.items()}
            new[real[sheet.part.casefold()]] = with_cells(sheet.xml, written)
        if styles.added:
            new[real[form.styles_part.casefold()]] = styles.content()
        workbook = real[form.workbook_part.casefold()]
        if new:
            new[workbook] = recalculating(archive.read(workbook))
        if form.chain_part.casefold() in real and (gone := _formulas_gone(told, archive.read(workbook))):
            chain = real[form.chain_part.casefold()]
            new[chain] = without_links(archive.read(chain), gone)
        return _packed(archive, new)


def _packed(archive: zipfile.ZipFile, new: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as out:
        for info in archive.infolist():
            out.writestr(info, new.get(info.filename, archive.read(info.filename)), info.compress_type)
    return content.getvalue()


def _written(sheet: FormPart, place: Place, value: Value, styles: _Styles) -> Written:
    if value.is_number and Decimal(repr(float(value.text))) == Decimal(value.text):
        return Written(value.text, True)
    style = styles.as_text(sheet.xml.grid.style_at(*place)) if value.text.startswith(_DANGEROUS) else None
    return Written(value.text, False, style)


class _Styles:
    """The cell styles; those are added by which a text that looks like a formula stays a text when somebody edits it."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        found = elements(content, frozenset({"xf", "cellXfs"})) if content else []
        self._list = next((each for each in found if each.name == "cellXfs"), None)
        self._styles = [each for each in found if each.name == "xf" and each.parent == "cellXfs"]
        self.added: dict[int, bytes] = {}

    def as_text(self, style: int) -> int | None:
        """The number of the same style with its quote sign."""
        if self._list is None or style >= len(self._styles):
            return None
        if style not in self.added:
            element = self._styles[style]
            xml = self._content[element.start : element.end]
            if element.attributes.get("quotePrefix") in ("1", "true"):
                return style
            name = re.match(rb"<[^\s/>]+", xml)
            assert name is not None
            bare = re.sub(rb"\squotePrefix\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", xml[name.end() :])
            self.added[style] = name[0] + b' quotePrefix="1"' + bare
        return len(self._styles) + list(self.added).index(style)

    def content(self) -> bytes:
        """The part with the added styles at the end of the list."""
        assert self._list is not None
        tag = self._content[self._list.start : self._list.inside]
        count = len(self._styles) + len(self.added)
        counted = re.sub(rb"\scount\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag)[:-1] + b' count="%d">' % count
        end = self._content.rindex(b"<", self._list.start, self._list.end)
        changes = [(self._list.start, self._list.inside, counted), (end, end, b"".join(self.added.values()))]
        return spliced(self._content, changes)


def recalculating(workbook: bytes) -> bytes:
    """The workbook part, told to recalculate everything when it is opened."""
    found = elements(workbook, frozenset({"calcPr", *_AFTER}))
    told = next((each for each in found if each.name == "calcPr"), None)
    if told is not None:
        tag = workbook[told.start : told.inside]
        bare = re.sub(rb"\sfullCalcOnLoad\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", tag)
        end = b"/>" if told.is_empty else b">"
        return spliced(
            workbook, [(told.start, told.inside, bare.removesuffix(end).rstrip() + b' fullCalcOnLoad="1"' + end)]
        )
    last = max((each for each in found if each.parent == "workbook"), key=lambda each: each.end)
    name = re.match(rb"<(?:([^\s/>:]+):)?", workbook[last.start : last.inside])
    prefix = name[1] + b":" if name and name[1] else b""
    return spliced(workbook, [(last.end, last.end, b'<%scalcPr fullCalcOnLoad="1"/>' % prefix)])


def _formulas_gone(told: Iterable[tuple[FormPart, Mapping[Place, Value]]], workbook: bytes) -> set[tuple[str, str]]:
    """Sheet number and cell of every formula that a mark has overwritten."""
    numbers = {each.attributes["name"]: each.attributes["sheetId"] for each in elements(workbook, frozenset({"sheet"}))}
    return {
        (numbers[sheet.name], address(*place))
        for sheet, given in told
        for place in given
        if (cell := sheet.xml.grid.cells.get(place)) is not None and cell.formula
    }


def without_links(chain: bytes, gone: set[tuple[str, str]]) -> bytes:
    """The calculation chain without these cells. A link without a sheet number has the one of the link before."""
    number, changes = "", []
    owed = ""
    for link in elements(chain, frozenset({"c"})):
        own = link.attributes.get("i", "")
        number = own or number
        if (number, link.attributes.get("r", "")) in gone:
            changes.append((link.start, link.end, b""))
            owed = own or owed
        elif owed and not own:
            tag = chain[link.start : link.inside].removesuffix(b"/>").rstrip()
            changes.append((link.start, link.end, b'%s i="%s"/>' % (tag, owed.encode())))
            owed = ""
        else:
            owed = ""
    return spliced(chain, changes)
