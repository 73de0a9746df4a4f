"""What is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model.audience import Audience


@dataclass(frozen=True)
class Site:
    """What is asked for: which folder, seen from which day, which townships (none: all), by which engine."""

    root: Path
    today: date
    townships: tuple[str, ...] = ()
    engine: str = "mkdocs"

    def release(self, audience: Audience) -> str:
        """The name under which an audience's site stands; that of some townships stands beside the whole."""
        return "-".join((audience.value, *self.townships))
