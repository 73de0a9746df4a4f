"""公开及时率: who publishes on time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts import Progress
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, day, known
from generator.mechanisms.timeliness import tally

TITLE = "公开及时率"
NAME = "timeliness"


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """Per cent of the duties that fell due which were met in time, for every place that is looked at."""
    counted = []
    for place in scope.places:
        duties = [
            d for d in scope.edition.duties if d.township == place.township and (place.is_top or d.place == place.id)
        ]
        counted.append((place, tally(duties), tuple(dict.fromkeys(d.publication for d in duties if d.publication))))
    rows = [(place, found, keys) for place, found, keys in counted if found.due]
    if not rows:
        return
    rates = known(found.rate for _, found, _ in rows)
    sentence = f"截至{day(scope.edition.today)}，到期应公开{sum(found.due for _, found, _ in rows)}项次。"
    if len(rows) > 1:
        sentence += f"最高{max(rates)}%，最低{min(rates)}%。"
    chart = Progress(
        TITLE,
        sentence,
        tuple(place.name for place, _, _ in rows),
        tuple(found.rate for _, found, _ in rows),
        tuple(f"{found.on_time}/{found.due}" for _, found, _ in rows),
    )
    sheet = Sheet(
        ("地方", "到期应公开（项次）", "按时", "迟公开", "逾期", "已撤下", "及时率（%）"),
        tuple(
            Row(
                (place.name, found.due, found.on_time, found.late, found.overdue, found.withdrawn, found.rate),
                keys,
                place,
            )
            for place, found, keys in rows
        ),
    )
    yield Exhibit("timeliness", TITLE, sentence, sheet, chart)
