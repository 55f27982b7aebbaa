"""分档计分: the points of the first band that fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula_values import Nothing, Value, compare, number_of
from app.domain.formulas import Formula, Literal
from app.domain.rules.leaf import Blocked, Leaf, Outcome
from app.domain.rules.parameters import Parameters, Part
from app.domain.words import plain

_COMPARISON = re.compile(r"\s*(>=|<=|==|=|>|<|≥|≤|＞＝|＜＝|＞|＜|＝)?(.*)", re.DOTALL)
_SIGNS = {"==": "=", "≥": ">=", "≤": "<=", "＞＝": ">=", "＜＝": "<=", "＞": ">", "＜": "<", "＝": "=", "": "="}
OTHERS = "其他"


class Band(NamedTuple):
    """``comparison limit: points``; no limit is 其他."""

    comparison: str
    limit: Formula | None
    points: Formula
    text: str


@dataclass(frozen=True, slots=True)
class Bands:
    """The points of the first band that fits; without 其他 a figure that fits none is 不适用 (contract, 4.1, 4)."""

    bands: tuple[Band, ...]
    method: ClassVar[str] = "分档计分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From ``>=90:15; >=80:12; 其他:0``."""
        bands = [_band(parameters, left, right) for left, right in parameters.rows()]
        return cls(tuple(band for band in bands if band))

    def formulas(self) -> tuple[Formula, ...]:
        """Limits and points."""
        return tuple(each for band in self.bands for each in (band.limit, band.points) if each)

    def words(self) -> str:
        """The rule as a sentence."""
        return "按档计分：" + "，".join(f"{band.text}得{band.points.text}分" for band in self.bands)

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The band's points."""
        number = number_of(value)
        if isinstance(number, Nothing):
            raise Blocked(number)
        for band in self.bands:
            if band.limit is None or compare(band.comparison, number, leaf.figure(band.limit)) is True:
                points = leaf.figure(band.points)
                best = self.bands[0]
                more = Step("达到“{}”档得 {} 分", (best.text, best.points.text)) if band is not best else None
                return Outcome(points, (Step("{} 属于“{}”档", (number, band.text), points),), more=more)
        raise Blocked(Nothing(State.NOT_APPLICABLE, "数值不在任何一档"))


def _band(parameters: Parameters, left: Part, right: Part) -> Band | None:
    points = parameters.formula(right)
    if plain(left.text) == OTHERS:
        return None if points is None else Band("", None, points, OTHERS)
    match = _COMPARISON.fullmatch(left.text)
    assert match is not None
    sign = match.group(1) or ""
    limit = parameters.formula(Part(match.group(2), left.place + match.start(2)))
    if points is None or limit is None:
        return None
    if not sign and not isinstance(limit.root, Literal):
        parameters.fault("parameter-unreadable", left.place, found=left.text.strip())
        return None
    return Band(_SIGNS.get(sign, sign), limit, points, left.text.strip())
