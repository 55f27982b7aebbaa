"""封面: court, 业绩档案, year, and whose volume it is."""

from __future__ import annotations

from app.reports.drawing import Ink, Stroke, Words, set_text
from app.reports.flow import Flow, Strip, Tag
from app.reports.style import (
    BODY,
    COVER_COURT,
    COVER_LABEL,
    COVER_TITLE,
    COVER_VALUE,
    COVER_YEAR,
    INK,
    LEFT,
    MM,
    WIDTH,
)
from app.reports.volume import Volume
from app.reports.wording import day_text

_LABEL = 32 * MM
_INDENT = 14 * MM


def lay_cover(flow: Flow, volume: Volume) -> None:
    """Fills one page with the cover."""
    flow.begin_page("封面")
    words: list[Words] = []
    top = 24 * MM
    for text, style, gap in (
        (volume.court, COVER_COURT, 16 * MM),
        ("业绩档案", COVER_TITLE, 8 * MM),
        (f"{volume.year}年度", COVER_YEAR, 20 * MM),
    ):
        made = set_text(text, style, (LEFT, top, WIDTH), "centre")
        words.extend(made)
        top += len(made) * style.leading + gap
    strokes: list[Stroke] = []
    for label, value in cover_fields(volume):
        top = _lay_field((label, value), top, (words, strokes))
    flow.place([Strip(BODY, Ink(tuple(words), tuple(strokes)), tag=Tag("cover", "封面", 0))])


def cover_fields(volume: Volume) -> tuple[tuple[str, str], ...]:
    """Label and value of each line below the title."""
    posting = volume.last_posting
    return (
        ("姓名", volume.person.name),
        ("工号", volume.person.staff_no),
        ("部门", posting.division if posting else "无任职记录"),
        ("人员类别", posting.category if posting else "无任职记录"),
        ("职务", (posting.post if posting else "") or "未填"),
        ("卷号", volume.number),
        ("立卷日期", day_text(volume.made_on)),
    )


def _lay_field(field: tuple[str, str], top: float, onto: tuple[list[Words], list[Stroke]]) -> float:
    words, strokes = onto
    label, value = field
    left = LEFT + _INDENT + _LABEL
    width = WIDTH - 2 * _INDENT - _LABEL
    words.extend(set_text(label, COVER_LABEL, (LEFT + _INDENT, top, _LABEL - 4 * MM), "right"))
    lines = set_text(value, COVER_VALUE, (left, top, width), "centre")
    words.extend(lines)
    for at in range(1, len(lines) + 1):
        y = top + at * COVER_VALUE.leading
        strokes.append(Stroke(((left, y), (left + width, y)), INK, 0.7))
    return top + len(lines) * COVER_VALUE.leading + 3 * MM
