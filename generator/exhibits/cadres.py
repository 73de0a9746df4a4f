"""干部队伍: before and after the election, and who is on the rosters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts import Bars, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, day, found
from generator.exhibits._common.breakdown import Breakdown
from generator.exhibits._common.saying import difference, said, several
from generator.model import State
from generator.records.indicator import Indicator
from generator.records.place import Place

NAME = "cadres"
TITLE = "干部队伍"
_BEFORE, _AFTER = "换届前", "换届后"
_LISTED, _KIND, _COMMITTEE = "登记人员", "类别", "村两委成员"
_SPLITS = (
    ("committee-sex", "登记两委成员", "性别", "两委成员（按性别）"),
    ("committee-schooling", "登记两委成员学历", "学历", "两委成员（按学历）"),
    ("reserve-origin", "登记后备干部", "来源", "后备干部（按来源）"),
)
"""(Address, figure, dimension, title): shown to those to whom the field of the persons is open."""
_REGISTERED = "登记全不全各地不一样，不能直接比多少。"


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """A pair of bars for everything that is known from before and from after, then the rosters."""
    figures = list(scope.figures())
    yield from _elections(scope, figures)
    if not scope.place:
        yield from _committees(scope, figures)
    for place in scope.places if scope.township else ():
        if place.id == (scope.place or scope.township):
            yield from _rosters(scope, place, figures)
            yield from _splits(scope, place, figures)


def _elections(scope: Scope, figures: list[Indicator]) -> Iterator[Exhibit]:
    heads = dict.fromkeys(
        (one.name.removeprefix(_BEFORE), one.unit)
        for one in figures
        if one.name.startswith(_BEFORE) and not one.dimensions
    )
    for number, (name, unit) in enumerate(heads, start=1):
        alike = [one for one in figures if one.unit == unit]
        rows = [row for place in scope.places for row in _pairs(place, name, alike)]
        if rows:
            yield _election(f"cadres-{number}", name, unit, rows)


_Pair = tuple[Place, Indicator, Indicator]


def _pairs(place: Place, name: str, figures: list[Indicator]) -> Iterator[_Pair]:
    """Before and after of the same period; the newest election."""
    after = found.whole(found.of(figures, place, _AFTER + name))
    for one in reversed(found.whole(found.of(figures, place, _BEFORE + name))):
        twin = next((a for a in after if a.period == one.period), None)
        if twin:
            yield place, one, twin
            return


def _election(address: str, name: str, unit: str, rows: list[_Pair]) -> Exhibit:
    """The places whose both figures are known are drawn; where they are of several years the year stands beside them."""
    sentence = "".join(_change(place, name, before, after) for place, before, after in rows)
    title = f"换届前后：{name}"
    both = [row for row in rows if row[1].amount.value is not None and row[2].amount.value is not None]
    years = {before.period for _, before, _ in both}
    chart = None
    if both:
        labels = tuple(f"{place.name}{_when(one) if len(years) > 1 else ''}" for place, one, _ in both)
        runs = (
            Series(_AFTER, tuple(after.amount for _, _, after in both)),
            Series(_BEFORE, tuple(before.amount for _, before, _ in both)),
        )
        chart = Bars(title, sentence, unit, labels, runs)
    table = tuple(
        Row(
            (p.name, b.period, b.amount, a.amount, difference(a.amount, b.amount)),
            found.keys(b, a),
            p,
        )
        for p, b, a in rows
    )
    columns = ("地方", "期间", f"{_BEFORE}（{unit}）", f"{_AFTER}（{unit}）", f"变化（{unit}）")
    return Exhibit(address, title, sentence, Sheet(columns, table), chart)


def _when(one: Indicator) -> str:
    return one.period.label if one.period else ""


def _change(place: Place, name: str, before: Indicator, after: Indicator) -> str:
    was, now = before.amount.value, after.amount.value
    if was is None or now is None:
        hidden = [word for word, one in ((_BEFORE, before), (_AFTER, after)) if one.amount.state is State.MASKED]
        blank = [word for word, one in ((_BEFORE, before), (_AFTER, after)) if one.amount.state is State.MISSING]
        why = [f"{'、'.join(hidden)}的数原件遮盖了（**）"] if hidden else []
        why += [f"{'、'.join(blank)}没有数"] if blank else []
        return f"{place.name}{_when(before)}{name}：{'，'.join(why)}，不比较。"
    up, down = ("提高", "降低") if before.unit in ("岁", "%") else ("增加", "减少")
    # of a share in per cent a difference is one of points, not of per cent
    unit = "个百分点" if before.unit == "%" else before.unit
    way = "没有变" if was == now else f"{up if now > was else down}{said(abs(now - was), unit)}"
    return f"{place.name}{_when(before)}换届后{name}{said(now, before.unit)}，换届前{said(was, before.unit)}，{way}。"


def _committees(scope: Scope, figures: list[Indicator]) -> Iterator[Exhibit]:
    """How many members of village committees each place has registered."""
    below = [place for place in scope.places if not (scope.township and place.is_top)]
    found_in = [(place, one) for place in below for one in _of(figures, place, _LISTED, {_KIND: _COMMITTEE})]
    rows = sorted(
        ((place, one, one.amount.value) for place, one in found_in if one.amount.value is not None),
        key=lambda row: -row[2],
    )
    if len(rows) < 2:
        return
    told = [f"{place.name}{said(value, '名')}" for place, _, value in rows]
    sentence = f"到{day(scope.edition.today)}登记在册的{_COMMITTEE}：{several(told, '处', 8)}。{_REGISTERED}"
    title = f"各{'村' if scope.township else '乡镇'}登记的{_COMMITTEE}"
    labels, values = tuple(place.name for place, _, _ in rows), tuple(one.amount for _, one, _ in rows)
    chart = Bars(title, sentence, "名", labels, (Series("人数", values),))
    table = tuple(Row((place.name, one.amount), found.keys(one), place) for place, one, _ in rows)
    yield Exhibit("cadres-committees", title, sentence, Sheet(("地方", "人数（名）"), table), chart)


def _of(figures: list[Indicator], place: Place, name: str, part: dict[str, str]) -> list[Indicator]:
    mine = found.of(figures, place, name)
    return [one for one in mine if one.period is None and dict(one.dimensions) == part and one.unit == "名"][:1]


def _rosters(scope: Scope, place: Place, figures: list[Indicator]) -> Iterator[Exhibit]:
    """How many of each kind are registered now, the most first."""
    mine = [one for one in found.of(figures, place, _LISTED) if one.period is None and one.unit == "名"]
    kinds = {one.dimensions[_KIND]: one for one in mine if tuple(one.dimensions) == (_KIND,)}
    if not any(one.amount.value is not None for one in kinds.values()):
        return
    ordered = sorted(kinds.items(), key=lambda one: (one[1].amount.value is None, -(one[1].amount.value or 0)))
    total = next(iter(_of(mine, place, _LISTED, {})), None)
    pairs = [(kind, one.amount) for kind, one in ordered]
    told = [f"{kind}{said(value.value, '名')}" for kind, value in pairs if value.value is not None]
    sentence = f"到{day(scope.edition.today)}，{place.name}登记在册"
    sentence += f"{said(total.amount.value, '名')}：" if total and total.amount.value is not None else "："
    sentence += f"{several(told, '类', 4)}。"
    title = "登记在册的干部和骨干"
    names, values = tuple(kind for kind, _ in pairs), tuple(value for _, value in pairs)
    chart = Bars(title, sentence, "名", names, (Series("人数", values),))
    table = [Row((kind, one.amount), found.keys(one)) for kind, one in ordered]
    table += [Row(("合计", total.amount), found.keys(total), total=True)] if total else []
    note = f"一个人登记了几类的，各类和合计里都数。{_REGISTERED}"
    yield Exhibit("cadres-rosters", title, sentence, Sheet(("类别", "人数（名）"), tuple(table)), chart, note)


def _splits(scope: Scope, place: Place, figures: list[Indicator]) -> Iterator[Exhibit]:
    """By sex, schooling and origin, where the readers may see that of every person counted."""
    for address, name, dimension, title in _SPLITS:
        for one in Breakdown.all(found.of(figures, place, name), dimension)[-1:]:
            sentence = f"到{day(scope.edition.today)}，{place.name}登记在册的{title.partition('（')[0]}：{one.words()}"
            rows = [
                Row((part, figure.amount, one.share(figure.amount)), found.keys(figure, one.total))
                for part, figure in zip(one.names, one.parts, strict=True)
            ]
            rows += [Row(("合计", one.whole, None), found.keys(one.total), total=True)] if one.total else []
            sheet = Sheet((dimension, f"人数（{one.unit}）", "占合计（%）"), tuple(rows))
            yield Exhibit(
                f"cadres-{address}",
                title,
                sentence,
                sheet,
                one.chart(title, sentence),
                "人员登记里没有写这一项的，单独列一行。",
            )
