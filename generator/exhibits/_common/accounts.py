"""Income and spending by kind and account, from the figures that were worked out of the cash sheets.

No sum is made here: one of the sheets could be the very figure of a statement that is not published yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.charts import Bars, Series, Share, Stacked
from generator.exhibits._common import Exhibit, Row, Scope, Sheet
from generator.exhibits._common.saying import extremes, said, several, unknown
from generator.model import Amount, Period, Withheld
from generator.records.finance import CASH, Finance, covering
from generator.records.indicator import Indicator
from generator.records.place import Place

CASH_BASIS = "按收付实现制，即实际收到和付出的现金和银行存款计算；收入里有专项资金等不是村集体自己的钱。"
THEME = "财务统计"
SIDES = (
    ("in", "收入", "收入合计", ("earned", "earmarked", "recovered")),
    ("out", "支出", "支出合计", ("spent",)),
)
"""(ASCII name, side, its total, second word of the ids of its parts)."""

_Parts = Mapping[str, Mapping[str, Indicator]]
"""Name of a part → key of a place → its figure."""


def accounts(scope: Scope, period: Period) -> Iterator[Exhibit]:
    """Of a township or village the parts of each side; of the site a row a township."""
    places = [one for one in scope.places if not scope.township or one.id == (scope.place or scope.township)]
    for code, side, whole, codes in SIDES:
        parts: dict[str, dict[str, Indicator]] = defaultdict(dict)
        totals: dict[str, Indicator] = {}
        for one in _figures(scope, period):
            key = f"{one.township}/place/{one.place}"
            if one.name == whole:
                totals[key] = one
            elif one.id.split(".")[1:2] and one.id.split(".")[1] in codes:
                parts[one.name][key] = one
        name, title = f"finance-{period.key}-{code}", f"{period.label}{side}构成"
        kind = _parts if scope.township else _townships
        unlike = charts(scope, [own[top.key] for own in parts.values() for top in places if top.key in own])
        for exhibit in kind(name, title, places, parts, totals):
            yield replace(exhibit, sentence=exhibit.sentence + unlike)


def _figures(scope: Scope, period: Period) -> Iterator[Indicator]:
    return (one for one in scope.figures() if one.theme == THEME and one.period == period)


def _parts(
    name: str, title: str, places: Sequence[Place], parts: _Parts, totals: Mapping[str, Indicator]
) -> Iterator[Exhibit]:
    """The parts of one place, the largest first, and their total."""
    for place in places:
        found = [(part, own[place.key]) for part, own in parts.items() if place.key in own]
        found.sort(key=lambda one: (one[1].amount.value is None, -(one[1].amount.value or 0)))
        pairs = [(part, one.amount) for part, one in found]
        whole = totals.get(place.key)
        if not any(one.value is not None for _, one in pairs):
            continue
        sentence = ""
        if whole and whole.amount.value is not None:
            sentence = f"{place.name}{title[:-2]}合计{said(whole.amount.value, '元')}。"
        sentence += extremes(pairs, "元") + unknown(pairs)
        sentence = sentence or f"{pairs[0][0]}{said(pairs[0][1].value or Decimal(0), '元')}。"
        rows = [Row((part, one.amount), (one.key,)) for part, one in found]
        rows += [Row(("合计", whole.amount), (whole.key,), total=True)] if whole else []
        values = tuple(amount for _, amount in pairs)
        # a whole that the parts do not make up has no shares
        agrees = whole is None or Amount.total(values, "元").value == whole.amount.value
        labels = tuple(part for part, _ in pairs)
        chart: Share | Bars = Share(title, sentence, "元", labels, values)
        if not agrees:
            chart = Bars(title, sentence, "元", labels, (Series("金额", values),))
        yield Exhibit(name, title, sentence, Sheet(("项目", "金额（元）"), tuple(rows)), chart, CASH_BASIS)


def _townships(
    name: str, title: str, places: Sequence[Place], parts: _Parts, totals: Mapping[str, Indicator]
) -> Iterator[Exhibit]:
    """A row a township; a part of which it has no figure stays blank, it need not be nothing."""
    tops = [top for top in places if any(top.key in own for own in parts.values())]
    if not tops:
        return
    blank = Amount.missing("元", "没有这一项")
    cells = {part: [own[top.key].amount if top.key in own else blank for top in tops] for part, own in parts.items()}
    sentence = ""
    for part, amounts in cells.items():
        ends = extremes(((top.name, one) for top, one in zip(tops, amounts, strict=True)), "元")
        sentence += f"{part}{ends}" if ends else ""
    sentence = sentence or f"只有{several([top.name for top in tops])}有{title}的数。"
    runs = tuple(Series(part, tuple(amounts)) for part, amounts in cells.items())
    chart = Stacked(title, sentence, "元", tuple(top.name for top in tops), runs)
    rows = tuple(
        Row(
            (
                top.name,
                *(amounts[at] for amounts in cells.values()),
                totals[top.key].amount if top.key in totals else blank,
            ),
            tuple(own[top.key].key for own in (*parts.values(), totals) if top.key in own),
            top,
        )
        for at, top in enumerate(tops)
    )
    columns = ("乡镇", *(f"{part}（元）" for part in cells), "合计（元）")
    yield Exhibit(
        name, title, sentence, Sheet(columns, rows), chart, f"{CASH_BASIS}表里写“缺”的，是这个乡镇没有这一项。"
    )


def gap(scope: Scope, place: Place, period: Period) -> tuple[str, tuple[str, ...]]:
    """Why nothing can be told of a place in a period, and the keys of the sheets that are there all the same."""
    shelves: dict[tuple[str, str], list[Finance]] = defaultdict(list)
    for sheet in scope.edition.of(Finance, place.township):
        inside = isinstance(sheet.period, Period) and period.holds(sheet.period)
        if inside and sheet.statement == CASH and (place.is_top or sheet.place == place.id):
            shelves[sheet.place, str(sheet.publisher)].append(sheet)
    taken: list[str] = []
    without: dict[str, list[str]] = defaultdict(list)
    for (_, publisher), sheets in shelves.items():
        found, missing = covering(sheets, period)
        taken += [sheet.key for sheet in found]
        if missing:
            without["、".join(month.label for month in missing)].append(publisher)
    gaps = "；".join(f"{several(names)}缺{months}的表" for months, names in without.items())
    return gaps or "有的村没有表或者表不公开", tuple(taken)


def charts(scope: Scope, figures: Sequence[Indicator]) -> str:
    """A sentence where the sheets behind the figures keep different charts of accounts; nothing where they do not."""
    sheets = (scope.edition.get(Finance, key) for one in figures for key in one.inputs)
    used = sorted({str(one.chart) for one in sheets if one and not isinstance(one.chart, Withheld)})
    if len(used) < 2:
        return ""
    return f"这里有{'、'.join(used)}几种科目制度的表，同名科目包括的内容可能不同，不要直接相比。"
