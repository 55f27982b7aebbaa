"""备考表: what the volume holds and what it lacks, and room for the signatures of maker and checker."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.entries import State
from app.domain.explanation import Node
from app.domain.facts import Status
from app.domain.periods import Kind, Period
from app.reports.drawing import Ink, Stroke, Words, set_text
from app.reports.flow import Flow, Strip, Tag, kept, paragraph, tagged
from app.reports.scores import label_text
from app.reports.style import BODY_TEXT, HEADING, INK, LEFT, TITLE, WIDTH
from app.reports.tables import Cell, Column, Row, table
from app.reports.volume import PeriodPart, Volume
from app.reports.wording import WAITING, day_text, score_text

_COLUMNS = (Column("序号", 12, "centre"), Column("周期", 34), Column("缺什么", 50), Column("原因", 60))


def lay_check_sheet(flow: Flow, volume: Volume, number: str) -> None:
    """Fills the last pages; called when the number of all other pages is settled."""
    flow.begin_page("备考表")
    flow.place(tagged(kept(paragraph(f"{number}、备考表", TITLE)), Tag("check", "备考表", 0)))
    flow.space(6)
    flow.place([*kept(paragraph("（一）本卷情况", HEADING)), *paragraph(_state_of(volume), BODY_TEXT)])
    flow.space(10)
    heading = kept(paragraph("（二）本卷所缺", HEADING))
    rows = [_row(at, lack) for at, lack in enumerate(lacking(volume), start=1)]
    if rows:
        flow.place([*heading, *table(_COLUMNS, rows)])
    else:
        flow.place([*heading, *paragraph("应有的周期都已计算，各项得分齐全，没有缺失。", BODY_TEXT)])
    flow.space(24)
    flow.place([_signatures()])


def lacking(volume: Volume) -> tuple[tuple[str, str, str], ...]:
    """Period, what is missing, and why (empty where the first says it): as told, then of all periods that
    nothing was told of (“2024年5月：…”) what the explanations themselves leave open.
    """
    told = [_sentence(sentence, volume.year) for sentence in volume.missing]
    named = {period for period, _, _ in told}
    for part in volume.parts:
        if part.period.title not in named:
            told.extend(_gaps_of(part))
    return tuple(told)


def _sentence(sentence: str, year: int) -> tuple[str, str, str]:
    """A sentence that begins with a period (“2024年5月：…”) belongs to it, any other to the whole volume."""
    title, _, rest = sentence.partition("：")
    whole = Period(year, Kind.YEAR, 1)
    titles = {period.title for kind in Kind for period in whole.inner(kind)}
    return (title, rest, "") if title in titles else ("全卷", sentence, "")


def _row(at: int, lack: tuple[str, str, str]) -> Row:
    period, what, why = lack
    return Row((str(at), period, what, why) if why else (str(at), period, Cell(what, span=2)))


def _gaps_of(part: PeriodPart) -> Iterator[tuple[str, str, str]]:
    title = part.period.title
    if part.stale:
        yield title, "变动之后的结果", "计算之后数据又有变动，尚未重新计算"
    if part.result.status is Status.INCOMPLETE:
        yield title, f"总分（{part.result.status.word}）", part.result.reason or "见下列各项"
        for node in part.result.tree.parts():
            if node.score is None and score_text(node) == WAITING:
                yield title, label_text(node), node.reason or _unfilled(node) or "没有得分"


def _unfilled(node: Node) -> str:
    names = [told.item for told in node.inputs if told.state is State.EMPTY]
    return f"未填：{'、'.join(names)}" if names else ""


def _state_of(volume: Volume) -> str:
    parts = volume.parts
    whole = sum(part.result.total is not None for part in parts)
    sealed = sum(bool(part.seal) for part in parts)
    periods = (
        f"收入 {len(parts)} 个周期的得分表和逐项说明，其中 {whole} 个有总分，{len(parts) - whole} 个没有总分，{sealed} 个已封存"
        if parts
        else "没有收入任何周期的得分"
    )
    return (
        f"本卷是{volume.court}{volume.person.name}（工号 {volume.person.staff_no}）{volume.year}年度业绩档案，"
        f"卷号 {volume.number}，{periods}。得分、步骤和出处都是计算时留下的原样，立卷时没有另行计算。"
        f"立卷日期：{day_text(volume.made_on)}。"
    )


def _signatures() -> Strip:
    """Lines for 立卷人, 检查人 and the day, side by side."""
    words: list[Words] = []
    strokes = []
    width = WIDTH / 3
    for at, label in enumerate(("立卷人", "检查人", "检查日期")):
        left = LEFT + at * width
        words.extend(set_text(f"{label}：", BODY_TEXT, (left, 0, 60)))
        strokes.append(Stroke(((left + 48, 17), (left + width - 14, 17)), INK, 0.6))
    return Strip(24, Ink(tuple(words), tuple(strokes)))
