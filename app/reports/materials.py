"""纪实和材料: what was told of each month, and the files that prove ledger events, each with its check value."""

from __future__ import annotations

from app.reports.flow import Flow, Tag, kept, paragraph, tagged
from app.reports.style import BODY_TEXT, CELL, HEADING, SMALL, TITLE
from app.reports.tables import Cell, Column, Row, table
from app.reports.volume import Material, Volume

KEY = "materials"
TITLE_WORDS = "月纪实和台账材料"
_MONTHS = (
    Column("月份", 15, "centre"),
    Column("工作完成情况", 56),
    Column("自评", 28),
    Column("负责人评语", 42),
    Column("评分", 15, "right"),
)
_FILES = (
    Column("日期", 19, "centre"),
    Column("台账", 13),
    Column("事项", 32),
    Column("状态", 15, "centre"),
    Column("文件", 35),
    Column("校验值（SHA-256）", 42),
)
_SIGNS = 22
"""So many signs of a check value stand on one line of its column."""


def has_materials(volume: Volume) -> bool:
    """Whether there is anything for this part; without, the volume has none."""
    return bool(volume.months or volume.materials)


def lay_materials(flow: Flow, volume: Volume, number: str) -> None:
    """Fills pages with the year's monthly records and the list of evidence."""
    flow.begin_page(TITLE_WORDS)
    flow.place(tagged(kept(paragraph(f"{number}、{TITLE_WORDS}", TITLE)), Tag(KEY, TITLE_WORDS, 0)))
    flow.space(6)
    heading = kept(paragraph("（一）月纪实", HEADING))
    if volume.months:
        flow.place([*heading, *table(_MONTHS, [_month(volume, at) for at in range(len(volume.months))])])
    else:
        flow.place([*heading, *paragraph("本年没有月纪实。", BODY_TEXT)])
    flow.space(12)
    heading = kept(paragraph("（二）台账材料", HEADING))
    if not volume.materials:
        flow.place([*heading, *paragraph("本年的台账事项没有附材料。", BODY_TEXT)])
        return
    flow.place([*heading, *table(_FILES, [_material(each) for each in volume.materials])])
    flow.space(6)
    flow.place(paragraph("材料原件存在考核库里，校验值相同的就是同一份；没有生效、已退回的事项不计分。", CELL))


def _month(volume: Volume, at: int) -> Row:
    record = volume.months[at]
    mark = "" if record.mark is None else f"{record.mark:f}"
    return Row(
        (record.month.title.removeprefix(f"{volume.year}年"), record.work, record.self_assessment, record.comment, mark)
    )


def _material(told: Material) -> Row:
    each = told.evidence
    digest = "\n".join(each.digest[at : at + _SIGNS] for at in range(0, len(each.digest), _SIGNS))
    size = f"{each.name}（{each.size} 字节）"
    return Row((each.day.isoformat(), each.ledger, each.subject, told.standing, size, Cell(digest, SMALL)))
