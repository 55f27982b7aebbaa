"""Schema 3: monthly records, files that prove events, and why an event was sent back."""

from __future__ import annotations

from app.storage.migrations.migration import Migration

_SCRIPT = """
CREATE TABLE new_events (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    ledger TEXT NOT NULL, day TEXT NOT NULL, staff_no TEXT NOT NULL, subject TEXT NOT NULL,
    result_key TEXT NOT NULL, ordinal INTEGER NOT NULL, level TEXT NOT NULL, points TEXT, count TEXT,
    basis TEXT NOT NULL, note TEXT NOT NULL, confirmed INTEGER NOT NULL, refused TEXT NOT NULL,
    PRIMARY KEY (ledger, day, staff_no, subject, result_key, ordinal),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

INSERT INTO new_events SELECT file, sheet, cell, batch, step, ledger, day, staff_no, subject, result_key, ordinal, level,
    points, count, basis, note, confirmed, '' FROM events;

DROP TABLE events;

ALTER TABLE new_events RENAME TO events;

CREATE TABLE monthly_records (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    staff_no TEXT NOT NULL, month TEXT NOT NULL, work TEXT NOT NULL, self_assessment TEXT NOT NULL,
    comment TEXT NOT NULL, mark TEXT,
    PRIMARY KEY (staff_no, month),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

CREATE INDEX monthly_records_by_month ON monthly_records (month);

CREATE TABLE files (
    digest TEXT NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL,
    PRIMARY KEY (digest)
) STRICT;

CREATE TABLE evidence (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    ledger TEXT NOT NULL, day TEXT NOT NULL, staff_no TEXT NOT NULL, subject TEXT NOT NULL,
    result_key TEXT NOT NULL, ordinal INTEGER NOT NULL, digest TEXT NOT NULL, name TEXT NOT NULL,
    size INTEGER NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY (ledger, day, staff_no, subject, result_key, ordinal, digest),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no),
    FOREIGN KEY(digest) REFERENCES files (digest)
) STRICT;
"""

THIRD = Migration(3, "月纪实、台账材料和退回理由", _SCRIPT, touched=("events",))
