"""What a rule gets and gives."""

from __future__ import annotations

from typing import ClassVar, NamedTuple, Protocol, Self

from app.domain.explanation import Step
from app.domain.formula.formulas import Expression, Formula, Scope
from app.domain.formula.values import Nothing, Value
from app.domain.ledgers import Event
from app.domain.numbers import Exact
from app.domain.ratings import Ballot
from app.domain.rules.parameters import Parameters


class Blocked(Exception):
    """No score: a figure that the rule needs is one of the kinds of nothing."""

    def __init__(self, nothing: Nothing) -> None:
        super().__init__(nothing.reason)
        self.nothing = nothing


class Faulty(Exception):
    """No score: a figure stands there that the rule cannot take; the total waits until somebody mends it."""


class Outcome(NamedTuple):
    """A rule's answer: the exact score before the one rounding, and the steps."""

    score: Exact
    steps: tuple[Step, ...]
    value: Exact | None = None
    """The value to show where the rule itself makes it from what is told (测评)."""
    more: Step | None = None
    """为什么不是更高: what would have given full marks, where the score is below them."""


class QuotedScore(NamedTuple):
    """One score that 引用得分 takes over; ``weight`` is how often it counts."""

    name: str
    score: Exact
    weight: int


class Leaf(Scope, Protocol):
    """One indicator of one person in one period, as a rule sees it. A Scope for the rule's formulas."""

    @property
    def full_marks(self) -> Exact | None:
        """分值, or None where none is told."""
        ...

    @property
    def extra(self) -> bool:
        """Whether it stands beside the full marks (加减分)."""
        ...

    def figure(self, formula: Formula) -> Exact:
        """The formula's figure. Raises Blocked where it is a nothing."""
        ...

    def figures(self, *formulas: Formula) -> tuple[Exact, ...]:
        """Several figures. Raises Blocked with the strongest nothing among them."""
        ...

    def events(self) -> tuple[Event, ...]:
        """The events that the data item counts, each 成果标识 still as often as told."""
        ...

    def ballots(self) -> tuple[Ballot, ...]:
        """The ballots about the person in the period."""
        ...

    def place(self, scope_word: str, *, high_first: bool) -> tuple[int, int]:
        """The place of the person's value within 部门, 同组, 条线 or 全院, and among how many."""
        ...

    def quoted(self, people: Expression | None, what: str, set_name: str) -> tuple[QuotedScore, ...]:
        """The scores that 引用得分 takes over; ``people`` None: 协助的法官. Raises Blocked where one is incomplete."""
        ...


class Rule(Protocol):
    """One 计分方式 with its 参数."""

    method: ClassVar[str]
    needs_item: ClassVar[bool]
    """Whether the column 数据项 must be filled in."""

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """The rule that the 参数 tell; their faults are gathered in ``parameters``."""
        ...

    def formulas(self) -> tuple[Formula, ...]:
        """Every formula in the 参数."""
        ...

    def words(self) -> str:
        """The rule as a sentence."""
        ...

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The score of a leaf whose data item has that value. Raises Blocked or Faulty where there is none."""
        ...


def full_marks_of(leaf: Leaf) -> Exact:
    """The leaf's 分值; the check of the scheme has seen to it that there is one where a rule asks."""
    return leaf.full_marks or 0


def held(score: Exact, low: Exact | None, high: Exact | None) -> Exact:
    """The score within 保底 and 封顶; None: no bound. Where they cross, 封顶 holds."""
    if low is not None and score < low:
        score = low
    return high if high is not None and score > high else score


def bound_step(score: Exact, bounded: Exact, low: Exact | None, high: Exact | None) -> tuple[Step, ...]:
    """The step that tells of a bound, if one was met."""
    if bounded == score:
        return ()
    if high is not None and bounded == high:
        return (Step("封顶 {}", (high,), bounded),)
    return (Step("保底 {}", (low,), bounded),)
