"""较上期: what changed in a person's score since another period, part by part."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.explanation import Node, figure_text
from app.domain.facts import PersonResult


@dataclass(frozen=True, slots=True)
class PartChange:
    """One part of the total in both periods; None where it has no score there."""

    code: str
    name: str
    old_value: str
    new_value: str
    old_score: Decimal | None
    new_score: Decimal | None

    @property
    def change(self) -> Decimal | None:
        """Points gained or lost, where both are there."""
        if self.old_score is None or self.new_score is None:
            return None
        return self.new_score - self.old_score


def part_changes(old: PersonResult, new: PersonResult) -> tuple[PartChange, ...]:
    """The parts whose score or value differs, the greatest change first; parts on one side only stand at the end."""
    before = {node.code: node for node in old.tree.parts()}
    after = {node.code: node for node in new.tree.parts()}
    changes = [_change(code, before.get(code), after.get(code)) for code in dict.fromkeys((*after, *before))]
    differing = [each for each in changes if each.old_score != each.new_score or each.old_value != each.new_value]
    return tuple(sorted(differing, key=lambda each: (each.change is None, -abs(each.change or Decimal(0)))))


def _change(code: str, old: Node | None, new: Node | None) -> PartChange:
    node = new or old
    assert node is not None
    return PartChange(
        code, node.label, _value(old), _value(new), old.score if old else None, new.score if new else None
    )


def _value(node: Node | None) -> str:
    if node is None:
        return ""
    return figure_text(node.value) if node.value is not None else node.state.word
