"""Marks that the clerk set once in a form of the higher court, remembered for that form."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.entries import Origin
from app.storage.nouns import Noun
from app.storage.tables import FormMarkRow


@dataclass(frozen=True, slots=True)
class FormMark:
    """What belongs into one cell. ``form`` is the form's fingerprint, ``figure`` what is asked, e.g. ``平均分(法官)``."""

    form: str
    form_sheet: str
    form_cell: str
    figure: str
    origin: Origin = field(default=Origin(), compare=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What names it in the book."""
        return (self.form, self.form_sheet, self.form_cell)


form_marks = Noun(FormMarkRow, FormMark)
