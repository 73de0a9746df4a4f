"""A share, sum or comparison in an article that its own numbers, or the records, contradict.

What: in the finished prose of an article, typed and taken figures alike: shares against part and whole, totals against
their parts, changes against both ends, averages and rates against total and count, income against expense and what is
left, who should come against who came; and a typed figure whose words are the name of
an indicator of the article's place must be that indicator's.

Why: numbers copied from last year's material contradict one another (40% of 57 is not 25), and one such sentence makes
readers doubt all the others.

Example: `57名三大职干部中有能人25名，占40%` — 25 ÷ 57 is 43.9%.

Mend: correct the number that is wrong, or take all of them from records: `占{{ 能人干部 / 三大职干部 | 百分比 }}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Finding, Records
from generator.numerals.claims import TOWNSHIP, VILLAGE, Doubt, Known, doubts
from generator.records.place import Place
from generator.rules._common import Report
from generator.rules._common.audit import Audited, Passage, audited, spotted

NAME = "claims"
TITLE = "材料里的数字自相矛盾"

_WORTH = {"万": 10_000, "亿": 100_000_000}


def check(records: Records) -> Iterator[Finding]:
    """What the numbers of each sentence say against one another and against the records."""
    for article in audited(records):
        yield from Report(NAME, records, article.article).few(_found(records, article))


def _found(records: Records, article: Audited) -> Iterator[Finding]:
    known, called = tuple(_known(article)), _called(records, article)
    for passage in article.passages:
        typed = {numeral.start for numeral in passage.typed}
        for doubt in doubts(passage.text, passage.numerals, known, called):
            if not doubt.typed or doubt.of in typed:
                yield _finding(records, article, passage, doubt)


def _finding(records: Records, article: Audited, passage: Passage, doubt: Doubt) -> Finding:
    numeral = next((n for n in passage.numerals if n.start <= doubt.of < n.end), None)
    where = records.where(article.article, *passage.path)
    if numeral is not None:
        where = spotted(records, article.article, passage, numeral)
    return Finding(NAME, doubt.level, where, doubt.message, doubt.hint, article.article.key)


def _called(records: Records, article: Audited) -> tuple[str, ...]:
    """What the article calls its place: 全镇, 安平镇."""
    places = [p for p in records.of(Place, article.article.township) if p.id == article.names.place]
    words = TOWNSHIP if all(place.is_top for place in places) else VILLAGE
    return (*words, *(place.name for place in places))


def _known(article: Audited) -> Iterator[Known]:
    """What prose can be held to: figures that are known, exact, and not of a part."""
    for indicator in article.names.values():
        value, unit = indicator.amount.value, indicator.unit
        if value is not None and not indicator.approximate and not indicator.dimensions:
            worth = next((worth for word, worth in _WORTH.items() if unit.startswith(word)), 1)
            yield Known(indicator.name, value * worth, unit.lstrip("".join(_WORTH)))
