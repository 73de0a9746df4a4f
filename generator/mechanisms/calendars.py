"""Chinese working days: weekends off, except those worked instead; public holidays off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from generator.records.holiday import HolidayYear


@dataclass(frozen=True)
class WorkCalendar:
    """Answers which days are worked. A year without data counts weekends only, and is told by `unknown`."""

    off: frozenset[date]
    worked: frozenset[date]
    years: frozenset[int] = frozenset()
    """Those of which the holidays are known."""

    @classmethod
    def of(cls, years: Iterable[HolidayYear]) -> WorkCalendar:
        years = tuple(years)
        off = frozenset(day for year in years for holiday in year.holidays for day in holiday.days())
        worked = frozenset(day for year in years for day in year.workdays)
        return cls(off, worked, frozenset(year.year for year in years))

    def unknown(self, start: date, end: date) -> tuple[int, ...]:
        """The years between the two days of which nobody has written the holidays, so that counting is a guess."""
        return tuple(year for year in range(start.year, end.year + 1) if year not in self.years)

    def is_workday(self, day: date) -> bool:
        return day in self.worked or (day.weekday() < 5 and day not in self.off)

    def after(self, day: date, workdays: int) -> date:
        """The day that many working days later; the starting day itself does not count."""
        while workdays > 0:
            day += timedelta(days=1)
            workdays -= self.is_workday(day)
        return day

    def between(self, start: date, end: date) -> int:
        """How many days are worked after the first day, up to and including the last; 0 when they stand the wrong way."""
        return sum(self.is_workday(start + timedelta(days=offset + 1)) for offset in range((end - start).days))

    def posted(self, start: date, end: date, working: bool) -> int:
        """How long something hung: of days the first does not count, of working days every one, as notices state them."""
        return self.between(start - timedelta(days=1), end) if working else (end - start).days
