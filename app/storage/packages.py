"""上报包 at the higher court: which courts hand in, and the newest package of each for each period."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from app.domain.entries import Origin
from app.domain.periods import Period
from app.storage.nouns import Noun
from app.storage.session import Session
from app.storage.tables import LowerCourtRow, PackageRow, table_of


@dataclass(frozen=True, slots=True)
class LowerCourt:
    """A court that hands in, or should. ``mark`` names it in the book: its code, or its name where it has none."""

    mark: str
    name: str
    code: str = ""
    level: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.mark,)


@dataclass(frozen=True, slots=True)
class Package:
    """The newest package of a court for a period. ``told`` is its document (JSON values), ``digest`` that document's."""

    court: str
    period: Period
    issue: int
    made_at: str
    digest: str
    told: dict[str, Any]
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.court, self.period.code)


lower_courts = Noun(LowerCourtRow, LowerCourt)
packages = Noun(PackageRow, Package)


def periods_received(session: Session) -> tuple[Period, ...]:
    """Every period for which a package came."""
    return tuple(session.connection.scalars(select(table_of(PackageRow).c.period).distinct()))
