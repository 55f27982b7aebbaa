"""任现职时间: since when somebody has been in the present division and post."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.domain.roster import Posting


def in_post_since(this: Posting, postings: Iterable[Posting]) -> date | None:
    """The day from which on the person is in this division and post without a break; None where the roster does not tell."""
    start = this.start
    same = (each for each in postings if (each.division, each.post) == (this.division, this.post))
    for each in sorted(same, key=lambda posting: posting.start or date.min, reverse=True):
        if start is None:
            break
        follows = each.end is not None and each.end >= start - timedelta(days=1)
        if follows and (each.start is None or each.start < start):
            start = each.start
    return start
