"""How timely duties were met: counted from their states alone, which are made in one place, and never from dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from generator.model import Amount, Duty, DutyState
from generator.records.place import Place

DUE = (DutyState.DONE, DutyState.LATE, DutyState.OVERDUE, DutyState.WITHDRAWN)
"""What was published or has fallen due; a tally counts these, and apart from them what does not apply."""
LEAST = 3
"""Of fewer duties a share says nothing: one day late would be a third of it."""


@dataclass(frozen=True)
class Tally:
    """How many duties stand how; those whose day has not come are in none of the counts."""

    on_time: int = 0
    late: int = 0
    overdue: int = 0
    withdrawn: int = 0
    exempt: int = 0

    @property
    def due(self) -> int:
        """What was published or has fallen due: what does not apply is left out, what was taken down is not."""
        return self.on_time + self.late + self.overdue + self.withdrawn

    @property
    def share(self) -> Fraction:
        """The part that is on time; 0 where nothing was due."""
        return Fraction(self.on_time, self.due) if self.due else Fraction(0)

    @property
    def rate(self) -> Amount:
        """The share in per cent, one decimal; missing when nothing was due."""
        if not self.due:
            return Amount.missing("%", "还没有应公开的事项")
        return Amount.known((Decimal(100 * self.on_time) / self.due).quantize(Decimal("0.1"), ROUND_HALF_UP), "%")


@dataclass(frozen=True)
class Ranked:
    """A place with its counts; no rank where too little was due."""

    place: Place
    tally: Tally
    rank: int | None = None


def tally(duties: Iterable[Duty]) -> Tally:
    """The counts of these duties."""
    states = [duty.state for duty in duties]
    return Tally(*(states.count(state) for state in (*DUE, DutyState.EXEMPT)))


def ranked(tallies: Sequence[tuple[Place, Tally]]) -> tuple[Ranked, ...]:
    """The best share first, who has the same shares the rank, the next rank is left out; the unranked last.

    Shares are compared as they are printed: nobody understands why of two places with 98.1 % one comes after the other.
    """
    enough = sorted((one for one in tallies if one[1].due >= LEAST), key=lambda one: one[1].share, reverse=True)
    rates = [one.rate.value for _, one in enough]
    placed = [Ranked(place, one, rates.index(one.rate.value) + 1) for place, one in enough]
    return (*placed, *(Ranked(place, one) for place, one in tallies if one.due < LEAST))
