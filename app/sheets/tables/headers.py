"""Where a table's header is, and what its columns mean: found by what stands there, not by where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.domain.layouts import IGNORED
from app.domain.schemes import DataItem, ItemKind
from app.domain.words import plain
from app.sheets.reading.cells import Sheet, address, column_letters
from app.sheets.tables.senses import PLAIN_LEAVES, compares, is_leaf, may_compare, merely_sorts, time_of, turned
from app.sheets.tables.spans import is_span
from app.sheets.tables.values import words_of
from app.sheets.tables.vocabulary import Vocabulary, bare_header, plain_header

_SEARCHED_ROWS = 60
_DEPTH = 3


class Header(NamedTuple):
    """One headed column: the words above it from top to bottom, and the cell of the lowest."""

    column: int
    words: tuple[str, ...]
    cell: str

    @property
    def text(self) -> str:
        """The words as they are told to a person."""
        return "／".join(self.words)

    @property
    def names(self) -> tuple[str, ...]:
        """What a person may call the column when asked about it."""
        return (self.text, "".join(self.words), self.words[-1])

    @property
    def forms(self) -> Iterator[str]:
        """What may name the column, the surest first."""
        yield "".join(self.words)
        yield self.words[-1]
        if len(self.words) > 1 and bare_header(self.words[-1]) in PLAIN_LEAVES:
            yield self.words[-2]


class Part(NamedTuple):
    """One of several columns of a data item; ``span`` is the word that tells of which time its figures are.

    ``compared``: it tells that they are an aim, a mean or points, of whatever time.
    """

    code: str
    header: Header
    span: str
    compared: bool = False


class ItemWords:
    """The data items by the words that may head their columns; with what the clerk answered about headers, the
    divisions of the book, and ``sorts``: what the scheme calls its indicators and sets, which may head groups of columns.
    """  # fmt: skip

    def __init__(
        self,
        items: Sequence[DataItem],
        answers: Mapping[str, str] | None = None,
        divisions: Iterable[str] = (),
        sorts: Iterable[str] = (),
    ) -> None:
        self.answers = {plain(word): meaning for word, meaning in (answers or {}).items()}
        self.divisions = frozenset(map(plain, divisions))
        self._sorts = self.divisions | {bare_header(word) for word in sorts}
        self._sorts |= {plain(item.department) for item in items if item.department}
        self.by_code = {item.code: item for item in items}
        self._exact = {plain(word): item.code for item in items for word in (item.name, item.code)}
        self._names = sorted(((plain(item.name), item.code) for item in items), key=lambda each: -len(each[0]))
        self._bare: dict[str, set[str]] = {}
        for item in items:
            for word in (item.name, item.code):
                self._bare.setdefault(bare_header(word), set()).add(item.code)

    def answer(self, header: Header) -> str:
        """What the clerk said that a column is, or an empty text."""
        if not self.answers:
            return ""
        return next((self.answers[name] for name in map(plain, header.names) if name in self.answers), "")

    def is_other(self, header: Header, code: str) -> bool:
        """Whether the words above an item's name may make its figures others: 刑事案件, 全院, a word that nobody knows."""
        if self.code("".join(header.words)) == code:
            return False
        *above, last = header.words
        others = above if bare_header(last) in PLAIN_LEAVES else header.words
        return not all(self.code(word) or merely_sorts(word, self._sorts) for word in others)

    def _is_score(self, code: str) -> bool:
        """Whether an item's own figures are points, so that 得分 says nothing else of them."""
        item = self.by_code[code]
        return item.kind is not ItemKind.NUMBER or item.unit == "分" or plain(item.name).endswith("分")

    def _compares(self, word: str, code: str) -> bool:
        """Whether a word over an item's column says that its figures are an aim, a mean, or points."""
        name = plain(self.by_code[code].name)
        return bare_header(word) not in self._sorts and compares(word, name, is_score=self._is_score(code))

    def _turned(self, word: str, code: str) -> bool:
        """Whether a note in brackets behind an item's name makes its figures others: 结案数（得分）."""
        return turned(word, plain(self.by_code[code].name), is_score=self._is_score(code))

    def part(self, header: Header, left: str) -> Part | None:
        """The item of which the column tells the figures of some time; ``left``: the item of the column before.

        None where the words name an item themselves, or say nothing of a time.
        """
        *above, last = header.words
        if plain_header("".join(header.words)) in self._exact:
            return None
        beside = left if all(merely_sorts(word, self._sorts) for word in above) else ""
        named = next((code for word in reversed(above) if (code := self.code(word))), beside)
        if is_span(last) or (named and self._compares(last, named)):
            return Part(named, header, last, compared=not is_span(last)) if named else None
        if plain_header(last) in self._exact or bare_header(last) in PLAIN_LEAVES:
            code = self.code(last) or named
            return self._part_below(header, above, code) if code else None
        code = self.code(last)
        return (self._part_below(header, above, code) if code else None) or self._part_in_one(header, last)

    def _part_below(self, header: Header, above: Sequence[str], code: str) -> Part | None:
        """The same where what stands above the item's name tells the time, or something to compare."""
        for word in reversed(above):
            if self.code(word):
                continue
            if self._compares(word, code):
                return Part(code, header, word, compared=True)
            if time := time_of(word):
                return Part(code, header, time)
        return None

    def _part_in_one(self, header: Header, word: str) -> Part | None:
        """The same where item and time stand in one word: 本期结案数, 结案数（4月）, 结案数同比, 结案数得分."""
        text = plain_header(word)
        for name, code in self._names:
            if name not in text:
                continue
            before, _, after = text.partition(name)
            span = before or after
            if before and after.strip("()[]*"):
                continue
            if is_span(span):
                return Part(code, header, span)
            if self._compares(span, code):
                return Part(code, header, span, compared=True)
        return None

    def code(self, word: str) -> str:
        """The code of the item that a word names, or an empty text; two items of one bare name are told apart only in full."""
        exact = self._exact.get(plain_header(word))
        if exact:
            return exact
        codes = self._bare.get(bare_header(word), set())
        code = next(iter(codes)) if len(codes) == 1 else ""
        return "" if code and self._turned(word, code) else code


@dataclass(frozen=True)
class Match:
    """What the columns below a header mean for one kind of sheet: canonical column → column number, item code → the same.

    ``twice`` names what stands over two columns; ``unknown`` is what the kind does not know; ``ignored`` what is not to be
    read; ``parts`` are columns of one item at several times, of which the period decides.
    """

    vocabulary: Vocabulary
    top: int
    bottom: int
    named: dict[str, Header] = field(default_factory=dict)
    items: dict[str, Header] = field(default_factory=dict)
    unknown: tuple[Header, ...] = ()
    twice: tuple[tuple[Header, Header], ...] = ()
    ignored: tuple[Header, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def item_codes(self) -> frozenset[str]:
        """The data items of which it has a column, or several."""
        return frozenset((*self.items, *(part.code for part in self.parts)))

    @property
    def score(self) -> int:
        """How many columns are known; those of one item at several times are one."""
        return len(self.named) + len(self.item_codes)

    @property
    def columns(self) -> dict[str, int]:
        """Canonical column → column number."""
        return {name: header.column for name, header in self.named.items()}

    @property
    def headers(self) -> tuple[Header, ...]:
        """Every headed column that was kept, from left to right."""
        parts = (part.header for part in self.parts)
        return tuple(sorted((*self.named.values(), *self.items.values(), *self.unknown, *self.ignored, *parts)))


def headers_of(sheet: Sheet, top: int, bottom: int) -> tuple[Header, ...]:
    """The headed columns between two rows, merged cells seen in every column and row that they cover."""
    found = []
    group = ""
    for column in range(1, sheet.width + 1):
        words: list[str] = []
        cell = ""
        for row in range(top, bottom + 1):
            seen = sheet.seen(row, column)
            if seen is None or not seen.text:
                continue
            word = words_of(seen.text)
            if not words or words[-1] != word:
                words.append(word)
                cell = address(seen.row, column) if sheet.merged_at(row, column) is None else seen.address
        over = sheet.seen(top, column)
        if over is not None and over.text:
            group = words[0] if len(words) > 1 and sheet.merged_at(top, column) is None else ""
        elif group and words:
            # A group's name that is not merged over its columns stands over the first of them.
            words.insert(0, group)
        if words:
            found.append(Header(column, tuple(words), cell))
        else:
            group = ""
    return tuple(found)


def match(vocabulary: Vocabulary, items: ItemWords, headers: Iterable[Header], place: tuple[int, int]) -> Match:
    """What the headers mean for a kind of sheet; ``place`` is the header's first and last row."""
    named: dict[str, Header] = {}
    found: dict[str, Header] = {}
    unknown: list[Header] = []
    twice: list[tuple[Header, Header]] = []
    ignored: list[Header] = []
    parts: list[Part] = []
    left = (0, "")
    for header in headers:
        target, name = _meaning(vocabulary, items, header, (named, found))
        part = _part(vocabulary, items, header, left)
        if part is not None:
            parts.append(part)
            left = (header.column, part.code)
            continue
        if target is found:
            left = (header.column, name)
        if name == IGNORED:
            ignored.append(header)
        elif not name:
            unknown.append(header)
        elif name not in target:
            target[name] = header
        elif name not in vocabulary.ignored:
            twice.append((target[name], header))
    return Match(vocabulary, *place, named, found, tuple(unknown), tuple(twice), tuple(ignored), tuple(parts))


def _part(vocabulary: Vocabulary, items: ItemWords, header: Header, left: tuple[int, str]) -> Part | None:
    """The column as one of several of an item; ``left``: the last column of an item, and which."""
    column, code = left
    if not vocabulary.has_items or items.answer(header) or vocabulary.column(header.words[-1]):
        return None
    return items.part(header, code if column == header.column - 1 else "")


def _meaning(
    vocabulary: Vocabulary, items: ItemWords, header: Header, targets: tuple[dict[str, Header], dict[str, Header]]
) -> tuple[dict[str, Header], str]:
    """Where the column belongs (canonical columns or items) and by which name; items only for wide sheets.

    What the clerk answered goes before what the program knows.
    """
    answer = items.answer(header)
    if answer == IGNORED:
        return targets[0], IGNORED
    for word in (answer, *header.forms) if answer else header.forms:
        name = vocabulary.column(word)
        if name and name not in vocabulary.ignored:
            return targets[0], name
        if vocabulary.has_items and (code := items.code(word)) and (answer or not items.is_other(header, code)):
            return targets[1], code
        if name:
            return targets[0], name
    return targets[0], ""


def find_headers(sheet: Sheet, vocabularies: Iterable[Vocabulary], items: ItemWords, first: int = 1) -> list[Match]:
    """The best header from a row on for each kind of sheet that is told by one, in the order of the vocabularies.

    Most known columns win; of equals the one with the fewest rows, then the topmost.
    """
    every = tuple(vocabularies)
    best: dict[int, Match] = {}
    rows = [row for row in sheet.rows if row >= first][:_SEARCHED_ROWS]
    telling = _telling_rows(sheet, rows, every)
    for depth in range(1, _DEPTH + 1):
        for top in rows:
            if telling.isdisjoint(range(top, top + depth)):
                continue
            headers = headers_of(sheet, top, top + depth - 1)
            for number, vocabulary in enumerate(every):
                found = match(vocabulary, items, headers, (top, top + depth - 1))
                if vocabulary.fits(found.named) and (number not in best or found.score > best[number].score):
                    best[number] = found
    extended = [_extended(sheet, best[number], items) for number in sorted(best)]
    return [_topmost(sheet, each, items, [row for row in rows if row in telling]) for each in extended]


def _topmost(sheet: Sheet, found: Match, items: ItemWords, rows: Iterable[int]) -> Match:
    """The first header of the kind: of several tables below each other the first may have the fewest columns."""
    for row in rows:
        if row >= found.top:
            break
        above = header_below(sheet, found.vocabulary, items, row)
        if above is not None and above.bottom < found.top - 1 and (above.item_codes or not found.vocabulary.has_items):
            return above
    return found


def header_below(sheet: Sheet, vocabulary: Vocabulary, items: ItemWords, top: int) -> Match | None:
    """The header that begins in a row, if there is one of that kind: of one row, or of as many as tell more."""
    best: Match | None = None
    for bottom in range(top, top + _DEPTH):
        if bottom not in sheet.rows:
            break
        found = match(vocabulary, items, headers_of(sheet, top, bottom), (top, bottom))
        if vocabulary.fits(found.named) and (best is None or found.score > best.score):
            best = found
    return None if best is None else _extended(sheet, best, items, down_only=True)


def _telling_rows(sheet: Sheet, rows: Iterable[int], vocabularies: Sequence[Vocabulary]) -> set[int]:
    """The rows in which a word stands that a kind is told by, merged cells seen in each row: all others are no header."""
    words = {word for vocabulary in vocabularies for word in vocabulary.telling_words}
    found: set[int] = set()
    for row in rows:
        for cell in sheet.rows[row].values():
            if isinstance(cell.value, str) and (plain_header(cell.text) in words or bare_header(cell.text) in words):
                merged = sheet.merged_at(row, cell.column)
                found.update(range(row, (merged.bottom if merged else row) + 1))
    return found


def _extended(sheet: Sheet, found: Match, items: ItemWords, *, down_only: bool = False) -> Match:
    """The same header with the rows that its merged cells reach down to, and with the group names above it."""
    bottom = found.bottom
    for header in found.headers:
        merged = sheet.merged_at(found.bottom, header.column)
        if merged is not None:
            bottom = max(bottom, min(merged.bottom, found.top + _DEPTH))
    if bottom == found.bottom and found.vocabulary.has_items and _are_leaves(sheet, bottom + 1):
        bottom += 1
    top = found.top
    while not down_only and found.bottom - top + 1 < _DEPTH and _has_groups(sheet, top - 1, found):
        top -= 1
    if (top, bottom) == (found.top, found.bottom):
        return found
    more = match(found.vocabulary, items, headers_of(sheet, top, bottom), (top, bottom))
    return more if found.vocabulary.fits(more.named) else found


def _are_leaves(sheet: Sheet, row: int) -> bool:
    """Whether nothing stands in a row but words that tell times, or 数量, 得分, 目标: it is the header's last."""
    texts = [cell.text for cell in sheet.rows.get(row, {}).values()]
    return len(texts) > 1 and all(is_span(text) or is_leaf(text) for text in texts)


def _has_groups(sheet: Sheet, row: int, found: Match) -> bool:
    """Whether a row above the header belongs to it: merged into it, or naming groups of some of its columns."""
    columns = [header.column for header in found.headers]
    for column in columns:
        merged = sheet.merged_at(row, column)
        if merged is None or sheet.seen(row, column) is None:
            continue
        if merged.bottom >= found.top:
            return True
        covered = sum(merged.left <= each <= merged.right for each in columns)
        if 2 <= covered <= len(columns) - 2 and merged.left > columns[0]:
            return True
    beside = [cell.text for column, cell in sheet.rows.get(row, {}).items() if column > columns[0]]
    return found.vocabulary.has_items and any(map(may_compare, beside))


def told_headers(headers: Iterable[Header], limit: int = 12) -> str:
    """The headers as they are told in a message: ``A列“工号”、B列“姓名”``."""
    every = list(headers)
    text = "、".join(f"{column_letters(each.column)}列“{each.text}”" for each in every[:limit])
    return text + (f"等{len(every)}列" if len(every) > limit else "")
