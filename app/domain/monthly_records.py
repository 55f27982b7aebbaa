"""月纪实: what a person did in a month, the own assessment, the head's comment and mark.

The mark stands here and nowhere else: the data item that it feeds (setting 月度评分数据项) is read from here, so there is
no second truth. Source: 每月纪实和分析 of a high court's 全员绩效考核 of 2024; own assessment first, then the head, as in a
court's measure with months, half-years and a year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.entries import Entry, Origin, State
from app.domain.periods import Period
from app.domain.schemes import DataItem, ItemKind, Scheme
from app.domain.words import plain

FED = frozenset({ItemKind.MARK, ItemKind.NUMBER})
"""The kinds of data items that a mark may feed: 评分 for a month itself, 数值 where 汇总 makes a quarter of months."""


@dataclass(frozen=True, slots=True)
class MonthlyRecord:
    """One person's record of one month; an empty text or None is what nobody told yet."""

    staff_no: str
    month: Period
    work: str = ""
    self_assessment: str = ""
    comment: str = ""
    mark: Decimal | None = None
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.staff_no, self.month.code)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told at all."""
        return not (self.work or self.self_assessment or self.comment) and self.mark is None


def fed_item(scheme: Scheme) -> DataItem | None:
    """The data item that the head's mark feeds: named by code or name in 月度评分数据项; None where there is none such."""
    wanted = plain(str(scheme.setting("月度评分数据项")))
    fitting = (each for each in scheme.items if wanted in (plain(each.name), plain(each.code)) and each.kind in FED)
    return next(fitting, None)


def with_marks(scheme: Scheme, entries: Iterable[Entry], records: Iterable[MonthlyRecord]) -> Iterable[Entry]:
    """The entries, and for every mark one of the item that it feeds; a mark goes before an entry typed in beside it."""
    marked = {each.key: each for each in records if each.mark is not None}
    item = fed_item(scheme) if marked else None
    if item is None:
        return entries
    others = [each for each in entries if each.item != item.code or (each.staff_no, each.period.code) not in marked]
    fed = (
        Entry(each.staff_no, item.code, each.month, State.VALUE, each.mark, origin=each.origin)
        for each in marked.values()
    )
    return (*others, *fed)
