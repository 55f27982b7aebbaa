"""Circles that a scheme contains whoever the people are: items and indicators that need themselves.

What depends on the people (a condition that may or may not meet oneself's own set) is refused when it is computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from app.domain.formula.formulas import Binary, Call, Expression, Formula, Literal, Named
from app.domain.formula.vocabulary import AGGREGATES, EVERYBODY, range_named
from app.domain.problems import Problem, Source
from app.domain.rules import Quoted, Veto
from app.domain.schemes import TOTAL, Indicator, IndicatorSet, Scheme, SchemeText
from app.domain.scoring.scopes import group_named
from app.domain.words import plain

MOST_LINKS = 60
"""How many figures may need one another in a row: every link asks the next one while it waits itself."""


class _Spot(NamedTuple):
    """A figure of everybody in a set: a data item, an indicator, or 总分."""

    set_name: str
    sort: str
    code: str


def find_circles(scheme: Scheme, text: SchemeText) -> list[Problem]:
    """One problem for each circle, with its path; without any, one for a chain too long to be followed.

    Looks at faulty schemes too: what could not be read needs nothing.
    """
    needs = {spot: tuple(_needs(scheme, spot)) for spot in _spots(scheme)}
    found: list[Problem] = []
    done: dict[_Spot, None] = {}
    for start in needs:
        circle = _circle(start, needs, done)
        if circle:
            path = " → ".join(_name(scheme, spot) for spot in circle)
            source, value = _place(scheme, circle, text)
            found.append(Problem("scheme-circle", source, value, {"path": path}))
    return found or _too_long(scheme, needs, done, text)


def _too_long(
    scheme: Scheme, needs: dict[_Spot, tuple[_Spot, ...]], in_order: Iterable[_Spot], text: SchemeText
) -> list[Problem]:
    """A chain of figures that need one another, where it is beyond the bound; ``in_order``: needed ones first."""
    chains: dict[_Spot, tuple[_Spot, ...]] = {}
    for spot in in_order:
        below = max((chains[other] for other in needs.get(spot, ())), key=len, default=())
        chains[spot] = (spot, *below)
        if len(chains[spot]) > MOST_LINKS:
            values = {"most": str(MOST_LINKS), "first": _name(scheme, spot), "last": _name(scheme, below[-1])}
            source, value = _place(scheme, [*chains[spot]], text)
            return [Problem("scheme-chain-too-long", source, value, values)]
    return []


def _spots(scheme: Scheme) -> Iterable[_Spot]:
    for each in scheme.sets:
        yield from (_Spot(each.name, "item", item.code) for item in scheme.items)
        yield from (_Spot(each.name, "leaf", leaf.code) for leaf in each.indicators if leaf.rule is not None)
        yield _Spot(each.name, "total", TOTAL)


def _circle(start: _Spot, needs: dict[_Spot, tuple[_Spot, ...]], done: dict[_Spot, None]) -> list[_Spot]:
    """The first circle that can be reached from ``start``, begun and ended by the same spot, or an empty list."""
    path: list[_Spot] = []
    on_path: set[_Spot] = set()
    stack: list[tuple[_Spot, bool]] = [(start, False)]
    while stack:
        spot, leaving = stack.pop()
        if leaving:
            on_path.discard(path.pop())
            done[spot] = None
        elif spot in on_path:
            done.update(dict.fromkeys(on_path))
            return [*path[path.index(spot) :], spot]
        elif spot not in done:
            path.append(spot)
            on_path.add(spot)
            stack.append((spot, True))
            stack += [(other, False) for other in needs.get(spot, ())]
    return []


def _needs(scheme: Scheme, spot: _Spot) -> Iterable[_Spot]:
    chosen = scheme.set_named(spot.set_name)
    assert chosen is not None
    if spot.sort == "item":
        item = scheme.item(spot.code)
        if item and item.formula:
            yield from _formula_needs(scheme, chosen, item.formula.root)
    elif spot.sort == "total":
        leaves = (leaf for leaf in chosen.indicators if leaf.rule is not None and not isinstance(leaf.rule, Veto))
        yield from (_Spot(chosen.name, "leaf", leaf.code) for leaf in leaves)
    else:
        leaf = next(each for each in chosen.indicators if each.code == spot.code and each.rule is not None)
        yield from _leaf_needs(scheme, chosen, leaf)


def _leaf_needs(scheme: Scheme, chosen: IndicatorSet, leaf: Indicator) -> Iterable[_Spot]:
    if leaf.item:
        yield _Spot(chosen.name, "item", leaf.item)
    assert leaf.rule is not None
    for formula in leaf.rule.formulas():
        yield from _formula_needs(scheme, chosen, formula.root, leaf.item)
    if isinstance(leaf.rule, Quoted):
        names = [leaf.rule.set_name] if leaf.rule.people is None else _sets_named(leaf.rule.people)
        for name in names:
            other = next((each for each in scheme.sets if plain(each.name) == plain(name)), None)
            if other is not None:
                yield from _score(other, leaf.rule.what)


def _formula_needs(scheme: Scheme, chosen: IndicatorSet, root: Expression, own_item: str = "") -> Iterable[_Spot]:
    """What a formula asks of the people of a set; ``own_item`` is what 值 stands for."""
    waiting = [(root, chosen)]
    while waiting:
        part, asked = waiting.pop()
        if isinstance(part, Call) and part.function in AGGREGATES:
            waiting += [(part.arguments[0], group) for group in _groups(scheme, asked, part)]
            continue
        if isinstance(part, Named) and part.reference.kind == "item":
            yield _Spot(asked.name, "item", part.reference.key)
        elif isinstance(part, Named) and part.reference == ("own", "值", part.type) and own_item:
            yield _Spot(asked.name, "item", own_item)
        elif isinstance(part, Call) and part.function == "得分" and isinstance(part.arguments[0], Literal):
            yield from _score(asked, str(part.arguments[0].content))
        waiting += [(below, asked) for below in part.parts()]


def _groups(scheme: Scheme, chosen: IndicatorSet, call: Call) -> Iterable[IndicatorSet]:
    """The sets whose people a function over people asks."""
    if not any(range_named(part) for part in call.arguments[:2]):
        return ()
    _, name = group_named(call)
    if name is None:
        return (chosen,)
    return [each for each in scheme.sets if plain(name) in (plain(each.name), EVERYBODY)]


def _score(chosen: IndicatorSet, code: str, above: tuple[str, ...] = ()) -> Iterable[_Spot]:
    """What a score needs: the leaf's own spot, or those below a branch; ``above``: the branches on the way to it."""
    if plain(code) == TOTAL:
        yield _Spot(chosen.name, "total", TOTAL)
        return
    for each in chosen.indicators:
        if plain(each.code) == plain(code):
            if each.rule is not None:
                yield _Spot(chosen.name, "leaf", each.code)
            elif each.code not in above:
                for below in chosen.indicators:
                    if below.parent == each.code:
                        yield from _score(chosen, below.code, (*above, each.code))


def _sets_named(condition: Formula) -> Iterable[str]:
    """The indicator sets that a condition over people surely asks for: ``指标组="…"`` joined by 且."""
    parts = [condition.root]
    while parts:
        part = parts.pop()
        if isinstance(part, Binary) and part.operator == "且":
            parts += [part.left, part.right]
        elif isinstance(part, Binary) and part.operator == "=":
            sides = (part.left, part.right)
            if any(isinstance(side, Named) and side.reference.key == "指标组" for side in sides):
                yield from (str(side.content) for side in sides if isinstance(side, Literal))


def _name(scheme: Scheme, spot: _Spot) -> str:
    if spot.sort == "item":
        item = scheme.item(spot.code)
        return f"数据项“{item.name if item else spot.code}”"
    return f"{spot.set_name}·{spot.code}"


def _place(scheme: Scheme, circle: list[_Spot], text: SchemeText) -> tuple[Source, str]:
    """The cell of an indicator on the path, or of a data item where there is none; and what stands there."""
    for spot in circle:
        chosen = scheme.set_named(spot.set_name)
        leaf = next((each for each in chosen.indicators if each.code == spot.code), None) if chosen else None
        if leaf is not None and spot.sort == "leaf":
            return leaf.source, leaf.code
    codes = {plain(spot.code) for spot in circle}
    row = next(each for each in text.sheets["数据项"] if plain(each.text("编码")) in codes)
    return row.source("算式", text.file), row.text("算式")
