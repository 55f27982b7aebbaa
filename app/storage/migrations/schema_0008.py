"""Schema 8: sheets that are not needed for a period, and when a remembered layout was used last."""

from __future__ import annotations

from app.storage.migrations.migration import Migration

_SCRIPT = """
CREATE TABLE waivers (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    period TEXT NOT NULL, division TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (period, division, kind, subject),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;

CREATE TABLE layout_uses (
    file TEXT NOT NULL, sheet TEXT NOT NULL, cell TEXT NOT NULL, batch INTEGER, step INTEGER NOT NULL,
    kind TEXT NOT NULL, division TEXT NOT NULL, fingerprint TEXT NOT NULL, used TEXT NOT NULL,
    PRIMARY KEY (kind, division, fingerprint),
    FOREIGN KEY(batch) REFERENCES batches (id),
    FOREIGN KEY(step) REFERENCES steps (id)
) STRICT;
"""

EIGHTH = Migration(8, "本期免报的表，表格版式最近用于哪张表", _SCRIPT)
