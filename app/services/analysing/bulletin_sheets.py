"""通报 as a workbook: one sheet a set with every figure beside the division's and the court's, then lists and 党建."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from app.domain.analysis.bulletin import Bulletin, Figure, Line, Means, Measure, NamedList, PartyPart, SetPart
from app.domain.formula.values import number_in
from app.sheets.result_sheet import ScoreSheet, SheetColumn, write_scores
from app.sheets.writing import ColumnKind, SheetValue

WITHOUT_SET = "没有指标组"
_NUMBER, _LONG, _DAY = ColumnKind.NUMBER, ColumnKind.LONG_TEXT, ColumnKind.DAY


def write_bulletin_sheets(path: Path, told: Bulletin) -> None:
    """Writes the workbook. Raises AppError("workbook-not-written")."""
    sheets = [_set_sheet(told, part) for part in told.sets]
    sheets += [_list_sheet(told, each) for each in told.lists]
    if told.party is not None:
        sheets.append(_party_sheet(told, told.party))
        sheets += [_event_sheet(told, told.party)] if told.party.events else []
    write_scores(path, *sheets, court=told.court)


def _lines(told: Bulletin, what: str) -> tuple[str, ...]:
    version = f"（版本 {told.scheme_version}）" if told.scheme_version else ""
    days = f"核算于 {told.computed_on.isoformat()}　制表于 {told.made_on.isoformat()}"
    lines = [f"{told.court}　{what}　第{told.issue}期　{told.state}　方案：{told.scheme}{version}　{days}"]
    if told.stale:
        lines.append("注意：核算之后数据又有改动，这些得分不是最新的。")
    return tuple(lines)


def _title(told: Bulletin, what: str) -> str:
    return f"{told.period.title}全员绩效考核通报（{what}）"


def _set_sheet(told: Bulletin, part: SetPart) -> ScoreSheet:
    name = part.name or WITHOUT_SET
    head = [*(() if not part.ranked else (SheetColumn("名次", kind=_NUMBER),))]
    head += [*(() if told.masked else (SheetColumn("工号"),)), SheetColumn("姓名"), SheetColumn("部门")]
    totals = ("总分", "部门平均", "全院平均")
    columns = [
        *head,
        *(SheetColumn(each, "总分", _NUMBER) for each in totals),
        *([SheetColumn("各季等次")] if _has_quarters(part) else []),
        SheetColumn("等次"),
        SheetColumn("等次说明"),
    ]
    for each in part.measures:
        columns += _measure_columns(each)
    notes = ["部门平均、全院平均只在本指标组之内计算。测评票数不足的不出示得分。"]
    if not part.ranked:
        notes.append("本组指标用作体检，只供分析，不排名次，先后不分高低。")
    return ScoreSheet(
        title=_title(told, name),
        columns=tuple(columns),
        rows=tuple(tuple(_row(told, part, line)) for line in part.lines),
        lines=_lines(told, name),
        notes=tuple(notes),
        name=name,
        frozen_columns=len(head),
    )


def _measure_columns(measure: Measure) -> Iterator[SheetColumn]:
    marks = "" if measure.full_marks is None else f"（{measure.full_marks:f}分）"
    group = f"{measure.label}{marks}"
    if measure.kind == "leaf":
        yield from (SheetColumn(each, group, _NUMBER) for each in ("数值", "部门均值", "全院均值"))
    yield from (SheetColumn(each, group, _NUMBER) for each in ("得分", "部门得分", "全院得分"))


def _has_quarters(part: SetPart) -> bool:
    return any(line.inner_grades for line in part.lines)


def _row(told: Bulletin, part: SetPart, line: Line) -> Iterator[SheetValue]:
    division = part.divisions[line.division]
    yield from (line.rank,) if part.ranked else ()
    yield from () if told.masked else (line.staff_no,)
    yield from (line.name, line.division)
    yield from (
        line.status.word if line.total is None else line.total,
        division["总分"].score,
        part.court["总分"].score,
    )
    yield from ("、".join(line.inner_grades),) if _has_quarters(part) else ()
    yield line.grade
    yield ("" if line.decided else "建议等次，未评定") if line.grade else ""
    for each in part.measures:
        yield from _cells(each, line.figures.get(each.code), division.get(each.code, Means()), part.court[each.code])


def _cells(measure: Measure, figure: Figure | None, division: Means, court: Means) -> Iterator[SheetValue]:
    if measure.kind == "leaf":
        yield from (None if figure is None else _value(figure.value), division.value, court.value)
    yield None if figure is None else figure.word if figure.score is None else figure.score
    yield from (division.score, court.score)


def _value(text: str) -> SheetValue:
    return Decimal(text) if number_in(text) is not None and not text.endswith("%") else text


def _list_sheet(told: Bulletin, people: NamedList) -> ScoreSheet:
    number = () if told.masked else (SheetColumn("工号"),)
    columns = (
        *number,
        SheetColumn("姓名"),
        SheetColumn("部门"),
        SheetColumn("指标组"),
        SheetColumn("依据", kind=_LONG, width=50),
    )
    rows = tuple(
        (*(() if told.masked else (each.staff_no,)), each.name, each.division, each.set_name, "；".join(each.reasons))
        for each in people.people
    )
    notes = (f"另有{people.unclear}人因数据未填，暂不能判断。",) if people.unclear else ()
    lines = _lines(told, people.name)
    return ScoreSheet(_title(told, people.name), columns, rows, lines, notes, people.name)


def _party_sheet(told: Bulletin, party: PartyPart) -> ScoreSheet:
    columns = (
        SheetColumn("部门"),
        SheetColumn("人数", kind=_NUMBER),
        SheetColumn("记入事项", kind=_NUMBER),
        SheetColumn("平均得分", kind=_NUMBER),
    )
    rows = tuple((each.division, each.people, each.events, each.mean) for each in party.divisions)
    return ScoreSheet(_title(told, party.title), columns, rows, _lines(told, party.title), name=party.title)


def _event_sheet(told: Bulletin, party: PartyPart) -> ScoreSheet:
    columns = (
        SheetColumn("日期", kind=_DAY),
        SheetColumn("工号"),
        SheetColumn("姓名"),
        SheetColumn("部门"),
        SheetColumn("事项", kind=_LONG, width=50),
        SheetColumn("分值", kind=_NUMBER),
    )
    rows = tuple(
        (each.day, each.staff_no, each.name, each.division, each.subject, each.points) for each in party.events
    )
    what = f"{party.title}事项"
    return ScoreSheet(_title(told, what), columns, rows, _lines(told, what), name=what)
