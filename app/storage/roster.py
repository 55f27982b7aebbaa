"""人员, 任职, 离岗. People are written before what belongs to them, and removed after it."""

from app.domain.roster import Absence, Person, Posting
from app.storage.nouns import Noun
from app.storage.tables import AbsenceRow, PersonRow, PostingRow

people = Noun(PersonRow, Person)
postings = Noun(PostingRow, Posting)
absences = Noun(AbsenceRow, Absence)
