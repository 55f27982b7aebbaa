"""Strips placed on pages: a strip is a slice across the page that is never torn; tables and texts are rows of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.reports.drawing import Ink, set_line
from app.reports.style import BODY, LEFT, TOP, WIDTH, TextStyle, wrap


class Tag(NamedTuple):
    """A name for the place where a strip comes to stand. ``level``: of its bookmark, from 0."""

    key: str
    title: str
    level: int


class Strip(NamedTuple):
    """A slice of a page. ``keep``: never the last on a page. ``head`` goes on top of a page that begins with it."""

    height: float
    ink: Ink = Ink()
    keep: bool = False
    head: Strip | None = None
    tag: Tag | None = None


class Mark(NamedTuple):
    """Where a tagged strip came to stand: page number, and distance from the top of the page."""

    tag: Tag
    page: int
    top: float


class Page:
    """What stands on one page, each piece with the distance of its top from the top of the page."""

    def __init__(self, part: str = "") -> None:
        self.part = part
        self.pieces: list[tuple[float, Ink]] = []


class Frame(NamedTuple):
    """Where text stands on a page: distance from its top, and height."""

    top: float = TOP
    height: float = BODY


class Flow:
    """Fills pages from ``first`` on with strips within a frame, and remembers marks."""

    def __init__(self, first: int = 1, frame: Frame = Frame()) -> None:  # noqa: B008 -- immutable
        self._first = first
        self._frame = frame
        self._part = ""
        self._filled = frame.height
        self.pages: list[Page] = []
        self.marks: dict[str, Mark] = {}

    @property
    def page_number(self) -> int:
        """The number of the page being filled."""
        return self._first + len(self.pages) - 1

    @property
    def room(self) -> float:
        """The height that is free on the page."""
        return self._frame.height - self._filled + 0.01  # what fits by rounding fits

    def begin_page(self, part: str = "") -> None:
        """Turns to a new page; ``part`` is what the page belongs to, told at its foot from now on."""
        self._part = part or self._part
        self.pages.append(Page(self._part))
        self._filled = 0.0

    def space(self, height: float) -> None:
        """White space; none on top of a page."""
        if self._filled:
            self._filled = min(self._frame.height, self._filled + height)

    def place(self, strips: Sequence[Strip]) -> None:
        """Places strips one below the other; those kept together go to a new page together, if a page can hold them."""
        at = 0
        while at < len(strips):
            group = _kept_together(strips, at)
            self._place_group(strips[at : at + group])
            at += group

    def _place_group(self, group: Sequence[Strip]) -> None:
        height = sum(strip.height for strip in group)
        if not self.pages or (self._filled and height > self.room and height <= self._frame.height):
            self._turn(group[0])
        for strip in group:
            if self._filled and strip.height > self.room:
                self._turn(strip)
            self._put(strip)

    def _turn(self, strip: Strip) -> None:
        self.begin_page()
        if strip.head is not None:
            self._put(strip.head)

    def _put(self, strip: Strip) -> None:
        if strip.tag is not None:
            self.marks[strip.tag.key] = Mark(strip.tag, self.page_number, self._frame.top + self._filled)
        self.pages[-1].pieces.append((self._frame.top + self._filled, strip.ink))
        self._filled += strip.height


def paragraph(
    text: str, style: TextStyle, left: float = LEFT, width: float = WIDTH, align: str = "left"
) -> list[Strip]:
    """A text as strips, one a line; its first two lines stay together, and its last two."""
    lines = wrap(text, style, width)
    last = len(lines) - 1
    return [
        Strip(
            style.leading,
            Ink((set_line(line, style, (left, 0, width), align),)),
            keep=last > 0 and at in {0, last - 1},
        )
        for at, line in enumerate(lines)
    ]


def tagged(strips: Sequence[Strip], tag: Tag) -> list[Strip]:
    """The strips, the first of them with a tag."""
    return [strips[0]._replace(tag=tag), *strips[1:]]


def kept(strips: Iterable[Strip]) -> list[Strip]:
    """The strips, none of which may be the last on a page: for headings."""
    return [strip._replace(keep=True) for strip in strips]


def _kept_together(strips: Sequence[Strip], at: int) -> int:
    """How many strips from ``at`` on go together."""
    count = 1
    while at + count < len(strips) and strips[at + count - 1].keep:
        count += 1
    return count
