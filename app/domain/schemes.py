"""方案: one 实施办法 with its indicator sets, exactly as its workbook tells it (contract, section 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from app.domain.formula.formulas import Formula
from app.domain.numbers import Ratio
from app.domain.periods import Kind
from app.domain.problems import Source
from app.domain.rules import Rule
from app.domain.scheme_settings import FURTHER, SettingValue


class SchemeRow(NamedTuple):
    """One row of a scheme sheet: canonical column → text, and column → cell. Percent cells come as ``40%``."""

    cells: dict[str, str]
    addresses: dict[str, str]
    sheet: str

    def text(self, column: str) -> str:
        """What stands in a column, or an empty text."""
        return self.cells.get(column, "")

    def source(self, column: str, file: str = "") -> Source:
        """Where it stands."""
        return Source(file, self.sheet, self.addresses.get(column, ""))


class SchemeText(NamedTuple):
    """A scheme workbook as read: sheet name → rows. What the book stores; a Scheme is built from it anew each time."""

    file: str
    sheets: dict[str, tuple[SchemeRow, ...]]

    def to_document(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "file": self.file,
            "sheets": {
                name: [{"cells": row.cells, "addresses": row.addresses} for row in rows]
                for name, rows in self.sheets.items()
            },
        }

    @classmethod
    def from_document(cls, document: dict[str, Any]) -> SchemeText:
        """The text that ``to_document`` wrote."""
        return cls(
            document["file"],
            {
                name: tuple(SchemeRow(row["cells"], row["addresses"], name) for row in rows)
                for name, rows in document["sheets"].items()
            },
        )


UNRANKED = "不排名"
"""The 排名范围 of people whose totals are for analysis only: nobody has a place among them."""
TOTAL = "总分"
"""The row of sheet 指标 that tells another sum than 100, and the code by which 取 and 得分 speak of a total."""


class ItemKind(StrEnum):
    """类型 of a data item."""

    NUMBER = "数值"
    MARK = "评分"
    WORD = "等次"
    LEDGER = "台账"
    CASES = "案件"
    RATING = "测评"
    FORMULA = "公式"

    # An enum's own hash is Python code, and every look-up among the kinds asks for it.
    __hash__ = str.__hash__


TYPED_IN = frozenset({ItemKind.NUMBER, ItemKind.MARK, ItemKind.WORD})
"""The kinds that come by 数据 sheets; all others are counted or computed."""


class Gathering(StrEnum):
    """汇总: how months make a longer period."""

    SUM = "求和"
    MEAN = "平均"
    LAST = "末值"
    MAX = "最大"


class Policy(StrEnum):
    """What a leaf does about a nothing (columns 缺数据 and 不适用)."""

    WAIT = "待补"
    ZERO = "零分"
    FULL = "满分"
    MEAN = "均分"
    SPREAD = "摊分"


_COUNTED = frozenset(
    ("件", "人", "人次", "名", "个", "次", "篇", "份", "起", "项", "宗", "案", "卷", "场", "条", "户", "期", "本", "批", "部", "次数", "件数", "人数")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DataItem:
    """数据项. ``formula`` is the 算式: a condition over events or an expression, by kind."""

    code: str
    name: str
    kind: ItemKind
    gathering: Gathering | None = None
    unit: str = ""
    department: str = ""
    formula: Formula | None = None
    note: str = ""

    @property
    def is_percent(self) -> bool:
        """Whether a cell shown as 98 % counts as 98 (contract, section 4.1, 6)."""
        return self.unit in ("%", "％", "百分比")

    @property
    def is_count(self) -> bool:
        """Whether the unit is of things counted one by one (件, 人次, 篇): they are in no percentage and never below zero."""
        return self.unit.strip().lstrip("十百千万亿") in _COUNTED


@dataclass(frozen=True, slots=True)
class Indicator:
    """指标: a leaf (with a rule) or a branch (without). ``kinds`` empty: in every period."""

    code: str
    name: str
    parent: str = ""
    full_marks: Decimal | None = None
    rule: Rule | None = None
    item: str = ""
    kinds: frozenset[Kind] = frozenset()
    missing: Policy = Policy.WAIT
    not_applicable: Policy = Policy.SPREAD
    extra: bool = False
    clause: str = ""
    note: str = ""
    source: Source = Source()

    def counts_in(self, kind: Kind) -> bool:
        """Whether it is scored in periods of that kind."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True)
class IndicatorSet:
    """指标组 with its tree in the sheet's order; ``total`` is the 总分."""

    name: str
    condition: Formula | None
    ranking_scope: str
    pool: str
    indicators: tuple[Indicator, ...]
    total: Decimal = Decimal(100)
    source: Source = Source()

    @property
    def is_ranked(self) -> bool:
        """Whether its people have places."""
        return self.ranking_scope != UNRANKED

    def leaves(self, kind: Kind) -> tuple[Indicator, ...]:
        """The leaves scored in periods of a kind, in the sheet's order."""
        return tuple(each for each in self.indicators if each.rule is not None and each.counts_in(kind))


@dataclass(frozen=True, slots=True)
class Factor:
    """One row of 案件系数: joined fields, one pattern for each, the factor; rows come in 次序."""

    fields: tuple[str, ...]
    patterns: tuple[str, ...]
    value: Ratio | int
    text: str


@dataclass(frozen=True, slots=True)
class Component:
    """One row of 周期: what a longer period's total is made of; ``inner`` None is 本期."""

    kind: Kind
    inner: Kind | None
    weight: Ratio
    weight_text: str


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One row of 等次, best first. ``share`` None: no quota."""

    pool: str
    kind: Kind
    grade: str
    minimum: Decimal | None
    share: Ratio | None
    share_text: str
    rounding: str
    at_least_one: bool
    condition: Formula | None


@dataclass(frozen=True, slots=True)
class Participation:
    """One row of 参加考核: whoever meets the condition is not evaluated, or has no grade determined."""

    state: str
    code: str
    condition: Formula


@dataclass(frozen=True, slots=True)
class ListRule:
    """One row of 通报: whoever meets the condition is on the list ``name``. ``kinds`` empty: in every bulletin."""

    name: str
    condition: Formula
    kinds: frozenset[Kind] = frozenset()
    note: str = ""

    def counts_in(self, kind: Kind) -> bool:
        """Whether bulletins of that kind of period have it."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True)
class Scheme:
    """A checked scheme. Made by ``schemes_check.build_scheme`` only; immutable."""

    name: str
    year: int
    version: str
    basis: str = ""
    places: int = 2
    case_points: Ratio | int = 1
    public_days: int | None = None
    confirms_events: bool = False
    off_duty_kinds: frozenset[str] = frozenset()
    sets: tuple[IndicatorSet, ...] = ()
    items: tuple[DataItem, ...] = ()
    factors: tuple[Factor, ...] = ()
    role_factors: dict[str, Ratio | int] = field(default_factory=dict)
    components: tuple[Component, ...] = ()
    grades: tuple[GradeRow, ...] = ()
    settings: Mapping[str, SettingValue] = field(default_factory=dict)
    participation: tuple[Participation, ...] = ()
    lists: tuple[ListRule, ...] = ()

    def setting(self, name: str) -> Any:
        """The value of a further 项目, of the type that its kind has: as told, or else its default. KeyError for no such."""
        return self.settings.get(name, FURTHER[name].default)

    def item(self, code: str) -> DataItem | None:
        """The data item with this code, or None."""
        return next((each for each in self.items if each.code == code), None)

    def set_named(self, name: str) -> IndicatorSet | None:
        """The indicator set with this name, or None."""
        return next((each for each in self.sets if each.name == name), None)

    def composition(self, kind: Kind) -> tuple[Component, ...]:
        """How a total of that kind is made; nothing told: 本期 100 %."""
        told = tuple(each for each in self.components if each.kind is kind)
        return told or (Component(kind, None, Ratio(1), "100%"),)

    def grades_of(self, pool: str, kind: Kind) -> tuple[GradeRow, ...]:
        """The grades of a pool for that kind of period, best first."""
        return tuple(each for each in self.grades if each.pool == pool and each.kind is kind)
