"""Figures worked out from other figures and from records, as the metrics of the catalogue say.

Each metric sees what people wrote, what was worked out before, and the metrics that it is worked out from. Nothing is
made up: what is masked stays masked, what is missing stays missing and says whose figure it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.derive.metrics import pairs, spread, tally
from generator.derive.metrics.desk import Desk
from generator.model import Records
from generator.records.indicator import Indicator
from generator.records.metric import Metric, in_order
from generator.records.place import Place

_METHODS: Mapping[str, Callable[[Desk, Metric], Iterator[Indicator]]] = {
    "合计": spread.summed,
    "平均": spread.mean,
    "加权平均": spread.weighted,
    "分档": spread.tiers,
    "占比": pairs.share,
    "差额": pairs.difference,
    "增幅": pairs.growth,
    "计数": tally.tallied,
    "求和": tally.tallied,
}


def figures(records: Records) -> Iterator[Indicator]:
    """Every metric for every township; a metric that lacks something, or turns in a circle, gives nothing."""
    metrics = [metric for metric in in_order(records.of(Metric)) if not metric.lacks]
    for top in records.of(Place):
        if top.is_top and metrics:
            desk = Desk(records, top)
            for metric in metrics:
                for indicator in list(_METHODS[metric.method](desk, metric)):
                    desk.add(indicator)
                    yield indicator
