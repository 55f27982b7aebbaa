"""计分方式: the ways to give points, one short file each, one registry (contract, section 4, table 计分方式).

A rule is read once from the 参数 of the scheme workbook, then scores any number of leaves. It gets a Leaf (the person's
figures) and gives an Outcome: the exact score before rounding and the steps that led there, or why there is none.
"""

from __future__ import annotations

from app.domain.rules.bands import Bands
from app.domain.rules.completion import Completion
from app.domain.rules.counted import Bonus, Deduction
from app.domain.rules.direct import Direct
from app.domain.rules.events import Events
from app.domain.rules.figured import Figured
from app.domain.rules.formula import Free
from app.domain.rules.grades import Words
from app.domain.rules.leaf import Blocked, Leaf, Outcome, Rule
from app.domain.rules.parameters import Parameters
from app.domain.rules.places import Places
from app.domain.rules.quoted import Quoted
from app.domain.rules.ratings import Ratings
from app.domain.rules.standards import Interval, Standard
from app.domain.rules.steps import Steps
from app.domain.rules.veto import Veto

RULES: dict[str, type[Rule]] = {
    rule.method: rule
    for rule in (
        Direct, Completion, Steps, Standard, Interval, Bands, Deduction, Bonus, Events, Places, Words, Ratings, Quoted,
        Free, Veto,
    )
}  # fmt: skip
"""Every 计分方式 by its name."""

__all__ = ["RULES", "Blocked", "Figured", "Leaf", "Outcome", "Parameters", "Quoted", "Rule", "Veto"]
