"""Horizontal bars, each divided into the runs: projects by stage, finance by category."""

from __future__ import annotations

from collections.abc import Sequence
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
    ring,
    scale,
    wide,
    xy,
)
from generator.model import Amount


@dataclass(frozen=True, slots=True)
class Stacked(Runs):
    """Horizontal bars, each divided into the runs: projects by stage, finance by category."""


ROWS = 10
THICK = 22


def draw(chart: Stacked, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    sheet = Sheet(say)
    labels = chart.labels[:ROWS]
    rows = list(zip(*(series.values[:ROWS] for series in chart.series), strict=False))[: len(labels)]
    axis = scale((end for row in rows for end in _ends(row)), chart.unit)
    if axis.unit:
        sheet.lines([f"单位：{axis.unit}"])
    sheet.legend([series.name for series in chart.series], 14, numbered=True)
    top, before = sheet.y, len(sheet.parts)
    courses: list[list[str]] = [[] for _ in chart.series]
    inside: list[str] = []
    for label, row in zip(labels, rows, strict=False):
        _row(sheet, label, row, axis, courses, inside)
    written, sheet.parts = sheet.parts[before:], sheet.parts[:before]
    sheet.axis(axis, top, 0, WIDTH)
    for index, course in enumerate(courses):
        sheet.path(f"gk-bar {colour(index)}", course, THICK)
    sheet.parts += written + inside
    sheet.lines([*capped(len(chart.labels), len(labels)), *explained(one for row in rows for one in row)])
    return sheet.svg(chart.title, chart.sentence, number)


def _ends(row: Sequence[Amount]) -> tuple[Decimal, Decimal]:
    """How far the row reaches to both sides of zero: parts below zero are laid to the left."""
    values = [one.value for one in row if one.value is not None]
    return sum((v for v in values if v < 0), Decimal(0)), sum((v for v in values if v > 0), Decimal(0))


def _row(
    sheet: Sheet, label: str, row: Sequence[Amount], axis: Scale, courses: list[list[str]], inside: list[str]
) -> None:
    """The name and the sum on a line, the bar below it, and below that what has no room in the bar."""
    total = Amount.total(row)
    sum_words = "合计不全" if total.value is None else f"合计 {axis.words(total.value)}"
    sheet.label(0, sheet.y + LINE, label, WIDTH - wide(sum_words) - 12)
    sheet.text(WIDTH, sheet.y + LINE, sum_words, "end", "gk-v")
    sheet.y += LINE + 6
    ends, outside = [Decimal(0), Decimal(0)], []
    for index, one in enumerate(row):
        if not one.value:
            outside += [ring(index) + mark(one)] if one.value is None else []
            continue
        side = one.value > 0
        start, ends[side] = ends[side], ends[side] + one.value
        left, right = sorted((axis.at(start) * WIDTH, axis.at(ends[side]) * WIDTH))
        left = min(left + 1 if right - left > 3 else left, WIDTH - 0.5)
        courses[index].append(f"M{xy(left)} {xy(sheet.y + THICK / 2)}H{xy(max(right, left + 0.5))}")
        words = ring(index) + axis.words(one.value)
        if wide(words) + 4 <= right - left:
            inside.append(sheet.inside((left + right) / 2, sheet.y + 16.5, words, index))
        else:
            outside.append(words)
    sheet.y += THICK + 1
    sheet.lines(["、".join(outside)] if outside else [])
    sheet.y += 8
