"""Settings for the whole test run: no display, one size of random search."""

import os

from hypothesis import HealthCheck, settings

# Before anything imports Qt: tests never need a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No deadline: two cores are shared. Fifty examples a property keep the whole run short.
settings.register_profile("hengji", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hengji")
