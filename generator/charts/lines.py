"""One to three runs through time; the labels are periods, the oldest first."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts._common import Say, Series


@dataclass(frozen=True, slots=True)
class Lines:
    """One to three runs through time; the labels are periods, the oldest first.

    title: what it is about. sentence: what it shows, in words. unit: of every value. values: one a label.
    """

    title: str
    sentence: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]


def draw(chart: Lines, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    return f'<svg role="img" viewBox="0 0 360 20"><title>{say(chart.title)}</title></svg>'
