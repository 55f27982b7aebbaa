"""Tables beside each other on one sheet: where one ends and the next begins, and what each is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.sheets.reading.cells import Sheet
from app.sheets.tables.context import SheetContext
from app.sheets.tables.division_titles import division_over, each_of_its_own
from app.sheets.tables.headers import Header, ItemWords, Match, find_headers, headers_of, match, told_headers
from app.sheets.tables.layout import Table, tables_below
from app.sheets.tables.vocabulary import DIVISION, Vocabulary, bare_header

Choose = Callable[[Sequence[Match]], Match | None]


class Block(NamedTuple):
    """Some columns of a sheet, and the header found in them."""

    sheet: Sheet
    match: Match


def tables_of(context: SheetContext, found: Match, vocabularies: Sequence[Vocabulary], choose: Choose) -> list[Table]:
    """Every table of the sheet: below each other, and beside each other where all are of one kind.

    Where tables of several kinds stand beside each other the leftmost is read, and the others are told.
    """
    sheet, items = context.sheet, context.items
    blocks = _blocks(sheet, found, vocabularies, (items, choose))
    if len(blocks) < 2:
        side = _without_statistics(context, found)
        return tables_below(sheet, found, items) if side is None else tables_below(side.sheet, side.match, items, sheet)
    first = blocks[0].match
    tables: list[tuple[Table, str]] = []
    for block in blocks:
        if block.match.vocabulary is not first.vocabulary:
            kind, taken = block.match.vocabulary.kind, first.vocabulary.kind
            told = told_headers(block.match.headers)
            context.warn("table-beside", block.match.headers[0].cell, told, kind=kind, taken=taken)
            continue
        over = division_over(block.sheet, block.match.top, items.divisions)
        tables += [(table, over) for table in tables_below(block.sheet, block.match, items, sheet)]
    return each_of_its_own(tables)


def _without_statistics(context: SheetContext, found: Match) -> Block | None:
    """The table without a small one to its right that is about divisions and names nobody, which is told; None without such."""
    sheet, vocabulary = context.sheet, found.vocabulary
    left, *others = _apart(headers_of(sheet, found.top, found.bottom))
    if not others or not vocabulary.has_items:
        return None
    for first, last in others:
        headers = [header for header in found.headers if first <= header.column <= last]
        headers += [second for _, second in found.twice if first <= second.column <= last]
        named = {vocabulary.column(header.words[-1]) for header in headers}
        new = {context.items.code(header.words[-1]) for header in headers} - {"", *_codes_until(found, left[1])}
        if DIVISION not in named or named & vocabulary.keys or new:
            return None
        context.warn("table-beside-unread", headers[0].cell, told_headers(sorted(headers)))
    side = sheet.between(1, left[1])
    headers = list(headers_of(side, found.top, found.bottom))
    return Block(side, match(vocabulary, context.items, headers, (found.top, found.bottom)))


def _codes_until(found: Match, column: int) -> set[str]:
    """The items of the columns up to one."""
    return {code for code, header in found.items.items() if header.column <= column}


def _blocks(
    sheet: Sheet, found: Match, vocabularies: Sequence[Vocabulary], how: tuple[ItemWords, Choose]
) -> list[Block]:
    """The tables beside each other, from left to right; fewer than two where there is only one."""
    headers = headers_of(sheet, found.top, found.bottom)
    for spans in (_repeated(headers, found), _apart(headers)):
        if len(spans) < 2:
            continue
        blocks = [block for span in spans if (block := _block(sheet, span, vocabularies, how))]
        if len(blocks) > 1:
            return blocks
    return []


def _block(
    sheet: Sheet, span: tuple[int, int], vocabularies: Sequence[Vocabulary], how: tuple[ItemWords, Choose]
) -> Block | None:
    """The table in some columns, or None where nothing there tells a kind."""
    items, choose = how
    side = sheet.between(*span)
    found = choose(find_headers(side, vocabularies, items))
    return Block(side, found) if found is not None else None


def _repeated(headers: Sequence[Header], found: Match) -> list[tuple[int, int]]:
    """The columns from one occurrence of the leading header to before the next: a list folded to save paper."""
    keys = {found.named[name].column for name in found.vocabulary.keys if name in found.named}
    key = next((header for header in headers if header.column in keys), None)
    for leader in (headers[0], key):
        if leader is None:
            continue
        starts = [each.column for each in headers if _sense(each, found) == _sense(leader, found)]
        names_key = found.vocabulary.column(leader.words[-1]) in found.vocabulary.keys or leader is headers[0]
        if len(starts) > 1 and names_key and _all_twice(headers, found, starts):
            starts[0] = headers[0].column
            return [(start, end - 1) for start, end in zip(starts, [*starts[1:], headers[-1].column + 1], strict=True)]
    return []


def _all_twice(headers: Sequence[Header], found: Match, starts: Sequence[int]) -> bool:
    """Whether a key column stands in every part that would begin at ``starts``."""
    ends = [*starts[1:], headers[-1].column + 1]
    return all(
        any(
            start <= each.column < end and found.vocabulary.column(each.words[-1]) in found.vocabulary.keys
            for each in headers
        )
        for start, end in zip(starts, ends, strict=True)
    )


def _sense(header: Header, found: Match) -> str:
    """What a header says, whatever word it is said with."""
    return found.vocabulary.column(header.words[-1]) or bare_header("".join(header.words))


def _apart(headers: Sequence[Header]) -> list[tuple[int, int]]:
    """The runs of headed columns with columns without a header between them."""
    runs: list[list[int]] = []
    for header in headers:
        if runs and header.column == runs[-1][-1] + 1:
            runs[-1].append(header.column)
        else:
            runs.append([header.column])
    return [(run[0], run[-1]) for run in runs]
