"""Steps along time: what was planned and what was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.charts._common import Say


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


def draw(chart: Timeline, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    return f'<svg role="img" viewBox="0 0 360 20"><title>{say(chart.title)}</title></svg>'
