"""The two ways in which something is wrong that a user can mend: a list of Problems, or one AppError.

Both carry a code and values only; the sentences live in ``app.messages``. Anything else that is raised is our bug.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Source(NamedTuple):
    """A place in a workbook: file name, sheet name, cell (``C5``) or range; each may be empty when not known."""

    file: str = ""
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of the input: a code of ``app.messages``, where it is, what stands there, and the sentence's values.

    ``question`` marks what is not a fault but must be answered by a person before the sheet can be taken;
    ``warning`` marks what is told and stops nothing.
    """

    code: str
    source: Source = Source()
    value: str = ""
    values: dict[str, str] = field(default_factory=dict)
    warning: bool = False
    question: bool = False


class AppError(Exception):
    """Something that stops a doing and that the user can act on; ``exit_status`` is the command's (contract, section 2)."""

    def __init__(self, code: str, exit_status: int = 3, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.exit_status = exit_status
        self.values = {name: str(value) for name, value in values.items()}


class Refused(AppError):
    """The input has faults: all of them, nothing was written (exit status 3)."""

    def __init__(self, problems: tuple[Problem, ...], code: str = "input-refused") -> None:
        super().__init__(code, 3, count=len(problems))
        self.problems = problems


class Forbidden(AppError):
    """The state forbids it: closed, locked, no right (exit status 5)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, 5, **values)


class Barred(Refused):
    """The state forbids it (exit status 5), for all of these reasons; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...], code: str, **values: object) -> None:
        super().__init__(problems, code)
        self.exit_status = 5
        self.values |= {name: str(value) for name, value in values.items()}


class Damaged(AppError):
    """The book is damaged or has been tampered with (exit status 4)."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, 4, **values)
