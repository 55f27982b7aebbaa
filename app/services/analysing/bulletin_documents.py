"""通报 as JSON values (contract, section 5, bulletin)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.domain.analysis.bulletin import Bulletin, Line, Means, NamedList, PartyPart, SetPart


def bulletin_document(told: Bulletin) -> dict[str, Any]:
    """The bulletin as JSON values, decimals as texts."""
    return {
        "court": told.court,
        "period": told.period.code,
        "issue": told.issue,
        "sealed": bool(told.seal),
        "seal": told.seal or None,
        "state": told.state,
        "scheme": told.scheme,
        "scheme_version": told.scheme_version,
        "computed_on": told.computed_on.isoformat(),
        "made_on": told.made_on.isoformat(),
        "stale": told.stale,
        "masked": told.masked,
        "undecided": told.undecided,
        "sets": [_set(told, part) for part in told.sets],
        "lists": [_list(told, each) for each in told.lists],
        "has_list_rules": told.has_list_rules,
        "party": None if told.party is None else _party(told.party),
    }


def _set(told: Bulletin, part: SetPart) -> dict[str, Any]:
    return {
        "set": part.name,
        "ranked": part.ranked,
        "indicators": [
            {
                "code": each.code,
                "name": each.label,
                "full_marks": _text(each.full_marks),
                "kind": each.kind,
                "branch": each.branch or None,
            }
            for each in part.measures
        ],
        "court_mean": _means(part.court),
        "division_means": {division: _means(means) for division, means in part.divisions.items()},
        "persons": [_person(told, line) for line in part.lines],
    }


def _means(means: Mapping[str, Means]) -> dict[str, Any]:
    return {
        code: {"value": _text(each.value), "score": _text(each.score), "people": each.people}
        for code, each in means.items()
    }


def _person(told: Bulletin, line: Line) -> dict[str, Any]:
    return {
        "staff_no": None if told.masked else line.staff_no,
        "name": line.name,
        "division": line.division,
        "status": line.status.value,
        "total": _text(line.total),
        "rank": line.rank,
        "pool_size": line.pool_size,
        "grade": line.grade or None,
        "grade_decided": line.decided,
        "inner_grades": list(line.inner_grades),
        "indicators": {
            code: {"value": each.value or None, "score": _text(each.score), "word": each.word or None}
            for code, each in line.figures.items()
        },
    }


def _list(told: Bulletin, people: NamedList) -> dict[str, Any]:
    return {
        "name": people.name,
        "unclear": people.unclear,
        "persons": [
            {
                "staff_no": None if told.masked else each.staff_no,
                "name": each.name,
                "division": each.division,
                "set": each.set_name,
                "reasons": list(each.reasons),
            }
            for each in people.people
        ],
    }


def _party(party: PartyPart) -> dict[str, Any]:
    return {
        "title": party.title,
        "divisions": [
            {"division": each.division, "people": each.people, "events": each.events, "mean": _text(each.mean)}
            for each in party.divisions
        ],
        "events": [
            {
                "day": each.day.isoformat(),
                "staff_no": each.staff_no,
                "name": each.name,
                "division": each.division,
                "subject": each.subject,
                "points": _text(each.points),
            }
            for each in party.events
        ],
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
