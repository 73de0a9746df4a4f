"""Which computed figures may pass: those made of what the readers may read or count, and of enough people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from generator.disclose.opening import Opening
from generator.model import Mode, Record, Records
from generator.model.record import marks
from generator.model.types import PERSONAL
from generator.records.indicator import Indicator

FEWEST = 3
"""What says something of fewer people than this says it of one of them."""


@dataclass(frozen=True)
class Counting:
    """The figures of one audience. `opening` tells what is open of a record, None when nothing may be counted."""

    records: Records
    opening: Callable[[Record], Opening | None]
    openings: dict[int, Opening | None] = field(default_factory=dict)

    def passing(self, figures: Iterable[Indicator]) -> set[str]:
        """Keys of the figures that the readers may see.

        Where a part of a whole is of too few people, all its parts are withheld: the others would give it away. So is
        what is worked out of a withheld figure: a share of 5.3 % of nineteen people is one of them.
        """
        countable = [figure for figure in figures if self._countable(figure)]
        few = {figure.key for figure in countable if self._of_too_few(figure)}
        betrayed = {_whole(figure) for figure in countable if figure.key in few and figure.dimensions}
        kept = (f for f in countable if f.key not in few and not (f.inputs and f.dimensions and _whole(f) in betrayed))
        return self._without_derived({figure.key: figure for figure in kept}, countable)

    def _without_derived(self, kept: dict[str, Indicator], countable: list[Indicator]) -> set[str]:
        """The kept figures but those made of a figure that was dropped, however far down."""
        dropped = {figure.key for figure in countable} - kept.keys()
        while derived := {key for key, figure in kept.items() if not dropped.isdisjoint(figure.through)}:
            dropped |= derived
            kept = {key: figure for key, figure in kept.items() if key not in derived}
        return set(kept)

    def _countable(self, figure: Indicator) -> bool:
        """Whether every field that the figure used is open in all its inputs, each by itself or as part of a total."""
        asked: dict[tuple[int, str], bool] = {}  # most inputs of a figure are opened alike
        sources = (self.records.find(key) for key in figure.inputs)
        return all(source and self._counted(source, figure, asked) for source in sources)

    def _counted(self, source: Record, figure: Indicator, asked: dict[tuple[int, str], bool]) -> bool:
        if type(source).catalogue:
            return True
        opening = self._opened(source)
        if opening is None:
            return False
        name = (id(opening), source.family)
        if name not in asked:
            asked[name] = all(opening.counts(path) for path in _used(figure, type(source)))
        return asked[name]

    def _opened(self, source: Record) -> Opening | None:
        """The opening of a record, asked for once: hundreds of figures are made of it."""
        known = id(source)
        if known not in self.openings:
            self.openings[known] = self.opening(source)
        return self.openings[known]

    def _of_too_few(self, figure: Indicator) -> bool:
        people = 0
        used: dict[type[Record], list[str]] = {}
        for source in filter(None, map(self.records.find, figure.inputs)):
            kind = type(source)
            if kind not in used:
                used[kind] = [path for path in _used(figure, kind) if path in _personal(kind)]
            if personal := used[kind]:
                opening = self._opened(source)
                if opening and all(opening.mode(path) is Mode.OPEN for path in personal):
                    return False
                people += getattr(source, "count", 1)
        return 0 < people < FEWEST


def _used(figure: Indicator, kind: type[Record]) -> list[str]:
    """The labels of the sources of this kind that the figure looked at."""
    mine = f"{kind.family}/"
    return [use.removeprefix(mine) for use in figure.uses if use.startswith(mine)]


def _whole(figure: Indicator) -> tuple[object, ...]:
    return (figure.township, figure.place, figure.name, figure.period)


@cache
def _personal(kind: type[Record]) -> frozenset[str]:
    return frozenset(str(field.alias) for field in kind.model_fields.values() if PERSONAL in marks(field))
