"""测评: ballots about people; who gave them is never asked."""

from __future__ import annotations

from app.domain.entries import Origin
from app.domain.problems import Problem
from app.domain.ratings import Ballot
from app.services.staging.checks import Checks
from app.services.staging.holdings import Desk
from app.services.staging.merging import merged
from app.services.staging.records import Outline
from app.sheets.drafts import BallotDraft, SheetReading


def stage_ratings(reading: SheetReading, desk: Desk) -> Outline:
    """What a 测评 sheet would change."""
    problems: list[Problem] = []
    told: list[Ballot] = []
    checks = Checks(desk.holdings)
    for draft in reading.records:
        if not isinstance(draft, BallotDraft):
            continue
        match = desk.holdings.directory.match(draft.person, draft.period, reading.division)
        if match.problem is not None:
            problems.append(match.problem)
            continue
        source = draft.sources.get("mark") or draft.sources.get("word") or draft.person.source
        origin = Origin(source)
        ballot = Ballot(match.staff_no, draft.period, draft.group, draft.mark, draft.word, draft.ticket, origin=origin)
        problems += checks.ballot(ballot, draft)
        told.append(ballot)
    held = {
        key: ballot
        for year in {ballot.period.year for ballot in told}
        for key, ballot in desk.holdings.in_year(Ballot, year).items()
    }
    return merged(told, held, problems)
