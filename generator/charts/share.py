"""The parts of one whole."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts._common import Say
from generator.model import Amount


@dataclass(frozen=True, slots=True)
class Share:
    """The parts of one whole, with their share of it; a masked or missing part leaves the shares unsaid."""

    title: str
    sentence: str
    unit: str
    labels: tuple[str, ...]
    values: tuple[Amount, ...]


def draw(chart: Share, number: int, say: Say) -> str:
    """The chart as SVG; `number` tells it from the others of the page."""
    return f'<svg role="img" viewBox="0 0 360 20"><title>{say(chart.title)}</title></svg>'
