"""数据."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import Text, and_, cast, func, not_, select, tuple_

from app.domain.entries import Entry, State
from app.domain.periods import Period
from app.storage.nouns import Noun
from app.storage.session import Session
from app.storage.tables import EntryRow

entries = Noun(EntryRow, Entry)
_BETWEEN = "\x1f"
_FEW = 10_000
"""So many entries can be named in one question; more are sought among all of the period."""


class Figures(NamedTuple):
    """The entries of one period: 工号, data item and figure as the book writes it, side by side; all others whole."""

    staff: Sequence[str] = ()
    items: Sequence[str] = ()
    numbers: Sequence[str] = ()
    others: Sequence[Entry] = ()


def read_figures(session: Session, period: Period) -> Figures | None:
    """A period's entries as columns: a large court's hundred thousands cost a tenth of what single records cost.

    None where a 工号 or a data item's code holds the sign that stands between them.
    """
    told = entries.table.c
    count = session.connection.scalar(select(func.count()).where(told.period == period)) or 0
    if not count:
        return Figures()
    bare = and_(told.state == State.VALUE, told.number.is_not(None), told.word == "", told.note == "")
    joined = (func.group_concat(each, _BETWEEN) for each in (told.staff_no, told.item, told.number))
    row = session.connection.execute(select(*joined).where(told.period == period, bare)).one()
    staff, items, numbers = ((text or "").split(_BETWEEN) if text else [] for text in row)
    if not len(staff) == len(items) == len(numbers):
        return None
    others = entries.read(session, not_(bare), period=period) if len(numbers) < count else ()
    return Figures(staff, items, numbers, others)


def read_named(session: Session, period: Period, names: Collection[tuple[str, str]]) -> Sequence[Entry]:
    """The entries of a period with these 工号 and data items."""
    told = entries.table.c
    if len(names) <= _FEW:
        keys = [(staff_no, item, period.code) for staff_no, item in names]
        return entries.read(session, tuple_(told.staff_no, told.item, cast(told.period, Text)).in_(keys))
    wanted = frozenset(names)
    return [each for each in entries.read(session, period=period) if (each.staff_no, each.item) in wanted]
