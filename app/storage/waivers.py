"""免报: expected sheets that are not needed."""

from app.domain.waivers import Waiver
from app.storage.nouns import Noun
from app.storage.tables import WaiverRow

waivers = Noun(WaiverRow, Waiver)
