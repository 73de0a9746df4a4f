"""A share, sum or comparison in an article that its own numbers, or the records, contradict."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Explanation, Finding, Records
from generator.numerals.claims import TOWNSHIP, VILLAGE, Doubt, Known, doubts
from generator.records.place import Place
from generator.rules._common import Report
from generator.rules._common.audit import Audited, Passage, audited, spotted

NAME = "claims"
EXPLANATION = Explanation(
    title="材料里的数字自相矛盾",
    what=(
        "把材料里同一段的数放在一起算:占比和部分、总数,合计和各项,增减和前后两个数,平均数和总数、个数,"
        "收支和结余,应到和实到;手写的数和同名的指标。对不上是错误;像是按别的总数算的是警告;没有说全、"
        "四舍五入、约数算得太细的是提示。"
    ),
    why="检查实践:材料里的数前后打架,57名里的25名写成占40%;有一句这样的话,别的数也没有人信了。",
    wrong="正文: 57名三大职干部中有能人25名,占40%。",
    right="正文: 57名三大职干部中有能人25名,占43.9%。",
    mend=(
        "核对占比、部分和总数,改正写错的一个。最好都从记录里取:占{{ 能人干部 / 三大职干部 | 百分比 }}。"
        "没有说全的,写明其余的情况。"
    ),
    about="材料和说明页",
)

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
