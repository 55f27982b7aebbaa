"""Schemes as little tables and people in one line, so that a test shows nothing but its rule. Everybody is made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from app.domain.cases import Case, Ruling
from app.domain.entries import Entry, Origin, State
from app.domain.explanation import Node
from app.domain.facts import Evaluation, Facts, InnerResult, PersonResult, Status
from app.domain.grades.grading import PersonProposal, Proposal, propose
from app.domain.ledgers import Coverage, Event
from app.domain.periods import Period
from app.domain.problems import Problem, Source
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.domain.scheme.check import build_scheme
from app.domain.schemes import Scheme, SchemeRow, SchemeText
from app.domain.scoring import evaluate

QUARTER = "2024Q1"
STATES = {"未填": State.EMPTY, "不适用": State.NOT_APPLICABLE, "免计": State.EXCUSED}
HEAD = {"方案": "项目|内容\n方案名称|考核办法\n年度|2024", "指标组": '指标组|适用条件\n法官|人员类别=="员额法官"'}
Told = str | int | Decimal | None
Pair = tuple[Person, Posting]


def rows(sheet: str, table: str) -> tuple[SchemeRow, ...]:
    """The rows of a sheet from lines with ``|`` between the cells; the first line is the header."""
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    header = lines[0]
    told = []
    for number, line in enumerate(lines[1:], start=2):
        cells = {column: cell for column, cell in zip(header, line, strict=False) if cell}
        addresses = {column: f"{chr(65 + position)}{number}" for position, column in enumerate(header)}
        told.append(SchemeRow(cells, addresses, sheet))
    return tuple(told)


def scheme_text(sheets: Mapping[str, str]) -> SchemeText:
    """A scheme workbook; sheets 方案 and 指标组 are there unless told."""
    told = {**HEAD, **sheets}
    return SchemeText("方案.xlsx", {name: rows(name, table) for name, table in told.items()})


def problems_of(**sheets: str) -> tuple[Problem, ...]:
    """Everything that is wrong with a workbook."""
    return build_scheme(scheme_text(sheets))[1]


def codes_of(**sheets: str) -> list[str]:
    """The codes of everything that is wrong with a workbook."""
    return [problem.code for problem in problems_of(**sheets)]


def scheme_of(**sheets: str) -> Scheme:
    """The scheme of a workbook without faults."""
    scheme, problems = build_scheme(scheme_text(sheets))
    assert scheme is not None, [(each.code, each.value, each.values) for each in problems]
    return scheme


def day(text: str | None) -> date | None:
    """``2024-03-05`` as a day."""
    return date.fromisoformat(text) if text else None


def person(staff_no: str, division: str = "民一庭", category: str = "员额法官", **posting: str) -> Pair:
    """A person with one posting; further fields by their names, ``start`` and ``end`` as texts."""
    fields = {name: told for name, told in posting.items() if name not in ("start", "end", "name")}
    whole = Posting(
        staff_no, division, category, start=day(posting.get("start")), end=day(posting.get("end")), **fields
    )
    return Person(staff_no, posting.get("name", f"{staff_no}某")), whole


def entry(staff_no: str, item: str, told: Told, period: str = QUARTER) -> Entry:
    """One value; 未填 (or None), 不适用, 免计 and other words as they are written."""
    when = Period.parse(period)
    origin = Origin(Source("数据.xlsx", "数据", "C4"), "1", "经办人", "2024-04-02T09:00:00")
    if told is None or told in STATES:
        return Entry(staff_no, item, when, STATES[told or "未填"], origin=origin)
    try:
        return Entry(staff_no, item, when, State.VALUE, Decimal(told), origin=origin)
    except ArithmeticError:
        return Entry(staff_no, item, when, State.VALUE, word=str(told), origin=origin)


def event(ledger: str, when: str, staff_no: str, subject: str = "事项", **told: object) -> Event:
    """One ledger event; 分值 and 次数 may be told as texts."""
    for name in ("points", "count"):
        if told.get(name) is not None:
            told[name] = Decimal(str(told[name]))
    return Event(ledger, date.fromisoformat(when), staff_no, subject, **told)  # type: ignore[arg-type]


def case(number: str, closed: str = "2024-02-01", own: str | None = None, **told: str) -> Case:
    """A closed case: roles by their names (several people joined by 、), every other column as a field."""
    roles = {
        role: tuple(told.pop(role).split("、"))
        for role in ("承办人", "审判长", "合议庭成员", "法官助理", "书记员")
        if role in told
    }
    factor = None if own is None else Decimal(own)
    return Case(
        number, date.fromisoformat(closed), roles, told, own_factor=factor, own_reason="案情重大" if own else ""
    )


def covered(*ledgers: str, period: str = QUARTER) -> tuple[Coverage, ...]:
    """Who looked: ``""`` is the case list."""
    return tuple(Coverage(ledger, Period.parse(period)) for ledger in ledgers)


def facts(people: Iterable[Pair], *records: object, inner: Mapping[str, Mapping[str, object]] | None = None) -> Facts:
    """The facts of one period; records of any kind in any order, tuples of them too."""
    told: list[object] = []
    for record in records:
        told += record if isinstance(record, tuple) and not hasattr(record, "_fields") else [record]
    pairs = list(people)

    def of(kind: type) -> tuple[object, ...]:
        return tuple(record for record in told if isinstance(record, kind))

    return Facts(
        people=tuple({each.staff_no: each for each, _ in pairs}.values()),
        postings=tuple(posting for _, posting in pairs),
        absences=of(Absence),  # type: ignore[arg-type]
        entries=of(Entry),  # type: ignore[arg-type]
        cases=of(Case),  # type: ignore[arg-type]
        rulings=of(Ruling),  # type: ignore[arg-type]
        events=of(Event),  # type: ignore[arg-type]
        ballots=of(Ballot),  # type: ignore[arg-type]
        coverage=of(Coverage),  # type: ignore[arg-type]
        inner={Period.parse(code): dict(results) for code, results in (inner or {}).items()},  # type: ignore[arg-type]
    )


def inner(total: str | None, grade: str = "", *, decided: bool = True, status: str = "complete") -> InnerResult:
    """What a longer period sees of a person's inner one."""
    return InnerResult(Status(status), None if total is None else Decimal(total), grade, decided)


def results(scheme: Scheme, told: Facts, period: str = QUARTER) -> dict[str, PersonResult]:
    """Everybody's result by staff number."""
    return {each.staff_no: each for each in evaluation(scheme, told, period).results}


def evaluation(scheme: Scheme, told: Facts, period: str = QUARTER) -> Evaluation:
    """The whole evaluation of a period."""
    return evaluate(scheme, Period.parse(period), told)


def proposal(scheme: Scheme, told: Facts, period: str = QUARTER, decided: Mapping[str, str] | None = None) -> Proposal:
    """The proposed grades of a period."""
    when = Period.parse(period)
    return propose(scheme, when, told, evaluate(scheme, when, told).results, decided or {})


def proposed(told: Proposal) -> dict[str, PersonProposal]:
    """Everybody's proposal by staff number."""
    return {each.staff_no: each for each in told.persons}


LEAF = "指标组|编码|名称|分值|计分方式|参数|数据项|缺数据|不适用|加减分\n"


def one_leaf(
    method: str, parameters: str, marks: str = "100", *, kind: str = "数值", formula: str = "", extra: str = "否"
) -> Scheme:
    """A scheme of one indicator ``A`` over one data item ``x``; its marks are the set's 总分."""
    total = "" if extra == "是" else marks
    filler = "法官|F|底分|100|公式|式=100||||\n" if extra == "是" else ""
    return scheme_of(
        数据项=f"编码|名称|类型|算式\nx|甲数|{kind}|{formula}",
        指标=f"{LEAF}法官|T|总分|{total}||||||\n{filler}法官|A|甲指标|{marks}|{method}|{parameters}|x|待补|摊分|{extra}",
    )


def leaf(method: str, parameters: str, value: Told, marks: str = "100", **more: str) -> Node:
    """The node of one indicator over one value of one person."""
    kind = more.pop("kind", "等次" if method == "等次换算" else "数值")
    scheme = one_leaf(method, parameters, marks, kind=kind, **more)  # type: ignore[arg-type]
    told = facts([person("P1")], entry("P1", "x", value))
    found = results(scheme, told)["P1"].tree.find("A")
    assert found is not None
    return found


def points(method: str, parameters: str, value: Told, marks: str = "100", **more: str) -> str | None:
    """The printed score of one indicator over one value, or None."""
    score = leaf(method, parameters, value, marks, **more).score
    return None if score is None else f"{score:f}"
