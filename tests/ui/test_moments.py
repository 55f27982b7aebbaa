import time

import pytest

from app.domain.entries import Origin
from app.domain.problems import Source
from app.ui.moments import moment_text, origin_text


@pytest.fixture
def in_beijing(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be set here")
def test_moments_stand_on_the_clock_of_this_computer(in_beijing):
    assert moment_text("2024-04-08T01:30:15+00:00") == "2024-04-08 09:30"


def test_no_moment_is_nothing():
    assert moment_text("") == ""
    assert moment_text(None) == ""


def test_a_place_is_told_as_far_as_it_is_known():
    assert origin_text(Origin(Source("a.xlsx", "一季度", "C5"))) == "a.xlsx · 一季度 · C5"
    assert origin_text(Origin(Source("a.xlsx"))) == "a.xlsx"
    assert origin_text(None) == ""
