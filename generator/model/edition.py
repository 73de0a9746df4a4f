"""What one audience may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.model.audience import Audience
from generator.model.duty import Duty
from generator.model.explanation import Explanation
from generator.model.finding import Finding
from generator.model.record import Collection


class Withheld:
    """Stands where a value is closed to the audience: empty to every question, a dash on every page."""

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Any:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "—"


WITHHELD: Any = Withheld()


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that these readers could read until its publication was withdrawn: no more of it than its address."""

    publication: str
    township: str
    place: str
    family: str
    id: str

    @property
    def key(self) -> str:
        return f"{self.township}/{self.family}/{self.id}"


@dataclass(frozen=True)
class Edition(Collection):
    """Records rebuilt from the fields open to one audience. Made by the gate alone; pages know nothing else."""

    audience: Audience = Audience.PUBLIC
    today: date = date.min
    duties: tuple[Duty, ...] = ()
    prose: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    """Record key → `file:line`, for reviewers only: line numbers tell how much was withheld."""
    bound: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Article key → what its prose asks for (`党员总数`, `党员总数[刘村][2024]`, `党员总数|同比`) → key of the indicator that
    it means, which these readers may not have."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Attachment as a visible record names it → absolute path of the file to re-encode."""
    gone: tuple[Gone, ...] = ()
    """What was withdrawn from these readers: a bookmarked address still tells when and why."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the data, for reviewers only, in words that give nothing withheld away."""
    manual: Mapping[str, Explanation] = field(default_factory=dict)
    """Name of a rule → what it means."""
    part: str | None = None
    """The part of the site that it is for: a township, nothing for the portal; None where the whole site is one."""
    held: Mapping[str, int] = field(default_factory=dict)
    """Family → how many records of it the townships hold, where the portal does not hold them itself."""
