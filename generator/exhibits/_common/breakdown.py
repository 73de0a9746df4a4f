"""A whole and its parts: how many in each, what share of the whole, and whether the parts make it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts import Bars, Series, Share
from generator.exhibits._common.found import share, whole
from generator.exhibits._common.saying import extremes, said, unknown
from generator.model import Amount, Period
from generator.records.indicator import Indicator

TOLD = 5
"""Of so many parts each is said in the sentence; of more the largest and the smallest."""


@dataclass(frozen=True)
class Breakdown:
    """The parts of one dimension in one period, and the whole of that period if there is one."""

    period: Period | None
    unit: str
    parts: tuple[Indicator, ...]
    total: Indicator | None

    @classmethod
    def all(cls, figures: Iterable[Indicator], dimension: str) -> list[Breakdown]:
        """Every period of a place that is broken down by this dimension alone, the oldest first."""
        listed = list(figures)
        broken = [one for one in listed if tuple(one.dimensions) == (dimension,)]
        totals = {one.period: one for one in whole(listed)}
        periods = sorted({one.period for one in broken}, key=lambda p: (p.end, p.length) if p else _NEVER)
        return [
            cls(period, parts[0].unit, parts, totals.get(period))
            for period in periods
            if (parts := tuple({name_of(one): one for one in broken if one.period == period}.values()))
        ]

    @property
    def names(self) -> tuple[str, ...]:
        """What the parts are called."""
        return tuple(name_of(one) for one in self.parts)

    @property
    def pairs(self) -> list[tuple[str, Amount]]:
        """Each part with its figure."""
        return [(name_of(one), one.amount) for one in self.parts]

    @property
    def whole(self) -> Amount:
        """The figure of all parts together, as written; it is never made up from the parts."""
        return self.total.amount if self.total else Amount.missing(self.unit, "没有总数")

    @property
    def _over(self) -> bool:
        """Whether the known parts alone are more than the whole: then no share of it is true."""
        sure = sum(one.value for _, one in self.pairs if one.value is not None)
        return self.whole.value is not None and sure > self.whole.value

    @property
    def complete(self) -> bool:
        """Whether every part is known and together they are the whole."""
        summed = Amount.total((one for _, one in self.pairs), self.unit).value
        return summed is not None and summed == self.whole.value and summed > 0

    def part(self, name: str) -> Amount:
        """The figure of a part; missing where it is not told apart."""
        return dict(self.pairs).get(name, Amount.missing(self.unit, "没有分出来"))

    def share(self, value: Amount) -> Amount:
        """A part in per cent of the whole; missing where the parts are more than it."""
        return Amount.missing("%", "分项比总数多") if self._over else share(value, self.whole)

    def words(self) -> str:
        """`男1,081名，占74%；女379名，占26%。` of the known, then what is not known and what does not add up."""
        known = [(name, one) for name, one in self.pairs if one.value is not None]
        told = "；".join(self._one(name, one) for name, one in known) + "。" if known else ""
        if len(known) > TOLD:
            told = extremes(known, self.unit)
        return told + unknown(self.pairs) + self._gap()

    def _one(self, name: str, value: Amount) -> str:
        part = self.share(value)
        behind = f"，占{said(part.value, '%')}" if part.value is not None else ""
        return f"{name}{said(value.value, self.unit)}{behind}" if value.value is not None else ""

    def _gap(self) -> str:
        summed = Amount.total((one for _, one in self.pairs), self.unit)
        if summed.value is None or self.whole.value is None or summed.value == self.whole.value:
            return "分项相加比总数多，待核对，不算占比。" if self._over else ""
        apart = said(abs(summed.value - self.whole.value), self.unit)
        if summed.value > self.whole.value:
            return f"分项合计与总数差{apart}（分项多），待核对，不算占比。"
        return f"分项合计与总数差{apart}，没有分到的不在其中。"

    def chart(self, title: str, sentence: str) -> Share | Bars | None:
        """The whole divided where its parts make it up, else the parts side by side; nothing where none is known."""
        values = tuple(one for _, one in self.pairs)
        if self.complete:
            return Share(title, sentence, self.unit, self.names, values)
        if not any(one.value is not None for one in values):
            return None
        return Bars(title, sentence, self.unit, self.names, (Series("分项", values),))


_NEVER = (Period.parse("1900").end, 0)
"""What has no period stands before all others."""


def name_of(one: Indicator) -> str:
    """Which part of a breakdown by one dimension it is."""
    return next(iter(one.dimensions.values()))
