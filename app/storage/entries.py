"""数据."""

from app.domain.entries import Entry
from app.storage.nouns import Noun
from app.storage.tables import EntryRow

entries = Noun(EntryRow, Entry)
