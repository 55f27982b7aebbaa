"""How values stand in the book: exact decimals as plain text, days as ISO text, periods as their code, maps as JSON."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from app.domain.cases import ROLES
from app.domain.entries import State
from app.domain.facts import Status
from app.domain.objections import Way
from app.domain.periods import Period
from app.domain.receipts import Fate

period_of = lru_cache(maxsize=4096)(Period.parse)
"""The period of a code; the same few codes stand in very many rows."""


_STATES = {state.value: state for state in State}
"""Looked up rather than called: an enumeration's call takes ten times as long, and entries are many."""


def json_text(value: Any) -> str:
    """One written form for equal values: keys in order, no blanks, Chinese left readable; as SQLite writes JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class DecimalText(TypeDecorator[Decimal]):
    """A decimal as text with every place it has. Raises ValueError for what is not finite."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """The text to store."""
        if value is None:
            return None
        if not value.is_finite():
            raise ValueError(f"not a finite decimal: {value}")
        return f"{value:f}"

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """The decimal stored."""
        return None if value is None else Decimal(value)


class DayText(TypeDecorator[date]):
    """A day as ISO text; no day is an empty text, so that it may stand in a key."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str:
        """The text to store."""
        return value.isoformat() if value else ""

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """The day stored."""
        return date.fromisoformat(value) if value else None


class PeriodText(TypeDecorator[Period]):
    """A period as its code."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Period | None, dialect: Dialect) -> str | None:
        """The text to store."""
        return None if value is None else value.code

    def process_result_value(self, value: Any, dialect: Dialect) -> Period | None:
        """The period stored."""
        return None if value is None else period_of(value)


class StateText(TypeDecorator[State]):
    """One of the four kinds an entry can be of."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: State | None, dialect: Dialect) -> str | None:
        """The text to store."""
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> State | None:
        """The state stored."""
        return None if value is None else _STATES[value]


class StatusText(TypeDecorator[Status]):
    """How far a person's evaluation came."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Status | None, dialect: Dialect) -> str | None:
        """The text to store."""
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> Status | None:
        """The status stored."""
        return None if value is None else Status(value)


class FateText(TypeDecorator[Fate]):
    """What became of a sheet that came in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Fate | None, dialect: Dialect) -> str | None:
        """The text to store."""
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> Fate | None:
        """The fate stored."""
        return None if value is None else Fate(value)


class WayText(TypeDecorator[Way]):
    """By which way somebody objects."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Way | None, dialect: Dialect) -> str | None:
        """The text to store."""
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> Way | None:
        """The way stored."""
        return None if value is None else Way(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int:
        """The number to store."""
        return int(bool(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> bool:
        """The claim stored."""
        return bool(value)


class JsonText(TypeDecorator[Any]):
    """JSON values."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """The text to store."""
        return json_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The values stored."""
        return None if value is None else json.loads(value)


class RolesText(TypeDecorator[dict[str, tuple[str, ...]]]):
    """Who has which role in a case; read back in the order of ROLES."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, tuple[str, ...]] | None, dialect: Dialect) -> str:
        """The text to store; a role without people is left out."""
        return json_text({role: list(people) for role, people in (value or {}).items() if people})

    def process_result_value(self, value: Any, dialect: Dialect) -> dict[str, tuple[str, ...]]:
        """The roles stored."""
        told = json.loads(value)
        return {role: tuple(told[role]) for role in (*ROLES, *sorted(told.keys() - set(ROLES))) if role in told}
