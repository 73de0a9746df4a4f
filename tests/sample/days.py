"""The year of the sample, and the working days in it."""

from __future__ import annotations

from datetime import date, timedelta

from ruamel.yaml import YAML

from tests.sample import REPOSITORY

TODAY = date(2026, 10, 20)
"""The day on which the sample is looked at; nothing in it has happened later."""
SINCE = date(2025, 10, 1)
MONTHS = [(2025, 10), (2025, 11), (2025, 12), *((2026, month) for month in range(1, 10))]
QUARTERS = {"2025-q4": (10, 11, 12), "2026-q1": (1, 2, 3), "2026-q2": (4, 5, 6), "2026-q3": (7, 8, 9)}


def _days_off() -> tuple[set[date], set[date]]:
    off: set[date] = set()
    worked: set[date] = set()
    for path in sorted((REPOSITORY / "data/catalogue/holidays").glob("*.yml")):
        year = YAML(typ="safe").load(path)
        worked.update(year.get("上班", ()))
        for holiday in year["放假"]:
            off.update(holiday["自"] + timedelta(days=n) for n in range((holiday["至"] - holiday["自"]).days + 1))
    return off, worked


OFF, WORKED = _days_off()


def is_workday(day: date) -> bool:
    return day in WORKED or (day.weekday() < 5 and day not in OFF)


def workday(day: date, step: int = 1) -> date:
    """The day itself, or the next working day (the last one with step −1)."""
    while not is_workday(day):
        day += timedelta(days=step)
    return day


def before(day: date, workdays: int) -> date:
    for _ in range(workdays):
        day = workday(day - timedelta(days=1), -1)
    return day


def month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def past(day: date) -> date | None:
    """The day, unless it is still to come."""
    return day if day <= TODAY else None
