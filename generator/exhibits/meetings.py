"""活动开展: how the schedules of meetings and activities — 三会一课, 主题党日, 村民说事 — are kept."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts import Lines, Progress, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, found
from generator.exhibits._common.saying import extremes, said, unknown
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.place import Place
from generator.records.schedule import Schedule

NAME = "meetings"
TITLE = "三会一课和其他活动"
_RATE, _DUE, _HELD = "完成率", "应开展次数", "已开展次数"
_THEME = "活动开展"


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """The schedules of a place; then each schedule by place or by organisation, and through the quarters."""
    figures = [one for one in scope.figures() if one.theme == _THEME and one.inputs]
    if scope.place:
        for place in scope.places:
            yield from _schedules(found.of(figures, place), f"{place.name}的活动")
        return
    for number, schedule in enumerate(scope.edition.of(Schedule), start=1):
        rates = [one for one in figures if one.name == schedule.name + _RATE]
        if rates:
            yield from _kept(scope, schedule.name, f"meetings-{number}", rates, figures)


def _schedules(mine: list[Indicator], title: str) -> Iterator[Exhibit]:
    """Of a village every requirement, of the newest year."""
    rates = [one for one in mine if one.name.endswith(_RATE) and one.period and one.period.length == found.YEAR]
    period, same = found.same_period(rates)
    if period is None:
        return
    rows = [(one.title.replace(_RATE, ""), one, _beside(mine, one)) for one in same]
    yield _exhibit("meetings", title, period, rows, None)


_Line = tuple[str, Indicator, tuple[Indicator | None, Indicator | None]]


def _beside(figures: list[Indicator], rate: Indicator) -> tuple[Indicator | None, Indicator | None]:
    """How many were asked for and how many held: the figures that the rate is made of."""

    def other(ending: str) -> Indicator | None:
        name = rate.name.removesuffix(_RATE) + ending
        same = (one for one in figures if one.name == name and one.period == rate.period)
        mine = (one for one in same if (one.township, one.place) == (rate.township, rate.place))
        return next((one for one in mine if one.dimensions == rate.dimensions), None)

    return other(_DUE), other(_HELD)


def _kept(scope: Scope, name: str, address: str, rates: list[Indicator], figures: list[Indicator]) -> Iterator[Exhibit]:
    years = [one for one in rates if one.period and one.period.length == found.YEAR]
    tops = {place.township: place for place in scope.places if place.is_top}
    whole = [one for one in years if not one.dimensions and one.place == one.township]
    parts = [one for one in years if one.dimensions] if scope.township else []
    period, same = found.same_period(parts or whole)
    if period:
        rows = [(_whose(one, tops), one, _beside(figures, one)) for one in same]
        yield _exhibit(address, f"{name}完成情况", period, rows, tops if not parts else None)
    if scope.township:
        yield from _quarters(name, f"{address}-quarters", [one for one in rates if not one.dimensions])


def _whose(one: Indicator, tops: dict[str, Place]) -> str:
    return next(iter(one.dimensions.values())) if one.dimensions else tops[one.township].name


def _exhibit(address: str, title: str, period: Period, rows: list[_Line], tops: dict[str, Place] | None) -> Exhibit:
    pairs = [(name, rate.amount) for name, rate, _ in rows]
    sentence = period.label + (extremes(pairs, "%", "最高", "最低") or f"{pairs[0][0]}{_told(pairs[0][1])}。")
    sentence += unknown(pairs)
    notes = tuple(f"{_number(held)}/{_number(due)}次" for _, _, (due, held) in rows)
    chart = Progress(title, sentence, tuple(name for name, _ in pairs), tuple(value for _, value in pairs), notes)
    table = tuple(
        Row(
            (name, period, found.amount(due, "次"), found.amount(held, "次"), rate.amount),
            found.keys(rate, due, held),
            tops.get(rate.township) if tops else None,
        )
        for name, rate, (due, held) in rows
    )
    sheet = Sheet(("名称", "期间", "应开展（次）", "已开展（次）", "完成率（%）"), table)
    note = "每个周期最多按应开展的次数算：多开的补不了别的周期缺的。"
    return Exhibit(address, title, sentence, sheet, chart, note)


def _quarters(name: str, address: str, rates: list[Indicator]) -> Iterator[Exhibit]:
    quarters = [one for one in found.whole(rates) if one.period and one.period.length == found.QUARTER]
    quarters = [one for one in quarters if one.place == one.township]
    if len(quarters) < 2:
        return
    pairs = [(one.period.label, one.amount) for one in quarters if one.period]
    sentence = f"{pairs[-1][0]}完成率{_told(pairs[-1][1])}。{extremes(pairs, '%', '最高', '最低')}{unknown(pairs)}"
    labels, values = tuple(label for label, _ in pairs), tuple(value for _, value in pairs)
    chart = Lines(f"{name}：各季完成率", sentence, "%", labels, (Series(name, values),))
    table = tuple(Row((one.period.label, one.amount), found.keys(one)) for one in reversed(quarters) if one.period)
    yield Exhibit(address, f"{name}：各季完成率", sentence, Sheet(("期间", "完成率（%）"), table), chart)


def _told(value: Amount) -> str:
    return said(value.value, "%") if value.value is not None else "还算不出"


def _number(one: Indicator | None) -> str:
    return said(one.amount.value, "") if one and one.amount.value is not None else "？"
