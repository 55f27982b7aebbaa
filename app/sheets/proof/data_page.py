"""复算数据: everybody, and every figure that went into a score, each in a column of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from app.domain.entries import State
from app.domain.explanation import Input
from app.domain.formula.formulas import Expression, Named
from app.domain.formula.values import Nothing, Value, number_of
from app.domain.formula.vocabulary import EVERYBODY
from app.domain.numbers import Exact, Ratio, exact
from app.domain.problems import AppError
from app.domain.schemes import TYPED_IN, DataItem, Gathering, ItemKind
from app.domain.scoring.court import Member, in_post
from app.domain.scoring.scopes import PersonScope
from app.domain.words import plain
from app.sheets.proof.desk import Proof, Speaker
from app.sheets.proof.expressions import Translator
from app.sheets.proof.pages import Content, Heading, Living, Page, Said, Unsayable, cell_of, number

_TOP = 3
_FIXED = ("工号", "姓名", "部门", "条线", "指标组", "在岗月数", "在岗比例")
_DIVISION, _LINE, _SET, _MONTHS, _SHARE = 2, 3, 4, 5, 6
_COMPUTED = frozenset({ItemKind.CASES, ItemKind.FORMULA})
_MOST_INPUTS = 24


class DataPage:
    """One row a person; columns come as they are asked for, each filled for everybody who has a row."""

    def __init__(self, proof: Proof, members: Sequence[Member]) -> None:
        self.page = Page(
            "复算数据",
            "复算数据：每人的各项数值",
            ["数值是填报的数，或者由本表、“复算明细”表的数算出；红字是程序算出照录的数；未填、不适用、免计照写。"],
            _TOP,
            frozen_columns=2,
        )
        self._proof = proof
        self._members = tuple(members)
        self._rows = {member.staff_no: _TOP + at for at, member in enumerate(members)}
        self._blocks = _blocks(members)
        self._columns: dict[object, int] = {}
        self._kept: list[object] = []
        for column, title in enumerate(_FIXED):
            self.page.headings.append(Heading(_TOP - 1, column, column, title))
        names = _one_spelling(members)
        for member in members:
            self._put_fixed(member, names)

    def _put_fixed(self, member: Member, names: dict[tuple[str, str], str]) -> None:
        row, posting = self._rows[member.staff_no], member.posting
        told: tuple[Content, ...] = (
            *(member.staff_no, member.person.name, names["部门", plain(posting.division)]),
            *(names["条线", plain(posting.line)], member.set_name, member.tenure.months_in_post, member.tenure.ratio),
        )
        for column, value in enumerate(told):
            self.page.put(row, column, value)

    def has(self, member: Member) -> bool:
        """Whether the person has a row."""
        return member.staff_no in self._rows

    def item(self, member: Member, code: str) -> str:
        """The cell of a data item of a person."""
        item = self._proof.evaluator.items[code]
        unit = f"（{item.unit}）" if item.unit else ""
        column = self._column(("item", code), f"{item.code}\n{item.name}{unit}", lambda each: self._value(each, item))
        return self.page.ref(self._row(member), column)

    def in_post(self, member: Member, name: str) -> str:
        """The cell of 在岗月数 or 在岗比例."""
        if isinstance(in_post(member.tenure, name), Nothing):
            raise Unsayable(name)
        return self.page.ref(self._row(member), _MONTHS if name == "在岗月数" else _SHARE)

    def conditions(self, member: Member, word: str, set_name: str, group: Sequence[Member]) -> list[tuple[str, str]]:
        """Columns and what they must say for the people of a range. Raises Unsayable where some of them have no row."""
        if not all(map(self.has, group)):
            raise Unsayable("people outside")
        found = []
        if word in ("部门", "条线"):
            column = _DIVISION if word == "部门" else _LINE
            found.append((self._whole(column, set_name), self.page.ref(self._row(member), column)))
        if plain(set_name) != EVERYBODY:
            told = next((each.set_name for each in group), set_name)
            found.append((self._whole(_SET, set_name), f'"{told}"'))
        return found

    def over(self, part: Expression, translator: Speaker, set_name: str, *, for_places: bool) -> str:
        """The column with a part of a formula for everybody of an indicator set, and for oneself."""
        if isinstance(part, Named) and part.reference.kind == "item" and not for_places:
            self.item(translator.member, part.reference.key)
            return self._whole(self._columns["item", part.reference.key], set_name)
        wanted, oneself = plain(set_name), translator.member
        own = wanted in (EVERYBODY, plain(oneself.set_name))

        def content(member: Member) -> Content:
            if member is not oneself and wanted not in (EVERYBODY, plain(member.set_name)):
                return None
            value = number_of(part.value(translator.scope.beside(member)))
            if isinstance(value, Nothing):
                return value.state.word
            text = translator.beside(member, self._own_of(translator, member)).text(part)
            return Living(f"ROUND({text},9)" if for_places else text)

        title = "名次所比的数" if for_places else "范围内所用的数"
        key = (id(part), for_places, wanted, "" if own else oneself.staff_no)
        return self._whole(self._column(key, title, content, part), set_name)

    def _own_of(self, translator: Speaker, member: Member) -> str:
        item = getattr(getattr(translator.scope, "indicator", None), "item", "")
        return self.item(member, item) if item and translator.asks_own_value else ""

    def places(self, code: str, set_name: str) -> str:
        """The column of a data item rounded so that equal figures are equal."""
        item = self._proof.evaluator.items[code]

        def content(member: Member) -> Content:
            value = number_of(self._proof.evaluator.told(member, code).value)
            return None if isinstance(value, Nothing) else Living(f"ROUND({self.item(member, code)},9)")

        return self._whole(self._column(("places", code), f"{item.code}\n名次所比的数", content), set_name)

    def place(self, member: Member, conditions: Sequence[tuple[str, str]], column: str, *, high_first: bool) -> str:
        """One more than there are better figures in a column."""
        row = self._row(member) + 1
        own = f"{column.split('!', maxsplit=1)[0]}!{column.split('!')[1].split(':', maxsplit=1)[0].rsplit('$', 1)[0]}{row}"
        parts = [f"({each}={wanted})" for each, wanted in conditions]
        parts += [f"ISNUMBER({column})", f"({column}{'>' if high_first else '<'}{own})"]
        return f"(1+SUMPRODUCT({'*'.join(parts)}))"

    def _row(self, member: Member) -> int:
        row = self._rows.get(member.staff_no)
        if row is None:
            raise Unsayable("no row")
        return row

    def _whole(self, column: int, set_name: str) -> str:
        """A column over the rows of a set, which stand together; a wider range could lead in a circle."""
        first, last = self._blocks.get(plain(set_name), (0, len(self._members) - 1))
        return self.page.range((_TOP + first, column), (_TOP + last, column))

    def _column(self, key: object, title: str, content: Callable[[Member], Content], keep: object = None) -> int:
        known = self._columns.get(key)
        if known is not None:
            return known
        # What is named by its address must stay, or another part may get the same one.
        self._kept.append(keep)
        made = [content(member) for member in self._members]
        known = self._columns.get(key)
        if known is not None:
            return known
        column = self._columns[key] = len(_FIXED) + len(self._columns)
        self.page.headings.append(Heading(_TOP - 1, column, column, title))
        for member, each in zip(self._members, made, strict=True):
            self.page.put(self._rows[member.staff_no], column, each)
        return column

    def _value(self, member: Member, item: DataItem) -> Content:
        try:
            told = self._proof.evaluator.told(member, item.code)
        except AppError:
            # Nobody asked for this one in the scoring, and asking leads in a circle.
            return "—"
        value = told.value
        if isinstance(value, Nothing):
            return value.state.word
        if isinstance(value, str):
            return value
        figure: Exact = int(value) if isinstance(value, bool) else value
        try:
            return self._living(member, item, figure, told.inputs)
        except Unsayable:
            self._proof.note(f"{member.person.name}的{item.name}")
            return _said(figure)

    def _living(self, member: Member, item: DataItem, figure: Exact, inputs: Sequence[Input]) -> Content:
        if item.kind in _COMPUTED and item.formula is not None:
            return Living(
                Translator(self._proof, member, PersonScope(self._proof.evaluator, member)).text(item.formula.root)
            )
        if item.kind is ItemKind.LEDGER:
            return Living(self._proof.details.events(member, item))
        if item.kind in TYPED_IN:
            return _gathered(item, figure, inputs) or cell_of(figure)
        return _said(figure)


def _said(figure: Exact) -> Content:
    told = cell_of(figure)
    return told if isinstance(told, Living) else Said(told)  # type: ignore[arg-type]


def _gathered(item: DataItem, figure: Exact, inputs: Sequence[Input]) -> Content:
    """The months of which a longer period's figure is made, as a formula over them; None where it is told as it is."""
    if item.kind is not ItemKind.NUMBER or not 1 < len(inputs) <= _MOST_INPUTS:
        return None
    told = [exact(each.value) for each in inputs if each.state is State.VALUE and isinstance(each.value, Decimal)]
    parts = [number(each) for each in told]
    if not told:
        return None
    ways: dict[Gathering, tuple[Value, str]] = {
        Gathering.SUM: (exact(Ratio(sum(told))), "+".join(parts)),
        Gathering.MEAN: (exact(Ratio(sum(told)) / len(told)), f"({'+'.join(parts)})/{len(parts)}"),
        Gathering.MAX: (max(told), f"MAX({','.join(parts)})"),
    }
    reckoned, text = ways.get(item.gathering or Gathering.SUM, (None, ""))
    return Living(text) if reckoned == figure else None


def _blocks(members: Sequence[Member]) -> dict[str, tuple[int, int]]:
    """From which to which member each set goes."""
    found: dict[str, tuple[int, int]] = {}
    for at, member in enumerate(members):
        name = plain(member.set_name)
        found[name] = (found.get(name, (at, at))[0], at)
    return found


def _one_spelling(members: Sequence[Member]) -> dict[tuple[str, str], str]:
    """The first spelling of each 部门 and 条线: a formula compares them letter by letter."""
    names: dict[tuple[str, str], str] = {}
    for member in members:
        names.setdefault(("部门", plain(member.posting.division)), member.posting.division)
        names.setdefault(("条线", plain(member.posting.line)), member.posting.line)
    return names
