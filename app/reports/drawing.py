"""What stands on a page, as plain records, and the painting of it with reportlab. ``y`` counts downwards in points."""

from __future__ import annotations

from typing import Any, NamedTuple

from app.reports.style import HAIR, PAGE_HEIGHT, Colour, Line, TextStyle, text_width, wrap

_ASCENT = 0.88
"""Share of the em box above the baseline of Chinese type."""


class Words(NamedTuple):
    """One line of text: left end, baseline, what is printed."""

    x: float
    y: float
    line: Line
    style: TextStyle


class Stroke(NamedTuple):
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: Colour = HAIR
    width: float = 0.5
    dashed: bool = False


class Box(NamedTuple):
    """A filled rectangle: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Dot(NamedTuple):
    """A filled circle round a centre."""

    x: float
    y: float
    radius: float
    colour: Colour


class Link(NamedTuple):
    """An area that leads to a mark."""

    x: float
    y: float
    width: float
    height: float
    target: str


Shape = Stroke | Box | Dot


class Ink(NamedTuple):
    """Texts over shapes, with links; ``y`` counts from the top of the piece."""

    words: tuple[Words, ...] = ()
    shapes: tuple[Shape, ...] = ()
    links: tuple[Link, ...] = ()


def set_line(line: Line, style: TextStyle, box: tuple[float, float, float], align: str = "left") -> Words:
    """A line placed in (left, top, width), aligned left, right or centre."""
    x, top, width = box
    if align == "right":
        x += width - line.width
    elif align == "centre":
        x += (width - line.width) / 2
    return Words(x, top + (style.leading - style.size) / 2 + style.size * _ASCENT, line, style)


def set_text(text: str, style: TextStyle, box: tuple[float, float, float], align: str = "left") -> tuple[Words, ...]:
    """A text broken into lines within (left, top, width)."""
    x, top, width = box
    lines = wrap(text, style, width)
    return tuple(set_line(line, style, (x, top + at * style.leading, width), align) for at, line in enumerate(lines))


def one_line(text: str, style: TextStyle, x: float, y: float) -> Words:
    """A text on one line from ``x`` on the baseline ``y``."""
    return Words(x, y, wrap(text, style, text_width(text, style) + 1)[0], style)


class Painter:
    """Paints ink on a reportlab canvas, page after page."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas

    def paint(self, pieces: list[tuple[float, Ink]]) -> None:
        """Paints one page's pieces, each with the distance of its top from the top of the page."""
        for top, ink in pieces:
            for shape in ink.shapes:
                self._shape(shape, PAGE_HEIGHT - top)
        self._texts(pieces)
        for top, ink in pieces:
            for link in ink.links:
                self._link(link, PAGE_HEIGHT - top)

    def _shape(self, shape: Shape, base: float) -> None:
        canvas = self._canvas
        if isinstance(shape, Stroke):
            canvas.setStrokeColorRGB(*shape.colour)
            canvas.setLineWidth(shape.width)
            canvas.setDash([2.4, 1.8] if shape.dashed else [])
            path = canvas.beginPath()
            path.moveTo(shape.points[0][0], base - shape.points[0][1])
            for x, y in shape.points[1:]:
                path.lineTo(x, base - y)
            canvas.drawPath(path, stroke=1, fill=0)
            return
        canvas.setFillColorRGB(*shape.colour)
        if isinstance(shape, Box):
            canvas.rect(shape.x, base - shape.y - shape.height, shape.width, shape.height, stroke=0, fill=1)
        else:
            canvas.circle(shape.x, base - shape.y, shape.radius, stroke=0, fill=1)

    def _texts(self, pieces: list[tuple[float, Ink]]) -> None:
        text = self._canvas.beginText()
        colour: Colour | None = None
        font: tuple[str, float] | None = None
        for top, ink in pieces:
            for words in ink.words:
                style = words.style
                if style.colour != colour:
                    colour = style.colour
                    text.setFillColorRGB(*colour)
                text.setTextOrigin(words.x, PAGE_HEIGHT - top - words.y)
                for run in words.line.runs:
                    if (run.font, style.size) != font:
                        font = (run.font, style.size)
                        text.setFont(*font)
                    text.textOut(run.text)
        self._canvas.drawText(text)

    def _link(self, link: Link, base: float) -> None:
        area = (link.x, base - link.y - link.height, link.x + link.width, base - link.y)
        self._canvas.linkRect("", link.target, area, Border="[0 0 0]")
