"""What one step from a schema to the next consists of."""

from __future__ import annotations

from typing import NamedTuple


class Migration(NamedTuple):
    """A script that leads to schema ``number``; ``touched`` names the recorded tables whose rows got another shape.

    Statements in the script are divided by ``;`` at a line's end.
    """

    number: int
    why: str
    script: str
    touched: tuple[str, ...] = ()

    @property
    def statements(self) -> tuple[str, ...]:
        """The script's statements in order."""
        return tuple(part for part in (each.strip() for each in self.script.split(";\n")) if part)
