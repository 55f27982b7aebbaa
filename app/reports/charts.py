"""The course of totals as a chart: bars or a line of one's own totals, beside the mean, over a table of the figures.

Pure geometry: a chart is ink. Every figure stands in the table below the plot, so that no label covers another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from app.reports.drawing import Box, Dot, Ink, Shape, Stroke, Words, one_line, set_text
from app.reports.fonts import Face
from app.reports.style import AMBER, BLUE, GREY, HAIR, INK, LEFT, WIDTH, Colour, TextStyle, text_width

_AXIS = 48.0
"""Room on the left for the axis and for the names of the table's rows."""
_PLOT = 128.0
_TOP = 22.0
_ROW = 15.0
_LABEL = TextStyle(Face.SONG, 7.6, 10)
_NAME = TextStyle(Face.HEI, 7.6, 10, GREY)


class Point(NamedTuple):
    """One period: its name, one's own total or the word for none, the mean or None."""

    name: str
    own: Decimal | None
    mean: Decimal | None
    nothing: str = ""


class Axis(NamedTuple):
    """Lowest and highest value, and the distance of the lines."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The values at the lines, from the lowest."""
        count = int((self.high - self.low) / self.step)
        return tuple(self.low + self.step * at for at in range(count + 1))

    def height(self, value: Decimal) -> float:
        """How far below the top of the plot a value lies."""
        return _TOP + _PLOT * float((self.high - value) / (self.high - self.low))


def axis_for(values: Iterable[Decimal], *, from_zero: bool) -> Axis:
    """An axis with three to seven lines at round values that holds all values; bars need the zero line in it."""
    told = [*values] or [Decimal(0)]
    low, high = min(told), max(told)
    if from_zero or low < high / 2:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = _round_step((high - low) or Decimal(1))
    bottom = (low / step).to_integral_value(ROUND_FLOOR) * step
    top = (high / step).to_integral_value(ROUND_CEILING) * step
    if top == bottom:
        bottom, top = bottom - step, top + step
    return Axis(bottom, top, step)


def _round_step(spread: Decimal) -> Decimal:
    """The smallest of 1, 2, 5 × 10ⁿ by which the spread has at most five steps."""
    power = Decimal(1).scaleb((spread / 5).adjusted())
    return next(power * factor for factor in (1, 2, 5, 10) if spread <= power * factor * 5)


def course(points: Sequence[Point], *, bars: bool) -> tuple[float, Ink]:
    """The chart's height and ink, as wide as the text: bars from zero, or a line on a closer axis."""
    told = [value for point in points for value in (point.own, point.mean) if value is not None]
    axis = axis_for(told, from_zero=bars)
    words: list[Words] = []
    shapes: list[Shape] = []
    _grid(axis, words, shapes)
    _legend(words, shapes, bars=bars)
    if bars:
        _bars(points, axis, shapes)
    else:
        _lines(points, axis, shapes)
    bottom = _figures(points, words, shapes)
    return bottom, Ink(tuple(words), tuple(shapes))


def slot_width(points: Sequence[Point]) -> float:
    """The width that each period has."""
    return (WIDTH - _AXIS) / max(1, len(points))


def _centre(points: Sequence[Point], at: int) -> float:
    return LEFT + _AXIS + slot_width(points) * (at + 0.5)


def _grid(axis: Axis, words: list[Words], shapes: list[Shape]) -> None:
    for tick in axis.ticks:
        y = axis.height(tick)
        strong = tick in {axis.low, Decimal(0)}
        shapes.append(Stroke(((LEFT + _AXIS, y), (LEFT + WIDTH, y)), GREY if strong else HAIR, 0.7 if strong else 0.35))
        words.extend(set_text(f"{tick:f}", _NAME, (LEFT, y - 5, _AXIS - 5), "right"))
    if axis.low > 0:
        words.append(one_line(f"纵轴从 {axis.low:f} 起", _NAME, LEFT, 9))


def _legend(words: list[Words], shapes: list[Shape], *, bars: bool) -> None:
    right = LEFT + WIDTH
    for name, colour, dashed in (("同组均值", AMBER, True), ("本人", BLUE, False)):
        right -= text_width(name, _NAME)
        words.append(one_line(name, _NAME, right, 9))
        right -= 20
        if bars:
            shapes.append(Box(right + 8, 2.5, 8, 7, colour))
        else:
            shapes.append(Stroke(((right, 6), (right + 16, 6)), colour, 1.4, dashed))
        right -= 12


def _bars(points: Sequence[Point], axis: Axis, shapes: list[Shape]) -> None:
    thick = min(26.0, slot_width(points) * 0.3)
    zero = axis.height(Decimal(0))
    for at, point in enumerate(points):
        for value, colour, shift in ((point.own, BLUE, -1.04), (point.mean, AMBER, 0.04)):
            if value is not None:
                y = axis.height(value)
                left = _centre(points, at) + shift * thick
                shapes.append(Box(left, min(y, zero), thick, max(abs(zero - y), 0.6), colour))


def _lines(points: Sequence[Point], axis: Axis, shapes: list[Shape]) -> None:
    for colour, dashed, values in (
        (AMBER, True, [point.mean for point in points]),
        (BLUE, False, [point.own for point in points]),
    ):
        places = [
            None if value is None else (_centre(points, at), axis.height(value)) for at, value in enumerate(values)
        ]
        for stretch in _stretches(places):
            if len(stretch) > 1:
                shapes.append(Stroke(tuple(stretch), colour, 1.4, dashed))
            shapes.extend(Dot(x, y, 2.1, colour) for x, y in stretch)


def _stretches(places: Iterable[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """The places without gaps: a period that has no figure interrupts the line."""
    found: list[list[tuple[float, float]]] = [[]]
    for place in places:
        if place is None:
            found.append([])
        else:
            found[-1].append(place)
    return [stretch for stretch in found if stretch]


def _figures(points: Sequence[Point], words: list[Words], shapes: list[Shape]) -> float:
    """The table below the plot; gives its lower edge."""
    top = _TOP + _PLOT + 4
    rows: tuple[tuple[str, Colour, list[str]], ...] = (
        ("", INK, [point.name for point in points]),
        ("本人", BLUE, [point.nothing if point.own is None else f"{point.own:f}" for point in points]),
        ("同组均值", AMBER, ["无" if point.mean is None else f"{point.mean:f}" for point in points]),
    )
    slot = slot_width(points)
    widest = max((text_width(text, _LABEL) for _, _, texts in rows for text in texts), default=0.0)
    style = _LABEL._replace(size=_LABEL.size * min(1.0, (slot - 3) / widest)) if widest else _LABEL
    for at, (name, colour, texts) in enumerate(rows):
        y = top + at * _ROW
        words.extend(set_text(name, _NAME._replace(colour=colour), (LEFT, y + 2, _AXIS - 4)))
        for place, text in enumerate(texts):
            x = _centre(points, place) - slot / 2
            words.extend(set_text(text, style._replace(colour=INK), (x, y + 2, slot), "centre"))
        shapes.append(Stroke(((LEFT, y + _ROW), (LEFT + WIDTH, y + _ROW)), HAIR, 0.4))
    return top + len(rows) * _ROW + 2
