"""An article's figures on its page: filled in and numbered, and the table at the end that says where each comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.figures.uses import Prose, Quoted, Use
from generator.model import Edition, Period, Record, State
from generator.pages._common import paths
from generator.pages._common.disclosure import disclosures, headline, record_page, short
from generator.pages._common.indicators import anchor
from generator.records.indicator import Indicator
from generator.records.publication import PublicationRecord

__all__ = ["Pieces", "Prose", "Provenance", "Row", "provenance"]

Pieces = tuple[str | Use, ...]
"""A text of an article, cut into plain words and figures."""

LISTED = 3
"""That many of the records and of the publications behind a figure are named; the statistics name more."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that lead to a page, or to a place on it."""

    words: str
    path: str
    anchor: str = ""


@dataclass(frozen=True)
class Row:
    """A figure of the article with what stands behind it."""

    figure: Quoted
    rows: tuple[Pointer, ...]
    """Where its indicators stand in the statistics."""
    behind: tuple[Pointer, ...]
    """The first of the records that it was computed from."""
    counted: int
    """How many records it was computed from."""
    published: tuple[Pointer, ...]
    """Where it has been published, or what it was computed from: the newest first."""
    acts: int
    """How many acts of publishing those are."""

    @property
    def periods(self) -> tuple[Period, ...]:
        return tuple(dict.fromkeys(source.period for source in self.figure.sources if source.period))

    @property
    def said(self) -> tuple[tuple[str, bool], ...]:
        """What each indicator names as its source, each once, and whether the program says so."""
        found = ((source.source, bool(source.inputs)) for source in self.figure.sources)
        return tuple(dict.fromkeys((words, computed) for words, computed in found if words))


@dataclass(frozen=True)
class Provenance:
    """The figures of an article: what is known or masked, and apart from it what is still missing."""

    known: tuple[Row, ...]
    missing: tuple[Row, ...]

    def __bool__(self) -> bool:
        return bool(self.known or self.missing)


def provenance(edition: Edition, prose: Prose) -> Provenance:
    """Where the figures come from that were filled in so far, in the order of their first use."""
    rows = [_row(edition, figure) for figure in prose.quoted()]
    known, missing = ([r for r in rows if (r.figure.state is State.MISSING) is gone] for gone in (False, True))
    return Provenance(tuple(known), tuple(missing))


def _row(edition: Edition, figure: Quoted) -> Row:
    open_sources = [source for source in figure.sources if edition.find(source.key)]
    keys = dict.fromkeys(key for source in open_sources for key in source.inputs)
    behind = [record for key in keys if (record := edition.find(key))]
    acts = _acts(edition, [*(source for source in open_sources if not source.inputs), *behind])
    return Row(
        figure=figure,
        rows=tuple(_stand(edition, source, open_sources) for source in open_sources),
        behind=tuple(Pointer(short(edition, record), record_page(record)) for record in behind[:LISTED]),
        counted=len(keys),
        published=tuple(acts[:LISTED]),
        acts=len(acts),
    )


def _stand(edition: Edition, indicator: Indicator, beside: list[Indicator]) -> Pointer:
    """Where the indicator stands: alone by its key, among others by its name, and by its period where names are alike."""
    alike = [one.title for one in beside].count(indicator.title) > 1
    words = f"{indicator.period.label if alike and indicator.period else ''}{indicator.title}"
    if len(beside) == 1:
        words = "统计表" if indicator.inputs else indicator.key
    return Pointer(words, paths.indicators(indicator.township), anchor(edition, indicator))


def _acts(edition: Edition, records: list[Record]) -> list[Pointer]:
    """The acts that published the records, newest first; where there is none, what opens them without one."""
    acts: dict[str, tuple[date, Pointer]] = {}
    items: dict[str, Pointer] = {}
    for record in records:
        for disclosure in disclosures(edition, record):
            publication = disclosure.publication
            if publication:
                acts.setdefault(publication.key, _act(edition, publication, disclosure.waiting))
            elif not disclosure.waiting:
                names = (item.name for item in disclosure.items)
                items.update({name: Pointer(name, record_page(record), _anchor(edition, record)) for name in names})
    newest = sorted(acts, key=lambda key: (acts[key][0], key), reverse=True)
    return [acts[key][1] for key in newest] or list(items.values())


def _act(edition: Edition, publication: PublicationRecord, waiting: str) -> tuple[date, Pointer]:
    shown = headline(edition, publication)
    day = shown["day"] if isinstance(shown["day"], date) else None
    words = waiting or (f"{day.year}年{day.month}月{day.day}日公开" if day else "已公开")
    return day or date.min, Pointer(words, str(shown["path"]))


def _anchor(edition: Edition, record: Record) -> str:
    return anchor(edition, record) if isinstance(record, Indicator) else ""
