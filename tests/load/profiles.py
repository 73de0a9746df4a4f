"""How many cases hypothesis tries: `HYPOTHESIS_PROFILE=small` (the default), `torture` (minutes) or `soak` (a night)."""

import os

from hypothesis import HealthCheck, settings

PATIENT = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

# The small run tries the same cases every time, so that a red test is never a matter of luck.
settings.register_profile("small", max_examples=100, deadline=None, derandomize=True, suppress_health_check=PATIENT)
settings.register_profile("torture", max_examples=5_000, deadline=None, suppress_health_check=PATIENT)
settings.register_profile("soak", max_examples=500_000, deadline=None, suppress_health_check=PATIENT)


def choose() -> None:
    """Takes the profile that the environment names."""
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "small"))
