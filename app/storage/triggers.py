"""Triggers that write the history of every recorded table, and that keep steps and history append-only.

They live in the book, so a change made with any other SQLite program is either noted or refused: a row can change only
while a step is open, and a step is open only inside the transaction that made it. ``check`` compares them word for word,
so another text here is another schema.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, Integer, LargeBinary, Table
from sqlmodel import SQLModel

from app.storage.tables import (
    AbsenceRow,
    BallotRow,
    BatchRow,
    CaseRow,
    CoverageRow,
    DecisionRow,
    EntryRow,
    EvaluationRow,
    EventRow,
    EvidenceRow,
    FileRow,
    FormMarkRow,
    LayoutRow,
    LayoutUseRow,
    LowerCourtRow,
    MonthlyRecordRow,
    NoticeRow,
    ObjectionRow,
    PackageRow,
    PastGradeRow,
    PersonRow,
    PostingRow,
    PublicationRow,
    ReceiptRow,
    ReopeningRow,
    ResultRow,
    RulingRow,
    SchemeRow,
    SealRow,
    SettingRow,
    WaiverRow,
    table_of,
)

_ROWS: tuple[type[SQLModel], ...] = (
    SettingRow, BatchRow, PersonRow, PostingRow, AbsenceRow, SchemeRow, EntryRow, CaseRow, RulingRow, EventRow,
    CoverageRow, BallotRow, MonthlyRecordRow, PastGradeRow, FileRow, EvidenceRow, EvaluationRow, ResultRow, DecisionRow,
    LowerCourtRow, PackageRow, FormMarkRow, ReceiptRow, SealRow, ReopeningRow, PublicationRow, NoticeRow, ObjectionRow,
    LayoutRow, LayoutUseRow, WaiverRow,
)  # fmt: skip

RECORDED: dict[str, Table] = {table.name: table for table in map(table_of, _ROWS)}
"""Every table whose rows have a history, by name; those that others refer to come first."""

_STEP = "(SELECT max(id) FROM steps)"
_BATCH = f"(SELECT id FROM batches WHERE id = (SELECT max(id) FROM batches) AND step = {_STEP})"
_NO_STEP = f"""SELECT RAISE(ABORT, 'no step is open')
    WHERE NOT EXISTS (SELECT 1 FROM steps WHERE id = {_STEP} AND chain IS NULL);"""

_GUARDS = {
    "steps_stay": """CREATE TRIGGER steps_stay BEFORE DELETE ON steps BEGIN
    SELECT RAISE(ABORT, 'steps are kept for ever'); END""",
    "steps_end_once": """CREATE TRIGGER steps_end_once BEFORE UPDATE ON steps
    WHEN OLD.chain IS NOT NULL OR NEW.chain IS NULL OR NEW.id IS NOT OLD.id OR NEW.who IS NOT OLD.who
        OR NEW.at IS NOT OLD.at OR NEW.why IS NOT OLD.why OR NEW.kind IS NOT OLD.kind
    BEGIN SELECT RAISE(ABORT, 'steps are kept for ever'); END""",
    "history_stays": """CREATE TRIGGER history_stays BEFORE DELETE ON history BEGIN
    SELECT RAISE(ABORT, 'history is kept for ever'); END""",
    "history_is_not_rewritten": """CREATE TRIGGER history_is_not_rewritten BEFORE UPDATE ON history BEGIN
    SELECT RAISE(ABORT, 'history is kept for ever'); END""",
}


def key_of(table: Table, row: str) -> str:
    """SQL for a row's key as a JSON array of texts; ``row`` is OLD, NEW or a table's name."""
    parts = [_part(column, row) for column in table.primary_key]
    return f"json_array({', '.join(parts)})"


def document_of(table: Table, row: str) -> str:
    """SQL for a row as a JSON object of all columns but the compressed ones, whose digest stands beside them."""
    told = [column for column in table.c if not isinstance(column.type, LargeBinary)]
    pairs = [f"'{column.name}', {row}.\"{column.name}\"" for column in told]
    return f"json_object({', '.join(pairs)})"


def triggers() -> dict[str, str]:
    """Every trigger a book must have: name → statement."""
    wanted = dict(_GUARDS)
    for table in RECORDED.values():
        for event, old, new in (("INSERT", "", "NEW"), ("UPDATE", "OLD", "NEW"), ("DELETE", "OLD", "")):
            name = f"{table.name}_{event.lower()}"
            wanted[name] = _trigger(name, table, event, old, new)
    return wanted


def install_triggers(connection: Connection) -> None:
    """Puts all triggers in their newest form in place."""
    for name, statement in triggers().items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(statement)


def _part(column: Column[object], row: str) -> str:
    told = f'{row}."{column.name}"'
    return f"CAST({told} AS TEXT)" if isinstance(column.type, Integer) else told


def _trigger(name: str, table: Table, event: str, old: str, new: str) -> str:
    was = document_of(table, old) if old else "NULL"
    now = document_of(table, new) if new else "NULL"
    keys = [key_of(table, row) for row in (old, new) if row]
    # A changed key is the end of one record and the beginning of another.
    rows = [f"SELECT {_STEP}, {_BATCH}, '{table.name}', {keys[0]}, {was}, {now}"]
    if event == "UPDATE":
        same, other = f"{keys[0]} = {keys[1]}", f"{keys[0]} <> {keys[1]}"
        rows = [
            f"{rows[0]} WHERE {same}",
            f"SELECT {_STEP}, {_BATCH}, '{table.name}', {keys[0]}, {was}, NULL WHERE {other}",
            f"SELECT {_STEP}, {_BATCH}, '{table.name}', {keys[1]}, NULL, {now} WHERE {other}",
        ]
    notes = "\n    ".join(f"INSERT INTO history(step, batch, noun, key, old, new) {row};" for row in rows)
    return f"CREATE TRIGGER {name} AFTER {event} ON {table.name} BEGIN\n    {_NO_STEP}\n    {notes}\nEND"
