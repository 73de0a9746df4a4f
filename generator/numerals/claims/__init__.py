"""What a sentence claims about its own numbers: a share, a sum, an account, a change, an average that contradicts them.

Every kind of claim has its file and stands in CLAIMS. Every reading that makes a claim true is accepted; a claim is doubted only when no reading does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.numerals.claims.averages import averages
from generator.numerals.claims.changes import changes
from generator.numerals.claims.doubt import Doubt
from generator.numerals.claims.hundred import hundred
from generator.numerals.claims.ledgers import ledgers
from generator.numerals.claims.parts import parts
from generator.numerals.claims.periods import periods
from generator.numerals.claims.quantity import Sentence, sentences
from generator.numerals.claims.recorded import TOWNSHIP, VILLAGE, Known, against
from generator.numerals.claims.shares import shares
from generator.numerals.claims.sums import sums
from generator.numerals.claims.tallies import tallies
from generator.numerals.numeral import Numeral

__all__ = ["TOWNSHIP", "VILLAGE", "Doubt", "Known", "doubts"]

CLAIMS: tuple[Callable[[Sentence], Iterator[Doubt]], ...] = (
    shares,
    hundred,
    sums,
    parts,
    periods,
    tallies,
    ledgers,
    changes,
    averages,
)


def doubts(
    text: str, numerals: Sequence[Numeral], known: Sequence[Known] = (), called: Sequence[str] = TOWNSHIP
) -> tuple[Doubt, ...]:
    """What contradicts itself or the known figures, in the order of the text.

    `numerals` are those of `scan(text)`; `known` are the figures of the place that the text is about, `called` what it is called: 全镇, 安平镇.
    """
    found: dict[tuple[int, int, str], Doubt] = {}
    for sentence in sentences(text, numerals):
        for claim in CLAIMS:
            found |= {(doubt.start, doubt.end, doubt.message): doubt for doubt in claim(sentence)}
        found |= {(doubt.start, doubt.end, doubt.message): doubt for doubt in against(sentence, known, called)}
    return tuple(found[key] for key in sorted(found))
