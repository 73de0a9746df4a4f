"""A number in an article that was typed by hand. `一个` that only says "a" is not one; vague numbers (数十户) are."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Explanation, Finding, Level, Records
from generator.numerals import Numeral
from generator.records.article import called
from generator.rules._common import Report
from generator.rules._common.audit import Audited, Passage, audited, spotted
from generator.rules._common.matching import ratio, same

NAME = "typed"
EXPLANATION = Explanation(
    title="材料里有手写的数字",
    what=(
        "材料的标题、小标题、段落和表格里的每个数字,都要从记录里取,写成 {{ 指标名 }}(警告)。日期、序号、"
        "法条、固定用语(三会一课)不算;数十户、几百人一类的约数也算。手写的数和一个指标相同的,"
        "提示里给出写法。"
    ),
    why="检查实践:手写的数和公开的数对不上,去年的数抄进今年的报告,问起来没有人知道从哪里来。",
    wrong="正文: 全镇共有党员1460名。",
    right="正文: 全镇共有党员{{ 党员总数 }}名。",
    mend=(
        "照提示写成 {{ 指标名 }}。没有这个指标的,先写进 indicator.yml,写明期间和来源。是固定用语的,"
        "加到 data/catalogue/phrases/。标题里不写数字。"
    ),
    about="材料和说明页",
)

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
