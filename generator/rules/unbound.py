"""A figure in an article that cannot be filled in, or that its readers may not see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import local
from generator.figures import BLANK, MASK, Choices, Piece, Unbound, Unwritable, attempt, bindings
from generator.model import Audience, Explanation, Finding, Level, Mode, Record, Records, State, nearest
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.item import DisclosureItem
from generator.records.place import Place
from generator.rules._common import Report
from generator.rules._common.spots import spot

NAME = "unbound"
EXPLANATION = Explanation(
    title="材料里的数字取不到",
    what=(
        "材料里的每一处 {{ … }} 都要读得懂,写的指标在本乡镇要有、"
        "不晚于材料的日期(写在方括号里的地方和期间也要有),并且对看这篇材料的人公开(错误)。没有数值、"
        "算不出来、遮盖了的,是提示,材料里留空或印 **。"
    ),
    why="检查实践:经验材料的数字没有出处、和公开的数不一样,说的人最多。不对社会公开的数,也不能从材料里漏出去。",
    wrong="正文: 全镇共有党员{{ 党员总树 }}名。",
    right="正文: 全镇共有党员{{ 党员总数 }}名。",
    mend=(
        "照提示改成指标的名称。没有这个指标的,写进 indicator.yml,写明期间和来源;要公开而没有公开的,"
        "在目录里公开它的主题。"
    ),
    about="材料和说明页",
)

Path = tuple[str | int, ...]
Said = tuple[Level, str, str]
"""How grave it is, what is wrong, how to mend it."""
_HINT = "写成 {{ 党员总数 }} 或 {{ 能人干部 / 三大职干部 | 百分比 }}"


def check(records: Records) -> Iterator[Finding]:
    """A finding for every figure that cannot be filled in for all readers; a note for every blank."""
    for article in records.of(Article):
        items = local(records, article.township).items
        readers = tuple(a for a in Audience if _open(items, article, "部分.正文", a))
        desk = _Desk(records, article, items, readers, bindings(article, records))
        yield from Report(NAME, records, article).few(desk.look())


@dataclass(frozen=True)
class _Desk:
    """One article with its readers and the names it may use."""

    records: Records
    article: Article
    items: tuple[DisclosureItem, ...]
    readers: tuple[Audience, ...]
    names: Choices

    def look(self) -> Iterator[Finding]:
        for path, text in self.article.prose():
            yield from self.read(path, text)

    def read(self, path: Path, text: str) -> Iterator[Finding]:
        """What is wrong with the figures of one paragraph, each at its own braces."""
        said: set[str] = set()
        for start, piece in attempt(text, self.names):
            found = [self.wrong(piece)] if isinstance(piece, Unwritable) else self.figure(piece, said)
            for level, message, hint in found:
                where = spot(self.records, self.article, path, text, start, start + 2)
                yield Finding(NAME, level, where, message, hint, self.article.key)

    def wrong(self, error: Unwritable) -> Said:
        hint = error.hint
        if isinstance(error, Unbound) and not hint:
            hint = nearest(error.name, error.choices) or error.otherwise
        return Level.ERROR, str(error), hint or _HINT

    def figure(self, piece: Piece, said: set[str]) -> Iterator[Said]:
        """Which readers may not have it, and why it is blank; of each indicator once in a paragraph."""
        new = [indicator for indicator in piece.sources if indicator.key not in said]
        said.update(indicator.key for indicator in new)
        missing = [i for i in piece.sources if i.amount.state is State.MISSING]
        for indicator in new:
            closed = [a.label for a in self.readers if not self.open_to(indicator, a)]
            if closed:
                message = f"“{self.called(indicator)}”不对{'、'.join(closed)}公开,材料却要给他们看"
                yield Level.ERROR, message, "换一个指标,或在目录里公开这个主题"
            if indicator in missing:
                yield Level.NOTE, f"“{self.called(indicator)}”没有数值,材料里会留空", "补上数值后自动填入"
        masked = [i.title for i in piece.sources if i.amount.state is State.MASKED]
        if piece.text == MASK and masked and len(piece.sources) > 1:
            yield Level.NOTE, f"“{piece.formula}”里的“{masked[0]}”已遮盖,算不出来,材料里印 **", "不要用遮盖的数计算"
        if piece.text == BLANK and piece.sources and not missing:
            message = f"“{piece.formula}”算不出来,材料里会留空:{piece.reason}"
            yield Level.NOTE, message, "核对用到的指标;数字改好后自动填入"

    def called(self, indicator: Indicator) -> str:
        """Its name, with place and period where they are not those that the name alone stands for."""
        place = "" if indicator.place == self.names.place else self.names.called.get(indicator.place, indicator.place)
        own = self.names.get(indicator.binding) is indicator or indicator.period is None
        before = f"{place}{'' if own else indicator.period}"
        return f"{before}的{indicator.title}" if before else indicator.title

    def open_to(self, indicator: Indicator, audience: Audience) -> bool:
        """Whether the audience may have the figure, as far as the catalogue says; the gate also asks for approval."""
        place = self.records.get(Place, f"{indicator.township}/place/{indicator.place}")
        if not _open(self.items, indicator, "数值", audience) or (place and place.closed_to(audience) is None):
            return False
        return all(_countable(self.records, key, indicator.uses, audience) for key in indicator.inputs)


def _countable(records: Records, key: str, uses: tuple[str, ...], audience: Audience) -> bool:
    """Whether every field of the record that a figure used is open to the audience, at least as part of a total."""
    source = records.find(key)
    if source is None or type(source).catalogue:
        return source is not None
    items = local(records, source.township).publishing(source)
    paths = [use.partition("/")[2] for use in uses if use.startswith(f"{source.family}/")]
    closed = source.closed_to(audience)
    return closed == frozenset() and all(
        any(item.mode(path, audience) in (Mode.OPEN, Mode.TOTAL) for item in items) for path in paths
    )


def _open(items: tuple[DisclosureItem, ...], record: Record, path: str, audience: Audience) -> bool:
    closed = record.closed_to(audience)
    if closed is None or path in closed:
        return False
    return any(item.applies(record) and item.mode(path, audience) is Mode.OPEN for item in items)
