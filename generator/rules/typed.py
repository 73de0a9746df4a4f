"""A number in an article that was typed by hand.

What: every number in the title, the headings, the paragraphs and the table cells of an article must be taken from a record
(`{{ 党员总数 }}`), or explain itself: a date, a numbering, the number of an article of law, a fixed phrase of
`data/catalogue/phrases/`. Vague numbers (数十户, 几百人) are numbers too. `一个` that only says "a" is not one.

Why: figures typed by hand drift from what is disclosed, and are copied from one year's report into the next; nobody can
see where they come from.

Example: `全镇共有党员1460名` beside an indicator 党员总数 of 1460.

Mend: write `{{ 党员总数 }}`; where there is no such indicator, add it to `indicator.yml` with its period and source. If the
number is part of a fixed phrase, add the phrase to `data/catalogue/phrases/`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Finding, Level, Records
from generator.numerals import Numeral
from generator.records.article import called
from generator.rules._common import Report
from generator.rules._common.audit import Audited, Passage, audited, spotted
from generator.rules._common.matching import ratio, same

NAME = "typed"
TITLE = "材料里有手写的数字"

_PROSE = ("导语", "结尾", "正文", "做法", "成效", "格")
"""Labels whose text may hold figures; what stands elsewhere is printed as it is."""


def check(records: Records) -> Iterator[Finding]:
    """A finding for every figure typed by hand, at the number itself."""
    for one in audited(records):
        yield from Report(NAME, records, one.article).few(_found(records, one))


def _found(records: Records, one: Audited) -> Iterator[Finding]:
    for passage in one.passages:
        for numeral in passage.typed:
            message, hint = _said(one, passage, numeral)
            where = spotted(records, one.article, passage, numeral)
            yield Finding(NAME, Level.WARNING, where, message, hint, one.article.key)


def _said(one: Audited, passage: Passage, numeral: Numeral) -> tuple[str, str]:
    """What is wrong, and the mend."""
    typed = f"手写的 {numeral.text}"
    if not any(label in _PROSE for label in passage.path):
        return f"{called(passage.path)}里有{typed}", "这里不写数字,数字写进正文"
    if passage.behind(numeral):
        return f"{typed} 与取自记录的数字连在一起", "花括号前后不要再写数字;要换写法就写 {{ 指标名 | 万 }} 这样"
    if found := same(one, passage, numeral):
        (title, figure), *others = found
        more = f";也可能是{'、'.join(name for name, _ in others)}" if others else ""
        return f"{typed} 与 {title} 相同,可写作 {figure}{more}", f"写成 {figure}"
    if share := ratio(one, passage, numeral):
        return f"{typed} 可由本段的数字算出,可写作 {share}", f"写成 {share}"
    return f"{typed} 没有出处", _mend(numeral)


def _mend(numeral: Numeral) -> str:
    if numeral.value is None:
        return "约数也要有出处:查清实数,在 indicator.yml 里写成指标(约数: 是),文中写 {{ 指标名 }}"
    return "在 indicator.yml 里写成指标,文中写 {{ 指标名 }};固定用语加到 data/catalogue/phrases/"
