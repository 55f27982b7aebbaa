"""Sheets 花名册 and 离岗 of the made-up court."""

from __future__ import annotations

from app.domain.roster import Posting
from app.sheets.sample.court import COURT
from app.sheets.sample.names import spread_name
from app.sheets.sample.pages import Line, Page
from app.sheets.sample.people import Roll, Staff

_ROSTER = "序号 工号 姓名 性别 出生日期 身份证号 政治面貌 学历 所在部门 条线 人员类别 职务 职级 法官等级 编制 任职起 任职止 备注"
_ABSENCES = "工号 姓名 部门 离岗类型 起 止 说明"


def roster_page(roll: Roll) -> Page:
    """Everybody with every posting; whoever moved stands on several rows."""
    rows = [(staff, posting) for staff in roll.staff for posting in staff.postings]
    return Page(
        "花名册",
        (tuple(_ROSTER.split()),),
        tuple((number, *_roster_line(staff, posting)) for number, (staff, posting) in enumerate(rows, 1)),
        title=f"{COURT}干警花名册",
        above=(("填表单位：政治部", None, None, None, f"填表日期：{roll.year + 1}年1月5日"),),
        below=(
            "注：1.任职止为空的，表示至今在任；同一工号有多行的，为先后任职。",
            "    2.院领导由上级管理机关考核，不列入本册。",
        ),
    )


def absence_page(roll: Roll) -> Page:
    """Who was away, from when to when."""
    lines = tuple(
        (
            staff.staff_no,
            staff.person.name,
            staff.postings[0].division,
            absence.kind,
            absence.start,
            absence.end,
            absence.note or None,
        )
        for staff in roll.staff
        for absence in staff.absences
    )
    return Page(
        "离岗情况",
        (tuple(_ABSENCES.split()),),
        lines,
        title=f"{COURT}{roll.year}年干警离岗情况表",
        above=(("填表单位：政治部",),),
        below=("注：止为空的，表示尚未返岗。", "填表人：　　　　　　　　审核人："),
    )


def _roster_line(staff: Staff, posting: Posting) -> Line:
    person = staff.person
    return (
        person.staff_no,
        spread_name(person.name) if posting.division in ("办公室", "执行局") else person.name,
        person.gender,
        person.birth_date.strftime("%Y.%m.%d") if person.birth_date else None,
        person.id_number,
        person.political_status,
        person.education,
        posting.division,
        posting.line,
        posting.category,
        posting.post,
        posting.rank or None,
        posting.judge_grade or None,
        posting.establishment,
        posting.start,
        posting.end,
        posting.note or None,
    )
