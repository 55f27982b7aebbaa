"""Workbooks to fill in: people, columns and choices already there, read back without a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from app.domain.cases import ROLES
from app.domain.entries import Entry, State
from app.domain.facts import Facts
from app.domain.periods import Period
from app.domain.problems import AppError
from app.domain.roster import Posting
from app.domain.rules.direct import Direct
from app.domain.rules.grades import Words
from app.domain.rules.ratings import Ratings
from app.domain.schemes import TYPED_IN, DataItem, ItemKind, Scheme
from app.domain.scoring.court import Court, Member
from app.domain.words import plain
from app.services.schemes import SchemeVersion, applicable, scheme_versions
from app.sheets import drafts
from app.sheets.template_mark import TemplateMark
from app.sheets.template_sheet import TemplateColumn, TemplateSheet, write_template
from app.sheets.writing import ColumnKind, SheetValue
from app.storage import roster
from app.storage.batches import read_batches
from app.storage.database import Database
from app.storage.entries import entries

SPARE_ROWS = 40
_NOTHINGS = "没有数据留空；与本人无关填“/”；免计填“免计”。"
_ROSTER = (
    "工号", "姓名", "性别", "出生日期", "身份证号", "政治面貌", "学历", "部门", "条线", "人员类别", "指标组", "职务", "职级",
    "法官等级", "编制", "任职起", "任职止", "备注",
)  # fmt: skip
_LISTS: dict[str, tuple[str, ...]] = {
    drafts.ABSENCE: ("工号", "姓名", "离岗类型", "起", "止", "说明"),
    drafts.CASES: (
        "案号", "案件字", "案由", "程序", "部门", "立案日期", "结案日期", *ROLES, "个案系数", "系数说明",
    ),
    drafts.LEDGER: ("台账", "日期", "工号", "姓名", "事项", "级别", "分值", "次数", "依据", "成果标识", "备注"),
}  # fmt: skip
_SCHEME: dict[str, str] = {
    "方案": "项目 内容",
    "指标组": "指标组 适用条件 排名范围 等次池",
    "数据项": "编码 名称 类型 汇总 单位 填报部门 算式 说明",
    "案件系数": "字段 取值 系数 次序",
    "指标": "指标组 编码 名称 上级 分值 计分方式 参数 数据项 周期 缺数据 不适用 加减分 依据条款 说明",
    "周期": "周期 组成 权重",
    "等次": "等次池 周期 等次 最低分 比例上限 取整 前提",
    "参加考核": "状态 代码 条件",
    "通报": "名单 条件 周期 说明",
}
_DAYS = frozenset({"出生日期", "任职起", "任职止", "起", "止", "立案日期", "结案日期", "日期"})
_FIGURES = frozenset({"分值", "次数", "个案系数", "评分", "系数", "次序", "最低分"})


class _Told(NamedTuple):
    """What the book tells a template."""

    facts: Facts
    version: SchemeVersion | None
    held: dict[tuple[str, ...], Entry]
    batch: int
    """The number of its newest import; 0 where there is none."""


def make_template(book: Database, kind: str, path: Path, *, period: Period | None = None, division: str = "") -> int:
    """Write the workbook to fill in for a kind of sheet; gives how many rows are filled in already.

    Raises AppError: no scheme, no period where one is needed, nobody to fill in, not writable.
    """
    told = _told(book, period)
    if kind == drafts.SCHEME:
        sheets: tuple[TemplateSheet, ...] = tuple(_scheme_sheets())
    elif kind in (drafts.ENTRIES, drafts.RATINGS):
        sheets = (_people_sheet(kind, told, _needed(period), division),)
    elif kind == drafts.ROSTER:
        sheets = (_roster_sheet(told, division),)
    else:
        sheets = (_list_sheet(kind, period if kind == drafts.ABSENCE else _needed(period), division),)
    mark = TemplateMark(datetime.now(UTC).isoformat(timespec="seconds"), told.batch)
    properties = {"title": sheets[0].title, "keywords": mark.keywords}
    write_template(Path(path), replace(sheets[0], properties=properties), *sheets[1:])
    return sum(len(sheet.rows) for sheet in sheets)


def _needed(period: Period | None) -> Period:
    if period is None:
        raise AppError("template-without-period")
    return period


def _told(book: Database, period: Period | None) -> _Told:
    with book.reading() as session:
        facts = Facts(
            people=roster.people.read(session),
            postings=roster.postings.read(session),
            absences=roster.absences.read(session),
        )
        version = applicable(scheme_versions(session), period)
        held = {} if period is None else entries.by_key(session, period=period)
        imports = read_batches(session)
    return _Told(facts, version, held, int(imports[0].id) if imports else 0)


# --- 数据, 测评: people in rows


def _people_sheet(kind: str, told: _Told, period: Period, division: str) -> TemplateSheet:
    if told.version is None:
        raise AppError("template-without-scheme")
    scheme = told.version.scheme
    members = [
        member
        for member in Court(scheme, period, told.facts).members
        if not division or plain(member.posting.division) == plain(division)
    ]
    if not members:
        raise AppError("template-without-people")
    if kind == drafts.RATINGS:
        return _ratings_sheet(scheme, members, period, division)
    items = list(_items(scheme, members, period))
    head = tuple(TemplateColumn(title, given=True) for title in ("工号", "姓名", "部门"))
    columns = (*head, *(_item_column(item, scheme, members) for item in items))
    rows = [(*_head(member), *(_value(told, member, item, period) for item in items)) for member in members]
    return TemplateSheet(
        name=division or drafts.ENTRIES,
        title=f"{period.title}考核数据表",
        columns=columns,
        rows=tuple(rows),
        period=period.code,
        division=division,
        notes=(_NOTHINGS,),
    )


def _head(member: Member) -> tuple[str, str, str]:
    return member.staff_no, member.person.name, member.posting.division


def _items(scheme: Scheme, members: Iterable[Member], period: Period) -> Iterator[DataItem]:
    """The typed-in items that any leaf of these people's sets may need, in the scheme's order."""
    wanted = {name for member in members if member.set for name in _needed_items(scheme, member, period)}
    marks = {ItemKind.MARK, ItemKind.WORD}
    for item in scheme.items:
        if item.code not in wanted or item.kind not in TYPED_IN:
            continue
        # A mark is for the period itself; numbers may come for a month of it.
        if item.kind not in marks or _scored_in(scheme, item, period):
            yield item


def _needed_items(scheme: Scheme, member: Member, period: Period) -> set[str]:
    wanted: set[str] = set()
    for leaf in member.set.indicators if member.set else ():
        if leaf.rule is None or (leaf.kinds and not any(kind >= period.kind for kind in leaf.kinds)):
            continue
        wanted.add(leaf.item)
        wanted.update(name for formula in leaf.rule.formulas() for name in formula.references("item"))
    return _with_inputs(scheme, wanted)


def _with_inputs(scheme: Scheme, wanted: set[str]) -> set[str]:
    """The items and those that their 算式 reckon with, however deep."""
    waiting, found = list(wanted), set(wanted)
    while waiting:
        item = scheme.item(waiting.pop())
        if item is not None and item.formula is not None:
            more = set(item.formula.references("item")) - found
            found |= more
            waiting += more
    return found


def _scored_in(scheme: Scheme, item: DataItem, period: Period) -> bool:
    leaves = [leaf for each in scheme.sets for leaf in each.indicators if leaf.rule is not None]
    users = [leaf for leaf in leaves if leaf.item == item.code]
    return not users or any(leaf.counts_in(period.kind) for leaf in users)


def _item_column(item: DataItem, scheme: Scheme, members: Iterable[Member]) -> TemplateColumn:
    sets = dict.fromkeys(member.set for member in members if member.set)
    rules = [leaf.rule for each in sets for leaf in each.indicators if leaf.item == item.code]
    words = tuple(dict.fromkeys(word for rule in rules if isinstance(rule, Words) for word, _ in rule.points))
    bounds = None
    if item.kind is ItemKind.MARK:
        told = [
            leaf.rule.bounds(None if leaf.full_marks is None else int(leaf.full_marks))
            for each in sets
            for leaf in each.indicators
            if leaf.item == item.code and isinstance(leaf.rule, Direct)
        ]
        if len(told) == 1 and told[0] is not None and told[0][1] is not None:
            bounds = (float(told[0][0]), float(told[0][1]))
    unit = f"（{item.unit}）" if item.unit else ""
    kind = ColumnKind.TEXT if item.kind is ItemKind.WORD else ColumnKind.NUMBER
    return TemplateColumn(f"{item.name}{unit}", kind, choices=words, bounds=bounds, prompt=item.note)


def _value(told: _Told, member: Member, item: DataItem, period: Period) -> SheetValue:
    entry = told.held.get((member.staff_no, item.code, period.code))
    if entry is None or entry.state is State.EMPTY:
        return None
    if entry.state is not State.VALUE:
        return "/" if entry.state is State.NOT_APPLICABLE else "免计"
    return entry.word or entry.number


def _ratings_sheet(scheme: Scheme, members: list[Member], period: Period, division: str) -> TemplateSheet:
    rules = [leaf.rule for each in scheme.sets for leaf in each.indicators if isinstance(leaf.rule, Ratings)]
    groups = tuple(dict.fromkeys(group.name for rule in rules for group in rule.groups))
    words = tuple(dict.fromkeys(word for rule in rules for word, _ in rule.marks))
    columns = (
        TemplateColumn("被测评人", given=True),
        TemplateColumn("姓名", given=True),
        TemplateColumn("测评人类别", choices=groups),
        TemplateColumn("评分", ColumnKind.NUMBER),
        TemplateColumn("评价", choices=words),
        TemplateColumn("票号"),
    )
    rated = [
        each for each in members if each.set and any(isinstance(leaf.rule, Ratings) for leaf in each.set.indicators)
    ]
    if not rated:
        raise AppError("template-without-people")
    return TemplateSheet(
        name=drafts.RATINGS,
        title=f"{period.title}民主测评表",
        columns=columns,
        rows=tuple((member.staff_no, member.person.name) for member in rated),
        period=period.code,
        division=division,
        notes=("一行一票，不写测评人是谁；评分和评价填一样即可。",),
    )


# --- 花名册, lists, 方案


def _roster_sheet(told: _Told, division: str) -> TemplateSheet:
    people = {person.staff_no: person for person in told.facts.people}
    rows = []
    for posting in told.facts.postings:
        if division and plain(posting.division) != plain(division):
            continue
        who = people[posting.staff_no]
        rows.append((
            *(who.staff_no, who.name, who.gender, who.birth_date, who.id_number, who.political_status, who.education),
            *_posting_values(posting),
        ))  # fmt: skip
    return TemplateSheet(
        name=drafts.ROSTER,
        title="干警花名册",
        columns=tuple(_column(title) for title in _ROSTER),
        rows=tuple(rows),
        division=division,
        notes=("一人有几段任职的，一段一行；调动的，前一段写明任职止。", "任职止为空表示至今。"),
        spare_rows=SPARE_ROWS,
    )


def _posting_values(posting: Posting) -> tuple[SheetValue, ...]:
    return (
        *(posting.division, posting.line, posting.category, posting.indicator_set, posting.post, posting.rank),
        *(posting.judge_grade, posting.establishment, posting.start, posting.end, posting.note),
    )


def _list_sheet(kind: str, period: Period | None, division: str) -> TemplateSheet:
    head = f"{period.title}" if period else ""
    titles = {drafts.ABSENCE: "离岗情况表", drafts.CASES: "结案清单", drafts.LEDGER: "台账"}
    notes = {
        drafts.ABSENCE: ("止为空表示还没有回来。",),
        drafts.CASES: (
            "同一角色有几人的，用“、”隔开；填工号或姓名。",
            "可以在右边加别的列（是/否、数或文字），方案的条件里可以用。",
        ),
        drafts.LEDGER: ("没有任何事项的台账，写一行：台账名、周期内的一天、事项写“零报告”，工号留空。",),
    }
    return TemplateSheet(
        name=kind,
        title=f"{head}{titles[kind]}",
        columns=tuple(_column(title) for title in _LISTS[kind]),
        period=period.code if period else "",
        division=division,
        notes=notes[kind],
        spare_rows=SPARE_ROWS,
    )


def _scheme_sheets() -> Iterator[TemplateSheet]:
    for name, titles in _SCHEME.items():
        rows: tuple[tuple[SheetValue, ...], ...] = ()
        if name == drafts.SCHEME:
            rows = tuple((word, None) for word in ("方案名称", "年度", "版本", "依据", "小数位", "案件基础分"))
        columns = tuple(_column(title) for title in titles.split())
        yield TemplateSheet(name=name, title=name, columns=columns, rows=rows, spare_rows=SPARE_ROWS)


def _column(title: str) -> TemplateColumn:
    if title in _DAYS:
        return TemplateColumn(title, ColumnKind.DAY, prompt="日期，例如 2024-03-05")
    return TemplateColumn(title, ColumnKind.NUMBER if title in _FIGURES else ColumnKind.TEXT)
