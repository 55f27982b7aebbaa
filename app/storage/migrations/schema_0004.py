"""Schema 4: what came in, refused sheets too."""

from __future__ import annotations

from app.storage.migrations.migration import Migration

_SCRIPT = """
CREATE TABLE receipts (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    digest TEXT NOT NULL, sheet_name TEXT NOT NULL, kind TEXT NOT NULL, division TEXT NOT NULL,
    subjects TEXT NOT NULL, period TEXT, received TEXT NOT NULL, fate TEXT NOT NULL,
    faults INTEGER NOT NULL, questions INTEGER NOT NULL, told TEXT NOT NULL,
    PRIMARY KEY (digest, sheet_name),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE INDEX receipts_by_period ON receipts (period);
"""

FOURTH = Migration(4, "收表登记", _SCRIPT)
