"""台账办结: of what was registered — problems, petitions, suggestions — how much is closed, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts import Lines, Progress, Series
from generator.exhibits._common import Exhibit, Row, Scope, Sheet, day, found
from generator.exhibits._common.saying import extremes, said, several, unknown
from generator.model import Amount, Period
from generator.records.indicator import Indicator
from generator.records.ledger import Ledger
from generator.records.place import Place

NAME = "issues"
TITLE = "台账办结"
_Figures = dict[str, list[Indicator]]
"""Name → the figures that are called so."""
_NOTE = "各年登记的合在一起算。逾期是过了期限还没有办结的；没有写期限的不算逾期。"


@dataclass(frozen=True)
class _Line:
    """One row: what or whose it is, and how it stands."""

    name: str
    ledger: Ledger
    count: Amount
    closed: Amount
    overdue: Amount
    keys: tuple[str, ...]
    place: Place | None = None
    total: bool = False

    @property
    def rate(self) -> Amount:
        """Per cent closed of what was registered."""
        return found.share(self.closed, self.count)

    @property
    def open(self) -> bool:
        """Whether it is known that something is left to do."""
        return self.count.value is not None and self.closed.value is not None and self.closed.value < self.count.value

    @property
    def words(self) -> str:
        """`登记14件，办结12件`; only the number registered where no more is known."""
        if self.count.value is None:
            return ""
        done = self.closed.value
        behind = f"，{self.ledger.closing}{said(done, self.ledger.unit)}" if done is not None else ""
        return f"登记{said(self.count.value, self.ledger.unit)}{behind}"


def exhibits(scope: Scope) -> Iterator[Exhibit]:
    """The ledgers of the place (or of all townships together), then each ledger place by place, and by year."""
    figures: _Figures = {}
    for one in scope.figures():
        if not one.dimensions:
            figures.setdefault(one.name, []).append(one)
    ledgers = [one for name, one in {one.counted: one for one in scope.edition.of(Ledger)}.items() if name in figures]
    tops = [place for place in scope.places if scope.place or place.is_top]
    lines = [line for ledger in ledgers if (line := _line(ledger.name, ledger, tops, figures))]
    if lines:
        yield _exhibit(scope, "issues", "各台账办结情况", lines, "台账", _ledgers(lines))
    below = [] if scope.place else [place for place in scope.places if not (scope.township and place.is_top)]
    for ledger in ledgers:
        rows = [line for place in below if (line := _line(place.name, ledger, [place], figures, place))]
        total = next((line for line in lines if line.ledger is ledger), None)
        if len(rows) > 1 and total:
            yield from _places(scope, ledger, rows, total)
        if scope.township:
            yield from _years(scope, ledger, tops[0], figures)


def _line(
    name: str, ledger: Ledger, places: list[Place], figures: _Figures, place: Place | None = None
) -> _Line | None:
    """The ledger at these places together, all years; None where nothing was registered or may be seen."""
    held = [
        (count, _of(figures, one, ledger.figure(f"{ledger.closing}数")), _of(figures, one, ledger.figure("逾期数")))
        for one in places
        if (count := _of(figures, one, ledger.counted))
    ]
    if not held:
        return None
    columns = zip(*held, strict=True)
    total, closed, overdue = (
        Amount.total((found.amount(one, ledger.unit) for one in column), ledger.unit) for column in columns
    )
    keys = found.keys(*(one for row in held for one in row))
    return _Line(name, ledger, total, closed, overdue, keys, place)


def _of(figures: _Figures, place: Place, name: str, period: Period | None = None) -> Indicator | None:
    return next((one for one in found.of(figures.get(name, ()), place) if one.period == period), None)


def _exhibit(scope: Scope, address: str, title: str, lines: list[_Line], head: str, words: str) -> Exhibit:
    shown = [line for line in lines if not line.total]
    late = [f"{line.name}{said(line.overdue.value, line.ledger.unit)}" for line in shown if line.overdue.value]
    sentence = f"到{day(scope.edition.today)}，{words}"
    if late:
        sentence += f"过了期限还没有办结的：{several(late, '处', 5)}。"
    elif all(line.overdue.value is not None for line in shown):
        sentence += "没有逾期的。"
    sentence += unknown((line.name, line.closed if line.count.value is not None else line.count) for line in shown)
    chart = None
    if any(line.rate.value is not None for line in shown):
        notes = tuple(f"{_number(line.closed)}/{_number(line.count)}{line.ledger.unit}" for line in shown)
        chart = Progress(title, sentence, tuple(line.name for line in shown), tuple(line.rate for line in shown), notes)
    rows = tuple(
        Row(
            (line.name, line.ledger.unit, line.count, line.closed, line.overdue, line.rate),
            line.keys,
            line.place,
            line.total,
        )
        for line in lines
    )
    sheet = Sheet((head, "单位", "登记", "办结", "逾期未办结", "办结率（%）"), rows)
    return Exhibit(address, title, sentence, sheet, chart, _NOTE)


def _ledgers(lines: list[_Line]) -> str:
    """What is left to do, ledger by ledger: what is counted in them differs, so that they are not ranked."""
    if len(lines) == 1:
        return f"{lines[0].name}{lines[0].words or '的数不全'}。"
    real = [line for line in lines if line.count.value != 0]
    done = [line for line in real if line.closed.value is not None and line.closed.value == line.count.value]
    left = [f"{line.name}（{line.words}）" for line in real if line.open]
    if real and len(done) == len(real):
        return f"有登记的{len(real)}本台账都办结了。"
    words = f"有登记的{len(real)}本台账里，都办完的{len(done)}本。" if real else f"{len(lines)}本台账都没有登记。"
    return words + (f"没有办完的：{several(left, '本', 5)}。" if left else "")


def _places(scope: Scope, ledger: Ledger, rows: list[_Line], total: _Line) -> Iterator[Exhibit]:
    """One ledger, place by place; what a township has registered itself is in its own figure alone."""
    words = f"{ledger.name}{total.words}。" if total.words else ""
    rest = Amount.total((line.count for line in rows), ledger.unit) - total.count
    if rest.value and rest.value < 0:
        words += f"其中{said(-rest.value, ledger.unit)}没有写是哪个村的，或者是乡镇直接登记的。"
    pairs = [(line.name, line.rate) for line in rows]
    known = [one.value for _, one in pairs if one.value is not None]
    if len(known) == len(pairs) and set(known) == {100}:
        words += f"{len(pairs)}处登记的都{ledger.closing}了。"
    else:
        words += f"{ledger.closing}率：{ends}" if (ends := extremes(pairs, "%", "最高", "最低")) else ""
    title = f"{ledger.name}：各{'村' if scope.township else '乡镇'}办结情况"
    own = [_Line(**{**vars(total), "name": scope_name, "total": True}) for scope_name in _names(scope)]
    yield _exhibit(scope, f"issues-{ledger.id}", title, [*rows, *own], "地方", words)


def _names(scope: Scope) -> list[str]:
    """What the last row is called: the township; the site is nobody."""
    return [place.name for place in scope.places if place.is_top] if scope.township else ["合计"]


def _years(scope: Scope, ledger: Ledger, place: Place, figures: _Figures) -> Iterator[Exhibit]:
    """How many were registered in each year and how many of those are closed by now."""
    counts = [
        (one.period, one)
        for one in found.whole(found.of(figures.get(ledger.counted, ()), place))
        if one.period and one.period.length == found.YEAR
    ]
    if len(counts) < 2:
        return
    closed = [_of(figures, place, ledger.figure(f"{ledger.closing}数"), period) for period, _ in counts]
    labels = tuple(period.label for period, _ in counts)
    told = []
    for (period, one), done in zip(counts, closed, strict=True):
        line = _Line("", ledger, one.amount, found.amount(done, ledger.unit), Amount.missing(), ())
        told += [f"{found.so_far(period, scope.edition.today)}{line.words}"] if line.words else []
    sentence = f"{'；'.join(told[-3:])}。" if told else ""
    sentence += unknown([(label, one.amount) for label, (_, one) in zip(labels, counts, strict=True)])
    series = (
        Series("登记", tuple(one.amount for _, one in counts)),
        Series(ledger.closing, tuple(found.amount(one, ledger.unit) for one in closed)),
    )
    title = f"{ledger.name}：历年登记和{ledger.closing}"
    rows = tuple(
        Row((label, one.amount, found.amount(done, ledger.unit)), found.keys(one, done))
        for label, (_, one), done in zip(labels, counts, closed, strict=True)
    )
    sheet = Sheet(("登记年份", f"登记（{ledger.unit}）", f"{ledger.closing}（{ledger.unit}）"), rows)
    chart = Lines(title, sentence, ledger.unit, labels, series)
    note = "按登记的年份分；办结的算在登记的那一年，不管是哪年办结的。"
    yield Exhibit(f"issues-{ledger.id}-years", title, sentence, sheet, chart, note)


def _number(value: Amount) -> str:
    return said(value.value, "") if value.value is not None else "？"
