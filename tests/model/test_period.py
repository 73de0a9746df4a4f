"""Periods: every written form, their order, their ends, and what is no period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Period

LENGTHS = (1, 3, 6, 12)
MARCH = Period(date(2026, 3, 1), 1)
Q1 = Period(date(2026, 1, 1), 3)
Q3 = Period(date(2026, 7, 1), 3)
H2 = Period(date(2026, 7, 1), 6)
YEAR = Period(date(2026, 1, 1), 12)

periods = st.builds(
    Period.of, st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)), st.sampled_from(LENGTHS)
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-03", MARCH),
        ("2026-3", MARCH),
        ("2026年3月", MARCH),
        ("2026年03月", MARCH),
        (" 2026-03 ", MARCH),
        ("2026-12", Period(date(2026, 12, 1), 1)),
        ("2026-Q1", Q1),
        ("2026-q1", Q1),
        ("2026Q1", Q1),
        ("2026年第1季度", Q1),
        ("2026年1季度", Q1),
        ("2026年第一季度", Q1),
        ("2026年第二季度", Period(date(2026, 4, 1), 3)),
        ("2026年三季度", Q3),
        ("2026年第四季度", Period(date(2026, 10, 1), 3)),
        ("2026-Q4", Period(date(2026, 10, 1), 3)),
        ("2026-H1", Period(date(2026, 1, 1), 6)),
        ("2026-h2", H2),
        ("2026H2", H2),
        ("2026年上半年", Period(date(2026, 1, 1), 6)),
        ("2026年下半年", H2),
        ("2026", YEAR),
        ("2026年", YEAR),
        ("1900", Period(date(1900, 1, 1), 12)),
        ("2200-12", Period(date(2200, 12, 1), 1)),
    ],
)
def test_reads_every_written_form(text: str, period: Period) -> None:
    """Numbers, Q and H, and the Chinese words all mean the same period."""
    assert period == Period.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-13",
        "2026-0",
        "2026-00",
        "2026-Q0",
        "2026-Q5",
        "2026年第5季度",
        "2026年第五季度",
        "2026-H3",
        "2026年中半年",
        "26-03",
        "2026.10",
        "2026/03",
        "2026-03-05",
        "2026年13月",
        "1899",
        "2201",
        "0000",
        "2026 年",
        "二〇二六年",
        "२०२६",
        "２０２６",
        "2026-03\n2026-04",
        "第1季度",
        "今年",
        "2026-Q1-Q2",
    ],
)
def test_refuses_what_is_no_period(text: str) -> None:
    """A ValueError that carries the text, never another period."""
    with pytest.raises(ValueError) as error:
        Period.parse(text)

    assert (text,) == error.value.args


@pytest.mark.parametrize(
    ("period", "key", "label", "number", "end"),
    [
        (MARCH, "2026-03", "2026年3月", 3, date(2026, 3, 31)),
        (Period(date(2024, 2, 1), 1), "2024-02", "2024年2月", 2, date(2024, 2, 29)),
        (Q3, "2026-q3", "2026年第3季度", 3, date(2026, 9, 30)),
        (Period(date(2026, 1, 1), 6), "2026-h1", "2026年上半年", 1, date(2026, 6, 30)),
        (H2, "2026-h2", "2026年下半年", 2, date(2026, 12, 31)),
        (YEAR, "2026", "2026年", 1, date(2026, 12, 31)),
    ],
)
def test_names_and_ends(period: Period, key: str, label: str, number: int, end: date) -> None:
    """Key for addresses, label for readers, number within the year, last day."""
    assert (key, label, number, end) == (period.key, period.label, period.number, period.end)
    assert label == str(period)


@pytest.mark.parametrize(
    ("period", "following"),
    [
        (Period(date(2026, 12, 1), 1), Period(date(2027, 1, 1), 1)),
        (Period(date(2026, 10, 1), 3), Period(date(2027, 1, 1), 3)),
        (H2, Period(date(2027, 1, 1), 6)),
        (YEAR, Period(date(2027, 1, 1), 12)),
        (MARCH, Period(date(2026, 4, 1), 1)),
    ],
)
def test_next_crosses_the_year(period: Period, following: Period) -> None:
    """The following period has the same length and begins the day after."""
    assert following == period.next()


def test_months_of_a_quarter() -> None:
    """Its three months in order."""
    expected = ["2026年7月", "2026年8月", "2026年9月"]

    assert expected == [month.label for month in Q3.months()]


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [
        (YEAR, Q3, True),
        (Q3, Q3, True),
        (H2, Q3, True),
        (Q3, H2, False),
        (Q1, Q3, False),
        (Q1, MARCH, True),
        (Q3, MARCH, False),
        (YEAR, Period(date(2027, 1, 1), 1), False),
    ],
)
def test_holds(outer: Period, inner: Period, holds: bool) -> None:
    """A period holds what lies wholly inside it, itself included."""
    assert holds is outer.holds(inner)


@given(periods)
def test_key_and_label_read_back(period: Period) -> None:
    """What is written for addresses and readers means the same period again."""
    assert period == Period.parse(period.key)
    assert period == Period.parse(period.label)


@given(periods)
def test_months_tile_the_period(period: Period) -> None:
    """The months follow each other without a gap from the first to the last day."""
    months = list(period.months())

    assert period.length == len(months)
    assert (period.start, period.end) == (months[0].start, months[-1].end)
    assert all(period.holds(month) for month in months)
    assert months[1:] == [month.next() for month in months[:-1]]
    assert period.next().start == months[-1].next().start


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)), st.sampled_from(LENGTHS))
def test_of_finds_the_period_of_a_day(day: date, length: int) -> None:
    """The day lies inside, and the period is one that can be written."""
    period = Period.of(day, length)

    assert period.start <= day <= period.end
    assert period == Period.parse(period.key)
