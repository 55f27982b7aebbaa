"""All pages of the proof, from the engine that scored and the results that the book has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.domain.facts import PersonResult, Status
from app.domain.formula.formulas import Expression
from app.domain.numbers import Exact, exact, half_up
from app.domain.periods import Kind
from app.domain.schemes import TOTAL
from app.domain.scoring.court import Member
from app.domain.scoring.evaluator import Evaluator
from app.domain.scoring.quoting import people_quoted
from app.domain.scoring.scopes import score_of
from app.domain.words import plain
from app.sheets.proof.data_page import DataPage
from app.sheets.proof.detail_page import DetailPage
from app.sheets.proof.overview import overview
from app.sheets.proof.pages import Content, Living, Page, Unsayable, cell_of
from app.sheets.proof.set_page import SetPage

_NOTED = 40


class Proof:
    """What the pages share: the engine, who stands where, and what had to be copied."""

    def __init__(self, evaluator: Evaluator, results: Sequence[PersonResult]) -> None:
        self.evaluator = evaluator
        self.copied: list[str] = []
        self._results = {each.staff_no: each for each in results}
        found = [evaluator.court.member(each.staff_no) for each in results]
        members = [member for member in found if member is not None]
        self._by_set: dict[str, list[Member]] = {}
        for member in members:
            if member.is_evaluated and member.set is not None:
                self._by_set.setdefault(member.set_name, []).append(member)
        self.details = DetailPage(self)
        self.data = DataPage(self, members)
        self.sets: dict[str, SetPage] = {}
        for chosen in evaluator.scheme.sets:
            if self._by_set.get(chosen.name):
                self.sets[chosen.name] = SetPage(self, chosen, self._by_set[chosen.name])

    def note(self, what: str) -> None:
        """Remember that a figure was copied."""
        self.copied.append(what)

    def result(self, member: Member) -> PersonResult:
        """What the book has of a person."""
        return self._results[member.staff_no]

    def members_of(self, set_name: str) -> Sequence[Member]:
        """The people of a set who have rows."""
        return self._by_set.get(set_name, ())

    def half_up(self, figure: Exact) -> Exact:
        """Rounded to the scheme's 小数位."""
        return exact(half_up(figure, self.evaluator.scheme.places))

    def score_of(self, member: Member, code: str) -> str:
        """The cell of a person's score. Raises Unsayable where there is none here."""
        page = self.sets.get(member.set_name)
        if page is None:
            raise Unsayable("no page")
        return page.total_ref(member) if plain(code) == TOTAL else page.score_ref(member, code)

    def living_score(self, member: Member, code: str) -> Content:
        """The same as content of a cell; copied where it has no cell."""
        try:
            return Living(self.score_of(member, code))
        except Unsayable:
            score = score_of(self.evaluator, member, code)
            return cell_of(score)  # type: ignore[arg-type]

    def quoted_people(
        self, member: Member, people: Expression | None, what: str, set_name: str
    ) -> list[tuple[Member, int]]:
        """Whose scores a leaf takes over, without those who have none."""
        found = people_quoted(self.evaluator, member, people, set_name)
        return [
            (other, weight) for other, weight in found if not isinstance(score_of(self.evaluator, other, what), tuple)
        ]

    def inner_totals(self, member: Member, kind: Kind) -> list[Decimal | str]:
        """A person's totals of the periods inside; a word where there is none."""
        court = self.evaluator.court
        told: list[Decimal | str] = []
        for period in court.period.inner(kind):
            result = court.facts.inner.get(period, {}).get(member.staff_no)
            if result is None or result.status is Status.NOT_EVALUATED:
                told.append("未参加")
            else:
                told.append("待补" if result.total is None else result.total)
        return told

    def waits(self, member: Member, kind: Kind) -> bool:
        """Whether one of the periods inside is not computed or incomplete (contract, section 4.1, 7)."""
        court = self.evaluator.court
        inner = court.period.inner(kind)
        missing = [each for each in inner if each not in court.facts.inner and court.has_posting(member.staff_no, each)]
        return bool(missing) or "待补" in self.inner_totals(member, kind)


def build_proof(evaluator: Evaluator, results: Sequence[PersonResult]) -> tuple[Page, ...]:
    """复算, one page for each indicator set, 复算数据, 复算明细."""
    proof = Proof(evaluator, results)
    for page in proof.sets.values():
        page.fill()
    front = overview(evaluator.scheme, results, _totals(proof), proof.copied[:_NOTED], len(proof.copied))
    return (front, *(page.page for page in proof.sets.values()), proof.data.page, proof.details.page)


def _totals(proof: Proof) -> Mapping[str, str]:
    """The cell of everybody's total, by staff number."""
    return {member.staff_no: page.total_ref(member) for page in proof.sets.values() for member in page.members}
