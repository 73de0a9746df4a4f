"""One figure of income: year by year, of every village and of every township itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Amount, Edition, Period, Withheld
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.place import Place

YEAR = 12
_NONE = "没有报这一年的数"

Years = Mapping[Period, Indicator]


@dataclass(frozen=True)
class Incomes:
    """One figure of one unit: year by year, of every village and of every township itself."""

    code: str
    name: str
    unit: str
    edition: Edition
    of: Mapping[str, Years]
    """Key of a place → its years."""
    year: Period
    """The last full year of which some place in view has a figure."""

    @property
    def before(self) -> Period:
        """The year before."""
        return Period.of(self.year.start.replace(year=self.year.start.year - 1), YEAR)

    def amount(self, place: Place, year: Period | None = None) -> Amount:
        """What the place had in a year; missing where nothing is written."""
        one = self.of.get(place.key, {}).get(year or self.year)
        return one.amount if one else Amount.missing(self.unit, _NONE)

    def keys(self, place: Place, *years: Period) -> tuple[str, ...]:
        """Keys of the records behind it."""
        mine = self.of.get(place.key, {})
        return tuple(mine[year].key for year in years if year in mine)

    def last_year(self, place: Place) -> Amount:
        """What it had the year before; missing where the two years are not of the same books."""
        mine = self.of.get(place.key, {})
        if self.year in mine and self.before in mine:
            now, then = (basis(self.edition, mine[year]) for year in (self.year, self.before))
            if now != then:
                return Amount.missing(self.unit, "两年的科目制度不同，不相比")
        return self.amount(place, self.before)


def basis(edition: Edition, one: Indicator) -> frozenset[str]:
    """The charts of accounts behind a computed figure; of a written one nothing is known, and nothing differs."""
    sheets = (edition.get(Finance, key) for key in one.inputs)
    return frozenset(sheet.chart for sheet in sheets if sheet and not isinstance(sheet.chart, Withheld))
