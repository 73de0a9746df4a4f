"""A village's two newest quarters side by side: what came in, what went out, what is left."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts import Bars, Series
from generator.model import Amount, Edition, Period
from generator.pages._common import places
from generator.records.indicator import Indicator
from generator.records.place import Place

_TOTALS = ("收入合计", "支出合计", "期末结存")
_QUARTER = 3


@dataclass(frozen=True)
class Quarters:
    """The newest quarter first; of the one before there may be nothing."""

    periods: tuple[Period, ...]
    rows: tuple[tuple[str, tuple[Indicator | None, ...]], ...]
    sentence: str
    chart: Bars | None


def compared(edition: Edition, village: Place) -> Quarters | None:
    """The two newest quarters with their totals; None where there are none.

    Two quarters are compared only when they follow each other: a gap in between is no change.
    """
    found: dict[Period, dict[str, Indicator]] = {}
    for one in places.figures(edition, village.township):
        whole = one.place == village.id and one.name in _TOTALS and one.inputs and not one.dimensions
        if whole and one.period and one.period.length == _QUARTER:
            found.setdefault(one.period, {})[one.name] = one
    if not found:
        return None
    newest, *earlier = sorted(found, reverse=True)
    periods = (newest, *(p for p in earlier[:1] if (newest.start - p.end).days == 1))
    rows = tuple((name, tuple(found[period].get(name) for period in periods)) for name in _TOTALS)
    rows = tuple(row for row in rows if any(row[1]))
    sentence = _sentence(periods, dict(rows))
    return Quarters(periods, rows, sentence, _chart(village, periods, rows, sentence))


def _sentence(periods: tuple[Period, ...], rows: dict[str, tuple[Indicator | None, ...]]) -> str:
    """What changed, said only of figures that are known in both quarters."""
    if len(periods) < 2:
        return ""
    said = []
    for name, word in (("收入合计", "收入"), ("支出合计", "支出")):
        now, before = (one.amount.value if one else None for one in rows.get(name, (None, None)))
        if now is not None and before is not None:
            difference = now - before
            way = "多" if difference > 0 else "少"
            said.append(f"{word}{way}{abs(difference):,.2f}元" if difference else f"{word}一样")
    return f"与{periods[1].label}比，{'，'.join(said)}。" if said else ""


def _chart(
    village: Place, periods: tuple[Period, ...], rows: tuple[tuple[str, tuple[Indicator | None, ...]], ...], said: str
) -> Bars | None:
    if len(periods) < 2:
        return None
    series = tuple(
        Series(period.label, tuple(_amount(cells[index]) for _, cells in rows)) for index, period in enumerate(periods)
    )
    names = tuple(name for name, _ in rows)
    return Bars(f"{village.name}{periods[0].label}与{periods[1].label}收支", said, "元", names, series)


def _amount(indicator: Indicator | None) -> Amount:
    return indicator.amount if indicator else Amount.missing("元")
