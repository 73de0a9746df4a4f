"""干部队伍: before and after the election, and who is on the rosters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts import Bars, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, found
from generator.exhibits._common.saying import difference, extremes, said
from generator.model import Amount
from generator.records.indicator import Indicator
from generator.records.place import Place

NAME = "cadres"
TITLE = "干部队伍"
_BEFORE, _AFTER = "换届前", "换届后"
_LISTED = "登记人员"


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """A pair of bars for everything that is known from before and from after, then the rosters."""
    figures = list(scope.figures())
    yield from _elections(scope, figures)
    for place in scope.places:
        if scope.place or (scope.township and place.is_top):
            yield from _rosters(place, figures)


def _elections(scope: Scope, figures: list[Indicator]) -> Iterator[Exhibit]:
    names = dict.fromkeys(
        one.name.removeprefix(_BEFORE) for one in figures if one.name.startswith(_BEFORE) and not one.dimensions
    )
    for number, name in enumerate(names, start=1):
        rows = [row for place in scope.places for row in _pairs(place, name, figures)]
        if rows:
            yield _election(f"cadres-{number}", name, rows)


_Pair = tuple[Place, Indicator, Indicator]


def _pairs(place: Place, name: str, figures: list[Indicator]) -> Iterator[_Pair]:
    """Before and after of the same unit and period; the newest election."""
    after = found.whole(found.of(figures, place, _AFTER + name))
    for one in reversed(found.whole(found.of(figures, place, _BEFORE + name))):
        twin = next((a for a in after if a.period == one.period and a.unit == one.unit), None)
        if twin:
            yield place, one, twin
            return


def _election(address: str, name: str, rows: list[_Pair]) -> Exhibit:
    sentence = "".join(_change(place, name, before, after) for place, before, after in rows)
    unit, title = rows[0][1].unit, f"换届前后：{name}"
    alike = [row for row in rows if row[1].unit == unit]
    chart = Bars(
        title,
        sentence,
        unit,
        tuple(place.name for place, _, _ in alike),
        (Series(_AFTER, tuple(a.amount for _, _, a in alike)), Series(_BEFORE, tuple(b.amount for _, b, _ in alike))),
    )
    table = tuple(
        Row((p.name, b.period, b.amount, a.amount, difference(a.amount, b.amount), b.unit), found.keys(b, a), p)
        for p, b, a in rows
    )
    return Exhibit(address, title, sentence, Sheet(("地方", "期间", _BEFORE, _AFTER, "变化", "单位"), table), chart)


def _change(place: Place, name: str, before: Indicator, after: Indicator) -> str:
    was, now = before.amount.value, after.amount.value
    when = before.period.label if before.period else ""
    if was is None or now is None:
        return f"{place.name}{when}{name}换届前后的数不全，不比较。"
    way = "没有变" if was == now else f"{'增加' if now > was else '减少'}{said(abs(now - was), before.unit)}"
    return f"{place.name}{when}换届后{name}{said(now, before.unit)}，换届前{said(was, before.unit)}，{way}。"


def _rosters(place: Place, figures: list[Indicator]) -> Iterator[Exhibit]:
    """How many of each kind are registered now."""
    mine = found.of(figures, place, _LISTED)
    kinds = [(next(iter(one.dimensions.values())), one) for one in mine if len(one.dimensions) == 1 and not one.period]
    if not kinds:
        return
    kinds.sort(key=lambda pair: pair[1].amount.value or 0, reverse=True)
    pairs: list[tuple[str, Amount]] = [(kind, one.amount) for kind, one in kinds]
    total = next((one for one in mine if not one.dimensions and not one.period), None)
    head = f"{place.name}登记在册{said(total.amount.value, '名')}。" if total and total.amount.value is not None else ""
    sentence = head + extremes(pairs, "名")
    sentence = sentence or f"{place.name}：{kinds[0][0]}{found.amount(kinds[0][1]).value or '的数不知道'}名。"
    title = "登记在册的干部和骨干"
    names, values = tuple(kind for kind, _ in kinds), tuple(value for _, value in pairs)
    chart = Bars(title, sentence, "名", names, (Series("人数", values),))
    table = tuple(Row((kind, one.amount), found.keys(one)) for kind, one in kinds)
    note = "一个人登记了几类的，各类里都数。"
    yield Exhibit("cadres-rosters", title, sentence, Sheet(("类别", "人数（名）"), table), chart, note)
