"""How much of the corpus of private numbers is found, and how fast: `python benchmarks/privacy.py`; quote rates and ratios.

The corpus is `tests/privacy/`: made by code, with check digits that hold. `blind` is the part whose templates were written
before the finder was run on them; what it made of them at first sight stands in `tests/privacy/held_out.py`. Speed is told
beside a bare search for 18 or 11 digits over the same text in the same run, on the articles of this site (ordinary prose)
and on its records (tables).
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.privacy import Grade, find  # noqa: E402
from tests.privacy.corpus import Line, lines  # noqa: E402

COLUMNS = "{:28} {:>7} {:>8} {:>9} {:>7}"
BARE = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)")


def best(work: Callable[[], object], runs: int = 3) -> float:
    """Seconds of the fastest run."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def grades(line: Line) -> dict[str, Grade]:
    """Kind → the surest grade."""
    found: dict[str, Grade] = {}
    for one in find(line.text, line.label):
        found[one.kind.name] = max(one.grade, found.get(one.kind.name, Grade.LOOK))
    return found


def table(title: str, groups: Iterable[tuple[str, list[Line]]]) -> None:
    """Recall of lines that hold a number: errors and warnings count, notes do not."""
    print(COLUMNS.format(title, "lines", "recall", "certain", "held out"))
    for name, group in groups:
        hits = [grades(line).get(line.kind, 0) for line in group]
        blind = [hit >= Grade.LIKELY for hit, line in zip(hits, group, strict=True) if line.blind]
        recall = sum(hit >= Grade.LIKELY for hit in hits) / len(group)
        certain = sum(hit == Grade.CERTAIN for hit in hits) / len(group)
        unseen = f"{sum(blind) / len(blind):.3f}" if blind else "-"
        print(COLUMNS.format(name, len(group), f"{recall:.3f}", f"{certain:.3f}", unseen))
    print()


def by(key: Callable[[Line], str], group: list[Line]) -> list[tuple[str, list[Line]]]:
    return [(name, [line for line in group if key(line) == name]) for name in dict.fromkeys(map(key, group))]


def quality() -> None:
    everything = lines()
    private = [line for line in everything if line.kind]
    innocent = [line for line in everything if not line.kind]
    table("kind", by(lambda line: line.kind, private))
    table("disguise", by(lambda line: line.disguise, private))
    table("all", [("all", private)])
    for name, group in (("innocent", innocent), ("innocent, held out", [line for line in innocent if line.blind])):
        worst = Counter(max(grades(line).values(), default=None) for line in group)
        alarms = worst[Grade.CERTAIN] + worst[Grade.LIKELY]
        print(
            f"{name}: {len(group)} lines, {alarms} false alarms ({worst[Grade.CERTAIN]} certain), {worst[Grade.LOOK]} notes"
        )


def speed() -> None:
    for name, pattern in (("prose", "content/**/*.md"), ("records", "data/townships/**/*.yml")):
        text = "\n".join(path.read_text("utf-8") for path in sorted(ROOT.glob(pattern)))
        while len(text) < 1_000_000:
            text += text
        ours, bare = best(lambda text=text: find(text)), best(lambda text=text: BARE.findall(text))
        print(
            f"{name}: {len(text)} characters, {len(text) / ours / 1e6:.1f} M/s, gongkai / bare search = {ours / bare:.1f}"
        )


if __name__ == "__main__":
    quality()
    speed()
