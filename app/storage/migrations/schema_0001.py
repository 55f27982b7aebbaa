"""Schema 1: everything that a first book holds. Released; never changed again."""

from __future__ import annotations

from app.storage.migrations.migration import Migration

_SCRIPT = """
CREATE TABLE steps (
    id INTEGER NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, kind TEXT NOT NULL,
    chain TEXT,
    PRIMARY KEY (id)
) STRICT;

CREATE TABLE batches (
    id INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL, digest TEXT NOT NULL, kind TEXT NOT NULL,
    period TEXT, rows_read INTEGER NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL, undone INTEGER, step INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(undone) REFERENCES steps (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE history (
    id INTEGER NOT NULL, step INTEGER NOT NULL, batch INTEGER, noun TEXT NOT NULL, "key" TEXT NOT NULL,
    old TEXT, new TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(batch) REFERENCES batches (id)
) STRICT;

CREATE INDEX history_by_key ON history (noun, "key");

CREATE TABLE touches (
    step INTEGER NOT NULL, noun TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
    PRIMARY KEY (step, noun, first, last),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE settings (
    name TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (name)
) STRICT;

CREATE TABLE people (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    staff_no TEXT NOT NULL, name TEXT NOT NULL, gender TEXT NOT NULL, birth_date TEXT NOT NULL,
    id_number TEXT NOT NULL, political_status TEXT NOT NULL, education TEXT NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY (staff_no),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE postings (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    staff_no TEXT NOT NULL, start TEXT NOT NULL, division TEXT NOT NULL, category TEXT NOT NULL,
    line TEXT NOT NULL, indicator_set TEXT NOT NULL, post TEXT NOT NULL, rank TEXT NOT NULL,
    judge_grade TEXT NOT NULL, establishment TEXT NOT NULL, "end" TEXT NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY (staff_no, start),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

CREATE TABLE absences (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    staff_no TEXT NOT NULL, kind TEXT NOT NULL, start TEXT NOT NULL, "end" TEXT NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY (staff_no, kind, start),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

CREATE TABLE entries (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    staff_no TEXT NOT NULL, item TEXT NOT NULL, period TEXT NOT NULL, state TEXT NOT NULL, number TEXT,
    word TEXT NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY (staff_no, item, period),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

CREATE INDEX entries_by_period ON entries (period);

CREATE TABLE cases (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    number TEXT NOT NULL, closed TEXT NOT NULL, roles TEXT NOT NULL, fields TEXT NOT NULL, filed TEXT NOT NULL,
    own_factor TEXT, own_reason TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE INDEX cases_by_closed ON cases (closed);

CREATE TABLE rulings (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    number TEXT NOT NULL, factor TEXT NOT NULL, reason TEXT NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(number) REFERENCES cases (number)
) STRICT;

CREATE TABLE events (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    ledger TEXT NOT NULL, day TEXT NOT NULL, staff_no TEXT NOT NULL, subject TEXT NOT NULL,
    result_key TEXT NOT NULL, ordinal INTEGER NOT NULL, level TEXT NOT NULL, points TEXT, count TEXT,
    basis TEXT NOT NULL, note TEXT NOT NULL, confirmed INTEGER NOT NULL,
    PRIMARY KEY (ledger, day, staff_no, subject, result_key, ordinal),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

CREATE TABLE coverage (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    ledger TEXT NOT NULL, period TEXT NOT NULL,
    PRIMARY KEY (ledger, period),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE ballots (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    staff_no TEXT NOT NULL, period TEXT NOT NULL, "group" TEXT NOT NULL, ticket TEXT NOT NULL, mark TEXT,
    word TEXT NOT NULL,
    PRIMARY KEY (staff_no, period, "group", ticket),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

CREATE TABLE schemes (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    id INTEGER NOT NULL, year INTEGER NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL,
    digest TEXT NOT NULL, text TEXT NOT NULL, frozen INTEGER NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE evaluations (
    period TEXT NOT NULL, issue INTEGER NOT NULL, scheme INTEGER NOT NULL, scheme_name TEXT NOT NULL,
    scheme_version TEXT NOT NULL, engine_version TEXT NOT NULL, inner_kinds TEXT NOT NULL,
    warnings TEXT NOT NULL, inputs_step INTEGER NOT NULL, step INTEGER NOT NULL,
    PRIMARY KEY (period, issue),
    FOREIGN KEY(scheme) REFERENCES schemes (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE results (
    period TEXT NOT NULL, issue INTEGER NOT NULL, staff_no TEXT NOT NULL, ordinal INTEGER NOT NULL,
    name TEXT NOT NULL, division TEXT NOT NULL, set_name TEXT NOT NULL, pool TEXT NOT NULL,
    status TEXT NOT NULL, total TEXT, rank INTEGER, pool_size INTEGER, proposed_grade TEXT NOT NULL,
    veto TEXT NOT NULL, digest TEXT NOT NULL, document BLOB NOT NULL, step INTEGER NOT NULL,
    PRIMARY KEY (period, issue, staff_no),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE decisions (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    period TEXT NOT NULL, issue INTEGER NOT NULL, staff_no TEXT NOT NULL, grade TEXT NOT NULL,
    reason TEXT NOT NULL, meeting TEXT NOT NULL, day TEXT NOT NULL,
    PRIMARY KEY (period, issue, staff_no),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;
"""

FIRST = Migration(1, "新建考核库", _SCRIPT)
