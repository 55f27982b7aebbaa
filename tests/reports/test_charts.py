"""The course of totals: round axes, exact figures, nothing over anything else."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.reports.charts import Point, axis_for, course
from app.reports.drawing import Box, Stroke, Words
from app.reports.style import LEFT, WIDTH

TOTALS = st.decimals(-50, 150, places=2)


def points(count: int = 12) -> tuple[Point, ...]:
    return tuple(Point(f"{at}月", Decimal(f"{80 + at}.25"), Decimal("79.5"), "完整") for at in range(1, count + 1))


@given(st.lists(TOTALS, min_size=1, max_size=12), st.booleans())
def test_the_axis_holds_all_values_in_few_round_steps(values: list[Decimal], from_zero: bool) -> None:
    axis = axis_for(values, from_zero=from_zero)
    assert axis.low <= min(values)
    assert axis.high >= max(values)
    assert 2 <= len(axis.ticks) <= 8
    assert not from_zero or axis.low <= 0 <= axis.high


def test_bars_begin_at_zero_and_a_line_may_begin_closer() -> None:
    values = [Decimal("80.5"), Decimal("91.25")]
    assert axis_for(values, from_zero=True).ticks[0] == 0
    assert axis_for(values, from_zero=False).low == Decimal(80)


def test_every_figure_is_printed_exactly() -> None:
    _, ink = course(points(), bars=False)
    texts = {words.line.text for words in ink.words}
    assert {f"{80 + at}.25" for at in range(1, 13)} | {"79.5", "12月"} <= texts


def box_of(words: Words) -> tuple[float, float, float, float]:
    size = words.style.size
    return words.x, words.y - size * 0.88, words.x + words.line.width, words.y + size * 0.12


@given(st.lists(st.tuples(TOTALS, TOTALS), min_size=1, max_size=12), st.booleans())
def test_no_text_stands_over_another_or_outside_the_page_width(
    totals: list[tuple[Decimal, Decimal]], bars: bool
) -> None:
    told = [Point(f"{at}月", own * 1000, mean) for at, (own, mean) in enumerate(totals, start=1)]
    _, ink = course(told, bars=bars)
    boxes = [box_of(words) for words in ink.words if words.line.text]
    assert all(left >= LEFT - 0.01 and right <= LEFT + WIDTH + 0.01 for left, _, right, _ in boxes)
    for (a, b, c, d), (e, f, g, h) in combinations(boxes, 2):
        assert c <= e + 0.01 or g <= a + 0.01 or d <= f + 0.01 or h <= b + 0.01


def test_a_bar_is_as_high_as_its_figure() -> None:
    _, ink = course([Point("第一季度", Decimal(80), Decimal(40))], bars=True)
    own, mean = [shape for shape in ink.shapes if isinstance(shape, Box) and shape.height > 10]
    assert abs(own.height - 2 * mean.height) < 0.01


def test_a_period_without_a_total_interrupts_the_line_and_says_why() -> None:
    told = [*points(6)]
    told[2] = Point("3月", None, None, "待补")
    _, ink = course(told, bars=False)
    lines = [
        shape for shape in ink.shapes if isinstance(shape, Stroke) and shape.width == 1.4 and len(shape.points) > 1
    ]
    own = [shape for shape in lines if not shape.dashed and shape.points[0][1] > 10]
    assert sorted(len(shape.points) for shape in own) == [2, 3]
    assert "待补" in {words.line.text for words in ink.words}


def test_a_chart_without_any_total_is_still_drawn() -> None:
    height, ink = course([Point("1月", None, None, "未计算")], bars=False)
    assert height > 100
    assert "未计算" in {words.line.text for words in ink.words}
