"""Long sequences of which most members are never looked at: each is made when it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from app.services.taking_in.staging.records import Difference

T = TypeVar("T")


class Made(Sequence[T], Generic[T]):
    """A sequence whose members are made when somebody looks at them, from their place (from 0)."""

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._count, self._make = count, make

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(map(self._make, range(*index.indices(self._count))))
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._make(index % self._count)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, range(self._count))


class NewEntries(Made[Difference]):
    """Differences that are nothing but new entries with a value, of people and items that the book has nothing of."""
