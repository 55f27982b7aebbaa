"""What an indicator asks beside the value, found once for everybody around whom it is the same.

A leaf whose rule asks for its own figure and for figures over groups only is scored in a Frame: the group's figures
are there already, and the rule reckons with the value. What led to a score is reckoned again, by the same rule and
always in ratios, and put into words when somebody reads it; another score than the first would be a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from app.domain.entries import Entry, State
from app.domain.explanation import Input, Node, Step
from app.domain.formula.formulas import BUILT_INS, Call, Expression, Formula, Named, Reference
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.formula.vocabulary import AGGREGATES
from app.domain.ledgers import Event
from app.domain.numbers import Exact, Number, Ratio, exact, exact_digits, half_up, in_decimals
from app.domain.ratings import Ballot
from app.domain.rules import Blocked, Figured
from app.domain.rules.leaf import Faulty, QuotedScore
from app.domain.scoring.evaluator import Column, Told
from app.domain.scoring.scopes import once

_MOST_KNOWN = 4096
"""How many values a frame remembers."""
_SHORT = 8
"""Characters of a figure that may well come again; a longer one hardly ever does."""


class Frame:
    """One indicator around one group of people: a Leaf that knows the group's figures, and one value at a time.

    ``told`` are the figures over groups by the place in the formula, ``steps`` how they were reckoned.
    Raises Blocked where what the rule holds its values against is a nothing.
    """

    def __init__(
        self, column: Column, places: int, told: Mapping[int, Value], steps: tuple[Step, ...], *, remembers: bool
    ) -> None:
        assert isinstance(column.indicator.rule, Figured)
        self.full_marks: Exact | None = column.marks
        self.extra: bool = column.indicator.extra
        self._known: dict[str, Decimal] = {}
        self._remembers = remembers
        self.recall = self._known.get
        """The score of a value that was scored before, by its digits; None: there is none."""
        self._column: Column = column
        self._rule: Figured = column.indicator.rule
        self._places: int = places
        self._told: Mapping[int, Value] = told
        self._steps: tuple[Step, ...] = steps
        self._value: Exact = 0
        self._grounds: tuple[Any, ...] = self._rule.grounds(self)
        self._decimals: tuple[Any, ...] | None = _in_decimals(self._grounds) if column.is_settled else None

    def score(self, number: Decimal, text: str) -> Decimal | None:
        """The score of a value that was typed in, with its digits; None: none. That of a short one can be recalled then.

        To be asked within whole_decimals: decimals are reckoned with as long as they end, else ratios.
        """
        try:
            found = self.reckon(exact_digits(text)) if self._decimals is None else self._score(self._decimals, number)
        except ArithmeticError:
            # A rule that divides without end once will do so again.
            self._decimals = None
            found = self.reckon(exact_digits(text))
        if self._remembers and len(text) <= _SHORT and found is not None and len(self._known) < _MOST_KNOWN:
            self._known[text] = found
        return found

    def reckon(self, value: Exact) -> Decimal | None:
        """The score of a value; None where the rule gives none."""
        self._value = value
        return self._score(self._grounds, value)

    def _score(self, grounds: tuple[Any, ...], value: Number) -> Decimal | None:
        try:
            return half_up(self._rule.reckon(self, grounds, value)[0], self._places)
        except (Blocked, Faulty):
            return None

    def node(self, score: Decimal, told: Entry | Told, label: str) -> Node:
        """The score in words; ``label`` is what an entry is called where it goes in."""
        indicator = self._column.indicator
        if isinstance(told, Entry):
            inputs: tuple[Input, ...] = (Input(label, told.number, State.VALUE, told.origin),)
            before, value = self._steps, number_of(exact(told.number or 0))
        else:
            inputs, before, value = told.inputs, once([told.steps, self._steps]), number_of(told.value)
        assert not isinstance(value, Nothing)
        self._value = value
        record = self._rule.reckon(self, self._grounds, value)
        assert half_up(record[0], self._places) == score
        steps, more = self._rule.tell(self, self._grounds, value, record)
        below = self.full_marks is not None and record[0] < self.full_marks
        return Node(
            kind="leaf",
            label=indicator.name,
            code=indicator.code,
            score=score,
            full_marks=indicator.full_marks,
            value=value,
            clause=indicator.clause,
            rule=self._column.words,
            steps=(*before, *steps, rounding(self._places, score)),
            more=more if below else None,
            inputs=inputs,
        )

    def look_up(self, reference: Reference) -> Value:
        """值 and 分值; nothing else is asked in a frame."""
        return self._value if reference.key == "值" else self.full_marks or 0

    def apply(self, call: Call) -> Value:
        """The group's figure."""
        return self._told[id(call)]

    def figure(self, formula: Formula) -> Exact:
        """The formula's figure. Raises Blocked where it is a nothing."""
        if formula.fixed is not None:
            return formula.fixed
        figure = number_of(formula.value(self))
        if isinstance(figure, Nothing):
            raise Blocked(figure)
        return figure

    def figures(self, *formulas: Formula) -> tuple[Exact, ...]:
        """Several figures. Raises Blocked where one is a nothing."""
        return tuple([self.figure(formula) for formula in formulas])

    def events(self) -> tuple[Event, ...]:
        """A rule over a figure asks for none."""
        return ()

    def ballots(self) -> tuple[Ballot, ...]:
        """A rule over a figure asks for none."""
        return ()

    def place(self, scope_word: str, *, high_first: bool) -> tuple[int, int]:
        """No rule over a figure asks for a place."""
        raise KeyError(scope_word)

    def quoted(self, people: Expression | None, what: str, set_name: str) -> tuple[QuotedScore, ...]:
        """A rule over a figure asks for none."""
        return ()


def _in_decimals(grounds: Any) -> Any:
    """Grounds with their figures as decimals; None where the decimals of one do not end."""
    if isinstance(grounds, (int, Ratio)):
        return in_decimals(grounds)
    if type(grounds) is not tuple:
        return grounds
    told = tuple(map(_in_decimals, grounds))
    return None if any(new is None and old is not None for new, old in zip(told, grounds, strict=True)) else told


def rounding(places: int, score: Decimal) -> Step:
    """The one rounding of a leaf."""
    return Step(f"四舍五入到 {places} 位小数", (), score)


def group_calls(rule: Figured) -> tuple[Call, ...] | None:
    """The figures over groups that a rule asks for, in its order; None where a frame does not do for it.

    It does where the rule always asks the same: its grounds for groups and 分值 only, the rest for 值 and 分值 too.
    """
    always = rule.always()
    for formula in rule.formulas():
        is_always = any(formula is each for each in always)
        if not _is_framed(formula.root, is_ground=is_always and rule.fixed_grounds, is_always=is_always):
            return None
    return tuple(call for formula in always for call in _calls(formula.root) if call.function in AGGREGATES)


def _is_framed(root: Expression, *, is_ground: bool, is_always: bool) -> bool:
    names = [part.reference for part in _own_parts(root) if isinstance(part, Named)]
    if any(each.kind != "own" or each.key not in (("分值",) if is_ground else ("值", "分值")) for each in names):
        return False
    functions = {call.function for call in _calls(root)}
    over_groups = functions.intersection(AGGREGATES)
    if not functions <= BUILT_INS | over_groups:
        return False
    return not over_groups or (is_always and "若" not in functions and "名次" not in functions)


def _calls(root: Expression) -> list[Call]:
    return [part for part in _own_parts(root) if isinstance(part, Call)]


def _own_parts(root: Expression) -> Iterator[Expression]:
    """The parts that are evaluated for the person: what stands inside a figure over a group is asked of others."""
    yield root
    if not (isinstance(root, Call) and root.function in AGGREGATES):
        for part in root.parts():
            yield from _own_parts(part)
