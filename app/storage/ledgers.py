"""台账: events, and which periods of which ledgers somebody looked at."""

from app.domain.ledgers import Coverage, Event
from app.storage.nouns import Noun
from app.storage.tables import CoverageRow, EventRow

events = Noun(EventRow, Event)
coverage = Noun(CoverageRow, Coverage)
