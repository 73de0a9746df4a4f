"""Income and spending by account of the chart of accounts; what stands in different charts never stands together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.charts import Share
from generator.exhibits._common import Exhibit, Row, Scope, Sheet
from generator.exhibits._saying import extremes, said, several, unknown
from generator.model import Amount, Period, Withheld
from generator.records.chart import Chart
from generator.records.finance import CASH, Finance, Line, covering

_BLANK, _CLOSED = "没有写科目", "科目不公开"
_SIDES = (("in", "收入", "incomes"), ("out", "支出", "expenses"))


@dataclass
class _Account:
    """What stands on one account."""

    amount: Amount = field(default_factory=lambda: Amount.known(0, "元"))
    keys: dict[str, None] = field(default_factory=dict)


def accounts(scope: Scope, period: Period) -> Iterator[Exhibit]:
    """One exhibit a side and chart of accounts: what each account comes to in the sheets of the period."""
    sheets, gaps = _sheets(scope, period)
    charts = dict.fromkeys(str(sheet.chart) for sheet in sheets)
    for chart in sorted(charts):
        own = [sheet for sheet in sheets if str(sheet.chart) == chart]
        for number, (code, side, of) in enumerate(_SIDES):
            found = _by_account(scope, own, of)
            if found:
                only = f"（{chart}年科目制度）" if len(charts) > 1 else ""
                name = f"finance-{period.key}-{code}" + (f"-{sorted(charts).index(chart)}" if only else "")
                others = "用不同科目制度的村分开列，不相加、不相比。" if only else ""
                yield _exhibit(name, f"{period.label}{side}按科目{only}", found, (gaps if not number else "") + others)


def _sheets(scope: Scope, period: Period) -> tuple[list[Finance], str]:
    """The fewest cash sheets that tell of the period, publisher by publisher, and a sentence of the months not told."""
    shelves: dict[tuple[str, str, str], list[Finance]] = defaultdict(list)
    for sheet in scope.edition.of(Finance, scope.township or None):
        inside = isinstance(sheet.period, Period) and period.holds(sheet.period)
        if inside and sheet.statement == CASH and (not scope.place or sheet.place == scope.place):
            shelves[sheet.township, sheet.place, str(sheet.publisher)].append(sheet)
    taken: list[Finance] = []
    without: dict[str, list[str]] = defaultdict(list)
    for (_, _, publisher), sheets in shelves.items():
        found, missing = covering(sheets, period)
        taken += found
        if missing:
            without["、".join(month.label for month in missing)].append(publisher)
    gaps = "；".join(f"{several(names)}缺{months}的表" for months, names in without.items())
    return taken, f"{gaps}，合计里没有这些月。" if gaps else ""


def _by_account(scope: Scope, sheets: Sequence[Finance], of: str) -> dict[str, _Account]:
    """Name of an account → what stands on it; a closed amount leaves its account open, it is not nothing."""
    found: dict[str, _Account] = defaultdict(_Account)
    for sheet in sheets:
        lines = getattr(sheet, of)
        if isinstance(lines, Withheld):
            found[_CLOSED].amount += Amount.missing("元", "不公开")
            found[_CLOSED].keys[sheet.key] = None
        for line in lines:
            one = found[_name(scope, sheet, line)]
            closed = isinstance(line.amount, Withheld)
            one.amount += Amount.missing("元", "不公开") if closed else Amount.known(line.amount, "元")
            one.keys[sheet.key] = None
    return dict(found)


def _name(scope: Scope, sheet: Finance, line: Line) -> str:
    if isinstance(line.account, Withheld) or isinstance(sheet.chart, Withheld):
        return _CLOSED
    chart = scope.edition.get(Chart, f"{Chart.family}/{sheet.chart}")
    account = chart.account(line.account) if chart and line.account else None
    return account.name if account else line.account or _BLANK


def _exhibit(name: str, title: str, found: dict[str, _Account], gaps: str) -> Exhibit:
    ordered = sorted(found.items(), key=lambda one: (one[1].amount.value is None, -(one[1].amount.value or 0)))
    pairs = [(account, one.amount) for account, one in ordered]
    total = Amount.total((amount for _, amount in pairs), "元")
    sentence = f"{title}：合计{said(total.value, '元')}。" if total.value is not None else f"{title}：合计不全。"
    sentence += extremes(pairs, "元") + unknown(pairs) + gaps
    rows = [Row((account, one.amount), tuple(one.keys)) for account, one in ordered]
    every = tuple(dict.fromkeys(key for _, one in ordered for key in one.keys))
    rows.append(Row(("合计", total), every, total=True))
    chart = Share(title, sentence, "元", tuple(found for found, _ in pairs), tuple(amount for _, amount in pairs))
    return Exhibit(name, title, sentence, Sheet(("科目", "金额（元）"), tuple(rows)), chart)
