"""Which line of a sheet is its heading, which table it is, and which column is which."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.dictionary import Kind
from generator.exchange.columns import Column, Table
from generator.exchange.reading.grids import Grid
from generator.model.text import fold

_DEEPEST = 15
"""Lines among which a heading is looked for; above it stand titles and units."""
_UNIT = re.compile(r"[(（\[]([^()（）\[\]]{1,8})[)）\]]$")
_TENS = re.compile(r"万元")
Answers = Mapping[tuple[str, str], str]
"""Sheet (or "") and heading → label; "" says that the column is not wanted."""


@dataclass(frozen=True)
class Heading:
    """A column of the sheet with its label. factor: 10000 where the heading says 万元 of what is held in 元."""

    at: int
    text: str
    label: str
    factor: int = 1


@dataclass(frozen=True)
class Headed:
    """A sheet whose heading was found. first: the line below it; deep: of how many lines it is."""

    table: Table
    first: int
    deep: int
    known: tuple[Heading, ...]
    unsure: tuple[tuple[int, str, tuple[str, ...]], ...] = ()
    """Columns whose headings are like some labels: place, heading, labels."""
    unknown: tuple[tuple[int, str], ...] = ()
    twice: tuple[tuple[int, str], ...] = ()
    rivals: tuple[str, ...] = ()
    """Other tables that fit as well."""


@dataclass(frozen=True)
class Finder:
    """Finds headings. tables: those that a sheet may be; synonyms: label → what others call it."""

    tables: Sequence[Table]
    synonyms: Mapping[str, Sequence[str]]
    answers: Answers = field(default_factory=dict)

    def headed(self, grid: Grid) -> Headed | None:
        """The best reading of the sheet, None when no line is a heading."""
        named = [table for table in self.tables if fold(table.title) == fold(grid.name)]
        found = [one for table in named or self.tables for one in self._readings(grid, table)]
        wanted = 1 if named else 2
        fitting = [one for one in found if len(one.known) >= wanted]
        if not fitting:
            return None
        best = max(fitting, key=_fit)
        rivals = {one.table.title for one in fitting if _fit(one)[:2] == _fit(best)[:2]} - {best.table.title}
        return Headed(
            best.table, best.first, best.deep, best.known, best.unsure, best.unknown, best.twice, tuple(sorted(rivals))
        )

    def _readings(self, grid: Grid, table: Table) -> Iterator[Headed]:
        wide = max((len(row) for row in grid.rows), default=0)
        for row in range(min(_DEEPEST, len(grid.rows))):
            plain = [("", _text(grid, row, at)) for at in range(wide)]
            yield self._reading(grid, table, plain, row, row + 1)
            if row + 1 < len(grid.rows) and any(grid.spread(row, at) or not _text(grid, row, at) for at in range(wide)):
                double = [self._double(grid, row, at) for at in range(wide)]
                yield self._reading(grid, table, double, row, row + 2)

    def _double(self, grid: Grid, row: int, at: int) -> tuple[str, str]:
        """Group and heading of a column under a heading of two lines."""
        group, own = _text(grid, row, at), _text(grid, row + 1, at)
        left = at
        while not group and own and left:  # a group that is not merged stands over the first of its columns
            left -= 1
            group = _text(grid, row, left)
        return (group, own) if own and own != group else ("", own or group)

    def _reading(self, grid: Grid, table: Table, texts: Sequence[tuple[str, str]], row: int, first: int) -> Headed:
        factor = _factor_above(grid, row)
        names = _Names(table, self.synonyms)
        known: dict[str, Heading] = {}
        unsure, unknown, twice = [], [], []
        for at, (group, text) in enumerate(texts):
            if not text:
                continue
            answer = self._answer(grid, text)
            label = answer if answer is not None else names.label(group, text)
            if answer == "":
                unknown.append((at, text))
            elif label and label in known:
                twice.append((at, text))
            elif label and label in names.columns:
                known[label] = Heading(at, text, label, _factor(text, names.columns[label], factor))
            elif near := names.near(text):
                unsure.append((at, text, near))
            else:
                unknown.append((at, text))
        return Headed(table, first, first - row, tuple(known.values()), tuple(unsure), tuple(unknown), tuple(twice))

    def _answer(self, grid: Grid, text: str) -> str | None:
        for sheet in (grid.name, ""):
            if (sheet, text) in self.answers:
                return self.answers[sheet, text]
        return None


def _fit(one: Headed) -> tuple[int, int, int, int]:
    return (len(one.known), -len(one.unsure) - len(one.unknown) - len(one.twice), -one.first, -one.deep)


@dataclass(frozen=True)
class _Names:
    """What the columns of a table may be called."""

    table: Table
    synonyms: Mapping[str, Sequence[str]]

    @cached_property
    def columns(self) -> Mapping[str, Column]:
        return {column.label: column for column in self.table.columns}

    @cached_property
    def _exact(self) -> Mapping[str, str]:
        found = {_name(label): label for label in self.columns}
        leaves: dict[str, list[str]] = {}
        for label in self.columns:
            leaves.setdefault(_name(label.rpartition(".")[2]), []).append(label)
        return {leaf: labels[0] for leaf, labels in leaves.items() if len(labels) == 1} | found

    @cached_property
    def _others(self) -> Mapping[str, str]:
        """Synonyms that mean one column of this table and are no label of it."""
        meant: dict[str, list[str]] = {}
        for label in self.columns:
            for word in self.synonyms.get(label, ()):
                meant.setdefault(_name(word), []).append(label)
        return {word: labels[0] for word, labels in meant.items() if len(labels) == 1 and word not in self._exact}

    def label(self, group: str, text: str) -> str:
        """The label, "" when nobody knows."""
        for name in (_name(f"{group}.{text}") if group else "", _name(f"{group}{text}") if group else "", _name(text)):
            if found := self._exact.get(name) or self._others.get(name):
                return found
        return ""

    def near(self, text: str) -> tuple[str, ...]:
        """Labels that are like it."""
        names = {**self._others, **self._exact}
        found = difflib.get_close_matches(_name(text), list(names), n=5, cutoff=0.6)
        inside = [name for name in names if len(name) > 1 and (name in _name(text) or _name(text) in name)]
        return tuple(dict.fromkeys(names[name] for name in (*found, *inside)))[:5] if len(_name(text)) > 1 else ()


def _text(grid: Grid, row: int, at: int) -> str:
    value = grid.at(row, at)
    return "".join(value.split()) if isinstance(value, str) else "" if value is None else str(value)


def _name(text: str) -> str:
    """A heading without blanks, units and marks: ` 金额（元）*` is 金额."""
    bare = fold(text).strip("*:：、.·")
    return _UNIT.sub("", bare) or bare


def _factor(text: str, column: Column, above: int) -> int:
    if column.entry.kind is not Kind.MONEY:
        return 1
    unit = _UNIT.search(fold(text))
    return (10_000 if _TENS.search(unit[1]) else 1) if unit else above


def _factor_above(grid: Grid, row: int) -> int:
    """What a line such as `单位:万元` above the heading says."""
    above = (fold(str(cell)) for line in grid.rows[:row] for cell in line if isinstance(cell, str))
    return 10_000 if any(re.search(r"单位[:：]?(?:人民币)?万元", text) for text in above) else 1
