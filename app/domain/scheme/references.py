"""What formulas of a scheme name that does not exist: ranges, indicator sets, indicator codes, grades (contract, Formula)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from app.domain.formula.formulas import Binary, Call, Expression, Formula, Literal, Named
from app.domain.formula.vocabulary import AGGREGATES, EVERYBODY, range_named
from app.domain.words import plain

Fault = tuple[str, dict[str, str]]
"""A message code and the sentence's values."""


class KnownNames(NamedTuple):
    """Indicator sets by their plain names, and the plain codes (总分 among them) that each has."""

    sets: dict[str, str]
    codes: dict[str, frozenset[str]]

    def codes_of(self, set_names: Iterable[str] | None) -> frozenset[str]:
        """The codes of any of these sets; of all sets for None."""
        wanted = self.codes if set_names is None else [plain(name) for name in set_names]
        return frozenset().union(*(self.codes.get(name, frozenset()) for name in wanted))

    @property
    def listed(self) -> str:
        """The names of all sets, joined."""
        return "、".join(self.sets.values())


def formula_faults(formula: Formula, known: KnownNames, own_sets: Iterable[str] | None) -> Iterable[Fault]:
    """Everything in a formula that names what is not there. ``own_sets``: whose people it is for; None: anybody."""
    waiting: list[tuple[Expression, frozenset[str]]] = [(formula.root, known.codes_of(own_sets))]
    while waiting:
        part, codes = waiting.pop()
        if isinstance(part, Call) and part.function in AGGREGATES:
            yield from _range_faults(part, known)
            waiting += _inside(part, known, codes)
            continue
        if isinstance(part, Call) and part.function == "得分":
            yield from _code_faults(part, codes)
        elif isinstance(part, Named) and part.reference.kind == "range":
            yield "formula-range-alone", {"found": part.reference.key, "place": str(part.place)}
        elif isinstance(part, Binary):
            yield from _set_faults(part, known)
        waiting += [(below, codes) for below in part.parts()]


def _code_faults(call: Call, codes: frozenset[str]) -> Iterable[Fault]:
    told = call.arguments[0]
    code = told.content if isinstance(told, Literal) else ""
    if plain(str(code)) not in codes:
        yield "scheme-unknown-indicator", {"found": str(code), "place": str(call.place)}


def _set_faults(comparison: Binary, known: KnownNames) -> Iterable[Fault]:
    """``指标组=="…"`` with a set that is not there."""
    sides = (comparison.left, comparison.right)
    if not any(isinstance(side, Named) and side.reference.key == "指标组" for side in sides):
        return
    for side in sides:
        if isinstance(side, Literal) and plain(str(side.content)) not in known.sets:
            values = {"found": str(side.content), "place": str(side.place), "known": known.listed}
            yield "formula-unknown-set", values


def _range_faults(call: Call, known: KnownNames) -> Iterable[Fault]:
    position = _range_position(call)
    if position is None:
        yield "formula-range-missing", {"function": call.function, "place": str(call.place)}
        return
    sets = call.arguments[position + 1 :]
    if len(sets) > 1:
        found = str(len(call.arguments))
        yield "formula-argument-count", {"function": call.function, "found": found, "place": str(call.place)}
    for each in sets:
        name = each.content if isinstance(each, Literal) else None
        if not isinstance(name, str) or (plain(name) not in known.sets and plain(name) != EVERYBODY):
            values = {"found": str(name or ""), "place": str(each.place), "known": known.listed}
            yield "formula-unknown-set", values


def _range_position(call: Call) -> int | None:
    """Where 范围 stands: after the figure; 人数 may be asked of the range alone."""
    arguments = call.arguments
    if len(arguments) > 1 and range_named(arguments[1]) and not range_named(arguments[0]):
        return 1
    alone = call.function == "人数" and range_named(arguments[0])
    return 0 if alone and not any(range_named(each) for each in arguments[1:]) else None


def _inside(call: Call, known: KnownNames, codes: frozenset[str]) -> Iterable[tuple[Expression, frozenset[str]]]:
    """The figure that is asked of the others, with the codes that they have."""
    if range_named(call.arguments[0]):
        return
    named = [each.content for each in call.arguments[2:] if isinstance(each, Literal) and isinstance(each.content, str)]
    if named:
        codes = known.codes_of(None if plain(named[0]) == EVERYBODY else named)
    yield call.arguments[0], codes
