"""Rules that score one figure against figures of their 参数: what they reckon and how they tell it stand apart."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, ClassVar

from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.numbers import Exact, Number
from app.domain.rules.leaf import Blocked, Leaf, Outcome, Rule

Telling = tuple[tuple[Step, ...], Step | None]
"""The steps, and what would have given full marks."""


class Figured(Rule):
    """A rule in three parts: its grounds (the figures beside the value), what it reckons, and the words for it.

    ``reckon`` gives a record of every figure that it came upon, the score first; ``tell`` makes sentences of the record
    and computes nothing of the score anew, so the words may wait until somebody reads them.
    """

    fixed_grounds: ClassVar[bool] = True
    """Whether what is always evaluated is evaluated for the grounds, before anybody's value."""

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The score of a leaf whose data item has that value. Raises Blocked or Faulty where there is none."""
        number = number_of(value)
        if isinstance(number, Nothing):
            raise Blocked(number)
        grounds = self.grounds(leaf)
        record = self.reckon(leaf, grounds, number)
        steps, more = self.tell(leaf, grounds, number, record)
        return Outcome(record[0], steps, more=more)

    @abstractmethod
    def always(self) -> tuple[Formula, ...]:
        """The formulas that are evaluated whatever the value, in the order of evaluation."""

    @abstractmethod
    def grounds(self, leaf: Leaf) -> tuple[Any, ...]:
        """The figures that the value is held against, as far as they are the same for everybody. Raises Blocked."""

    def is_settled(self) -> bool:
        """Whether the grounds are all that is asked for beside the value."""
        always = {id(formula) for formula in self.always()}
        others = (formula for formula in self.formulas() if id(formula) not in always)
        return self.fixed_grounds and all(formula.fixed is not None for formula in others)

    @abstractmethod
    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """The exact score and the figures on the way to it. Raises Blocked or Faulty.

        Grounds and number may be decimals, all of them: then a division that does not end is an ArithmeticError.
        """

    @abstractmethod
    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """The steps, and what would have given full marks."""
