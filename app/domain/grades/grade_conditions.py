"""前提 of a grade: a formula over the person and the grades of the periods inside (contract, sections 4 and 4.1, 8)."""

from __future__ import annotations

from decimal import Decimal

from app.domain.facts import InnerResult
from app.domain.formula.formulas import Call, Formula, Literal, Named, Reference
from app.domain.formula.values import Nothing, Value, truth_of
from app.domain.numbers import exact
from app.domain.periods import Kind, Period
from app.domain.rules.leaf import Faulty
from app.domain.scoring.court import Member, posting_field
from app.domain.scoring.evaluator import Evaluator
from app.domain.scoring.scopes import PersonScope
from app.domain.words import plain

_COUNTS = {"月数": Kind.MONTH, "季度数": Kind.QUARTER, "半年数": Kind.HALF}
_NO_GRADES = ("不进行考核", "不确定等次")


def condition_bar(
    evaluator: Evaluator, member: Member, condition: Formula, total: Decimal
) -> tuple[str, tuple[str, ...]]:
    """Why the condition bars the grade (empty: it does not), and what must be said about it."""
    scope = _GradeScope(evaluator, member, condition, total)
    try:
        truth = truth_of(condition.value(scope))
    except Faulty as fault:
        return f"前提“{condition.text}”无法判断：{fault}", scope.notes()
    if isinstance(truth, Nothing):
        return f"前提“{condition.text}”无法判断：{truth.reason or truth.state.word}", scope.notes()
    return ("" if truth else f"不符合前提“{condition.text}”"), scope.notes()


class _GradeScope(PersonScope):
    """The person's figures, the posting, the total, and the grades of the inner periods."""

    def __init__(self, evaluator: Evaluator, member: Member, condition: Formula, total: Decimal) -> None:
        super().__init__(evaluator, member)
        self._total = total
        named = (part.reference.key for part in condition.walk() if isinstance(part, Named))
        self._kind = next((_COUNTS[key] for key in named if key in _COUNTS), Kind.QUARTER)
        self._undecided: list[Period] = []

    def look_up(self, reference: Reference) -> Value:
        """Posting fields, 总分, 月数, 季度数, 半年数, and all that other formulas know."""
        if reference.kind == "field":
            return posting_field(self.member.posting, self.member.set_name, reference.key)
        if reference.key in _COUNTS:
            return len(self._grades(_COUNTS[reference.key]))
        return exact(self._total) if reference.key == "总分" else super().look_up(reference)

    def apply(self, call: Call) -> Value:
        """次数("好", …): inner periods with one of these grades."""
        if call.function != "次数":
            return super().apply(call)
        wanted = {plain(str(each.content)) for each in call.arguments if isinstance(each, Literal)}
        return sum(1 for result in self._grades(self._kind) if plain(result.grade) in wanted)

    def notes(self) -> tuple[str, ...]:
        """Which inner periods counted with a grade that is only proposed."""
        if not self._undecided:
            return ()
        names = "、".join(period.title for period in dict.fromkeys(self._undecided))
        return (f"{names}尚未评定，按建议等次计",)

    def _grades(self, kind: Kind) -> list[InnerResult]:
        found = []
        for period in self.evaluator.court.period.inner(kind):
            result = self.evaluator.court.facts.inner.get(period, {}).get(self.member.staff_no)
            if result is None or not result.grade or result.grade in _NO_GRADES:
                continue
            found.append(result)
            if not result.decided:
                self._undecided.append(period)
        return found
