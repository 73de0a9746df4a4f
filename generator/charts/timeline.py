"""Steps along time: what was planned and what was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.charts._common import LINE, WIDTH, Say, Sheet, capped, xy


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: the day it was planned for, the day it was reached; none of them known for a step still open."""

    name: str
    planned: date | None = None
    reached: date | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Steps in their order, drawn true to time, with today where it falls among them."""

    title: str
    sentence: str
    stops: tuple[Stop, ...]
    today: date


STOPS = 14
PLANNED, REACHED, WORDS = 14, 48, 70
"""Two lanes, and where the words begin."""
LEAST = 120


STOPS = 14
PLANNED, REACHED, WORDS = 15, 50, 72
"""Two lanes, and where the words begin."""
LEAST = 120
_STEPS = ((1, "一个月"), (3, "一个季度"), (6, "半年"), (12, "一年"), (60, "五年"), (120, "十年"), (6000, "五百年"))


def draw(chart: Timeline, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    sheet, stops = Sheet(say), chart.stops[:STOPS]
    days = sorted(day for stop in stops for day in (stop.planned, stop.reached) if day)
    rows = [
        _Row(stop.name, stop.reached or stop.planned, REACHED if stop.reached else PLANNED, _said(stop))
        for stop in stops
    ]
    if days and days[0] <= chart.today <= days[-1]:
        at = max((count for count, row in enumerate(rows, 1) if row.day and row.day <= chart.today), default=0)
        rows.insert(at, _Row(f"今天　{_day(chart.today)}", chart.today, 0, []))
    tall = max(sum(row.height for row in rows[:-1]), LEAST if len(set(days)) > 1 else 0)
    lanes = _Lanes(days[0], max((days[-1] - days[0]).days, 1), 36, tall) if days else None
    sheet.y = 32 if lanes else 0
    leaders = _words(sheet, rows, lanes)
    if lanes:
        written, sheet.parts = sheet.parts, []
        step = lanes.axis(sheet, days[-1])
        sheet.path("gk-lead", [way for row, way in leaders if row.start])
        sheet.path("gk-now", [way for row, way in leaders if not row.start], 1.5)
        lanes.marks(sheet, stops)
        sheet.parts += written
        sheet.y = max(sheet.y, lanes.top + tall + 8)
        sheet.lines([f"竖线按时间比例画，每格{step}"] if step else [])
    sheet.lines(capped(len(chart.stops), len(stops), "只画前 {drawn} 步，其余 {rest} 步见表"))
    return sheet.svg(chart.title, chart.sentence, number)


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of a step, the day they stand for, and the lane where that day is marked; today is in no lane."""

    name: str
    day: date | None
    start: int
    lines: list[str]

    @property
    def height(self) -> int:
        return LINE * (1 + len(self.lines)) + 9


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _said(stop: Stop) -> list[str]:
    """What is known of a step, a line each."""
    if not stop.planned and not stop.reached:
        return ["没有日期"]
    lines = [f"计划 {_day(stop.planned)}"] if stop.planned else []
    if not stop.reached:
        return [*lines, "还没有做到"]
    late = (stop.reached - stop.planned).days if stop.planned else 0
    words = f"，迟 {late} 天" if late > 0 else f"，早 {-late} 天" if late < 0 else "，按计划" if stop.planned else ""
    return [*lines, f"实际 {_day(stop.reached)}{words}"]


def _words(sheet: Sheet, rows: Sequence[_Row], lanes: _Lanes | None) -> list[tuple[_Row, str]]:
    """Writes every step below the one before, as near to its day as there is room; gives the lines that lead there."""
    left = sum(row.height for row in rows)
    floor = lanes.top + lanes.tall + rows[-1].height if lanes else 0
    leaders = []
    for row in rows:
        y = sheet.y
        if lanes and row.day:
            at = lanes.y(row.day)
            y = max(y, min(at - 9, floor - left))
            leaders.append((row, f"M{row.start} {xy(at)}H{REACHED + 9}L{WORDS - 4} {xy(y + 9)}"))
        left -= row.height
        sheet.label(WORDS, y + 14, row.name, WIDTH - WORDS)
        for count, words in enumerate(row.lines, 1):
            sheet.text(WORDS, y + 14 + count * LINE, words, kind="gk-t")
        sheet.y = y + row.height
    return leaders


@dataclass(frozen=True, slots=True)
class _Lanes:
    """What was planned and what was reached, each down its own lane, true to time."""

    first: date
    days: int
    top: float
    tall: float

    def y(self, day: date) -> float:
        return self.top + self.tall * (day - self.first).days / self.days

    def axis(self, sheet: Sheet, last: date) -> str:
        """The lanes with ticks; gives the time between two ticks in words."""
        sheet.text(PLANNED, 15, "计划", "middle", "gk-t")
        sheet.text(REACHED, 15, "实际", "middle", "gk-t")
        start, end = (day.year * 12 + day.month - 1 for day in (self.first, last))
        step, words = next((one for one in _STEPS if end - start <= 15 * one[0]), _STEPS[-1])
        months = range(start - start % step + step, end + 1, step)
        ys = [xy(self.y(date(month // 12, month % 12 + 1, 1))) for month in months]
        lanes = (f"M{lane} {xy(self.top)}v{xy(self.tall)}" for lane in (PLANNED, REACHED))
        sheet.path("gk-zero", [*lanes, *(f"M{lane - 4} {y}h8" for y in ys for lane in (PLANNED, REACHED))])
        return words if ys else ""

    def marks(self, sheet: Sheet, stops: Sequence[Stop]) -> None:
        """Hollow where it was planned, full where it was reached, and a line from one to the other."""
        both = [(stop.planned, stop.reached) for stop in stops if stop.planned and stop.reached]
        planned = [f"M{PLANNED} {xy(self.y(stop.planned))}h0" for stop in stops if stop.planned]
        reached = [f"M{REACHED} {xy(self.y(stop.reached))}h0" for stop in stops if stop.reached]
        ways = [f"M{PLANNED} {xy(self.y(start))}L{REACHED} {xy(self.y(end))}" for start, end in both]
        sheet.path("gk-s1", ways, 2)
        sheet.path("gk-round gk-s1", [*planned, *reached], 12)
        sheet.path("gk-round gk-hollow", planned, 7)
