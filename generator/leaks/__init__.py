"""Step 9: the second, independent look — finished bytes are searched for every value that was withheld.

It knows nothing of the gate's reasons: a needle is any text, name or amount of the records that the edition does not
hold; and whatever is the number of a private person, whoever wrote it. Files are decoded first (entities, `\\uXXXX`,
percent signs, gzip, zip), because a plain search is blind to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from generator.leaks.files import Handed, searchable, texts
from generator.leaks.needles import Needles as Needles
from generator.leaks.needles import indexes, withheld
from generator.leaks.numbers import opened, private
from generator.model import Audience, Finding, Level, Publication, Records, Where

__all__ = [
    "Searched",
    "find_leaks",
    "look",
    "look_again",
    "private",
    "scan",
    "searchable",
    "searched",
    "withheld",
]

_EVERYBODY = (Audience.PUBLIC, Audience.VILLAGE)
_SHORTEST_JOINED = 4
_NUMBER = re.compile(r"-?[0-9.]+")
_FIGURE = re.compile(r"[0-9.]{6,}")
"""What an amount can be found in: five digits that count make six characters at the least."""


@dataclass(frozen=True)
class Searched:
    """What files were searched for: as long as nothing new is looked for, the same files need not be searched again."""

    needles: Needles
    opened: frozenset[str]

    def anew(self, before: Searched | None) -> Needles:
        """What was not looked for before."""
        return {n: told for n, told in self.needles.items() if before is None or n not in before.needles}

    def covered(self, before: Searched | None) -> bool:
        """Whether every number that is a leak now was one before."""
        return before is not None and before.opened <= self.opened


def find_leaks(publication: Publication, records: Records, handed_out: Iterable[Handed]) -> list[Finding]:
    """What can be read in the files although the audience may not read it; one finding a value and file."""
    wanted = searched(publication, records)
    return look(wanted, publication.edition.audience, list(handed_out))


def searched(publication: Publication, records: Records, elsewhere: Iterable[Needles] = ()) -> Searched:
    """What must not be found in the files of a publication; `elsewhere`: what is withheld in townships it tells of."""
    return Searched(withheld(publication, records, elsewhere), frozenset(opened(publication.edition)))


def look(
    wanted: Searched, audience: Audience, handed_out: Sequence[Handed], figures: set[str] | None = None
) -> list[Finding]:
    """What of it is found. figures: takes every long number that stands in these files."""
    leaks = list(scan(wanted.needles, audience, handed_out, figures))
    if audience in _EVERYBODY:
        leaks += private(wanted.opened, handed_out)
    return leaks


def look_again(
    wanted: Searched,
    before: Searched,
    audience: Audience,
    changed: Sequence[Handed],
    unchanged: Sequence[Handed],
    figures: set[str],
) -> list[Finding]:
    """The same, where `unchanged` was searched before and nothing was found: only for what is new.

    figures: the long numbers that stand in the unchanged files; an amount that is in none of them is in no file.
    """
    known = "\0".join(figures)
    leaks = look(wanted, audience, changed, figures)
    if anew := {
        n: told for n, told in wanted.anew(before).items() if not _NUMBER.fullmatch(n) or n.strip("-") in known
    }:
        leaks += scan(anew, audience, unchanged)
    if audience in _EVERYBODY and not wanted.covered(before):
        leaks += private(wanted.opened, unchanged)
    return leaks


def scan(
    needles: Needles, audience: Audience, handed_out: Iterable[Handed], figures: set[str] | None = None
) -> Iterator[Finding]:
    """The files below the paths in which a needle can be read; a finding names record and label, never the value."""
    words = list(needles)
    search = AhoCorasick(words)
    for name, bordered, joined in texts(handed_out):
        if figures is not None:
            figures.update(_FIGURE.findall(bordered), _FIGURE.findall(joined))
        found = indexes(search, bordered)
        found |= {index for index in indexes(search, joined) if len(words[index]) >= _SHORTEST_JOINED}
        for key, label in sorted({needles[words[index]] for index in found}):
            message = f"{key} 的“{label}”不该让{audience.label}看到,却出现在 {name}"
            yield Finding("leak", Level.ERROR, Where(name), message, record=key)
