"""测评计分: ballots of several rater groups, weighted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Self

from app.domain.entries import State
from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing, Value, number_in
from app.domain.numbers import Exact, Ratio, exact
from app.domain.ratings import Ballot
from app.domain.rules.leaf import Blocked, Faulty, Leaf, Outcome, full_marks_of
from app.domain.rules.parameters import Parameters, constant, split
from app.domain.words import plain


class Group(NamedTuple):
    """A rater group and its weight."""

    name: str
    weight: Exact


@dataclass(frozen=True, slots=True)
class Ratings:
    """The weighted mean of the groups' means, put on 分值; a group below 最少票数 is missing."""

    groups: tuple[Group, ...]
    drop_high: int
    drop_low: int
    least: int
    marks: tuple[tuple[str, Exact], ...]
    best: Formula
    method: ClassVar[str] = "测评计分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From ``组=权重``, 去高 (0), 去低 (0), 最少票数 (3), 评价分, 满分 (100)."""
        parameters.name_all()
        best = parameters.optional("满分") or constant(100)
        marks = _pairs(parameters, "评价分")
        drop_high, drop_low = parameters.whole("去高", 0), parameters.whole("去低", 0)
        least = parameters.whole("最少票数", 3)
        groups = tuple(Group(name, weight) for name, weight in parameters.remaining_figures())
        if not groups:
            parameters.fault("parameter-missing", 0, name="测评人类别=权重")
        elif sum(group.weight for group in groups) != 1:
            total = f"{sum(group.weight for group in groups) * 100}%"
            parameters.fault("rating-weights", 0, total=total)
        return cls(groups, drop_high, drop_low, least, marks, best)

    def formulas(self) -> tuple[Formula, ...]:
        """The 满分."""
        return (self.best,)

    def words(self) -> str:
        """The rule as a sentence."""
        groups = "，".join(f"{group.name}占{exact(Ratio(group.weight) * 100)}%" for group in self.groups)
        drops = f"，去掉{self.drop_high}个最高、{self.drop_low}个最低" if self.drop_high or self.drop_low else ""
        return f"各类测评人平均分加权：{groups}{drops}，每类不少于{self.least}票，按满分{self.best.text}折到分值"

    def knows(self, word: str) -> bool:
        """Whether 评价分 names the word."""
        return any(plain(word) == plain(each) for each, _ in self.marks)

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The weighted mean on 分值."""
        best = leaf.figure(self.best)
        if best <= 0:
            raise Blocked(Nothing(State.NOT_APPLICABLE, "满分为零或负数"))
        mean, steps = self.mean(leaf.ballots())
        score = full_marks_of(leaf) * Ratio(mean) / best
        return Outcome(
            score,
            (*steps, Step("分值 {} × {} ÷ {}", (leaf.full_marks, mean, best), score)),
            mean,
            more=Step("加权平均达到 {} 可得满分，还差 {}", (best, best - mean)),
        )

    def mean(self, ballots: tuple[Ballot, ...]) -> tuple[Exact, tuple[Step, ...]]:
        """The weighted mean of the groups, and its steps. Raises Blocked where a group has too few ballots."""
        total: Exact = 0
        steps = []
        for group in self.groups:
            marks = sorted(self._mark(each) for each in ballots if plain(each.group) == plain(group.name))
            kept = marks[self.drop_low : max(self.drop_low, len(marks) - self.drop_high)]
            if len(marks) < self.least or not kept:
                raise Blocked(Nothing(State.EMPTY, f"{group.name}只有{len(marks)}票，不足{max(self.least, 1)}票"))
            mean = exact(Ratio(sum(kept)) / len(kept))
            total += mean * group.weight
            steps.append(Step("{}：{} 票计入，平均 {}，权重 {}", (group.name, len(kept), mean, group.weight), mean))
        steps.append(Step("加权平均", (), total))
        return total, tuple(steps)

    def _mark(self, ballot: Ballot) -> Exact:
        if ballot.mark is not None:
            return exact(ballot.mark)
        for word, mark in self.marks:
            if plain(word) == plain(ballot.word):
                return mark
        raise Faulty(f"评价“{ballot.word}”没有规定评价分")


def _pairs(parameters: Parameters, name: str) -> tuple[tuple[str, Exact], ...]:
    part = parameters.part(name)
    pairs = []
    for piece in split(part.text, ",") if part else ():
        pair = split(piece.text, ":")
        figure = number_in(pair[1].text) if len(pair) == 2 else None
        if figure is None and part:
            parameters.fault("parameter-unreadable", part.place + piece.place, found=piece.text.strip())
        elif figure is not None:
            pairs.append((pair[0].text.strip(), figure))
    return tuple(pairs)
