"""Reads a worked example: a TOML file with the scheme and the facts as little tables, and what must come out.

Every table has its first line as header and ``|`` between the cells, as in the workbooks. ``应得`` tells for a person,
worked out by hand, the total, the scores, the explanation of an indicator line by line, and the proposed grade.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.domain.cases import ROLES, Case
from app.domain.explanation import Node, figure_text
from app.domain.facts import Facts
from app.domain.ledgers import NOTHING_TO_REPORT, Coverage, Event
from app.domain.periods import Period
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.domain.schemes import Scheme
from tests.domain.made_up import Told, day, entry, inner, rows, scheme_of

FOLDER = Path(__file__).parent
_POSTING = {
    "条线": "line",
    "职务": "post",
    "职级": "rank",
    "法官等级": "judge_grade",
    "编制": "establishment",
    "指标组": "indicator_set",
}


@dataclass(frozen=True)
class Example:
    """One worked example: what it shows, its scheme and facts, what must come out, and what was decided."""

    name: str
    title: str
    period: Period
    scheme: Scheme
    facts: Facts
    expected: list[dict[str, Any]]
    decided: dict[str, str]


def examples() -> list[Example]:
    """Every example of the folder."""
    return [_read(path) for path in sorted(FOLDER.glob("*.toml"))]


def _read(path: Path) -> Example:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    period = Period.parse(told["周期"])
    tables = told["事实"]
    return Example(
        name=path.stem,
        title=told["题目"],
        period=period,
        scheme=scheme_of(**told["方案"]),
        facts=_facts(tables, period),
        expected=told["应得"],
        decided={row["工号"]: row["评定等次"] for row in _table(tables, "决定")},
    )


def _table(tables: dict[str, str], name: str) -> list[dict[str, str]]:
    return [dict(row.cells) for row in rows(name, tables[name])] if name in tables else []


def _facts(tables: dict[str, str], period: Period) -> Facts:
    people = _table(tables, "花名册")
    cases, ledger = _table(tables, "案件"), _table(tables, "台账")
    return Facts(
        people=tuple({row["工号"]: Person(row["工号"], row["姓名"]) for row in people}.values()),
        postings=tuple(map(_posting, people)),
        absences=tuple(
            Absence(row["工号"], row["离岗类型"], date.fromisoformat(row["起"]), day(row.get("止")))
            for row in _table(tables, "离岗")
        ),
        entries=tuple(
            entry(row["工号"], row["数据项"], _told(row["数值"]), row.get("月份", period.code))
            for row in _table(tables, "数据")
        ),
        cases=tuple(map(_case, cases)),
        events=tuple(_event(row, number) for number, row in enumerate(ledger) if row["事项"] != NOTHING_TO_REPORT),
        ballots=tuple(_ballot(row, period, number) for number, row in enumerate(_table(tables, "测评"))),
        coverage=_coverage(tables, ledger, period),
        inner=_inner(tables),
    )


def _told(text: str) -> Told:
    return text


def _posting(row: dict[str, str]) -> Posting:
    further = {_POSTING[column]: told for column, told in row.items() if column in _POSTING}
    return Posting(
        row["工号"], row["部门"], row["人员类别"], start=day(row.get("任职起")), end=day(row.get("任职止")), **further
    )


def _case(row: dict[str, str]) -> Case:
    roles = {role: tuple(row[role].split("、")) for role in ROLES if role in row}
    own = Decimal(row["个案系数"]) if "个案系数" in row else None
    fields = {column: told for column, told in row.items() if column not in ROLES}
    return Case(
        row["案号"],
        date.fromisoformat(row["结案日期"]),
        roles,
        fields,
        own_factor=own,
        own_reason=row.get("系数说明", ""),
    )


def _event(row: dict[str, str], number: int) -> Event:
    return Event(
        row["台账"],
        date.fromisoformat(row["日期"]),
        row["工号"],
        row["事项"],
        level=row.get("级别", ""),
        points=Decimal(row["分值"]) if "分值" in row else None,
        count=Decimal(row["次数"]) if "次数" in row else None,
        result_key=row.get("成果标识", ""),
        ordinal=number,
        confirmed=row.get("确认", "是") == "是",
    )


def _ballot(row: dict[str, str], period: Period, number: int) -> Ballot:
    mark = Decimal(row["评分"]) if "评分" in row else None
    return Ballot(row["被测评人"], period, row["测评人类别"], mark, row.get("评价", ""), str(number))


def _coverage(tables: dict[str, str], ledger: list[dict[str, str]], period: Period) -> tuple[Coverage, ...]:
    """A 案件 table covers the period; a 台账 table exactly the ledgers that it has a row of."""
    cases = (Coverage("", period),) if "案件" in tables else ()
    return (*cases, *(Coverage(name, period) for name in dict.fromkeys(row["台账"] for row in ledger)))


def _inner(tables: dict[str, str]) -> dict[Period, dict[str, Any]]:
    """What the inner periods came to: 内期 | 工号 | 总分 | 等次."""
    found: dict[Period, dict[str, Any]] = {}
    for row in _table(tables, "各期"):
        here = found.setdefault(Period.parse(row["内期"]), {})
        status = row.get("状态", "complete")
        here[row["工号"]] = inner(
            row.get("总分"), row.get("等次", ""), decided=row.get("评定", "是") == "是", status=status
        )
    return found


def explanation_lines(node: Node) -> list[str]:
    """The explanation as a person reads it: each step with what came out of it, and the reason where there is no score."""
    lines = [f"{step.text} → {figure_text(step.value)}" if step.value is not None else step.text for step in node.steps]
    return [*lines, node.reason] if node.reason else lines
