"""A sheet's XML as it stands in the file: where each cell is, byte by byte, so that one cell can change and nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

from app.sheets.reading.cells import column_letters
from app.sheets.reading.xlsx_parts import BrokenPackageError, local

_TAG = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TYPE = re.compile(rb"\st\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
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


class FormCell(NamedTuple):
    """One cell as it stands. ``formula``: empty, ``normal``, ``shared`` (the first of several) or ``array``."""

    row: int
    column: int
    text: str
    kind: str
    style: int
    formula: str
    element: Element
    stored: tuple[int, int] | None = None
    """Where the value stands that was stored beside a formula."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there, no formula either."""
        return not self.formula and not self.text.strip()


class Row(NamedTuple):
    """One row as it stands."""

    number: int
    element: Element


@dataclass
class SheetXml:
    """One worksheet part: its cells, rows and merged ranges (top, left, bottom, right), all from 1."""

    content: bytes
    cells: dict[tuple[int, int], FormCell] = field(default_factory=dict)
    rows: dict[int, Row] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    column_styles: dict[int, int] = field(default_factory=dict)
    data: Element | None = None

    def corner(self, row: int, column: int) -> tuple[int, int]:
        """The first cell of the merged range at a place, or the place itself."""
        for top, left, bottom, right in self.merged:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return row, column

    def style_at(self, row: int, column: int) -> int:
        """The style that a cell has or would have."""
        cell = self.cells.get((row, column))
        if cell is not None:
            return cell.style
        told = self.rows.get(row)
        if told is not None and told.element.attributes.get("customFormat") in ("1", "true"):
            return int(told.element.attributes.get("s", "0"))
        return self.column_styles.get(column, 0)


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
    """A worksheet part with its cells; ``texts`` are the shared ones. Raises as ``elements`` does, and ValueError."""
    sheet = SheetXml(content)
    row = column = 0
    parts: list[Element] = []
    pending: list[FormCell] = []
    for each in elements(content, _KEPT_WORDS):
        if each.name == "c":
            pending.append(_cell(each, parts, texts))
            parts = []
        elif each.name == "row":
            row = int(each.attributes.get("r") or row + 1)
            sheet.rows[row] = Row(row, each)
            column = 0
            for cell in pending:
                told = place_of(each_r) if (each_r := cell.element.attributes.get("r", "")) else None
                column = told[1] if told else column + 1
                sheet.cells[row, column] = cell._replace(row=row, column=column)
            pending = []
        elif each.name == "mergeCell":
            sheet.merged.append(_range(each.attributes.get("ref", "")))
        elif each.name == "col":
            _keep_column_style(sheet, each)
        elif each.name == "sheetData":
            sheet.data = each
        elif each.name != "rPh" and not (each.name == "t" and each.parent == "rPh"):
            parts.append(each)
    return sheet


def _keep_column_style(sheet: SheetXml, element: Element) -> None:
    style = int(element.attributes.get("style", "0"))
    first, last = int(element.attributes.get("min", "0")), int(element.attributes.get("max", "0"))
    if style and last - first < 500:
        sheet.column_styles.update(dict.fromkeys(range(first, last + 1), style))


def _range(text: str) -> tuple[int, int, int, int]:
    first, _, last = text.partition(":")
    begin, end = place_of(first), place_of(last or first)
    if begin is None or end is None:
        raise ValueError(text)
    return (*begin, *end)


def _cell(element: Element, parts: Iterable[Element], texts: list[str]) -> FormCell:
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
    return FormCell(0, 0, text, kind, style, formula, element, stored if formula else None)


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
        (*cell.stored, b"") for place, cell in sheet.cells.items() if cell.stored and place not in values
    ]
    new: defaultdict[int, list[tuple[int, Written]]] = defaultdict(list)
    for (row, column), value in sorted(values.items()):
        cell = sheet.cells.get((row, column))
        if cell is None:
            new[row].append((column, value))
        else:
            tag = sheet.content[cell.element.start : cell.element.inside]
            changes.append((cell.element.start, cell.element.end, _cell_xml(tag, prefix, value)))
    new_rows: list[tuple[int, bytes]] = []
    for row, told in new.items():
        made = [(column, _new_cell(sheet, prefix, (row, column), value)) for column, value in told]
        if row in sheet.rows:
            changes += _into_row(sheet, sheet.rows[row], prefix, made)
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
    style = sheet.style_at(*place) if value.style is None else value.style
    told = b' s="%d"' % style if style else b""
    tag = b'<%sc r="%s%d"%s>' % (prefix, column_letters(place[1]).encode(), place[0], told)
    return _cell_xml(tag, prefix, value._replace(style=None))


def _into_row(sheet: SheetXml, row: Row, prefix: bytes, made: list[tuple[int, bytes]]) -> list[tuple[int, int, bytes]]:
    element = row.element
    if element.is_empty:
        tag = sheet.content[element.start : element.inside].removesuffix(b"/>").rstrip()
        cells = b"".join(xml for _, xml in made)
        return [(element.start, element.end, b"%s>%s</%srow>" % (tag, cells, prefix))]
    there = sorted(
        (column, cell.element.start) for (number, column), cell in sheet.cells.items() if number == row.number
    )
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
    for number, xml in sorted(rows):
        later = [row.element.start for row in sheet.rows.values() if row.number > number]
        by_place[min(later, default=end)].append(xml)
    return [(place, place, b"".join(xml)) for place, xml in by_place.items()]
