"""The leaves of one person: scores where a frame does, nodes where more had to be asked; and their tree, worded when read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple, overload

from app.domain.entries import Entry
from app.domain.explanation import Node
from app.domain.formula.formulas import Call
from app.domain.formula.values import Nothing
from app.domain.numbers import whole_decimals
from app.domain.rules import Blocked, Figured
from app.domain.schemes import TOTAL, Indicator, IndicatorSet
from app.domain.scoring.court import Member
from app.domain.scoring.evaluator import Evaluator, Told
from app.domain.scoring.frames import Frame, group_calls
from app.domain.scoring.leaves import LeafScope
from app.domain.scoring.scopes import group_named
from app.domain.words import plain


class Cell(NamedTuple):
    """One leaf for the people of one place: its code and item, its frame if one does, and what its entries are called."""

    typed_in: str
    """Its item where that is typed in and there is a frame, else empty."""
    frame: Frame | None
    code: str
    item: str
    label: str


class Marks:
    """A person's leaves: for each the score, with what was told of its item, or the node."""

    __slots__ = ("_cells", "_entries", "_told", "parts")

    def __init__(
        self, cells: Sequence[Cell], parts: list[Decimal | Node], entries: Mapping[str, Entry], told: Mapping[str, Told]
    ) -> None:
        self.parts = parts
        self._cells = cells
        self._entries = entries
        self._told = told

    def scores(self) -> list[Decimal | None]:
        """The score of each leaf; None: none."""
        return [part.score if isinstance(part, Node) else part for part in self.parts]

    def without_score(self) -> list[Node]:
        """The leaves that came to no score."""
        return [part for part in self.parts if isinstance(part, Node) and part.score is None]

    def node(self, place: int) -> Node:
        """One leaf in words."""
        part, cell = self.parts[place], self._cells[place]
        if isinstance(part, Node):
            return part
        assert cell.frame is not None
        told = self._told.get(cell.code)
        return cell.frame.node(part, self._entries[cell.item] if told is None else told, cell.label)


class Children(Sequence[Node]):
    """Nodes below a node: leaves by their place among the marks, put into words when somebody reads them."""

    __slots__ = ("_marks", "_nodes", "_places")

    def __init__(self, marks: Marks, places: list[int | Node]) -> None:
        self._marks = marks
        self._places = places
        self._nodes: tuple[Node, ...] | None = None

    @property
    def parts(self) -> list[Decimal | Node]:
        """The same, unworded."""
        return [each if isinstance(each, Node) else self._marks.parts[each] for each in self._places]

    def with_more(self, nodes: Iterable[Node]) -> Children:
        """The same, and these."""
        return Children(self._marks, [*self._places, *nodes])

    def _worded(self) -> tuple[Node, ...]:
        if self._nodes is None:
            self._nodes = tuple(each if isinstance(each, Node) else self._marks.node(each) for each in self._places)
        return self._nodes

    @overload
    def __getitem__(self, index: int) -> Node: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Node, ...]: ...

    def __getitem__(self, index: int | slice) -> Node | tuple[Node, ...]:
        return self._worded()[index]

    def __iter__(self) -> Iterator[Node]:
        return iter(self._worded())

    def __len__(self) -> int:
        return len(self._places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Children | tuple) and self._worded() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._worded())


def joined(parts: Sequence[Sequence[Node]]) -> Sequence[Node]:
    """All of them in their order; leaves stay unworded where only the first part has any."""
    first = parts[0]
    more = [node for part in parts[1:] for node in part]
    if not more:
        return first
    return first.with_more(more) if isinstance(first, Children) else (*first, *more)


def marks_of(evaluator: Evaluator, member: Member, leaves: Iterable[Indicator]) -> Marks:
    """A person's leaves, policies applied."""
    posting = member.posting
    key = ("cells", member.set_name, posting.division, posting.line)
    cells = evaluator.shared_by(key, lambda: _cells(evaluator, member, leaves))
    staff_no = member.person.staff_no
    told: dict[str, Told] = {}
    parts = [
        _asked_for(evaluator, member, cell, told) if score is None else score
        for cell, score in zip(cells, _scores(cells, evaluator.court.outright(staff_no)), strict=True)
    ]
    return Marks(cells, parts, evaluator.court.own_entries(staff_no), told)


def _scores(cells: Iterable[Cell], typed_in: Mapping[str, Decimal]) -> list[Decimal | None]:
    """The scores of the figures that were simply typed in; None where more has to be asked."""
    number_of = typed_in.get
    scores: list[Decimal | None] = []
    with whole_decimals():
        for item, frame, _, _, _ in cells:
            number = number_of(item)
            if number is None or frame is None:
                scores.append(None)
                continue
            text = str(number)
            known = frame.recall(text)
            scores.append(frame.score(number, text) if known is None else known)
    return scores


def _asked_for(evaluator: Evaluator, member: Member, cell: Cell, told: dict[str, Told]) -> Decimal | Node:
    """A leaf whose value was not simply typed in; what was told of it is kept by its code."""
    part = None
    if cell.frame is not None:
        found = told[cell.code] = evaluator.told(member, cell.item)
        value = found.value
        if not isinstance(value, str | Nothing):
            part = cell.frame.reckon(int(value) if isinstance(value, bool) else value)
    return evaluator.leaf(member, cell.code) if part is None else part


def _cells(evaluator: Evaluator, member: Member, leaves: Iterable[Indicator]) -> list[Cell]:
    """The leaves around a person: most are the same for the whole set, the others for the same 部门 or 条线."""
    key = ("common cells", member.set_name)
    common, local = evaluator.shared_by(key, lambda: _common_cells(evaluator, member, leaves))
    cells = list(common)
    for place, (leaf, asked) in local.items():
        cells[place] = _cell(evaluator, leaf, _framed(evaluator, member, leaf, asked))
    return cells


def _common_cells(
    evaluator: Evaluator, member: Member, leaves: Iterable[Indicator]
) -> tuple[list[Cell], dict[int, tuple[Indicator, _Asked]]]:
    """The cells of a set, and which of them have to be made for each 部门 or 条线."""
    cells, local = [], {}
    for place, leaf in enumerate(leaves):
        asked = _asked(evaluator, leaf)
        if asked.is_local:
            local[place] = (leaf, asked)
        is_common = asked.calls is not None and not asked.is_local
        cells.append(_cell(evaluator, leaf, _framed(evaluator, member, leaf, asked) if is_common else None))
    return cells, local


def _cell(evaluator: Evaluator, leaf: Indicator, frame: Frame | None) -> Cell:
    label = evaluator.court.typed_in.get(leaf.item, "")
    return Cell(leaf.item if label and frame else "", frame, leaf.code, leaf.item, label)


class _Asked(NamedTuple):
    """The figures over groups that a leaf asks for (None: a frame does not do), and whether around 部门 or 条线."""

    calls: tuple[Call, ...] | None
    is_local: bool = False


def _asked(evaluator: Evaluator, leaf: Indicator) -> _Asked:
    if not leaf.item or leaf.code not in evaluator.plain_leaves or not isinstance(leaf.rule, Figured):
        return _Asked(None)
    calls = group_calls(leaf.rule)
    words = {group_named(call)[0] for call in calls or ()}
    return _Asked(calls, not words.isdisjoint(("部门", "条线")))


def _framed(evaluator: Evaluator, member: Member, leaf: Indicator, asked: _Asked) -> Frame | None:
    """The frame, or None where what the values are held against is a nothing: the rule says so of each person."""
    column = evaluator.columns[member.set_name][leaf.code]
    scope = LeafScope(evaluator, member, column)
    told = {id(call): scope.apply(call) for call in asked.calls or ()}
    if any(isinstance(value, Nothing) for value in told.values()):
        return None
    try:
        return Frame(column, evaluator.scheme.places, told, scope.steps, remembers=not asked.is_local)
    except Blocked:
        return None


class Shape(NamedTuple):
    """A branch with the full marks below it, and what stands below: leaves by their place among the leaves, branches."""

    branch: Indicator
    full: Decimal
    below: tuple[int | Shape, ...]


def shape_of(chosen: IndicatorSet, leaves: Sequence[Indicator]) -> Shape:
    """The tree of a set, with the leaves of this kind of period only; branches without any are left out."""
    root = Indicator("", chosen.name)
    return _shape(chosen, {leaf.code: place for place, leaf in enumerate(leaves)}, root)


def _shape(chosen: IndicatorSet, places: dict[str, int], branch: Indicator) -> Shape:
    below: list[int | Shape] = []
    full = Decimal(0)
    for each in chosen.indicators:
        if each.parent != branch.code:
            continue
        if each.rule is not None:
            below += [places[each.code]] if each.code in places else []
            full += each.full_marks or 0 if each.code in places and not each.extra else 0
            continue
        inner = _shape(chosen, places, each)
        if plain(each.name) == TOTAL and not branch.code:
            below += inner.below
        elif inner.below:
            below.append(inner)
            full += 0 if each.extra else inner.full
    return Shape(branch, full, tuple(below))
