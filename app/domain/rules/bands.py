"""分档计分: the points of the first band that fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula.formulas import Formula, Literal
from app.domain.formula.values import HOLDS, Nothing
from app.domain.numbers import Exact, Number
from app.domain.rules.figured import Figured, Telling
from app.domain.rules.leaf import Blocked, Leaf
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
class Bands(Figured):
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

    def always(self) -> tuple[Formula, ...]:
        """None: limits and points are asked for one by one."""
        return ()

    def grounds(self, leaf: Leaf) -> tuple[Any, ...]:
        """Limit and points of each band, where they are the same for everybody."""
        return tuple([(band, band.limit and band.limit.fixed, band.points.fixed) for band in self.bands])

    def reckon(self, leaf: Leaf, grounds: tuple[Any, ...], number: Number) -> tuple[Any, ...]:
        """The band's points and the band."""
        for band, known, points in grounds:
            limit = leaf.figure(band.limit) if known is None and band.limit else known
            if limit is None or HOLDS[band.comparison](number, limit):
                return leaf.figure(band.points) if points is None else points, band
        raise Blocked(Nothing(State.NOT_APPLICABLE, "数值不在任何一档"))

    def tell(self, leaf: Leaf, grounds: tuple[Any, ...], number: Exact, record: tuple[Any, ...]) -> Telling:
        """Which band it was."""
        points, band = record
        best = self.bands[0]
        more = Step("达到“{}”档得 {} 分", (best.text, best.points.text)) if band is not best else None
        return (Step("{} 属于“{}”档", (number, band.text), points),), more


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
