"""案件 and rulings on single ones. A case is written before its ruling, and removed after it."""

from app.domain.cases import Case, Ruling
from app.storage.nouns import Noun
from app.storage.tables import CaseRow, RulingRow

cases = Noun(CaseRow, Case)
rulings = Noun(RulingRow, Ruling)
