"""Cells of a scheme workbook read one by one; every fault is gathered with its cell, none stops the reading."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from app.domain.formula.formulas import Formula
from app.domain.formula.parsing import FormulaError, Vocabulary, parse
from app.domain.formula.values import Type, number_in
from app.domain.numbers import Exact, Ratio, exact
from app.domain.periods import Kind, kind_of_word
from app.domain.problems import Problem
from app.domain.schemes import SchemeRow, SchemeText
from app.domain.words import half_width, plain

Word = TypeVar("Word", bound=StrEnum)
_YEAR = re.compile(r"([12]\d{3})(?:\.0*)?(?:年度?)?")
_JOINED = re.compile(r"[、，,;；/\n]+")


class Reading:
    """One scheme workbook being read: its rows, and the problems found so far."""

    def __init__(self, text: SchemeText) -> None:
        self.text = text
        self.problems: list[Problem] = []

    def rows(self, sheet: str) -> tuple[SchemeRow, ...]:
        """The rows of a sheet; none where the workbook does not have it."""
        return self.text.sheets.get(sheet, ())

    def fault(self, row: SchemeRow, column: str, code: str, **values: str) -> None:
        """Note a fault in a cell."""
        told = row.text(column)
        self.problems.append(Problem(code, row.source(column, self.text.file), told, {"column": column, **values}))

    def warn(self, row: SchemeRow, column: str, code: str, **values: str) -> None:
        """Note what is told and stops nothing."""
        told = row.text(column)
        values = {"column": column, **values}
        self.problems.append(Problem(code, row.source(column, self.text.file), told, values, warning=True))

    def required(self, row: SchemeRow, column: str) -> str:
        """The text of a cell that must not be empty."""
        told = row.text(column).strip()
        if not told:
            self.fault(row, column, "scheme-cell-empty")
        return told

    def decimal(self, row: SchemeRow, column: str) -> Decimal | None:
        """A decimal, or None for an empty or faulty cell."""
        told = plain(row.text(column))
        if not told:
            return None
        if number_in(told) is None or told.endswith("%"):
            self.fault(row, column, "scheme-not-a-number")
            return None
        return Decimal(told)

    def figure(self, row: SchemeRow, column: str) -> Exact | None:
        """A number or percentage, exact; None for an empty or faulty cell."""
        told = plain(row.text(column))
        number = number_in(told) if told else None
        if told and number is None:
            self.fault(row, column, "scheme-not-a-number")
        return number

    def share(self, row: SchemeRow, column: str) -> Ratio | None:
        """A share between 0 and 1: ``40%``, ``0.4``; None for an empty or faulty cell."""
        number = self.figure(row, column)
        if number is None:
            return None
        if not 0 <= number <= 1:
            self.fault(row, column, "scheme-not-a-share")
            return None
        return Ratio(number)

    def year(self, row: SchemeRow, column: str) -> int | None:
        """A year, written 2024, 2024年 or 2024年度; None for an empty or faulty cell."""
        told = plain(row.text(column))
        match = _YEAR.fullmatch(told)
        if told and match is None:
            self.fault(row, column, "scheme-not-a-year")
        return int(match.group(1)) if match else None

    def whole(self, row: SchemeRow, column: str) -> int | None:
        """A whole number, zero or more; None for an empty or faulty cell."""
        number = self.figure(row, column)
        if number is not None and (not isinstance(number, int) or number < 0):
            self.fault(row, column, "scheme-not-whole")
            return None
        return number if isinstance(number, int) else None

    def word(self, row: SchemeRow, column: str, words: type[Word], default: Word | None) -> Word | None:
        """One of an enumeration's words, the default for an empty cell."""
        told = plain(row.text(column))
        if not told:
            return default
        found = next((word for word in words if plain(word.value) == told), None)
        if found is None:
            self.fault(row, column, "scheme-unknown-word", allowed="、".join(word.value for word in words))
        return found

    def choice(self, row: SchemeRow, column: str, allowed: tuple[str, ...], default: str) -> str:
        """One of the allowed words, the default for an empty cell."""
        told = plain(row.text(column))
        if not told:
            return default
        found = next((word for word in allowed if plain(word) == told), None)
        if found is None:
            self.fault(row, column, "scheme-unknown-word", allowed="、".join(allowed))
        return found or default

    def yes(self, row: SchemeRow, column: str) -> bool:
        """是 or 否; empty is 否."""
        return self.choice(row, column, ("是", "否"), "否") == "是"

    def kinds(self, row: SchemeRow, column: str) -> frozenset[Kind]:
        """Kinds of period joined by 、."""
        found = set()
        for word in self.names(row, column):
            kind = kind_of_word(word)
            if kind is None:
                self.fault(row, column, "scheme-unknown-word", allowed="月、季、半年、年")
            else:
                found.add(kind)
        return frozenset(found)

    def names(self, row: SchemeRow, column: str) -> tuple[str, ...]:
        """Names joined by 、."""
        return tuple(filter(None, map(str.strip, _JOINED.split(row.text(column)))))

    def formula(self, row: SchemeRow, column: str, vocabulary: Vocabulary, wanted: Type) -> Formula | None:
        """The formula in a cell, or None for an empty or faulty one."""
        told = row.text(column).strip()
        if not told:
            return None
        try:
            return parse(told, vocabulary, wanted)
        except FormulaError as error:
            self.fault(row, column, error.code, **error.values)
            return None

    def unique(self, rows: list[tuple[SchemeRow, str]], column: str) -> None:
        """Tell every text that stands in a column a second time."""
        seen: dict[str, SchemeRow] = {}
        for row, told in rows:
            first = seen.setdefault(plain(told), row)
            if first is not row and told:
                self.fault(row, column, "scheme-twice", first=first.addresses.get(column, ""))


def joined(text: str) -> tuple[str, ...]:
    """The pieces of a text joined by ``+``, full-width too."""
    return tuple(piece.strip() for piece in half_width(text).split("+"))


def exact_or(number: Exact | Decimal | None, default: Exact) -> Exact:
    """The figure, or the default for None."""
    if number is None:
        return default
    return exact(number)
