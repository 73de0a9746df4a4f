"""How far each has come: done of due."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts._common import Say
from generator.model import Amount


@dataclass(frozen=True, slots=True)
class Progress:
    """How far each has come, in per cent of the whole; more than 100 is said in words and fills the bar."""

    title: str
    sentence: str
    labels: tuple[str, ...]
    values: tuple[Amount, ...]
    notes: tuple[str, ...] = ()
    """Words behind each figure, such as `12/16 次`."""


def draw(chart: Progress, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    return f'<svg role="img" viewBox="0 0 360 20"><title>{say(chart.title)}</title></svg>'
