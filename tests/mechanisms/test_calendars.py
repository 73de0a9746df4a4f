"""Chinese working days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from generator.mechanisms.calendars import WorkCalendar
from generator.records.holiday import HolidayYear
from tests.derive.making import make

YEAR = make(
    HolidayYear,
    "holidays-2026",
    年="2026",
    核实="是",
    放假=[
        {"名称": "中秋节", "自": "2026-09-25", "至": "2026-09-27"},
        {"名称": "国庆节", "自": "2026-10-01", "至": "2026-10-07"},
    ],
    上班=["2026-09-20", "2026-10-10"],
)
CALENDAR = WorkCalendar.of([YEAR])


def test_weekdays_are_worked_and_weekends_are_not() -> None:
    """An ordinary week."""
    week = [date(2026, 9, 7) + timedelta(days=n) for n in range(7)]

    assert [CALENDAR.is_workday(day) for day in week] == [True] * 5 + [False] * 2


def test_a_holiday_on_a_weekday_is_off() -> None:
    """From its first to its last day."""
    assert not CALENDAR.is_workday(date(2026, 10, 1))
    assert not CALENDAR.is_workday(date(2026, 10, 7))
    assert CALENDAR.is_workday(date(2026, 10, 8))


def test_a_weekend_worked_instead_counts() -> None:
    """调休: the Saturday after the holiday week, the Sunday before."""
    assert CALENDAR.is_workday(date(2026, 10, 10))
    assert CALENDAR.is_workday(date(2026, 9, 20))
    assert not CALENDAR.is_workday(date(2026, 10, 11))


def test_working_days_skip_the_holiday_week() -> None:
    """Three working days after 29 September: 30 September, 8 and 9 October."""
    assert CALENDAR.after(date(2026, 9, 29), 3) == date(2026, 10, 9)
    assert CALENDAR.after(date(2026, 9, 29), 4) == date(2026, 10, 10)


def test_no_working_days_later_is_the_day_itself() -> None:
    """Even when it is a holiday."""
    assert CALENDAR.after(date(2026, 10, 1), 0) == date(2026, 10, 1)


def test_a_year_without_data_counts_weekends_only() -> None:
    """Next year's holidays are announced in November; until then nobody knows them."""
    assert CALENDAR.is_workday(date(2027, 10, 1))
    assert CALENDAR.after(date(2027, 9, 30), 1) == date(2027, 10, 1)
    assert WorkCalendar.of([]).after(date(2026, 10, 2), 1) == date(2026, 10, 5)


def test_working_days_between_two_days() -> None:
    """The first day does not count, the last does; backwards there are none."""
    assert CALENDAR.between(date(2026, 9, 29), date(2026, 10, 9)) == 3
    assert CALENDAR.between(date(2026, 9, 29), date(2026, 9, 29)) == 0
    assert CALENDAR.between(date(2026, 10, 9), date(2026, 9, 29)) == 0


@given(st.dates(date(2026, 8, 1), date(2026, 12, 31)), st.integers(1, 60))
def test_so_many_working_days_lie_between(day: date, workdays: int) -> None:
    """The last one is worked, and there are exactly as many as asked for."""
    last = CALENDAR.after(day, workdays)
    between = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]

    assert CALENDAR.is_workday(last)
    assert sum(CALENDAR.is_workday(one) for one in between) == workdays


def test_a_year_without_data_is_told() -> None:
    """Whoever counts across it knows that it is a guess."""
    assert CALENDAR.unknown(date(2026, 1, 1), date(2026, 12, 31)) == ()
    assert CALENDAR.unknown(date(2025, 12, 31), date(2028, 1, 1)) == (2025, 2027, 2028)
    assert CALENDAR.unknown(date(2028, 1, 1), date(2026, 1, 1)) == ()
    assert WorkCalendar.of([]).unknown(date(2026, 1, 1), date(2026, 1, 1)) == (2026,)
