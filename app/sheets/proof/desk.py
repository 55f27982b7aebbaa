"""What the pages ask of one another, so that none needs to know how another is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from app.domain.facts import PersonResult
from app.domain.formula.formulas import Call, Expression
from app.domain.numbers import Exact
from app.domain.periods import Kind
from app.domain.rules.events import Counted
from app.domain.schemes import DataItem
from app.domain.scoring.court import Member
from app.domain.scoring.evaluator import Evaluator
from app.domain.scoring.scopes import PersonScope
from app.sheets.proof.pages import Content


class Detail(NamedTuple):
    """One row of 复算明细: what it is about, and up to three factors whose product is its figure."""

    subject: str
    factors: tuple[Content, Content, Content]


class Speaker(Protocol):
    """Whoever tells one person's formulas."""

    @property
    def member(self) -> Member:
        """The person."""
        ...

    @property
    def scope(self) -> PersonScope:
        """What evaluates the formulas."""
        ...

    @property
    def asks_own_value(self) -> bool:
        """Whether 值 is known here."""
        ...

    def text(self, part: Expression) -> str:
        """A part of a formula. Raises Unsayable."""
        ...

    def beside(self, member: Member, own_value: str) -> Speaker:
        """The same for another person."""
        ...


class Data(Protocol):
    """复算数据: the cells of people's figures. Everything raises Unsayable where there is no such cell."""

    def item(self, member: Member, code: str) -> str:
        """The cell of a data item of a person."""
        ...

    def in_post(self, member: Member, name: str) -> str:
        """The cell of 在岗月数 or 在岗比例."""
        ...

    def conditions(self, member: Member, word: str, set_name: str, group: Sequence[Member]) -> list[tuple[str, str]]:
        """Columns and what they must say for the people of a range."""
        ...

    def over(self, part: Expression, translator: Speaker, set_name: str, *, for_places: bool) -> str:
        """The column with a part of a formula for everybody of an indicator set."""
        ...

    def places(self, code: str, set_name: str) -> str:
        """The column of a data item rounded so that equal figures are equal."""
        ...

    def place(self, member: Member, conditions: Sequence[tuple[str, str]], column: str, *, high_first: bool) -> str:
        """One more than there are better figures in a column."""
        ...


class Details(Protocol):
    """复算明细: sums over cases, events and the like. Everything raises Unsayable where there are too many rows."""

    def cases(self, member: Member, call: Call) -> str:
        """The sum over the cases that 件数(…) or 折算(…) counts."""
        ...

    def events(self, member: Member, item: DataItem) -> str:
        """The sum over the events that a 台账 item counts."""
        ...

    def points(self, member: Member, use: str, counted: Sequence[Counted]) -> str:
        """The sum of events' points."""
        ...

    def block(self, member: Member, use: str, rows: Iterable[Detail]) -> tuple[str, str]:
        """The sum of these rows' figures, and where their last factors stand."""
        ...


class Proof(Protocol):
    """The engine, who stands where, and what had to be copied."""

    @property
    def evaluator(self) -> Evaluator:
        """The engine with the facts of the period."""
        ...

    @property
    def data(self) -> Data:
        """复算数据."""
        ...

    @property
    def details(self) -> Details:
        """复算明细."""
        ...

    def note(self, what: str) -> None:
        """Remember that a figure was copied."""
        ...

    def result(self, member: Member) -> PersonResult:
        """What the book has of a person."""
        ...

    def members_of(self, set_name: str) -> Sequence[Member]:
        """The people of a set who have rows."""
        ...

    def half_up(self, figure: Exact) -> Exact:
        """Rounded to the scheme's 小数位."""
        ...

    def score_of(self, member: Member, code: str) -> str:
        """The cell of a person's score. Raises Unsayable where there is none here."""
        ...

    def living_score(self, member: Member, code: str) -> Content:
        """The same as content of a cell; copied where it has no cell."""
        ...

    def quoted_people(
        self, member: Member, people: Expression | None, what: str, set_name: str
    ) -> list[tuple[Member, int]]:
        """Whose scores a leaf takes over, without those who have none."""
        ...

    def inner_totals(self, member: Member, kind: Kind) -> list[Decimal | str]:
        """A person's totals of the periods inside; a word where there is none."""
        ...

    def waits(self, member: Member, kind: Kind) -> bool:
        """Whether one of the periods inside is not computed or incomplete."""
        ...
