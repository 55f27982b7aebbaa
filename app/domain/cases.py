"""案件: closed cases with their fields, who had which role, and rulings on single cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from app.domain.entries import Origin

ROLES = ("承办人", "审判长", "合议庭成员", "法官助理", "书记员")
"""The role columns of a 案件 sheet; each holds none, one or several people."""


@dataclass(frozen=True, slots=True)
class Case:
    """One closed case. ``fields`` holds every other column by its header, as text; an empty field is ``""``.

    ``roles`` maps a role to staff numbers. ``own_factor`` replaces the table's coefficient and brings ``own_reason``.
    """

    number: str
    closed: date
    roles: dict[str, tuple[str, ...]]
    fields: dict[str, str] = field(default_factory=dict)
    filed: date | None = None
    own_factor: Decimal | None = None
    own_reason: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.number,)

    def roles_of(self, staff_no: str) -> tuple[str, ...]:
        """The roles that the person has in it, in the order of ROLES."""
        return tuple([role for role, people in self.roles.items() if staff_no in people])


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's ruling on one case: the coefficient that counts from now on, with the reason and document number."""

    number: str
    factor: Decimal
    reason: str
    document: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.number,)
