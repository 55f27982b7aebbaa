"""How periods end: publications, notices, seals, reopenings."""

from __future__ import annotations

from app.domain.closing import Notice, Publication, Reopening, Seal
from app.domain.periods import Period
from app.storage.evaluations import newest_issue
from app.storage.nouns import Noun
from app.storage.session import Session
from app.storage.tables import NoticeRow, PublicationRow, ReopeningRow, SealRow

publications = Noun(PublicationRow, Publication)
notices = Noun(NoticeRow, Notice)
seals = Noun(SealRow, Seal)
reopenings = Noun(ReopeningRow, Reopening)


def current_seal(session: Session, period: Period) -> Seal | None:
    """The seal of a period's newest issue, or None where that is open."""
    return issue_seal(session, period, newest_issue(session, period) or 0)


def issue_seal(session: Session, period: Period, issue: int) -> Seal | None:
    """The seal of one issue, or None."""
    return next(iter(seals.read(session, period=period, issue=issue)), None)


def sealed_periods(session: Session) -> dict[Period, Seal]:
    """Every period whose newest issue is sealed, with that seal."""
    newest = {each.period: each for each in sorted(seals.read(session), key=lambda each: (each.period, each.issue))}
    return {period: seal for period, seal in newest.items() if newest_issue(session, period) == seal.issue}


def publication_of(session: Session, period: Period, issue: int) -> Publication | None:
    """The newest publication of an issue, withdrawn or not."""
    told = publications.read(session, period=period, issue=issue)
    return max(told, key=lambda each: each.ordinal, default=None)
