"""The readable sheets of a 上报包, made of its document alone: 说明, 总表, 等次, 缺漏, 人员."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.domain.numbers import Ratio, exact, half_up
from app.domain.periods import Period
from app.sheets.result_sheet import ScoreSheet, SheetColumn
from app.sheets.writing import ColumnKind, SheetValue

_N = ColumnKind.NUMBER
_MEAN_PLACES = 2
_HEAD = (
    ("court", "法院"), ("code", "法院代码"), ("level", "法院层级"), ("period", "周期"), ("issue", "期次"),
    ("scheme", "方案"), ("scheme_version", "方案版本"), ("engine_version", "核算版本"), ("program_version", "程序版本"),
    ("computed_at", "计算时间（世界时）"), ("made_at", "生成时间（世界时）"), ("sealed", "是否封存"), ("seal", "封存校验值"),
)  # fmt: skip


def mean(total: str, people: int) -> Decimal | None:
    """The mean of that many totals with two decimals; None for nobody."""
    return half_up(Ratio(exact(Decimal(total))) / people, _MEAN_PLACES) if people else None


def readable_sheets(document: dict[str, Any]) -> tuple[ScoreSheet, ...]:
    """The sheets that people read."""
    title = f"{document['head']['court']}　{Period.parse(document['head']['period']).title}"
    sheets = [
        _head(document, title),
        _summary(document, title),
        _grades(document, title),
        _missing(document, title),
    ]
    return (*sheets, _persons(document, title)) if document["persons"] else tuple(sheets)


def _head(document: dict[str, Any], title: str) -> ScoreSheet:
    head = document["head"]
    rows = [(label, _told(head[name])) for name, label in _HEAD]
    return ScoreSheet(
        title=f"{title}考核上报包",
        columns=(SheetColumn("项目", width=20), SheetColumn("内容", width=70)),
        rows=(*rows, ("数据缺漏", _coverage(document))),
        notes=("由程序生成，请勿改动任何一格；改动过的上报包，上级法院的程序会指出改在哪里并退回。",),
        name="说明",
    )


def _told(value: object) -> str:
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value or "")


def _coverage(document: dict[str, Any]) -> str:
    lacking = sum(each["people"] for each in document["missing"])
    return f"有 {lacking} 处数据未填，见“缺漏”表" if lacking else "没有"


def _summary(document: dict[str, Any], title: str) -> ScoreSheet:
    rows = document["summary"]
    # In the order of the list of grades: what is keyed by words has no order of its own once it was written down.
    grades = tuple(dict.fromkeys(each["grade"] for each in document["grades"]))
    texts, counts = ("部门", "指标组"), ("人数", "完整", "待补", "不进行考核", "不确定等次")
    columns = (
        *(SheetColumn(each) for each in texts),
        *(SheetColumn(each, kind=_N) for each in (*counts, "总分合计", "平均分", *grades)),
    )
    return ScoreSheet(
        title=f"{title}考核总表",
        columns=columns,
        rows=tuple(_summary_row(each, grades) for each in rows),
        notes=("平均分只含总分完整的人；等次以评定的为准，尚未评定的按建议等次计。",),
        name="总表",
    )


def _summary_row(told: dict[str, Any], grades: tuple[str, ...]) -> tuple[SheetValue, ...]:
    return (
        *(told["division"], told["set"], told["people"], told["complete"], told["incomplete"]),
        *(told["not_evaluated"], told["undetermined"], Decimal(told["sum"]), mean(told["sum"], told["complete"])),
        *(told["grades"].get(grade) for grade in grades),
    )


def _grades(document: dict[str, Any], title: str) -> ScoreSheet:
    return ScoreSheet(
        title=f"{title}等次人数",
        columns=(
            SheetColumn("等次池"),
            SheetColumn("等次"),
            *(SheetColumn(each, kind=_N) for each in ("已评定", "建议")),
        ),
        rows=tuple((each["pool"], each["grade"], each["decided"], each["proposed"]) for each in document["grades"]),
        notes=("“已评定”是会议决定的人数，“建议”是还没有评定、由程序建议的人数。",),
        name="等次",
    )


def _missing(document: dict[str, Any], title: str) -> ScoreSheet:
    columns = (SheetColumn("指标组"), SheetColumn("编码"), SheetColumn("指标"), SheetColumn("未填人数", kind=_N))
    return ScoreSheet(
        title=f"{title}数据缺漏",
        columns=columns,
        rows=tuple((each["set"], each["code"], each["name"], each["people"]) for each in document["missing"]),
        notes=() if document["missing"] else ("没有缺漏。",),
        name="缺漏",
    )


def _persons(document: dict[str, Any], title: str) -> ScoreSheet:
    texts = ("工号", "姓名", "部门", "指标组", "状态")
    columns = (
        *(SheetColumn(each) for each in texts),
        SheetColumn("总分", kind=_N),
        SheetColumn("建议等次"),
        SheetColumn("评定等次"),
    )
    return ScoreSheet(
        title=f"{title}人员",
        columns=columns,
        rows=tuple(_person_row(each) for each in document["persons"]),
        notes=("按指标组和工号排列，不排名次。",),
        name="人员",
        frozen_columns=2,
    )


def _person_row(told: dict[str, Any]) -> tuple[SheetValue, ...]:
    total = None if told["total"] is None else Decimal(told["total"])
    return (
        *(told["staff_no"], told["name"], told["division"], told["set"], told["status"]),
        *(total, told["proposed_grade"], told["decided_grade"]),
    )
