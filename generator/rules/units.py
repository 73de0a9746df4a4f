"""A figure from a record beside words that do not fit it: the figure is right and the sentence is wrong, of money by 10,000 times."""

from __future__ import annotations

from collections.abc import Iterator

from generator.figures.units import scale
from generator.model import Explanation, Finding, Level, Records, State
from generator.numerals import Numeral
from generator.records.indicator import Indicator
from generator.rules._common import Report
from generator.rules._common.audit import Audited, Bound, Passage, audited
from generator.rules._common.spots import spot

NAME = "units"
EXPLANATION = Explanation(
    title="材料里的数字与前后的字不合",
    what=(
        "从记录里取来的数,后面要写它自己的单位和大小:单位大小不对是错误(1600万元写成1600元),"
        "单位是另一种东西的是警告;数里已经有的“%”“万”“增长”,前后又写一遍的是警告。"
    ),
    why="检查实践:材料里的数和公开的不一样。数取对了,单位写错了,句子还是错的,钱会差一万倍。",
    wrong="正文: 投入{{ 道路投入 }}元。      # 道路投入的单位是万元",
    right="正文: 投入{{ 道路投入 }}万元,比上年{{ 道路投入 | 同比 }}。",
    mend="后面写指标的单位;要换大小,写成 {{ 道路投入 | 万 }}元。“%”和“增长”由程序写,前后的删去。",
    about="材料和说明页",
)

Said = tuple[Level, str, str]
_TAILS = (("个百分点", "个百分点"), ("%", "%"), ("万", "万"), ("亿", "亿"), ("倍", "倍"), ("余", "余"), ("元整", "元"))
"""How a figure ends, and what then must not follow."""
_CHANGES = ("增长", "下降", "增加", "减少", "提高")
_RISES = (*_CHANGES, "上升", "降低", "增长了", "下降了", "增加了", "减少了", "提高了", "上升了", "降低了")
_KINDS = (
    {"名", "人", "位"},
    {"户"},
    {"岁"},
    {"元"},
    {"亩"},
    {"公顷"},
    {"平方米", "平米"},
    {"平方公里"},
    {"公里", "千米"},
    {"米"},
    {"%"},
)
"""Units that count different things; all others may stand for one another."""
_SIZE = 10
"""From this factor on it is no rounding."""


def check(records: Records) -> Iterator[Finding]:
    """At most one finding for every figure, at its braces."""
    for one in audited(records):
        yield from Report(NAME, records, one.article).few(_found(records, one))


def _found(records: Records, one: Audited) -> Iterator[Finding]:
    for passage in one.passages:
        for bound in passage.bound:
            for level, message, hint in _wrong(passage, bound):
                where = spot(records, one.article, passage.path, passage.source, bound.opened, bound.opened + 2)
                yield Finding(NAME, level, where, message, hint, one.article.key)


def _wrong(passage: Passage, bound: Bound) -> Iterator[Said]:
    sources = bound.piece.sources
    if not sources or any(source.amount.state is not State.KNOWN for source in sources):
        return
    if twice := _twice(passage.text, bound):
        yield Level.WARNING, *twice
    elif len(sources) == 1 and bound.piece.formula.partition("（")[0] == sources[0].name:
        around = (n for n in passage.numerals if n.start <= bound.start and bound.end <= n.end)
        yield from (said for numeral in around if (said := _unit(sources[0], numeral)))


def _twice(text: str, bound: Bound) -> tuple[str, str] | None:
    """What the figure says itself and the sentence says again."""
    written, before, behind = bound.piece.text, text[: bound.start], text[bound.end :]
    for tail, again in _TAILS:
        if written.endswith(tail) and behind.startswith(again):
            return f"“{written}”后面又写了“{again}”", f"删去花括号后面的“{again}”"
    if written.startswith(_CHANGES) and before.endswith(_RISES):
        again = max((word for word in _RISES if before.endswith(word)), key=len)
        return f"“{written}”前面又写了“{again}”", f"删去花括号前面的“{again}”,升降由程序写"
    if written.endswith("%") and before.endswith("百分之"):
        return f"“{written}”前面又写了“百分之”", "删去花括号前面的“百分之”"
    return None


def _unit(source: Indicator, numeral: Numeral) -> Said | None:
    """What is wrong with the unit behind a figure that stands for one indicator."""
    size, unit = scale(source.unit)
    if not numeral.unit or not numeral.value or not source.amount.value:
        return None
    if numeral.unit == unit:
        times = abs(source.amount.value * size / numeral.value)
        if 1 < times * _SIZE < _SIZE * _SIZE:
            return None
        message = f"“{source.title}”的单位是{source.unit},这里写成了{numeral.text}{numeral.unit}"
        hint = f"后面写“{source.unit}”,或写成 {{{{ {source.binding} | 万 }}}}{unit}"
        return Level.ERROR, message, hint
    counted = [kind for kind in _KINDS if unit in kind or numeral.unit in kind]
    if len(counted) == 2:
        message = f"“{source.title}”的单位是{source.unit},这里写成了{numeral.text}{numeral.unit}"
        return Level.WARNING, message, f"后面写“{source.unit}”,或换一个指标"
    return None
