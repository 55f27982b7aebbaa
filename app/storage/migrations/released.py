"""All migrations in order; the last one's number is the schema of this program."""

from __future__ import annotations

from app.storage.migrations.schema_0001 import FIRST
from app.storage.migrations.schema_0002 import SECOND
from app.storage.migrations.schema_0003 import THIRD
from app.storage.migrations.schema_0004 import FOURTH
from app.storage.migrations.schema_0005 import FIFTH
from app.storage.migrations.schema_0006 import SIXTH
from app.storage.migrations.schema_0007 import SEVENTH
from app.storage.migrations.schema_0008 import EIGHTH

MIGRATIONS = (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH)
"""Appended to, never changed."""
