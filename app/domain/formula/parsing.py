"""From a formula's text to its tree, under the vocabulary of the place where it stands.

The longest known name wins over an operator word inside it, so a data item may be called 非诉结案数.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from app.domain.formula.formulas import Binary, Call, Expression, Formula, Literal, Named, Reference, Unary
from app.domain.formula.values import Type
from app.domain.numbers import Ratio, exact, read_exact
from app.domain.words import plain

MOST_CHARACTERS = 2000
MOST_DEPTH = 40
_NUMBER = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_RUN = re.compile(r"[^\s+\-*/()=!<>≥≤≠,;:\"“”%]+")
_ASCII_WORD = re.compile(r"[A-Za-z0-9_]")
_SIGNS = str.maketrans({
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "×": "*", "÷": "/", "−": "-", "、": ",", "\u3000": " ", "≥": "≥", "≤": "≤", "≠": "≠", "„": "“",
})  # fmt: skip
_COMPARISONS = (
    ("==", "="), ("!=", "!="), (">=", ">="), ("<=", "<="), ("<>", "!="),
    ("≥", ">="), ("≤", "<="), ("≠", "!="), ("=", "="), (">", ">"), ("<", "<"),
)  # fmt: skip
_OPERATOR_WORDS = ("且", "或", "非")


class FormulaError(ValueError):
    """A fault of a formula: a message code, the place in the text (from 1), and the sentence's values."""

    def __init__(self, code: str, place: int, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.place = place
        self.values = {**values, "place": str(place)}


@dataclass(frozen=True, slots=True)
class Signature:
    """A function: how many arguments, what it gives, and the vocabulary of its arguments where it is another one."""

    least: int
    most: int
    result: Type = Type.NUMBER
    inner: Vocabulary | None = None
    argument_types: tuple[Type, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names and functions that a formula may use. Keys are ``plain``; ``open_names`` takes any other name as a field."""

    names: dict[str, Reference] = field(default_factory=dict)
    functions: dict[str, Signature] = field(default_factory=dict)
    open_names: bool = False
    longest: int = field(init=False, default=0)
    """Length of the longest name or function."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(map(len, (*self.names, *self.functions)), default=0))


def half_signs(text: str) -> str:
    """The text with half-width signs and digits, every place in it unmoved."""
    return text.translate(_SIGNS)


def parse(text: str, vocabulary: Vocabulary, wanted: Type = Type.ANY) -> Formula:
    """The checked formula. Raises FormulaError with the place of the first fault."""
    if len(text) > MOST_CHARACTERS:
        raise FormulaError("formula-too-long", MOST_CHARACTERS, most=str(MOST_CHARACTERS))
    parser = _Parser(half_signs(text), vocabulary)
    root = parser.whole()
    _expect(root, wanted)
    return Formula(text, root)


def _expect(part: Expression, wanted: Type) -> None:
    if Type.ANY in (wanted, part.type) or part.type is wanted:
        return
    raise FormulaError("formula-wrong-type", part.place, wanted=wanted.value, found=part.type.value)


class _Parser:
    """Precedence climbing, without a separate lexer: where a name ends depends on the vocabulary."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.at = 0
        self.depth = 0

    def whole(self) -> Expression:
        if not self.text.strip():
            raise FormulaError("formula-empty", len(self.text) + 1)
        root = self.either()
        self._blank()
        if self.at < len(self.text):
            raise FormulaError("formula-unexpected", self.at + 1, found=self.text[self.at : self.at + 10])
        return root

    def either(self) -> Expression:
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise FormulaError("formula-too-deep", self.at + 1, most=str(MOST_DEPTH))
        result = self._chain(("或",), self._both, Type.TRUTH)
        self.depth -= 1
        return result

    def _both(self) -> Expression:
        return self._chain(("且",), self._not, Type.TRUTH)

    def _not(self) -> Expression:
        place = self._blank()
        count = 0
        while self._operator("非"):
            count += 1
        operand = self._comparison()
        if count:
            _expect(operand, Type.TRUTH)
        for _ in range(2 - count % 2 if count else 0):
            operand = Unary("非", operand, place + 1)
        return operand

    def _comparison(self) -> Expression:
        left = self._sum()
        place = self._blank()
        operator = self._comparison_sign()
        if operator is None:
            return left
        right = self._sum()
        again = self._blank()
        if self._comparison_sign() is not None:
            raise FormulaError("formula-comparison-chained", again + 1)
        for side in (left, right):
            if side.type is Type.TRUTH:
                raise FormulaError("formula-wrong-type", side.place, wanted="数或文字", found=Type.TRUTH.value)
        return Binary(operator, left, right, place + 1)

    def _sum(self) -> Expression:
        return self._chain(("+", "-"), self._product, Type.NUMBER)

    def _product(self) -> Expression:
        return self._chain(("*", "/"), self._sign, Type.NUMBER)

    def _sign(self) -> Expression:
        place = self._blank()
        signs = 0
        negative = False
        while self.text[self.at : self.at + 1] in ("+", "-"):
            negative ^= self.text[self.at] == "-"
            signs += 1
            self.at += 1
            self._blank()
        operand = self._atom()
        if signs:
            _expect(operand, Type.NUMBER)
            return Unary("-" if negative else "+", operand, place + 1)
        return operand

    def _atom(self) -> Expression:
        place = self._blank()
        rest = self.text[self.at :]
        if not rest:
            raise FormulaError("formula-ends-early", len(self.text) + 1)
        if rest[0] == "(":
            self.at += 1
            inside = self.either()
            self._close()
            return inside
        if rest[0] in '"“”':
            return self._quoted(place)
        return self._named(place) or self._number(place) or self._unknown(place)

    def _quoted(self, place: int) -> Expression:
        ends = {'"': '"', "“": "”", "”": "”"}[self.text[place]]
        end = self.text.find(ends, place + 1)
        if end < 0:
            raise FormulaError("formula-quote-open", place + 1)
        self.at = end + 1
        return Literal(self.text[place + 1 : end], place + 1)

    def _number(self, place: int) -> Expression | None:
        match = _NUMBER.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        number = read_exact(match.group())
        follower = self.text[self.at : self.at + 1]
        if _RUN.match(follower) and follower not in _OPERATOR_WORDS:
            raise FormulaError("formula-unknown-name", place + 1, found=self._run(place))
        if self._sees("%"):
            self.at += 1
            number = exact(Ratio(number) / 100)
        return Literal(number, place + 1)

    def _named(self, place: int) -> Expression | None:
        found = self._longest_name()
        if found is None and self.vocabulary.open_names and (name := self._open_name()):
            return Named(Reference("field", name), place + 1)
        if found is None:
            return None
        name, end = found
        self._blank_at(end)
        called = self.text[self.at : self.at + 1] == "("
        if called and name in self.vocabulary.functions:
            return self._call(name, place)
        if name not in self.vocabulary.names:
            raise FormulaError("formula-needs-arguments", place + 1, function=name)
        self.at = end
        return Named(self.vocabulary.names[name], place + 1)

    def _open_name(self) -> str:
        """A name that the vocabulary need not know; inner blanks make no difference, an operator word ends it."""
        pieces = []
        while (run := _RUN.match(self.text, self.at)) and run.group()[0] not in _OPERATOR_WORDS:
            if run.group()[0].isdigit():
                break
            pieces.append(run.group())
            self._blank_at(run.end())
        return "".join(pieces)

    def _longest_name(self) -> tuple[str, int] | None:
        """The longest known name that begins here, and where it ends; inner blanks make no difference."""
        best: tuple[str, int] | None = None
        letters = ""
        for end in range(self.at, len(self.text)):
            letters += plain(self.text[end])
            if len(letters) > self.vocabulary.longest:
                break
            known = letters in self.vocabulary.names or letters in self.vocabulary.functions
            if known and not _NUMBER.fullmatch(letters) and not self._cuts_word(end):
                best = letters, end + 1
        return best

    def _cuts_word(self, last: int) -> bool:
        following = self.text[last + 1 : last + 2]
        return bool(_ASCII_WORD.match(self.text[last]) and _ASCII_WORD.match(following))

    def _call(self, name: str, place: int) -> Expression:
        signature = self.vocabulary.functions[name]
        outer = self.vocabulary
        self.at += 1
        self.vocabulary = signature.inner or outer
        arguments = [] if self._sees(")") else [self.either()]
        while self._sees(","):
            self.at += 1
            arguments.append(self.either())
        self.vocabulary = outer
        self._close()
        if not signature.least <= len(arguments) <= signature.most:
            raise FormulaError("formula-argument-count", place + 1, function=name, found=str(len(arguments)))
        for argument, wanted in zip(arguments, signature.argument_types, strict=False):
            _expect(argument, wanted)
        return Call(name, tuple(arguments), place + 1, signature.result)

    def _unknown(self, place: int) -> Expression:
        if _RUN.match(self.text, place):
            raise FormulaError("formula-unknown-name", place + 1, found=self._run(place))
        raise FormulaError("formula-unexpected", place + 1, found=self.text[place : place + 10])

    def _run(self, place: int) -> str:
        match = _RUN.match(self.text, place)
        return match.group() if match else self.text[place : place + 10]

    def _chain(self, operators: tuple[str, ...], operand: Callable[[], Expression], wanted: Type) -> Expression:
        left = operand()
        while True:
            place = self._blank()
            operator = next((each for each in operators if self._operator(each)), None)
            if operator is None:
                return left
            right = operand()
            _expect(left, wanted)
            _expect(right, wanted)
            left = Binary(operator, left, right, place + 1)

    def _operator(self, operator: str) -> bool:
        self._blank()
        if not self.text.startswith(operator, self.at):
            return False
        if operator in _OPERATOR_WORDS and self._longest_name() is not None:
            return False
        self.at += len(operator)
        return True

    def _comparison_sign(self) -> str | None:
        for written, operator in _COMPARISONS:
            if self.text.startswith(written, self.at):
                self.at += len(written)
                return operator
        return None

    def _close(self) -> None:
        if not self._sees(")"):
            raise FormulaError("formula-bracket-open", min(self.at, len(self.text)) + 1)
        self.at += 1

    def _sees(self, sign: str) -> bool:
        self._blank()
        return self.text.startswith(sign, self.at)

    def _blank(self) -> int:
        return self._blank_at(self.at)

    def _blank_at(self, at: int) -> int:
        while at < len(self.text) and self.text[at].isspace():
            at += 1
        self.at = at
        return at
