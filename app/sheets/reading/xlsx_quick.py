"""The rows of an .xlsx sheet that is written as strictly as every program writes it: one pattern for a whole row.

A row fits the pattern only if it consists of nothing but cells in ascending order, each with its own row's number, and
their values: what fits can be read in one way only. What does not fit raises NotPlainError, and xlsx_reader goes
through the sheet element by element instead.
"""

from __future__ import annotations

import codecs
import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import IO, NamedTuple

from app.sheets.reading import limits
from app.sheets.reading.cells import column_letters
from app.sheets.reading.raw_cells import EMPTY, ERROR, NOT_CALCULATED, SEPARATOR, STRUCK, TEXT, TRUTH, Gatherer
from app.sheets.reading.xlsx_moulds import FORMULA, NUMBER, OTHER, SHARED, Mould, mould_of, shapes_of
from app.sheets.reading.xlsx_parts import BrokenPackageError, is_true, iso_sign, unescaped

_CHUNK, _LONGEST_ROW = 1 << 20, 1 << 25
_HEAD = re.compile(
    r"\ufeff?(?:<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])?(?: standalone=[\"']\w+[\"'])? ?\?>\s*)?<worksheet[ >][^!]*?<sheetData>"
)
_ROW = re.compile(r'<row r="([0-9]{1,7})"([^>]*)>')
_HIDDEN = re.compile(r' hidden="(?:1|true|on)"')
# Atomic, so that a row that does not fit is told in one go.
_CELL = r'(?>(?:<c r="@\1"([^>/]*)(?:/>|>(?:<v>(' + NUMBER + r")</v></c>|</c>|(<.*?)</c>)))?)"
_INNER = re.compile(
    rf"({FORMULA})?"
    r"(?:<v(?: [^<>]*)?(?:/>|>([^<>]*)</v>)|<is><t(?: [^<>]*)?(?:/>|>([^<>]*)</t>)</is>)?"
)
_REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6}));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_CONTROLS = bytes({*range(32)} - {9, 10, 13})
_MOULDS, _ALIKE, _TRIED = 6, 5, 400
"""So many moulds are made, each after so many rows alike, among so many rows that fit none."""
_WIDEST = limits.COLUMNS + 12


class NotPlainError(Exception):
    """The sheet is not written in the plain form."""


class Surroundings(NamedTuple):
    """What the workbook tells of all its sheets: shared texts, number formats of its styles, whether it was calculated,
    and which shared texts are struck out.
    """  # fmt: skip

    texts: Sequence[str]
    formats: Sequence[str]
    never_calculated: bool
    struck: frozenset[int] = frozenset()


def read_rows(stream: IO[bytes], gatherer: Gatherer, around: Surroundings) -> str:
    """Gathers the sheet's rows and gives its XML without them. Raises NotPlainError, or AppError beyond the limits."""
    pieces = _pieces(stream)
    buffer = next(pieces, "")
    head = _HEAD.match(buffer)
    if head is None:
        raise NotPlainError
    if around.struck:
        raise NotPlainError
    reader = _Rows(gatherer, around)
    buffer = buffer[head.end() :]
    for piece in chain(("",), pieces):
        buffer += piece
        rows, mark, tail = buffer.partition("</sheetData>")
        if mark:
            if "<sheetData" in tail:
                raise NotPlainError
            reader.take(rows, whole=True)
            gatherer.sheet.is_scattered = reader.places > limits.CELLS
            return _without_rows(head[0], tail, pieces)
        buffer = reader.take(buffer, whole=False)
        if len(buffer) > _LONGEST_ROW:
            raise NotPlainError
    raise NotPlainError


def _without_rows(head: str, tail: str, pieces: Iterator[str]) -> str:
    """Merged ranges and the like stand behind the rows."""
    rest = [head, "</sheetData>", tail]
    size = len(tail)
    for piece in pieces:
        size += len(piece)
        if size > limits.CHARACTERS:
            raise NotPlainError
        rest.append(piece)
    return "".join(rest)


def _pieces(stream: IO[bytes]) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    while content := stream.read(_CHUNK):
        if len(content.translate(None, _CONTROLS)) != len(content):
            raise NotPlainError
        try:
            yield decoder.decode(content)
        except UnicodeDecodeError as strange:
            raise NotPlainError from strange


def plain_text(text: str) -> str:
    """XML text as the characters that it stands for. Raises NotPlainError for what is no plain text."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&" in text:
        if text.count("&") != len(_REFERENCE.findall(text)):
            raise NotPlainError
        text = _REFERENCE.sub(_meant, text)
    return unescaped(text)


def _meant(match: re.Match[str]) -> str:
    if match[1]:
        return _NAMED[match[1]]
    code = int(match[2]) if match[2] else int(match[3], 16)
    if not (code in {9, 10, 13} or 32 <= code < 0xD800 or 0xE000 <= code < 0x110000):
        raise NotPlainError
    return chr(code)


@lru_cache(maxsize=16)
def _pattern(width: int) -> re.Pattern[str]:
    """A row of up to so many columns: its number, what else it tells, and for each cell attributes, number, the rest."""
    cells = "".join(_CELL.replace("@", letters) for letters in map(column_letters, range(1, width + 1)))
    return re.compile(r'<row r="([0-9]{1,7})"([^>]*)(?<!/)>' + cells, re.DOTALL)


class _Signs(dict[str | None, int]):
    """A cell's attributes → the sign of its value, SHARED for a shared text, OTHER where more must be looked at."""

    def __init__(self, gatherer: Gatherer, formats: Sequence[str]) -> None:
        super().__init__()
        self[None] = EMPTY
        self._gatherer, self._formats = gatherer, formats

    def __missing__(self, attributes: str | None) -> int:
        told = attributes_of(attributes or "")
        kind = told.get("t", "n")
        if kind == "s":
            sign = SHARED
        elif kind != "n":
            sign = OTHER
        else:
            sign = self.number_sign(attributes or "")
        if len(self) < 100_000:
            self[attributes] = sign
        return sign

    def number_sign(self, attributes: str) -> int:
        """The sign of a number in a cell with these attributes."""
        style = attributes_of(attributes).get("s", "")
        index = int(style) if style.isascii() and style.isdecimal() and len(style) < 10 else 0
        return self._gatherer.number_sign(self._formats[index] if index < len(self._formats) else "")


@lru_cache(maxsize=4096)
def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a cell. Raises NotPlainError where they are written strangely."""
    found: list[tuple[str, str]] = re.findall(r' (\w+)="([\w.]*)"', text)
    if sum(len(name) + len(value) + 4 for name, value in found) != len(text) or len(dict(found)) != len(found):
        raise NotPlainError
    return dict(found)


class _Rows:
    """Row after row into a gatherer."""

    def __init__(self, gatherer: Gatherer, around: Surroundings) -> None:
        self._gatherer, self._around = gatherer, around
        self._signs = _Signs(gatherer, around.formats)
        self._width, self._last = 0, 0
        self._moulds: list[Mould] = []
        self._written: object = None
        self._alike = self._tried = 0

    @property
    def places(self) -> int:
        """How many places there are up to the last row and column, or some more."""
        return self._last * self._width

    def take(self, text: str, *, whole: bool) -> str:
        """Gathers the rows in a text; gives what is left, the beginning of a row, unless the text is the ``whole`` rest."""
        rows = text.split("</row>")
        rest = rows.pop()
        for row in rows:
            self._take_row(row)
        if not whole:
            return rest
        if self._without_empty(rest):
            raise NotPlainError
        return ""

    def _without_empty(self, row: str) -> str:
        """The text behind the rows without cells that stand first."""
        while (head := _ROW.match(row)) and head[2].endswith("/"):
            self._begin(int(head[1]), head[2])
            row = row[head.end() :]
        return row

    def _begin(self, number: int, attributes: str) -> None:
        if number <= self._last:
            raise NotPlainError
        self._last = number
        if "hidden" in attributes and number <= limits.ROWS and _HIDDEN.search(attributes):
            self._gatherer.sheet.hidden_rows.add(number)

    def _take_row(self, row: str) -> None:
        for mould in self._moulds:
            match = mould.pattern.fullmatch(row)
            if match is not None and self._take_moulded(mould, match):
                return
        match = _pattern(self._width).fullmatch(row) if self._width else None
        if match is None:
            row = self._without_empty(row)
            self._width = max(self._width, _width(row))
            match = _pattern(self._width).fullmatch(row)
            if match is None:
                raise NotPlainError
        groups = match.groups()
        self._begin(number := int(groups[0]), groups[1])
        signs = bytearray(map(self._signs.__getitem__, groups[2::3]))
        values = list(groups[3::3])
        if len(self._moulds) < _MOULDS and self._tried < _TRIED:
            self._consider_mould(groups, bytes(signs))
        self._look_up(signs, values, groups)
        if None in values:
            self._look_closer(signs, values, groups)
        self._put(number, bytes(signs.rstrip(b"\0")), values)

    def _put(self, number: int, signs: bytes, values: Sequence[str]) -> None:
        if signs:
            limits.check_place(self._gatherer.file, self._gatherer.sheet.name, number, len(signs))
            texts = SEPARATOR.join(values[: len(signs)])
            if texts.count(SEPARATOR) != len(signs) - 1:
                raise NotPlainError
            self._gatherer.put_row(number, texts, signs)

    def _take_moulded(self, mould: Mould, match: re.Match[str]) -> bool:
        """Gathers a row that is written as many before it; False where a shared text in it is blank."""
        groups = match.groups()
        values = list(groups[2:])
        for place in mould.shared:
            values[place] = text = shared(self._around.texts, values[place])
            if not text:
                return False
        self._begin(number := int(groups[0]), groups[1])
        self._put(number, mould.signs, values)
        return True

    def _consider_mould(self, groups: Sequence[str | None], signs: bytes) -> None:
        """Makes a mould of a row when the rows before it were written the same way."""
        self._tried += 1
        shapes = shapes_of(groups, signs)
        if shapes is None:
            return
        written = (groups[2::3], shapes)
        self._alike = self._alike + 1 if written == self._written else 0
        self._written = written
        if self._alike == _ALIKE:
            self._moulds.append(mould_of(*written, signs))

    def _look_up(self, signs: bytearray, values: list[str | None], groups: Sequence[str | None]) -> None:
        """Puts shared texts in the place of their numbers, and truth values and the like in the place of theirs."""
        texts = self._around.texts
        place = signs.find(SHARED)
        while place >= 0:
            told = values[place]
            if told is not None:
                values[place] = text = shared(texts, told)
                signs[place] = TEXT if text else EMPTY
            place = signs.find(SHARED, place + 1)
        place = signs.find(OTHER)
        while place >= 0:
            told = values[place]
            if told is not None:
                attributes = groups[2 + 3 * place] or ""
                kind = attributes_of(attributes)["t"]
                number = self._signs.number_sign(attributes)
                signs[place], values[place] = raw_value(kind, told, number, self._around, formula=False)
            place = signs.find(OTHER, place + 1)

    def _look_closer(self, signs: bytearray, values: list[str | None], groups: Sequence[str | None]) -> None:
        """What is no plain number and no shared text: formulas, texts in the sheet, truth values, errors, empty cells."""
        place = values.index(None)
        while True:
            inner = groups[4 + 3 * place]
            if inner is None:
                signs[place], values[place] = EMPTY, ""
            else:
                signs[place], values[place] = self._told(groups[2 + 3 * place] or "", inner)
            try:
                place = values.index(None, place + 1)
            except ValueError:
                return

    def _told(self, attributes: str, inner: str) -> tuple[int, str]:
        match = _INNER.fullmatch(inner)
        if match is None:
            raise NotPlainError
        formula, stored, inline = match.groups("")
        told = plain_text(inline or stored)
        kind = attributes_of(attributes).get("t", "n")
        if kind == "inlineStr" if inline else kind != "inlineStr":
            number = self._signs.number_sign(attributes)
            return raw_value(kind, told, number, self._around, formula=bool(formula))
        if not told:
            return EMPTY, ""
        raise NotPlainError


def _width(row: str) -> int:
    """The last cell's column, rounded up, so that few patterns are made."""
    last = re.match(r'<c r="([A-Z]{1,3})[0-9]', row[row.rfind("<c ") :])
    if last is None:
        if "<c" in row:
            raise NotPlainError
        return 1
    column = 0
    for letter in last[1]:
        column = column * 26 + ord(letter) - 64
    if column > _WIDEST:
        raise NotPlainError
    return -(-column // 8) * 8


def shared(texts: Sequence[str], stored: str) -> str:
    """The shared text of this number. Raises BrokenPackageError where there is none."""
    if not (stored.isascii() and stored.isdecimal()) or len(stored) > 9 or int(stored) >= len(texts):
        raise BrokenPackageError(stored)
    return texts[int(stored)]


def raw_value(kind: str, stored: str, number_sign: int, around: Surroundings, *, formula: bool) -> tuple[int, str]:
    """Sign and text of a cell of any type. Raises BrokenPackageError or ValueError for what its type cannot be."""
    if kind == "e":
        return ERROR, stored
    if formula and kind != "str" and (not stored or (around.never_calculated and stored == "0")):
        return NOT_CALCULATED, ""
    if kind in {"s", "str", "inlineStr"}:
        text = (shared(around.texts, stored) if stored else "") if kind == "s" else stored.strip()
        if kind == "s" and stored and int(stored) in around.struck:
            return STRUCK, text
        return (TEXT, text) if text else (EMPTY, "")
    bare = stored.strip()
    if not bare:
        return EMPTY, ""
    if kind == "b":
        return TRUTH, "1" if is_true(bare) else "0"
    if kind == "d":
        return iso_sign(bare)
    return number_sign, number_text(bare)


def number_text(stored: str) -> str:
    """A number as Python writes it. Raises ValueError or BrokenPackageError where it is none."""
    if len(stored) <= 20 and stored.isascii() and stored.lstrip("-").isdecimal():
        return str(int(stored))
    number = float(stored)
    if not math.isfinite(number) or not stored.isascii() or "_" in stored:
        raise BrokenPackageError(stored)
    return str(int(number)) if number.is_integer() and abs(number) < 1e21 else repr(number)
