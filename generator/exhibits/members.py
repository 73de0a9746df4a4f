"""党员队伍: how many members there are, through the years, and how old, of which sex and schooling they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.charts import Bars, Lines, Series, Stacked
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, found
from generator.exhibits._common.breakdown import TOLD, Breakdown
from generator.exhibits._common.saying import changed, difference, extremes, said, several, unknown
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.place import Place

NAME = "members"
TITLE = "党员队伍"
FIGURE = "党员总数"

DIMENSIONS = (("年龄段", "age"), ("性别", "sex"), ("文化程度", "schooling"), ("学历", "degree"), ("民族", "people"))
"""How the whole may be broken down, with the word for the address."""
ROUNDED = "百分比四舍五入，相加可能不正好是100%。"


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """Side by side where there are several places; of the place itself through the years and in parts."""
    figures = found.units(one for one in scope.figures() if one.name == FIGURE)
    for number, (unit, alike) in enumerate(sorted(figures.items())):
        head = f"members{number or ''}"
        below = [place for place in scope.places if not (scope.township and place.is_top)]
        if not scope.place:
            yield from _beside(scope, head, unit, below, alike)
        for place in scope.places if scope.township else ():
            if place.id == (scope.place or scope.township):
                yield from _years(place, head, unit, found.of(alike, place))
        for dimension, word in DIMENSIONS:
            for place in scope.places if scope.township else ():
                if place.id == (scope.place or scope.township):
                    yield from _parts(place, f"{head}-{word}", dimension, found.of(alike, place))
            if not scope.place:
                yield from _spread(f"{head}-{word}-places", dimension, below, alike)


def _beside(scope: Scope, head: str, unit: str, places: list[Place], figures: list[Indicator]) -> Iterator[Exhibit]:
    """The places' newest figures; only those of one period are compared."""
    mine = {place.key: found.whole(found.of(figures, place)) for place in places}
    rows = [(place, one) for place in places if (one := found.newest(mine[place.key]))]
    if len(rows) < 2:
        return
    period, _ = found.same_period(one for _, one in rows)
    same = [(place, one) for place, one in rows if one.period and one.period == period]
    pairs = [(place.name, one.amount) for place, one in same]
    kind = "村" if scope.township else "乡镇"
    sentence = _compared(period, kind, pairs, unit)
    then = [found.amount(found.before(mine[place.key], one)) for place, one in same]
    moved = [(name, now, was) for (name, now), was in zip(pairs, then, strict=True)]
    sentence += _moved(moved, found.last_year(period))
    others = [place.name for place, one in rows if (place, one) not in same]
    sentence += f"{several(others)}的数不是同一时间的，只列在表里，不一起比。" if others else ""
    sentence += f"另外{len(places) - len(rows)}个{kind}没有登记这个数。" if len(rows) < len(places) else ""
    title = f"各{kind}{FIGURE}"
    values = tuple(value for _, value in pairs)
    drawn = sum(one.value is not None for one in values) > 1
    chart = Bars(title, sentence, unit, tuple(name for name, _ in pairs), (Series(FIGURE, values),)) if drawn else None
    table = tuple(_row(place, one, found.before(mine[place.key], one)) for place, one in rows)
    columns = ("地方", "期间", f"{FIGURE}（{unit}）", f"上年同期（{unit}）", f"增减（{unit}）")
    yield Exhibit(head, title, sentence, Sheet(columns, table), chart)


def _row(place: Place, one: Indicator, then: Indicator | None) -> Row:
    was = found.amount(then, one.unit)
    return Row((place.name, one.period, one.amount, was, difference(one.amount, was)), found.keys(one, then), place)


def _compared(period: Period | None, kind: str, pairs: list[tuple[str, Amount]], unit: str) -> str:
    if len(pairs) < 2 or period is None:
        return ""
    known = [(name, one.value) for name, one in pairs if one.value is not None]
    summed = Amount.total((one for _, one in pairs), unit)
    told = f"，合计{said(summed.value, unit)}" if summed.value is not None else ""
    told += f"（{known[0][0]}{said(known[0][1], unit)}）" if len(known) == 1 else ""
    return f"{period.label}有数的{kind}{len(known)}个{told}。{extremes(pairs, unit)}{unknown(pairs)}"


_Change = tuple[str, Amount, Amount]
"""Whose figures, now and the year before."""


def _moved(rows: Iterable[_Change], when: str) -> str:
    """`比上年增加的1个（刘村），没有变的1个（西河村）。`; of those alone whose both figures are known."""
    known = [(name, difference(now, then).value) for name, now, then in rows]
    words = []
    for word, names in (
        ("增加", [name for name, more in known if more is not None and more > 0]),
        ("减少", [name for name, more in known if more is not None and more < 0]),
        ("没有变", [name for name, more in known if more == 0]),
    ):
        words += [f"{word}的{len(names)}个（{several(names)}）"] if names else []
    return f"比{when}{'，'.join(words)}。" if words else ""


def _each(rows: Iterable[_Change], when: str, unit: str) -> str:
    """`比上年：35岁以下增加9名，36至59岁减少2名。`; of those alone whose both figures are known."""
    words = []
    for name, now, then in rows:
        more = difference(now, then).value
        if more is not None:
            words.append(f"{name}{'增加' if more > 0 else '减少'}{said(abs(more), unit)}" if more else f"{name}没有变")
    return f"比{when}：{'，'.join(words)}。" if words else ""


def _years(place: Place, head: str, unit: str, mine: list[Indicator]) -> Iterator[Exhibit]:
    """Through the years; half a year's figure is not put beside a year's."""
    whole = found.whole(mine)
    longest = max((one.period.length for one in whole if one.period), default=0)
    years = [(one.period, one) for one in whole if one.period and one.period.length == longest]
    if not years:
        return
    period, newest = years[-1]
    value = newest.amount.value
    sentence = f"{place.name}{period.label}{FIGURE}{said(value, unit)}。" if value is not None else ""
    sentence += unknown([(f"{place.name}{period.label}{FIGURE}", newest.amount)])
    if then := found.before(mine, newest):
        sentence += changed(newest.amount, then.amount, unit).replace("上年", found.last_year(period))
    title = f"{FIGURE}（历年）"
    chart = None
    if sum(_is(one) for _, one in years) > 1:
        values = tuple(one.amount for _, one in years)
        chart = Lines(title, sentence, unit, tuple(when.label for when, _ in years), (Series(FIGURE, values),))
    table = tuple(Row((when.label, one.amount), found.keys(one)) for when, one in reversed(years))
    yield Exhibit(f"{head}-years", title, sentence, Sheet(("期间", f"{FIGURE}（{unit}）"), table), chart)


def _is(one: Indicator) -> bool:
    return one.amount.value is not None


def _parts(place: Place, address: str, dimension: str, mine: list[Indicator]) -> Iterator[Exhibit]:
    """The newest breakdown, with that of the same months of the year before where there is one."""
    broken = Breakdown.all(mine, dimension)
    if not broken:
        return
    now = broken[-1]
    earlier = found.year_before(now.period) if now.period else None
    then = next((one for one in broken if earlier and one.period == earlier), None)
    when = now.period.label if now.period else ""
    sentence = f"{place.name}{when}：{now.words()}"
    if then:
        changes = [(name, value, then.part(name)) for name, value in now.pairs]
        last = found.last_year(now.period)
        sentence += _each(changes, last, now.unit) if len(changes) <= TOLD else _moved(changes, last)
    title = f"{FIGURE}（按{dimension}）"
    rows = [_part(now, then, name, one) for name, one in zip(now.names, now.parts, strict=True)]
    if now.total:
        was = then.whole if then else Amount.missing(now.unit)
        cells = (FIGURE, now.whole, None, *((was, difference(now.whole, was)) if then else ()))
        rows.append(Row(cells, found.keys(now.total, then.total if then else None), total=True))
    more = (f"上年同期（{now.unit}）", f"增减（{now.unit}）") if then else ()
    columns = (dimension, f"人数（{now.unit}）", "占总数（%）", *more)
    yield Exhibit(address, title, sentence, Sheet(columns, tuple(rows)), now.chart(title, sentence), ROUNDED)


def _part(now: Breakdown, then: Breakdown | None, name: str, one: Indicator) -> Row:
    was = then.part(name) if then else Amount.missing(now.unit)
    twin = next((part for part in then.parts if part.dimensions == one.dimensions), None) if then else None
    cells = (name, one.amount, now.share(one.amount), *((was, difference(one.amount, was)) if then else ()))
    return Row(cells, found.keys(one, now.total, twin))


def _spread(address: str, dimension: str, places: list[Place], figures: list[Indicator]) -> Iterator[Exhibit]:
    """The breakdowns of several places side by side: those of one period, of the same parts, that make up the whole."""
    newest = [(place, broken[-1]) for place in places if (broken := Breakdown.all(found.of(figures, place), dimension))]
    period, _ = found.same_period(one.parts[0] for _, one in newest)
    whole = [(place, one) for place, one in newest if one.complete and one.period and one.period == period]
    names = whole[0][1].names if whole else ()
    alike = [(place, one) for place, one in whole if set(one.names) == set(names)]
    if len(alike) < 2 or period is None:
        return
    sentence = f"{period.label}"
    for name in names[1:] if len(names) == 2 else names:
        shares = [(place.name, one.share(one.part(name))) for place, one in alike]
        sentence += f"{name}占比{extremes(shares, '%', '最高', '最低')}"
    left = [place.name for place, one in newest if (place, one) not in alike]
    sentence += f"{several(left)}的分项不全、对不上总数或者不是同一时间的，不放在一起。" if left else ""
    title = f"{FIGURE}：各地按{dimension}"
    runs = tuple(Series(name, tuple(one.part(name) for _, one in alike)) for name in names)
    chart = Stacked(title, sentence, alike[0][1].unit, tuple(place.name for place, _ in alike), runs)
    rows = tuple(
        Row(
            (place.name, *(one.part(name) for name in names), one.whole, *(one.share(one.part(n)) for n in names)),
            found.keys(*one.parts, one.total),
            place,
        )
        for place, one in alike
    )
    unit = alike[0][1].unit
    columns = ("地方", *(f"{name}（{unit}）" for name in names), f"{FIGURE}（{unit}）", *(f"{n}占（%）" for n in names))
    yield Exhibit(address, title, sentence, Sheet(columns, rows), chart, ROUNDED)
