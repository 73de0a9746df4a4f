"""集体经济收入: what the collectives of the villages earned in a year, by size, against the year before, and over years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.charts import Bars, Lines, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet
from generator.exhibits._common.saying import changed, difference, extremes, growth, ranks, said, several, unknown
from generator.exhibits._common.tiers import YEAR, Incomes, tiers
from generator.model import Period, Withheld
from generator.records.indicator import Indicator
from generator.records.place import Place

TITLE = "集体经济收入"
NAME = "income"
FIGURES = (
    ("operating", "集体经营性收入"),
    ("collective", "集体经济收入"),
    ("statement", "集体经营收入"),
    ("surplus", "收益总额"),
)
"""(ASCII name, indicator): each is counted by its own rules, so that none stands beside another."""


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """For each figure: villages by size, each place against the year before, and the place itself over years."""
    for code, name in FIGURES:
        for found in _incomes(scope, code, name):
            if not scope.place:
                yield from tiers(scope, found)
            yield from _places(scope, found)
            yield from _years(scope, found)


def _incomes(scope: Scope, code: str, name: str) -> Iterator[Incomes]:
    """One a unit: 元 and 万元 are not put side by side."""
    edition = scope.edition
    units: dict[str, dict[str, dict[Period, Indicator]]] = {}
    for one in edition.of(Indicator, scope.township or None):
        period = one.period
        if one.name != name or one.dimensions or isinstance(one.figure, Withheld):
            continue
        if not isinstance(period, Period) or period.length != YEAR or period.end >= edition.today:
            continue
        if scope.place and one.place != scope.place:
            continue
        units.setdefault(one.unit, {}).setdefault(f"{one.township}/place/{one.place}", {})[period] = one
    for number, (unit, of) in enumerate(sorted(units.items())):
        year = max(period for years in of.values() for period in years)
        yield Incomes(f"{code}{number or ''}", name, unit, edition, of, year)


def _places(scope: Scope, found: Incomes) -> Iterator[Exhibit]:
    """Each place in the last full year and in the year before; villages with a rank, townships without."""
    places = [place for place in scope.places if found.of.get(place.key)]
    parts = [place for place in places if not place.is_top or not scope.township]
    if not places:
        return
    parts.sort(key=lambda place: (found.amount(place).value is None, -(found.amount(place).value or Decimal(0))))
    now = [found.amount(place) for place in parts]
    then = [found.last_year(place) for place in parts]
    order = ranks(now) if scope.township and len(parts) > 1 else []
    rows = [_row(found, place, order[at] if order else None, bool(order)) for at, place in enumerate(parts)]
    rows += [_row(found, place, None, bool(order), total=True) for place in places if place not in parts]
    title = f"{found.year.label}{found.name}"
    years = (found.before.label, found.year.label)
    names = tuple(place.name for place in parts)
    sentence = _said(scope, found, places, parts)
    columns = ("地方", *(f"{year}（{found.unit}）" for year in years), f"增减（{found.unit}）", "增减（%）")
    runs = [Series(years[1], tuple(now))]
    runs += [Series(years[0], tuple(then))] if any(one.value is not None for one in then) else []
    chart = Bars(title, sentence, found.unit, names, tuple(runs)) if parts else None
    note = "数由各村、各乡镇填报，单位和口径同名的才放在一起；百分比只在上年大于零时算。"
    note += "" if scope.township else "各乡镇村数不同，不排名次。"
    sheet = Sheet((*columns, "名次") if order else columns, tuple(rows))
    yield Exhibit(f"income-{found.code}", title, sentence, sheet, chart, note)


def _row(found: Incomes, place: Place, rank: int | None, ranked: bool, *, total: bool = False) -> Row:
    now, then = found.amount(place), found.last_year(place)
    cells = (place.name, then, now, difference(now, then), growth(now, then), *((rank,) if ranked else ()))
    return Row(cells, found.keys(place, found.before, found.year), place, total)


def _said(scope: Scope, found: Incomes, places: list[Place], parts: list[Place]) -> str:
    """The place itself with its change, then who has most and least, who rose and fell, and who has no figure."""
    title = f"{found.year.label}{found.name}"
    pairs = [(place.name, found.amount(place)) for place in parts]
    alone = [place for place in places if place not in parts] or (parts if len(parts) == 1 else [])
    words = ""
    for place in alone:
        now = found.amount(place)
        if now.value is not None:
            words += f"{place.name}{title}{said(now.value, found.unit)}。" + changed(
                now, found.last_year(place), found.unit
            )
        elif place not in parts:
            words += unknown([(f"{place.name}{title}", now)])
    known = [one for _, one in pairs if one.value is not None]
    if len(parts) > 1:
        kind = "村" if scope.township else "乡镇"
        words += f"{title}有数的{kind}{len(known)}个。" + extremes(pairs, found.unit) + _moved(found, parts)
    return (words + unknown(pairs)) or f"{title}还没有可以说的数。"


def _moved(found: Incomes, parts: list[Place]) -> str:
    """`比上年多的3个，少的1个（河沿村），一样的1个。`: of those of which both years can be compared."""
    moves = [(place.name, difference(found.amount(place), found.last_year(place)).value) for place in parts]
    up = [name for name, value in moves if value is not None and value > 0]
    down = [name for name, value in moves if value is not None and value < 0]
    same = [name for name, value in moves if value is not None and not value]
    words = [f"{word}的{len(names)}个" for word, names in (("多", up), ("一样", same)) if names]
    words += [f"少的{len(down)}个（{several(down)}）"] if down else []
    return f"比上年{'，'.join(words)}。" if words else ""


def _years(scope: Scope, found: Incomes) -> Iterator[Exhibit]:
    """The place itself over years, where there are more than the two that stand side by side already."""
    place = next((p for p in scope.places if p.id == (scope.place or scope.township)), None)
    years = sorted(found.of.get(place.key, {})) if place and scope.township else []
    if not place or len(years) < 3:
        return
    title = f"历年{found.name}"
    values = tuple(found.amount(place, year) for year in years)
    labels = [year.label for year in years]
    sentence = f"{place.name}：" + extremes(zip(labels, values, strict=True), found.unit)
    sentence += unknown(zip(labels, values, strict=True))
    gaps = len(years) <= years[-1].start.year - years[0].start.year
    sentence += "中间有的年份没有填报。" if gaps else ""
    chart = Lines(title, sentence, found.unit, tuple(labels), (Series(found.name, values),))
    rows = (Row((label, one), found.keys(place, year)) for label, one, year in zip(labels, values, years, strict=True))
    yield Exhibit(f"income-{found.code}-years", title, sentence, Sheet(("年份", f"{found.unit}"), tuple(rows)), chart)
