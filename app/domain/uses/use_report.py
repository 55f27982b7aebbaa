"""All that a year's results are used for, as it is shown and written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.numbers import Exact
from app.domain.uses.use_rules import Use


@dataclass(frozen=True, slots=True)
class BonusLine:
    """One person's share of the pool."""

    staff_no: str
    name: str
    division: str
    grade: str
    weight: Exact
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Bonus:
    """A pool shared out; ``rest`` is what rounding down leaves, ``undecided`` how many weights rest on a proposal."""

    pool: Decimal
    factors: str
    lines: tuple[BonusLine, ...]
    rest: Decimal
    undecided: int


@dataclass(frozen=True, slots=True)
class UseReport:
    """All lines of a year. ``notes``: what could not be looked at, and why; ``bonus`` None: no pool was told."""

    court: str
    year: int
    scheme: str
    scheme_version: str
    lines: tuple[Use, ...]
    notes: tuple[str, ...]
    bonus: Bonus | None = None
