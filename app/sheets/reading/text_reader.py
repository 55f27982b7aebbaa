"""Text that comes as a spreadsheet: CSV in the encodings in use, and HTML tables saved under the name .xls."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from io import StringIO

from app.domain.problems import AppError
from app.sheets.reading import limits
from app.sheets.reading.raw_cells import TEXT, Gatherer, RawBook, RawSheet, broken

_ENCODINGS = ("utf-8-sig", "gb18030")  # not gbk: rare characters in names need gb18030
_SPAN = 1000
_ENDS = frozenset(("td", "th", "tr", "caption", "thead", "tbody", "tfoot"))
"""The end tags with which a cell ends."""


def decoded(content: bytes) -> str | None:
    """The text of the bytes, by byte-order mark, else UTF-8, else GB18030; None where it is no text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(sign < " " and sign not in "\t\r\n\f\x1a" for sign in text[:65536]):
            return text
    return None


def read_csv(text: str, file: str, name: str) -> RawBook:
    """One sheet of texts; the separator is the one of comma, tab and semicolon that most lines have."""
    if not text.strip():
        return RawBook([RawSheet(name)])
    sample = text[:65536]
    separator = max(",\t;", key=sample.count)
    if separator not in sample and len(sample.strip().splitlines()) < 2:
        raise AppError("file-unknown", file=file)
    gatherer = Gatherer(file, name)
    try:
        # Lines end as the writing program's system ends them: with CR, LF or both.
        lines = csv.reader(StringIO(text, newline=None), delimiter=separator)
        for number, values in enumerate(lines, start=1):
            for column, value in enumerate(values, start=1):
                if bare := value.strip().strip("\x1a"):
                    gatherer.put(number, column, TEXT, bare)
    except csv.Error as fault:
        raise broken(file) from fault
    return RawBook([gatherer.finish()])


def read_html(text: str, file: str, name: str) -> RawBook:
    """A sheet for each table of the page that stands in no other. Raises AppError where there is none."""
    if "urn:schemas-microsoft-com:office:spreadsheet" in text[:4096]:
        raise AppError("file-xml-2003", file=file)
    page = _Page(file)
    try:
        page.feed(text)
        page.close()
        page.end_cell()
    except (AssertionError, ValueError) as fault:
        raise broken(file) from fault
    tables = [sheet for each in page.tables if (sheet := each.gatherer.finish()).numbers]
    if not tables:
        raise AppError("file-unknown", file=file)
    names = [name] if len(tables) == 1 else [f"{name}（表{number}）" for number in range(1, len(tables) + 1)]
    for table, title in zip(tables, names, strict=True):
        table.name = title
    return RawBook(tables)


class _HtmlTable:
    """One table while its rows and cells pass by; spans become merged ranges."""

    def __init__(self, file: str) -> None:
        self.gatherer = Gatherer(file, "")
        self._taken: set[tuple[int, int]] = set()
        self._row = 0
        self._column = 0

    def begin_row(self) -> None:
        self._row += 1
        self._column = 0

    def add(self, text: str, high: int, wide: int) -> None:
        """A cell in the next free column."""
        self._row = max(self._row, 1)
        self._column += 1
        while (self._row, self._column) in self._taken:
            self._column += 1
        top, left = self._row, self._column
        if high > 1 or wide > 1:
            self.gatherer.add_merged(top, left, top + high - 1, left + wide - 1)
            self._taken.update((top + down, left + right) for down in range(high) for right in range(wide))
        if text:
            self.gatherer.put(top, left, TEXT, text)


class _Page(HTMLParser):
    """The outermost tables of a page."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self._file = file
        self.tables: list[_HtmlTable] = []
        self._depth = 0
        self._pieces: list[str] | None = None
        self._span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            # One that stands in no cell of the other ends it, as browsers have it.
            self._depth += self._depth == 0 or self._pieces is not None
            if self._depth == 1:
                self.tables.append(_HtmlTable(self._file))
                limits.check_sheets(self._file, len(self.tables))
        elif self._depth == 1 and tag in {"tr", "caption"}:
            self.end_cell()
            self.tables[-1].begin_row()
            self._pieces, self._span = ([], (1, 1)) if tag == "caption" else (None, self._span)
        elif self._depth == 1 and tag in {"td", "th"}:
            self.end_cell()
            told = dict(attrs)
            self._span = (_span(told.get("rowspan")), _span(told.get("colspan")))
            self._pieces = []
        elif tag == "br" and self._pieces is not None:
            self._pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _ENDS and self._depth == 1:
            self.end_cell()
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self.end_cell()
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._pieces is not None:
            self._pieces.append(data)

    def end_cell(self) -> None:
        """Takes the cell that is open, if one is: HTML need not tell where a cell, a row or the page ends."""
        if self._pieces is not None:
            text = "".join(self._pieces).replace("\u00a0", " ").strip()
            self.tables[-1].add(text, *self._span)
            self._pieces = None


def _span(told: str | None) -> int:
    number = int(told) if told and told.strip().isdecimal() else 1
    return min(max(number, 1), _SPAN)
