import pytest

from app.domain.periods import Period
from app.ui.periods import PeriodChooser


@pytest.fixture
def chooser(qtbot):
    made = PeriodChooser(2024, "按表上写的")
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_chosen_at_first_and_no_year_is_asked(chooser):
    assert chooser.period is None
    assert not chooser.year.isVisible()


@pytest.mark.parametrize("code", ["2024-03", "2023Q4", "2025H2", "2024"])
def test_every_kind_of_period_can_be_chosen(qtbot, chooser, code):
    with qtbot.waitSignal(chooser.changed):
        chooser.choose(Period.parse(code))
    assert chooser.period == Period.parse(code)
    assert chooser.year.isVisible()


def test_another_year_is_another_period(qtbot, chooser):
    chooser.choose(Period.parse("2024Q1"))
    with qtbot.waitSignal(chooser.changed):
        chooser.year.setValue(2023)
    assert chooser.period == Period.parse("2023Q1")
