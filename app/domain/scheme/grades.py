"""Sheet 等次: the grades of each pool, their quotas and conditions; and whether a 等次上限 names one of them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from app.domain.formula.parsing import Vocabulary
from app.domain.formula.values import Type
from app.domain.formula.vocabulary import grade_vocabulary
from app.domain.periods import Kind
from app.domain.rules import Veto
from app.domain.scheme.indicators import known_names
from app.domain.scheme.references import formula_faults
from app.domain.scheme.rows import Reading
from app.domain.schemes import GradeRow, Indicator, IndicatorSet, Scheme, SchemeRow
from app.domain.words import plain

ROUNDINGS = ("舍去", "四舍五入", "进一")


def read_grades(
    reading: Reading, sets: tuple[IndicatorSet, ...], items: Iterable[tuple[str, str, Type]]
) -> tuple[GradeRow, ...]:
    """The rows, best grade first; faults are gathered in ``reading``."""
    vocabulary = grade_vocabulary(items)
    known = known_names(sets)
    told: list[tuple[SchemeRow, GradeRow]] = []
    for row in reading.rows("等次"):
        grades = _row(reading, row, sets, vocabulary)
        told += [(row, grade) for grade in grades]
        condition = grades[0].condition if grades else None
        members = [each.name for each in sets if grades and each.pool == grades[0].pool]
        for code, values in formula_faults(condition, known, members or None) if condition else ():
            reading.fault(row, "前提", code, **values)
    _check_twice(reading, told)
    _check_minimums(reading, told)
    return tuple(grade for _, grade in told)


def check_grades(reading: Reading, scheme: Scheme) -> None:
    """A 等次上限 must be a grade of the pool; where only another kind of period knows it, that is told."""
    vetoes = {(each.name, leaf.code): leaf for each in scheme.sets for leaf in each.indicators}
    for row in reading.rows("指标"):
        chosen = next((each for each in scheme.sets if plain(each.name) == plain(row.text("指标组"))), None)
        leaf = vetoes.get((chosen.name, row.text("编码").strip())) if chosen else None
        if chosen is not None and leaf is not None and isinstance(leaf.rule, Veto) and leaf.rule.grade_limit:
            _check_limit(reading, row, leaf, [each for each in scheme.grades if each.pool == chosen.pool])


def _check_limit(reading: Reading, row: SchemeRow, leaf: Indicator, grades: list[GradeRow]) -> None:
    assert isinstance(leaf.rule, Veto)
    limit = leaf.rule.grade_limit
    words: dict[Kind, list[str]] = {}
    for grade in grades:
        words.setdefault(grade.kind, []).append(grade.grade)
    lacking = [kind for kind, told in words.items() if plain(limit) not in map(plain, told)]
    if words and len(lacking) == len(words):
        known = "、".join(dict.fromkeys(grade.grade for grade in grades))
        reading.fault(row, "参数", "scheme-unknown-grade", found=limit, known=known)
        return
    for kind in lacking:
        if leaf.counts_in(kind):
            reading.warn(row, "参数", "scheme-grade-of-other-kind", found=limit, kind=kind.word)


def _row(
    reading: Reading, row: SchemeRow, sets: tuple[IndicatorSet, ...], vocabulary: Vocabulary
) -> tuple[GradeRow, ...]:
    pools = {plain(each.pool): each.pool for each in sets}
    pool, grade = reading.required(row, "等次池"), reading.required(row, "等次")
    if pool and plain(pool) not in pools:
        reading.warn(row, "等次池", "scheme-pool-unused")
    kinds = reading.kinds(row, "周期")
    if not row.text("周期").strip():
        reading.fault(row, "周期", "scheme-cell-empty")
    rounding, at_least_one = _rounding(reading, row)
    condition = reading.formula(row, "前提", vocabulary, Type.TRUTH)
    minimum, share = reading.decimal(row, "最低分"), reading.share(row, "比例上限")
    return tuple(
        GradeRow(
            pool=pools.get(plain(pool), pool),
            kind=kind,
            grade=grade,
            minimum=minimum,
            share=share,
            share_text=row.text("比例上限").strip(),
            rounding=rounding,
            at_least_one=at_least_one,
            condition=condition,
        )
        for kind in sorted(kinds)
    )


def _check_twice(reading: Reading, told: list[tuple[SchemeRow, GradeRow]]) -> None:
    seen: dict[tuple[str, Kind, str], SchemeRow] = {}
    for row, grade in told:
        first = seen.setdefault((grade.pool, grade.kind, plain(grade.grade)), row)
        if first is not row:
            reading.fault(row, "等次", "scheme-twice", first=first.addresses.get("等次", ""))


def _check_minimums(reading: Reading, told: list[tuple[SchemeRow, GradeRow]]) -> None:
    """Best grade first: a minimum above that of a better grade can never be reached."""
    last: dict[tuple[str, Kind], Decimal] = {}
    for row, grade in told:
        if grade.minimum is None:
            continue
        above = last.get((grade.pool, grade.kind))
        if above is not None and grade.minimum > above:
            values = {"pool": grade.pool, "grade": grade.grade, "kind": grade.kind.word}
            reading.fault(row, "最低分", "scheme-grades-order", **values)
        last[grade.pool, grade.kind] = grade.minimum


def _rounding(reading: Reading, row: SchemeRow) -> tuple[str, bool]:
    told = plain(row.text("取整"))
    at_least_one = "至少1" in told or "至少一" in told
    rest = told.replace("至少1", "").replace("至少一", "").strip(",;+")
    found = next((word for word in ROUNDINGS if plain(word) == rest), "舍去" if not rest else "")
    if not found:
        reading.fault(row, "取整", "scheme-unknown-word", allowed="舍去、四舍五入、进一，可加“至少1”")
    return found or "舍去", at_least_one
