"""A figure in an article that cannot be filled in, or that its readers may not see.

What: every `{{ … }}` in an article must be readable, must name indicators of the article's place that are no younger
than the article, and each of them must be open to every audience that may read the article.

Why: figures typed by hand drift from the disclosures (the commonest complaint about experience materials); a figure
that its readers may not see would leak through prose.

Example: `全镇共有党员{{ 党员总树 }}名` — no indicator has that name.

Mend: use the indicator's exact name, add the indicator, or open its theme in the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import local
from generator.figures import Unbound, Unwritable, bindings, render
from generator.model import Audience, Finding, Level, Mode, Record, Records, State, nearest
from generator.records.article import Article
from generator.records.indicator import Indicator
from generator.records.item import DisclosureItem

NAME = "unbound"
TITLE = "材料里的数字取不到"

Path = tuple[str | int, ...]


def check(records: Records) -> Iterator[Finding]:
    """A finding for every figure that cannot be filled in for all readers; a note for every blank."""
    for article in records.of(Article):
        items = local(records, article.township).items
        readers = tuple(a for a in Audience if _open(items, article, "部分.正文", a))
        desk = _Desk(records, article, items, readers, bindings(article, records))
        for path, text in _prose(article):
            yield from desk.read(path, text)


@dataclass(frozen=True)
class _Desk:
    """One article with its readers and the names it may use."""

    records: Records
    article: Article
    items: tuple[DisclosureItem, ...]
    readers: tuple[Audience, ...]
    names: dict[str, Indicator]

    def say(self, level: Level, path: Path, message: str, hint: str) -> Finding:
        return Finding(NAME, level, self.records.where(self.article, *path), message, hint, self.article.key)

    def read(self, path: Path, text: str) -> Iterator[Finding]:
        try:
            pieces = render(text, self.names)
        except Unbound as error:
            hint = nearest(error.name, self.names) or "先在 indicator.yml 里写上这个指标"
            yield self.say(Level.ERROR, path, str(error), hint)
            return
        except Unwritable as error:
            yield self.say(Level.ERROR, path, str(error), "写成 {{ 党员总数 }} 或 {{ 能人干部 / 三大职干部 | 百分比 }}")
            return
        for indicator in {i.key: i for piece in pieces for i in piece.sources}.values():
            yield from self.figure(path, indicator)

    def open_to(self, indicator: Indicator, audience: Audience) -> bool:
        """Whether the audience may have the figure, as far as the catalogue says; the gate also asks for approval."""
        if not _open(self.items, indicator, "数值", audience):
            return False
        return all(_countable(self.records, key, indicator.uses, audience) for key in indicator.inputs)

    def figure(self, path: Path, indicator: Indicator) -> Iterator[Finding]:
        closed = [a.label for a in self.readers if not self.open_to(indicator, a)]
        if closed:
            message = f"“{indicator.name}”不对{'、'.join(closed)}公开,材料却要给他们看"
            yield self.say(Level.ERROR, path, message, "换一个指标,或在目录里公开这个主题")
        if indicator.amount.state is State.MISSING:
            message = f"“{indicator.name}”没有数值,材料里会留空"
            yield self.say(Level.NOTE, path, message, "补上数值后自动填入")


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


def _prose(article: Article) -> Iterator[tuple[Path, str]]:
    """Every piece of prose with its place in the file."""
    if article.lead:
        yield ("导语",), article.lead
    for s, section in enumerate(article.sections):
        for n, text in enumerate(section.body):
            yield ("部分", s, "正文", n), text
        for p, part in enumerate(section.parts):
            for n, text in enumerate(part.body):
                yield ("部分", s, "小节", p, "正文", n), text
