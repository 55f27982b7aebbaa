"""Differences as people read them: each changed field by its name, old beside new, with its cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.domain.cases import Case
from app.domain.entries import Entry
from app.domain.grades.conclusions import PastGrade
from app.domain.ledgers import Coverage, Event
from app.domain.monthly_records import MonthlyRecord
from app.domain.ratings import Ballot
from app.domain.roster import Absence, Person, Posting
from app.services.taking_in.staging.records import Difference, Record, StagedChange
from app.storage.packages import LowerCourt, Package

PERSON_FIELDS = {
    "name": "姓名", "gender": "性别", "birth_date": "出生日期", "id_number": "身份证号", "political_status": "政治面貌",
    "education": "学历",
}  # fmt: skip
POSTING_FIELDS = {
    "division": "部门", "line": "条线", "category": "人员类别", "indicator_set": "指标组", "post": "职务", "rank": "职级",
    "judge_grade": "法官等级", "establishment": "编制", "start": "任职起", "end": "任职止", "note": "备注",
}  # fmt: skip
ABSENCE_FIELDS = {"end": "止", "note": "说明"}
EVENT_FIELDS = {
    "level": "级别",
    "points": "分值",
    "count": "次数",
    "basis": "依据",
    "note": "备注",
    "confirmed": "已确认",
    "refused": "退回理由",
}
NOT_SHOWN = "不公开"
"""What stands for the mark of a ballot in a review of what a sheet changes."""
MONTHLY_FIELDS = {"work": "工作完成情况", "self_assessment": "自评", "comment": "负责人评语", "mark": "负责人评分"}
PAST_GRADE_FIELDS = {"grade": "等次", "code": "代码", "basis": "依据"}
CASE_FIELDS = {"closed": "结案日期", "filed": "立案日期", "own_factor": "个案系数", "own_reason": "系数说明"}

Names = Callable[[str], str]
"""Staff number to name."""


class Told(NamedTuple):
    """How a record is told: what it is called, what it says, and its fields with their names."""

    code: str
    item: str
    summary: str
    fields: dict[str, str]


def staged_changes(
    differences: Iterable[Difference], names: Names, labels: Mapping[str, str]
) -> tuple[StagedChange, ...]:
    """Every change that the differences make; ``labels`` maps data item codes to names."""
    return tuple(change for each in differences for change in _changes(each, names, labels))


def text_of(value: object) -> str:
    """A field as it is shown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)


def _changes(difference: Difference, names: Names, labels: Mapping[str, str]) -> Iterator[StagedChange]:
    old, new = difference
    before, after = _told(old, labels), _told(new, labels)
    told = after or before
    record = new or old
    if record is None or told is None:
        return
    staff_no = getattr(record, "staff_no", "")
    name = record.name if isinstance(record, Person) else names(staff_no) if staff_no else ""
    source = record.origin.source
    if before is None or after is None or isinstance(record, Ballot):
        old_text, new_text = (before.summary if before else None), (after.summary if after else None)
        yield StagedChange(staff_no, name, told.item, told.code, old_text, new_text, source)
        return
    for field in dict.fromkeys((*before.fields, *after.fields)):
        was, becomes = before.fields.get(field, ""), after.fields.get(field, "")
        if was != becomes:
            item, code = _field_name(told, field)
            yield StagedChange(staff_no, name, item, code, was, becomes, source)


def _field_name(told: Told, field: str) -> tuple[str, str]:
    return (f"{told.item} {field}", f"{told.code} {field}") if field else (told.item, told.code)


def _told(record: Record | None, labels: Mapping[str, str]) -> Told | None:
    if record is None:
        return None
    if isinstance(record, Entry):
        return _entry(record, labels)
    if isinstance(record, Case):
        return _case(record)
    if isinstance(record, Coverage):
        covered = record.ledger or "案件"
        return Told(covered, covered, f"{record.period.title}已核对", {})
    if isinstance(record, LowerCourt | Package):
        # A package tells its change itself.
        return None
    if isinstance(record, Ballot):
        return _ballot(record)
    if isinstance(record, PastGrade):
        return _with_fields(record, PAST_GRADE_FIELDS, f"{record.year}年度考核", record.grade)
    if isinstance(record, MonthlyRecord):
        return _with_fields(record, MONTHLY_FIELDS, f"月纪实（{record.month.code}）", record.work or record.comment)
    return _simple(record)


def _entry(entry: Entry, labels: Mapping[str, str]) -> Told:
    item = f"{labels.get(entry.item, entry.item)}（{entry.period.code}）"
    return Told(entry.item, item, entry.text, {"": entry.text, "说明": entry.note})


def _case(case: Case) -> Told:
    fields = {label: text_of(getattr(case, field)) for field, label in CASE_FIELDS.items()}
    fields |= {role: "、".join(people) for role, people in case.roles.items()}
    fields |= {name: text for name, text in case.fields.items() if name not in fields}
    summary = f"{case.closed.isoformat()} 承办人 {'、'.join(case.roles.get('承办人', ()))}"
    return Told(case.number, case.number, summary, fields)


def _ballot(ballot: Ballot) -> Told:
    """A ballot without its mark: nobody is shown a single one, not even whoever takes the sheet in."""
    item = f"测评 {ballot.group} 第{ballot.ticket}票"
    return Told(item, item, NOT_SHOWN, {})


def _simple(record: Person | Posting | Absence | Event) -> Told:
    if isinstance(record, Person):
        return _with_fields(record, PERSON_FIELDS, "人员", record.name)
    if isinstance(record, Posting):
        since = f"{text_of(record.start)}起" if record.start else ""
        until = f"{text_of(record.end)}止" if record.end else ""
        words = (record.division, record.category, record.post, since, until)
        return _with_fields(record, POSTING_FIELDS, f"任职{since}", " ".join(word for word in words if word))
    if isinstance(record, Absence):
        span = f"{record.start.isoformat()}起{f'，{record.end.isoformat()}止' if record.end else ''}"
        return _with_fields(
            record, ABSENCE_FIELDS, f"{record.kind} {record.start.isoformat()}", f"{record.kind} {span}"
        )
    figures = (("分", record.points), ("次", record.count))
    told = "，".join(f"{text_of(figure)}{unit}" for unit, figure in figures if figure is not None)
    summary = f"{record.day.isoformat()} {record.subject}{f'（{told}）' if told else ''}"
    return _with_fields(record, EVENT_FIELDS, f"{record.ledger} {record.day.isoformat()} {record.subject}", summary)


def _with_fields(record: Record, names: Mapping[str, str], item: str, summary: str) -> Told:
    return Told(item, item, summary, {label: text_of(getattr(record, field)) for field, label in names.items()})
