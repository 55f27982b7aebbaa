"""The higher court's own workbook: opened, filled cell by cell in place, and written anew with every other part untouched.

Loading and saving with a spreadsheet library would lose what the library does not know (charts, images, macros, forms of
print); so only the XML of the sheets concerned changes, and the workbook is told to recalculate (contract, section 2).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from app.domain.problems import AppError
from app.sheets.forms.sheet_xml import SheetXml, Written, elements, place_of, read_sheet_xml, spliced, with_cells
from app.sheets.reading import limits
from app.sheets.reading.cells import address
from app.sheets.reading.reader import read_content
from app.sheets.reading.xlsx_parts import BROKEN, Package, contents, number_formats, relations_of, shared_texts
from app.sheets.writing import whole_file

FormValue = Decimal | int | str
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


@dataclass
class FormSheet:
    """One worksheet of a form and what is to be written in it."""

    name: str
    part: str
    xml: SheetXml
    filled: dict[tuple[int, int], FormValue] = field(default_factory=dict)


@dataclass
class Form:
    """An opened form."""

    file: str
    content: bytes
    suffix: str
    sheets: tuple[FormSheet, ...]
    names: tuple[DefinedName, ...]
    formats: tuple[str, ...]
    workbook_part: str
    styles_part: str
    chain_part: str

    def sheet(self, name: str) -> FormSheet | None:
        """The sheet with this name (letter case apart), or None."""
        return next((each for each in self.sheets if each.name.casefold() == name.strip().casefold()), None)

    def is_percent(self, sheet: FormSheet, row: int, column: int) -> bool:
        """Whether a cell shows its figure as a percentage."""
        style = sheet.xml.style_at(row, column)
        return style < len(self.formats) and "%" in self.formats[style]


def open_form(path: Path) -> Form:
    """The form in a file. Raises AppError: missing, broken, or of a format that cannot be filled in place."""
    content, file = read_content(path), path.name
    if not content.startswith(b"PK\x03\x04"):
        raise AppError("form-not-xlsx", file=file)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > limits.UNPACKED_BYTES:
                raise limits.too_large(file, "展开后太大")
            return _form(archive, content, file)
    except BROKEN as broken:
        raise AppError("file-broken", file=file) from broken


def _form(archive: zipfile.ZipFile, content: bytes, file: str) -> Form:
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
    texts = shared_texts(package, index.shared_texts)
    sheets = tuple(
        FormSheet(each.name, each.part, read_sheet_xml(package.open(each.part).read(), texts)) for each in index.sheets
    )
    main = next(
        (part for kind, part in relations_of(package, "_rels/.rels", "").values() if kind == "officeDocument"),
        "xl/workbook.xml",
    )
    folder, _, name = main.rpartition("/")
    parts = dict(relations_of(package, f"{folder}/_rels/{name}.rels".lstrip("/"), folder).values())
    return Form(
        file=file,
        content=content,
        suffix=suffix,
        sheets=sheets,
        names=_names(package.open(main).read()),
        formats=number_formats(package, index.styles),
        workbook_part=main,
        styles_part=index.styles,
        chain_part=parts.get("calcChain", ""),
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


def write_form(form: Form, path: Path) -> None:
    """Writes the form with what its sheets were given. Raises AppError ``workbook-not-written``."""
    new: dict[str, bytes] = {}
    with zipfile.ZipFile(BytesIO(form.content)) as archive:
        real = {name.replace("\\", "/").lstrip("/").casefold(): name for name in archive.namelist()}
        new_styles = _Styles(
            archive.read(real[form.styles_part.casefold()]) if form.styles_part.casefold() in real else b""
        )
        for sheet in form.sheets if any(each.filled for each in form.sheets) else ():
            told = {place: _written(sheet, place, value, new_styles) for place, value in sheet.filled.items()}
            new[real[sheet.part.casefold()]] = with_cells(sheet.xml, told)
        if new_styles.added:
            new[real[form.styles_part.casefold()]] = new_styles.content()
        workbook = real[form.workbook_part.casefold()]
        if new:
            new[workbook] = recalculating(archive.read(workbook))
        if form.chain_part.casefold() in real and (gone := _formulas_gone(form, archive.read(workbook))):
            chain = real[form.chain_part.casefold()]
            new[chain] = without_links(archive.read(chain), gone)
        _save(archive, new, path)


def _save(archive: zipfile.ZipFile, new: Mapping[str, bytes], path: Path) -> None:
    with whole_file(path) as partial, zipfile.ZipFile(partial, "w") as out:
        for info in archive.infolist():
            out.writestr(info, new.get(info.filename, archive.read(info.filename)), info.compress_type)


def _written(sheet: FormSheet, place: tuple[int, int], value: FormValue, styles: _Styles) -> Written:
    if not isinstance(value, str):
        figure = Decimal(value)
        if Decimal(repr(float(figure))) == figure:
            return Written(f"{figure:f}", True)
        value = f"{figure:f}"
    style = styles.as_text(sheet.xml.style_at(*place)) if value.startswith(_DANGEROUS) else None
    return Written(value, False, style)


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


def _formulas_gone(form: Form, workbook: bytes) -> set[tuple[str, str]]:
    """Sheet number and cell of every formula that a mark has overwritten."""
    numbers = {each.attributes["name"]: each.attributes["sheetId"] for each in elements(workbook, frozenset({"sheet"}))}
    return {
        (numbers[sheet.name], address(*place))
        for sheet in form.sheets
        for place in sheet.filled
        if (cell := sheet.xml.cells.get(place)) is not None and cell.formula
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
