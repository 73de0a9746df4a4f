"""What is said about a claim that does not hold."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Level


@dataclass(frozen=True, slots=True)
class Doubt:
    """A claim that contradicts the figures; start and end are those of the words it quotes, in the whole text."""

    start: int
    end: int
    level: Level
    message: str
    hint: str
    of: int
    """Where the number that is doubted begins; whoever knows it to be a figure of the records may judge by it."""
    typed: bool = False
    """Only worth a word when the number was typed by hand: right but rounded, or other than the record."""
