"""Settings for the whole test run: no display, one size of random search."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from app.services.demo import DemoReport

# Before anything imports Qt: tests never need a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: two cores are shared. Fifty examples a property keep the whole run short.
settings.register_profile("hengji", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hengji")


@pytest.fixture(scope="session")
def lived_year(tmp_path_factory: pytest.TempPathFactory) -> DemoReport:
    """The sample court with its whole year, without volumes. Whoever asks for it belongs to the xdist group sample-year."""
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
