"""The one small language of scheme workbooks: parsed, checked and evaluated here (contract, section 4, Formula).

No loop, no attribute, no file, no other name than those of the vocabulary: a formula can neither hang nor reach
anything. Faults carry the place in the text. What a name or a function over people means is the scope's affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Protocol

from app.domain.entries import State
from app.domain.formula.values import OPERATIONS, Nothing, Type, Value, negate, number_of, truth_of
from app.domain.numbers import Exact, exact, half_up, magnitude


class Reference(NamedTuple):
    """What a name stands for: ``item``, ``own`` (值, 分值, 在岗月数 …), ``field``, ``range`` or ``flag``, and which one."""

    kind: str
    key: str
    type: Type = Type.ANY


class Scope(Protocol):
    """Who or what a formula is evaluated for."""

    def look_up(self, reference: Reference) -> Value:
        """The value of a name."""
        ...

    def apply(self, call: Call) -> Value:
        """The value of a function that the language itself does not know."""
        ...


class Expression(Protocol):
    """A part of a formula."""

    @property
    def place(self) -> int:
        """Where it begins in the text, from 1."""
        ...

    def value(self, scope: Scope) -> Value:
        """What it comes to in that scope."""
        ...

    def parts(self) -> tuple[Expression, ...]:
        """The parts directly below."""
        ...

    @property
    def type(self) -> Type:
        """What kind of value it gives."""
        ...


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text."""

    content: Value
    place: int

    def value(self, scope: Scope) -> Value:
        """The number or text itself."""
        return self.content

    def parts(self) -> tuple[Expression, ...]:
        """None."""
        return ()

    @property
    def type(self) -> Type:
        """TEXT or NUMBER."""
        return Type.TEXT if isinstance(self.content, str) else Type.NUMBER


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the vocabulary."""

    reference: Reference
    place: int

    def value(self, scope: Scope) -> Value:
        """What the scope says."""
        return scope.look_up(self.reference)

    def parts(self) -> tuple[Expression, ...]:
        """None."""
        return ()

    @property
    def type(self) -> Type:
        """As the vocabulary tells."""
        return self.reference.type


@dataclass(frozen=True, slots=True)
class Unary:
    """非 or a sign."""

    operator: str
    operand: Expression
    place: int

    def value(self, scope: Scope) -> Value:
        """The negated truth or figure."""
        operand = self.operand.value(scope)
        if self.operator == "非":
            truth = truth_of(operand)
            return truth if isinstance(truth, Nothing) else not truth
        return negate(operand) if self.operator == "-" else number_of(operand)

    def parts(self) -> tuple[Expression, ...]:
        """The operand."""
        return (self.operand,)

    @property
    def type(self) -> Type:
        """TRUTH or NUMBER."""
        return Type.TRUTH if self.operator == "非" else Type.NUMBER


@dataclass(frozen=True)
class Binary:
    """Two operands. Both are always evaluated: in a formula 未填 wins (contract, section 4.1, 3)."""

    operator: str
    left: Expression
    right: Expression
    place: int

    def value(self, scope: Scope) -> Value:
        """What the operators make of the operands, from left to right."""
        first, others = self._chain
        value = first.value(scope)
        for operate, operand in others:
            value = operate(value, operand.value(scope))
        return value

    @cached_property
    def _chain(self) -> tuple[Expression, list[tuple[Callable[[Value, Value], Value], Expression]]]:
        """The leftmost operand, and every operator with what stands to its right: a long sum leans to the left."""
        others = []
        part: Expression = self
        while isinstance(part, Binary):
            others.append((OPERATIONS[part.operator], part.right))
            part = part.left
        return part, others[::-1]

    def parts(self) -> tuple[Expression, ...]:
        """Both operands."""
        return (self.left, self.right)

    @property
    def type(self) -> Type:
        """NUMBER for reckoning, else TRUTH."""
        return Type.NUMBER if self.operator in "+-*/" else Type.TRUTH


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    function: str
    arguments: tuple[Expression, ...]
    place: int
    result: Type = Type.NUMBER

    def value(self, scope: Scope) -> Value:
        """The built-in function's value, or what the scope makes of it."""
        built_in = _BUILT_IN.get(self.function)
        return built_in(scope, self.arguments) if built_in else scope.apply(self)

    def parts(self) -> tuple[Expression, ...]:
        """The arguments."""
        return self.arguments

    @property
    def type(self) -> Type:
        """As the vocabulary tells."""
        return self.result


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed and checked formula with its text as typed."""

    text: str
    root: Expression
    fixed: Exact | None = field(init=False, compare=False, default=None)
    """The figure of a formula that is the same for everybody, worked out once; None where it has to be evaluated."""

    def __post_init__(self) -> None:
        figure = number_of(self.constant)
        object.__setattr__(self, "fixed", None if isinstance(figure, Nothing) else figure)

    def value(self, scope: Scope) -> Value:
        """What it comes to: a figure, a text, a truth, or one of the kinds of nothing with its reason."""
        return self.root.value(scope)

    def walk(self) -> Iterator[Expression]:
        """All parts, parents first."""
        return walk(self.root)

    def references(self, kind: str) -> tuple[str, ...]:
        """The keys of all names of a kind, each once, in order of appearance."""
        found = (part.reference for part in self.walk() if isinstance(part, Named))
        return tuple(dict.fromkeys(reference.key for reference in found if reference.kind == kind))

    def calls(self, *functions: str) -> tuple[Call, ...]:
        """All calls of these functions."""
        return tuple(part for part in self.walk() if isinstance(part, Call) and part.function in functions)

    @property
    def constant(self) -> Value:
        """The figure of a formula without names and functions, else Nothing."""
        if all(isinstance(part, Literal | Unary | Binary) for part in self.walk()):
            return self.root.value(_NO_SCOPE)
        return Nothing(State.EMPTY)


def walk(root: Expression) -> Iterator[Expression]:
    """A part of a formula and all below it, parents first."""
    waiting = [root]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += reversed(part.parts())


class _NoScope:
    def look_up(self, reference: Reference) -> Value:
        raise KeyError(reference)

    def apply(self, call: Call) -> Value:
        raise KeyError(call.function)


_NO_SCOPE = _NoScope()


def _if(scope: Scope, arguments: tuple[Expression, ...]) -> Value:
    condition = truth_of(arguments[0].value(scope))
    if isinstance(condition, Nothing):
        return condition
    return arguments[1 if condition else 2].value(scope)


def _extreme(choose: Callable[..., Value]) -> Callable[[Scope, tuple[Expression, ...]], Value]:
    def apply(scope: Scope, arguments: tuple[Expression, ...]) -> Value:
        values = [number_of(argument.value(scope)) for argument in arguments]
        nothing = Nothing.strongest(values)
        return nothing if nothing is not None else choose(values)

    return apply


def _absolute(scope: Scope, arguments: tuple[Expression, ...]) -> Value:
    number = number_of(arguments[0].value(scope))
    return number if isinstance(number, Nothing) else magnitude(number)


def _whole(scope: Scope, arguments: tuple[Expression, ...]) -> Value:
    number = number_of(arguments[0].value(scope))
    return number if isinstance(number, Nothing) else int(number)


def _rounded(scope: Scope, arguments: tuple[Expression, ...]) -> Value:
    number, places = (number_of(argument.value(scope)) for argument in arguments)
    nothing = Nothing.strongest((number, places))
    if nothing is not None:
        return nothing
    if not isinstance(places, int) or not 0 <= places <= MOST_PLACES:
        return Nothing(State.NOT_APPLICABLE, f"四舍五入的位数须为0至{MOST_PLACES}的整数")
    assert not isinstance(number, Nothing)
    return exact(half_up(number, places))


MOST_PLACES = 10

_BUILT_IN: dict[str, Callable[[Scope, tuple[Expression, ...]], Value]] = {
    "若": _if,
    "最小": _extreme(min),
    "最大": _extreme(max),
    "绝对值": _absolute,
    "取整": _whole,
    "四舍五入": _rounded,
}
BUILT_INS = frozenset(_BUILT_IN)
"""The functions that ask nothing of a scope."""
