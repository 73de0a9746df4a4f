"""党员队伍: how many members there are, through the years, and how old, of which sex and schooling they are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts import Bars, Chart, Lines, Series, Share
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, found
from generator.exhibits._common.saying import changed, extremes, said, unknown
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.place import Place

NAME = "members"
TITLE = "党员队伍"
FIGURE = "党员总数"

DIMENSIONS = (("年龄段", "age"), ("性别", "sex"), ("文化程度", "schooling"), ("学历", "degree"), ("民族", "people"))
"""How the whole may be broken down, with the word for the address."""


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """Side by side where there are several places; of the place itself through the years and in parts."""
    figures = [one for one in scope.figures() if one.name == FIGURE]
    yield from _beside(scope, figures)
    for place in scope.places if scope.place else [place for place in scope.places if scope.township and place.is_top]:
        mine = found.of(figures, place)
        yield from _years(place, mine)
        for dimension, word in DIMENSIONS:
            yield from _parts(place, mine, dimension, word)


def _beside(scope: Scope, figures: list[Indicator]) -> Iterator[Exhibit]:
    """The places' newest figures; only those of one period are drawn side by side."""
    rows = [
        (place, one)
        for place in scope.places
        if not (scope.township and place.is_top) and (one := found.newest(found.whole(found.of(figures, place))))
    ]
    if scope.place or len(rows) < 2:
        return
    period, _ = found.same_period(one for _, one in rows)
    same = [(place.name, one.amount) for place, one in rows if one.period == period]
    sentence = (_of(period) + extremes(same, "名") if len(same) > 1 else "") + unknown(same)
    others = len(rows) - len(same)
    sentence += f"另有{others}处的数是别的时间的，只列在表里，不一起比。" if others else ""
    chart = _bars(f"各地{FIGURE}", sentence, same) if len(same) > 1 else None
    table = tuple(Row((place.name, one.period, one.amount), found.keys(one), place) for place, one in rows)
    yield Exhibit("members", f"各地{FIGURE}", sentence, Sheet(("地方", "期间", f"{FIGURE}（名）"), table), chart)


def _bars(title: str, sentence: str, pairs: list[tuple[str, Amount]]) -> Bars:
    names, values = tuple(name for name, _ in pairs), tuple(value for _, value in pairs)
    return Bars(title, sentence, "名", names, (Series(FIGURE, values),))


def _years(place: Place, mine: list[Indicator]) -> Iterator[Exhibit]:
    """Through the years; half a year's figure is not put beside a year's."""
    whole = found.whole(mine)
    longest = max((one.period.length for one in whole if one.period), default=0)
    years = [one for one in whole if one.period and one.period.length == longest]
    if not years:
        return
    newest, before = years[-1], years[-2] if len(years) > 1 else None
    sentence = f"{place.name}{_of(newest.period)}{_told(newest.amount)}。"
    if before and newest.period and before.period and (newest.period.start - before.period.end).days == 1:
        sentence += changed(newest.amount, before.amount, "名")
    chart: Chart | None = None
    if len(years) > 1:
        labels = tuple(one.period.label for one in years if one.period)
        chart = Lines(
            f"{place.name}{FIGURE}", sentence, "名", labels, (Series(FIGURE, tuple(y.amount for y in years)),)
        )
    table = tuple(Row((_of(one.period), one.amount), found.keys(one)) for one in reversed(years))
    sheet = Sheet(("期间", f"{FIGURE}（名）"), table)
    yield Exhibit("members-years", f"{FIGURE}（历年）", sentence, sheet, chart)


def _parts(place: Place, mine: list[Indicator], dimension: str, word: str) -> Iterator[Exhibit]:
    """The newest breakdown; whether its parts make up the whole is said."""
    broken = list(found.parts(mine, dimension))
    if not broken:
        return
    period, parts = broken[-1]
    total = next((one for one in found.whole(mine) if one.period == period), None)
    whole = total.amount if total else Amount.missing("名", "没有总数")
    summed = Amount.total((one.amount for one in parts), "名")
    names = [next(iter(one.dimensions.values())) for one in parts]
    pairs = list(zip(names, (one.amount for one in parts), strict=True))
    complete = summed.value is not None and summed.value == whole.value
    sentence = f"{place.name}{_of(period)}：{_words(pairs, whole)}。{unknown(pairs)}{_gap(summed, whole)}"
    title = f"{FIGURE}（按{dimension}）"
    chart: Chart = (
        Share(title, sentence, "名", tuple(names), tuple(value for _, value in pairs))
        if complete
        else _bars(title, sentence, pairs)
    )
    table = [
        Row((name, one.amount, found.share(one.amount, whole)), found.keys(one, total))
        for name, one in zip(names, parts, strict=True)
    ]
    if total:
        table.append(Row((FIGURE, whole, None), found.keys(total), total=True))
    sheet = Sheet((dimension, "人数（名）", "占总数（%）"), tuple(table))
    yield Exhibit(f"members-{word}", title, sentence, sheet, chart)


def _words(pairs: list[tuple[str, Amount]], whole: Amount) -> str:
    told = []
    for name, value in pairs:
        part = found.share(value, whole)
        behind = f"，占{said(part.value, '%')}" if part.value is not None else ""
        told.append(f"{name}{_told(value)}{behind}")
    return "；".join(told)


def _gap(summed: Amount, whole: Amount) -> str:
    if summed.value is None or whole.value is None or summed.value == whole.value:
        return ""
    less = "少" if summed.value < whole.value else "多"
    return (
        f"各项相加比总数{less}{said(abs(summed.value - whole.value), '名')}，没有分到的不在其中。"
        if less == "少"
        else (f"各项相加比总数多{said(summed.value - whole.value, '名')}，待核对。")
    )


def _told(value: Amount) -> str:
    return said(value.value, "名") if value.value is not None else "的数不知道"


def _of(period: Period | None) -> str:
    return period.label if period else ""
