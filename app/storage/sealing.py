"""What a seal covers: every input, rule, figure and decision of one issue of a period, each part under a hash of its own.

The written form is number 1 for ever: its columns stand here by name, so that a later program with more columns finds the
same hashes. The inputs of an issue that was opened again are read from the history, as they stood when it was sealed.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import select

from app.domain.closing import Seal
from app.domain.periods import Kind, Period, covered_by
from app.domain.schemes import SchemeText
from app.storage.conditions import in_year
from app.storage.schemes import scheme_digest
from app.storage.session import Session
from app.storage.tables import (
    DecisionRow,
    EvaluationRow,
    PublicationRow,
    ResultRow,
    SchemeRow,
    SealRow,
    table_of,
)
from app.storage.types import json_text, period_of

FORM = 1
"""The number of the written form below."""

_COLUMNS: dict[str, str] = {
    "entries": "staff_no, item, period, state, number, word, note",
    "ballots": 'staff_no, period, "group", ticket, item, mark, word',
    "monthly_records": "staff_no, month, mark",
    "cases": "number, closed, roles, fields, filed, own_factor, own_reason",
    "rulings": "number, factor, reason, document",
    "events": "ledger, day, staff_no, subject, result_key, ordinal, level, points, count, basis, note, confirmed, refused",
    "postings": "staff_no, start, end, division, category, line, indicator_set, post, rank, judge_grade, establishment",
    "absences": "staff_no, kind, start, end",
}
SPANS = frozenset({"postings", "absences"})
_OPTIONAL = frozenset({"refused", "item"})
"""Columns that rows of older schemas do not have in their history; they count as empty."""

INPUTS = (*_COLUMNS, "coverage")
"""The parts that people tell; the others are rules, results, and what was decided upon them."""
OUTPUTS = ("inner", "scheme", "evaluation", "results", "decisions", "publications")
PARTS = (*INPUTS, *OUTPUTS)


def seal_parts(
    session: Session, period: Period, issue: int, *, seal: Seal | None = None, step: int = 0
) -> dict[str, str]:
    """The hash of every part of an issue as the book has it; ``step``: its inputs as they stood after that step."""
    parts = {part: part_digest(session, part, period, step=step) for part in INPUTS}
    return parts | {part: _OUTPUTS[part](session, period, issue, seal) for part in OUTPUTS}


def whole_digest(period: Period, issue: int, engine_version: str, parts: dict[str, str]) -> str:
    """The hash of a seal: over its parts and what they are the parts of."""
    return _digest([[FORM, period.code, issue, engine_version, sorted(parts.items())]])


def part_digest(session: Session, part: str, period: Period, *, step: int = 0) -> str:
    """The hash of one kind of inputs of a period."""
    if part == "coverage":
        return _digest(_coverage(session, period, step))
    where, values = _within(part, period, step)
    rows, columns = _rows(part, step), _columns(part, period)
    query = f"SELECT json_array({columns}) FROM {rows} WHERE {where} ORDER BY 1"
    return _digest_of(session.connection.exec_driver_sql(query, values).scalars())


def _digest(rows: Iterable[Any]) -> str:
    return _digest_of(map(json_text, rows))


def _digest_of(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def _rows(noun: str, step: int) -> str:
    """The rows of a noun as SQL: those of the table, or as the history tells them after a step."""
    if not step:
        return noun
    fields = ", ".join(_told(name.strip().strip('"')) for name in _COLUMNS.get(noun, "ledger, period").split(","))
    newest = f"SELECT max(id) FROM history WHERE noun = '{noun}' AND step <= {int(step)} GROUP BY key"
    return f"(SELECT {fields} FROM history WHERE id IN ({newest}) AND new IS NOT NULL)"


def _told(name: str) -> str:
    told = f"new ->> '$.{name}'"
    return f"coalesce({told}, '') AS \"{name}\"" if name in _OPTIONAL else f'{told} AS "{name}"'


def _columns(noun: str, period: Period) -> str:
    """The columns of a noun; a span counts for its days inside the period only, so that it may end later."""
    columns = _COLUMNS[noun]
    if noun not in SPANS:
        return columns
    first, last = period.first_day.isoformat(), period.last_day.isoformat()
    clipped = {
        "start": f"max(start, '{first}')",
        "end": f"min(CASE \"end\" WHEN '' THEN '{last}' ELSE \"end\" END, '{last}')",
    }
    return ", ".join(clipped.get(name.strip(), name.strip()) for name in columns.split(","))


def _within(noun: str, period: Period, step: int) -> tuple[str, tuple[str, ...]]:
    first, last = period.first_day.isoformat(), period.last_day.isoformat()
    if noun in ("entries", "ballots", "monthly_records"):
        codes = tuple(each.code for kind in Kind for each in period.inner(kind))
        # Nothing is computed from the texts of a monthly record.
        column = "mark IS NOT NULL AND month" if noun == "monthly_records" else "period"
        return f"{column} IN ({', '.join('?' for _ in codes)})", codes
    if noun in SPANS:
        return 'start <= ? AND ("end" = \'\' OR "end" >= ?)', (last, first)
    if noun == "rulings":
        return f"number IN (SELECT number FROM {_rows('cases', step)} WHERE closed BETWEEN ? AND ?)", (first, last)
    return f"{'closed' if noun == 'cases' else 'day'} BETWEEN ? AND ?", (first, last)


def _coverage(session: Session, period: Period, step: int) -> list[list[str]]:
    """Which ledgers were looked into for the period, and for each period inside it."""
    query = f"SELECT ledger, period FROM {_rows('coverage', step)} WHERE period BETWEEN ? AND ?"
    bounds = (f"{period.year:04d}", f"{period.year:04d}~")
    looked: dict[str, set[Period]] = {}
    for ledger, code in session.connection.exec_driver_sql(query, bounds):
        looked.setdefault(ledger, set()).add(period_of(code))
    every = [each for kind in Kind for each in period.inner(kind)]
    return sorted([ledger, each.code] for ledger, told in looked.items() for each in every if covered_by(told, each))


def _inner(session: Session, period: Period, issue: int, seal: Seal | None) -> str:
    """The seals of the periods inside, as they were when this one was made."""
    seals = table_of(SealRow)
    query = select(seals.c.period, seals.c.issue, seals.c.digest, seals.c.step).where(
        in_year(seals.c.period, period.year)
    )
    before = seal_step(session, seal) if seal else session.step
    inside = [
        row for row in session.connection.execute(query.order_by(seals.c.issue))
        if row.step < before and row.period != period and period.contains(row.period)
    ]  # fmt: skip
    newest = {row.period: [row.period.code, row.issue, row.digest] for row in inside}
    return _digest(newest[each] for each in sorted(newest))


def seal_step(session: Session, seal: Seal) -> int:
    """The step that made a seal."""
    seals = table_of(SealRow)
    query = select(seals.c.step).where(seals.c.period == seal.period, seals.c.issue == seal.issue)
    return session.connection.scalar(query) or 0


def _scheme(session: Session, period: Period, issue: int, seal: Seal | None) -> str:
    schemes, evaluations = table_of(SchemeRow), table_of(EvaluationRow)
    query = (
        select(schemes.c.text)
        .join(evaluations, evaluations.c.scheme == schemes.c.id)
        .where(evaluations.c.period == period, evaluations.c.issue == issue)
    )
    return _digest(scheme_digest(SchemeText.from_document(text)) for text in session.connection.scalars(query))


def _evaluation(session: Session, period: Period, issue: int, seal: Seal | None) -> str:
    columns = ("scheme_name", "scheme_version", "engine_version", "inner_kinds", "warnings")
    return _digest(map(list, _of_issue(session, table_of(EvaluationRow), period, issue, columns)))


def _results(session: Session, period: Period, issue: int, seal: Seal | None) -> str:
    """Every result: what its columns say, and the hash of its document as it is, not as it says."""
    columns = (
        "ordinal", "staff_no", "name", "division", "set_name", "pool", "status", "total", "rank", "pool_size",
        "proposed_grade", "veto",
    )  # fmt: skip
    rows = _of_issue(session, table_of(ResultRow), period, issue, (*columns, "document"))
    return _digest([*map(_plain, row[:-1]), _document_digest(row[-1])] for row in rows)


def _document_digest(document: bytes) -> str:
    try:
        return hashlib.sha256(zlib.decompress(document)).hexdigest()
    except zlib.error:
        return "unreadable"


def _decisions(session: Session, period: Period, issue: int, seal: Seal | None) -> str:
    columns = ("staff_no", "grade", "reason", "meeting", "day", "code", "approval", "present", "proposed")
    return _digest(map(_plain_row, _of_issue(session, table_of(DecisionRow), period, issue, columns)))


def _publications(session: Session, period: Period, issue: int, seal: Seal | None) -> str:
    columns = ("ordinal", "start", "until", "scope", "shown", "withdrawn")
    return _digest(map(_plain_row, _of_issue(session, table_of(PublicationRow), period, issue, columns)))


def shown_digest(session: Session, period: Period, issue: int) -> str:
    """The hash of what a publication shows: results and decisions."""
    return _digest([[part(session, period, issue, None) for part in (_results, _decisions)]])


def _of_issue(session: Session, table: Any, period: Period, issue: int, columns: Iterable[str]) -> list[Any]:
    query = select(*(table.c[name] for name in columns)).where(table.c.period == period, table.c.issue == issue)
    return list(session.connection.execute(query.order_by(*table.primary_key)).all())


def _plain_row(row: Iterable[Any]) -> list[Any]:
    return [_plain(each) for each in row]


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, int) else str(value)


_OUTPUTS: dict[str, Callable[[Session, Period, int, Seal | None], str]] = {
    "inner": _inner,
    "scheme": _scheme,
    "evaluation": _evaluation,
    "results": _results,
    "decisions": _decisions,
    "publications": _publications,
}
