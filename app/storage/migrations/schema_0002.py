"""Schema 2: packages of lower courts, and marks in the higher court's forms."""

from __future__ import annotations

from app.storage.migrations.migration import Migration

_SCRIPT = """
CREATE TABLE lower_courts (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    mark TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL,
    PRIMARY KEY (mark),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE packages (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    court TEXT NOT NULL, period TEXT NOT NULL, issue INTEGER NOT NULL, made_at TEXT NOT NULL,
    digest TEXT NOT NULL, told TEXT NOT NULL,
    PRIMARY KEY (court, period),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id),
    FOREIGN KEY(court) REFERENCES lower_courts (mark)
) STRICT;

CREATE TABLE form_marks (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    form TEXT NOT NULL, form_sheet TEXT NOT NULL, form_cell TEXT NOT NULL, figure TEXT NOT NULL,
    PRIMARY KEY (form, form_sheet, form_cell),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;
"""

SECOND = Migration(2, "收下级法院的上报包，记住上级法院表格里的标记", _SCRIPT)
