"""目录: every part with its page, each line leading there; and the numbering of the parts."""

from __future__ import annotations

from typing import NamedTuple

from app.reports.flow import Flow, kept, paragraph, tagged
from app.reports.flow import Tag as _Tag
from app.reports.materials import KEY, TITLE_WORDS, has_materials
from app.reports.style import BODY_TEXT, CELL, TITLE
from app.reports.tables import Cell, Column, Look, Row, table
from app.reports.volume import PeriodPart, Volume
from app.reports.wording import day_text

_COLUMNS = (
    Column("序号", 10, "centre"),
    Column("材料名称", 62),
    Column("形成时间", 30, "centre"),
    Column("页号", 14, "right"),
    Column("备注", 40),
)


class Entry(NamedTuple):
    """One line of the contents: key of the place, title, when the material came about, remark."""

    key: str
    title: str
    formed: str
    remark: str = ""


def period_key(part: PeriodPart) -> str:
    """The key of a period's place in the volume."""
    return f"period-{part.period.code}"


def entries_of(volume: Volume) -> tuple[Entry, ...]:
    """The lines of the contents, in the order of the volume."""
    made = day_text(volume.made_on)
    return (
        Entry("particulars", "基本情况", made),
        Entry("summary", "年度得分汇总表", made),
        Entry("course", "全年走势", made),
        *(
            Entry(
                period_key(part),
                f"{part.period.title}得分表和逐项说明",
                day_text(part.computed_on, "未记录"),
                _remark(part),
            )
            for part in volume.parts
        ),
        *([Entry(KEY, TITLE_WORDS, made)] if has_materials(volume) else []),
        Entry("check", "备考表", made),
    )


def lay_contents(flow: Flow, volume: Volume, pages: dict[str, int]) -> None:
    """Fills pages with the contents; ``pages`` tells the page of each key, 0 where it is not known yet."""
    flow.begin_page("目录")
    flow.place(tagged(kept(paragraph("目　录", TITLE, align="centre")), _Tag("contents", "目录", 0)))
    flow.space(8)
    rows = []
    for at, entry in enumerate(entries_of(volume), start=1):
        page = pages.get(entry.key, 0)
        cells = (
            str(at),
            Cell(entry.title, target=entry.key),
            entry.formed,
            Cell(str(page), target=entry.key),
            entry.remark,
        )
        rows.append(Row(cells))
    flow.place(table(_COLUMNS, rows, Look(CELL._replace(size=10, leading=14), padding=4.2)))
    flow.space(8)
    flow.place(
        paragraph(
            "页号是本卷的连续页码，封面为第 1 页；点目录或书签可直接跳到所在页。",
            BODY_TEXT._replace(size=9, leading=14),
        )
    )


def _remark(part: PeriodPart) -> str:
    words = [part.result.status.word]
    words.append("已封存" if part.seal else "未封存")
    if part.stale:
        words.append("计算后数据有变动")
    return "，".join(words)
