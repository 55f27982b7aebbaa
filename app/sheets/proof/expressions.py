"""The scheme's formulas in spreadsheet functions, for one person."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.formula.formulas import Binary, Call, Expression, Formula, Literal, Named, Scope, Unary
from app.domain.formula.values import Nothing, number_in
from app.domain.formula.vocabulary import AGGREGATES, COUNTS, range_named
from app.domain.scoring.court import Member
from app.domain.scoring.scopes import PersonScope, group_named
from app.domain.words import plain
from app.sheets.proof.desk import Proof
from app.sheets.proof.pages import Unsayable, compared, number, quoted

_MOST_PLACES = 9


class Translator:
    """One person's formulas. ``scope`` evaluates them too, which tells what kind of value each part has."""

    def __init__(self, proof: Proof, member: Member, scope: PersonScope, own_value: str = "", marks: str = "0") -> None:
        self.proof = proof
        self.member = member
        self.scope = scope
        self._own_value = own_value
        self._marks = marks

    def formula(self, formula: Formula) -> str:
        """The formula's text. Raises Unsayable."""
        return number(formula.fixed) if formula.fixed is not None else self.text(formula.root)

    def text(self, part: Expression) -> str:
        """One part's text. Raises Unsayable; a part that is one of the kinds of nothing is ``NA()``."""
        if isinstance(part, Literal):
            return self._literal(part)
        if isinstance(part.value(_scope(self.scope)), Nothing):
            # It stands in the branch of an IF that is not taken, or the whole would be a nothing.
            return "NA()"
        if isinstance(part, Named):
            return self._named(part)
        if isinstance(part, Unary):
            inner = self.text(part.operand)
            return f"NOT({inner})" if part.operator == "非" else f"({part.operator}({inner}))"
        if isinstance(part, Binary):
            return self._binary(part)
        if isinstance(part, Call):
            return self._call(part)
        raise Unsayable(type(part).__name__)

    @staticmethod
    def _literal(part: Literal) -> str:
        if isinstance(part.content, str):
            return quoted(part.content)
        if isinstance(part.content, Nothing):
            raise Unsayable("nothing")
        return number(int(part.content) if isinstance(part.content, bool) else part.content)

    def _named(self, part: Named) -> str:
        kind, key = part.reference.kind, part.reference.key
        if kind == "item":
            return self.proof.data.item(self.member, key)
        if kind == "own" and key == "值":
            return self._own_value
        if kind == "own" and key == "分值":
            return self._marks
        if kind == "own":
            return self.proof.data.in_post(self.member, key)
        raise Unsayable(key)

    def _binary(self, part: Binary) -> str:
        left, right = self.text(part.left), self.text(part.right)
        if part.operator in "+-*/":
            return f"({left}{part.operator}{right})"
        if part.operator in ("且", "或"):
            return f"{'AND' if part.operator == '且' else 'OR'}({left},{right})"
        values = [side.value(_scope(self.scope)) for side in (part.left, part.right)]
        if all(isinstance(value, str) for value in values):
            if any(number_in(str(value)) is not None for value in values) or part.operator not in ("=", "!="):
                raise Unsayable("texts")
            return f"({left}{'=' if part.operator == '=' else '<>'}{right})"
        if any(isinstance(value, str) for value in values):
            raise Unsayable("text beside a number")
        return compared(left, part.operator, right)

    def _call(self, call: Call) -> str:
        if call.function in _WRITTEN:
            return _WRITTEN[call.function](self, call)
        if call.function in COUNTS:
            return self.proof.details.cases(self.member, call)
        if call.function in AGGREGATES:
            return self._over_people(call)
        if call.function == "得分":
            code = call.arguments[0]
            assert isinstance(code, Literal)
            return self.proof.score_of(self.member, str(code.content))
        # 离岗天数: days that no sheet here lists.
        value = call.value(_scope(self.scope))
        if isinstance(value, Nothing | str | bool):
            raise Unsayable(call.function)
        return number(value)

    def _over_people(self, call: Call) -> str:
        word, set_name = group_named(call)
        data = self.proof.data
        group = self.proof.evaluator.court.among(self.member, word, set_name)
        wanted = self.member.set_name if set_name is None else set_name
        conditions = data.conditions(self.member, word, wanted, group)
        first = call.arguments[0]
        if range_named(first):
            pairs = ",".join(f"{column},{wanted}" for column, wanted in conditions)
            return f"COUNTIFS({pairs})" if pairs else str(len(group))
        column = data.over(first, self, wanted, for_places=call.function == "名次")
        if call.function == "名次":
            return data.place(self.member, conditions, column, high_first=True)
        pairs = "".join(f",{each},{wanted}" for each, wanted in conditions)
        numeric = f'{column},">-1E+300"'
        return {
            "均值": f"AVERAGEIFS({column},{numeric}{pairs})",
            "合计": f"SUMIFS({column},{numeric}{pairs})",
            "人数": f"COUNTIFS({numeric}{pairs})",
            "最高": f"_xlfn.MAXIFS({column},{numeric}{pairs})",
            "最低": f"_xlfn.MINIFS({column},{numeric}{pairs})",
        }[call.function]

    def beside(self, member: Member, own_value: str) -> Translator:
        """The translator of the same formula for another person."""
        return Translator(self.proof, member, self.scope.beside(member), own_value, self._marks)

    @property
    def asks_own_value(self) -> bool:
        """Whether 值 is known here."""
        return bool(self._own_value)


def _scope(scope: PersonScope) -> Scope:
    return scope


def _listed(function: str) -> Callable[[Translator, Call], str]:
    return lambda translator, call: f"{function}({','.join(map(translator.text, call.arguments))})"


def _rounded(translator: Translator, call: Call) -> str:
    text, places = (translator.text(each) for each in call.arguments)
    if not places.isdecimal():
        raise Unsayable("places")
    return f"ROUND({text},{places})" if int(places) >= _MOST_PLACES else f"ROUND(ROUND({text},9),{places})"


_WRITTEN: dict[str, Callable[[Translator, Call], str]] = {
    "若": _listed("IF"),
    "最小": _listed("MIN"),
    "最大": _listed("MAX"),
    "绝对值": _listed("ABS"),
    "取整": lambda translator, call: f"TRUNC(ROUND({translator.text(call.arguments[0])},9))",
    "四舍五入": _rounded,
}


def same(left: str, right: str) -> bool:
    """Whether a spreadsheet takes two texts for the same: letter case makes no difference, everything else does."""
    return plain(left) == plain(right) and left.casefold() == right.casefold()
