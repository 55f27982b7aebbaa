"""事项计分: the points of ledger events added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Self

from app.domain.explanation import Step
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing, Value
from app.domain.ledgers import Event
from app.domain.numbers import Exact, exact
from app.domain.rules.leaf import Blocked, Faulty, Leaf, Outcome, bound_step, held
from app.domain.rules.parameters import Parameters, Part, split, zero
from app.domain.words import plain


class Counted(NamedTuple):
    """An event with its figure, and whether it counts (an award told twice counts once)."""

    event: Event
    figure: Exact
    counts: bool

    @property
    def points(self) -> Exact:
        """What it brings to a score: its figure as often as it happened (次数)."""
        return self.figure * times(self.event) if self.counts else 0


def times(event: Event) -> Exact:
    """次数, 1 where none is told."""
    return 1 if event.count is None else exact(event.count)


@dataclass(frozen=True, slots=True)
class Events:
    """基本分 + the events' 分值 (or 级别分 by 级别) × 次数; one 成果标识 counts once, with its highest points."""

    start: Formula
    cap: Formula | None
    floor: Formula | None
    levels: tuple[tuple[str, Formula], ...]
    method: ClassVar[str] = "事项计分"
    needs_item: ClassVar[bool] = True

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """From 基本分 (0), 封顶 (分值 if told), 保底 (0; none for a 加减分 leaf), 级别分."""
        parameters.name_all()
        return cls(
            start=parameters.optional("基本分") or zero(),
            cap=parameters.optional("封顶"),
            floor=parameters.optional("保底"),
            levels=_levels(parameters),
        )

    def formulas(self) -> tuple[Formula, ...]:
        """All that are told."""
        told = (self.start, self.cap, self.floor, *(points for _, points in self.levels))
        return tuple(each for each in told if each)

    def words(self) -> str:
        """The rule as a sentence."""
        said = [f"基本分{self.start.text}，加台账各事项" + ("级别分" if self.levels else "分值")]
        said += [f"（{'，'.join(f'{level}{points.text}分' for level, points in self.levels)}）"] if self.levels else []
        said += ["，同一成果只计一次，取最高"]
        said += [f"，封顶{self.cap.text if self.cap else '分值'}"]
        said += [f"，保底{self.floor.text}"] if self.floor else []
        return "".join(said)

    def knows_level(self, level: str) -> bool:
        """Whether 级别分 names the level, or needs not to."""
        return not self.levels or any(plain(level) == plain(each) for each, _ in self.levels)

    def score(self, leaf: Leaf, value: Value) -> Outcome:
        """The sum within its bounds."""
        if isinstance(value, Nothing):
            raise Blocked(value)
        start = leaf.figure(self.start)
        cap = leaf.figure(self.cap) if self.cap else leaf.full_marks
        floor = leaf.figure(self.floor) if self.floor else (None if leaf.extra else 0)
        counted = once_for_each_result((event, self._figure(leaf, event)) for event in leaf.events())
        score = start + sum(each.points for each in counted)
        bounded = held(score, floor, cap)
        steps = [Step("基本分", (), start), *map(_step, counted), Step("合计", (), score)]
        return Outcome(bounded, (*steps, *bound_step(score, bounded, floor, cap)))

    def _figure(self, leaf: Leaf, event: Event) -> Exact:
        """What it brings each time: its 级别分 where the scheme has any, else its own 分值."""
        if self.levels:
            for level, points in self.levels:
                if plain(level) == plain(event.level):
                    return leaf.figure(points)
            raise Faulty(f"{event.day}“{event.subject}”的级别“{event.level}”没有级别分")
        if event.points is None:
            raise Faulty(f"{event.day}“{event.subject}”没有分值")
        return exact(event.points)


def once_for_each_result(pairs: Iterable[tuple[Event, Exact]]) -> list[Counted]:
    """Every event in its order; of those with one 成果标识 only the one with the highest figure counts.

    Where the figures are equal, the one that brings more by its 次数, else the first.
    """
    told = list(pairs)
    keys = [plain(event.result_key) for event, _ in told]
    worth = [(figure, figure * times(event)) for event, figure in told]
    best: dict[str, int] = {}
    for position, key in enumerate(keys):
        if key and (key not in best or worth[position] > worth[best[key]]):
            best[key] = position
    return [
        Counted(event, figure, not key or best[key] == position)
        for position, ((event, figure), key) in enumerate(zip(told, keys, strict=True))
    ]


def _step(counted: Counted) -> Step:
    event = counted.event
    if not counted.counts:
        return Step("{} {}：同一成果“{}”已计，不再计", (event.day.isoformat(), event.subject, event.result_key), 0)
    if times(event) != 1:
        figures = (event.day.isoformat(), event.subject, counted.figure, times(event))
        return Step("{} {}：{} × {} 次", figures, counted.points)
    return Step("{} {}", (event.day.isoformat(), event.subject), counted.points)


def _levels(parameters: Parameters) -> tuple[tuple[str, Formula], ...]:
    part = parameters.part("级别分")
    if part is None:
        return ()
    levels = []
    for piece in split(part.text, ","):
        pair = split(piece.text, ":")
        points = (
            parameters.formula(Part(pair[1].text, part.place + piece.place + pair[1].place)) if len(pair) > 1 else None
        )
        if points is None:
            parameters.fault("parameter-unreadable", part.place + piece.place, found=piece.text.strip())
            continue
        levels.append((pair[0].text.strip(), points))
    return tuple(levels)
