"""Sheet 指标: leaves with their rules, branches, and the sums that must hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from app.domain.formula.parsing import Vocabulary
from app.domain.formula.values import Type
from app.domain.formula.vocabulary import PEOPLE, scoring_vocabulary
from app.domain.periods import Kind
from app.domain.problems import Problem, Source
from app.domain.rules import RULES, Parameters, Quoted, Rule, Veto
from app.domain.rules.completion import Completion
from app.domain.rules.counted import Deduction
from app.domain.rules.events import Events
from app.domain.rules.grades import Words
from app.domain.rules.ratings import Ratings
from app.domain.rules.standards import Interval, Standard
from app.domain.rules.steps import Steps
from app.domain.scheme.references import Fault, KnownNames, formula_faults
from app.domain.scheme.rows import Reading
from app.domain.schemes import TOTAL, DataItem, Indicator, IndicatorSet, ItemKind, Policy, SchemeRow
from app.domain.words import plain, without_bracket

FULL_MARKS = Decimal(100)
_NEED_MARKS = (Completion, Standard, Interval, Deduction, Ratings)
_ITEM_KINDS: dict[type[Rule], tuple[ItemKind, ...]] = {
    Events: (ItemKind.LEDGER,),
    Ratings: (ItemKind.RATING,),
    Words: (ItemKind.WORD,),
}
_FIGURES = tuple(kind for kind in ItemKind if kind is not ItemKind.WORD)


class _Row:
    """One row of sheet 指标 and what was made of it."""

    def __init__(self, row: SchemeRow, indicator: Indicator, set_name: str) -> None:
        self.row = row
        self.is_readable = indicator.rule is not None or not row.text("计分方式").strip()
        self.indicator = indicator
        self.set_name = set_name


def read_indicators(
    reading: Reading, sets: tuple[IndicatorSet, ...], items: tuple[DataItem, ...]
) -> tuple[IndicatorSet, ...]:
    """The sets with their indicators; faults are gathered in ``reading``."""
    words = [(each.code, each.name, Type.TEXT if each.kind is ItemKind.WORD else Type.NUMBER) for each in items]
    vocabulary = scoring_vocabulary(words)
    known = {plain(each.name): each.name for each in sets}
    by_set: dict[str, list[_Row]] = defaultdict(list)
    if not reading.rows("指标"):
        source = Source(reading.text.file, "指标")
        reading.problems.append(Problem("scheme-sheet-missing", source, values={"sheet": "指标"}))
    for row in reading.rows("指标"):
        told = reading.required(row, "指标组")
        name = known.get(plain(told))
        if told and name is None:
            reading.fault(row, "指标组", "scheme-unknown-set", known="、".join(known.values()))
        indicator = _indicator(reading, row, vocabulary, items)
        if name is not None:
            by_set[name].append(_Row(row, indicator, name))
    names = KnownNames(known, {plain(name): _codes(by_set[name]) for name in known.values()})
    for rows in by_set.values():
        _check_references(reading, rows, names)
    return tuple(_complete(reading, each, by_set[each.name]) for each in sets)


def known_names(sets: tuple[IndicatorSet, ...]) -> KnownNames:
    """The names that formulas may use, from the sets as they were read."""
    codes = {plain(each.name): frozenset(plain(leaf.code) for leaf in each.indicators) | {TOTAL} for each in sets}
    return KnownNames({plain(each.name): each.name for each in sets}, codes)


def _codes(rows: list[_Row]) -> frozenset[str]:
    return frozenset(plain(each.indicator.code) for each in rows) | {TOTAL}


def _indicator(reading: Reading, row: SchemeRow, vocabulary: Vocabulary, items: tuple[DataItem, ...]) -> Indicator:
    method = row.text("计分方式").strip()
    rule = _rule(reading, row, method, vocabulary) if method else None
    veto = isinstance(rule, Veto)
    marks = reading.decimal(row, "分值")
    missing = reading.word(row, "缺数据", Policy, Policy.WAIT) or Policy.WAIT
    not_applicable = reading.word(row, "不适用", Policy, Policy.SPREAD) or Policy.SPREAD
    if not_applicable is Policy.WAIT:
        reading.fault(row, "不适用", "scheme-unknown-word", allowed="摊分、满分、均分、零分")
    indicator = Indicator(
        code=reading.required(row, "编码"),
        name=reading.required(row, "名称"),
        parent=row.text("上级").strip(),
        full_marks=None if veto else marks,
        rule=rule,
        item=_item_code(reading, row, items, rule) if rule else "",
        kinds=reading.kinds(row, "周期"),
        missing=missing,
        not_applicable=not_applicable,
        extra=reading.yes(row, "加减分") or veto,
        clause=row.text("依据条款").strip(),
        note=row.text("说明").strip(),
        source=row.source("编码", reading.text.file),
    )
    if rule is not None:
        _check_marks(reading, row, indicator)
        _check_own_names(reading, row, indicator, rule)
    return indicator


def _rule(reading: Reading, row: SchemeRow, method: str, vocabulary: Vocabulary) -> Rule | None:
    found = next((rule for name, rule in RULES.items() if plain(name) == plain(method)), None)
    if found is None:
        reading.fault(row, "计分方式", "scheme-unknown-word", allowed="、".join(RULES))
        return None
    parameters = Parameters(row.text("参数"), vocabulary, PEOPLE)
    rule = found.read(parameters)
    parameters.finish()
    for error in parameters.faults:
        reading.fault(row, "参数", error.code, **{"method": method, **error.values})
    return rule


def _item_code(reading: Reading, row: SchemeRow, items: tuple[DataItem, ...], rule: Rule) -> str:
    told = plain(row.text("数据项"))
    if not told:
        if rule.needs_item:
            reading.fault(row, "数据项", "scheme-item-needed", method=rule.method)
        return ""
    item = next((each for each in items if told in (plain(each.code), plain(each.name))), None)
    if item is None:
        without_unit = [each for each in items if without_bracket(each.name) == told]
        item = without_unit[0] if len(without_unit) == 1 else None
    if item is None:
        reading.fault(row, "数据项", "scheme-unknown-item")
        return ""
    allowed = _ITEM_KINDS.get(type(rule), _FIGURES if rule.needs_item else tuple(ItemKind))
    if item.kind not in allowed:
        wanted = "、".join(allowed)
        reading.fault(row, "数据项", "scheme-item-kind", method=rule.method, wanted=wanted, kind=item.kind.value)
    return item.code


def _check_marks(reading: Reading, row: SchemeRow, indicator: Indicator) -> None:
    rule = indicator.rule
    if isinstance(rule, Veto):
        return
    if indicator.full_marks is None and not row.text("分值").strip():
        needs = isinstance(rule, _NEED_MARKS) or (isinstance(rule, Steps) and rule.start is None)
        if not indicator.extra or needs:
            reading.fault(row, "分值", "scheme-marks-needed", method=row.text("计分方式"))
        if Policy.FULL in (indicator.missing, indicator.not_applicable):
            reading.fault(row, "分值", "scheme-full-needs-marks")
    if indicator.full_marks is not None and indicator.full_marks < 0:
        reading.fault(row, "分值", "scheme-negative")


def _check_own_names(reading: Reading, row: SchemeRow, indicator: Indicator, rule: Rule) -> None:
    """值 asks for a data item, 分值 for full marks."""
    used = {name for formula in rule.formulas() for name in formula.references("own")}
    if "值" in used and not row.text("数据项").strip():
        reading.fault(row, "数据项", "scheme-item-needed", method=rule.method)
    if "分值" in used and indicator.full_marks is None and not row.text("分值").strip():
        reading.fault(row, "分值", "scheme-marks-needed", method=rule.method)


def _check_references(reading: Reading, rows: list[_Row], known: KnownNames) -> None:
    """Ranges, indicator sets and 得分 codes that formulas name."""
    for each in rows:
        rule = each.indicator.rule
        if rule is None:
            continue
        faults = [fault for formula in rule.formulas() for fault in formula_faults(formula, known, [each.set_name])]
        faults += _quoted_faults(rule, known) if isinstance(rule, Quoted) else ()
        for code, values in faults:
            reading.fault(each.row, "参数", code, **{"method": rule.method, **values})


def _quoted_faults(rule: Quoted, known: KnownNames) -> Iterable[Fault]:
    """取 of a set that 对象 names, or of any set where it names none."""
    if rule.people is None and plain(rule.set_name) not in known.sets:
        yield "parameter-unknown-set", {"found": rule.set_name, "known": known.listed}
        return
    if rule.people is not None:
        yield from formula_faults(rule.people, known, None)
    if plain(rule.what) not in known.codes_of([rule.set_name] if rule.people is None else None):
        yield "scheme-unknown-indicator", {"found": rule.what}


def _complete(reading: Reading, chosen: IndicatorSet, rows: list[_Row]) -> IndicatorSet:
    """The set with its indicators and its 总分, after the checks that need all of them."""
    reading.unique([(each.row, each.indicator.code) for each in rows], "编码")
    _name_parents_by_code(rows)
    _check_parents(reading, rows)
    total = FULL_MARKS
    for each in rows:
        is_total = plain(each.indicator.name) == TOTAL and not each.indicator.parent and each.indicator.rule is None
        if is_total and each.indicator.full_marks is not None:
            total = each.indicator.full_marks
    leaves = [each for each in rows if each.indicator.rule is not None and not each.indicator.extra]
    is_readable = all(each.is_readable for each in rows)
    for kind, members in _by_kind(leaves).items() if is_readable else ():
        told = sum((each.indicator.full_marks or Decimal(0) for each in members), Decimal(0))
        if told != total:
            values = {
                "set": chosen.name,
                "kind": kind.word if kind else "各",
                "total": f"{total:f}",
                "sum": f"{told:f}",
            }
            reading.problems.append(Problem("scheme-sum", chosen.source, f"{told:f}", values))
    if is_readable:
        _check_branches(reading, rows, chosen)
    if not rows:
        reading.problems.append(Problem("scheme-set-empty", chosen.source, chosen.name, {"set": chosen.name}))
    codes = {plain(each.indicator.code): each.indicator.code for each in rows}
    indicators = tuple(
        replace(each.indicator, parent=codes.get(plain(each.indicator.parent), ""))
        if each.indicator.parent
        else each.indicator
        for each in rows
    )
    return replace(chosen, indicators=indicators, total=total)


def _name_parents_by_code(rows: list[_Row]) -> None:
    """上级 may be told by name where only one branch has it."""
    codes = {plain(each.indicator.code) for each in rows}
    branches = [each.indicator for each in rows if each.indicator.rule is None]
    names = Counter(plain(each.name) for each in branches)
    by_name = {plain(each.name): each.code for each in branches}
    for each in rows:
        told = plain(each.indicator.parent)
        if told not in codes and names[told] == 1:
            each.indicator = replace(each.indicator, parent=by_name[told])


def _by_kind(leaves: list[_Row]) -> dict[Kind | None, list[_Row]]:
    """The leaves that count in each kind of period that some leaf names; all of them where none names any."""
    named = sorted({kind for each in leaves for kind in each.indicator.kinds})
    if not named:
        return {None: leaves} if leaves else {}
    return {kind: [each for each in leaves if each.indicator.counts_in(kind)] for kind in named}


def _check_parents(reading: Reading, rows: list[_Row]) -> None:
    by_code = {plain(each.indicator.code): each for each in rows}
    for each in rows:
        seen = {plain(each.indicator.code)}
        above = plain(each.indicator.parent)
        while above:
            parent = by_code.get(above)
            if parent is None:
                reading.fault(each.row, "上级", "scheme-unknown-parent", set=each.set_name)
            elif parent.indicator.rule is not None:
                reading.fault(each.row, "上级", "scheme-parent-is-leaf")
            elif above in seen:
                reading.fault(each.row, "上级", "scheme-parent-circle")
            else:
                seen.add(above)
                above = plain(parent.indicator.parent)
                continue
            break


def _check_branches(reading: Reading, rows: list[_Row], chosen: IndicatorSet) -> None:
    """A branch's 分值, if told, is the sum of the full-mark leaves below it, in one kind of period at least."""
    children: dict[str, list[_Row]] = defaultdict(list)
    for each in rows:
        children[plain(each.indicator.parent)].append(each)
    for each in rows:
        branch = each.indicator
        if branch.rule is not None or plain(branch.name) == TOTAL:
            continue
        if not children[plain(branch.code)]:
            reading.fault(each.row, "计分方式", "scheme-branch-empty")
            continue
        if branch.full_marks is None:
            continue
        leaves = [leaf for leaf in _below(each, children) if not leaf.indicator.extra]
        kinds = [leaves, *_by_kind(leaves).values()]
        sums = {sum((leaf.indicator.full_marks or Decimal(0) for leaf in some), Decimal(0)) for some in kinds}
        if branch.full_marks not in sums:
            told = "、".join(sorted(f"{each:f}" for each in sums))
            reading.fault(each.row, "分值", "scheme-branch-sum", set=chosen.name, sum=told)


def _below(row: _Row, children: dict[str, list[_Row]], depth: int = 0) -> list[_Row]:
    if depth > 20:
        return []
    below = []
    for child in children[plain(row.indicator.code)]:
        below += [child] if child.indicator.rule is not None else _below(child, children, depth + 1)
    return below
