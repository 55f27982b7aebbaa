"""版式: the headers of sheets with what was answered about them, when each was used last, and those forgotten."""

from __future__ import annotations

import json
from typing import NamedTuple

from sqlalchemy import func, select

from app.domain.entries import Origin
from app.domain.layouts import Layout, LayoutUse
from app.domain.problems import Source
from app.storage.nouns import Noun
from app.storage.session import Session
from app.storage.tables import HistoryRow, LayoutRow, LayoutUseRow, StepRow, table_of

layouts = Noun(LayoutRow, Layout)
layout_uses = Noun(LayoutUseRow, LayoutUse)

_LAYOUTS = table_of(LayoutRow)
_HISTORY = table_of(HistoryRow)
_STEPS = table_of(StepRow)


class ForgottenLayout(NamedTuple):
    """A layout as it was when it was forgotten; the origin tells who did that and when."""

    layout: Layout
    why: str


def forget_layouts(session: Session, batch: str) -> int:
    """Removes what was remembered with an import, as it is taken back; how many layouts that were."""
    query = select(_LAYOUTS.c.kind, _LAYOUTS.c.division, _LAYOUTS.c.fingerprint).where(_LAYOUTS.c.batch == int(batch))
    return layouts.remove(session, [tuple(row) for row in session.connection.execute(query)])


def forgotten_layouts(session: Session) -> tuple[ForgottenLayout, ...]:
    """What the history knows of layouts that the book has no more, the one forgotten last first."""
    newest = select(func.max(_HISTORY.c.id)).where(_HISTORY.c.noun == _LAYOUTS.name).group_by(_HISTORY.c.key)
    query = (
        select(_HISTORY.c.old, _STEPS.c.who, _STEPS.c.at, _STEPS.c.why)
        .join(_STEPS, _STEPS.c.id == _HISTORY.c.step)
        .where(_HISTORY.c.id.in_(newest), _HISTORY.c.new.is_(None))
        .order_by(_HISTORY.c.id.desc())
    )
    return tuple(_forgotten(*row) for row in session.connection.execute(query))


def _forgotten(document: str, by: str, at: str, why: str) -> ForgottenLayout:
    row = json.loads(document)
    layout = Layout(
        kind=row["kind"],
        division=row["division"],
        fingerprint=row["fingerprint"],
        headers=row["headers"],
        answers=json.loads(row["answers"]),
        origin=Origin(Source(row["file"], row["sheet"], row["cell"]), "", by, at),
    )
    return ForgottenLayout(layout, why)
