"""Long sequences of which most members are never looked at: each is made when it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar, overload

from app.domain.periods import Period
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


class Later(Sequence[T], Generic[T]):
    """A sequence that is made as a whole when somebody looks at it first."""

    def __init__(self, make: Callable[[], Sequence[T]]) -> None:
        self._make = make

    @cached_property
    def _every(self) -> Sequence[T]:
        return self._make()

    def __len__(self) -> int:
        return len(self._every)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._every[index]


class EntryDifferences(Made[Difference]):
    """The differences of a sheet of 数据 that was staged by columns: of one period, and of these data items.

    ``last`` gives, by place, the value of the period before, or None. ``olds``: whether the book has some of the entries.
    """

    def __init__(
        self,
        made: tuple[int, Callable[[int], Difference]],
        told: tuple[Period, frozenset[str]],
        last: Callable[[int], str | None],
        *,
        olds: bool,
    ) -> None:
        super().__init__(*made)
        self.period, self.items = told
        self.last, self.olds = last, olds
