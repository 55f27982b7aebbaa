"""Schema 7: what the evaluations of earlier years came to."""

from __future__ import annotations

from app.storage.migrations.migration import Migration

_SCRIPT = """
CREATE TABLE past_grades (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    staff_no TEXT NOT NULL, year INTEGER NOT NULL, grade TEXT NOT NULL, code TEXT NOT NULL,
    basis TEXT NOT NULL,
    PRIMARY KEY (staff_no, year),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;
"""

SEVENTH = Migration(7, "历年等次", _SCRIPT)
