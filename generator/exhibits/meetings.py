"""活动开展: how the schedules of meetings and activities — 三会一课, 主题党日, 村民说事 — are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts import Lines, Progress, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, found
from generator.exhibits._common.breakdown import name_of
from generator.exhibits._common.saying import said, several, unknown
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.place import Place
from generator.records.schedule import Schedule

NAME = "meetings"
TITLE = "三会一课和其他活动"
_RATE, _DUE, _HELD = "完成率", "应开展次数", "已开展次数"
_THEME = "活动开展"
_FULL = 100
_NOTE = "只算已经结束的周期。每个周期最多按应开展的次数算：多开的补不了别的周期缺的。"


@dataclass(frozen=True)
class _Line:
    """One row: what or whose it is, how it is kept, and how many were asked for and held."""

    name: str
    rate: Indicator
    due: Indicator | None
    held: Indicator | None
    place: Place | None = None
    total: bool = False

    @property
    def counts(self) -> str:
        """`应开展15次，已开展14次`; empty where either is not known."""
        due, held = found.amount(self.due).value, found.amount(self.held).value
        return "" if due is None or held is None else f"应开展{said(due, '次')}，已开展{said(held, '次')}"


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """Of a village all that is asked for; else each schedule by place or by organisation; and through the quarters."""
    figures = [one for one in scope.figures() if one.theme == _THEME and one.inputs]
    if scope.place:
        yield from _village(scope, figures)
    for schedule in {one.name: one for one in scope.edition.of(Schedule)}.values():  # figures know the name alone
        rates = [one for one in figures if one.name == schedule.name + _RATE]
        if not scope.place:
            yield from _kept(scope, schedule, rates, figures)
        if scope.township:
            yield from _quarters(schedule, rates if scope.place else [one for one in rates if not one.dimensions])


def _village(scope: Scope, figures: list[Indicator]) -> Iterator[Exhibit]:
    """Every requirement of the newest year; whose it is stands beside it where there are several."""
    rates = [one for one in figures if one.name.endswith(_RATE) and one.period and one.period.length == found.YEAR]
    period, same = found.same_period(rates)
    if period is None:
        return
    several_here = len({tuple(one.dimensions.values()) for one in same}) > 1
    lines = [
        _line(figures, one.title.replace(_RATE, "") if several_here else one.name[: -len(_RATE)], one) for one in same
    ]
    yield _exhibit(scope, "meetings", f"{scope.places[0].name}的活动", period, lines, "项活动", "")


def _line(
    figures: list[Indicator], name: str, rate: Indicator, place: Place | None = None, *, total: bool = False
) -> _Line:
    """The rate with the figures that it is made of."""

    def other(ending: str) -> Indicator | None:
        called = rate.name.removesuffix(_RATE) + ending
        same = (one for one in figures if one.name == called and one.period == rate.period)
        mine = (one for one in same if (one.township, one.place) == (rate.township, rate.place))
        return next((one for one in mine if one.dimensions == rate.dimensions), None)

    return _Line(name, rate, other(_DUE), other(_HELD), place, total)


def _kept(scope: Scope, schedule: Schedule, rates: list[Indicator], figures: list[Indicator]) -> Iterator[Exhibit]:
    """Of the site a row a township; of a township a row for each that keeps the schedule, and the township itself."""
    years = [one for one in rates if one.period and one.period.length == found.YEAR]
    tops = {place.township: place for place in scope.places if place.is_top}
    whole = [one for one in years if not one.dimensions and one.place == one.township]
    period, same = found.same_period(whole)
    if period is None:
        return
    whole_lines = [
        _line(figures, tops[one.township].name, one, tops[one.township], total=bool(scope.township)) for one in same
    ]
    parts = [one for one in years if len(one.dimensions) == 1 and one.period == period] if scope.township else []
    lines = [_line(figures, name_of(one), one) for one in parts]
    kind = f"个{next(iter(parts[0].dimensions))}" if parts else "个乡镇"
    title = f"{schedule.name}完成情况"
    yield _exhibit(scope, f"meetings-{schedule.id}", title, period, [*lines, *whole_lines], kind, schedule.name)


def _exhibit(
    scope: Scope, address: str, title: str, period: Period, lines: list[_Line], kind: str, name: str
) -> Exhibit:
    """name: the schedule; empty where each line is another."""
    shown = [line for line in lines if not line.total] or lines
    sentence = "".join(_whole(line, period, scope, name) for line in lines if line.total and shown is not lines)
    pairs = [(line.name, line.rate.amount) for line in shown]
    head = "" if sentence else f"{found.so_far(period, scope.edition.today)}{name}{'：' if name else ''}"
    sentence += f"{head}{_kept_by(shown, kind)}{unknown(pairs)}"
    chart = None
    if any(value.value is not None for _, value in pairs):
        notes = tuple(f"{_number(line.held)}/{_number(line.due)}次" for line in shown)
        chart = Progress(title, sentence, tuple(name for name, _ in pairs), tuple(value for _, value in pairs), notes)
    table = tuple(
        Row(
            (line.name, period, found.amount(line.due, "次"), found.amount(line.held, "次"), line.rate.amount),
            found.keys(line.rate, line.due, line.held),
            line.place,
            line.total,
        )
        for line in lines
    )
    sheet = Sheet(("名称", "期间", "应开展（次）", "已开展（次）", "完成率（%）"), table)
    return Exhibit(address, title, sentence, sheet, chart, _NOTE)


def _whole(line: _Line, period: Period, scope: Scope, name: str) -> str:
    value = line.rate.amount.value
    if value is None:
        return ""
    counts = f"（{line.counts}）" if line.counts else ""
    return f"{line.name}{found.so_far(period, scope.edition.today)}{name}完成率{said(value, '%')}{counts}。"


def _kept_by(lines: list[_Line], kind: str) -> str:
    """Who kept it, and of the others the rate and the counts, the lowest first."""
    known = [(line, line.rate.amount.value) for line in lines if line.rate.amount.value is not None]
    full = [line for line, value in known if value == _FULL]
    short = sorted(((line, value) for line, value in known if value != _FULL), key=lambda one: one[1])
    told = [f"{line.name}{said(value, '%')}" + (f"（{line.counts}）" if line.counts else "") for line, value in short]
    if not known:
        return ""  # each of them is named as without a figure
    if len(known) == 1:
        line, value = known[0]
        return f"{line.name}完成率{said(value, '%')}{f'（{line.counts}）' if line.counts else ''}。"
    if not short:
        return f"{len(full)}{kind}都做到了，完成率都是100%。"
    return (f"{len(full)}{kind}完成率100%。" if full else "") + f"没有全部做到的：{several(told, kind, 5)}。"


def _quarters(schedule: Schedule, rates: list[Indicator]) -> Iterator[Exhibit]:
    """Of each that keeps it, all quarters that are over."""
    kept: dict[tuple[str, ...], list[Indicator]] = {}
    for one in rates:
        if one.period and one.period.length == found.QUARTER and (one.dimensions or one.place == one.township):
            kept.setdefault(tuple(one.dimensions.values()), []).append(one)
    for number, (whose, own) in enumerate(kept.items()):
        quarters = sorted(((one.period, one) for one in own if one.period), key=lambda pair: pair[0].start)
        pairs = [(period.label, one.amount) for period, one in quarters]
        if sum(value.value is not None for _, value in pairs) < 2:
            continue
        title = f"{schedule.name}：各季完成率{f'（{whose[0]}）' if whose else ''}"
        sentence = _told(schedule.name, pairs) + unknown(pairs)
        labels, values = tuple(label for label, _ in pairs), tuple(value for _, value in pairs)
        chart = Lines(title, sentence, "%", labels, (Series(schedule.name, values),))
        table = tuple(Row((period.label, one.amount), found.keys(one)) for period, one in reversed(quarters))
        address = f"meetings-{schedule.id}-quarters{number or ''}"
        yield Exhibit(address, title, sentence, Sheet(("期间", "完成率（%）"), table), chart, _NOTE)


def _told(name: str, pairs: list[tuple[str, Amount]]) -> str:
    """The last quarter, then those in which something was left out; of none one word is enough."""
    known = [(label, value.value) for label, value in pairs if value.value is not None]
    short = [f"{label}{said(value, '%')}" for label, value in known if value != _FULL]
    if not short:
        return f"有数的{len(known)}个季度{name}完成率都是100%。"
    label, last = known[-1]
    return f"{label}{name}完成率{said(last, '%')}。没有达到100%的季度：{several(short, '个', 4)}。"


def _number(one: Indicator | None) -> str:
    return said(one.amount.value, "") if one and one.amount.value is not None else "？"
