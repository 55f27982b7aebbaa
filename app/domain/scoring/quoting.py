"""引用得分: whose scores a leaf takes over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.domain.entries import State
from app.domain.facts import Status
from app.domain.formula.formulas import Call, Expression, Reference
from app.domain.formula.values import Nothing, Value, truth_of
from app.domain.rules.leaf import Blocked, QuotedScore
from app.domain.scoring.court import Member, posting_field
from app.domain.scoring.evaluator import Evaluator
from app.domain.scoring.scopes import score_of
from app.domain.words import plain

_ASSISTING = ("法官助理", "书记员")
_JUDGING = "承办人"


class _OtherPerson:
    """A condition over another person, beside oneself."""

    def __init__(self, other: Member, oneself: Member) -> None:
        self._other = other
        self._oneself = oneself

    def look_up(self, reference: Reference) -> Value:
        theirs, own = self._other.posting, self._oneself.posting
        if reference.key == "同部门":
            return plain(theirs.division) == plain(own.division)
        if reference.key == "同条线":
            return plain(theirs.line) == plain(own.line)
        return posting_field(theirs, self._other.set_name, reference.key)

    def apply(self, call: Call) -> Value:
        raise KeyError(call.function)


def quoted_scores(
    evaluator: Evaluator, member: Member, people: Expression | None, what: str, set_name: str
) -> tuple[QuotedScore, ...]:
    """Name, score and weight of everybody who fits; a person without the score stays out.

    Raises Blocked where one of them is incomplete, or where the case list that tells the judges served is missing.
    """
    weights = people_quoted(evaluator, member, people, set_name)
    scores = []
    waiting = []
    for other, weight in weights:
        score = score_of(evaluator, other, what)
        if not isinstance(score, Nothing):
            assert not isinstance(score, str)
            scores.append(QuotedScore(other.person.name, score, weight))
        elif score.state is State.EMPTY:
            waiting.append(other.person.name)
    if waiting:
        raise Blocked(Nothing(State.EMPTY, f"{'、'.join(waiting)}的{what}尚不完整"))
    return tuple(scores)


def people_quoted(
    evaluator: Evaluator, member: Member, people: Expression | None, set_name: str
) -> list[tuple[Member, int]]:
    """Whose scores are quoted, and how often each counts; ``people`` None: 协助的法官. Raises as ``quoted_scores``."""
    return _judges_assisted(evaluator, member, set_name) if people is None else _fitting(evaluator, member, people)


def _fitting(evaluator: Evaluator, member: Member, people: Expression) -> list[tuple[Member, int]]:
    fitting = []
    for other in evaluator.court.members:
        if other is member or other.status is Status.NOT_EVALUATED:
            continue
        truth = truth_of(people.value(_OtherPerson(other, member)))
        if not isinstance(truth, Nothing) and truth:
            fitting.append((other, 1))
    return fitting


def _judges_assisted(evaluator: Evaluator, member: Member, set_name: str) -> list[tuple[Member, int]]:
    """The 承办人 of the cases in which the person assists, as often as there are such cases."""
    court = evaluator.court
    if not court.is_covered(""):
        raise Blocked(Nothing(State.EMPTY, f"{court.period.title}的案件清单未报"))
    served: Counter[str] = Counter()
    for case, roles in court.casework.of(member.staff_no):
        if any(role in _ASSISTING for role in roles):
            served.update(set(case.roles.get(_JUDGING, ())))
    return list(_of_set(evaluator, member, served, set_name))


def _of_set(evaluator: Evaluator, oneself: Member, served: Counter[str], set_name: str) -> Iterable[tuple[Member, int]]:
    for member in evaluator.court.members:
        counts = served[member.staff_no] and member is not oneself and member.is_evaluated
        if counts and plain(member.set_name) == plain(set_name):
            yield member, served[member.staff_no]
