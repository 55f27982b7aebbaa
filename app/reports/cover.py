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
    TextStyle,
)
from app.reports.volume import Volume
from app.reports.wording import day_text

_LABEL = 32 * MM
_INDENT = 14 * MM
_SCALES = (1.0, 0.85, 0.7, 0.55, 0.4)


def lay_cover(flow: Flow, volume: Volume) -> None:
    """Fills one page with the cover; very long names make everything on it smaller."""
    flow.begin_page("封面")
    drawn = (_draw(volume, scale) for scale in _SCALES)
    ink = next((ink for height, ink in drawn if height <= BODY), None) or _draw(volume, _SCALES[-1])[1]
    flow.place([Strip(BODY, ink, tag=Tag("cover", "封面", 0))])


def _draw(volume: Volume, scale: float) -> tuple[float, Ink]:
    words: list[Words] = []
    strokes: list[Stroke] = []
    top = 24 * MM * scale
    for text, style, gap in (
        (volume.court, COVER_COURT, 16 * MM),
        ("业绩档案", COVER_TITLE, 8 * MM),
        (f"{volume.year}年度", COVER_YEAR, 20 * MM),
    ):
        sized = _scaled(style, scale)
        made = set_text(text, sized, (LEFT, top, WIDTH), "centre")
        words.extend(made)
        top += len(made) * sized.leading + gap * scale
    for field in cover_fields(volume):
        top = _draw_field(field, (top, scale), (words, strokes))
    return top, Ink(tuple(words), tuple(strokes))


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


def _draw_field(field: tuple[str, str], place: tuple[float, float], onto: tuple[list[Words], list[Stroke]]) -> float:
    """Draws label and value at (top, scale), each line of the value underlined; gives where the next one begins."""
    (label, value), (top, scale), (words, strokes) = field, place, onto
    style = _scaled(COVER_VALUE, scale)
    left = LEFT + _INDENT + _LABEL
    width = WIDTH - 2 * _INDENT - _LABEL
    words.extend(set_text(label, _scaled(COVER_LABEL, scale), (LEFT + _INDENT, top, _LABEL - 4 * MM), "right"))
    lines = set_text(value, style, (left, top, width), "centre")
    words.extend(lines)
    for at in range(1, len(lines) + 1):
        y = top + at * style.leading
        strokes.append(Stroke(((left, y), (left + width, y)), INK, 0.7))
    return top + (len(lines) * style.leading) + 3 * MM * scale


def _scaled(style: TextStyle, scale: float) -> TextStyle:
    return style._replace(size=style.size * scale, leading=style.leading * scale)
