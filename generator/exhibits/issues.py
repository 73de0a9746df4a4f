"""台账办结: of what was registered — problems, petitions, suggestions — how much is closed, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.charts import Lines, Progress, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, found
from generator.exhibits._common.saying import extremes, said, unknown
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.ledger import Ledger
from generator.records.place import Place

NAME = "issues"
TITLE = "台账办结"


@dataclass(frozen=True)
class _Line:
    """One row: what or whose it is, and how it stands."""

    name: str
    count: Amount
    closed: Amount
    overdue: Amount
    keys: tuple[str, ...]
    place: Place | None = None

    @property
    def rate(self) -> Amount:
        return found.share(self.closed, self.count)


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """The ledgers of the place (or of all townships together), then each ledger place by place, and by year."""
    figures = list(scope.figures())
    ledgers = [one for one in scope.edition.of(Ledger) if any(figure.name == one.counted for figure in figures)]
    tops = [place for place in scope.places if scope.place or place.is_top]
    lines = [line for ledger in ledgers if (line := _line(ledger.name, ledger, tops, figures))]
    if lines:
        yield _exhibit("issues", "各台账办结情况", lines, "台账")
    if scope.place:
        return
    below = [place for place in scope.places if not (scope.township and place.is_top)]
    for number, ledger in enumerate(ledgers, start=1):
        rows = [line for place in below if (line := _line(place.name, ledger, [place], figures, place))]
        if len(rows) > 1:
            yield _exhibit(f"issues-{number}", f"{ledger.name}：各地办结情况", rows, "地方")
        if scope.township:
            yield from _years(ledger, f"issues-{number}-years", tops[0], figures)


def _line(
    name: str, ledger: Ledger, places: Iterable[Place], figures: list[Indicator], place: Place | None = None
) -> _Line | None:
    """The ledger at these places together, all years; None where nothing was registered or may be seen."""
    found_here = [
        (count, _of(figures, one, ledger.figure(f"{ledger.closing}数")), _of(figures, one, ledger.figure("逾期数")))
        for one in places
        if (count := _of(figures, one, ledger.counted))
    ]
    if not found_here:
        return None
    sums = (
        Amount.total((found.amount(row[column], ledger.unit) for row in found_here), ledger.unit)
        for column in (0, 1, 2)
    )
    total, closed, overdue = sums
    return _Line(name, total, closed, overdue, found.keys(*(one for row in found_here for one in row)), place)


def _of(figures: list[Indicator], place: Place, name: str, period: Period | None = None) -> Indicator | None:
    mine = found.of(figures, place, name)
    return next((one for one in mine if one.period == period and not one.dimensions), None)


def _exhibit(address: str, title: str, lines: list[_Line], head: str) -> Exhibit:
    pairs = [(line.name, line.rate) for line in lines]
    counted = [line.count.value for line in lines if line.count.value is not None]
    sentence = f"登记{said(sum(counted, Decimal(0)), '件')}，" if head == "地方" and len(counted) == len(lines) else ""
    sentence += extremes(pairs, "%", "办结率最高", "最低") or f"{pairs[0][0]}办结率{_told(pairs[0][1])}。"
    late = [line.name for line in lines if line.overdue.value]
    sentence += f"有逾期没办结的：{'、'.join(late)}。" if late else "没有逾期没办结的。" if _sure(lines) else ""
    sentence += unknown((line.name, line.count) for line in lines)
    notes = tuple(f"{_number(line.closed)}/{_number(line.count)}" for line in lines)
    chart = Progress(title, sentence, tuple(line.name for line in lines), tuple(line.rate for line in lines), notes)
    rows = tuple(
        Row((line.name, line.count, line.closed, line.overdue, line.rate), line.keys, line.place) for line in lines
    )
    sheet = Sheet((head, "登记", "办结", "逾期未办结", "办结率（%）"), rows)
    return Exhibit(address, title, sentence, sheet, chart)


def _sure(lines: list[_Line]) -> bool:
    return all(line.overdue.value is not None for line in lines)


def _years(ledger: Ledger, address: str, place: Place, figures: list[Indicator]) -> Iterator[Exhibit]:
    counts = [one for one in found.whole(found.of(figures, place, ledger.counted)) if one.period]
    if len(counts) < 2:
        return
    closed = [_of(figures, place, ledger.figure(f"{ledger.closing}数"), one.period) for one in counts]
    labels = tuple(one.period.label for one in counts if one.period)
    last = counts[-1].amount
    sentence = f"{labels[-1]}登记{said(last.value, ledger.unit)}。" if last.value is not None else ""
    sentence += extremes(list(zip(labels, (one.amount for one in counts), strict=True)), ledger.unit)
    series = (
        Series("登记", tuple(one.amount for one in counts)),
        Series(ledger.closing, tuple(found.amount(one, ledger.unit) for one in closed)),
    )
    title = f"{ledger.name}：历年登记和办结"
    rows = tuple(
        Row((label, one.amount, found.amount(done, ledger.unit)), found.keys(one, done))
        for label, one, done in zip(labels, counts, closed, strict=True)
    )
    sheet = Sheet(("期间", f"登记（{ledger.unit}）", f"{ledger.closing}（{ledger.unit}）"), rows)
    yield Exhibit(address, title, sentence, sheet, Lines(title, sentence, ledger.unit, labels, series))


def _told(value: Amount) -> str:
    return said(value.value, "%") if value.value is not None else "还算不出"


def _number(value: Amount) -> str:
    return said(value.value, "") if value.value is not None else "？"
