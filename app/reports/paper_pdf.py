"""A paper set after GB/T 9704-2012: A4, 156 × 225 mm of text 37 mm from the top and 28 mm from the left, 22 lines a page.

Title 2号, text 3号, 一、 in 黑体, （一） in 楷体, page numbers 4号 between dashes, odd pages right, even ones left. 仿宋 and 小标宋
may not be shipped; 宋 and 粗黑 stand in for them.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from app import __version__
from app.reports.drawing import Ink, Painter, Stroke, Words, set_line, set_text
from app.reports.flow import Flow, Frame, Page, Strip, kept, paragraph
from app.reports.fonts import Face
from app.reports.paper import Block, Grid, Heading, Paper, Text, numbered
from app.reports.style import GREY, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, RED, RUNNING, SHADE, WIDTH, Line, TextStyle, wrap
from app.reports.tables import PLAIN, Look, Row, table
from app.reports.unprintable import refuse_unprintable
from app.reports.wording import day_text
from app.reports.writing import replace_file

FRAME = Frame(37 * MM, 225 * MM)
_LEADING = FRAME.height / 22
TITLE = TextStyle(Face.BOLD, 22, 33)
BODY = TextStyle(Face.SONG, 16, _LEADING)
FIRST = TextStyle(Face.HEI, 16, _LEADING)
SECOND = TextStyle(Face.KAI, 16, _LEADING)
UNDER_TITLE = TextStyle(Face.KAI, 14, 24)
WARNING = TextStyle(Face.HEI, 14, 24, RED)
NOTE = TextStyle(Face.KAI, 10.5, 15)
CAPTION = TextStyle(Face.HEI, 10.5, 18)
NUMBER = TextStyle(Face.SONG, 14, 18)
_CELL = TextStyle(Face.SONG, 8, 11.6)
DENSE = Look(_CELL, TextStyle(Face.BOLD, 8, 11.6))
_MANY = 12
"""So many columns are set smaller."""
_SPACES: dict[type, float] = {Text: 0, Grid: 10}


def write_paper_pdf(path: Path, paper: Paper) -> int:
    """Writes the paper, whole or not at all; gives its number of pages. The same paper, the same bytes.

    Raises AppError: report-character-missing, report-file-in-use, report-not-written.
    """
    pages = lay_paper(paper)
    refuse_unprintable(pages, path)
    replace_file(path, _paint(pages, paper))
    return len(pages)


def lay_paper(paper: Paper) -> list[Page]:
    """The paper on pages, with the foot of each."""
    flow = Flow(frame=FRAME)
    flow.begin_page()
    flow.place(_title(paper.title))
    for line in paper.lines:
        flow.place(paragraph(line, WARNING if paper.warned else UNDER_TITLE, align="centre"))
    flow.space(_LEADING / 2)
    waiting: list[Strip] = []
    blocks = list(numbered(paper.blocks))
    last = blocks.pop() if blocks and isinstance(blocks[-1], Text) else None
    for block in blocks:
        if isinstance(block, Heading):
            waiting += _heading(block)
            continue
        # A heading goes with what follows it, onto the next page if need be.
        flow.place([*waiting, *_strips(block)])
        flow.space(_SPACES[type(block)])
        waiting = []
    flow.place([*waiting, *_closing(last, paper)])
    for number, page in enumerate(flow.pages, start=1):
        page.pieces.append((0.0, _foot(paper, number, len(flow.pages))))
    return flow.pages


def _heading(heading: Heading) -> list[Strip]:
    return kept(paragraph(f"　　{heading.text}", FIRST if heading.level == 1 else SECOND))


def _strips(block: Text | Grid) -> list[Strip]:
    if isinstance(block, Grid):
        return _grid(block)
    return paragraph(block.text, NOTE) if block.small else paragraph(f"　　{block.text}", BODY)


def _grid(grid: Grid) -> list[Strip]:
    """The table with its title, which never stands alone at the foot of a page."""
    rows = [Row(cells) for cells in grid.rows]
    for at in range(len(rows) - grid.summary, len(rows)):
        rows[at] = rows[at]._replace(shade=SHADE)
    # Neither the last row nor the summary stands alone on a page.
    for at in range(max(0, len(rows) - grid.summary - 2), len(rows) - 1):
        rows[at] = rows[at]._replace(keep=True)
    look = DENSE if len(grid.columns) >= _MANY else PLAIN
    title = kept(paragraph(grid.title, CAPTION, align="centre")) if grid.title else []
    return [*title, *table(grid.columns, rows, look)]


def _title(text: str) -> list[Strip]:
    """The title on one line, or in lines of about one length, broken where it tells."""
    lines = [line for piece in text.split("\n") for line in _even(piece)]
    joined = wrap(text.replace("\n", ""), TITLE, WIDTH)
    if len(joined) == 1:
        lines = list(joined)
    return [
        Strip(TITLE.leading, Ink((set_line(line, TITLE, (LEFT, 0, WIDTH), "centre"),)), keep=True) for line in lines
    ]


def _even(text: str) -> tuple[Line, ...]:
    width = WIDTH
    lines = wrap(text, TITLE, width)
    while len(lines) > 1 and len(wrap(text, TITLE, width - TITLE.size / 2)) == len(lines):
        width -= TITLE.size / 2
    return wrap(text, TITLE, width)


def _closing(last: Block | None, paper: Paper) -> list[Strip]:
    """The signature, which no page holds alone: the last paragraph's last lines go with it."""
    text = _strips(last) if isinstance(last, Text) else []
    return [*text[:-2], *kept(text[-2:]), Strip(_LEADING, Ink(()), keep=True), *_signature(paper)]


def _signature(paper: Paper) -> list[Strip]:
    """Court and day, the day four characters in from the right, both on one page."""
    day = day_text(paper.made_on)
    right = WIDTH - 4 * BODY.size
    court = wrap(paper.court, BODY, WIDTH)[0]
    dated = wrap(day, BODY, WIDTH)[0]
    middle = right - dated.width / 2
    left = max(0.0, min(middle - court.width / 2, WIDTH - court.width))
    return [
        Strip(BODY.leading, Ink((set_line(court, BODY, (LEFT + left, 0, WIDTH)),)), keep=True),
        Strip(BODY.leading, Ink((set_line(dated, BODY, (LEFT, 0, right), "right"),))),
    ]


def _foot(paper: Paper, number: int, count: int) -> Ink:
    """Page number outside, what the paper rests on inside."""
    odd = number % 2 == 1
    top = FRAME.top + FRAME.height + 7 * MM
    room = WIDTH * 0.74
    words: list[Words] = []
    words.extend(
        set_text(
            f"— {number} —", NUMBER, (LEFT + NUMBER.size, top, WIDTH - 2 * NUMBER.size), "right" if odd else "left"
        )
    )
    left, align = (LEFT, "left") if odd else (LEFT + WIDTH - room, "right")
    running = (*paper.running[:-1], *(f"{each}　共{count}页" for each in paper.running[-1:]))
    for at, told in enumerate(running):
        words.extend(set_text(told, RUNNING, (left, top + at * RUNNING.leading, room), align))
    line = Stroke(((LEFT, top - 2 * MM), (LEFT + WIDTH, top - 2 * MM)), GREY, 0.4)
    return Ink(tuple(words), (line,))


def _paint(pages: list[Page], paper: Paper) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = BytesIO()
    canvas = Canvas(
        target, (PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1, initialFontName="Song", lang="zh-CN"
    )
    _describe(canvas, paper)
    painter = Painter(canvas)
    for page in pages:
        painter.paint(page.pieces)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _describe(canvas: Any, paper: Paper) -> None:
    canvas.setTitle(paper.name)
    canvas.setAuthor(paper.court)
    canvas.setSubject("　".join(paper.running))
    canvas.setCreator(f"衡绩 {__version__}")
    day = paper.made_on
    canvas.setDateFormatter(lambda *_: f"D:{day.year:04d}{day.month:02d}{day.day:02d}000000+08'00'")
