"""免报: an expected sheet that a division need not hand in for a period, with the reason; and taking that back."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.periods import Period
from app.domain.problems import AppError, Problem, Refused
from app.domain.waivers import Waiver
from app.domain.words import plain
from app.services.changes import Changes
from app.services.collecting.handing_in import NOBODY, BoardLine, board
from app.services.sealed import refuse_if_sealed
from app.storage.database import Database
from app.storage.waivers import waivers

Sheet = tuple[str, str]
"""A division and the title of its sheet, as the board has them."""


def waive_sheets(
    book: Database, period: Period, sheets: Iterable[Sheet], *, reason: str, by: str | None = None
) -> Changes:
    """Note that these sheets are not needed for the period.

    Raises AppError without a reason or a scheme, Refused with every sheet that is not expected, was taken already or is
    waived already, Forbidden where the period is sealed.
    """
    _need_reason(reason)
    lines, wrong = _found(book, period, sheets)
    taken = [line for line in lines if line.is_taken]
    twice = [line for line in lines if line.waiver is not None and not line.is_taken]
    wrong += [_problem("waiver-of-taken", line, period) for line in taken]
    wrong += [_problem("waived-already", line, period) for line in twice]
    if wrong:
        raise Refused(tuple(wrong), "waiver-refused")
    with book.transaction(reason.strip(), kind="waive", by=by) as session:
        waivers.write(session, [Waiver(period, *_named(line), reason.strip()) for line in lines])
    return Changes()


def want_sheets(
    book: Database, period: Period, sheets: Iterable[Sheet], *, reason: str, by: str | None = None
) -> Changes:
    """Take back that these sheets are not needed: they are expected again.

    Raises AppError without a reason or a scheme, Refused with every sheet that nobody waived, Forbidden where the period is sealed.
    """
    _need_reason(reason)
    lines, wrong = _found(book, period, sheets)
    wrong += [_problem("waiver-missing", line, period) for line in lines if line.waiver is None]
    if wrong:
        raise Refused(tuple(wrong), "waiver-refused")
    with book.transaction(reason.strip(), kind="want-again", by=by) as session:
        waivers.remove(session, [(period.code, *_named(line)) for line in lines])
    return Changes()


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise AppError("refusal-without-reason")


def _found(book: Database, period: Period, sheets: Iterable[Sheet]) -> tuple[list[BoardLine], list[Problem]]:
    """The board's lines that are meant, widths and blanks making no difference, and what is expected from nobody."""
    with book.reading() as session:
        refuse_if_sealed(session, period, told="收表情况")
    told = board(book, period)
    by_name = {(plain(line.division), plain(line.sheet)): line for line in told.lines}
    lines, wrong = {}, []
    for division, sheet in sheets:
        line = by_name.get((plain(division), plain(sheet)))
        if line is None:
            expected = "、".join(each.sheet for each in told.lines if plain(each.division) == plain(division))
            values = {"division": division, "sheet": sheet, "period": period.title, "expected": expected or "没有"}
            wrong.append(Problem("sheet-not-expected", value=sheet, values=values))
        else:
            lines[line.key] = line
    return list(lines.values()), wrong


def _named(line: BoardLine) -> tuple[str, str, str]:
    """Reporter, kind and subject of the expected sheet."""
    return ("" if line.division == NOBODY else line.division, line.kind, line.subject)


def _problem(code: str, line: BoardLine, period: Period) -> Problem:
    values = {"division": line.division, "sheet": line.sheet, "period": period.title, "standing": line.told}
    return Problem(code, value=line.sheet, values=values)
