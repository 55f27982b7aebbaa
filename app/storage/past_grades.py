"""历年等次: what the years before this book's came to."""

from app.domain.grades.conclusions import PastGrade
from app.storage.nouns import Noun
from app.storage.tables import PastGradeRow

past_grades = Noun(PastGradeRow, PastGrade)
