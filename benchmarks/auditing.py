"""How well and how fast numerals in prose are found: `python benchmarks/auditing.py`; quote the rates and the ratios.

The labelled prose is `tests/numerals/labelled/`: what is a figure to be bound, and what explains itself. Speed is told
beside a bare search for digits over the same text in the same run, and beside cn2an where that is installed
(`pip install cn2an`), which turns the number words of a text into digits, but tells no date from a count.
"""

from __future__ import annotations

import contextlib
import re
import time
import warnings
from collections.abc import Callable
from importlib import import_module

from generator.model import Level
from generator.numerals import scan
from generator.numerals.claims import doubts
from tests.numerals.marking import FOLDER, SETS, Score, claims, listed, paragraphs, phrases, score

COLUMNS = "{:24} {:>8} {:>6} {:>9} {:>9} {:>7} {:>10}"
REPEATS = 20


def best(work: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the fastest run."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def quality() -> None:
    """Recall and precision of figures per file and set, then every case."""
    fixed = phrases()
    sets = [*(path.name for path in sorted(FOLDER.glob("*-*.txt"))), *SETS, "*-*.txt"]
    print(COLUMNS.format("file", "numerals", "F", "recall", "precision", "unseen", "doubtful ?"))
    for name in (name for name in sets if not name.startswith("claims")):
        one = score(paragraphs(name), lambda text: scan(text, fixed))
        print(_row(name, one))
    print(f"misses\n{listed(one.missed, 1000)}\nfalse alarms\n{listed(one.alarms, 1000)}")
    print(f"unseen\n{listed(one.overlooked, 1000)}\n{len(fixed)} fixed phrases")


def contradictions() -> None:
    """Sentences that contradict themselves and are doubted, and innocent ones that are too; rounding is no contradiction."""
    judged = [
        (text, wrong, any(doubt.level is not Level.NOTE for doubt in doubts(text, scan(text))))
        for text, wrong in claims()
    ]
    unseen = [text for text, wrong, doubted in judged if wrong and not doubted]
    accused = [text for text, wrong, doubted in judged if doubted and not wrong]
    wrongs = sum(wrong for _, wrong, _ in judged)
    print(f"claims: {len(judged)} sentences, {wrongs - len(unseen)} of {wrongs} contradictions doubted, ", end="")
    print(f"{len(accused)} of {len(judged) - wrongs} innocent ones too")
    print("\n".join([*(f"  missed: {text}" for text in unseen), *(f"  wrongly: {text}" for text in accused)]))


def speed() -> None:
    """One long text: all the labelled prose, over and over."""
    fixed = phrases()
    texts = [paragraph.text for paragraph in paragraphs()] * REPEATS
    size = sum(map(len, texts))
    ours = best(lambda: [scan(text, fixed) for text in texts])
    digits = best(lambda: [list(re.finditer(r"\d+", text)) for text in texts])
    print(
        f"{size} characters, {size / ours / 1e6:.2f} million a second: gongkai / digits = {ours / digits:.1f}", end=""
    )
    peer = _peer()
    print(f", gongkai / cn2an = {ours / best(lambda: [peer(text) for text in texts]):.2f}" if peer else "")


def _row(name: str, one: Score) -> str:
    rates = (f"{one.recall:.2%}", f"{one.precision:.2%}")
    return COLUMNS.format(name, one.numerals, one.labelled, *rates, len(one.overlooked), one.doubtful)


def _peer() -> Callable[[str], object] | None:
    try:
        transform = import_module("cn2an").transform
    except ImportError:
        return None

    def quiet(text: str) -> object:
        """It warns about what it cannot read, and gives up on some of it."""
        with warnings.catch_warnings(), contextlib.suppress(ValueError):
            warnings.simplefilter("ignore")
            return transform(text, "cn2an")
        return None

    return quiet


if __name__ == "__main__":
    quality()
    contradictions()
    speed()
