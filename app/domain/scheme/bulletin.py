"""Sheet 通报 of a scheme: which lists a bulletin has, and who is on each (contract, section 4, 通报)."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.formula.values import Type
from app.domain.formula.vocabulary import bulletin_vocabulary
from app.domain.scheme.references import KnownNames, formula_faults
from app.domain.scheme.rows import Reading
from app.domain.schemes import ListRule


def read_lists(reading: Reading, items: Iterable[tuple[str, str, Type]], known: KnownNames) -> tuple[ListRule, ...]:
    """The rows in the sheet's order; faults are gathered in ``reading``."""
    vocabulary = bulletin_vocabulary(items)
    rules = []
    for row in reading.rows("通报"):
        name = reading.required(row, "名单")
        reading.required(row, "条件")
        condition = reading.formula(row, "条件", vocabulary, Type.TRUTH)
        for code, values in formula_faults(condition, known, None) if condition else ():
            reading.fault(row, "条件", code, **values)
        kinds = reading.kinds(row, "周期")
        if name and condition is not None:
            rules.append(ListRule(name, condition, kinds, row.text("说明").strip()))
    return tuple(rules)
