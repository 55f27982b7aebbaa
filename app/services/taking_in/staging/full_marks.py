"""A 评分 that a 公式 would put above the full marks of its indicator: told while it can still be looked at."""

from __future__ import annotations

from typing import NamedTuple

from app.domain.formula.formulas import Call, Reference
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.numbers import Exact, exact
from app.domain.rules.formula import Free
from app.domain.schemes import Indicator


class _NotTold(Exception):
    """The formula asks for more than the mark and the full marks."""


class _Mark(NamedTuple):
    """One mark of one item, all that the formula may ask for."""

    item: str
    mark: Exact
    full: Exact

    def look_up(self, reference: Reference) -> Value:
        own = {"值": self.mark, "分值": self.full}
        if reference.kind == "own" and reference.key in own:
            return own[reference.key]
        if reference.kind == "item" and reference.key == self.item:
            return self.mark
        raise _NotTold

    def apply(self, call: Call) -> Value:
        raise _NotTold


def score_beyond(leaf: Indicator, mark: Exact) -> Exact | None:
    """What the leaf's 公式 gives for a mark, before 封顶, where that is more than the full marks; else None.

    None too where nobody can tell: the leaf has no full marks, or the formula reckons with other figures.
    """
    if not isinstance(leaf.rule, Free) or leaf.full_marks is None or leaf.extra:
        return None
    full = exact(leaf.full_marks)
    try:
        score = number_of(leaf.rule.formula.value(_Mark(leaf.item, mark, full)))
    except _NotTold:
        return None
    return None if isinstance(score, Nothing) or score <= full else score
