"""业绩档案: one PDF volume for a person and a year (一人一档、一年一卷)."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from app import __version__
from app.reports.check_sheet import lay_check_sheet
from app.reports.contents import lay_contents, period_key
from app.reports.cover import lay_cover
from app.reports.drawing import Ink, Painter, Stroke, Words, set_text
from app.reports.flow import Flow, Mark, Page
from app.reports.materials import has_materials, lay_materials
from app.reports.particulars import lay_particulars
from app.reports.reasons import Reasons
from app.reports.scores import lay_scores
from app.reports.style import BOTTOM, GREY, LEFT, MM, PAGE_HEIGHT, PAGE_NUMBER, PAGE_WIDTH, RUNNING, WIDTH, text_width
from app.reports.summary import lay_course, lay_summary
from app.reports.unprintable import refuse_unprintable
from app.reports.volume import Material, PeriodPart, Volume
from app.reports.wording import numeral
from app.reports.writing import replace_file

__all__ = ["Layout", "Material", "PeriodPart", "Volume", "lay_volume", "write_archive"]


class Layout(NamedTuple):
    """A volume set on pages, and where its parts are."""

    pages: tuple[Page, ...]
    marks: dict[str, Mark]


def write_archive(path: Path, volume: Volume) -> int:
    """Writes the volume as a PDF, whole or not at all, and gives its number of pages. The same volume, the same bytes.

    Raises AppError: report-character-missing, report-file-in-use, report-not-written.
    """
    layout = lay_volume(volume)
    refuse_unprintable(layout.pages, path)
    replace_file(path, _paint(layout, volume))
    return len(layout.pages)


def lay_volume(volume: Volume) -> Layout:
    """The volume on pages. The front is set twice: its page numbers are known when all that follows is set."""
    front = _lay_front(volume, {})
    body = Flow(first=len(front.pages) + 1)
    reasons = Reasons(body)
    parts = volume.parts
    for at, part in enumerate(parts, start=4):
        lay_scores(body, part, numeral(at))
        reasons.lay(part, period_key(part))
    next_number = len(parts) + 4
    if has_materials(volume):
        lay_materials(body, volume, numeral(next_number))
        next_number += 1
    lay_check_sheet(body, volume, numeral(next_number))
    pages = {key: mark.page for key, mark in (front.marks | body.marks).items()}
    front = _lay_front(volume, pages)
    return Layout((*front.pages, *body.pages), front.marks | body.marks)


def _lay_front(volume: Volume, pages: dict[str, int]) -> Flow:
    flow = Flow()
    lay_cover(flow, volume)
    lay_contents(flow, volume, pages)
    lay_particulars(flow, volume)
    lay_summary(flow, volume, pages)
    lay_course(flow, volume)
    return flow


def _paint(layout: Layout, volume: Volume) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(
        target, (PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, initialFontName="Song", lang="zh-CN"
    )
    _describe(canvas, volume)
    painter = Painter(canvas)
    marks: dict[int, list[Mark]] = {}
    for mark in layout.marks.values():
        marks.setdefault(mark.page, []).append(mark)
    for number, page in enumerate(layout.pages, start=1):
        for mark in marks.get(number, ()):
            _bookmark(canvas, mark)
        running = [] if number == 1 else [(0.0, _running(volume, page, number, len(layout.pages)))]
        painter.paint([*running, *page.pieces])
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _describe(canvas: Any, volume: Volume) -> None:
    """Document info; the day of making is the volume's, so that the same volume gives the same bytes."""
    person = volume.person
    canvas.setTitle(f"{volume.court}业绩档案 {volume.year}年度 {person.name}（{person.staff_no}）")
    canvas.setAuthor(volume.court)
    canvas.setSubject(f"{volume.year}年度业绩档案，卷号 {volume.number}")
    canvas.setKeywords([person.staff_no, person.name, str(volume.year), volume.number])
    canvas.setCreator(f"衡绩 {__version__}")
    day = volume.made_on
    canvas.setDateFormatter(lambda *_: f"D:{day.year:04d}{day.month:02d}{day.day:02d}000000+08'00'")
    canvas.showOutline()


def _bookmark(canvas: Any, mark: Mark) -> None:
    canvas.bookmarkPage(mark.tag.key, fit="XYZ", left=0, top=PAGE_HEIGHT - mark.top + 8)
    canvas.addOutlineEntry(mark.tag.title, mark.tag.key, mark.tag.level, closed=True)


def _running(volume: Volume, page: Page, number: int, count: int) -> Ink:
    """Running head with court, year and person; foot with the part, the page number and the number of pages."""
    person = volume.person
    who = f"{person.name}　{person.staff_no}"
    room = min(text_width(who, RUNNING) + 8, WIDTH * 0.45)
    bottom = 24 * MM
    right = set_text(who, RUNNING, (LEFT + WIDTH - room, 0, room), "right")
    left = set_text(f"{volume.court}　{volume.year}年度业绩档案", RUNNING, (LEFT, 0, WIDTH - room - 10))
    words: list[Words] = []
    for side in (left, right):
        top = bottom - 3 - len(side) * RUNNING.leading
        words.extend(each._replace(y=each.y + top) for each in side)
    foot = PAGE_HEIGHT - BOTTOM + 7 * MM
    words.extend(set_text(page.part, RUNNING, (LEFT, foot + 1.5, WIDTH * 0.38)))
    words.extend(set_text(f"— {number} —", PAGE_NUMBER, (LEFT, foot, WIDTH), "centre"))
    words.extend(set_text(f"共 {count} 页", RUNNING, (LEFT, foot + 1.5, WIDTH), "right"))
    return Ink(tuple(words), (Stroke(((LEFT, bottom), (LEFT + WIDTH, bottom)), GREY, 0.6),))
