"""Months, quarters, half-years and years, as disclosures are dated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_FORMS = (
    (re.compile(r"([0-9]{4})-([0-9]{1,2})|([0-9]{4})年([0-9]{1,2})月"), 1),
    (re.compile(r"([0-9]{4})-?[Qq]([1-4])|([0-9]{4})年第?([1-4一二三四])季度"), 3),
    (re.compile(r"([0-9]{4})-?[Hh]([12])|([0-9]{4})年([上下])半年"), 6),
    (re.compile(r"([0-9]{4})年?"), 12),
)
_WORDS = {"上": 1, "下": 2, "一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar period: first day and length in months (1, 3, 6 or 12)."""

    start: date
    length: int

    @classmethod
    def parse(cls, text: str) -> Period:
        """Reads `2026-03`, `2026年3月`, `2026-Q1`, `2026年第1季度`, `2026年第一季度`, `2026-H1`, `2026年上半年`, `2026`.

        Raises ValueError when the text is none of these.
        """
        for form, length in _FORMS:
            if found := form.fullmatch(text.strip()):
                year, *part = [group for group in found.groups() if group]
                number = (_WORDS.get(part[0]) or int(part[0])) if part else 1
                if not (1 <= number <= 12 // length and 1900 <= int(year) <= 2200):
                    break
                return cls(date(int(year), (number - 1) * length + 1, 1), length)
        raise ValueError(text)

    @classmethod
    def of(cls, day: date, length: int) -> Period:
        """The period of this length (months) that holds the day."""
        return cls(date(day.year, (day.month - 1) // length * length + 1, 1), length)

    @property
    def end(self) -> date:
        """The last day."""
        return self.next().start - timedelta(days=1)

    @property
    def number(self) -> int:
        """Which one in its year: March is 3, the second quarter 2."""
        return (self.start.month - 1) // self.length + 1

    @property
    def key(self) -> str:
        """Short ASCII name for ids: `2026-03`, `2026-q1`, `2026-h1`, `2026`."""
        suffix = {1: f"-{self.number:02}", 3: f"-q{self.number}", 6: f"-h{self.number}", 12: ""}[self.length]
        return f"{self.start.year}{suffix}"

    @property
    def label(self) -> str:
        """As a person writes it: `2026年3月`, `2026年第1季度`."""
        half = "上" if self.number == 1 else "下"
        suffix = {1: f"{self.number}月", 3: f"第{self.number}季度", 6: f"{half}半年", 12: ""}[self.length]
        return f"{self.start.year}年{suffix}"

    def next(self) -> Period:
        """The period that follows."""
        months = self.start.year * 12 + self.start.month - 1 + self.length
        return Period(date(months // 12, months % 12 + 1, 1), self.length)

    def months(self) -> Iterator[Period]:
        """Its months, in order."""
        month = Period(self.start, 1)
        for _ in range(self.length):
            yield month
            month = month.next()

    def holds(self, other: Period) -> bool:
        """Whether the other period lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def __str__(self) -> str:
        return self.label
