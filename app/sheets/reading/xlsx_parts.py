"""The parts of an .xlsx or .xlsm package beside its sheets: which sheets there are, shared texts, number formats."""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from typing import IO, Any, NamedTuple
from xml.etree.ElementTree import Element, ParseError
from xml.parsers import expat

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from app.sheets.reading import limits
from app.sheets.reading.number_formats import built_in
from app.sheets.reading.raw_cells import DAY

_QUICK_BYTES = 1 << 26
_BITE_BYTES = 1 << 20
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class BrokenPackageError(Exception):
    """The package is not what it says it is; the reader turns this into words."""


BROKEN = (
    BrokenPackageError, zipfile.BadZipFile, zlib.error, expat.ExpatError, ParseError, DefusedXmlException, struct.error,
    LookupError, EOFError, ValueError, RuntimeError, OSError,
)  # fmt: skip
"""What reading a damaged package raises, here and in the libraries below."""


class SheetPart(NamedTuple):
    """One worksheet of the package: its name, the name of its part, whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Package:
    """An opened .xlsx package. Part names are found without regard to letter case, as Excel finds them."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.replace("\\", "/").lstrip("/").casefold(): name for name in archive.namelist()}

    def has(self, part: str) -> bool:
        """Whether the part is there."""
        return part.casefold() in self._names

    def open(self, part: str) -> IO[bytes]:
        """The part as a stream. Raises BrokenPackageError where it is missing."""
        try:
            return self._archive.open(self._names[part.casefold()])
        except KeyError as missing:
            raise BrokenPackageError(part) from missing

    def tree(self, part: str) -> Element:
        """The part as a tree, for small parts. Raises MemoryError for one that is not."""
        with self.open(part) as stream:
            content = stream.read(limits.TREE_BYTES + 1)
        if len(content) > limits.TREE_BYTES:
            raise MemoryError
        root: Element = ElementTree.fromstring(content, forbid_dtd=True)
        return root


def local(tag: str) -> str:
    """A tag without its namespace or prefix."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def children(element: Element, name: str) -> list[Element]:
    """The elements below, at any depth, with this local name."""
    return [each for each in element.iter() if local(each.tag) == name]


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, or an empty text."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def is_true(text: str | None) -> bool:
    """An XML truth value."""
    return text in ("1", "true", "on")


def relations_of(package: Package, rels_part: str, folder: str) -> dict[str, tuple[str, str]]:
    """Relation id → (last word of its type, name of the part)."""
    if not package.has(rels_part):
        return {}
    found = {}
    for relation in children(package.tree(rels_part), "Relationship"):
        target = attribute(relation, "Target").replace("\\", "/")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[attribute(relation, "Id")] = (attribute(relation, "Type").rpartition("/")[2], part)
    return found


class Contents(NamedTuple):
    """What the workbook part tells, and where its other parts are."""

    sheets: tuple[SheetPart, ...]
    shared_texts: str
    styles: str
    epoch_1904: bool
    never_calculated: bool


def contents(package: Package) -> Contents:
    """The worksheets in order (charts and macro sheets left out) and the workbook's settings."""
    root_relations = relations_of(package, "_rels/.rels", "").values()
    workbook_part = next((part for kind, part in root_relations if kind == "officeDocument"), "xl/workbook.xml")
    folder, _, name = workbook_part.rpartition("/")
    relations = relations_of(package, f"{folder}/_rels/{name}.rels".lstrip("/"), folder)
    book = package.tree(workbook_part)
    sheets = []
    for sheet in children(book, "sheet"):
        kind, part = relations.get(_relation_id(sheet), ("", ""))
        if kind == "worksheet":
            sheets.append(
                SheetPart(attribute(sheet, "name"), part, attribute(sheet, "state").lower() not in ("", "visible"))
            )
    by_kind = dict(relations.values())
    return Contents(
        sheets=tuple(sheets),
        shared_texts=by_kind.get("sharedStrings", ""),
        styles=by_kind.get("styles", ""),
        epoch_1904=any(is_true(attribute(each, "date1904")) for each in children(book, "workbookPr")),
        never_calculated=any(is_true(attribute(each, "fullCalcOnLoad")) for each in children(book, "calcPr")),
    )


def _relation_id(sheet: Element) -> str:
    return next((value for key, value in sheet.attrib.items() if local(key) == "id" and key != "id"), "")


def number_formats(package: Package, part: str) -> tuple[str, ...]:
    """Style number of a cell → its number format."""
    if not part or not package.has(part):
        return ()
    root = package.tree(part)
    own = {attribute(each, "numFmtId"): attribute(each, "formatCode") for each in children(root, "numFmt")}
    styles = next(iter(children(root, "cellXfs")), None)
    if styles is None:
        return ()
    numbers = [attribute(each, "numFmtId") for each in styles if local(each.tag) == "xf"]
    return tuple(own.get(each) or built_in(int(each) if each.isdecimal() else 0) for each in numbers)


def unescaped(text: str) -> str:
    """A text with ``_x000D_`` and the like as the characters that they stand for."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def iso_sign(stored: str) -> tuple[int, str]:
    """Sign and text of a day or moment. Raises ValueError where it is none."""
    return DAY, datetime.fromisoformat(stored).replace(tzinfo=None).isoformat()


def _unprefixed_start(start: Callable[[str, Any], None]) -> Callable[[str, Any], None]:
    return lambda tag, attributes: start(tag.rpartition(":")[2], attributes)


def parse(
    stream: IO[bytes], start: Callable[[str, Any], None], end: Callable[[str], None], data: Callable[[str], None]
) -> None:
    """Runs a part through expat; tags come without prefix. A document type is refused (entity bombs)."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise BrokenPackageError("DOCTYPE")

    parser.StartDoctypeDeclHandler = refuse

    def begin(tag: str, attributes: Any) -> None:
        """The first element tells whether tags have a prefix; most packages have none, and then it costs nothing."""
        prefixed = ":" in tag
        parser.StartElementHandler = _unprefixed_start(start) if prefixed else start
        parser.EndElementHandler = (lambda name: end(name.rpartition(":")[2])) if prefixed else end
        start(local(tag), attributes)

    parser.StartElementHandler = begin
    parser.CharacterDataHandler = data
    fed = 0
    # A large bite each time: the parser begins a tag or comment anew with every bite until it is whole.
    while bite := stream.read(_BITE_BYTES):
        parser.Parse(bite)
        fed += len(bite)
        if fed - parser.CurrentByteIndex > limits.TOKEN_BYTES:
            raise BrokenPackageError("token")
    parser.Parse(b"", True)


class SharedTexts(NamedTuple):
    """The shared texts in order, without blanks around them; ``struck``: which of them are struck out, in part or whole."""

    texts: list[str]
    struck: frozenset[int] = frozenset()


class _SharedTexts:
    """The shared texts while their XML passes by; rich text is joined, phonetic readings and struck runs are left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.struck: set[int] = set()
        self._characters = 0
        self._pieces: list[str] = []
        self._collecting = self._phonetic = self._struck = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            self._pieces.clear()
        elif tag == "r":
            self._struck = False
        elif tag == "strike":
            self._struck = is_true(attributes.get("val", "1"))
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "t":
            self._collecting = not self._phonetic

    def end(self, tag: str) -> None:
        if tag == "r":
            self._struck = False
        elif tag == "si":
            self.texts.append(bare_text("".join(self._pieces)))
            self._characters += len(self.texts[-1])
            if len(self.texts) > limits.SHARED_TEXTS or self._characters > limits.CHARACTERS:
                raise MemoryError
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "t":
            self._collecting = False

    def data(self, text: str) -> None:
        if self._collecting and self._struck:
            if text.strip():
                self.struck.add(len(self.texts))
        elif self._collecting:
            self._pieces.append(text)


def bare_text(text: str) -> str:
    """A text as it is kept: escapes undone, nothing blank around it, nothing in it that separates cells."""
    return unescaped(text).replace("\0", "").strip()


_SIMPLE = re.compile(r"<si><t(?: xml:space=\"preserve\")?>([^<&\r]*)</t></si>|([^<]+|<)")
_SIMPLE_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*?(?:(?i:utf-8)[^>]*)?\?>\s*)?<sst[^>!]*>")


def shared_texts(package: Package, part: str) -> SharedTexts:
    """The shared texts of a part."""
    if not part or not package.has(part):
        return SharedTexts([])
    with package.open(part) as stream:
        content = stream.read(_QUICK_BYTES)
    if len(content) < _QUICK_BYTES and (quick := _simple_texts(content)) is not None:
        return SharedTexts(quick)
    gathered = _SharedTexts()
    with package.open(part) as stream:
        parse(stream, gathered.start, gathered.end, gathered.data)
    return SharedTexts(gathered.texts, frozenset(gathered.struck))


def _simple_texts(content: bytes) -> list[str] | None:
    """The shared texts where each is as simple as most programs write it; else None."""
    head = _SIMPLE_HEAD.match(content)
    if head is None or (b"encoding" in head[0] and b"utf-8" not in head[0].lower()):
        return None
    try:
        told = content[head.end() :].decode()
    except UnicodeDecodeError:
        return None
    body, mark, behind = told.rpartition("</sst>")
    found = _SIMPLE.findall(body)
    if not mark or behind.strip() or any(strange for _, strange in found):
        return None
    return [bare_text(text) for text, _ in found]
