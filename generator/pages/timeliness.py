"""Who publishes on time: the villages of a township side by side, and the townships and villages of the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from generator.catalogue import local
from generator.charts import Bars, Chart, Series
from generator.mechanisms.timeliness import LEAST, Ranked, Tally, ranked, tally
from generator.model import Amount, Download, Duty, DutyState, Edition, Page
from generator.pages._common import overview, paths, places
from generator.pages._common.comparing import SEEN, compared
from generator.pages._common.wording import in_order
from generator.records.place import Place

_BANDS = (
    ("全部按时", Fraction(1), Fraction(2)),
    ("90%以上", Fraction(9, 10), Fraction(1)),
    ("60%到90%", Fraction(6, 10), Fraction(9, 10)),
    ("不到60%", Fraction(1, 10**6), Fraction(6, 10)),
    ("一项也没有按时", Fraction(0), Fraction(1, 10**6)),
)
"""(Words, from, below)."""
_LISTED = 100
"""So many of what was not published in time stand on the page, the most pressing; all of them are in a file."""
_NOT_IN_TIME = (DutyState.OVERDUE, DutyState.WITHDRAWN, DutyState.LATE)


@dataclass(frozen=True)
class League:
    """The places of one kind and one span of time, the best first, and all of them together."""

    title: str
    since: date
    """What fell due earlier is not counted."""
    rows: tuple[Ranked, ...]
    own: Ranked | None
    """The township itself, which competes with nobody."""
    empty: int
    """How many places have nothing to count."""
    total: Tally
    chart: Chart | None = None


@dataclass(frozen=True)
class Split:
    """Places down, categories across."""

    categories: tuple[str, ...]
    rows: tuple[tuple[Place, tuple[Tally, ...]], ...]


_Owing = tuple[Place, Sequence[Duty]]
"""A place with the duties that count for it."""


def portal(edition: Edition) -> Iterator[Page]:
    """One page of all townships where there are several."""
    townships = places.townships(edition)
    if len(townships) > 1:
        yield _site(edition, townships, edition.once(_by_township))


def pages(edition: Edition) -> Iterator[Page]:
    """One page a township."""
    duties = edition.once(_by_township)
    for township in places.planned(edition):
        yield _township(edition, township, duties.get(township.township, ()))


def _township(edition: Edition, township: Place, duties: Sequence[Duty]) -> Page:
    slug = township.township
    rows = [(place, [d for d in duties if d.place == place.id]) for place in places.villages(edition, slug)]
    own = [(township, [d for d in duties if d.place == township.id])]
    spans = _spans(edition.today)
    late = sorted((d for d in duties if d.state in _NOT_IN_TIME), key=lambda d: (_NOT_IN_TIME.index(d.state), d.due))
    names = {place.id: place.name for place, _ in (*rows, *own)}
    file = f"{slug}/timeliness-late.csv" if len(late) > _LISTED else ""
    context = {
        "leagues": _drawn(_league("各村", span, rows, own) for span in spans),
        "split": _split(edition, [*rows, *own], spans[-1]),
        "late": late[:_LISTED],
        "late_all": len(late),
        "file": file,
        "site": False,
        "items": {item.id: item.name for item in local(edition, slug).items},
        "events": {d: str(getattr(edition.find(d.record), "title", "") or "") for d in late if d.record},
        "names": names,
        **_common(edition, [*rows, *own]),
        "sample": township.sample,
    }
    title = f"{township.name}公开及时率"
    menu = places.menu(edition, township.township, "公开及时率")
    downloads = (Download(file, _sheet(edition, late, names), f"{township.name}没有按时公开的事项"),) if file else ()
    return Page(paths.timeliness(slug), title, "timeliness.md.j2", context, menu, places.crumbs(slug), downloads)


def _sheet(edition: Edition, late: Iterable[Duty], names: Mapping[str, str]) -> tuple[tuple[object, ...], ...]:
    """All that was not published in time, as the table of the page has it."""
    rows = []
    for duty in late:
        item = local(edition, duty.township).item(duty.item)
        about = duty.period or str(getattr(edition.find(duty.record), "title", "") or "长期")
        called = item.name if item else duty.item
        rows.append((names[duty.place], called, about, duty.due, duty.done, duty.state.label))
    return (("地方", "事项", "期间或事情", "最迟日期", "公开日期", "情况"), *rows)


def _site(edition: Edition, townships: Sequence[Place], duties: dict[str, list[Duty]]) -> Page:
    """A township answers for its villages, too."""
    whole = [(township, duties.get(township.township, [])) for township in townships]
    villages = [
        (village, [d for d in mine if d.place == village.id])
        for township, mine in whole
        for village in places.villages(edition, township.township)
    ]
    spans = _spans(edition.today)
    context = {
        "leagues": _drawn(
            _league(*kind) for span in spans for kind in (("各乡镇", span, whole), ("各村", span, villages))
        ),
        "split": _split(edition, whole, spans[-1]),
        "late": [],
        "late_all": 0,
        "file": "",
        "site": True,
        **_common(edition, [*whole, *villages]),
        "sample": places.is_sample(edition),
    }
    return Page(paths.timeliness(), "公开及时率", "timeliness.md.j2", context, ("公开及时率",), (paths.HOME,))


def _common(edition: Edition, rows: Iterable[_Owing]) -> dict[str, object]:
    tops = {place.township: place.name for place in places.townships(edition)}
    return {
        "least": LEAST,
        "due": {place.key: overview.page(edition, place) for place, _ in rows},
        "above": {place.key: "" if place.is_top else tops.get(place.township, "") for place, _ in rows},
    }


def _by_township(edition: Edition) -> dict[str, list[Duty]]:
    found: dict[str, list[Duty]] = {}
    for duty in edition.duties:
        found.setdefault(duty.township, []).append(duty)
    return found


def _spans(today: date) -> tuple[tuple[str, date], ...]:
    """(Words, the first last day that is counted): this year, and twelve months with this one."""
    months = today.year * 12 + today.month - 12
    return (f"{today.year}年", date(today.year, 1, 1)), ("近12个月", date(months // 12, months % 12 + 1, 1))


def _league(title: str, span: tuple[str, date], rows: Sequence[_Owing], own: Sequence[_Owing] = ()) -> League:
    words, since = span
    tallies = [(place, tally(d for d in duties if d.due >= since)) for place, duties in rows]
    filled = [(place, one) for place, one in tallies if one.due or one.exempt]
    total = tally(duty for _, duties in (*rows, *own) for duty in duties if duty.due >= since)
    apart = next((Ranked(place, tally(d for d in duties if d.due >= since)) for place, duties in own), None)
    return League(f"{words}：{title}", since, ranked(filled), apart, len(tallies) - len(filled), total)


def _drawn(leagues: Iterable[League]) -> list[League]:
    """With a chart each: the places one by one, or, where they are too many to be seen, how many stand how."""
    return [replace(league, chart=_chart(league)) for league in leagues]


def _chart(league: League) -> Chart | None:
    rows = [row for row in league.rows if row.tally.rate.value is not None]
    if len(rows) < 2:
        return None
    title = f"{league.title}的公开及时率"
    if len(rows) <= SEEN:
        told = [(row.place.name, row.tally.rate, f"{row.tally.on_time}/{row.tally.due}") for row in rows]
        return compared(title, told)
    counts = [sum(low <= row.tally.share < high for row in rows) for _, low, high in _BANDS]
    said = "，".join(f"{words}的{count}个" for (words, _, _), count in zip(_BANDS, counts, strict=True) if count)
    many = tuple(Amount.known(count, "个") for count in counts)
    return Bars(
        title, f"{len(rows)}个地方里，{said}。", "个", tuple(words for words, _, _ in _BANDS), (Series("", many),)
    )


def _split(edition: Edition, rows: Sequence[_Owing], span: tuple[str, date]) -> Split:
    """How timely each is in party affairs, village affairs and finance."""
    kinds = {item: category for place, _ in rows for item, category in _kinds(edition, place.township).items()}
    found = [
        (place, duty, kinds[place.township, duty.item])
        for place, duties in rows
        for duty in duties
        if duty.due >= span[1] and tally([duty]).due and (place.township, duty.item) in kinds
    ]
    categories = in_order(kind for _, _, kind in found)
    cells: dict[tuple[str, str], list[Duty]] = {}
    for place, duty, kind in found:
        cells.setdefault((place.key, kind), []).append(duty)
    rows_here = (place for place, _ in rows if any((place.key, kind) in cells for kind in categories))
    counted = ((place, tuple(tally(cells.get((place.key, kind), ())) for kind in categories)) for place in rows_here)
    return Split(categories, tuple(counted))


def _kinds(edition: Edition, township: str) -> dict[tuple[str, str], str]:
    """(Township, item) → its category."""
    return {(township, item.id): item.category for item in local(edition, township).items}
