"""Schema 6: layouts of sheets, and which data item a ballot is for."""

from __future__ import annotations

from app.storage.migrations.migration import Migration

_SCRIPT = """
CREATE TABLE layouts (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    kind TEXT NOT NULL, division TEXT NOT NULL, fingerprint TEXT NOT NULL, headers TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (kind, division, fingerprint),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE new_ballots (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    staff_no TEXT NOT NULL, period TEXT NOT NULL, "group" TEXT NOT NULL, ticket TEXT NOT NULL, item TEXT NOT NULL,
    mark TEXT, word TEXT NOT NULL,
    PRIMARY KEY (staff_no, period, "group", ticket, item),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

INSERT INTO new_ballots SELECT file, sheet, cell, batch, step, staff_no, period, "group", ticket, '', mark, word
    FROM ballots;

DROP TABLE ballots;

ALTER TABLE new_ballots RENAME TO ballots;
"""

SIXTH = Migration(6, "记住各种表的版式，测评票写明数据项", _SCRIPT, touched=("ballots",))
