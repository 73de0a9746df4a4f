"""The words that a field may hold: those of its vocabularies, and those that other entries of the catalogue name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.model import Collection
from generator.records.chart import Chart
from generator.records.ledger import Ledger
from generator.records.schedule import Schedule
from generator.records.vocabulary import Vocabulary

Field = tuple[str, str]
"""A family and the path of a field: `("project", "资金来源.来源")`."""


def vocabularies(collection: Collection) -> Mapping[Field, tuple[str, ...]]:
    """Field → its words, of the fields that have a vocabulary; another field may hold anything."""
    return collection.once(_listed)


def _listed(collection: Collection) -> dict[Field, tuple[str, ...]]:
    words: dict[Field, list[str]] = defaultdict(list)
    for vocabulary in collection.of(Vocabulary):
        words[vocabulary.data, vocabulary.field] += vocabulary.words
    for field, word in _named_elsewhere(collection):
        if field in words:
            words[field].append(word)
    return {field: tuple(dict.fromkeys(found)) for field, found in words.items()}


def _named_elsewhere(collection: Collection) -> Iterator[tuple[Field, str]]:
    """A schedule names its meetings, a ledger its sources and kinds, a chart its statements: nobody writes them twice."""
    for schedule in collection.of(Schedule):
        yield from ((("activity", "类型"), one.kind) for one in schedule.requirements)
    for ledger in collection.of(Ledger):
        yield from ((("issue", "来源"), word) for word in ledger.sources)
        yield from ((("issue", "类别"), word) for word in ledger.kinds)
    for chart in collection.of(Chart):
        yield from ((("finance", "表"), form.name) for form in chart.statements)
