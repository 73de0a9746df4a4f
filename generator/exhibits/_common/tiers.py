"""One figure of income, year by year, of every village and township; and the villages by the size of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts import Bars, Series, Stacked
from generator.exhibits._common import Exhibit, Row, Scope, Sheet
from generator.exhibits._common.saying import several
from generator.model import Amount, Edition, Period, Withheld
from generator.records.finance import Finance
from generator.records.indicator import Indicator
from generator.records.place import Place

YEAR = 12
_NONE = "没有报这一年的数"

Years = Mapping[Period, Indicator]

TIERS = (
    ("5万元以下", 5),
    ("5万元至10万元", 10),
    ("10万元至50万元", 50),
    ("50万元至100万元", 100),
)
"""(Words, below so many 万元). What is not above zero and what reaches the last stand apart.

Source: the size classes in which the yearly rural statistics of the ministry of agriculture count villages by operating
income (《中国农村政策与改革统计年报》).
"""
NOTHING, BEYOND = "没有收入", "100万元以上"
NAMES = (NOTHING, *(name for name, _ in TIERS), BEYOND)
NOTE = "分5万元、10万元、50万元、100万元几档，正好5万元的算在“5万元至10万元”，其余照此；零和负数算“没有收入”。没有填报的村不算。"
_TO_WAN = {"万元": Decimal(1), "元": Decimal(10000)}


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


def tier(value: Decimal, unit: str) -> str:
    """The class a figure belongs to."""
    worth = value / _TO_WAN[unit]
    if worth <= 0:
        return NOTHING
    return next((name for name, below in TIERS if worth < below), BEYOND)


def tiers(scope: Scope, found: Incomes) -> Iterator[Exhibit]:
    """How many villages in each class: of a township class by class with their names, of the site a row a township."""
    tops = [top for top in scope.places if top.is_top]
    sorted_in = {top.key: _sorted(found, _villages(scope, top)) for top in tops}
    if found.unit not in _TO_WAN or not any(any(one.values()) for one in sorted_in.values()):
        return
    title = f"{found.year.label}{found.name}分档"
    told = [top for top in tops if any(sorted_in[top.key].values())]
    silent = len(tops) - len(told)
    used = [name for name in NAMES if any(one[name] for one in sorted_in.values())]
    counts = {name: sum(len(one[name]) for one in sorted_in.values()) for name in NAMES}
    blank = [village.name for top in told for village in _villages(scope, top) if found.amount(village).value is None]
    sentence = f"{found.year.label}有{found.name}数的{sum(counts.values())}个村里，"
    sentence += "，".join(f"{name}的{counts[name]}个" for name in used) + "。"
    sentence += f"{several(blank)}没有数，不算在内。" if blank else ""
    sentence += f"另外{silent}个乡镇没有报这个数。" if silent else ""
    chart: Bars | Stacked
    if scope.township:
        chart, sheet = _classes(found, title, sentence, sorted_in[tops[0].key])
    else:
        chart, sheet = _townships(found, title, sentence, told, used, sorted_in)
    yield Exhibit(f"income-{found.code}-tiers", title, sentence, sheet, chart, NOTE)


def _villages(scope: Scope, top: Place) -> list[Place]:
    return [place for place in scope.edition.of(Place, top.township) if place.is_village]


def _sorted(found: Incomes, villages: Sequence[Place]) -> dict[str, list[Place]]:
    classes: dict[str, list[Place]] = {name: [] for name in NAMES}
    for village in villages:
        value = found.amount(village).value
        if value is not None and found.unit in _TO_WAN:
            classes[tier(value, found.unit)].append(village)
    return classes


def _keys(found: Incomes, villages: Sequence[Place]) -> tuple[str, ...]:
    return tuple(key for village in villages for key in found.keys(village, found.year))


def _classes(found: Incomes, title: str, sentence: str, own: dict[str, list[Place]]) -> tuple[Bars, Sheet]:
    values = tuple(Amount.known(len(own[name]), "个") for name in NAMES)
    every = _keys(found, [one for name in NAMES for one in own[name]])
    rows = (
        Row((name, len(own[name]), "、".join(one.name for one in own[name])), _keys(found, own[name]) or every)
        for name in NAMES
    )
    chart = Bars(title, sentence, "个", NAMES, (Series("村数", values),))
    return chart, Sheet(("档次", "村数（个）", "哪些村"), tuple(rows))


def _townships(
    found: Incomes,
    title: str,
    sentence: str,
    tops: Sequence[Place],
    used: Sequence[str],
    sorted_in: dict[str, dict[str, list[Place]]],
) -> tuple[Stacked, Sheet]:
    names = tuple(top.name for top in tops)
    runs = (Series(n, tuple(Amount.known(len(sorted_in[top.key][n]), "个") for top in tops)) for n in used)
    rows = []
    for top in tops:
        own = sorted_in[top.key]
        all_of = [village for name in used for village in own[name]]
        rows.append(Row((top.name, len(all_of), *(len(own[name]) for name in used)), _keys(found, all_of), top))
    columns = ("乡镇", "有数的村（个）", *(f"{name}（个）" for name in used))
    return Stacked(title, sentence, "个", names, tuple(runs)), Sheet(columns, tuple(rows))
