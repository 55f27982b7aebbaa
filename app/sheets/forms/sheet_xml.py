"""A sheet's XML as it stands in the file: where each cell is, byte by byte, so that one cell can change and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

from app.sheets.forms.grid import FormCell, FormGrid, Place, covered
from app.sheets.reading import limits
from app.sheets.reading.cells import column_letters
from app.sheets.reading.xlsx_parts import BrokenPackageError, local

_TAG = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TYPE = re.compile(rb"\st\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_MOST_ELEMENTS = 6 * limits.FORM_CELLS
"""A row, a cell and up to four elements in it."""
_KEPT_WORDS = frozenset({"row", "c", "f", "v", "t", "is", "rPh", "sheetData", "mergeCell", "col"})


class Element(NamedTuple):
    """One element of a part: from ``start`` to ``end``; its start tag ends at ``inside`` (and is all of it where ``is_empty``)."""

    name: str
    attributes: dict[str, str]
    start: int
    inside: int
    end: int
    is_empty: bool
    text: str = ""
    parent: str = ""


def elements(content: bytes, names: frozenset[str]) -> list[Element]:
    """The elements with these local names, in the order of their ends. Raises BrokenPackageError for a document type
    or an encoding other than UTF-8, expat.ExpatError for what is no XML.
    """
    declared = _ENCODING.match(content)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or (declared and declared[1].lower() not in (b"utf-8", b"utf8")):
        raise BrokenPackageError("encoding")
    found: list[Element] = []
    open_ones: list[tuple[str, dict[str, str], int, int, bool, list[str]]] = []
    parser = expat.ParserCreate()
    parser.buffer_text = False

    def refuse(*_: object) -> None:
        raise BrokenPackageError("DOCTYPE")

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if len(found) > _MOST_ELEMENTS:
            raise MemoryError
        start = parser.CurrentByteIndex
        match = _TAG.match(content, start)
        if match is None:
            raise BrokenPackageError("tag")
        open_ones.append((local(tag), attributes, start, match.end(), match[0].endswith(b"/>"), []))

    def end(_: str) -> None:
        name, attributes, start, inside, is_empty, pieces = open_ones.pop()
        if name in names:
            last = inside if is_empty else content.index(b">", parser.CurrentByteIndex) + 1
            parent = open_ones[-1][0] if open_ones else ""
            found.append(Element(name, attributes, start, inside, last, is_empty, "".join(pieces), parent))

    def data(text: str) -> None:
        if open_ones:
            open_ones[-1][5].append(text)

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, data
    parser.Parse(content, True)
    return found


@dataclass
class SheetXml:
    """One worksheet part: what its cells say, and where in the bytes each cell, row and stored value stands."""

    content: bytes
    grid: FormGrid = field(default_factory=FormGrid)
    cells: dict[Place, Element] = field(default_factory=dict)
    rows: dict[int, Element] = field(default_factory=dict)
    stored: dict[Place, tuple[int, int]] = field(default_factory=dict)
    """Where the value stands that was stored beside a formula."""
    data: Element | None = None


def place_of(text: str) -> tuple[int, int] | None:
    """Row and column of ``C5`` or ``$C$5``, or None."""
    match = _PLACE.fullmatch(text.replace("$", "").upper())
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def read_sheet_xml(content: bytes, texts: list[str]) -> SheetXml:
    """A worksheet part with its cells; ``texts`` are the shared ones. Raises as ``elements`` does, ValueError, and
    MemoryError for more cells than a form has.
    """
    sheet = SheetXml(content)
    row = 0
    parts: list[Element] = []
    pending: list[tuple[Element, _Told]] = []
    for each in elements(content, _KEPT_WORDS):
        if each.name == "c":
            pending.append((each, _told(each, parts, texts)))
            parts = []
        elif each.name == "row":
            row = int(each.attributes.get("r") or row + 1)
            _keep_row(sheet, row, each, pending)
            pending = []
        elif each.name == "mergeCell":
            sheet.grid.merged.append(_range(each.attributes.get("ref", "")))
        elif each.name == "col":
            _keep_column_style(sheet.grid, each)
        elif each.name == "sheetData":
            sheet.data = each
        elif each.name != "rPh" and not (each.name == "t" and each.parent == "rPh"):
            parts.append(each)
    if len(sheet.cells) > limits.FORM_CELLS or covered(sheet.grid.merged) > limits.FORM_CELLS:
        raise MemoryError
    return sheet


def _keep_row(sheet: SheetXml, row: int, element: Element, pending: Iterable[tuple[Element, _Told]]) -> None:
    if not 0 < row <= LAST_ROW or row in sheet.rows:
        raise BrokenPackageError(str(row))
    sheet.rows[row] = element
    attributes = element.attributes
    own = attributes.get("customFormat") in ("1", "true")
    sheet.grid.rows[row] = int(attributes.get("s", "0")) if own else None
    column = 0
    for cell, told in pending:
        place = place_of(name) if (name := cell.attributes.get("r", "")) else None
        column = place[1] if place else column + 1
        if not 0 < column <= LAST_COLUMN or (row, column) in sheet.cells:
            raise BrokenPackageError(f"{row}:{column}")
        sheet.cells[row, column] = cell
        sheet.grid.cells[row, column] = FormCell(row, column, told.text, told.kind, told.style, told.formula)
        if told.stored is not None:
            sheet.stored[row, column] = told.stored


def _keep_column_style(grid: FormGrid, element: Element) -> None:
    style = int(element.attributes.get("style", "0"))
    first, last = int(element.attributes.get("min", "0")), int(element.attributes.get("max", "0"))
    if style and last - first < limits.COLUMNS:
        grid.column_styles.update(dict.fromkeys(range(first, last + 1), style))


def _range(text: str) -> tuple[int, int, int, int]:
    first, _, last = text.partition(":")
    begin, end = place_of(first), place_of(last or first)
    if (
        begin is None
        or end is None
        or not (0 < begin[0] <= end[0] <= LAST_ROW and 0 < begin[1] <= end[1] <= LAST_COLUMN)
    ):
        raise ValueError(text)
    return (*begin, *end)


class _Told(NamedTuple):
    """What one cell says; ``stored``: where its value stands, beside a formula."""

    text: str
    kind: str
    style: int
    formula: str
    stored: tuple[int, int] | None


def _told(element: Element, parts: Iterable[Element], texts: list[str]) -> _Told:
    kind = element.attributes.get("t", "n")
    value, formula, stored = "", "", None
    inline: list[str] = []
    for part in parts:
        if part.name == "v":
            value, stored = part.text, (part.start, part.end)
        elif part.name == "t":
            inline.append(part.text)
        elif part.name == "f":
            told = part.attributes.get("t", "normal")
            # A later cell of a shared formula has no text of its own and may go without harm to the others.
            formula = (
                told
                if told in ("array", "dataTable")
                else "shared"
                if told == "shared" and "ref" in part.attributes
                else "normal"
            )
    text = "".join(inline) if inline else texts[int(value)] if kind == "s" and value else value
    style = int(element.attributes.get("s", "0"))
    return _Told(text, kind, style, formula, stored if formula else None)


class Written(NamedTuple):
    """What one cell gets: a number's digits, or a text; ``style`` None keeps the one it has."""

    text: str
    is_number: bool
    style: int | None = None


def with_cells(sheet: SheetXml, values: Mapping[tuple[int, int], Written]) -> bytes:
    """The part with these cells filled; every other byte stays, but for what was stored beside formulas.

    Not every program works out anew what it is told to (LibreOffice keeps a stored value), and an old figure beside new
    ones would be wrong: without it each program has to.
    """
    if sheet.data is None:
        return sheet.content
    prefix = _prefix(sheet)
    changes: list[tuple[int, int, bytes]] = [
        (*stored, b"") for place, stored in sheet.stored.items() if place not in values
    ]
    new: defaultdict[int, list[tuple[int, Written]]] = defaultdict(list)
    for (row, column), value in sorted(values.items()):
        element = sheet.cells.get((row, column))
        if element is None:
            new[row].append((column, value))
        else:
            tag = sheet.content[element.start : element.inside]
            changes.append((element.start, element.end, _cell_xml(tag, prefix, value)))
    new_rows: list[tuple[int, bytes]] = []
    for row, told in new.items():
        made = [(column, _new_cell(sheet, prefix, (row, column), value)) for column, value in told]
        if row in sheet.rows:
            changes += _into_row(sheet, row, prefix, made)
        else:
            cells = b"".join(xml for _, xml in made)
            new_rows.append((row, b'<%srow r="%d">%s</%srow>' % (prefix, row, cells, prefix)))
    changes += _into_data(sheet, prefix, new_rows)
    return spliced(sheet.content, changes)


def spliced(content: bytes, changes: Iterable[tuple[int, int, bytes]]) -> bytes:
    """The bytes with each range from start to end replaced; what goes in at one place stays in the order told."""
    pieces, at = [], 0
    for start, end, new in sorted(changes, key=lambda each: (each[0], each[1])):
        pieces += [content[at:start], new]
        at = end
    return b"".join((*pieces, content[at:]))


def _prefix(sheet: SheetXml) -> bytes:
    assert sheet.data is not None
    tag = sheet.content[sheet.data.start : sheet.data.inside]
    name = re.match(rb"<([^\s/>]+)", tag)
    assert name is not None
    before, colon, _ = name[1].rpartition(b":")
    return before + colon


def _cell_xml(tag: bytes, prefix: bytes, value: Written) -> bytes:
    """A start tag as it stood (its type apart), with another value."""
    bare = _TYPE.sub(b"", tag.removesuffix(b"/>").removesuffix(b">")).rstrip()
    if value.style is not None:
        bare = re.sub(rb"\ss\s*=\s*(?:\"[^\"]*\"|'[^']*')", b"", bare) + b' s="%d"' % value.style
    if value.is_number:
        return b"%s><%sv>%s</%sv></%sc>" % (bare, prefix, value.text.encode(), prefix, prefix)
    text = escape(_NOT_XML.sub(lambda sign: f"_x{ord(sign[0]):04X}_", value.text)).encode()
    head, tail = b"<%sis><%st" % (prefix, prefix), b"</%st></%sis>" % (prefix, prefix)
    return b'%s t="inlineStr">%s xml:space="preserve">%s%s</%sc>' % (bare, head, text, tail, prefix)


def _new_cell(sheet: SheetXml, prefix: bytes, place: tuple[int, int], value: Written) -> bytes:
    style = sheet.grid.style_at(*place) if value.style is None else value.style
    told = b' s="%d"' % style if style else b""
    tag = b'<%sc r="%s%d"%s>' % (prefix, column_letters(place[1]).encode(), place[0], told)
    return _cell_xml(tag, prefix, value._replace(style=None))


def _into_row(sheet: SheetXml, row: int, prefix: bytes, made: list[tuple[int, bytes]]) -> list[tuple[int, int, bytes]]:
    element = sheet.rows[row]
    if element.is_empty:
        tag = sheet.content[element.start : element.inside].removesuffix(b"/>").rstrip()
        cells = b"".join(xml for _, xml in made)
        return [(element.start, element.end, b"%s>%s</%srow>" % (tag, cells, prefix))]
    there = [(cell.column, sheet.cells[row, cell.column].start) for cell in sheet.grid.by_row.get(row, ())]
    end = sheet.content.rindex(b"<", element.start, element.end)
    by_place: defaultdict[int, list[bytes]] = defaultdict(list)
    for column, xml in made:
        by_place[next((start for other, start in there if other > column), end)].append(xml)
    return [(place, place, b"".join(xml)) for place, xml in by_place.items()]


def _into_data(sheet: SheetXml, prefix: bytes, rows: list[tuple[int, bytes]]) -> list[tuple[int, int, bytes]]:
    data = sheet.data
    if not rows or data is None:
        return []
    if data.is_empty:
        tag = sheet.content[data.start : data.inside].removesuffix(b"/>").rstrip()
        return [(data.start, data.end, b"%s>%s</%ssheetData>" % (tag, b"".join(xml for _, xml in rows), prefix))]
    end = sheet.content.rindex(b"<", data.start, data.end)
    by_place: defaultdict[int, list[bytes]] = defaultdict(list)
    there = sorted(sheet.rows)
    for number, xml in sorted(rows):
        place = bisect_right(there, number)
        by_place[sheet.rows[there[place]].start if place < len(there) else end].append(xml)
    return [(place, place, b"".join(xml)) for place, xml in by_place.items()]
