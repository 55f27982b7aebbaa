"""What an item counts and for what: the notes on a template, from 说明, 分值 and 依据条款 of the scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.domain.numbers import Exact, Ratio
from app.domain.rules.direct import Direct
from app.domain.rules.grades import Words
from app.domain.schemes import DataItem, Indicator, IndicatorSet, ItemKind, Scheme
from app.sheets.template_sheet import TemplateColumn
from app.sheets.writing import ColumnKind

_MOST_USES = 4


def item_column(item: DataItem, sets: Iterable[IndicatorSet], *, note: bool = True) -> TemplateColumn:
    """The column of an item, with the words or bounds that the indicators of these sets set."""
    leaves = tuple(leaves_of(item, sets))
    unit = f"（{item.unit}）" if item.unit else ""
    return TemplateColumn(
        f"{item.name}{unit}",
        ColumnKind.TEXT if item.kind is ItemKind.WORD else ColumnKind.NUMBER,
        choices=_words(leaves),
        bounds=_bounds(item, leaves),
        prompt=item_note(item, leaves) if note else "",
    )


def leaves_of(item: DataItem, sets: Iterable[IndicatorSet]) -> Iterator[Indicator]:
    """The indicators that are scored from an item or reckon with it."""
    for each in sets:
        for leaf in each.indicators:
            if leaf.rule is None:
                continue
            named = (name for formula in leaf.rule.formulas() for name in formula.references("item"))
            if item.code == leaf.item or item.code in named:
                yield leaf


def users_of(item: DataItem, scheme: Scheme, sets: tuple[IndicatorSet, ...]) -> tuple[Indicator, ...]:
    """The indicators that an item goes into, also by way of 公式 items."""
    direct = tuple(leaves_of(item, sets))
    if direct:
        return direct
    by_way = (each for each in scheme.items if each.formula and item.code in each.formula.references("item"))
    return tuple(leaf for each in by_way for leaf in leaves_of(each, sets))


def item_note(item: DataItem, leaves: Iterable[Indicator]) -> str:
    """What to count and what it is for: ``承办案件数。用于“办案数量”（60分，第五条）。``; empty where nothing is told."""
    uses = tuple(dict.fromkeys(_use(leaf) for leaf in leaves))
    more = f"等{len(uses)}项" if len(uses) > _MOST_USES else ""
    parts = [item.note.rstrip("。；;.")] if item.note else []
    parts += [f"用于{'、'.join(uses[:_MOST_USES])}{more}"] if uses else []
    return "".join(f"{part}。" for part in parts)


def _use(leaf: Indicator) -> str:
    marks = f"{leaf.full_marks:f}分" if leaf.full_marks is not None else "加减分" if leaf.extra else ""
    told = "，".join(part for part in (marks, leaf.clause) if part)
    return f"“{leaf.name}”（{told}）" if told else f"“{leaf.name}”"


def _words(leaves: Iterable[Indicator]) -> tuple[str, ...]:
    rules = (leaf.rule for leaf in leaves)
    return tuple(dict.fromkeys(word for rule in rules if isinstance(rule, Words) for word, _ in rule.points))


def _bounds(item: DataItem, leaves: Iterable[Indicator]) -> tuple[Decimal, Decimal] | None:
    """The least and greatest mark, where all indicators set the same."""
    if item.kind is not ItemKind.MARK:
        return None
    told = {
        leaf.rule.bounds(None if leaf.full_marks is None else Ratio(leaf.full_marks))
        for leaf in leaves
        if isinstance(leaf.rule, Direct) and leaf.item == item.code
    }
    bounds = told.pop() if len(told) == 1 else None
    if bounds is None or bounds[1] is None:
        return None
    low, high = _decimal(bounds[0]), _decimal(bounds[1])
    return None if low is None or high is None else (low, high)


def _decimal(figure: Exact) -> Decimal | None:
    """The figure as a decimal, or None where it does not end."""
    made = Decimal(int(Ratio(figure).numerator)) / Decimal(int(Ratio(figure).denominator))
    return made if Ratio(made) == figure else None
