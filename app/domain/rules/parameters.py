"""The 参数 cell: ``名=值; 名=值`` or ``条件:分; 条件:分``, each value a number, a percentage or a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.formula.formulas import Formula, Literal
from app.domain.formula.parsing import FormulaError, Vocabulary, half_signs, parse
from app.domain.formula.values import Nothing, Type, number_in
from app.domain.numbers import Exact
from app.domain.words import half_width, plain

_LONGEST_COUNT = 9
_PERCENT = re.compile(r"(?:\d+(?:\.\d+)?|\.\d+)%")
_NAME = re.compile(r"\s*([^=<>!:;\"“”]+?)\s*=(?!=)(.*)", re.DOTALL)


class Part(NamedTuple):
    """One piece of the 参数 between semicolons, and where it begins (from 0)."""

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class StepSize:
    """``步长:分``: for each ``size`` away so many ``points``; ``relative``: the size is a share of the base."""

    size: Formula
    points: Formula
    relative: bool
    text: str

    @property
    def is_fixed(self) -> bool:
        """Whether both are the same for everybody."""
        return self.size.fixed is not None and self.points.fixed is not None


class Parameters:
    """The 参数 of one indicator while a rule reads them; faults are gathered, not raised."""

    def __init__(self, text: str, vocabulary: Vocabulary, people: Vocabulary) -> None:
        self.text = half_signs(text)
        self.faults: list[FormulaError] = []
        self._vocabulary = vocabulary
        self._people = people
        self._parts = split(self.text, ";")
        self._named: dict[str, Part] = {}
        self._taken: set[str] = set()

    def name_all(self) -> None:
        """Read all parts as ``名=值``; to be called first by rules of that form."""
        self.name_only(self._parts)

    def name_only(self, parts: Iterable[Part]) -> None:
        """Read these parts as ``名=值``."""
        for part in parts:
            match = _NAME.match(part.text)
            if match is None:
                self.fault("parameter-unreadable", part.place, found=part.text.strip())
                continue
            name = plain(match.group(1))
            if name in self._named:
                self.fault("parameter-twice", part.place, name=name)
            self._named[name] = Part(match.group(2), part.place + match.start(2))

    def finish(self) -> None:
        """Tell every named part that no rule asked for."""
        for name, part in self._named.items():
            if name not in self._taken:
                self.fault("parameter-unknown", part.place, name=name)

    def fault(self, code: str, place: int, **values: str) -> None:
        """Note a fault at a place of the text (from 0)."""
        self.faults.append(FormulaError(code, place + 1, **values))

    def rows(self, separator: str = ":") -> tuple[tuple[Part, Part], ...]:
        """All parts as ``左:右`` pairs, for bands, words and places."""
        pairs = []
        for part in self._parts:
            pieces = split(part.text, separator)
            if len(pieces) != 2:
                self.fault("parameter-unreadable", part.place, found=part.text.strip())
                continue
            left, right = pieces
            pairs.append((_shifted(left, part.place), _shifted(right, part.place)))
        if not pairs and not self.faults:
            self.fault("parameter-missing", 0, name="分档")
        return tuple(pairs)

    def has(self, name: str) -> bool:
        """Whether a named part is there."""
        return plain(name) in self._named

    def part(self, name: str) -> Part | None:
        """The text after ``名=``, or None."""
        self._taken.add(plain(name))
        return self._named.get(plain(name))

    def required(self, name: str) -> Formula:
        """A formula that must be there."""
        formula = self.optional(name)
        if formula is None:
            if not self.has(name):
                self.fault("parameter-missing", 0, name=name)
            return zero()
        return formula

    def optional(self, name: str) -> Formula | None:
        """A formula that may be there."""
        part = self.part(name)
        return None if part is None else self.formula(part)

    def formula(self, part: Part, wanted: Type = Type.NUMBER) -> Formula | None:
        """The formula in a part, or None after a fault."""
        return self._parse(part, self._vocabulary, wanted)

    def people(self, part: Part) -> Formula | None:
        """The condition over people in a part, or None after a fault."""
        return self._parse(part, self._people, Type.TRUTH)

    def step(self, name: str) -> StepSize | None:
        """``步长:分``, or None where it is not told."""
        part = self.part(name)
        if part is None:
            return None
        pieces = split(part.text, ":")
        if len(pieces) != 2:
            self.fault("parameter-step-unreadable", part.place, name=name, found=part.text.strip())
            return None
        size, points = (self.formula(_shifted(piece, part.place)) for piece in pieces)
        if size is None or points is None:
            return None
        constant = size.constant
        if not isinstance(constant, Nothing | str) and constant <= 0:
            self.fault("parameter-step-not-positive", part.place, name=name, found=pieces[0].text.strip())
        relative = bool(_PERCENT.fullmatch(plain(pieces[0].text)))
        return StepSize(size, points, relative, part.text.strip())

    def word(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        """One of the allowed words."""
        part = self.part(name)
        if part is None:
            return default
        for word in allowed:
            if plain(word) == plain(part.text):
                return word
        self.fault("parameter-word", part.place, name=name, found=part.text.strip(), allowed="、".join(allowed))
        return default

    def whole(self, name: str, default: int) -> int:
        """A whole number, zero or more."""
        part = self.part(name)
        if part is None:
            return default
        text = half_width(part.text).strip()
        if not text.isdecimal() or len(text) > _LONGEST_COUNT:
            self.fault("parameter-not-whole", part.place, name=name, found=part.text.strip())
            return default
        return int(text)

    def remaining_figures(self) -> tuple[tuple[str, Exact], ...]:
        """Every named part that nobody asked for, as names with plain figures (``院领导=40%``), in order."""
        figures = []
        for name, part in self._named.items():
            if name in self._taken:
                continue
            self._taken.add(name)
            figure = number_in(part.text)
            if figure is None:
                self.fault("parameter-unreadable", part.place, found=f"{name}={part.text.strip()}")
            else:
                figures.append((name, figure))
        return tuple(figures)

    def _parse(self, part: Part, vocabulary: Vocabulary, wanted: Type) -> Formula | None:
        try:
            # Blanks before it, so that every place is one of the whole cell.
            formula = parse(" " * part.place + part.text, vocabulary, wanted)
        except FormulaError as error:
            self.faults.append(error)
            return None
        return Formula(part.text.strip(), formula.root)


def split(text: str, separator: str) -> tuple[Part, ...]:
    """The pieces between separators (full-width ones too) outside quotes and brackets; empty pieces are left out."""
    pieces: list[Part] = []
    depth = begin = 0
    closing = ""
    for at, original in enumerate(text + separator):
        sign = half_width(original)
        if closing:
            closing = "" if original == closing else closing
        elif original in '"“”':
            closing = "”" if original in "“”" else '"'
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif (sign == separator and depth <= 0) or at == len(text):
            pieces.append(_trimmed(text[begin:at], begin))
            begin = at + 1
    if closing:
        pieces.append(_trimmed(text[begin:], begin))
    return tuple(piece for piece in pieces if piece.text)


def _trimmed(text: str, begin: int) -> Part:
    return Part(text.strip(), begin + len(text) - len(text.lstrip()))


def zero() -> Formula:
    """The formula 0."""
    return constant(0)


def constant(figure: Exact) -> Formula:
    """A formula that is one figure."""
    return Formula(str(figure), Literal(figure, 1))


def _shifted(part: Part, by: int) -> Part:
    return Part(part.text, part.place + by)
