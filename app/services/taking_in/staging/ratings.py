"""测评: ballots about people; who gave them is never asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from app.domain.entries import Origin
from app.domain.problems import Problem, Source
from app.domain.ratings import Ballot
from app.services.taking_in.staging.checks import Checks
from app.services.taking_in.staging.holdings import Desk
from app.services.taking_in.staging.merging import merged
from app.services.taking_in.staging.rated_items import RatedItems
from app.services.taking_in.staging.raters import raters_told
from app.services.taking_in.staging.records import Outline
from app.sheets.drafts import BallotDraft, SheetReading


def stage_ratings(reading: SheetReading, desk: Desk) -> Outline:
    """What a 测评 sheet would change."""
    problems: list[Problem] = []
    told: list[Ballot] = []
    numbered: set[tuple[str, ...]] = set()
    checks, items = Checks(desk.holdings), RatedItems(reading, desk)
    for draft in reading.records:
        if not isinstance(draft, BallotDraft):
            continue
        match = desk.holdings.directory.match(draft.person, draft.period, reading.division)
        if match.problem is not None:
            problems.append(match.problem)
        if not match.staff_no:
            continue
        source = draft.sources.get("mark") or draft.sources.get("word") or draft.person.source
        origin = Origin(source)
        ballot = Ballot(match.staff_no, draft.period, draft.group, draft.mark, draft.word, draft.ticket, origin=origin)
        ballot = replace(ballot, item=items.item_of(ballot, draft))
        problems += checks.ballot(ballot, draft)
        told.append(ballot)
        if "ticket" in draft.sources:
            numbered.add(ballot.key)
    held = {
        key: ballot
        for year in {ballot.period.year for ballot in told}
        for key, ballot in desk.holdings.in_year(Ballot, year).items()
    }
    problems += raters_told(told, numbered, reading, desk)
    problems += items.problems()
    if not desk.replace:
        problems += _from_elsewhere(told, numbered, held, reading, desk)
    return merged(told, held, problems)


def _from_elsewhere(
    told: Iterable[Ballot],
    numbered: Collection[tuple[str, ...]],
    held: Mapping[tuple[str, ...], Ballot],
    reading: SheetReading,
    desk: Desk,
) -> Iterator[Problem]:
    """Ballots without 票号 that meet others of another file: the same ones again, or more of them? Nobody can tell."""
    met = [
        old
        for ballot in told
        if ballot.key not in numbered and (old := held.get(ballot.key)) is not None and old != ballot
    ]
    files = dict.fromkeys(old.origin.source.file for old in met if old.origin.source.file != desk.file)
    if files:
        values = {"count": str(len(met)), "files": "、".join(files)}
        yield Problem("ballots-from-elsewhere", Source(desk.file, reading.sheet), values=values, question=True)
