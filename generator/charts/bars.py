"""Horizontal bars, of one run or of two side by side: villages, ages, years."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.charts._common import (
    LINE,
    WIDTH,
    Runs,
    Say,
    Scale,
    Sheet,
    capped,
    colour,
    explained,
    mark,
    scale,
    wide,
    wrapped,
    xy,
)
from generator.model import Amount


@dataclass(frozen=True, slots=True)
class Bars(Runs):
    """Horizontal bars, of one run or of two side by side: villages, ages, years."""


ROWS = 30
NAMES = 120


def draw(chart: Bars, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    sheet = Sheet(say)
    count = ROWS // max(len(chart.series), 1)
    labels = chart.labels[:count]
    runs = [series.values[: len(labels)] for series in chart.series]
    axis = scale((one.value for run in runs for one in run if one.value is not None), chart.unit)
    if axis.unit:
        sheet.lines([f"单位：{axis.unit}"])
    if len(runs) > 1:
        sheet.legend([series.name for series in chart.series], 12)
    names = min(max((wide(label) for label in labels), default=0), NAMES)
    words = [[mark(one) if one.value is None else axis.words(one.value) for one in run] for run in runs]
    left, right = names + 6, WIDTH - max((wide(word) for run in words for word in run), default=0) - 5
    top = sheet.y
    courses = _rows(sheet, labels, runs, words, axis, left, right, names)
    below, sheet.parts = sheet.parts, []
    sheet.axis(axis, top, left, right)
    for index, course in enumerate(courses):
        sheet.path(f"gk-bar {colour(index)}", course, 12)
    sheet.parts += below
    sheet.lines([*capped(len(chart.labels), len(labels)), *explained(one for run in runs for one in run)])
    return sheet.svg(chart.title, chart.sentence, number)


def _rows(
    sheet: Sheet,
    labels: tuple[str, ...],
    runs: list[tuple[Amount, ...]],
    words: list[list[str]],
    axis: Scale,
    left: float,
    right: float,
    names: float,
) -> list[list[str]]:
    """Writes names and figures; gives the bars of each run."""
    courses: list[list[str]] = [[] for _ in runs]
    zero = left + axis.at(Decimal(0)) * (right - left)
    for row, label in enumerate(labels):
        lines = len(wrapped(label, names, 2))
        height = max(lines, len(runs)) * LINE + 7
        sheet.label(names, sheet.y + (height - lines * LINE) / 2 + 14, label, names, 2, "end")
        first = sheet.y + (height - len(runs) * LINE) / 2
        for index, run in enumerate(runs):
            y, one = first + index * LINE + 9, run[row]
            end = zero
            if one.value:
                end = left + axis.at(one.value) * (right - left)
                end = max(end, zero + 1.5) if one.value > 0 else min(end, zero - 1.5)
                courses[index].append(f"M{xy(zero)} {xy(y)}H{xy(end)}")
            sheet.text(max(end, zero) + 4, y + 5, words[index][row], kind="gk-v" if one.value is not None else "gk-t")
        sheet.y += height
    return courses
