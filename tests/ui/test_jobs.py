import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from app.services.progress import Cancelled


@pytest.fixture
def owner(qapp):
    return QObject()


def test_the_work_runs_elsewhere_and_its_outcome_comes_back_on_the_main_thread(qtbot, jobs, owner):
    told = []
    jobs.run(owner, lambda _job: threading.get_ident(), done=lambda value: told.append((value, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(told))
    worked_on, delivered_on = told[0]
    assert worked_on != threading.get_ident()
    assert delivered_on == threading.get_ident()


def test_pieces_of_work_run_one_after_the_other_in_order(qtbot, jobs, owner):
    order = []
    for number in range(5):
        jobs.run(owner, lambda _job, number=number: order.append(number))
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert order == [0, 1, 2, 3, 4]


def test_a_failure_goes_to_whoever_asked_for_it(qtbot, jobs, owner, failures):
    heard = []
    jobs.run(owner, lambda _job: 1 / 0, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ZeroDivisionError)
    assert failures == []


def test_a_failure_nobody_asked_for_goes_through_the_error_door(qtbot, jobs, owner, failures):
    jobs.run(owner, lambda _job: 1 / 0, done=lambda _value: None)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0][0] is owner
    assert isinstance(failures[0][1], ZeroDivisionError)


def test_work_asked_to_stop_stops_at_its_next_report(qtbot, jobs, owner, failures):
    begun, told = threading.Event(), []

    def work(job):
        begun.set()
        while True:
            job(1, 10, "一")

    job = jobs.run(owner, work, done=lambda _value: told.append("done"), cancelled=lambda: told.append("cancelled"))
    assert begun.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["cancelled"]
    assert failures == []


def test_work_stopped_before_it_began_never_begins(qtbot, jobs, owner):
    gate, told = threading.Event(), []
    jobs.run(owner, lambda _job: gate.wait(5))
    job = jobs.run(owner, lambda _job: told.append("began"), cancelled=lambda: told.append("cancelled"))
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert told == ["cancelled"]


def test_a_closed_window_is_told_nothing_any_more(qtbot, jobs, failures):
    gate, told = threading.Event(), []
    page = QLabel()
    jobs.run(page, lambda _job: gate.wait(5), done=lambda _value: told.append("done"))
    jobs.run(page, lambda _job: 1 / 0)
    page.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(page))
    gate.set()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert told == []
    assert failures == []


def test_reports_show_how_far_the_work_is(qtbot, jobs, owner):
    seen = []
    jobs.progressed.connect(lambda job: seen.append((job.done, job.total, job.text)))

    def work(job):
        job(1, 2, "第一张表")
        job(2, 2, "第二张表")

    jobs.run(owner, work, title="正在读取")
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert seen[-1] == (2, 2, "第二张表")


def test_a_flood_of_reports_does_not_flood_the_screen(qtbot, jobs, owner):
    seen = []
    jobs.progressed.connect(lambda job: seen.append(job.done))

    def work(job):
        for number in range(20_000):
            job(number, 20_000)

    jobs.run(owner, work)
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert len(seen) < 200


def test_cancelled_is_what_the_services_raise_to_roll_back():
    from app.ui import jobs as module

    assert module.Cancelled is Cancelled


def test_closing_stops_what_is_under_way_and_delivers_nothing(qapp, failures):
    from app.ui.jobs import Jobs

    runner, told, begun = Jobs(lambda *both: failures.append(both)), [], threading.Event()
    owner = QObject()

    def work(job):
        begun.set()
        while True:
            job(0, 1)

    runner.run(owner, work, done=told.append, cancelled=lambda: told.append("cancelled"))
    assert begun.wait(5)
    runner.close()
    assert runner.under_way == ()
    assert told == []


def test_after_closing_nothing_new_begins(jobs, owner):
    told = []
    jobs.close()
    jobs.run(owner, lambda _job: told.append("began"))
    assert jobs.under_way == ()
    assert told == []


def _is_alive(widget):
    import shiboken6

    return shiboken6.isValid(widget)
