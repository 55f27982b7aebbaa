"""数据: what is told about a person in a period, and the four kinds of nothing (contract, section 1)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.domain.periods import Period
from app.domain.problems import Source


class State(StrEnum):
    """The four kinds an entry can be of; the values are those of the JSON documents (contract, 4.1, 13)."""

    VALUE = "value"
    EMPTY = "empty"
    NOT_APPLICABLE = "not_applicable"
    EXCUSED = "excused"

    # An enum's own hash is Python code, and every record with a state asks for it.
    __hash__ = str.__hash__

    @property
    def word(self) -> str:
        """数值, 未填, 不适用, 免计."""
        return _WORDS[self]


_WORDS = {State.VALUE: "数值", State.EMPTY: "未填", State.NOT_APPLICABLE: "不适用", State.EXCUSED: "免计"}


class Origin(NamedTuple):
    """Where a record came from: the place in a workbook (or none, when typed), the import, who, and when (ISO)."""

    source: Source = Source()
    batch: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of one data item of one person for one period: a number, or a word of a 等次 item."""

    staff_no: str
    item: str
    period: Period
    state: State
    number: Decimal | None = None
    word: str = ""
    note: str = ""
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.staff_no, self.item, self.period.code)

    @property
    def text(self) -> str:
        """What is printed: the figure, the word, or the kind of nothing."""
        if self.state is not State.VALUE:
            return self.state.word
        return self.word if self.number is None else f"{self.number:f}"
