"""What the kinds of chart share: a run of figures, the scale they are read by, and the sheet they are drawn on."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts._common.scale import Scale, capped, explained, mark, ring, said, scale
from generator.charts._common.sheet import LINE, TEXT, WIDTH, Say, Sheet, colour, wide, wrapped, xy
from generator.model import Amount

__all__ = [
    "LINE",
    "TEXT",
    "WIDTH",
    "Runs",
    "Say",
    "Scale",
    "Series",
    "Sheet",
    "capped",
    "colour",
    "explained",
    "mark",
    "ring",
    "said",
    "scale",
    "wide",
    "wrapped",
    "xy",
]


@dataclass(frozen=True, slots=True)
class Series:
    """One run of figures: its name in the legend, and a figure a label; masked and missing ones keep their place."""

    name: str
    values: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Runs:
    """One or more runs of figures over the same labels.

    title: what it is about. sentence: what it shows, in words. unit: of every value. values: one a label.
    """

    title: str
    sentence: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
