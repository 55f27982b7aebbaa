"""复算明细: the cases, events, quoted scores and group means of which a figure is the sum, a row each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.formula.formulas import Call
from app.domain.numbers import Exact, exact
from app.domain.rules.events import Counted, once_for_each_result, times
from app.domain.schemes import DataItem
from app.domain.scoring.court import Member
from app.domain.scoring.items import events_of
from app.sheets.proof.desk import Detail, Proof
from app.sheets.proof.pages import Heading, Living, Page, Unsayable, cell_of

_TOP = 3
_TITLES = ("工号", "姓名", "用于", "案号、事项或对象", "分或基础分", "系数或次数", "角色系数、权重或是否计入", "得数")
_FIRST, _SECOND, _THIRD, _POINTS = 4, 5, 6, 7
MOST_ROWS = 30_000
"""More cases and events than these are not listed one by one: their sum is copied, and noted."""


class DetailPage:
    """Blocks of rows, one below the other; each block belongs to one person and one use."""

    def __init__(self, proof: Proof) -> None:
        self.page = Page(
            "复算明细",
            "复算明细：案件、事项、引用的得分",
            ["得数＝前三栏之积；用到它的地方把一段行的得数加起来。"],
            _TOP,
            frozen_columns=2,
        )
        self._proof = proof
        self._next = _TOP
        self._known: dict[object, str] = {}
        self._kept: list[object] = []
        for column, title in enumerate(_TITLES):
            self.page.headings.append(Heading(_TOP - 1, column, column, title))

    def block(self, member: Member, use: str, rows: Iterable[Detail]) -> tuple[str, str]:
        """The sum of these rows' figures, and where their last factors stand. Raises Unsayable where there are too many."""
        told = list(rows)
        if self._next + len(told) > MOST_ROWS:
            raise Unsayable("too many rows")
        first, last = self._next, self._next + len(told) - 1
        for row, each in enumerate(told, start=first):
            for column, value in enumerate((member.staff_no, member.person.name, use, each.subject, *each.factors)):
                self.page.put(row, column, value)
            cells = (self.page.ref(row, column) for column in (_FIRST, _SECOND, _THIRD))
            self.page.put(row, _POINTS, Living("*".join(cells)))
        self._next = last + 1
        factors = [self.page.range((first, column), (last, column)) for column in (_FIRST, _SECOND, _THIRD)]
        # Not SUM over 得数: LibreOffice works out a long column of formulas in pieces, and sums of pieces came out stale.
        return f"SUMPRODUCT({','.join(factors)})", factors[-1]

    def cases(self, member: Member, call: Call) -> str:
        """The sum over the cases that 件数(…) or 折算(…) counts."""
        key = (id(call), member.staff_no)
        if key not in self._known:
            self._kept.append(call)
            condition = call.arguments[0] if call.arguments else None
            court, points = self._proof.evaluator.court, self._proof.evaluator.scheme.case_points
            found = list(court.casework.admitted(member.staff_no, condition))
            if call.function == "件数":
                # A number of cases needs no list of them.
                self._known[key] = str(len(found))
            else:
                rows = [self._case(case.number, points, *self._factors(case, roles)) for case, roles in found]
                self._known[key] = self._sum(member, "折算", rows)
        return self._known[key]

    def _factors(self, case: object, roles: tuple[str, ...]) -> tuple[Exact, str, Exact]:
        casework = self._proof.evaluator.court.casework
        coefficient = casework.coefficient(case)  # type: ignore[arg-type]
        role, factor = casework.best_role(roles) if coefficient.matched else (roles[0], 1)
        return coefficient.value, role, factor

    @staticmethod
    def _case(number: str, points: Exact, value: Exact, role: str, factor: Exact) -> Detail:
        return Detail(f"{number}（{role}）", (cell_of(points), cell_of(value), cell_of(factor)))

    def events(self, member: Member, item: DataItem) -> str:
        """The sum of 次数 of the events that a 台账 item counts, one 成果标识 once."""
        key = (item.code, member.staff_no)
        if key not in self._known:
            told = events_of(self._proof.evaluator.court, member, item)
            counted = once_for_each_result((event, times(event)) for event in told)
            self._known[key] = self._sum(member, item.name, [_counted(each, 1) for each in counted])
        return self._known[key]

    def points(self, member: Member, use: str, counted: Sequence[Counted]) -> str:
        """The sum of the events' points."""
        return self._sum(member, use, [_counted(each, times(each.event)) for each in counted])

    def _sum(self, member: Member, use: str, rows: Sequence[Detail]) -> str:
        return self.block(member, use, rows)[0] if rows else "0"


def _counted(counted: Counted, count: Exact) -> Detail:
    event = counted.event
    subject = f"{event.day.isoformat()} {event.subject}" + (f"（{event.level}）" if event.level else "")
    return Detail(subject, (cell_of(exact(counted.figure)), cell_of(count), int(counted.counts)))
