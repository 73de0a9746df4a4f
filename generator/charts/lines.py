"""One to three runs through time; the labels are periods, the oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from generator.charts._common import (
    LINE,
    TEXT,
    WIDTH,
    Runs,
    Say,
    Scale,
    Sheet,
    capped,
    colour,
    explained,
    mark,
    ring,
    scale,
    wide,
    wrapped,
    xy,
)
from generator.model import Amount


@dataclass(frozen=True, slots=True)
class Lines(Runs):
    """One to three runs through time; the labels are periods, the oldest first."""


POINTS = 60
DOTS = 20
TALL = 150


def draw(chart: Lines, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page. Of many periods the latest are drawn."""
    sheet, labels = Sheet(say), chart.labels[-POINTS:]
    runs = [series.values[: len(chart.labels)][-POINTS:] for series in chart.series]
    axis = scale((one.value for run in runs for one in run if one.value is not None), chart.unit)
    if axis.unit:
        sheet.lines([f"单位：{axis.unit}"])
    if len(runs) > 1:
        sheet.legend([series.name for series in chart.series], 2.5, numbered=True, dotted=True)
    plot = _Plot(sheet, axis, sheet.y + 12, *_sides(axis, runs))
    sheet.y = plot.top + TALL
    plot.grid()
    xs = plot.xs(len(labels))
    for index, run in enumerate(runs):
        plot.run(index, list(zip(xs, run, strict=False)), numbered=len(runs) > 1)
    plot.ends(runs)
    plot.periods(labels, xs)
    note = "只画最近 {drawn} 期，其余 {rest} 期见表"
    sheet.lines([*capped(len(chart.labels), len(labels), note), *explained(one for run in runs for one in run)])
    return sheet.svg(chart.title, chart.sentence, number)


def _last(run: Sequence[Amount]) -> Decimal | None:
    return next((one.value for one in reversed(run) if one.value is not None), None)


def _sides(axis: Scale, runs: Sequence[Sequence[Amount]]) -> tuple[float, float]:
    """Where the plot begins and ends: words of the axis stand before it, the last figures behind it."""
    lasts = [last for last in map(_last, runs) if last is not None]
    behind = max((wide(axis.words(last)) for last in lasts), default=0) + (len(runs) > 1) * TEXT
    return max(wide(words) for _, words in axis.points()) + 6, WIDTH - 6 - behind


@dataclass(frozen=True, slots=True)
class _Plot:
    """The part of the sheet in which the lines are."""

    sheet: Sheet
    axis: Scale
    top: float
    left: float
    right: float

    def y(self, value: Decimal) -> float:
        return self.top + (1 - self.axis.at(value)) * TALL

    def xs(self, count: int) -> list[float]:
        start, room = self.left + 7, self.right - self.left - 14
        return [start + room * (at / (count - 1) if count > 1 else 0.5) for at in range(count)]

    def grid(self) -> None:
        course = []
        for at, words in self.axis.points():
            y = self.top + (1 - at) * TALL
            course.append(f"M{xy(self.left)} {xy(y)}H{xy(self.right)}")
            self.sheet.text(self.left - 6, y + 5, words, "end", "gk-t")
        self.sheet.path("gk-grid", course)
        self.sheet.path("gk-zero", f"M{xy(self.left)} {xy(self.y(Decimal(0)))}H{xy(self.right)}")

    def run(self, index: int, points: Sequence[tuple[float, Amount]], numbered: bool) -> None:
        """The line, broken where a figure is not known; there its mark stands at the foot, once for near neighbours.

        Of many figures only some have a dot, but those that stand alone all have one, or they could not be seen.
        """
        course, dots, pen, taken, before = [], [], "M", 0.0, ""
        every = ceil(len(points) / DOTS)
        for at, (x, one) in enumerate(points):
            if one.value is None:
                sign, pen = ring(index) * numbered + mark(one), "M"
                if x >= taken or sign != before:
                    before, taken = sign, x + wide(sign) + 4
                    self.sheet.text(x, self.top + TALL - 5 - index * LINE, sign, "middle", "gk-t")
                continue
            y = self.y(one.value)
            course.append(f"{pen}{xy(x)} {xy(y)}")
            alone = pen == "M" and (at + 1 == len(points) or points[at + 1][1].value is None)
            if alone or (len(points) - 1 - at) % every == 0:
                dots.append((x, y))
            pen = "L"
        self.sheet.path(f"gk-line {colour(index)}", course, 2.5)
        self.sheet.dots(index, dots)

    def ends(self, runs: Sequence[Sequence[Amount]]) -> None:
        """The last figure of each run beside its end, pushed apart where they would cover each other."""
        lasts = ((index, last) for index, last in enumerate(map(_last, runs)) if last is not None)
        placed = sorted((self.y(last) + 5, index, last) for index, last in lasts)
        lowest, before = self.top + TALL + 5 - (len(placed) - 1) * LINE, self.top - 2 * LINE
        for count, (y, index, last) in enumerate(placed):
            before = max(before + LINE, min(y, lowest + count * LINE))
            words = ring(index) * (len(runs) > 1) + self.axis.words(last)
            self.sheet.text(self.right + 6, before, words, kind="gk-v")

    def periods(self, labels: Sequence[str], xs: Sequence[float]) -> None:
        """The last period, the first, and between them as many as have room; a tick leads each to its dots."""
        names = [wrapped(label, (WIDTH - 20) / 2)[0] for label in labels]
        widest = max(map(wide, names), default=0) + 10
        step = max(1, ceil((len(names) - 1) * widest / max(xs[-1] - xs[0], 1))) if names else 1
        taken: list[tuple[float, float]] = []
        ticks = []
        for at in dict.fromkeys([*range(len(names))[-1:], *range(len(names))[:1], *range(len(names) - 1, 0, -step)]):
            start = min(max(xs[at] - wide(names[at]) / 2, 0), WIDTH - wide(names[at]))
            end = start + wide(names[at])
            if all(end + 8 <= left or right + 8 <= start for left, right in taken):
                taken.append((start, end))
                ticks.append(f"M{xy(xs[at])} {xy(self.sheet.y)}v4")
                full = labels[at] if "…" in names[at] else ""
                self.sheet.text(start, self.sheet.y + LINE + 2, names[at], kind="gk-t", full=full)
        self.sheet.path("gk-zero", ticks)
        self.sheet.y += LINE + 8
