"""Which figures an article quotes, and where: its prose filled in, every use numbered, every figure listed once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.figures import BLANK, MASK, Piece, Unwritable, amount, render, shown
from generator.figures.units import scale
from generator.model import Edition, State
from generator.records.article import Article
from generator.records.indicator import Indicator

_SELF_SAID = ("%", "成", "百分点", "倍", "元")
"""What a figure holds that says its own unit: 40%, 四成五, 2个百分点, 2.9倍, 叁元整."""


@dataclass(frozen=True, slots=True)
class Use:
    """A figure where it stands in the prose.

    number: which use in the article, from 1 on; row: the number of the figure in the list; name: as it is called there.
    """

    text: str
    number: int
    row: int
    name: str
    state: State

    @property
    def code(self) -> str:
        """`known`, `masked`, `missing`: how the page tells them apart."""
        return self.state.name.lower()


@dataclass(frozen=True)
class Quoted:
    """A figure that an article quotes, once however often and in however many forms it stands there."""

    number: int
    name: str
    """The indicator's name, or how it was worked out: `能人干部 ÷ 三大职干部`."""
    sources: tuple[Indicator, ...]
    uses: tuple[Use, ...] = field(repr=False)
    reason: str = ""
    """Why it is masked or missing; empty where it is known."""

    @property
    def single(self) -> Indicator | None:
        """The one indicator that it is; None where several were combined."""
        return self.sources[0] if len(self.sources) == 1 else None

    @property
    def texts(self) -> tuple[str, ...]:
        """How it is written in the prose, each way once."""
        return tuple(dict.fromkeys(use.text for use in self.uses))

    @property
    def state(self) -> State:
        return self.uses[0].state

    @property
    def unit(self) -> str:
        """The unit of what is written; nothing where the text says it, as in 40%, or where it is a pure number."""
        text, units = self.texts[0], [*dict.fromkeys(source.unit for source in self.sources)]
        if any(word in text for word in _SELF_SAID):
            return ""
        if self.single is None and not set("÷×").isdisjoint(self.name):
            return "/".join(units) if len(self.sources) == len(units) == 2 and all(units) and "÷" in self.name else ""
        unit = units[0] if len(units) == 1 else ""
        return scale(unit)[1] if text.endswith(("万", "亿")) else unit


class Prose:
    """Fills the figures of one article in and remembers each use, in the order in which the texts are given."""

    def __init__(self, article: Article, edition: Edition) -> None:
        self._names: Mapping[str, Indicator] = shown(article, edition)
        self._found: dict[tuple[str, ...], tuple[Piece, list[Use]]] = {}
        self._uses = 0

    def pieces(self, text: str) -> tuple[str | Use, ...]:
        """The text cut into plain words and figures."""
        try:
            pieces = render(text, self._names)
        except Unwritable:  # the rule `unbound` stops the build before; here no figure may be made up
            return (BLANK,)
        return tuple(self._use(piece) if piece.sources else piece.text for piece in pieces)

    def quoted(self) -> tuple[Quoted, ...]:
        """Every figure used so far, in the order of its first use."""
        found = enumerate(self._found.values(), 1)
        return tuple(Quoted(n, uses[0].name, p.sources, tuple(uses), _reason(p)) for n, (p, uses) in found)

    def _use(self, piece: Piece) -> Use:
        name = piece.formula or "、".join(source.title for source in piece.sources)
        same = (name, *(source.key for source in piece.sources))
        _, uses = self._found.setdefault(same, (piece, []))
        row = uses[0].row if uses else len(self._found)
        self._uses += 1
        uses.append(Use(piece.text, self._uses, row, name, _state(piece.text)))
        return uses[-1]


def quoted(article: Article, edition: Edition) -> tuple[Quoted, ...]:
    """The figures that the article quotes, as these readers see them."""
    prose = Prose(article, edition)
    for _, text in article.prose():
        prose.pieces(text)
    return prose.quoted()


def quotations(edition: Edition) -> dict[str, tuple[Quoted, ...]]:
    """Key of an article → the figures that it quotes."""
    return {article.key: quoted(article, edition) for article in edition.of(Article)}


def users(edition: Edition) -> dict[str, tuple[Article, ...]]:
    """Key of an indicator → the articles of the edition that quote it, alone or combined."""
    found: dict[str, dict[str, Article]] = {}
    for article in edition.of(Article):
        for figure in edition.once(quotations)[article.key]:
            for source in figure.sources:
                found.setdefault(source.key, {})[article.key] = article
    return {key: tuple(articles.values()) for key, articles in found.items()}


def _state(text: str) -> State:
    return {MASK: State.MASKED, BLANK: State.MISSING}.get(text, State.KNOWN)


def _reason(piece: Piece) -> str:
    """Why there is no figure, as far as these readers may know."""
    if _state(piece.text) is State.KNOWN:
        return ""
    reasons = (amount(source).reason for source in piece.sources)
    return piece.reason or "；".join(dict.fromkeys(reason for reason in reasons if reason))
