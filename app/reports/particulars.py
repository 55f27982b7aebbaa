"""基本情况: who the person is, every posting and every absence with its days."""

from __future__ import annotations

from collections.abc import Sequence

from app.reports.flow import Flow, Strip, Tag, kept, paragraph, tagged
from app.reports.style import BODY_TEXT, CELL_LABEL, HEADING, SHADE, TITLE
from app.reports.tables import Cell, Column, Row, table
from app.reports.volume import Volume
from app.reports.wording import day_text, origin_text

_POSTINGS = (
    Column("起", 20, "centre"),
    Column("止", 20, "centre"),
    Column("部门（条线）", 27),
    Column("人员类别", 18),
    Column("职务职级", 25),
    Column("其他", 19),
    Column("出处", 27),
)
_ABSENCES = (
    Column("离岗类型", 24),
    Column("起", 20, "centre"),
    Column("止", 20, "centre"),
    Column("说明", 48),
    Column("出处", 44),
)
NOT_TOLD = "未填"


def lay_particulars(flow: Flow, volume: Volume) -> None:
    """Fills pages with particulars, postings and absences."""
    flow.begin_page("基本情况")
    flow.place(tagged(kept(paragraph("一、基本情况", TITLE)), Tag("particulars", "基本情况", 0)))
    flow.space(6)
    flow.place(labelled_grid(_particulars(volume)))
    _lay_postings(flow, volume)
    _lay_absences(flow, volume)


def labelled_grid(fields: Sequence[tuple[str, str]]) -> list[Strip]:
    """A grid of label and value, two pairs a row; a pair whose label begins with * takes the whole row."""
    rows: list[Row] = []
    pair: list[str | Cell] = []
    for label, value in fields:
        told: tuple[str | Cell, ...] = (Cell(label.lstrip("*"), CELL_LABEL, "centre"), value or NOT_TOLD)
        if label.startswith("*"):
            _close_pair(rows, pair)
            rows.append(Row((told[0], Cell(value or NOT_TOLD, span=3))))
            continue
        pair.extend(told)
        if len(pair) == 4:
            rows.append(Row(tuple(pair)))
            pair.clear()
    _close_pair(rows, pair)
    columns = (Column("", 24, "centre"), Column("", 54), Column("", 24, "centre"), Column("", 54))
    return table(columns, rows, headed=False)


def _close_pair(rows: list[Row], pair: list[str | Cell]) -> None:
    if pair:
        rows.append(Row((pair[0], Cell(str(pair[1]), span=3))))
        pair.clear()


def _particulars(volume: Volume) -> tuple[tuple[str, str], ...]:
    person = volume.person
    return (
        ("姓名", person.name),
        ("工号", person.staff_no),
        ("性别", person.gender),
        ("出生日期", day_text(person.birth_date)),
        ("身份证号", person.id_number),
        ("政治面貌", person.political_status),
        ("学历", person.education),
        ("备注", person.note or "无"),
        ("*出处", origin_text(person.origin)),
    )


def _lay_postings(flow: Flow, volume: Volume) -> None:
    flow.space(12)
    heading = kept(paragraph("（一）任职", HEADING))
    if not volume.postings:
        flow.place([*heading, *paragraph("考核库里没有任职记录。", BODY_TEXT)])
        return
    rows = [
        Row(
            (
                posting.start.isoformat() if posting.start else NOT_TOLD,
                posting.end.isoformat() if posting.end else "至今",
                f"{posting.division}（{posting.line}）" if posting.line else posting.division,
                posting.category,
                "、".join(filter(None, (posting.post, posting.rank, posting.judge_grade))) or NOT_TOLD,
                "、".join(filter(None, (posting.indicator_set, posting.establishment, posting.note))) or "无",
                origin_text(posting.origin),
            )
        )
        for posting in sorted(volume.postings, key=lambda posting: posting.key)
    ]
    flow.place([*heading, *table(_POSTINGS, rows)])


def _lay_absences(flow: Flow, volume: Volume) -> None:
    flow.space(12)
    heading = kept(paragraph("（二）离岗", HEADING))
    if not volume.absences:
        flow.place([*heading, *paragraph(f"考核库里没有涉及 {volume.year} 年的离岗记录。", BODY_TEXT)])
        return
    rows = [
        Row(
            (
                absence.kind,
                absence.start.isoformat(),
                absence.end.isoformat() if absence.end else "未止",
                absence.note or "无",
                origin_text(absence.origin),
            )
        )
        for absence in sorted(volume.absences, key=lambda absence: (absence.start, absence.kind))
    ]
    flow.place([*heading, *table(_ABSENCES, rows)])


def shaded_note(text: str) -> list[Strip]:
    """A remark across the page on a light ground."""
    return table((Column("", 1),), [Row((text,), SHADE)], headed=False)
