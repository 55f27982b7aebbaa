"""Whether a book is whole and nobody has changed it behind the program: every finding, none if all is well."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, select

from app.domain.problems import Problem
from app.messages.moments import moment_text
from app.messages.storage import NOUNS
from app.storage.chain import CHANGE_COLUMNS, STEP_COLUMNS, link
from app.storage.closing import seals
from app.storage.evaluations import newest_issue, result_is_sound
from app.storage.evidence import check_files
from app.storage.history import BALLOTS, NOT_SHOWN
from app.storage.record_texts import field_word, guard_text, name_word, record_text, value_text
from app.storage.sealing import PARTS, seal_parts, seal_step, whole_digest
from app.storage.session import Session
from app.storage.tables import HistoryRow, ResultRow, StepRow, table_of
from app.storage.triggers import RECORDED, document_of, key_of, triggers

LONGEST_SHOWN = 80
"""Of a value that was changed past us, so many characters are shown on either side."""
_STEPS = table_of(StepRow)
_HISTORY = table_of(HistoryRow)
_RESULTS = table_of(ResultRow)


def check(session: Session) -> tuple[Problem, ...]:
    """All findings: the file itself, references, triggers, the chain, every row against its history, results, seals.

    What it cannot find: a book whose whole history somebody wrote anew with its chain. Only a copy kept elsewhere can.
    """
    connection = session.connection
    broken = tuple(_integrity(connection))
    if broken:
        return broken
    return (
        *_references(connection),
        *_triggers(connection),
        *_chain(connection),
        *_replay(connection),
        *_results(connection),
        *_seals(session),
        *check_files(connection),
    )


def _integrity(connection: Connection) -> Iterator[Problem]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if line != "ok":
            yield Problem("check-integrity", value=line)


def _references(connection: Connection) -> Iterator[Problem]:
    for name, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Problem(
            "check-reference",
            value=f"{NOUNS.get(name, name)} {row}",
            values={"noun": NOUNS.get(name, name), "row": str(row), "parent": NOUNS.get(parent, parent)},
        )


def _triggers(connection: Connection) -> Iterator[Problem]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    found = {str(row.name): row.sql for row in connection.exec_driver_sql(query)}
    wanted = triggers()
    for name in sorted(wanted.keys() | found.keys()):
        if found.get(name) != wanted.get(name):
            yield Problem("check-trigger", value=name, values={"name": guard_text(name)})


def _chain(connection: Connection) -> Iterator[Problem]:
    query = select(_HISTORY.c.step, *CHANGE_COLUMNS).order_by(_HISTORY.c.step, _HISTORY.c.id)
    rows = connection.execution_options(stream_results=True).execute(query)
    changes = groupby(rows, key=itemgetter(0))
    told, group = next(changes, (None, iter(())))
    previous, expected = "", 1
    for *step, chain in connection.execute(select(*STEP_COLUMNS, _STEPS.c.chain).order_by(_STEPS.c.id)).all():
        found = [row[1:] for row in group] if told == step[0] else []
        if found:
            told, group = next(changes, (None, iter(())))
        if step[0] != expected or chain != link(previous, step, found):
            values = {"step": str(step[0]), "by": step[1], "at": moment_text(step[2]), "why": step[3]}
            yield Problem("check-chain", value=str(step[0]), values=values)
        previous, expected = chain or "", step[0] + 1
    if told is not None:
        yield Problem("check-chain", value=str(told), values={"step": str(told), "by": "", "at": "", "why": ""})


def _replay(connection: Connection) -> Iterator[Problem]:
    for noun, table in RECORDED.items():
        # The newest change of each key is found by the index; a join of the two would compare every row with every other.
        told = "SELECT new FROM history WHERE noun = ? AND key = here.key ORDER BY id DESC LIMIT 1"
        here = f"SELECT {key_of(table, noun)} AS key, {document_of(table, noun)} AS document FROM {noun}"
        differ = f"SELECT key, ({told}) AS told, document FROM ({here}) AS here WHERE document IS NOT told"
        for row in connection.exec_driver_sql(differ, (noun,)).all():
            yield _difference(noun, *row)
        newest = "SELECT key, new, max(id) FROM history WHERE noun = ? GROUP BY key"
        gone = f"SELECT key FROM ({newest}) WHERE new IS NOT NULL EXCEPT SELECT key FROM ({here})"
        for (key,) in connection.exec_driver_sql(gone, (noun,)).all():
            yield Problem(
                "check-removed", value=_named(key), values={"noun": NOUNS[noun], "key": record_text(noun, key)}
            )


def _named(key: str) -> str:
    return " ".join(json.loads(key))


def _difference(noun: str, key: str, told: str | None, here: str) -> Problem:
    values = {"noun": NOUNS[noun], "key": record_text(noun, key)}
    if told is None:
        return Problem("check-added", value=_named(key), values=values)
    before, now = json.loads(told), json.loads(here)
    fields = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    values["fields"] = "、".join(field_word(noun, name) for name in fields)
    if noun == BALLOTS:
        values["told"] = values["here"] = NOT_SHOWN
    else:
        values["told"], values["here"] = _where_they_part(
            *("、".join(value_text(noun, name, row.get(name)) for name in fields) for row in (before, now))
        )
    return Problem("check-changed", value=_named(key), values=values)


def _where_they_part(told: str, here: str) -> tuple[str, str]:
    """Both texts, of long ones (a scheme, a list of hashes) the piece where they begin to differ."""
    if max(len(told), len(here)) <= LONGEST_SHOWN:
        return told, here
    pairs = enumerate(zip(told, here, strict=False))
    parting = next((place for place, (one, other) in pairs if one != other), min(len(told), len(here)))
    start = max(0, parting - LONGEST_SHOWN // 4)
    first, second = (f"{'…' if start else ''}{text[start : start + LONGEST_SHOWN]}" for text in (told, here))
    return first, second


def _results(connection: Connection) -> Iterator[Problem]:
    query = select(_RESULTS.c.period, _RESULTS.c.staff_no, _RESULTS.c.digest, _RESULTS.c.document)
    for period, staff_no, digest, document in connection.execute(query):
        if not result_is_sound(digest, document):
            yield Problem("check-result", value=staff_no, values={"period": period.title, "staff_no": staff_no})


def _seals(session: Session) -> Iterator[Problem]:
    """Every seal against the book: a sealed period as it is, an issue opened again since as the history tells it."""
    every = seals.read(session)
    newest = {each.period: newest_issue(session, each.period) for each in every}
    for seal in every:
        values = {"period": seal.period.title, "issue": str(seal.issue)}
        if whole_digest(seal.period, seal.issue, seal.engine_version, seal.parts) != seal.digest:
            yield Problem("check-seal-itself", value=seal.period.code, values=values)
            continue
        step = 0 if newest[seal.period] == seal.issue else seal_step(session, seal)
        found = seal_parts(session, seal.period, seal.issue, seal=seal, step=step)
        differ = [part for part in PARTS if found[part] != seal.parts.get(part)]
        if differ:
            names = "、".join(name_word("seals", part) for part in differ)
            yield Problem("check-seal", value=seal.period.code, values={**values, "parts": names})
