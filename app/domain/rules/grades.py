"""等次换算: a word to points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from app.domain.explanation import Step, figure_text
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing, Value
from app.domain.rules.leaf import Blocked, Faulty, Leaf, Outcome
from app.domain.rules.parameters import Parameters
from app.domain.words import plain


@dataclass(frozen=True, slots=True)
class Words:
    """``好:10; 较好:8``: the points of a word; another word is a fault (contract, section 4.1, 4)."""

    points: tuple[tuple[str, Formula], ...]
    method: ClassVar[str] = "等次换算"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From pairs of word and points."""
        pairs = [(left.text.strip(), parameters.formula(right)) for left, right in parameters.rows()]
        return cls(tuple((word, points) for word, points in pairs if points))

    def formulas(self) -> tuple[Formula, ...]:
        """The points."""
        return tuple(points for _, points in self.points)

    def words(self) -> str:
        """The rule as a sentence."""
        return "等次换算：" + "，".join(f"{word}得{points.text}分" for word, points in self.points)

    def knows(self, word: str) -> bool:
        """Whether the word is one of the scheme's."""
        return any(plain(word) == plain(each) for each, _ in self.points)

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The word's points."""
        if isinstance(value, Nothing):
            raise Blocked(value)
        told = value if isinstance(value, str) else figure_text(value)
        for word, points in self.points:
            if plain(word) == plain(told):
                figure = leaf.figure(points)
                best, marks = self.points[0]
                more = Step("评为“{}”得 {} 分", (best, marks.text))
                return Outcome(figure, (Step("“{}”换算", (told,), figure),), more=more)
        raise Faulty(f"“{told}”不是规定的等次（{'、'.join(word for word, _ in self.points)}）")
