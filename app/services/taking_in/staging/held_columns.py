"""What the book holds of a period, laid out as a sheet's own columns: in the order of its people and data items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from math import nan

from app.domain.entries import Entry
from app.storage.entries import Figures

_number_of = lru_cache(maxsize=50_000)(Decimal)
"""A period repeats most of its figures."""


@dataclass(frozen=True)
class HeldColumn:
    """One data item: for each person the figure as the book writes it, or an empty text; ``others``: row → any other entry."""

    texts: Sequence[str]
    others: Mapping[int, Entry]

    @property
    def is_empty(self) -> bool:
        """Whether the book has nothing of it."""
        return not self.others and not any(self.texts)

    @cached_property
    def numbers(self) -> list[Decimal | None]:
        """The figures, None where there is none; other entries may have one too."""
        numbers = [_number_of(text) if text else None for text in self.texts]
        for row, entry in self.others.items():
            numbers[row] = entry.number
        return numbers

    @property
    def figures(self) -> list[float] | None:
        """The same as the nearest floats, NaN for none; None where there is none at all."""
        if not self.others:
            return [float(text) if text else nan for text in self.texts] if any(self.texts) else None
        return [nan if number is None else float(number) for number in self.numbers]

    def text(self, row: int) -> str | None:
        """What is shown of a row, None where the book has no entry."""
        other = self.others.get(row)
        return other.text if other is not None else self.texts[row] or None


def held_columns(told: Figures, staff: Sequence[str], items: Sequence[str]) -> list[HeldColumn]:
    """The book's figures for these people and data items."""
    texts = _side_by_side(told, staff, items) if told.numbers else [[""] * len(staff)] * len(items)
    if not told.others:
        return [HeldColumn(each, {}) for each in texts]
    rows = {number: row for row, number in enumerate(staff)}
    others: dict[str, dict[int, Entry]] = {item: {} for item in items}
    for entry in told.others:
        if entry.item in others and entry.staff_no in rows:
            others[entry.item][rows[entry.staff_no]] = entry
    return [HeldColumn(each, others[item]) for each, item in zip(texts, items, strict=True)]


def _side_by_side(told: Figures, staff: Sequence[str], items: Sequence[str]) -> list[Sequence[str]]:
    wide = _width(told)
    if not wide:
        known = dict(zip(zip(told.staff, told.items, strict=True), told.numbers, strict=True))
        return [[known.get((number, item), "") for number in staff] for item in items]
    columns = {item: told.numbers[place::wide] for place, item in enumerate(told.items[:wide])}
    people = told.staff[::wide]
    if people == list(staff):
        return [columns.get(item) or [""] * len(staff) for item in items]
    places = {number: row for row, number in enumerate(people)}
    order = [places.get(number, -1) for number in staff]
    return [list(_ordered(columns.get(item, ()), order)) for item in items]


def _ordered(column: Sequence[str], order: Sequence[int]) -> Iterator[str]:
    return (column[place] if place >= 0 and column else "" for place in order)


def _width(told: Figures) -> int:
    """How many figures each person has, where all have those of the same data items one after another; else 0."""
    wide = next((place for place, number in enumerate(told.staff) if number != told.staff[0]), len(told.staff))
    rounds, rest = divmod(len(told.staff), wide)
    if rest or told.items != [*told.items[:wide]] * rounds or len(set(told.items[:wide])) != wide:
        return 0
    people = told.staff[::wide]
    alike = all(told.staff[place::wide] == people for place in range(1, wide))
    return wide if alike and len(set(people)) == len(people) else 0
