"""Schema 5: how a period ends: seals and further issues, what was made public and told, objections; decisions told in full."""

from __future__ import annotations

from app.storage.migrations.migration import Migration

_SCRIPT = """
CREATE TABLE seals (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    period TEXT NOT NULL, issue INTEGER NOT NULL, form INTEGER NOT NULL, digest TEXT NOT NULL,
    parts TEXT NOT NULL, engine_version TEXT NOT NULL,
    PRIMARY KEY (period, issue),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE reopenings (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    period TEXT NOT NULL, issue INTEGER NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (period, issue),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE publications (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    period TEXT NOT NULL, issue INTEGER NOT NULL, ordinal INTEGER NOT NULL, start TEXT NOT NULL,
    until TEXT NOT NULL, scope TEXT NOT NULL, shown TEXT NOT NULL, withdrawn TEXT NOT NULL,
    PRIMARY KEY (period, issue, ordinal),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE notices (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    period TEXT NOT NULL, issue INTEGER NOT NULL, staff_no TEXT NOT NULL, signed TEXT NOT NULL,
    opinion TEXT NOT NULL,
    PRIMARY KEY (period, issue, staff_no),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

CREATE TABLE objections (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    number INTEGER NOT NULL, period TEXT NOT NULL, issue INTEGER NOT NULL, staff_no TEXT NOT NULL,
    way TEXT NOT NULL, statutory INTEGER NOT NULL, indicator TEXT NOT NULL, text TEXT NOT NULL,
    after INTEGER NOT NULL, known TEXT NOT NULL, lodged TEXT NOT NULL, accepted TEXT NOT NULL,
    extended INTEGER NOT NULL, answered TEXT NOT NULL, outcome TEXT NOT NULL, answer TEXT NOT NULL,
    document TEXT NOT NULL, reviewers TEXT NOT NULL, figures_before TEXT NOT NULL, figures_after TEXT NOT NULL,
    PRIMARY KEY (number),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

CREATE TABLE new_decisions (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    period TEXT NOT NULL, issue INTEGER NOT NULL, staff_no TEXT NOT NULL, grade TEXT NOT NULL,
    reason TEXT NOT NULL, meeting TEXT NOT NULL, day TEXT NOT NULL, code TEXT NOT NULL, approval TEXT NOT NULL,
    present TEXT NOT NULL, proposed TEXT NOT NULL,
    PRIMARY KEY (period, issue, staff_no),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(staff_no) REFERENCES people (staff_no)
) STRICT;

INSERT INTO new_decisions SELECT file, sheet, cell, batch, step, period, issue, staff_no, grade, reason, meeting, day,
    '', '', '', '' FROM decisions;

DROP TABLE decisions;

ALTER TABLE new_decisions RENAME TO decisions;
"""

FIFTH = Migration(5, "封存、公示、告知和异议", _SCRIPT, touched=("decisions",))
