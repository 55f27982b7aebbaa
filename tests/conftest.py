"""Settings for the whole test run: no display, one size of random search."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from app.services.demo import DemoReport

# Before anything imports Qt: tests never need a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: two cores are shared. Fifty examples a property keep the whole run short.
settings.register_profile("hengji", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hengji")


YEAR_TESTS = ("tests/end_to_end/test_demo.py", "tests/independent/test_judges.py")
"""Files whose tests ask for the lived year: one worker makes it, however many there are."""


class OneYear(LoadScopeScheduling):
    """Every test goes where there is room, but those of the lived year to one worker.

    The mark ``xdist_group`` does it no longer: pytest 9.2 does not hear of the name that xdist 3.8 gives a test for it.
    """

    def _split_scope(self, nodeid: str) -> str:
        return "year" if nodeid.startswith(YEAR_TESTS) else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneYear | None:
    """Ours in the place of --dist loadgroup."""
    return OneYear(config, log) if config.getvalue("dist") == "loadgroup" else None


@pytest.fixture(scope="session")
def lived_year(tmp_path_factory: pytest.TempPathFactory) -> DemoReport:
    """The sample court with its whole year, without volumes. Whoever asks for it stands in YEAR_TESTS."""
    from app.services.demo import make_sample_court

    heard: list[tuple[int, int]] = []
    made = make_sample_court(
        tmp_path_factory.mktemp("lived") / "示例",
        volumes=False,
        report=lambda done, total, text="": heard.append((done, total)),
    )
    assert heard == sorted(heard)
    assert heard[-1] == (100, 100)
    return made
