"""复算 of one indicator set: each leaf's value and parameters, its score by a formula, 摊分, 周期, the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.domain.explanation import Node, figure_text
from app.domain.formula.formulas import Formula
from app.domain.formula.values import Nothing
from app.domain.numbers import Exact, Ratio, exact
from app.domain.rules import Blocked, Veto
from app.domain.rules.leaf import Faulty
from app.domain.schemes import Component, Indicator, IndicatorSet, Policy
from app.domain.scoring.court import Member
from app.domain.scoring.leaves import LeafScope
from app.domain.scoring.spells import spells_of
from app.domain.words import plain
from app.sheets.proof.desk import Proof
from app.sheets.proof.expressions import Translator
from app.sheets.proof.pages import Content, Heading, Living, Page, Said, Unsayable, number, rounded
from app.sheets.proof.rules import LeafCells, score_text

_NAMES = ("工号", "姓名", "部门")
_TOP = 5
_GROUP, _MARKS, _HEADER = 2, 3, 4
"""Rows of the indicators' names, of their full marks, and of the columns' titles."""


@dataclass
class LeafColumns:
    """Where one leaf's cells stand: its value, its parameters that are worked out, the scores by rule, the score."""

    indicator: Indicator
    value: int
    parameters: dict[int, int] = field(default_factory=dict)
    by_rule: int = -1
    score: int = -1


class SetPage:
    """One sheet. Columns are laid out first, so that pages can name one another's cells; then ``fill`` works them out."""

    def __init__(self, proof: Proof, chosen: IndicatorSet, members: Sequence[Member]) -> None:
        name = f"复算 {chosen.name}"
        self.page = Page(name, f"复算：{chosen.name}", [], _TOP, frozen_columns=len(_NAMES))
        self.members = tuple(members)
        self._proof = proof
        self._chosen = chosen
        evaluator = proof.evaluator
        self._rows = {member.staff_no: _TOP + at for at, member in enumerate(members)}
        self._composition = evaluator.scheme.composition(evaluator.court.period.kind)
        self._leaves: dict[str, LeafColumns] = {}
        self._next = len(_NAMES)
        for column, title in enumerate(_NAMES):
            self.page.headings.append(Heading(_HEADER, column, column, title))
        for leaf in (*evaluator.leaves[chosen.name], *evaluator.vetoes[chosen.name]):
            self._leaves[plain(leaf.code)] = self._lay_out(leaf)
        self._spread = self._column("摊分")
        self._own = self._column("本期合计")
        self._inner = {
            component.inner: [
                self._column(f"{period.title}总分") for period in evaluator.court.period.inner(component.inner)
            ]
            for component in self._composition
            if component.inner is not None
        }
        self._components = [
            self._column(f"周期：{_component_name(each)}（{each.weight_text}）") for each in self._parts
        ]
        self.total = self._column("总分")

    @property
    def _parts(self) -> Sequence[Component]:
        """The rows of 周期, where there is more than the period itself."""
        alone = len(self._composition) == 1 and self._composition[0].inner is None
        return () if alone else self._composition

    def _column(self, title: str) -> int:
        column = self._next
        self._next += 1
        self.page.headings.append(Heading(_HEADER, column, column, title))
        return column

    def _lay_out(self, leaf: Indicator) -> LeafColumns:
        first = self._next
        columns = LeafColumns(leaf, self._column("数值"))
        rule = leaf.rule
        assert rule is not None
        for formula in rule.formulas():
            if formula.fixed is None:
                columns.parameters[id(formula)] = self._column(formula.text)
        if Policy.MEAN in (leaf.missing, leaf.not_applicable):
            columns.by_rule = self._column("有数者得分")
        if not isinstance(rule, Veto):
            columns.score = self._column("得分")
            if leaf.full_marks is not None:
                self.page.put(_MARKS, columns.score, leaf.full_marks)
        words = rule.words()
        self.page.headings.append(
            Heading(_GROUP, first, self._next - 1, f"{leaf.code} {leaf.name}（{rule.method}：{words}）")
        )
        return columns

    def total_ref(self, member: Member) -> str:
        """The cell of a person's total."""
        return self.page.ref(self._row(member), self.total)

    def score_ref(self, member: Member, code: str) -> str:
        """The cell of a person's score of a leaf. Raises Unsayable for a branch or a leaf without a score."""
        columns = self._leaves.get(plain(code))
        if columns is None or columns.score < 0:
            raise Unsayable("no leaf")
        return self.page.ref(self._row(member), columns.score)

    def _row(self, member: Member) -> int:
        row = self._rows.get(member.staff_no)
        if row is None:
            raise Unsayable("no row")
        return row

    def fill(self) -> None:
        """Work out every cell."""
        for member in self.members:
            row = self._rows[member.staff_no]
            for column, value in enumerate((member.staff_no, member.person.name, member.posting.division)):
                self.page.put(row, column, value)
            nodes = {code: self._fill_leaf(member, row, each) for code, each in self._leaves.items()}
            self._fill_total(member, row, nodes)

    def _fill_leaf(self, member: Member, row: int, columns: LeafColumns) -> Node:
        evaluator, leaf = self._proof.evaluator, columns.indicator
        node = evaluator.leaf(member, leaf.code)
        scope = LeafScope(evaluator, member, evaluator.columns[member.set_name][leaf.code])
        value = self._put_value(member, row, columns)
        ruled = evaluator.ruled(member, leaf.code)
        if columns.score < 0:
            if node.reason == "触发":
                self._fill_veto(
                    row,
                    LeafCells(
                        self._proof, member, leaf, scope, Translator(self._proof, member, scope, value), value, "0", {}
                    ),
                )
            return node
        if ruled.score is None:
            self.page.put(row, columns.score, self._by_policy(columns, node))
            return node
        marks = self.page.ref(_MARKS, columns.score) if leaf.full_marks is not None else "0"
        translator = Translator(self._proof, member, scope, value, marks)
        cells = LeafCells(self._proof, member, leaf, scope, translator, value, marks, {})
        score: Content
        try:
            self._put_parameters(row, columns, cells)
            rule = leaf.rule
            assert rule is not None
            exactly = rule.score(scope, scope.value()).score
            score = self._living(rounded(score_text(cells), evaluator.scheme.places, exactly))
        except Unsayable:
            self._proof.note(f"{member.person.name}的{leaf.name}")
            score = Said(ruled.score)
        if columns.by_rule >= 0:
            self.page.put(row, columns.by_rule, score)
            score = self._living(self.page.ref(row, columns.by_rule))
        self.page.put(row, columns.score, score)
        return node

    def _living(self, text: str) -> Living:
        """A score, shown with the scheme's decimals."""
        return Living(text, self._proof.evaluator.scheme.places)

    def _put_value(self, member: Member, row: int, columns: LeafColumns) -> str:
        if columns.indicator.item:
            self.page.put(row, columns.value, Living(self._proof.data.item(member, columns.indicator.item)))
        return self.page.ref(row, columns.value)

    def _put_parameters(self, row: int, columns: LeafColumns, leaf: LeafCells) -> None:
        """Every parameter that is a formula, in its column; one that is not needed here may be a nothing."""
        for formula in self._asked(columns):
            column = columns.parameters[id(formula)]
            value = formula.value(leaf.scope)
            if isinstance(value, Nothing):
                self.page.put(row, column, value.state.word)
            else:
                self.page.put(row, column, Living(leaf.translator.formula(formula)))
            leaf.cells[id(formula)] = self.page.ref(row, column)

    @staticmethod
    def _asked(columns: LeafColumns) -> Iterator[Formula]:
        rule = columns.indicator.rule
        assert rule is not None
        return (formula for formula in rule.formulas() if id(formula) in columns.parameters)

    def _fill_veto(self, row: int, leaf: LeafCells) -> None:
        """A veto that strikes has no score; the total that it sets stands in the column of that parameter."""
        try:
            self._put_parameters(row, self._leaves[plain(leaf.indicator.code)], leaf)
        except (Unsayable, Blocked, Faulty):
            self._proof.note(f"{leaf.member.person.name}的{leaf.indicator.name}")

    def _by_policy(self, columns: LeafColumns, node: Node) -> Content:
        """Without a score by rule: what the policy gives, else the kind of nothing and the policy."""
        if node.score is None:
            return f"{node.state.word}（{node.missing_rule or Policy.WAIT.value}）"
        if node.missing_rule == Policy.FULL.value:
            return self._living(f"ROUND({self.page.ref(_MARKS, columns.score)},{self._proof.evaluator.scheme.places})")
        if node.missing_rule != Policy.MEAN.value:
            return node.score
        evaluator = self._proof.evaluator
        ruled = [
            evaluator.ruled(each, columns.indicator.code).score for each in self._proof.members_of(self._chosen.name)
        ]
        scores = [exact(score) for score in ruled if score is not None]
        last = _TOP + len(self.members) - 1
        text = f"AVERAGE({self.page.range((_TOP, columns.by_rule), (last, columns.by_rule))})"
        try:
            return self._living(rounded(text, evaluator.scheme.places, exact(Ratio(sum(scores)) / len(scores))))
        except Unsayable:
            return Said(node.score)

    def _fill_total(self, member: Member, row: int, nodes: dict[str, Node]) -> None:
        own = self._fill_spells(member, row) if member.spells else self._fill_own(row, nodes)
        result = self._proof.result(member)
        texts: list[str] = []
        complete = True
        for at, component in enumerate(self._parts):
            text, known = self._component(member, row, component, own)
            self.page.put(row, self._components[at], text)
            texts.append(self.page.ref(row, self._components[at]))
            complete = complete and known
        places = self._proof.evaluator.scheme.places
        if not self._parts:
            complete = own is not None
            texts = [self.page.ref(row, self._own)]
        normal: Content = self._living(f"ROUND(SUM({','.join(texts)}),{places})") if complete else "待补"
        if not member.spells:
            normal = self._with_vetoes(row, normal)
        elif result.veto and result.total is not None:
            normal = Said(result.total)
        self.page.put(row, self.total, normal)

    def _fill_spells(self, member: Member, row: int) -> Exact | None:
        """任职变动 by days: each spell's score × its share of the days; the spells' own scores are copied.

        The row's indicators are those of the whole period, which others may quote; the total is not made of them.
        """
        views = {each.code: each.days for each in spells_of(self._proof.evaluator, member)}
        spells = [
            node for node in self._proof.result(member).tree.walk() if node.kind == "component" and node.code in views
        ]
        if not spells or any(node.score is None for node in spells):
            self.page.put(row, self._own, "待补")
            return None
        self._proof.note(f"{member.person.name}各段任职的得分（按天拆分）")
        places, days = self._proof.evaluator.scheme.places, sum(views[node.code] for node in spells)
        texts, figure = [], Ratio(0)
        for node in spells:
            score = Ratio(exact(Decimal(figure_text(node.value))))
            exactly = score * views[node.code] / days
            texts.append(rounded(f"{number(exact(score))}*{views[node.code]}/{days}", places, exact(exactly)))
            figure += self._proof.half_up(exact(exactly))
        self.page.put(row, self._spread, "拆分")
        self.page.put(row, self._own, self._living(f"ROUND({'+'.join(texts)},{places})"))
        return exact(figure)

    def _fill_own(self, row: int, nodes: dict[str, Node]) -> Exact | None:
        """本期合计 with 摊分; gives its figure, None where something is missing."""
        leaves = [each for each in self._leaves.values() if each.score >= 0]
        scored = [each for each in leaves if nodes[plain(each.indicator.code)].score is not None]
        waiting = [
            each
            for each in leaves
            if each not in scored and nodes[plain(each.indicator.code)].missing_rule != Policy.SPREAD.value
        ]
        if not leaves or waiting:
            self.page.put(row, self._own, "待补" if leaves else "没有指标")
            return None
        places = self._proof.evaluator.scheme.places
        figure = sum((exact(nodes[plain(each.indicator.code)].score or Decimal(0)) for each in scored), 0)
        counted = [each for each in leaves if not each.indicator.extra and each.indicator.full_marks is not None]
        kept = [each for each in counted if each in scored]
        spread = ""
        if len(kept) < len(counted):
            marks = sum((exact(each.indicator.full_marks or Decimal(0)) for each in kept), 0)
            if not marks:
                self.page.put(row, self._own, "待补")
                return None
            points = sum((exact(nodes[plain(each.indicator.code)].score or Decimal(0)) for each in kept), 0)
            total = exact(self._chosen.total)
            exactly = exact(Ratio(points) * total / marks)
            own = f"SUM({','.join(self.page.ref(row, each.score) for each in kept)})"
            base = f"SUM({','.join(self.page.ref(_MARKS, each.score) for each in kept)})"
            text = rounded(f"{own}*{number(total)}/{base}", places, exactly)
            self.page.put(row, self._spread, self._living(f"ROUND({text}-{own},{places})"))
            spread = f",{self.page.ref(row, self._spread)}"
            figure += self._proof.half_up(exactly) - points
        refs = ",".join(self.page.ref(row, each.score) for each in scored)
        self.page.put(row, self._own, self._living(f"ROUND(SUM({refs or 0}{spread}),{places})"))
        return figure

    def _component(self, member: Member, row: int, component: Component, own: Exact | None) -> tuple[Content, bool]:
        """One row of 周期: mean × weight, rounded once."""
        places, weight = self._proof.evaluator.scheme.places, number(component.weight)
        if component.inner is None:
            if own is None:
                return "待补", False
            return Living(
                rounded(f"{self.page.ref(row, self._own)}*{weight}", places, exact(Ratio(own) * component.weight))
            ), True
        columns, totals = self._inner[component.inner], self._proof.inner_totals(member, component.inner)
        for column, total in zip(columns, totals, strict=True):
            self.page.put(row, column, total)
        told = [exact(total) for total in totals if isinstance(total, Decimal)]
        if not told or self._proof.waits(member, component.inner):
            return "待补", False
        cells = self.page.range((row, columns[0]), (row, columns[-1]))
        exactly = exact(Ratio(sum(told)) / len(told) * component.weight)
        return self._living(rounded(f"AVERAGE({cells})*{weight}", places, exactly)), True

    def _with_vetoes(self, row: int, normal: Content) -> Content:
        """The least total that a veto sets where it strikes."""
        parts = []
        for columns in self._leaves.values():
            rule = columns.indicator.rule
            if not isinstance(rule, Veto) or rule.total is None:
                continue
            if rule.total.fixed is not None:
                total = number(rule.total.fixed)
            elif (row, columns.parameters[id(rule.total)]) in self.page.cells:
                total = self.page.ref(row, columns.parameters[id(rule.total)])
            else:
                continue
            places = self._proof.evaluator.scheme.places
            parts.append(f"IF(N({self.page.ref(row, columns.value)})>0,ROUND(ROUND({total},9),{places}),1E+300)")
        if not parts:
            return normal
        text = normal.text if isinstance(normal, Living) else f'"{normal}"'
        least = f"MIN({','.join(parts)})"
        return self._living(f"IF({least}<1E+300,{least},{text})")


def _component_name(component: Component) -> str:
    return "本期" if component.inner is None else f"各{component.inner.word}平均"
