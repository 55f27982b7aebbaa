"""异议, 复核, 申诉."""

from __future__ import annotations

from sqlalchemy import func, select

from app.domain.objections import Objection
from app.domain.periods import Period
from app.storage.history import key_text
from app.storage.nouns import Noun
from app.storage.session import Session
from app.storage.tables import HistoryRow, ObjectionRow, table_of

_HISTORY = table_of(HistoryRow)

objections = Noun(ObjectionRow, Objection)


def next_number(session: Session) -> int:
    """The number of the next objection of the book."""
    return (session.connection.scalar(select(func.max(objections.table.c.number))) or 0) + 1


def lodging_step(session: Session, number: int) -> int:
    """The step in which an objection was lodged; 0 for one that there is not."""
    told = (_HISTORY.c.noun == objections.table.name) & (_HISTORY.c.key == key_text((str(number),)))
    return session.connection.scalar(select(func.min(_HISTORY.c.step)).where(told)) or 0


def open_objections(session: Session, period: Period) -> tuple[Objection, ...]:
    """Those against any issue of a period that are not answered yet."""
    return tuple(each for each in objections.read(session, period=period) if each.answered is None)
