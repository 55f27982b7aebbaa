"""决定: grades that people decided, issue by issue."""

from app.domain.grades.decisions import Decision
from app.storage.nouns import Noun
from app.storage.tables import DecisionRow

__all__ = ["Decision", "decisions"]

decisions = Noun(DecisionRow, Decision)
