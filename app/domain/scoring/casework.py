"""案件: coefficients, role factors and the points of each case (contract, section 4, 案件系数)."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from app.domain.cases import ROLES, Case, Ruling
from app.domain.formula.formulas import Call, Expression, Named, Reference, walk
from app.domain.formula.values import Nothing, Value, truth_of
from app.domain.formula.vocabulary import ROLE
from app.domain.numbers import Exact, exact
from app.domain.periods import Period
from app.domain.rules.leaf import Faulty
from app.domain.schemes import Scheme
from app.domain.words import plain, without_bracket


class Coefficient(NamedTuple):
    """A case's factor and where it comes from; ``matched`` False: nothing fits, counts 0 until someone rules."""

    value: Exact
    reason: str
    matched: bool = True


class CaseRole(NamedTuple):
    """A case and the role in it, as a condition inside 件数(…) sees it: a Scope over the case's fields."""

    case: Case
    role: str

    def look_up(self, reference: Reference) -> Value:
        """The field's text; ``角色`` is the role; a field that the list does not have is empty."""
        return self.role if reference.key == ROLE else field_of(self.case, reference.key)

    def apply(self, call: Call) -> Value:
        """No function here needs the case."""
        raise KeyError(call.function)


class Casework:
    """The closed cases of one period, with their coefficients worked out once."""

    def __init__(self, scheme: Scheme, period: Period, cases: Iterable[Case], rulings: Iterable[Ruling]) -> None:
        self._scheme = scheme
        self._rulings = {ruling.number: ruling for ruling in rulings}
        self._coefficients: dict[str, Coefficient] = {}
        self._conditions: dict[int, _Condition] = {}
        self.by_person: dict[str, list[tuple[Case, tuple[str, ...]]]] = {}
        first, last = period.first_day, period.last_day
        self.cases = sorted((case for case in cases if first <= case.closed <= last), key=_case_order)
        for case in self.cases:
            for staff_no in dict.fromkeys(person for people in case.roles.values() for person in people):
                self.by_person.setdefault(staff_no, []).append((case, case.roles_of(staff_no)))

    def within(self, staff_no: str, days: frozenset[date]) -> Casework:
        """The same cases, but of one person only those that were closed on these days."""
        kept = copy(self)
        kept.by_person = {
            **self.by_person,
            staff_no: [(case, roles) for case, roles in self.of(staff_no) if case.closed in days],
        }
        return kept

    def of(self, staff_no: str) -> list[tuple[Case, tuple[str, ...]]]:
        """The cases in which the person has any role, with these roles."""
        return self.by_person.get(staff_no, [])

    def admitted(self, staff_no: str, condition: Expression | None) -> Iterable[tuple[Case, tuple[str, ...]]]:
        """Each case of the person with those of the person's roles that the condition admits, if any."""
        if condition is None:
            yield from self.of(staff_no)
            return
        known = self._conditions.get(id(condition))
        if known is None:
            known = self._conditions[id(condition)] = _Condition(condition)
        for case, own in self.of(staff_no):
            roles = tuple([role for role in own if known.holds(case, role)])
            if roles:
                yield case, roles

    def coefficient(self, case: Case) -> Coefficient:
        """The ruling's factor, else the case's own, else the first row that fits in 次序."""
        found = self._coefficients.get(case.number)
        if found is None:
            found = self._coefficients[case.number] = self._work_out(case)
        return found

    def unmatched(self) -> list[Case]:
        """The cases that no coefficient fits, if the scheme weighs cases at all."""
        return [case for case in self.cases if not self.coefficient(case).matched]

    def best_role(self, roles: tuple[str, ...]) -> tuple[str, Exact]:
        """The role with the highest factor. Raises Faulty where the scheme has role factors, but not for one of these."""
        factors = self._scheme.role_factors
        if not factors:
            return roles[0], 1
        for role in roles:
            if role not in factors:
                raise Faulty(f"方案的案件系数没有角色“{role}”的系数")
        best = max(roles, key=lambda role: factors[role])
        return best, factors[best]

    def _work_out(self, case: Case) -> Coefficient:
        ruling = self._rulings.get(case.number)
        if ruling is not None:
            return Coefficient(exact(ruling.factor), f"个案认定：{ruling.reason}")
        if case.own_factor is not None:
            return Coefficient(exact(case.own_factor), f"个案系数：{case.own_reason}")
        if not self._scheme.factors:
            return Coefficient(1, "未设案件系数")
        for factor in self._scheme.factors:
            if all(
                _fits(field_of(case, name), pattern)
                for name, pattern in zip(factor.fields, factor.patterns, strict=True)
            ):
                return Coefficient(factor.value, factor.text)
        return Coefficient(0, "未匹配", matched=False)


class _Condition:
    """A condition over cases, worked out once for each combination of what it asks: thousands of cases have few."""

    def __init__(self, condition: Expression) -> None:
        self._condition = condition
        named = {part.reference.key for part in walk(condition) if isinstance(part, Named)}
        self._fields = sorted(named - {ROLE})
        self._known: dict[tuple[str, ...], bool] = {}

    def holds(self, case: Case, role: str) -> bool:
        """Whether it admits the role in the case; a nothing admits no one."""
        asked = (role, *[field_of(case, name) for name in self._fields])
        known = self._known.get(asked)
        if known is None:
            truth = truth_of(self._condition.value(CaseRole(case, role)))
            known = self._known[asked] = not isinstance(truth, Nothing) and truth
        return known


def field_of(case: Case, name: str) -> str:
    """A case's column by its name, written any way; empty where the list has none such."""
    told = case.fields.get(name)
    if told is not None:
        return told
    wanted = without_bracket(name)
    key = _by_name(tuple(case.fields)).get(wanted)
    return case.fields[key] if key is not None else _own_field(case, wanted)


@lru_cache(maxsize=1000)
def _by_name(headers: tuple[str, ...]) -> dict[str, str]:
    """The headers by their plain names: a list has the same ones in every case."""
    return {without_bracket(header): header for header in reversed(headers)}


def _own_field(case: Case, name: str) -> str:
    """What a case knows of itself beside its further columns."""
    if name in ROLES:
        return "、".join(case.roles.get(name, ()))
    told = {
        "案号": case.number,
        "立案日期": case.filed,
        "结案日期": case.closed,
        "个案系数": case.own_factor,
        "系数说明": case.own_reason,
    }.get(name)
    return "" if told is None else str(told)


def _case_order(case: Case) -> tuple[str, str]:
    return case.closed.isoformat(), case.number


def _fits(told: str, pattern: str) -> bool:
    text, wanted = plain(told), plain(pattern)
    return text.startswith(wanted[:-1]) if wanted.endswith("*") else text == wanted
