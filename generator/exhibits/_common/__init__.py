"""What every exhibit is made of: where it looks, its table, its chart, its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.charts import Chart
from generator.model import Amount, Edition, Period, Withheld
from generator.records.indicator import Indicator
from generator.records.place import Place

Cell = str | Amount | int | Decimal | date | Period | None


@dataclass(frozen=True)
class Scope:
    """What is looked at: the whole site, a township, or one of its villages."""

    edition: Edition
    township: str = ""
    place: str = ""

    @property
    def places(self) -> tuple[Place, ...]:
        """Who is compared: of the site its townships, of a township its villages and itself, of a village itself."""
        tops = tuple(place for place in self.edition.of(Place) if place.is_top)
        if not self.township:
            return tops
        mine = self.edition.of(Place, self.township)
        if self.place:
            return tuple(place for place in mine if place.id == self.place)
        return (*(p for p in mine if p.is_village), *(top for top in tops if top.township == self.township))

    def figures(self) -> Iterator[Indicator]:
        """The indicators of these places whose values these readers may see."""
        if self.township and self.place:
            yield from self.edition.once(_by_place).get((self.township, self.place), ())
            return
        ids = {(place.township, place.id) for place in self.places}
        for township in dict.fromkeys(place.township for place in self.places):
            for one in self.edition.of(Indicator, township):
                if (township, one.place) in ids and not isinstance(one.figure, Withheld):
                    yield one


def _by_place(edition: Edition) -> dict[tuple[str, str], list[Indicator]]:
    """(township, place) → its figures whose values these readers may see; of places that are there."""
    found: dict[tuple[str, str], list[Indicator]] = {(one.township, one.id): [] for one in edition.of(Place)}
    for one in edition.of(Indicator):
        if (one.township, one.place) in found and not isinstance(one.figure, Withheld):
            found[one.township, one.place].append(one)
    return found


@dataclass(frozen=True)
class Row:
    """One line of the table: its cells, the records behind it, and whose line it is."""

    cells: tuple[Cell, ...]
    keys: tuple[str, ...] = ()
    """Keys of the records that its figures come from: without them a figure may not stand on a page."""
    place: Place | None = None
    """Whom the first cell names; it leads to that place's own statistics."""
    total: bool = False


@dataclass(frozen=True)
class Sheet:
    """The table behind a chart: headings with their units, and rows; the first column names what the row is about."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Exhibit:
    """One thing shown: a chart, the table behind it, and a sentence that says what can be seen.

    name: ASCII, unique on its page: the anchor and the name of the downloaded file. note: how it was counted.
    """

    name: str
    title: str
    sentence: str
    sheet: Sheet
    chart: Chart | None = None
    note: str = ""


@dataclass(frozen=True)
class Subject:
    """A heading of the statistics with what is shown under it."""

    name: str
    title: str
    exhibits: tuple[Exhibit, ...] = field(default_factory=tuple)


def day(value: date) -> str:
    """`2026年3月5日`."""
    return f"{value.year}年{value.month}月{value.day}日"


def known(values: Iterable[Amount]) -> list[Decimal]:
    """The values that are known; comparisons are made among these alone."""
    return [value.value for value in values if value.value is not None]
