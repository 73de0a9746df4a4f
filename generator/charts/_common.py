"""What the kinds of chart share: a run of figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.model import Amount

Say = Callable[[str], str]
"""The one escape of the writer: free text as it may stand in a page."""


@dataclass(frozen=True, slots=True)
class Series:
    """One run of figures: its name in the legend, and a figure a label; masked and missing ones keep their place."""

    name: str
    values: tuple[Amount, ...]
