"""Sheets with a row a person: 数据, 决定, 月纪实, and 测评 with several."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from app.domain.entries import State
from app.domain.expected_sheets import Needs
from app.domain.periods import Kind, Period
from app.domain.rules.ratings import Ratings
from app.domain.schemes import TYPED_IN, DataItem, IndicatorSet, ItemKind, Scheme
from app.domain.scoring.court import Member
from app.services.collecting.templating.counting import item_column, item_note, users_of
from app.services.collecting.templating.told import Told
from app.sheets import drafts
from app.sheets.template_sheet import TemplateColumn, TemplateSheet
from app.sheets.writing import ColumnKind, SheetValue

_NOTHINGS = "没有数据留空；与本人无关填“/”；免计填“免计”。灰色的格不用填。"
_ROLL = "名单与实际不符的，先告诉政治部改花名册，不要在这张表里加人、删人。"
_HEAD = tuple(TemplateColumn(title, given=True) for title in ("工号", "姓名", "部门"))
_MOST_BALLOT_ROWS = 1500
_SPARE_BALLOTS = 60


def entries_sheet(
    told: Told,
    members: Sequence[Member],
    items: Sequence[DataItem],
    *,
    division: str = "",
    reporter: str = "",
    cells: Collection[tuple[str, str]] | None = None,
) -> TemplateSheet:
    """The people and items of a 数据 sheet with what is known. ``cells``: what is needed, others are shaded (None: all)."""
    period = told.needed_period
    sets = sets_of(members)
    shaded = frozenset(
        (row, len(_HEAD) + column)
        for row, member in enumerate(members)
        for column, item in enumerate(items)
        if cells is not None and (member.staff_no, item.code) not in cells
    )
    notes = [f"{item.name}：{note}" for item in items if (note := item_note(item, users_of(item, told.scheme, sets)))]
    return TemplateSheet(
        name=reporter or division or drafts.ENTRIES,
        title=f"{period.title}考核数据表",
        columns=(*_HEAD, *(item_column(item, sets) for item in items)),
        rows=tuple((*_head(member), *(_value(told, member, item, period) for item in items)) for member in members),
        period=period.code,
        division=division,
        reporter=reporter,
        notes=(_NOTHINGS, *told.asked_by, _ROLL, *notes),
        signed=True,
        shaded=shaded,
    )


def needed_items(scheme: Scheme, members: Iterable[Member], period: Period) -> Iterator[DataItem]:
    """The typed-in items that any indicator of these people may need in the period or a longer one, in the scheme's order."""
    needs = Needs(scheme)
    sets = sets_of(members)
    kinds = [kind for kind in Kind if kind >= period.kind]
    wanted = {code for each in sets for kind in kinds for code in needs.of(each, kind)}
    own = {code for each in scheme.sets for code in needs.of(each, period.kind)}
    ever = {code for each in scheme.sets for kind in Kind for code in needs.of(each, kind)}
    for item in scheme.items:
        if item.code not in wanted or item.kind not in TYPED_IN:
            continue
        # A mark is for the period itself; figures may come for a month of it.
        if item.kind is ItemKind.NUMBER or item.code in own or item.code not in ever:
            yield item


def sets_of(members: Iterable[Member]) -> tuple[IndicatorSet, ...]:
    """The indicator sets of these people."""
    return tuple({member.set.name: member.set for member in members if member.set is not None}.values())


def _head(member: Member) -> tuple[str, str, str]:
    return member.staff_no, member.person.name, member.posting.division


def _value(told: Told, member: Member, item: DataItem, period: Period) -> SheetValue:
    entry = told.held.get((member.staff_no, item.code, period.code))
    if entry is None or entry.state is State.EMPTY:
        return None
    if entry.state is not State.VALUE:
        return "/" if entry.state is State.NOT_APPLICABLE else "免计"
    return entry.word or entry.number


# --- 测评


def ratings_sheet(told: Told, members: Sequence[Member], *, division: str = "", reporter: str = "") -> TemplateSheet:
    """A row for each ballot that is at least needed about a person: by rater group, numbered; more rows may be added.

    Where the scheme rates nobody by ballots everybody stands there once, and a note says that nothing counts them yet.
    """
    period = told.needed_period
    rules = tuple(_rules(member.set) for member in members)
    rated = [(member, found) for member, found in zip(members, rules, strict=True) if found]
    groups = tuple(dict.fromkeys(group.name for _, found in rated for rule in found for group in rule.groups))
    words = tuple(dict.fromkeys(word for _, found in rated for rule in found for word, _ in rule.marks))
    rows: list[tuple[SheetValue, ...]] = [
        row for group in groups for member, found in rated for row in _ballots(member, group, found)
    ]
    if not rated or len(rows) > _MOST_BALLOT_ROWS:
        rows = [(each.staff_no, each.person.name, None, None, None, None) for each in (member for member, _ in rated)]
    if not rated:
        rows = [(each.staff_no, each.person.name, None, None, None, None) for each in members]
    notes = ["一行一票，不写测评人是谁；评分和评价填一样即可；行不够的接着往下加，空行不算。"]
    notes += list(told.asked_by) if rated else ["本年的方案没有按测评计分的指标，填了先存着，不计分。"]
    return TemplateSheet(
        name=drafts.RATINGS,
        title=f"{period.title}民主测评表",
        columns=(
            TemplateColumn("被测评人", width=12),
            TemplateColumn("姓名", width=12),
            TemplateColumn("测评人类别", choices=groups, prompt="打分的是哪一类人，不写姓名", width=16),
            TemplateColumn("评分", ColumnKind.NUMBER, width=10),
            TemplateColumn("评价", choices=words, width=12),
            TemplateColumn("票号", prompt="同一类人里从1编起；一个票号一张票", width=10),
        ),
        rows=tuple(rows),
        period=period.code,
        division=division,
        reporter=reporter,
        notes=tuple(notes),
        spare_rows=_SPARE_BALLOTS,
    )


def _rules(told: IndicatorSet | None) -> tuple[Ratings, ...]:
    return tuple(leaf.rule for leaf in told.indicators if isinstance(leaf.rule, Ratings)) if told else ()


def _ballots(member: Member, group: str, rules: Iterable[Ratings]) -> Iterator[tuple[SheetValue, ...]]:
    least = [rule.least for rule in rules if any(each.name == group for each in rule.groups)]
    for number in range(1, max(least, default=0) + 1):
        yield member.staff_no, member.person.name, group, None, None, str(number)


# --- 决定, 月纪实


def decisions_sheet(told: Told, members: Sequence[Member], division: str = "") -> TemplateSheet:
    """Everybody with total, place and proposed grade; the committee's grade to be filled in."""
    period = told.needed_period
    grades = tuple(dict.fromkeys(row.grade for row in told.scheme.grades if row.kind is period.kind))
    columns = (
        *_HEAD,
        TemplateColumn("总分", ColumnKind.NUMBER, given=True, width=9),
        TemplateColumn("名次", ColumnKind.NUMBER, given=True, width=6),
        TemplateColumn("建议等次", given=True, width=12),
        TemplateColumn("评定等次", choices=(*grades, "不进行考核", "不确定等次"), width=12),
        TemplateColumn("理由", ColumnKind.LONG_TEXT, width=26, prompt="评定等次与建议等次不同的，必须写明理由"),
        TemplateColumn("会议", width=22),
        TemplateColumn("会议日期", ColumnKind.DAY, prompt="日期，例如 2024-04-12", width=13),
    )
    return TemplateSheet(
        name=drafts.DECISIONS,
        title=f"{period.title}评定等次表",
        columns=columns,
        rows=tuple((*_head(member), *_result(told, member)) for member in members),
        period=period.code,
        division=division,
        notes=("评定等次由会议决定；与建议等次不同的要写理由；没有填评定等次的人仍是未定。",),
        signed=True,
    )


def _result(told: Told, member: Member) -> tuple[SheetValue, ...]:
    head = told.results.get(member.staff_no)
    if head is None:
        return None, None, None, None
    return head.total, head.rank, head.proposed_grade, head.decided_grade or None


def monthly_sheet(told: Told, members: Sequence[Member], division: str = "") -> TemplateSheet:
    """月纪实: what each person did in the month, the own and the head's word on it; what is known stands there."""
    period = told.needed_period
    columns = (
        *_HEAD,
        TemplateColumn("工作完成情况", ColumnKind.LONG_TEXT, width=48),
        TemplateColumn("自评", ColumnKind.LONG_TEXT, width=24),
        TemplateColumn("负责人评语", ColumnKind.LONG_TEXT, width=24),
        TemplateColumn("负责人评分", ColumnKind.NUMBER, width=12),
    )
    return TemplateSheet(
        name=drafts.MONTHLY,
        title=f"{period.title}月纪实",
        columns=columns,
        rows=tuple((*_head(member), *_record(told, member)) for member in members),
        period=period.code,
        division=division,
        notes=("一人一行；没有的留空。", *told.asked_by),
        signed=True,
    )


def _record(told: Told, member: Member) -> tuple[SheetValue, ...]:
    """The person's record of the month, as far as there is one: an empty cell sent back would take it away."""
    record = told.records.get(member.staff_no)
    if record is None:
        return ("", "", "", None)
    return (record.work, record.self_assessment, record.comment, record.mark)
