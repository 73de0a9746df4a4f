"""Which indicator a name in an article means: chosen once, from all records, for every reader alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.figures.expressions import JUST_BEFORE, Lookup
from generator.figures.pieces import Unbound, Unwritable
from generator.model import Collection, Period
from generator.model.text import clip
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.place import Place

_FEW = 6
_NO_PLACE = "地方写 place.yml 里的名称或编号,期间写成 '2026'、'2026-Q1'"
Shelf = Mapping[Period | None, Indicator]
"""One name at one place: period → indicator, the newest last."""


class Names(Mapping[str, Indicator]):
    """What has been found already: the short text of a lookup → its indicator."""

    def __init__(self, found: Mapping[str, Indicator], called: Mapping[str, str] | None = None) -> None:
        self._found = found
        self.called = called or {}
        """Id of a place → its name."""

    def find(self, lookup: Lookup) -> Indicator | None:
        """The indicator; None for a period before of which there is no figure. Raises Unbound."""
        found = self._found.get(lookup.key)
        if found is None and not lookup.before:
            raise Unbound(lookup.key, choices=self._found)
        return found

    def __getitem__(self, name: str) -> Indicator:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(frozen=True)
class _Store:
    """All indicators of a site by township, place and name, and all places by what people call them."""

    shelves: dict[tuple[str, str], dict[str, dict[Period | None, Indicator]]] = field(default_factory=dict)
    places: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    called: dict[str, dict[str, str]] = field(default_factory=dict)
    tops: dict[str, str] = field(default_factory=dict)


def _store(records: Collection) -> _Store:
    store = _Store()
    dated = sorted(records.of(Indicator), key=lambda i: (i.period.start, i.period.length) if i.period else ())
    for one in dated:
        shelf = store.shelves.setdefault((one.township, one.place), {}).setdefault(one.binding, {})
        if one.period not in shelf or shelf[one.period].inputs:  # what people wrote goes before what was computed
            shelf[one.period] = one
    for place in records.of(Place):
        for word in {place.id, place.name}:
            store.places.setdefault((place.township, word), []).append(place.id)
        store.called.setdefault(place.township, {})[place.id] = place.name
        if place.is_top:
            store.tops.setdefault(place.township, place.id)
    return store


class Choices(Names):
    """What the names may mean in one article: of all records the indicators of its township up to its day."""

    def __init__(self, article: Article, records: Collection) -> None:
        self._store = records.once(_store)
        self._township, self._day = article.township, article.day
        self.place = article.place or self._store.tops.get(article.township, "")
        newest = {name: self._newest(shelf) for name, shelf in self._at(self.place).items()}
        found = {name: indicator for name, indicator in newest.items() if indicator}
        super().__init__(found, self._store.called.get(article.township, {}))

    def find(self, lookup: Lookup) -> Indicator | None:
        """As above; raises Unbound with the nearest that there is, Unwritable for what has no period before."""
        place = self._placed(lookup.place) if lookup.place else self.place
        shelf = self._at(place).get(lookup.name)
        if shelf is None:
            raise self._unknown(lookup, place)
        if lookup.period and lookup.period.start > self._day:
            raise Unbound(lookup.name, f"{lookup.period}在材料日期{self._day}之后,不能取数", "取早一些的期间,或改日期")
        found = shelf.get(lookup.period) if lookup.period else self._newest(shelf)
        if found is None:
            raise self._undated(lookup, shelf)
        return shelf.get(_before(found, lookup.before)) if lookup.before else found

    def elsewhere(self, text: str) -> Iterator[tuple[str, Indicator]]:
        """The newest figures of the places that a text names, as prose asks for them: `党员总数['刘村']`."""
        for place, called in self.called.items():
            if place != self.place and called in text:
                newest = ((name, self._newest(shelf)) for name, shelf in self._at(place).items())
                yield from ((f"{name}['{called}']", one) for name, one in newest if one)

    def _at(self, place: str) -> dict[str, dict[Period | None, Indicator]]:
        return self._store.shelves.get((self._township, place), {})

    def _newest(self, shelf: Shelf) -> Indicator | None:
        allowed = [one for period, one in shelf.items() if period is None or period.start <= self._day]
        return allowed[-1] if allowed else None

    def _placed(self, word: str) -> str:
        found = self._store.places.get((self._township, word), [])
        if not found:
            places = (name for township, name in self._store.places if township == self._township)
            raise Unbound(word, f"没有叫“{clip(word)}”的地方", choices=places, otherwise=_NO_PLACE)
        if len(found) > 1:
            raise Unbound(word, f"有{len(found)}个地方叫“{word}”", f"改写编号:{_some(found)}")
        return found[0]

    def _unknown(self, lookup: Lookup, place: str) -> Unbound:
        name = lookup.name
        having = [p for (t, p), names in self._store.shelves.items() if t == self._township and name in names]
        if not having:
            return Unbound(name, choices=self._at(place))
        where = [self.called.get(one, one) for one in having]
        hint = f"有这个指标的地方:{_some(where)};写成 {{{{ {name}['{where[0]}'] }}}}"
        return Unbound(name, f"“{name}”没有{self.called.get(place, place)}的数", hint)

    def _undated(self, lookup: Lookup, shelf: Shelf) -> Unbound:
        periods = [str(period) for period in shelf if period and period.start <= self._day]
        what = f"没有{lookup.period}的数" if lookup.period else f"的数都在材料日期{self._day}之后"
        hint = f"改用有数的期间:{_some(periods[::-1])}" if periods else ""
        return Unbound(lookup.name, f"“{lookup.name}”{what}", hint)


def _some(words: list[str]) -> str:
    return "、".join(words[:_FEW]) + ("等" if len(words) > _FEW else "")


def _before(indicator: Indicator, which: str) -> Period:
    """The period to compare with. Raises Unwritable where there is none."""
    period = indicator.period
    if period is None:
        raise Unwritable(f"“{indicator.title}”没有期间,不能用“{which}”", "给指标写上期间")
    if which == JUST_BEFORE and period.length == 12:
        raise Unwritable(f"“{indicator.title}”是年度数,不能用“环比”", "年度之间用“同比”")
    return before(period, which)


def before(period: Period, which: str) -> Period:
    """The same period of the year before (同比), or the period just before this one (环比)."""
    months = period.start.year * 12 + period.start.month - 1 - (period.length if which == JUST_BEFORE else 12)
    return Period(date(months // 12, months % 12 + 1, 1), period.length)


def bindings(article: Article, records: Collection) -> Choices:
    """Name → the newest indicator of the article's place that its date allows; written figures before computed ones."""
    return Choices(article, records)
