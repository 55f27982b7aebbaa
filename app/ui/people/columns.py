"""The columns of the people page's tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from app.domain.roster import Absence, Posting, staff_no_order
from app.i18n import translate
from app.ui.collation import by_pinyin
from app.ui.moments import day_text, moment_text, origin_text, place_text
from app.ui.tables import Column

if TYPE_CHECKING:
    from app.services.rosters import PersonRow


def people_columns() -> tuple[Column[PersonRow], ...]:
    """The columns of the table of people."""
    return (
        Column(translate("People", "工号"), lambda row: row.staff_no, sort_key=staff_no_order),
        Column(translate("People", "姓名"), lambda row: row.name, sort_key=by_pinyin),
        Column(translate("People", "部门"), lambda row: row.division, sort_key=by_pinyin),
        Column(translate("People", "人员类别"), lambda row: row.category, sort_key=by_pinyin),
        Column(translate("People", "职务"), lambda row: row.post, sort_key=by_pinyin),
        Column(translate("People", "法官等级"), lambda row: row.judge_grade),
        Column(translate("People", "职级"), lambda row: row.rank),
        Column(translate("People", "指标组"), lambda row: row.indicator_set, sort_key=by_pinyin),
        Column(translate("People", "性别"), lambda row: row.gender),
        Column(translate("People", "状态"), lambda row: row.status),
    )


def search_words(row: PersonRow) -> str:
    """What a person is found by."""
    return f"{row.name} {row.staff_no} {row.pinyin}"


def _until(day: date | None) -> str:
    return day_text(day) or translate("People", "至今")


def posting_columns() -> tuple[Column[Posting], ...]:
    """The columns of a person's postings."""
    return (
        Column(translate("People", "起"), lambda row: row.start, text=day_text),
        Column(translate("People", "止"), lambda row: row.end, text=_until),
        Column(translate("People", "部门"), lambda row: row.division),
        Column(translate("People", "人员类别"), lambda row: row.category),
        Column(translate("People", "职务"), lambda row: row.post),
        Column(translate("People", "条线"), lambda row: row.line),
        Column(translate("People", "法官等级"), lambda row: row.judge_grade),
        Column(translate("People", "职级"), lambda row: row.rank),
        Column(translate("People", "指标组"), lambda row: row.indicator_set),
        Column(translate("People", "来自"), lambda row: origin_text(row.origin)),
    )


def absence_columns() -> tuple[Column[Absence], ...]:
    """The columns of a person's absences."""
    return (
        Column(translate("People", "离岗类型"), lambda row: row.kind),
        Column(translate("People", "起"), lambda row: row.start, text=day_text),
        Column(translate("People", "止"), lambda row: row.end, text=_until),
        Column(translate("People", "说明"), lambda row: row.note),
        Column(translate("People", "来自"), lambda row: origin_text(row.origin)),
    )


def change_columns() -> tuple[Column[Any], ...]:
    """The columns of a person's history, newest first as the service gives it."""
    return (
        Column(translate("People", "时间"), lambda row: row.when, text=moment_text),
        Column(translate("People", "内容"), lambda row: row.field),
        Column(translate("People", "原来"), lambda row: row.old),
        Column(translate("People", "现在"), lambda row: row.new),
        Column(translate("People", "谁"), lambda row: row.who),
        Column(translate("People", "为什么"), lambda row: row.why),
        Column(translate("People", "来自"), lambda row: place_text(row.file, row.sheet, row.cell)),
    )
