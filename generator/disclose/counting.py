"""Which computed figures may pass: those made of what the readers may read or count, and of enough people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
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
        sources = (self.records.find(key) for key in figure.inputs)
        return all(source and self._counted(source, figure) for source in sources)

    def _counted(self, source: Record, figure: Indicator) -> bool:
        if type(source).catalogue:
            return True
        opening = self.opening(source)
        return opening is not None and all(opening.counts(path) for path in _used(figure, source))

    def _of_too_few(self, figure: Indicator) -> bool:
        people = 0
        for key in figure.inputs:
            source = self.records.find(key)
            personal = [path for path in _used(figure, source) if path in _personal(type(source))] if source else []
            if source and personal:
                opening = self.opening(source)
                if opening and all(opening.mode(path) is Mode.OPEN for path in personal):
                    return False
                people += getattr(source, "count", 1)
        return 0 < people < FEWEST


def _used(figure: Indicator, source: Record) -> list[str]:
    """The labels of the source that the figure looked at."""
    mine = f"{source.family}/"
    return [use.removeprefix(mine) for use in figure.uses if use.startswith(mine)]


def _whole(figure: Indicator) -> tuple[object, ...]:
    return (figure.township, figure.place, figure.name, figure.period)


@cache
def _personal(kind: type[Record]) -> frozenset[str]:
    return frozenset(str(field.alias) for field in kind.model_fields.values() if PERSONAL in marks(field))
