"""测评."""

from app.domain.ratings import Ballot
from app.storage.nouns import Noun
from app.storage.tables import BallotRow

ballots = Noun(BallotRow, Ballot)
