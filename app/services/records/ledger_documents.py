"""台账 as JSON values (contract, section 2, ledger)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from app.domain.ledgers import Evidence, Standing
from app.services.records.ledgers import EventLine


def ledger_document(lines: Iterable[EventLine]) -> dict[str, Any]:
    """The events, and how many of them still wait."""
    told = tuple(lines)
    return {
        "events": [event_document(line) for line in told],
        "waiting": sum(line.standing is Standing.WAITING for line in told),
    }


def event_document(line: EventLine) -> dict[str, Any]:
    """One event."""
    event, source = line.event, line.event.origin.source
    return {
        "number": line.number,
        "ledger": event.ledger,
        "day": event.day.isoformat(),
        "staff_no": event.staff_no,
        "name": line.name,
        "division": line.division,
        "subject": event.subject,
        "level": event.level,
        "points": _figure(event.points),
        "count": _figure(event.count),
        "basis": event.basis,
        "result_key": event.result_key,
        "note": event.note,
        "standing": line.standing.value,
        "needs_confirmation": line.asked,
        "refused_because": event.refused or None,
        "told_by": line.told_by,
        "told_at": line.told_at,
        "settled_by": line.settled_by or None,
        "settled_at": line.settled_at or None,
        "source": {**source._asdict(), "batch": event.origin.batch or None},
        "evidence": [evidence_document(each) for each in line.evidence],
    }


def evidence_document(told: Evidence, line: EventLine | None = None) -> dict[str, Any]:
    """One attached file; with its event where that is told."""
    document: dict[str, Any] = {
        "name": told.name,
        "size": told.size,
        "sha256": told.digest,
        "note": told.note,
        "staff_no": told.staff_no,
        "ledger": told.ledger,
        "day": told.day.isoformat(),
        "subject": told.subject,
        "attached_by": told.origin.by,
        "attached_at": told.origin.at,
    }
    if line is not None:
        document |= {"number": line.number, "standing": line.standing.value}
    return document


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
