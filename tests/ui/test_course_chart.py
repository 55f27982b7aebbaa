from decimal import Decimal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from app.domain.periods import Period
from app.services.courses import CoursePoint
from app.ui.scores.course import CourseChart, scale_for

AREA = QRectF(0, 0, 120, 100)


def point(code, total, mean="80"):
    return CoursePoint(Period.parse(code), None if total is None else Decimal(total), "待补", Decimal(mean))


def test_the_scale_holds_every_value_with_room_to_spare():
    scale = scale_for([83.2, 97.0], AREA)
    assert (scale.low, scale.high) == (70, 100)
    assert scale.y(70) == 100
    assert scale.y(100) == 0


def test_a_period_lies_over_its_months():
    scale = scale_for([50.0], AREA)
    assert scale.x(Period.parse("2024-01")) == 5
    assert scale.x(Period.parse("2024Q2")) == 45
    assert scale.width(Period.parse("2024Q2")) == 30


def test_nothing_at_all_still_has_a_scale():
    scale = scale_for([], AREA)
    assert scale.low < scale.high


@pytest.mark.parametrize(
    "points",
    [
        (),
        (point("2024-01", "91.00"), point("2024-02", None), point("2024-03", "88.50"), point("2024Q1", "89.9")),
        (point("2024Q1", "-3.5"),),
    ],
)
def test_whatever_the_course_it_can_be_painted(qtbot, points):
    chart = CourseChart()
    qtbot.addWidget(chart)
    chart.resize(400, 200)
    chart.show_course(points)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    chart.render(image)
    colours = {image.pixel(x, y) for x in range(0, 400, 3) for y in range(0, 200, 3)}
    assert len(colours) > 2


def test_who_cannot_see_the_chart_is_told_it_in_words(qtbot):
    chart = CourseChart()
    qtbot.addWidget(chart)
    chart.show_course((point("2024-01", "91.00"), point("2024-02", None)))
    assert chart.accessibleDescription() == "2024年1月 91.00；2024年2月 待补"
