"""任职变动 by days: one person as if in post only on the days of one spell, everybody else as ever.

What is dated within the spell counts in it; a month belongs to the spell that has most of its days; what was told for
the whole period counts as it is (contract, section 4, 方案).
"""

from __future__ import annotations

from app.domain.explanation import Node
from app.domain.ledgers import Event
from app.domain.periods import Period
from app.domain.scoring.court import Court, Member, Spell
from app.domain.scoring.evaluator import Evaluator, Summed, Told


class SpellCourt(Court):
    """The court in which one person is seen on the days of one spell only."""

    def __init__(self, court: Court, whole: Member, spell: Spell) -> None:
        # Everything is shared with the court itself; what differs for the one person stands in front of it.
        self.__dict__.update(court.__dict__)
        self._oneself = whole
        self._spell = spell
        self.oneself = Member(whole.person, spell.tenure, spell.set)
        self.casework = court.casework.within(whole.staff_no, spell.days)
        self.gather(tuple(self.oneself if each is whole else each for each in court.members))

    def events(self, staff_no: str) -> list[Event]:
        """Of the person, those of the spell's days."""
        events = super().events(staff_no)
        return [each for each in events if each.day in self._spell.days] if self._is_oneself(staff_no) else events

    def counts_for(self, staff_no: str, period: Period, *, is_told: bool) -> bool:
        """Of the person, the inner periods that belong to the spell."""
        counts = super().counts_for(staff_no, period, is_told=is_told)
        return counts and (not self._is_oneself(staff_no) or self._has_most_of(period))

    def _is_oneself(self, staff_no: str) -> bool:
        return staff_no == self._oneself.staff_no

    def _has_most_of(self, period: Period) -> bool:
        """Whether the period has most of its days in the spell; equal: in the later one; no day in any: in the longest."""

        def claim(spell: Spell) -> tuple[int, object]:
            days = [day for day in spell.days if period.has_day(day)]
            return (len(days), max(days)) if days else (0, len(spell.days))

        return max(self._oneself.spells, key=claim) is self._spell


class SpellEvaluator(Evaluator):
    """An evaluation of one person in one spell; what is asked of others is asked of the evaluation of everybody."""

    def __init__(self, whole: Evaluator, court: SpellCourt) -> None:
        # The questions being answered are shared too: a circle is a circle through spells as well.
        self.__dict__.update(whole.__dict__)
        self._whole = whole
        self._staff_no = court.oneself.staff_no
        self.start(court)

    def told(self, member: Member, code: str) -> Told:
        """A data item, on the spell's days if it is the person."""
        return super().told(member, code) if self._is_oneself(member) else self._whole.told(member, code)

    def ruled(self, member: Member, code: str) -> Node:
        """A leaf before any policy."""
        return super().ruled(member, code) if self._is_oneself(member) else self._whole.ruled(member, code)

    def leaf(self, member: Member, code: str) -> Node:
        """A leaf, policies applied."""
        return super().leaf(member, code) if self._is_oneself(member) else self._whole.leaf(member, code)

    def total(self, member: Member) -> Summed:
        """A total; of the person too it is the whole one."""
        own = self._whole.court.member(member.staff_no)
        return self._whole.total(own or member)

    def _is_oneself(self, member: Member) -> bool:
        return member.person.staff_no == self._staff_no


class SpellView:
    """A person in one spell: who to ask, for whom, and how many days it has."""

    def __init__(self, whole: Evaluator, member: Member, spell: Spell) -> None:
        court = SpellCourt(whole.court, member, spell)
        self.evaluator = SpellEvaluator(whole, court)
        self.member = court.oneself
        self.days = len(spell.days)
        self.code = f"任职:{spell.set.name}"

    def renamed(self, node: Node) -> Node:
        """The node with a code of its own beside the other spells': two sets may use one code."""
        children = tuple(self.renamed(child) for child in node.children)
        return node._replace(code=f"{self.code}/{node.code}", children=children)


def spells_of(evaluator: Evaluator, member: Member) -> list[SpellView]:
    """The spells of a person, the first begun first, each seen by itself; made once."""
    return evaluator.shared_by(
        ("spells", member.staff_no), lambda: [SpellView(evaluator, member, spell) for spell in member.spells]
    )
