from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from app.domain.periods import Period
from app.services.changes import Changes
from app.services.overview import PeriodRow
from app.services.rosters import people
from app.services.scoring.computing import compute
from app.ui.overview.next_steps import Standing, next_steps
from app.ui.overview.page import OverviewPage
from tests.ui.made_up import QUARTER


def period(code, **told):
    made = Period.parse(code)
    return PeriodRow(made, made.title, **{"computed": True, "computed_at": "2024-04-08T09:30:00", "people": 12, **told})


@pytest.fixture
def staff(book):
    return people(book, date(2024, 3, 1))


def test_an_empty_book_begins_with_the_roster():
    (step,) = next_steps(Standing((), ()))
    assert step.page == "imports"
    assert "花名册" in step.text


def test_people_without_data_wait_for_scheme_and_data(staff):
    (step,) = next_steps(Standing(staff, ()))
    assert step.page == "imports"
    assert "方案" in step.text


def test_periods_that_wait_are_computed_in_one_go(staff):
    rows = (period("2024-01", computed=False), period("2024Q1", computed=False))
    (step,) = next_steps(Standing(staff, rows))
    assert step.periods == (Period.parse("2024-01"), Period.parse("2024Q1"))
    assert "2024年1月、2024年第一季度" in step.text


def test_many_periods_are_not_all_named(staff):
    rows = tuple(period(f"2024-{month:02d}", computed=False) for month in range(1, 13))
    (step,) = next_steps(Standing(staff, rows))
    assert "等 12 个周期" in step.text
    assert len(step.periods) == 12


def test_what_is_stale_comes_first(staff):
    rows = (period("2024-01", stale=True), period("2024-02", computed=False), period("2024-03", incomplete=2))
    steps = next_steps(Standing(staff, rows))
    assert [step.periods for step in steps[:2]] == [(Period.parse("2024-01"),), (Period.parse("2024-02"),)]
    assert (steps[2].page, steps[2].thing) == ("scores", Period.parse("2024-03"))


def test_whoever_may_only_look_is_not_told_to_compute(staff):
    steps = next_steps(Standing(staff, (period("2024-01", stale=True),)), read_only=True)
    assert all(not step.periods for step in steps)


def test_when_everything_is_done_the_files_can_be_made(staff):
    decide, archive = next_steps(Standing(staff, (period("2024"),)))
    assert (decide.page, decide.thing) == ("decisions", Period.parse("2024"))
    assert (archive.page, archive.thing) == ("archives", 2024)
    (archive,) = next_steps(Standing(staff, (replace(period("2024"), sealed=True),)))
    assert archive.page == "archives"


def test_the_latest_period_is_the_longest_that_ends_last(staff):
    standing = Standing(staff, (period("2024-03"), period("2024Q1"), period("2024-02")))
    assert standing.latest is not None
    assert standing.latest.period == QUARTER


def test_the_page_tells_people_periods_and_what_is_missing(desk, show):
    compute(desk.book, QUARTER)
    page = show(OverviewPage(desk))
    assert page.people.figure.text() == "12"
    assert page.latest.figure.text() == "2024年第一季度"
    assert page.incomplete.figure.text() == "1 人"
    states = {row.title: page.view.records.columns[1].value(row) for row in page.view.records.rows}
    assert states["2024年第一季度"] == "已算"


def test_one_press_computes_everything_that_waits(qtbot, desk, show, idle):
    page = show(OverviewPage(desk))
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "全部计算")
    button.click()
    idle()
    assert all(row.computed for row in page.view.records.rows)
    assert "个周期已算好" in page.banner.text


def test_enter_on_a_period_leads_to_its_scores(qtbot, desk, show):
    page = show(OverviewPage(desk))
    with qtbot.waitSignal(page.page_requested) as asked:
        page.view.opened.emit(next(row for row in page.view.records.rows if row.period == QUARTER))
    assert asked.args == ["scores", QUARTER]


def test_a_hidden_page_reads_again_only_when_it_is_shown(desk, show, idle):
    page = show(OverviewPage(desk))
    page.hide()
    desk.changes.changed.emit(Changes(results=True))
    assert page.is_behind
    assert desk.jobs.under_way == ()
    page.show()
    assert desk.jobs.under_way
    idle()
    assert not page.is_behind
