"""版式: the headers of sheets with what was answered about them."""

from __future__ import annotations

from sqlalchemy import select

from app.domain.layouts import Layout
from app.storage.nouns import Noun
from app.storage.session import Session
from app.storage.tables import LayoutRow, table_of

layouts = Noun(LayoutRow, Layout)

_LAYOUTS = table_of(LayoutRow)


def forget_layouts(session: Session, batch: str) -> int:
    """Removes what was remembered with an import, as it is taken back; how many layouts that were."""
    query = select(_LAYOUTS.c.kind, _LAYOUTS.c.division, _LAYOUTS.c.fingerprint).where(_LAYOUTS.c.batch == int(batch))
    return layouts.remove(session, [tuple(row) for row in session.connection.execute(query)])
