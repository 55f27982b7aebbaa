"""名次计分: points by place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing, Value, number_in
from app.domain.numbers import Exact
from app.domain.rules.leaf import Blocked, Leaf, Outcome, held
from app.domain.rules.parameters import Parameters, Part, split, zero
from app.domain.words import plain

RANGES = ("部门", "同组", "条线", "全院")
HIGH_FIRST = "高者先"
LOW_FIRST = "低者先"
_RANGE_OF_PLACES = re.compile(r"第?(\d{1,9})(?:[-~至](\d{1,9}))?名?")


@dataclass(frozen=True, slots=True)
class Places:
    """By a falling row (第1名, 每降1名, 保底) or by a list of places; equal values share the better place."""

    scope_word: str
    high_first: bool
    first: Formula | None
    fall: Formula
    floor: Formula
    listed: tuple[tuple[int, int, Formula], ...]
    others: Formula | None
    method: ClassVar[str] = "名次计分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 范围 (同组), 方向 (高者先), and 第1名/每降1名/保底 (0) or ``1:60; 2:57; 其他:48``."""
        listed, others = _listed(parameters)
        scope_word = parameters.word("范围", RANGES, "同组")
        high_first = parameters.word("方向", (HIGH_FIRST, LOW_FIRST), HIGH_FIRST) == HIGH_FIRST
        first = None if listed else parameters.required("第1名")
        fall = parameters.optional("每降1名") or zero()
        floor = parameters.optional("保底") or zero()
        return cls(scope_word, high_first, first, fall, floor, listed, others)

    def formulas(self) -> tuple[Formula, ...]:
        """All that are told."""
        told = (self.first, self.fall, self.floor, self.others, *(points for _, _, points in self.listed))
        return tuple(each for each in told if each)

    def words(self) -> str:
        """The rule as a sentence."""
        order = "由高到低" if self.high_first else "由低到高"
        if self.first:
            points = f"第1名{self.first.text}分，每降1名减{self.fall.text}分，保底{self.floor.text}"
        else:
            rows = [f"第{low}{'' if low == high else f'至{high}'}名{each.text}分" for low, high, each in self.listed]
            points = "，".join([*rows, f"其他{(self.others or self.floor).text}分"])
        return f"在{self.scope_word}内{order}排名次，{points}，并列取较好名次"

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The place's points."""
        if isinstance(value, Nothing):
            raise Blocked(value)
        if isinstance(value, str) and number_in(value) is None:
            raise Blocked(Nothing(State.NOT_APPLICABLE, f"“{value}”不是数"))
        place, among = leaf.place(self.scope_word, high_first=self.high_first)
        told = Step(f"{self.scope_word}内共 {{}} 人有数，列第 {{}} 名", (among, place), place)
        if self.first is None:
            points = next((each for low, high, each in self.listed if low <= place <= high), self.others or self.floor)
            figure = leaf.figure(points)
            return Outcome(figure, (told, Step("第 {} 名得分", (place,), figure)))
        first, fall, floor = leaf.figures(self.first, self.fall, self.floor)
        score: Exact = first - fall * (place - 1)
        bounded = held(score, floor, None)
        more = Step("第1名得 {}，本期列第 {} 名", (first, place))
        return Outcome(
            bounded, (told, Step("{} − {} × {}，保底 {}", (first, fall, place - 1, floor), bounded)), more=more
        )


def _listed(parameters: Parameters) -> tuple[tuple[tuple[int, int, Formula], ...], Formula | None]:
    """The ``1:60; 2:57; 其他:48`` rows; what has the form ``名=值`` is left to the named parts."""
    pairs: list[Part] = []
    named: list[Part] = []
    for part in split(parameters.text, ";"):
        pieces = split(part.text, ":")
        is_pair = len(pieces) == 2 and "=" not in pieces[0].text
        (pairs if is_pair else named).append(part)
    parameters.name_only(named)
    listed: list[tuple[int, int, Formula]] = []
    others: Formula | None = None
    for part in pairs:
        left, right = split(part.text, ":")
        points = parameters.formula(Part(right.text, part.place + right.place))
        match = _RANGE_OF_PLACES.fullmatch(plain(left.text))
        if points is not None and plain(left.text) == "其他":
            others = points
        elif points is not None and match:
            listed.append((int(match.group(1)), int(match.group(2) or match.group(1)), points))
        elif points is not None:
            parameters.fault("parameter-unreadable", part.place, found=part.text.strip())
    return tuple(listed), others
