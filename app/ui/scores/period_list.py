"""The periods that one can choose: how they are written, and which comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n import translate
from app.ui.moments import moment_text

if TYPE_CHECKING:
    from app.services import overview


def period_text(row: overview.PeriodRow) -> str:
    """A period in the list, with what is the matter with it."""
    if row.sealed:
        return translate("Scores", "{period}（已封存）").format(period=row.title)
    if not row.computed:
        return translate("Scores", "{period}（未计算）").format(period=row.title)
    if row.stale:
        return translate("Scores", "{period}（数据有变）").format(period=row.title)
    return row.title


def subtitle(row: overview.PeriodRow) -> str:
    """When it was computed and under which scheme."""
    if not row.computed:
        return ""
    return translate("Scores", "{scheme} · 计算于 {moment}").format(
        scheme=row.scheme, moment=moment_text(row.computed_at)
    )


def first_choice(rows: tuple[overview.PeriodRow, ...]) -> int:
    """The period to show at first: the computed one that ends last, of several the longest; else the first listed."""
    computed = [place for place, row in enumerate(rows) if row.computed]
    if not computed:
        return 0
    return max(computed, key=lambda place: (rows[place].period.last_day, rows[place].period.kind))
